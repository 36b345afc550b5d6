//! What stands below a picture: the legend and the sources.

use super::canvas::{Canvas, MARGIN};
use super::layout::{Body, Point};
use super::scene::Scene;
use super::sheet::outline;
use super::text::{cut, escape, width};
use crate::export::style::link;
use crate::model::{Document, Group, NodeKind, Status};

const SIZE: f64 = 12.0;
const LINE: f64 = 22.0;
const SOURCE_LINE: f64 = 17.0;
/// The room of a mark before its word.
const MARK: f64 = 34.0;
/// The least width of a column of sources, and how many make another column worth while.
const COLUMN: f64 = 520.0;
const FEW_SOURCES: usize = 8;
/// So many sources are listed in a column; the rest are counted.
const MOST_SOURCES: usize = 24;

/// What the legend explains.
enum Mark {
    Kind(NodeKind),
    Status(Status),
    Group(Group),
    Ended,
}

impl Mark {
    const fn word(&self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.as_str(),
            Self::Status(status) => status.as_str(),
            Self::Group(group) => group.as_str(),
            Self::Ended => "ended",
        }
    }

    fn draw(&self, canvas: &mut Canvas, x: f64, y: f64) {
        let line = |class: &str| {
            format!(r#"<path class="line {class}" d="M{x:.1} {:.1}L{:.1} {:.1}"/>"#, y - 4.0, x + 26.0, y - 4.0)
        };
        canvas.raw(&match self {
            Self::Kind(kind) => outline(*kind, Point { x: x + 13.0, y: y - 4.0 }, Body { width: 30.0, height: 14.0 }),
            Self::Status(status) => line(&format!("{status} ended")),
            Self::Group(group) => line(&format!("{group} confirmed")),
            Self::Ended => line("ended confirmed"),
        });
    }
}

/// Draws both below `top`, in a column of that width; returns where they end.
pub(super) fn draw(canvas: &mut Canvas, scene: &Scene<'_>, kinds: &[NodeKind], inner: f64, top: f64) -> f64 {
    let right = MARGIN + inner;
    canvas.raw(&format!(r#"<path class="line rule" d="M{MARGIN} {top:.1}L{right:.1} {top:.1}"/>"#));
    let mut y = top + LINE;
    let kinds = kinds.iter().copied().map(Mark::Kind).collect();
    for row in [kinds, Status::ALL.into_iter().map(Mark::Status).collect(), groups(scene)] {
        y = legend(canvas, &row, right, y);
    }
    sources(canvas, &scene.sources, inner, y + 6.0)
}

fn groups(scene: &Scene<'_>) -> Vec<Mark> {
    let shown = |group: &Group| scene.edges.iter().any(|edge| edge.edge.group == *group && !edge.edge.ended);
    let groups = Group::ALL.into_iter().filter(shown).map(Mark::Group);
    groups.chain(scene.edges.iter().any(|edge| edge.edge.ended).then_some(Mark::Ended)).collect()
}

/// One row of the legend, broken where it would leave the picture; returns where the next begins.
fn legend(canvas: &mut Canvas, marks: &[Mark], right: f64, mut y: f64) -> f64 {
    let mut x = MARGIN;
    for mark in marks {
        let room = MARK + width(mark.word(), SIZE);
        if x > MARGIN && x + room > right {
            (x, y) = (MARGIN, y + LINE);
        }
        mark.draw(canvas, x, y);
        canvas.text([x + MARK, y], SIZE, "ink", "start", mark.word());
        x += room + 20.0;
    }
    if marks.is_empty() { y } else { y + LINE }
}

/// The sources by number, in columns where there are many and the picture is wide; returns where
/// they end.
fn sources(canvas: &mut Canvas, sources: &[&Document], inner: f64, top: f64) -> f64 {
    let columns = ((inner / COLUMN) as usize).min(sources.len().div_ceil(FEW_SOURCES)).max(1);
    let shown = sources.len().min(columns * MOST_SOURCES);
    let rows = shown.div_ceil(columns);
    let room = inner / columns as f64;
    for (index, document) in sources.iter().take(shown).enumerate() {
        let at = [MARGIN + room * (index / rows) as f64, top + SOURCE_LINE * (index % rows) as f64];
        source(canvas, index + 1, document, room - 12.0, at);
    }
    let end = top + SOURCE_LINE * rows as f64;
    if sources.len() == shown {
        return end - SOURCE_LINE;
    }
    canvas.text([MARGIN, end], SIZE, "faint", "start", &format!("and {} more sources", sources.len() - shown));
    end
}

/// One source; a link where its address is one that may be followed.
fn source(canvas: &mut Canvas, number: usize, document: &Document, room: f64, at: [f64; 2]) {
    let line = cut(&format!("[{number}]  {}", told(document)), SIZE, room);
    let url = link(document.url.as_deref());
    url.into_iter().for_each(|url| canvas.raw(&format!(r#"<a href="{}">"#, escape(url))));
    canvas.text(at, SIZE, "faint", "start", &line);
    url.into_iter().for_each(|_| canvas.raw("</a>"));
}

/// A source by what is known of it; by its id where nothing is.
fn told(document: &Document) -> String {
    let published = document.published.as_ref().map(ToString::to_string);
    let parts = [&document.title, &document.publisher, &published, &document.url];
    let known: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    if known.is_empty() { document.id.clone() } else { known.join(", ") }
}
