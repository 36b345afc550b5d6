//! Puts the parts of a picture that do not hang together next to each other.

use super::{Body, GAP, Point};

/// The room between parts.
const BETWEEN: f64 = 2.5 * GAP;

/// Moves each part as a whole, in rows from the upper left; the parts come largest first.
pub(super) fn pack(bodies: &[Body], parts: &[Vec<usize>], stretch: f64, places: &mut [Point]) {
    let bounds: Vec<Bounds> = parts.iter().map(|part| Bounds::of(part, bodies, places)).collect();
    let area: f64 = bounds.iter().map(|bounds| (bounds.width + BETWEEN) * (bounds.height + BETWEEN)).sum();
    let widest = bounds.iter().map(|bounds| bounds.width).fold(0.0, f64::max);
    let row = widest.max((area * stretch).sqrt());
    let (mut x, mut y, mut height) = (0.0, 0.0, 0.0_f64);
    for (part, bounds) in parts.iter().zip(&bounds) {
        if x > 0.0 && x + bounds.width > row {
            (x, y, height) = (0.0, y + height + BETWEEN, 0.0);
        }
        for &member in part {
            places[member] = Point { x: places[member].x - bounds.left + x, y: places[member].y - bounds.top + y };
        }
        x += bounds.width + BETWEEN;
        height = height.max(bounds.height);
    }
}

/// The rectangle around some boxes.
pub(super) struct Bounds {
    left: f64,
    top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Bounds {
    pub(super) fn of(part: &[usize], bodies: &[Body], places: &[Point]) -> Self {
        let least = |f: &dyn Fn(usize) -> f64| part.iter().map(|&member| f(member)).fold(f64::INFINITY, f64::min);
        let left = least(&|member| places[member].x - bodies[member].width / 2.0);
        let top = least(&|member| places[member].y - bodies[member].height / 2.0);
        let right = -least(&|member| -(places[member].x + bodies[member].width / 2.0));
        let bottom = -least(&|member| -(places[member].y + bodies[member].height / 2.0));
        Self { left, top, width: right - left, height: bottom - top }
    }
}
