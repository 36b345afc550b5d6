//! Claims as JSON Lines, in the form that `relgraph import` reads back.

use std::collections::BTreeSet;
use std::io::Write;

use serde::Serialize;

use super::{ExportError, Format, Options};
use crate::graph::{Claim, EdgeView, Graph, Words};
use crate::model::{Document, Edtf, Node, NodeKind, Status};

pub(super) const FORMAT: Format = Format {
    name: "claims",
    ending: "jsonl",
    about: "one claim a line as JSON, complete; then a line for each node with other names or no claim; `relgraph import` reads it",
    loses: "sources that make no claim",
    write,
};

/// The line of a claim. The ids tell namesakes apart.
#[derive(Serialize)]
struct ClaimLine<'g> {
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
    place_id: Option<&'g str>,
    event: Option<&'g str>,
    event_id: Option<&'g str>,
    evidence: Option<&'g Words>,
    rule: &'g str,
    confidence: f64,
    document: &'g Document,
}

/// The line of a node of which claims do not tell all.
#[derive(Serialize)]
struct NodeLine<'g> {
    node: &'g str,
    node_id: &'g str,
    node_kind: NodeKind,
    aliases: &'g [String],
}

fn write(graph: &Graph, _: &Options, mut out: &mut dyn Write) -> Result<(), ExportError> {
    let mut named = BTreeSet::new();
    for edge in graph.edges() {
        named.extend([edge.source, edge.target]);
        for claim in edge.claims {
            named.extend([claim.place.as_deref(), claim.event.as_deref()].into_iter().flatten());
            serde_json::to_writer(&mut out, &claim_line(&edge, claim))?;
            out.write_all(b"\n")?;
        }
    }
    for node in graph.nodes().filter(|node| !node.aliases.is_empty() || !named.contains(node.id.as_str())) {
        serde_json::to_writer(&mut out, &node_line(node))?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

fn claim_line<'g>(edge: &EdgeView<'g>, claim: &'g Claim) -> ClaimLine<'g> {
    ClaimLine {
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
        place_id: claim.place.as_deref(),
        event: claim.event_name.as_deref(),
        event_id: claim.event.as_deref(),
        evidence: claim.evidence.text.is_some().then_some(&claim.evidence),
        rule: &claim.rule,
        confidence: claim.confidence,
        document: &claim.document,
    }
}

fn node_line(node: &Node) -> NodeLine<'_> {
    NodeLine { node: &node.name, node_id: &node.id, node_kind: node.kind, aliases: &node.aliases }
}
