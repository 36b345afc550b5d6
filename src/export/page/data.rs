//! What a page is told of a graph: nodes with their places, edges with their claims and spells.

use serde::Serialize;

use crate::export::picture::layout::{Body, Link, Point, arrange};
use crate::export::picture::scene::{EdgeBox, NodeBox, Scene};
use crate::graph::{EdgeView, Graph};
use crate::model::Node;
use crate::query::spells;

/// Up to so many edges their words have a place of their own; beyond, nodes stand closer, so that
/// names can be read on one screen, and words come with what is chosen.
const ROOM_FOR_WORDS: usize = 30;
/// What is kept free around nodes instead, so that lines can be seen between them.
const ROOM_FOR_LINES: f64 = 36.0;
/// What is left of a screen beside filters and panel is about as wide as high.
const STRETCH: f64 = 1.15;

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
    /// The name in lines, cut where it is very long.
    shown: String,
    /// Width and height.
    size: [f64; 2],
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
    let scene = Scene::of(graph);
    let (places, middles) = places(&scene);
    let node = |(shown, at): (&NodeBox<'g>, &Point)| PageNode {
        node: shown.node,
        shown: shown.name.join("\n"),
        size: [shown.body.width, shown.body.height],
        x: tenth(at.x),
        y: tenth(at.y),
    };
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
        nodes: scene.nodes.iter().zip(&places).map(node).collect(),
        edges: graph.edges().zip(middles).map(edge).collect(),
    }
}

/// A place for each node, and for the words of each edge where there is room.
fn places(scene: &Scene<'_>) -> (Vec<Point>, Vec<Option<[f64; 2]>>) {
    let mut bodies: Vec<Body> = scene.nodes.iter().map(|node| node.body).collect();
    let count = bodies.len();
    if scene.edges.len() > ROOM_FOR_WORDS {
        bodies
            .iter_mut()
            .for_each(|body| *body = Body { width: body.width + ROOM_FOR_LINES, height: body.height + ROOM_FOR_LINES });
        let links: Vec<Link> = scene.edges.iter().map(|edge| Link { a: edge.from, b: edge.to }).collect();
        return (arrange(&bodies, &links, STRETCH), vec![None; links.len()]);
    }
    bodies.extend(scene.edges.iter().map(|edge| edge.body));
    let through = |(index, edge): (usize, &EdgeBox<'_>)| {
        [Link { a: edge.from, b: count + index }, Link { a: count + index, b: edge.to }]
    };
    let links: Vec<Link> = scene.edges.iter().enumerate().flat_map(through).collect();
    let mut nodes = arrange(&bodies, &links, STRETCH);
    let middles = nodes.split_off(count).into_iter().map(|at| Some([tenth(at.x), tenth(at.y)])).collect();
    (nodes, middles)
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
