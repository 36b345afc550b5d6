//! Which lines of an import file are good; what is wrong with the others is told line by line.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use relgraph::error::Error;
use relgraph::lexicon::Predicates;
use relgraph::model::{Edtf, NodeKind, Status};

use super::rows::{Ended, Row, Rows};

/// A line that is good.
pub(super) enum Line {
    Edge(Box<Edge>),
    Node(NodeLine),
}

/// An edge that is good.
pub(super) struct Edge {
    pub(super) row: Row,
    pub(super) source_kind: NodeKind,
    pub(super) target_kind: NodeKind,
    pub(super) date: Option<Edtf>,
    pub(super) status: Status,
    pub(super) ended: bool,
}

/// A node by itself.
pub(super) struct NodeLine {
    pub(super) kind: NodeKind,
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) aliases: Vec<String>,
}

/// At most so many faults are told one by one.
const TOLD: usize = 20;

/// Every line, if all are good.
pub(super) fn checked(shown: &str, rows: Rows) -> Result<Vec<Line>> {
    let predicates = Predicates::shipped();
    let mut lines = Vec::new();
    let mut seen = Seen::default();
    let mut faults = 0;
    for (number, row) in rows {
        let good = row.and_then(|row| check(row, &predicates));
        match good.and_then(|line| seen.take(number, line)) {
            Ok(line) => lines.push(line),
            Err(why) => {
                faults += 1;
                if faults <= TOLD {
                    eprintln!("relgraph: {}", Error::Line { input: shown.to_owned(), line: number, why });
                }
            }
        }
    }
    match (faults, lines.is_empty()) {
        (0, false) => Ok(lines),
        (0, true) => bail!("{shown}: there are no edges in it"),
        _ => bail!("{shown}: {faults} of its lines are not good; nothing was imported"),
    }
}

/// The ids that lines before gave away.
#[derive(Default)]
struct Seen {
    /// What a node is, and the line that says so.
    nodes: BTreeMap<String, (NodeKind, usize)>,
    /// The line of a claim.
    claims: BTreeMap<String, usize>,
}

impl Seen {
    /// Hands a line on, unless it uses an id for something else than a line before it did.
    fn take(&mut self, number: usize, line: Line) -> Result<Line, String> {
        let ids: Vec<(NodeKind, Option<&String>)> = match &line {
            Line::Node(node) => vec![(node.kind, node.id.as_ref())],
            Line::Edge(edge) => vec![
                (edge.source_kind, edge.row.source_id.as_ref()),
                (edge.target_kind, edge.row.target_id.as_ref()),
                (NodeKind::Venue, edge.row.place_id.as_ref()),
                (NodeKind::Event, edge.row.event_id.as_ref()),
            ],
        };
        for (kind, id) in ids.into_iter().filter_map(|(kind, id)| Some((kind, id?))) {
            let (known, first) = *self.nodes.entry(id.clone()).or_insert((kind, number));
            if known != kind {
                return Err(format!("{id:?} is a {kind} here, but a {known} in line {first}"));
            }
        }
        if let Line::Edge(edge) = &line
            && let Some(id) = &edge.row.id
            && let Some(first) = self.claims.insert(id.clone(), number)
        {
            return Err(format!("the id {id:?} is that of line {first}"));
        }
        Ok(line)
    }
}

fn check(row: Row, predicates: &Predicates) -> Result<Line, String> {
    if row.node.is_some() {
        return check_node(row).map(Line::Node);
    }
    check_edge(row, predicates).map(|edge| Line::Edge(Box::new(edge)))
}

fn check_node(row: Row) -> Result<NodeLine, String> {
    let name = row.node.unwrap_or_default();
    if name.trim().is_empty() {
        return Err("node is empty".to_owned());
    }
    if [&row.source, &row.predicate, &row.target].iter().any(|it| !it.is_empty()) {
        return Err("a line tells of a node or of an edge, not of both".to_owned());
    }
    Ok(NodeLine { kind: kind(row.node_kind.as_ref())?, id: row.node_id, name, aliases: row.aliases })
}

fn check_edge(row: Row, predicates: &Predicates) -> Result<Edge, String> {
    for (name, value) in [("source", &row.source), ("predicate", &row.predicate), ("target", &row.target)] {
        if value.trim().is_empty() {
            return Err(format!("{name} is missing"));
        }
    }
    if predicates.get(&row.predicate).is_none() {
        let known: Vec<&str> = predicates.iter().map(|entry| entry.predicate.name.as_str()).collect();
        return Err(format!("unknown predicate {:?}: one of {}", row.predicate, known.join(", ")));
    }
    let (source_kind, target_kind) = (kind(row.source_kind.as_ref())?, kind(row.target_kind.as_ref())?);
    let date = row.date.as_ref().map(|text| text.parse::<Edtf>().map_err(|error| error.to_string())).transpose()?;
    let status = row.status.as_ref().map_or(Ok(Status::Reported), |word| word.parse())?;
    let ended = match &row.ended {
        None => false,
        Some(Ended::Flag(flag)) => *flag,
        Some(Ended::Word(word)) => match word.to_lowercase().as_str() {
            "true" | "yes" | "1" => true,
            "false" | "no" | "0" => false,
            _ => return Err(format!("ended is {word:?}: write true or false")),
        },
    };
    if row.confidence.is_some_and(|it| !(0.0..=1.0).contains(&it)) {
        return Err("confidence is not between 0 and 1".to_owned());
    }
    Ok(Edge { row, source_kind, target_kind, date, status, ended })
}

fn kind(word: Option<&String>) -> Result<NodeKind, String> {
    word.map_or(Ok(NodeKind::Person), |word| word.parse())
}
