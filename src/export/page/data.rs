//! What a page is told of a graph: nodes with their places, edges with their claims and spells.

use petgraph::graph::NodeIndex;
use serde::Serialize;

use crate::export::picture::layout::{Body, Link, Point, arrange};
use crate::graph::{EdgeView, Graph};
use crate::model::Node;
use crate::query::spells;

/// Up to so many nodes the words on edges have a place of their own; beyond they are seldom shown.
const ROOM_FOR_WORDS: usize = 300;

/// Everything that a page shows.
#[derive(Debug, Serialize)]
pub struct PageData<'g> {
    schema: &'static str,
    title: &'g str,
    /// Whether the page may ask its server for more.
    live: bool,
    /// How many nodes the whole graph has.
    total: usize,
    nodes: Vec<PageNode<'g>>,
    edges: Vec<PageEdge<'g>>,
}

#[derive(Debug, Serialize)]
struct PageNode<'g> {
    #[serde(flatten)]
    node: &'g Node,
    x: f64,
    y: f64,
}

#[derive(Debug, Serialize)]
struct PageEdge<'g> {
    #[serde(flatten)]
    edge: EdgeView<'g>,
    inverse: &'g str,
    /// When it held; see [`spells`].
    spells: Vec<[Option<String>; 2]>,
    /// Where its words are, where they have a place.
    middle: Option<[f64; 2]>,
}

impl PageData<'_> {
    /// As part of a served graph of so many nodes.
    #[must_use]
    pub const fn live(mut self, total: usize) -> Self {
        (self.live, self.total) = (true, total);
        self
    }
}

/// What a page is told of a graph.
pub fn page_data<'g>(graph: &'g Graph, title: &'g str) -> PageData<'g> {
    let (nodes, middles) = places(graph);
    let node = |(node, at): (&'g Node, &Point)| PageNode { node, x: tenth(at.x), y: tenth(at.y) };
    let edge = |(edge, middle): (EdgeView<'g>, Option<[f64; 2]>)| PageEdge {
        inverse: &edge.definition.inverse,
        spells: spells(&edge)
            .iter()
            .map(|spell| [spell.from, spell.to].map(|day| day.map(|day| day.to_string())))
            .collect(),
        middle,
        edge,
    };
    PageData {
        schema: "relgraph-page/1",
        title,
        live: false,
        total: graph.nodes().len(),
        nodes: graph.nodes().zip(&nodes).map(node).collect(),
        edges: graph.edges().zip(middles).map(edge).collect(),
    }
}

/// A place for each node, and for the words of each edge where there is room.
fn places(graph: &Graph) -> (Vec<Point>, Vec<Option<[f64; 2]>>) {
    let end = |id: &str| graph.index_of(id).map_or(0, NodeIndex::index);
    let ends = graph.edges().map(|edge| (end(edge.source), end(edge.target)));
    let mut bodies: Vec<Body> = graph.nodes().map(node_body).collect();
    let count = bodies.len();
    if count > ROOM_FOR_WORDS {
        let links: Vec<Link> = ends.map(|(a, b)| Link { a, b }).collect();
        return (arrange(&bodies, &links), vec![None; links.len()]);
    }
    bodies.extend(graph.edges().map(|edge| words_body(&edge)));
    let links: Vec<Link> = ends
        .enumerate()
        .flat_map(|(index, (a, b))| [Link { a, b: count + index }, Link { a: count + index, b }])
        .collect();
    let mut nodes = arrange(&bodies, &links);
    let middles = nodes.split_off(count).into_iter().map(|at| Some([tenth(at.x), tenth(at.y)])).collect();
    (nodes, middles)
}

/// About as large as the page draws it.
fn node_body(node: &Node) -> Body {
    Body {
        width: 7.5 * letters(&node.name).min(22.0) + 30.0,
        height: if letters(&node.name) > 22.0 { 52.0 } else { 36.0 },
    }
}

fn words_body(edge: &EdgeView<'_>) -> Body {
    let note = edge.status.as_str().len() + edge.date.map_or(0, |date| date.as_str().len()) + 4;
    Body { width: 6.0 * letters(edge.label).max(note as f64) + 8.0, height: 32.0 }
}

fn letters(text: &str) -> f64 {
    text.chars().take(60).count() as f64
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
