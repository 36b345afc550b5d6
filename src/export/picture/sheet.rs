//! A graph as nodes and lines on one sheet.

use std::fmt::Write as _;

use super::Look;
use super::arrangement::Arrangement;
use super::canvas::{Canvas, MARGIN};
use super::footer;
use super::layout::{Body, Point, length};
use super::route::{Curve, POINT, Shape};
use super::scene::{EdgeBox, NAME_LINE, NAME_SIZE, NOTE_SIZE, NodeBox, Scene, WORD_LINE, WORD_SIZE};
use super::text::{escape, width};
use crate::model::NodeKind;

/// No picture is narrower: its legend needs room.
const LEAST_WIDTH: f64 = 560.0;
/// Length and half width of an arrowhead.
const ARROW: [f64; 2] = [9.0, 4.0];

/// The picture.
pub(super) fn svg(scene: &Scene<'_>, places: &Arrangement, look: &Look) -> String {
    let title = look.title.as_deref().unwrap_or("Who is linked to whom");
    let mut canvas = Canvas::new();
    let inner = places.size.width.max(LEAST_WIDTH).max(width(title, super::canvas::TITLE_SIZE));
    let top = canvas.title(title, &count(scene)) + 22.0;
    let left = MARGIN + (inner - places.size.width) / 2.0;
    canvas.raw(&format!(r#"<g transform="translate({left:.1} {top:.1})">"#));
    for (edge, route) in scene.edges.iter().zip(&places.routes) {
        draw_line(&mut canvas, scene, places, edge, route);
    }
    for (edge, &at) in scene.edges.iter().zip(&places.labels) {
        draw_words(&mut canvas, edge, at);
    }
    for (node, &at) in scene.nodes.iter().zip(&places.nodes) {
        draw_node(&mut canvas, node, at);
    }
    canvas.raw("</g>");
    let shown = |kind: &NodeKind| scene.nodes.iter().any(|node| node.node.kind == *kind);
    let kinds: Vec<NodeKind> = NodeKind::ALL.into_iter().filter(shown).collect();
    let bottom = footer::draw(&mut canvas, scene, &kinds, inner, top + places.size.height + 26.0);
    canvas.finish(inner + 2.0 * MARGIN, bottom + MARGIN, look, title)
}

/// "7 nodes, 9 relationships, as told by 2 sources".
fn count(scene: &Scene<'_>) -> String {
    let number = |count: usize, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    format!(
        "{}, {}, as told by {}",
        number(scene.nodes.len(), "node"),
        number(scene.edges.len(), "relationship"),
        number(scene.sources.len(), "source")
    )
}

/// How nodes of a kind are outlined.
pub(super) const fn shape(kind: NodeKind) -> Shape {
    match kind {
        NodeKind::Person => Shape::Pill,
        NodeKind::Venue => Shape::Rectangle,
        NodeKind::Event => Shape::Hexagon,
    }
}

/// The classes that colour an edge.
fn colour(edge: &EdgeBox<'_>) -> &'static str {
    if edge.edge.ended { "ended" } else { edge.edge.group.as_str() }
}

fn draw_line(canvas: &mut Canvas, scene: &Scene<'_>, places: &Arrangement, edge: &EdgeBox<'_>, route: &[Curve]) {
    let cut = |curve: &Curve, node: usize| {
        let NodeBox { node: of, body, .. } = &scene.nodes[node];
        curve.leaving(shape(of.kind), places.nodes[node], *body)
    };
    let mut route = route.to_vec();
    if let Some(first) = route.first_mut() {
        *first = cut(first, edge.from);
    }
    if let Some(last) = route.last_mut() {
        *last = cut(&last.turned(), edge.to).turned();
    }
    let head = if edge.edge.directed { arrow(&mut route) } else { None };
    let tooltip = escape(&tooltip(edge));
    let (status, colour) = (edge.edge.status, colour(edge));
    canvas.raw(&format!(r#"<g><title>{tooltip}</title><path class="line {colour} {status}" d="{}"/>"#, path(&route)));
    if let Some([a, b, c]) = head {
        canvas.raw(&format!(
            r#"<path class="fill {colour}" d="M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z"/>"#,
            a.x, a.y, b.x, b.y, c.x, c.y
        ));
    }
    canvas.raw("</g>");
}

/// The corners of an arrowhead at the end of a route, which is cut to its base.
fn arrow(route: &mut [Curve]) -> Option<[Point; 3]> {
    let [long, half] = ARROW;
    let last = route.last_mut()?;
    let [.., before, tip] = last.0;
    let reach = length(tip.x - before.x, tip.y - before.y);
    let before = if reach > 1e-6 { before } else { last.0[0] };
    let reach = length(tip.x - before.x, tip.y - before.y).max(1e-6);
    let (x, y) = ((tip.x - before.x) / reach, (tip.y - before.y) / reach);
    let base = Point { x: tip.x - x * long, y: tip.y - y * long };
    last.0[3] = base;
    let corner = |side: f64| Point { x: base.x - y * half * side, y: base.y + x * half * side };
    Some([tip, corner(1.0), corner(-1.0)])
}

fn path(route: &[Curve]) -> String {
    let mut path = String::new();
    for (index, Curve([a, b, c, d])) in route.iter().enumerate() {
        if index == 0 {
            let _ = write!(path, "M{:.1} {:.1}", a.x, a.y);
        }
        let _ = write!(path, "C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}", b.x, b.y, c.x, c.y, d.x, d.y);
    }
    path
}

/// Who is what to whom, and the words that the edge is shown by.
fn tooltip(edge: &EdgeBox<'_>) -> String {
    let view = &edge.edge;
    let words = view.claims[0].words();
    let said = if words.is_empty() { String::new() } else { format!("\n“{words}”") };
    format!("{} {} {} ({}){said}", view.from.name, edge.label, view.to.name, view.status)
}

fn draw_words(canvas: &mut Canvas, edge: &EdgeBox<'_>, at: Point) {
    let Body { width, height } = edge.body;
    canvas.halo([at.x - width / 2.0, at.y - height / 2.0], width, height);
    let class = format!("fill {}", colour(edge));
    canvas.text([at.x, at.y - 3.0], WORD_SIZE, &class, "middle", edge.label);
    canvas.text([at.x, at.y - 3.0 + WORD_LINE], NOTE_SIZE, "faint", "middle", &edge.note);
}

fn draw_node(canvas: &mut Canvas, node: &NodeBox<'_>, at: Point) {
    let mut known = vec![node.node.name.as_str()];
    known.extend(node.node.aliases.iter().map(String::as_str));
    canvas.raw(&format!("<g><title>{}: {}</title>", node.node.kind, escape(&known.join(", "))));
    canvas.raw(&outline(node.node.kind, at, node.body));
    let first = at.y + NAME_SIZE * 0.36 - NAME_LINE * (node.name.len() - 1) as f64 / 2.0;
    for (index, line) in node.name.iter().enumerate() {
        canvas.text([at.x, first + NAME_LINE * index as f64], NAME_SIZE, "ink", "middle", line);
    }
    canvas.raw("</g>");
}

/// The outline of a node.
pub(super) fn outline(kind: NodeKind, at: Point, Body { width, height }: Body) -> String {
    let (left, top) = (at.x - width / 2.0, at.y - height / 2.0);
    let round = match shape(kind) {
        Shape::Pill => height / 2.0,
        Shape::Rectangle => 2.0,
        Shape::Hexagon => {
            let (right, bottom) = (left + width, top + height);
            return format!(
                r#"<path class="outline {kind}" d="M{left:.1} {:.1}L{:.1} {top:.1}L{:.1} {top:.1}L{right:.1} {:.1}L{:.1} {bottom:.1}L{:.1} {bottom:.1}Z"/>"#,
                at.y,
                left + POINT,
                right - POINT,
                at.y,
                right - POINT,
                left + POINT,
            );
        }
    };
    format!(
        r#"<rect class="outline {kind}" x="{left:.1}" y="{top:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}"/>"#
    )
}
