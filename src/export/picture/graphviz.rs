//! Asks Graphviz for places: what `dot -Tjson` is given, and what it answers.
//!
//! Nodes go by number, and boxes with their sizes stand for names and words, so that nothing of a
//! name is ever read by Graphviz and its fonts do not matter.

use std::fmt::Write as _;

use serde::Deserialize;

use super::arrangement::Arrangement;
use super::layout::Point;
use super::route::Curve;
use super::scene::Scene;

/// Graphviz counts sizes in inches, and places in points.
const POINTS: f64 = 72.0;

/// The graph, for `dot -Tjson`.
pub(super) fn question(scene: &Scene<'_>) -> String {
    let mut dot = String::from("digraph {\nnode [shape=box fixedsize=true label=\"\"]\nedge [dir=none]\n");
    for (index, node) in scene.nodes.iter().enumerate() {
        let _ = writeln!(dot, "{index} [width={} height={}]", node.body.width / POINTS, node.body.height / POINTS);
    }
    for (index, edge) in scene.edges.iter().enumerate() {
        let _ = writeln!(
            dot,
            "{} -> {} [id={index} label=<<table border=\"0\" fixedsize=\"true\" width=\"{}\" height=\"{}\"><tr><td></td></tr></table>>]",
            edge.from, edge.to, edge.body.width, edge.body.height
        );
    }
    dot + "}\n"
}

#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    objects: Vec<Object>,
    #[serde(default)]
    edges: Vec<Edge>,
}

#[derive(Deserialize)]
struct Object {
    name: String,
    pos: String,
}

#[derive(Deserialize)]
struct Edge {
    id: String,
    pos: String,
    lp: String,
}

/// The places in an answer; `None` where it is not what was asked for.
pub(super) fn parse(answer: &str, scene: &Scene<'_>) -> Option<Arrangement> {
    let answer: Answer = serde_json::from_str(answer).ok()?;
    let (mut nodes, mut edges) = (vec![None; scene.nodes.len()], vec![None; scene.edges.len()]);
    for object in answer.objects {
        *nodes.get_mut(object.name.parse::<usize>().ok()?)? = Some(point(&object.pos)?);
    }
    for edge in answer.edges {
        *edges.get_mut(edge.id.parse::<usize>().ok()?)? = Some((point(&edge.lp)?, route(&edge.pos)?));
    }
    let nodes: Vec<Point> = nodes.into_iter().collect::<Option<_>>()?;
    let edges: Vec<(Point, Vec<Curve>)> = edges.into_iter().collect::<Option<_>>()?;
    let (labels, routes) = edges.into_iter().unzip();
    Some(Arrangement::framed(scene, nodes, labels, routes))
}

/// "12.5,30": Graphviz' y grows upward.
fn point(text: &str) -> Option<Point> {
    let (x, y) = text.split_once(',')?;
    Some(Point { x: x.parse().ok()?, y: -y.parse::<f64>().ok()? })
}

/// A start and three more points for each curve.
fn route(text: &str) -> Option<Vec<Curve>> {
    let points: Vec<Point> = text.split_whitespace().map(point).collect::<Option<_>>()?;
    let curves = points.windows(4).step_by(3).map(|four| Curve([four[0], four[1], four[2], four[3]]));
    (points.len() >= 4 && points.len() % 3 == 1).then(|| curves.collect())
}
