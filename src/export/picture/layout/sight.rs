//! Bends lines around boxes that they would run through.

use super::{Body, Link, Point, overlap};

/// How near to a box a line may pass.
const CLEARANCE: f64 = 5.0;
/// After so many rounds the best so far is kept; after fewer in a large graph.
const MOST_ROUNDS: usize = 120;
/// So many pairs of line and box are looked at in all.
const PATIENCE: usize = 6_000_000;

/// Moves boxes out of the lines between others, and keeps the places where the fewest are hit.
pub(super) fn clear(bodies: &[Body], links: &[Link], places: &mut [Point]) {
    let rounds = (PATIENCE / (bodies.len() * links.len()).max(1)).min(MOST_ROUNDS);
    let mut best = places.to_vec();
    let mut fewest = usize::MAX;
    for _ in 0..rounds {
        let hits = hits(bodies, links, places);
        if hits.len() < fewest {
            (fewest, best) = (hits.len(), places.to_vec());
        }
        if hits.is_empty() {
            break;
        }
        hits.iter().for_each(|hit| hit.ease(links, places));
        overlap::part(bodies, places);
    }
    places.copy_from_slice(&best);
}

/// A line that runs through a box.
struct Hit {
    link: usize,
    body: usize,
    /// The way by which the box would have to move to be clear of the line.
    way: Point,
}

impl Hit {
    /// The box goes most of its way; the ends of the line, which may have their own reasons, give a
    /// little.
    fn ease(&self, links: &[Link], places: &mut [Point]) {
        let Link { a, b } = links[self.link];
        for (index, part) in [(self.body, 0.6), (a, -0.2), (b, -0.2)] {
            places[index].x += self.way.x * part;
            places[index].y += self.way.y * part;
        }
    }
}

fn hits(bodies: &[Body], links: &[Link], places: &[Point]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (link, &Link { a, b }) in links.iter().enumerate() {
        for (body, size) in bodies.iter().enumerate().filter(|(body, _)| *body != a && *body != b) {
            if let Some(way) = way_out(places[a], places[b], places[body], *size) {
                hits.push(Hit { link, body, way });
            }
        }
    }
    hits
}

/// How a box that a line runs through gets clear of it: straight away from the line, on the side
/// where its centre is. `None` where the line does not touch it.
fn way_out(from: Point, to: Point, centre: Point, size: Body) -> Option<Point> {
    let (half_width, half_height) = (size.width / 2.0 + CLEARANCE, size.height / 2.0 + CLEARANCE);
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = super::length(dx, dy);
    let apart = |a: f64, b: f64, middle: f64, half: f64| a.max(b) < middle - half || a.min(b) > middle + half;
    if length < 1.0 || apart(from.x, to.x, centre.x, half_width) || apart(from.y, to.y, centre.y, half_height) {
        return None;
    }
    let (normal_x, normal_y) = (-dy / length, dx / length);
    let off = (centre.x - from.x) * normal_x + (centre.y - from.y) * normal_y;
    let reach = half_width * normal_x.abs() + half_height * normal_y.abs();
    let side = if off < 0.0 { -1.0 } else { 1.0 };
    let missing = (reach - off.abs()) * side;
    (off.abs() < reach).then_some(Point { x: normal_x * missing, y: normal_y * missing })
}
