//! `relgraph import`: edges made by hand or by another program, all of a file or nothing.

mod checked;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use relgraph::model::{
    Claim, Context, Document, Evidence, KeyedNode, Node, NodeKind, Reading, ReadingKind, SourcedClaim, claim_id,
    content_hash,
};

use super::Outcome;
use super::graph_file::GraphFile;
use super::reading::{key_again, keyed};
use super::redact::Redaction;
use super::settle::settle;
use checked::{Edge, Line, NodeLine, checked};

/// Add edges made by hand or by another program: all of a file, or nothing
#[derive(Debug, clap::Args)]
#[command(after_help = "\
One edge a line (JSON Lines), or a table with the same names in its first row (CSV):
  source, predicate, target                  who is what to whom (names; see `relgraph list`)
  source_kind, target_kind                   person (where absent), venue or event
  date, status, ended, said_by               EDTF; reported (where absent), rumored, denied, confirmed
  place, event                               where, and on what occasion
  document, evidence                         where it comes from, and the words
  source_id, target_id, place_id, event_id   only where two nodes of one name are meant
A line may also tell of a node alone: node, node_kind, node_id, aliases.

Within one file two names are two nodes, whatever they look like, until `relgraph same` says
otherwise. The same file imported again replaces what it said before. What `relgraph export
--format claims` wrote gives the same claims and nodes again.")]
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
    let rows = if is_csv(&args.file) { rows::of_csv(&text) } else { rows::of_json(&text) };
    let lines = checked(&shown, rows)?;
    let mut reading = reading(&args.file, &text, lines);
    let claims = reading.claims.len();
    let mut store = args.graph.open_or_create()?;
    let redaction = Redaction::of(store.suppressed()?);
    reading.key = redaction.key(&reading.key);
    if store.hash_of(&reading.key)?.as_ref() == Some(&reading.hash) {
        println!("{shown}: imported before, and unchanged");
        return Ok(Outcome::Found);
    }
    redaction.apply(&mut reading);
    let replaced = args.graph.write(&mut store, |writer| {
        let replaced = writer.put(&reading)?;
        settle(writer)?;
        Ok(replaced)
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

/// Everything that a file says, as one reading.
fn reading(file: &Path, text: &str, lines: Vec<Line>) -> Reading {
    let name = file.file_name().map_or_else(|| content_hash(&[text]), |name| name.to_string_lossy().into_owned());
    let mut nodes = Nodes::avoiding(&lines);
    let mut documents = BTreeMap::new();
    let mut claims = BTreeMap::new();
    for line in lines {
        match line {
            Line::Node(line) => nodes.tell(line),
            Line::Edge(edge) => add(&mut claims, claim(*edge, &name, &mut nodes, &mut documents)),
        }
    }
    nodes.list.iter_mut().for_each(key_again);
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

/// Adds a claim, once. Where another of that id says something else (by somebody else, at another
/// place), the id tells them apart.
fn add(claims: &mut BTreeMap<String, SourcedClaim>, mut new: SourcedClaim) {
    while let Some(known) = claims.get(&new.claim.id) {
        if known.claim == new.claim && known.context == new.context {
            return;
        }
        let occasion = [&new.claim.place, &new.claim.event, &new.claim.said_by];
        let [place, event, said_by] = occasion.map(|it| it.as_deref().unwrap_or_default());
        let ended = if new.claim.ended { "ended" } else { "" };
        new.claim.id = content_hash(&[&new.claim.id, place, event, said_by, ended]);
    }
    claims.insert(new.claim.id.clone(), new);
}

fn claim(edge: Edge, file: &str, nodes: &mut Nodes, documents: &mut BTreeMap<String, Document>) -> SourcedClaim {
    let Edge { row, source_kind, target_kind, date, status, ended } = edge;
    let document = match row.document {
        None => Document { id: file.to_owned(), ..Document::default() },
        Some(rows::Source::Key(key)) => {
            let url = key.contains("://").then(|| key.clone());
            Document { id: key, url, ..Document::default() }
        }
        Some(rows::Source::Told(document)) => *document,
    };
    let (evidence, context) = words(row.evidence);
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
        place: row.place.map(|name| nodes.get(NodeKind::Venue, row.place_id, &name).id),
        event: row.event.map(|name| nodes.get(NodeKind::Event, row.event_id, &name).id),
        said_by: row.said_by,
        evidence,
        rule: row.rule.unwrap_or_else(|| "import".to_owned()),
        confidence: row.confidence.unwrap_or(1.0),
    };
    let known = documents.entry(document.id.clone()).or_insert(document);
    SourcedClaim { document: known.id.clone(), claim, context }
}

/// The words of an edge, and those around them.
fn words(told: Option<rows::Evidence>) -> (Evidence, Context) {
    let words = match told {
        None => relgraph::graph::Words::default(),
        Some(rows::Evidence::Text(text)) => relgraph::graph::Words { text: Some(text), ..Default::default() },
        Some(rows::Evidence::Told(words)) => words,
    };
    let text = words.text.unwrap_or_default();
    let start = words.start.unwrap_or_default();
    let end = words.end.unwrap_or_else(|| start + text.chars().count());
    (Evidence { start, end, text }, Context { before: words.before, after: words.after })
}

/// The nodes of a file: by id where one is given, else by kind and name.
struct Nodes {
    list: Vec<KeyedNode>,
    known: BTreeMap<Identity, usize>,
    /// The ids that the file gives, which no other node gets.
    given: BTreeSet<String>,
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Given(String),
    Named(NodeKind, String),
}

impl Nodes {
    fn avoiding(lines: &[Line]) -> Self {
        let ids = |line: &Line| match line {
            Line::Node(node) => vec![node.id.clone()],
            Line::Edge(edge) => {
                let row = &edge.row;
                [&row.source_id, &row.target_id, &row.place_id, &row.event_id].map(Clone::clone).to_vec()
            }
        };
        Self { list: Vec::new(), known: BTreeMap::new(), given: lines.iter().flat_map(ids).flatten().collect() }
    }

    fn get(&mut self, kind: NodeKind, id: Option<String>, name: &str) -> Node {
        let at = self.place(kind, id, name);
        self.list[at].node.clone()
    }

    /// Takes in what a line tells of a node alone.
    fn tell(&mut self, line: NodeLine) {
        let at = self.place(line.kind, line.id, &line.name);
        self.list[at].node.aliases.extend(line.aliases);
    }

    /// The node's place in the list. Another name for a known id is another name of that node.
    fn place(&mut self, kind: NodeKind, id: Option<String>, name: &str) -> usize {
        let name = name.trim().to_owned();
        let identity = id.clone().map_or_else(|| Identity::Named(kind, name.clone()), Identity::Given);
        let next = self.list.len();
        let at = *self.known.entry(identity).or_insert(next);
        if at == next {
            let id = id.unwrap_or_else(|| self.free(next + 1));
            let node = Node { id, kind, name, aliases: Vec::new() };
            self.list.push(keyed(node));
        } else if self.list[at].node.name != name && !self.list[at].node.aliases.contains(&name) {
            self.list[at].node.aliases.push(name);
        }
        at
    }

    /// An id that the file gives to nobody.
    fn free(&self, number: usize) -> String {
        let mut id = format!("n{number}");
        while self.given.contains(&id) {
            id.insert(0, '_');
        }
        id
    }
}
