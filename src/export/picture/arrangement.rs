//! Where everything of a picture goes: by Graphviz where the caller has it and it does better, else
//! by [`layout`].

use super::layout::{Body, Link, Point, arrange};
use super::route::{Curve, through};
use super::scene::Scene;
use super::{Graphviz, faults, graphviz};

/// How much wider than high a picture is: as pages and screens are.
const STRETCH: f64 = 1.5;

/// Places of nodes and words, and the lines between them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Arrangement {
    /// The centre of each node.
    pub(super) nodes: Vec<Point>,
    /// The centre of the words of each edge.
    pub(super) labels: Vec<Point>,
    /// The curves of each edge, end to end, from the centre or outline of its first node to that
    /// of its second.
    pub(super) routes: Vec<Vec<Curve>>,
    /// Of everything, from (0, 0).
    pub(super) size: Body,
}

impl Arrangement {
    /// The clearer of both, where there are two: fewer lines that cross each other or run through
    /// words and nodes, of equals the smaller picture.
    pub(super) fn of(scene: &Scene<'_>, graphviz: Option<Graphviz<'_>>) -> Self {
        let own = Self::own(scene);
        let theirs = graphviz.and_then(|run| graphviz::parse(&run(&graphviz::question(scene))?, scene));
        match theirs {
            Some(theirs) if theirs.worth(scene) < own.worth(scene) => theirs,
            _ => own,
        }
    }

    fn own(scene: &Scene<'_>) -> Self {
        let count = scene.nodes.len();
        let bodies: Vec<Body> =
            scene.nodes.iter().map(|node| node.body).chain(scene.edges.iter().map(|edge| edge.body)).collect();
        let ends = |(index, edge): (usize, &super::scene::EdgeBox<'_>)| {
            [Link { a: edge.from, b: count + index }, Link { a: count + index, b: edge.to }]
        };
        let links: Vec<Link> = scene.edges.iter().enumerate().flat_map(ends).collect();
        let mut nodes = arrange(&bodies, &links, STRETCH);
        let labels = nodes.split_off(count);
        let route = |(edge, &label): (&super::scene::EdgeBox<'_>, &Point)| {
            through(nodes[edge.from], label, nodes[edge.to]).to_vec()
        };
        let routes = scene.edges.iter().zip(&labels).map(route).collect();
        Self::framed(scene, nodes, labels, routes)
    }

    /// Moves everything so that it begins at (0, 0), and measures it.
    pub(super) fn framed(
        scene: &Scene<'_>,
        mut nodes: Vec<Point>,
        mut labels: Vec<Point>,
        mut routes: Vec<Vec<Curve>>,
    ) -> Self {
        let boxes = scene.nodes.iter().map(|node| node.body).zip(&nodes);
        let boxes = boxes.chain(scene.edges.iter().map(|edge| edge.body).zip(&labels));
        let mut corners: Vec<(Point, Point)> = boxes
            .map(|(body, at)| {
                let half = Point { x: body.width / 2.0, y: body.height / 2.0 };
                (Point { x: at.x - half.x, y: at.y - half.y }, Point { x: at.x + half.x, y: at.y + half.y })
            })
            .collect();
        corners.extend(routes.iter().flatten().flat_map(|curve| curve.0).map(|point| (point, point)));
        let least = |value: fn(&Point) -> f64| corners.iter().map(|(low, _)| value(low)).fold(f64::INFINITY, f64::min);
        let most = |value: fn(&Point) -> f64| corners.iter().map(|(_, high)| value(high)).fold(0.0, f64::max);
        if corners.is_empty() {
            return Self { nodes, labels, routes, size: Body { width: 0.0, height: 0.0 } };
        }
        let (left, top) = (least(|point| point.x), least(|point| point.y));
        let size = Body { width: most(|point| point.x) - left, height: most(|point| point.y) - top };
        let points =
            nodes.iter_mut().chain(&mut labels).chain(routes.iter_mut().flatten().flat_map(|curve| &mut curve.0));
        points.for_each(|point| *point = Point { x: point.x - left, y: point.y - top });
        Self { nodes, labels, routes, size }
    }

    /// Less is better.
    fn worth(&self, scene: &Scene<'_>) -> (usize, u64) {
        (faults::count(scene, self), (self.size.width * self.size.height) as u64)
    }
}
