//! What a picture shows, before anything has a place: boxes with their words, and sources.

use std::collections::BTreeMap;

use super::layout::Body;
use super::text::{width, wrap};
use crate::graph::{EdgeView, Graph};
use crate::model::{Document, Node, NodeKind, Status};

/// Size of the names in nodes.
pub(in crate::export) const NAME_SIZE: f64 = 14.0;
/// Size of the words on edges.
pub(in crate::export) const WORD_SIZE: f64 = 12.0;
/// Size of dates and states below those words.
pub(in crate::export) const NOTE_SIZE: f64 = 11.0;
/// From one line of a name to the next.
pub(in crate::export) const NAME_LINE: f64 = 17.0;
/// From one line on an edge to the next.
pub(in crate::export) const WORD_LINE: f64 = 14.0;
/// Names wider than this are wrapped, and cut after two lines.
const NAME_WIDTH: f64 = 170.0;

/// Everything that a picture of a graph shows.
pub(in crate::export) struct Scene<'g> {
    /// In the graph's order.
    pub(in crate::export) nodes: Vec<NodeBox<'g>>,
    /// In the graph's order.
    pub(in crate::export) edges: Vec<EdgeBox<'g>>,
    /// The sources of what is shown, numbered from 1 in this order.
    pub(in crate::export) sources: Vec<&'g Document>,
}

/// A node and its name in lines.
pub(in crate::export) struct NodeBox<'g> {
    pub(in crate::export) node: &'g Node,
    pub(in crate::export) name: Vec<String>,
    pub(in crate::export) body: Body,
}

/// A relationship and the words on it.
pub(in crate::export) struct EdgeBox<'g> {
    pub(in crate::export) edge: EdgeView<'g>,
    /// Index of the node that it points from.
    pub(in crate::export) from: usize,
    /// Index of the node that it points to.
    pub(in crate::export) to: usize,
    /// "godparent of".
    pub(in crate::export) label: &'g str,
    /// "rumored, disputed · 2018-05 [1, 2]".
    pub(in crate::export) note: String,
    pub(in crate::export) body: Body,
}

impl<'g> Scene<'g> {
    pub(in crate::export) fn of(graph: &'g Graph) -> Self {
        let sources = sources(graph);
        let numbers: BTreeMap<&str, usize> =
            sources.iter().enumerate().map(|(index, document)| (document.id.as_str(), index + 1)).collect();
        let end = |id: &str| graph.index_of(id).map_or(0, petgraph::graph::NodeIndex::index);
        let edge = |edge: EdgeView<'g>| EdgeBox::new(edge, end(edge.source), end(edge.target), &numbers);
        Self { nodes: graph.nodes().map(NodeBox::new).collect(), edges: graph.edges().map(edge).collect(), sources }
    }
}

/// The sources that tell of any edge: by publication, then by id.
fn sources(graph: &Graph) -> Vec<&Document> {
    let told: BTreeMap<&str, &Document> = graph
        .edges()
        .flat_map(|edge| edge.claims.iter())
        .map(|claim| (claim.document.id.as_str(), &*claim.document))
        .collect();
    let mut sources: Vec<&Document> = told.into_values().collect();
    sources.sort_by_key(|document| (document.published.is_none(), &document.published, &document.id));
    sources
}

impl<'g> NodeBox<'g> {
    fn new(node: &'g Node) -> Self {
        let mut name = wrap(&node.name, NAME_SIZE, NAME_WIDTH, 2);
        if name.is_empty() {
            name.push("(no name)".to_owned());
        }
        let words = name.iter().map(|line| width(line, NAME_SIZE)).fold(0.0, f64::max);
        let beside = if node.kind == NodeKind::Venue { 22.0 } else { 32.0 };
        let body = Body { width: (words + beside).ceil(), height: NAME_LINE * name.len() as f64 + 17.0 };
        Self { node, name, body }
    }
}

impl<'g> EdgeBox<'g> {
    fn new(edge: EdgeView<'g>, from: usize, to: usize, numbers: &BTreeMap<&str, usize>) -> Self {
        let note = note(&edge, numbers);
        let words = width(edge.label, WORD_SIZE).max(width(&note, NOTE_SIZE));
        let body = Body { width: (words + 10.0).ceil(), height: WORD_LINE * 2.0 + 4.0 };
        Self { edge, from, to, label: edge.label, note, body }
    }
}

/// State, date and sources of an edge; what is plainly reported needs no word for it.
fn note(edge: &EdgeView<'_>, numbers: &BTreeMap<&str, usize>) -> String {
    let status = (edge.status != Status::Reported).then_some(edge.status.as_str());
    let state: Vec<&str> =
        [status, edge.disputed.then_some("disputed"), edge.ended.then_some("ended")].into_iter().flatten().collect();
    let mut told: Vec<usize> =
        edge.claims.iter().filter_map(|claim| numbers.get(claim.document.id.as_str()).copied()).collect();
    told.sort_unstable();
    told.dedup();
    let told: Vec<String> = told.iter().map(usize::to_string).collect();
    let parts = [state.join(", "), edge.date.map(ToString::to_string).unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{} [{}]", parts.join(" · "), told.join(", ")).trim_start().to_owned()
}
