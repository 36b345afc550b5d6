//! The graph that can be asked: people, venues and events, joined by relationships.
//!
//! Comes in: resolved nodes, and claims whose ends are such nodes, through [`Builder`]. Goes out:
//! [`Graph`], always in one order, whatever the order of what came in. An [`Edge`] is a
//! relationship: every claim of one predicate between two nodes, with the status and dates that
//! [`Standing`] derives from them. No claim is dropped, merged or changed here, and no text is read.

mod build;
mod claim;
mod edge;
mod independence;
mod names;
mod standing;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use build::{Builder, UnknownPredicate};
pub use claim::{Claim, Words};
pub use edge::{Edge, EdgeView};
pub use names::{Candidate, Found, How, NotFound, choose};
use petgraph::graph::{EdgeIndex, NodeIndex, UnGraph};
use petgraph::visit::EdgeRef;
pub use standing::Standing;

use crate::model::{Document, Node, Predicate};

/// Nodes and the relationships between them.
///
/// Nodes stand by kind, name and id, edges by their ends and predicate; indices follow that order.
/// petgraph holds both, undirected: a relationship is walked from either end, and [`Edge`] knows
/// which way it points.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    net: UnGraph<Node, Edge>,
    ids: BTreeMap<String, NodeIndex>,
    documents: BTreeMap<String, Arc<Document>>,
    predicates: BTreeMap<String, Arc<Predicate>>,
}

impl Graph {
    /// The graph as petgraph has it, for its algorithms.
    pub const fn net(&self) -> &UnGraph<Node, Edge> {
        &self.net
    }

    /// Every node, by kind, name and id.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = &Node> {
        self.net.raw_nodes().iter().map(|node| &node.weight)
    }

    /// Every edge, by its ends and its predicate.
    pub fn edges(&self) -> impl ExactSizeIterator<Item = EdgeView<'_>> {
        self.net.edge_indices().map(|index| self.edge(index))
    }

    /// The node at an index of [`Graph::net`].
    ///
    /// # Panics
    /// When the index is of another graph.
    pub fn node(&self, index: NodeIndex) -> &Node {
        &self.net[index]
    }

    /// The edge at an index of [`Graph::net`], with its ends.
    ///
    /// # Panics
    /// When the index is of another graph.
    pub fn edge(&self, index: EdgeIndex) -> EdgeView<'_> {
        let (source, target) = self.net.edge_endpoints(index).expect("an edge of this graph");
        EdgeView::new(&self.net[index], &self.net[source], &self.net[target])
    }

    /// The edges that touch a node, by the other end's order, then by predicate.
    pub fn edges_of(&self, node: NodeIndex) -> Vec<EdgeView<'_>> {
        let mut touching: Vec<_> = self.net.edges(node).map(|edge| (edge.target(), edge.id())).collect();
        touching.sort_unstable();
        touching.into_iter().map(|(_, edge)| self.edge(edge)).collect()
    }

    /// The index of the node with that id.
    pub fn index_of(&self, id: &str) -> Option<NodeIndex> {
        self.ids.get(id).copied()
    }

    /// Every source, by its id, also those that support no edge.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &Arc<Document>> {
        self.documents.values()
    }

    /// Every predicate that an edge may have, by name.
    pub fn predicates(&self) -> impl ExactSizeIterator<Item = &Arc<Predicate>> {
        self.predicates.values()
    }

    /// The graph of these nodes alone and the edges between them, in time that grows with them and
    /// not with the whole.
    ///
    /// # Panics
    /// When an index is of another graph.
    pub fn part(&self, nodes: &BTreeSet<NodeIndex>) -> Self {
        let mut builder = Builder::new(self.predicates.values().cloned());
        nodes.iter().for_each(|&node| builder.node(self.node(node).clone()));
        let touching = nodes.iter().flat_map(|&node| self.net.edges(node));
        let inner = touching.filter(|edge| nodes.contains(&edge.source()) && nodes.contains(&edge.target()));
        for index in inner.map(|edge| edge.id()).collect::<BTreeSet<_>>() {
            let view = self.edge(index);
            view.claims.iter().for_each(|claim| builder.document(Arc::clone(&claim.document)));
            builder.edge(view.source, view.target, self.net[index].clone());
        }
        builder.build()
    }

    /// The same graph with only the claims and nodes that are wanted. `edge` sees what is left of
    /// each edge after `claim` has chosen, judged by the claims that remain; an edge
    /// without claims is gone. Sources and predicates stay.
    pub fn retain(
        self,
        claim: impl Fn(&Claim) -> bool,
        edge: impl Fn(EdgeView<'_>) -> bool,
        node: impl Fn(&Node, usize) -> bool,
    ) -> Self {
        let Self { mut net, documents, predicates, .. } = self;
        net.retain_edges(|mut net, index| net[index].retain_claims(&claim));
        net.retain_edges(|net, index| {
            net.edge_endpoints(index)
                .is_some_and(|(source, target)| edge(EdgeView::new(&net[index], &net[source], &net[target])))
        });
        net.retain_nodes(|net, index| node(&net[index], net.edges(index).count()));
        let mut builder = Builder::new(predicates.into_values());
        let (nodes, edges) = net.into_nodes_edges();
        documents.into_values().for_each(|document| builder.document(document));
        let ids: Vec<String> = nodes.iter().map(|node| node.weight.id.clone()).collect();
        nodes.into_iter().for_each(|node| builder.node(node.weight));
        for edge in edges {
            builder.edge(&ids[edge.source().index()], &ids[edge.target().index()], edge.weight);
        }
        builder.build()
    }
}
