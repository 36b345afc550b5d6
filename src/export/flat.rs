//! Nodes and edges as rows, for the formats that know attributes but no claims.
//!
//! An edge shows what its claims come to and the words of the leading one; all its claims, complete,
//! stand in one cell as JSON, so that nothing is lost even there.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::graph::{Claim, EdgeView};
use crate::model::{Edtf, Node};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Truth,
    Whole,
    Real,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell<'g> {
    Text(Cow<'g, str>),
    Truth(bool),
    Whole(usize),
    Real(f64),
}

impl std::fmt::Display for Cell<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Truth(truth) => truth.fmt(f),
            Self::Whole(number) => number.fmt(f),
            Self::Real(number) => number.fmt(f),
        }
    }
}

/// A column of the rows of `T`.
pub(super) struct Column<T: ?Sized> {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// The cell in a row; `None` where there is nothing to tell.
    pub(super) cell: for<'g> fn(&'g T) -> Option<Cell<'g>>,
}

const fn column<T: ?Sized>(name: &'static str, kind: Kind, cell: for<'g> fn(&'g T) -> Option<Cell<'g>>) -> Column<T> {
    Column { name, kind, cell }
}

/// What is told of a node besides its id.
pub(super) const NODE: &[Column<Node>] = &[
    column("kind", Kind::Text, |node| text(node.kind.as_str())),
    column("name", Kind::Text, |node| text(&node.name)),
    column("aliases", Kind::Text, |node| {
        (!node.aliases.is_empty()).then(|| Cell::Text(node.aliases.join("; ").into()))
    }),
];

/// What is told of an edge besides its ends and its id.
pub(super) const fn edge<'e>() -> [Column<EdgeView<'e>>; 20] {
    [
        column("predicate", Kind::Text, |edge| text(edge.predicate)),
        column("label", Kind::Text, |edge| text(edge.label)),
        column("group", Kind::Text, |edge| text(edge.group.as_str())),
        column("symmetric", Kind::Truth, |edge| Some(Cell::Truth(!edge.directed))),
        column("status", Kind::Text, |edge| text(edge.status.as_str())),
        column("disputed", Kind::Truth, |edge| Some(Cell::Truth(edge.disputed))),
        column("date", Kind::Text, |edge| text(edge.date?.as_str())),
        column("earliest", Kind::Text, |edge| day(edge.date.and_then(Edtf::earliest))),
        column("latest", Kind::Text, |edge| day(edge.date.and_then(Edtf::latest))),
        column("ended", Kind::Truth, |edge| Some(Cell::Truth(edge.ended))),
        column("sources", Kind::Whole, |edge| Some(Cell::Whole(edge.sources))),
        column("confidence", Kind::Real, |edge| Some(Cell::Real(edge.claims[0].confidence))),
        column("said_by", Kind::Text, |edge| text(edge.claims[0].said_by.as_ref()?)),
        column("place", Kind::Text, |edge| text(edge.claims[0].place_name.as_ref()?)),
        column("event", Kind::Text, |edge| text(edge.claims[0].event_name.as_ref()?)),
        column("evidence", Kind::Text, |edge| text(edge.claims[0].evidence.text.as_ref()?)),
        column("document", Kind::Text, |edge| text(&edge.claims[0].document.id)),
        column("url", Kind::Text, |edge| text(edge.claims[0].document.url.as_ref()?)),
        column("published", Kind::Text, |edge| text(edge.claims[0].document.published.as_ref()?.as_str())),
        column("claims", Kind::Text, |edge| Some(Cell::Text(json(edge.claims).into()))),
    ]
}

fn text(text: &str) -> Option<Cell<'_>> {
    Some(Cell::Text(text.into()))
}

/// Claims as JSON. The two characters that XML cannot hold and JSON need not escape are escaped.
fn json(claims: &[Claim]) -> String {
    let json = serde_json::to_string(claims).unwrap_or_default();
    if json.contains(['\u{FFFE}', '\u{FFFF}']) {
        return json.replace('\u{FFFE}', "\\ufffe").replace('\u{FFFF}', "\\uffff");
    }
    json
}

fn day(day: Option<Date>) -> Option<Cell<'static>> {
    Some(Cell::Text(day?.to_string().into()))
}
