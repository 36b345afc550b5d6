//! Everything about one node.

use petgraph::graph::NodeIndex;

use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Group, Node};

/// A node's relationships, grouped, and the occasions that it was the place or event of.
#[derive(Clone, Debug)]
pub struct Profile<'g> {
    /// Whom or what it is about.
    pub node: &'g Node,
    /// Its relationships by group, those of a group by predicate, date and the other end's name.
    pub groups: Vec<(Group, Vec<EdgeView<'g>>)>,
    /// Claims of others that happened there, by date.
    pub occasions: Vec<Occasion<'g>>,
}

/// A claim between two others that names the node as its place or event.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'g> {
    /// Whose claim it is.
    pub edge: EdgeView<'g>,
    /// What is claimed.
    pub claim: &'g Claim,
}

impl<'g> Profile<'g> {
    /// The profile of a node of the graph.
    pub fn of(graph: &'g Graph, index: NodeIndex) -> Self {
        let node = graph.node(index);
        let mut edges = graph.edges_of(index);
        edges.sort_by_key(|edge| (edge.group, edge.predicate, edge.date.is_none(), edge.date, &edge.other(node).name));
        let mut groups: Vec<(Group, Vec<EdgeView<'g>>)> = Vec::new();
        for edge in edges {
            match groups.last_mut() {
                Some((group, edges)) if *group == edge.group => edges.push(edge),
                _ => groups.push((edge.group, vec![edge])),
            }
        }
        Self { node, groups, occasions: occasions(graph, node) }
    }
}

fn occasions<'g>(graph: &'g Graph, node: &Node) -> Vec<Occasion<'g>> {
    let here = |id: &Option<String>| id.as_ref() == Some(&node.id);
    let mut occasions: Vec<Occasion<'g>> = graph
        .edges()
        .filter(|edge| edge.source != node.id && edge.target != node.id)
        .flat_map(|edge| edge.claims.iter().map(move |claim| Occasion { edge, claim }))
        .filter(|occasion| here(&occasion.claim.place) || here(&occasion.claim.event))
        .collect();
    occasions.sort_by_key(|occasion| (occasion.claim.date.is_none(), &occasion.claim.date, &occasion.claim.id));
    occasions
}
