//! `relgraph import`: edges made by hand or by another program, all of a file or nothing.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use relgraph::error::Error;
use relgraph::lexicon::Predicates;
use relgraph::model::{
    Claim, Document, Edtf, Evidence, KeyedNode, Node, NodeKind, Reading, ReadingKind, SourcedClaim, Status, claim_id,
    content_hash,
};
use relgraph::resolve::name_key;
use serde::Deserialize;

use super::Outcome;
use super::graph_file::GraphFile;
use super::redact::Redaction;
use super::settle::settle;

/// Add edges made by hand or by another program: all of a file, or nothing
#[derive(Debug, clap::Args)]
#[command(after_help = "\
One edge a line (JSON Lines), or a table with the same names in its first row (CSV):
  source, predicate, target                  who is what to whom (names; see `relgraph list`)
  source_kind, target_kind                   person (where absent), venue or event
  date, status, ended, said_by               EDTF; reported (where absent), rumored, denied, confirmed
  place, event                               where, and on what occasion
  document, evidence                         where it comes from, and the words

Within one file two names are two nodes, whatever they look like, until `relgraph same` says
otherwise. The same file imported again replaces what it said before.")]
pub(crate) struct Args {
    #[command(flatten)]
    graph: GraphFile,
    /// Edges: a file ending in .csv, else JSON Lines; - for JSON Lines from standard input
    #[arg(value_name = "EDGES")]
    file: PathBuf,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let shown = args.file.display().to_string();
    let text = read_text(&args.file).with_context(|| shown.clone())?;
    let rows = if is_csv(&args.file) { csv_rows(&text) } else { json_rows(&text) };
    let edges = checked(&shown, rows)?;
    let mut reading = reading(&args.file, &text, edges);
    let claims = reading.claims.len();
    let mut store = args.graph.open_or_create()?;
    if store.hash_of(&reading.key)?.as_ref() == Some(&reading.hash) {
        println!("{shown}: imported before, and unchanged");
        return Ok(Outcome::Found);
    }
    Redaction::of(store.suppressions()?).apply(&mut reading);
    let replaced = store.write(|writer| {
        let replaced = writer.put(&reading)?;
        settle(writer)?;
        anyhow::Ok(replaced)
    })?;
    let instead = if replaced { " in the place of its former ones" } else { "" };
    println!("{shown}: imported {claims} edges{instead} into {}", args.graph.shown());
    Ok(Outcome::Found)
}

fn is_csv(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
}

#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
fn read_text(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    if file.as_os_str() == "-" {
        io::stdin().read_to_end(&mut bytes)?;
    } else {
        BufReader::new(File::open(file)?).read_to_end(&mut bytes)?;
    }
    String::from_utf8(bytes).context("not UTF-8: convert it first, for example with `iconv -t UTF-8`")
}

/// An edge as it is written. Ids are only needed where two nodes of one name are meant.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Row {
    id: Option<String>,
    source: String,
    source_id: Option<String>,
    source_kind: Option<String>,
    predicate: String,
    target: String,
    target_id: Option<String>,
    target_kind: Option<String>,
    date: Option<String>,
    date_implied: Option<bool>,
    status: Option<String>,
    ended: Option<Ended>,
    said_by: Option<String>,
    place: Option<String>,
    event: Option<String>,
    document: Option<Source>,
    evidence: Option<Words>,
    rule: Option<String>,
    confidence: Option<f64>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Ended {
    Flag(bool),
    Word(String),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Source {
    Key(String),
    Told(Box<Document>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Words {
    Text(String),
    Told(Evidence),
}

/// Line number and row, or what is wrong with the line.
type Rows = Vec<(usize, Result<Row, String>)>;

fn json_rows(text: &str) -> Rows {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| (index + 1, serde_json::from_str(line).map_err(|error| error.to_string()))).collect()
}

fn csv_rows(text: &str) -> Rows {
    let mut reader = csv::ReaderBuilder::new().flexible(false).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => return vec![(1, Err(error.to_string()))],
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or_default());
                let cells = headers.iter().zip(&record).filter(|(_, cell)| !cell.is_empty());
                let object = cells.map(|(name, cell)| (name.to_owned(), typed(name, cell))).collect();
                let row = serde_json::from_value(serde_json::Value::Object(object));
                rows.push((line, row.map_err(|error| error.to_string())));
            }
            Err(error) => {
                let line = error.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or_default());
                rows.push((line, Err(error.to_string())));
            }
        }
    }
    rows
}

/// A cell of a table; all are texts, but for the numbers and flags that JSON tells apart.
fn typed(column: &str, cell: &str) -> serde_json::Value {
    match column {
        "confidence" => cell.parse::<f64>().map_or_else(|_| cell.into(), Into::into),
        "date_implied" => cell.parse::<bool>().map_or_else(|_| cell.into(), Into::into),
        _ => cell.into(),
    }
}

/// An edge that is good.
struct Edge {
    row: Row,
    source_kind: NodeKind,
    target_kind: NodeKind,
    date: Option<Edtf>,
    status: Status,
    ended: bool,
}

/// At most so many faults are told one by one.
const TOLD: usize = 20;

/// Every edge, if all are good.
fn checked(shown: &str, rows: Rows) -> Result<Vec<Edge>> {
    let predicates = Predicates::shipped();
    let mut edges = Vec::new();
    let mut faults = 0;
    for (line, row) in rows {
        match row.and_then(|row| check(row, &predicates)) {
            Ok(edge) => edges.push(edge),
            Err(why) => {
                faults += 1;
                if faults <= TOLD {
                    eprintln!("relgraph: {}", Error::Line { input: shown.to_owned(), line, why });
                }
            }
        }
    }
    match (faults, edges.is_empty()) {
        (0, false) => Ok(edges),
        (0, true) => bail!("{shown}: there are no edges in it"),
        _ => bail!("{shown}: {faults} of its lines are not good; nothing was imported"),
    }
}

fn check(row: Row, predicates: &Predicates) -> Result<Edge, String> {
    for (name, value) in [("source", &row.source), ("predicate", &row.predicate), ("target", &row.target)] {
        if value.trim().is_empty() {
            return Err(format!("{name} is missing"));
        }
    }
    if predicates.get(&row.predicate).is_none() {
        let known: Vec<&str> = predicates.iter().map(|entry| entry.predicate.name.as_str()).collect();
        return Err(format!("unknown predicate {:?}: one of {}", row.predicate, known.join(", ")));
    }
    let kind = |word: &Option<String>| word.as_ref().map_or(Ok(NodeKind::Person), |word| word.parse());
    let (source_kind, target_kind) = (kind(&row.source_kind)?, kind(&row.target_kind)?);
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

/// Everything that a file says, as one reading.
fn reading(file: &Path, text: &str, edges: Vec<Edge>) -> Reading {
    let name = file.file_name().map_or_else(|| content_hash(&[text]), |name| name.to_string_lossy().into_owned());
    let mut nodes = Nodes::default();
    let mut documents = BTreeMap::new();
    let mut claims = BTreeMap::new();
    for edge in edges {
        let claim = claim(edge, &name, &mut nodes, &mut documents);
        claims.entry(claim.claim.id.clone()).or_insert(claim);
    }
    Reading {
        key: format!("import:{}", file.display()),
        kind: ReadingKind::Import,
        hash: content_hash(&[env!("CARGO_PKG_VERSION"), text]),
        documents: documents.into_values().collect(),
        nodes: nodes.list,
        claims: claims.into_values().collect(),
        mentions: Vec::new(),
        redacted: false,
    }
}

fn claim(edge: Edge, file: &str, nodes: &mut Nodes, documents: &mut BTreeMap<String, Document>) -> SourcedClaim {
    let Edge { row, source_kind, target_kind, date, status, ended } = edge;
    let document = match row.document {
        None => Document { id: file.to_owned(), ..Document::default() },
        Some(Source::Key(key)) => {
            let url = key.contains("://").then(|| key.clone());
            Document { id: key, url, ..Document::default() }
        }
        Some(Source::Told(document)) => *document,
    };
    let evidence = match row.evidence {
        None => Evidence { start: 0, end: 0, text: String::new() },
        Some(Words::Text(text)) => Evidence { start: 0, end: text.chars().count(), text },
        Some(Words::Told(evidence)) => evidence,
    };
    let source = nodes.get(source_kind, row.source_id, &row.source);
    let target = nodes.get(target_kind, row.target_id, &row.target);
    let id = claim_id(&document.id, &evidence, &source, &row.predicate, &target, status, date.as_ref());
    let claim = Claim {
        id: row.id.unwrap_or(id),
        source: source.id,
        predicate: row.predicate,
        target: target.id,
        status,
        ended,
        date,
        date_implied: row.date_implied.unwrap_or_default(),
        place: row.place.map(|name| nodes.get(NodeKind::Venue, None, &name).id),
        event: row.event.map(|name| nodes.get(NodeKind::Event, None, &name).id),
        said_by: row.said_by,
        evidence,
        rule: row.rule.unwrap_or_else(|| "import".to_owned()),
        confidence: row.confidence.unwrap_or(1.0),
    };
    let known = documents.entry(document.id.clone()).or_insert(document);
    SourcedClaim { document: known.id.clone(), claim, context: relgraph::model::Context::default() }
}

/// The nodes of a file: by id where one is given, else by kind and name.
#[derive(Default)]
struct Nodes {
    list: Vec<KeyedNode>,
    known: BTreeMap<(NodeKind, String), usize>,
}

impl Nodes {
    fn get(&mut self, kind: NodeKind, id: Option<String>, name: &str) -> Node {
        let name = name.trim().to_owned();
        let identity = id.map_or_else(|| format!("name {name}"), |id| format!("id {id}"));
        let next = self.list.len();
        let index = *self.known.entry((kind, identity)).or_insert(next);
        if index == next {
            let node = Node { id: format!("n{}", next + 1), kind, name, aliases: Vec::new() };
            self.list.push(KeyedNode { key: name_key(kind, &node.name), node, pronoun: None });
        }
        self.list[index].node.clone()
    }
}
