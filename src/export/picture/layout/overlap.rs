//! Moves boxes apart until none lies on another.

use super::{Body, GAP, Point};

/// After so many rounds the whole is spread a little, which always ends.
const ROUNDS: usize = 25;
/// By how much.
const SPREAD: f64 = 1.06;

/// Parts the boxes, each moved as little as will do, so that there is a gap between any two.
pub(super) fn part(bodies: &[Body], places: &mut [Point]) {
    let mut round = 1;
    while push(bodies, places) {
        if round % ROUNDS == 0 {
            places.iter_mut().for_each(|place| *place = Point { x: place.x * SPREAD, y: place.y * SPREAD });
        }
        round += 1;
    }
}

/// Moves each pair of boxes that overlap half of the way apart; says whether there was any.
fn push(bodies: &[Body], places: &mut [Point]) -> bool {
    let mut order: Vec<usize> = (0..bodies.len()).collect();
    let left = |index: usize, places: &[Point]| places[index].x - bodies[index].width / 2.0;
    order.sort_by(|&a, &b| left(a, places).total_cmp(&left(b, places)).then(a.cmp(&b)));
    let lefts: Vec<f64> = order.iter().map(|&index| left(index, places)).collect();
    let mut moved = false;
    for (rank, &a) in order.iter().enumerate() {
        let right = lefts[rank] + bodies[a].width + GAP;
        let beyond = rank + 1 + lefts[rank + 1..].partition_point(|&left| left < right);
        for &b in &order[rank + 1..beyond] {
            moved |= push_pair(bodies, places, a, b);
        }
    }
    moved
}

fn push_pair(bodies: &[Body], places: &mut [Point], a: usize, b: usize) -> bool {
    let (dx, dy) = (places[b].x - places[a].x, places[b].y - places[a].y);
    let over_x = f64::midpoint(bodies[a].width, bodies[b].width) + GAP - dx.abs();
    let over_y = f64::midpoint(bodies[a].height, bodies[b].height) + GAP - dy.abs();
    if over_x <= 0.01 || over_y <= 0.01 {
        return false;
    }
    // Of two boxes in one place the later goes right or down.
    let sign = |distance: f64| if distance < 0.0 { -1.0 } else { 1.0 };
    let (x, y) = if over_x < over_y { (sign(dx) * over_x * 0.5, 0.0) } else { (0.0, sign(dy) * over_y * 0.5) };
    places[a] = Point { x: places[a].x - x, y: places[a].y - y };
    places[b] = Point { x: places[b].x + x, y: places[b].y + y };
    true
}
