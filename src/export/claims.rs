//! Claims as JSON Lines, in the form that `relgraph import` reads back.

use std::io::Write;

use serde::Serialize;

use super::{ExportError, Format, Options};
use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Document, Edtf, Evidence, NodeKind, Status};

pub(super) const FORMAT: Format = Format {
    name: "claims",
    ending: "jsonl",
    about: "one claim a line as JSON, with its words, rule, confidence and document; `relgraph import` reads it",
    loses: "nodes without any claim; other names of a node",
    write,
};

/// One line. The ids tell namesakes apart.
#[derive(Serialize)]
struct Row<'g> {
    id: &'g str,
    source: &'g str,
    source_id: &'g str,
    source_kind: NodeKind,
    predicate: &'g str,
    target: &'g str,
    target_id: &'g str,
    target_kind: NodeKind,
    status: Status,
    date: Option<&'g Edtf>,
    date_implied: bool,
    ended: bool,
    said_by: Option<&'g str>,
    place: Option<&'g str>,
    event: Option<&'g str>,
    evidence: Option<Evidence>,
    rule: &'g str,
    confidence: f64,
    document: &'g Document,
}

fn write(graph: &Graph, _: &Options, mut out: &mut dyn Write) -> Result<(), ExportError> {
    for edge in graph.edges() {
        for claim in edge.claims {
            serde_json::to_writer(&mut out, &row(&edge, claim))?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

fn row<'g>(edge: &EdgeView<'g>, claim: &'g Claim) -> Row<'g> {
    let words = &claim.evidence;
    let evidence =
        |text: &String| Evidence { start: words.start.unwrap_or(0), end: words.end.unwrap_or(0), text: text.clone() };
    Row {
        id: &claim.id,
        source: &edge.from.name,
        source_id: edge.source,
        source_kind: edge.from.kind,
        predicate: edge.predicate,
        target: &edge.to.name,
        target_id: edge.target,
        target_kind: edge.to.kind,
        status: claim.status,
        date: claim.date.as_ref(),
        date_implied: claim.date_implied,
        ended: claim.ended,
        said_by: claim.said_by.as_deref(),
        place: claim.place_name.as_deref(),
        event: claim.event_name.as_deref(),
        evidence: words.text.as_ref().map(evidence),
        rule: &claim.rule,
        confidence: claim.confidence,
        document: &claim.document,
    }
}
