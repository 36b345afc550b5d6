//! Who with whom, in the order of time.

use petgraph::graph::NodeIndex;

use crate::graph::{Claim, EdgeView, Graph};

/// One claim with the edge that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'g> {
    /// The relationship.
    pub edge: EdgeView<'g>,
    /// What is claimed of it.
    pub claim: &'g Claim,
}

/// The claims about a node, or between two, in the order of the dates that they tell; those
/// without a date come last, by publication.
pub fn timeline(graph: &Graph, a: NodeIndex, b: Option<NodeIndex>) -> Vec<Moment<'_>> {
    let with = b.map(|b| graph.node(b).id.as_str());
    let node = graph.node(a);
    let edges = graph.edges_of(a).into_iter().filter(|edge| with.is_none_or(|with| edge.other(node).id == with));
    let mut moments: Vec<Moment<'_>> =
        edges.flat_map(|edge| edge.claims.iter().map(move |claim| Moment { edge, claim })).collect();
    moments.sort_by_key(|Moment { claim, .. }| {
        let published = claim.document.published.as_ref();
        (claim.date.is_none(), claim.date.as_ref(), published.is_none(), published, claim.id.as_str())
    });
    moments
}
