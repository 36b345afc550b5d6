//! Places boxes on a plane: near what they are linked to, on top of nothing.
//!
//! Comes in: boxes with their sizes, and links between them. Goes out: a centre for each box, the
//! same for the same input; no two boxes overlap. Nothing is drawn here, and nothing random is used.
//!
//! The words on an edge are a box of their own, linked to both ends of the edge: so they find room
//! like everything else, parallel edges part without further ado, and an edge that would run through
//! a box can be bent aside by moving its words.
//!
//! What was tried by hand before this was written stands in `docs/pictures.md`.

mod overlap;
mod pack;
mod sight;
mod stress;

use petgraph::algo::kosaraju_scc;
use petgraph::graph::UnGraph;

/// A point; x grows to the right, y downward.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left edge.
    pub x: f64,
    /// Distance from the upper edge.
    pub y: f64,
}

/// A box that needs room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// Its full width.
    pub width: f64,
    /// Its full height.
    pub height: f64,
}

/// Two boxes that belong near each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of one of them.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
}

/// The room kept free around each box.
pub(super) const GAP: f64 = 14.0;

/// How much more room than their own boxes are given before they are parted.
const ROOM: f64 = 2.0;

/// Where each box belongs: its centre. The upper left corner of all is at (0, 0).
///
/// `stretch` is how much wider than high it should be, roughly. Quadratic in the number of boxes up
/// to a few hundred of them, near linear beyond.
pub fn arrange(bodies: &[Body], links: &[Link], stretch: f64) -> Vec<Point> {
    let mut places = vec![Point::default(); bodies.len()];
    let mut parts = Vec::new();
    for members in components(bodies.len(), links) {
        let part = Part::of(&members, bodies, links);
        for (&member, place) in members.iter().zip(part.arrange(stretch)) {
            places[member] = place;
        }
        parts.push(members);
    }
    pack::pack(bodies, &parts, stretch, &mut places);
    places
}

/// How long a way is; `hypot` would differ from machine to machine in its last bit.
pub(super) fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

/// The boxes that hang together, each list in order, the largest first.
fn components(count: usize, links: &[Link]) -> Vec<Vec<usize>> {
    let mut net = UnGraph::<(), (), usize>::with_capacity(count, links.len());
    for _ in 0..count {
        net.add_node(());
    }
    for link in links {
        net.add_edge(link.a.into(), link.b.into(), ());
    }
    let mut parts: Vec<Vec<usize>> =
        kosaraju_scc(&net).into_iter().map(|part| part.into_iter().map(|node| node.index()).collect()).collect();
    parts.iter_mut().for_each(|part| part.sort_unstable());
    parts.sort_by_key(|part| (usize::MAX - part.len(), part[0]));
    parts
}

/// Boxes that hang together, numbered anew from 0.
struct Part {
    bodies: Vec<Body>,
    links: Vec<Link>,
}

impl Part {
    fn of(members: &[usize], bodies: &[Body], links: &[Link]) -> Self {
        let own = |index: &usize| members.binary_search(index).ok();
        let links = links.iter().filter_map(|link| Some(Link { a: own(&link.a)?, b: own(&link.b)? })).collect();
        Self { bodies: members.iter().map(|&member| bodies[member]).collect(), links }
    }

    fn arrange(&self, stretch: f64) -> Vec<Point> {
        let mut places = stress::arrange(&self.narrowed(stretch), &self.links);
        places.iter_mut().for_each(|place| place.x *= stretch);
        self.make_room(&mut places);
        overlap::part(&self.bodies, &mut places);
        sight::clear(&self.bodies, &self.links, &mut places);
        places
    }

    /// Scales the places until all boxes would fit between them: distances in a dense graph are
    /// shorter than its boxes are large, and to part so many one by one would tear it.
    fn make_room(&self, places: &mut [Point]) {
        let all: Vec<usize> = (0..places.len()).collect();
        let bounds = pack::Bounds::of(&all, &self.bodies, places);
        let needed: f64 = self.bodies.iter().map(|body| (body.width + GAP) * (body.height + GAP)).sum();
        let scale = (ROOM * needed / (bounds.width * bounds.height)).sqrt().max(1.0);
        places.iter_mut().for_each(|place| *place = Point { x: place.x * scale, y: place.y * scale });
    }

    /// The boxes as they are before the plane is stretched.
    fn narrowed(&self, stretch: f64) -> Vec<Body> {
        self.bodies.iter().map(|body| Body { width: body.width / stretch, ..*body }).collect()
    }
}
