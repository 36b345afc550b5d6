//! What makes a picture hard to read, counted.

use super::arrangement::Arrangement;
use super::layout::{Body, Point};
use super::route::Curve;
use super::scene::Scene;

/// How many straight pieces stand for a curve.
const PIECES: u32 = 6;

/// How often lines cross each other, or run through a node or words that are not theirs.
pub(super) fn count(scene: &Scene<'_>, picture: &Arrangement) -> usize {
    let lines: Vec<Vec<Point>> = picture.routes.iter().map(|route| flat(route)).collect();
    crossings(scene, &lines) + run_through(scene, picture, &lines)
}

fn flat(route: &[Curve]) -> Vec<Point> {
    let start = route.first().map(|curve| curve.0[0]);
    let pieces =
        route.iter().flat_map(|curve| (1..=PIECES).map(|piece| curve.at(f64::from(piece) / f64::from(PIECES))));
    start.into_iter().chain(pieces).collect()
}

/// Pairs of lines that cross and have no node in common.
fn crossings(scene: &Scene<'_>, lines: &[Vec<Point>]) -> usize {
    let apart = |a: usize, b: usize| {
        let ends = |edge: usize| [scene.edges[edge].from, scene.edges[edge].to];
        ends(a).iter().all(|end| !ends(b).contains(end))
    };
    let cross =
        |a: usize, b: usize| lines[a].windows(2).any(|one| lines[b].windows(2).any(|other| segments_cross(one, other)));
    (0..lines.len()).map(|a| (0..a).filter(|&b| apart(a, b) && cross(a, b)).count()).sum()
}

fn segments_cross(one: &[Point], other: &[Point]) -> bool {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    turn(one[0], one[1], other[0]) * turn(one[0], one[1], other[1]) < 0.0
        && turn(other[0], other[1], one[0]) * turn(other[0], other[1], one[1]) < 0.0
}

/// Pairs of a line and a node or words of another line that it touches.
fn run_through(scene: &Scene<'_>, picture: &Arrangement, lines: &[Vec<Point>]) -> usize {
    let touches = |line: &[Point], at: Point, body: Body| line.windows(2).any(|piece| piece_meets(piece, at, body));
    let through = |(index, line): (usize, &Vec<Point>)| {
        let edge = &scene.edges[index];
        let own_node = |node: usize| node == edge.from || node == edge.to;
        let nodes = (0..scene.nodes.len())
            .filter(|&node| !own_node(node) && touches(line, picture.nodes[node], scene.nodes[node].body));
        let words = (0..lines.len())
            .filter(|&other| other != index && touches(line, picture.labels[other], scene.edges[other].body));
        nodes.count() + words.count()
    };
    lines.iter().enumerate().map(through).sum()
}

/// Whether a straight piece meets a box: its ends lie around it, and not all corners on one side.
fn piece_meets(piece: &[Point], at: Point, body: Body) -> bool {
    let (a, b) = (piece[0], piece[1]);
    let (half_width, half_height) = (body.width / 2.0, body.height / 2.0);
    let near = a.x.min(b.x) < at.x + half_width
        && a.x.max(b.x) > at.x - half_width
        && a.y.min(b.y) < at.y + half_height
        && a.y.max(b.y) > at.y - half_height;
    let (nx, ny) = (a.y - b.y, b.x - a.x);
    let off = (at.x - a.x) * nx + (at.y - a.y) * ny;
    near && off.abs() < half_width * nx.abs() + half_height * ny.abs()
}
