//! The lines between boxes: cubic Bézier curves, cut where they reach a node.

use super::layout::{Body, Point, length};

/// How far a curve reaches along its tangents: small, so that it stays near the straight lines
/// that were kept clear of other boxes.
const EASE: f64 = 0.3;

/// One cubic Bézier curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Curve(pub(super) [Point; 4]);

/// Smoothly from one centre through a label to the other.
pub(super) fn through(from: Point, label: Point, to: Point) -> [Curve; 2] {
    let along = match unit(from, to) {
        Some(along) => along,
        // From a node to itself: around the label, at right angles to the way there.
        None => unit(from, label).map_or(Point { x: 1.0, y: 0.0 }, |way| Point { x: -way.y, y: way.x }),
    };
    let half = |end: Point, sign: f64| {
        let reach = EASE * length(label.x - end.x, label.y - end.y) * sign;
        let towards = Point { x: end.x + (label.x - end.x) * EASE, y: end.y + (label.y - end.y) * EASE };
        (towards, Point { x: label.x + along.x * reach, y: label.y + along.y * reach })
    };
    let ((leave, arrive), (enter, depart)) = (half(from, -1.0), half(to, 1.0));
    [Curve([from, leave, arrive, label]), Curve([label, depart, enter, to])]
}

fn unit(from: Point, to: Point) -> Option<Point> {
    let way = length(to.x - from.x, to.y - from.y);
    (way > 1e-6).then(|| Point { x: (to.x - from.x) / way, y: (to.y - from.y) / way })
}

impl Curve {
    /// The point at `t`, from 0 to 1.
    pub(super) fn at(&self, t: f64) -> Point {
        self.split(t).0.0[3]
    }

    /// The same curve the other way.
    pub(super) const fn turned(&self) -> Self {
        let [a, b, c, d] = self.0;
        Self([d, c, b, a])
    }

    /// Before and after `t` (de Casteljau).
    fn split(&self, t: f64) -> (Self, Self) {
        let between = |a: Point, b: Point| Point { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
        let [a, b, c, d] = self.0;
        let (ab, bc, cd) = (between(a, b), between(b, c), between(c, d));
        let (abc, bcd) = (between(ab, bc), between(bc, cd));
        let middle = between(abc, bcd);
        (Self([a, ab, abc, middle]), Self([middle, bcd, cd, d]))
    }

    /// What is left outside of a node's shape around the start; all of it where it starts outside.
    pub(super) fn leaving(&self, shape: Shape, centre: Point, body: Body) -> Self {
        if !shape.holds(centre, body, self.0[0]) || shape.holds(centre, body, self.0[3]) {
            return *self;
        }
        let (mut inside, mut outside) = (0.0, 1.0);
        for _ in 0..24 {
            let middle = f64::midpoint(inside, outside);
            if shape.holds(centre, body, self.at(middle)) { inside = middle } else { outside = middle }
        }
        self.split(outside).1
    }
}

/// The outline of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Two half circles and what is between them.
    Pill,
    /// A rectangle.
    Rectangle,
    /// A rectangle with pointed sides.
    Hexagon,
}

/// How far the points of a hexagon reach.
pub(super) const POINT: f64 = 12.0;

impl Shape {
    fn holds(self, centre: Point, body: Body, point: Point) -> bool {
        let (dx, dy) = ((point.x - centre.x).abs(), (point.y - centre.y).abs());
        let (half_width, half_height) = (body.width / 2.0, body.height / 2.0);
        if dx > half_width || dy > half_height {
            return false;
        }
        match self {
            Self::Rectangle => true,
            Self::Pill => length((dx - (half_width - half_height).max(0.0)).max(0.0), dy) <= half_height,
            Self::Hexagon => dx <= half_width - POINT * dy / half_height,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_begins_at_the_outline_of_its_node() {
        let (centre, body) = (Point { x: 0.0, y: 0.0 }, Body { width: 80.0, height: 20.0 });
        let [curve, _] = through(centre, Point { x: 200.0, y: 0.0 }, Point { x: 400.0, y: 0.0 });
        for shape in [Shape::Pill, Shape::Rectangle, Shape::Hexagon] {
            let start = curve.leaving(shape, centre, body).0[0];
            assert!((start.x - 40.0).abs() < 0.1 && start.y.abs() < 1e-9, "{shape:?} {start:?}");
        }
    }

    #[test]
    fn a_loop_goes_round() {
        let (node, label) = (Point { x: 0.0, y: 0.0 }, Point { x: 0.0, y: 60.0 });
        let [out, back] = through(node, label, node);
        assert!((out.0[2].x + back.0[1].x).abs() < 1e-9 && out.0[2].x.abs() > 1.0);
    }
}
