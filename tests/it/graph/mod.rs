//! The graph, its questions and its exports, on small graphs in a notation of their own.
//!
//! One claim a line: `Ana Vega | dating | Raul Ortiz | rumored 2018-03 @2018-05`. The last part is
//! the status, then in any order a date, `ended`, `implied`, `@` and the day of publication, `#` and
//! the source, `at` and the venue's name with underscores, and the words in quotes at the end.

#![expect(clippy::disallowed_methods, reason = "tests open files")]

mod conflicts;
mod formats;
mod paths;
mod round_trip;
mod select;
mod spells;
mod standing;
mod stored;

use std::fs;
use std::sync::LazyLock;

use relgraph::graph::{Builder, Graph};
use relgraph::lexicon::Predicates;
use relgraph::model::{Claim, Document, Evidence, LinkedClaim, Node, NodeKind, content_hash};

use crate::support::case;

/// The blocks of a case file: their head line, and the lines that are indented below it.
fn blocks(file: &str) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(case(&format!("graph/{file}"))).unwrap();
    let mut blocks: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        match blocks.last_mut() {
            Some((_, lines)) if line.starts_with(' ') => lines.push(line.trim().to_owned()),
            _ => blocks.push((line.to_owned(), Vec::new())),
        }
    }
    assert!(!blocks.is_empty(), "{file} has no cases");
    blocks
}

/// The graph of some lines.
fn graph<L: AsRef<str>>(lines: &[L]) -> Graph {
    static SHIPPED: LazyLock<Predicates> = LazyLock::new(Predicates::shipped);
    let mut builder = Builder::new(SHIPPED.iter().map(|entry| entry.predicate.clone().into()));
    for line in lines {
        let line = line.as_ref();
        let [source, predicate, target, rest] = line.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("not a claim: {line}")
        };
        let known = &SHIPPED.get(predicate).unwrap_or_else(|| panic!("no predicate {predicate}")).predicate;
        let (source, target) = (node(source, known.domain[0]), node(target, known.range[0]));
        let (claim, document) = claim(&source, predicate, &target, rest);
        if let Some(place) = &claim.place {
            builder.node(Node { id: place.clone(), ..node(place, NodeKind::Venue) });
        }
        builder.node(source);
        builder.node(target);
        builder.document(document.clone().into());
        builder
            .linked(LinkedClaim { claim, document: document.id, before: String::new(), after: String::new() })
            .unwrap();
    }
    builder.build()
}

fn node(name: &str, kind: NodeKind) -> Node {
    Node { id: format!("{kind}:{name}"), kind, name: name.to_owned(), aliases: Vec::new() }
}

fn claim(source: &Node, predicate: &str, target: &Node, rest: &str) -> (Claim, Document) {
    let (facts, words) = rest.split_once('"').unwrap_or((rest, ""));
    let text = words.trim_end_matches('"').to_owned();
    let mut facts = facts.split_whitespace();
    let status = facts.next().unwrap().parse().unwrap();
    let mut document = Document { id: "a".to_owned(), ..Document::default() };
    let mut claim = Claim {
        id: content_hash(&[&source.id, predicate, &target.id, rest]),
        source: source.id.clone(),
        predicate: predicate.to_owned(),
        target: target.id.clone(),
        status,
        ended: false,
        date: None,
        date_implied: false,
        place: None,
        event: None,
        said_by: None,
        evidence: Evidence { start: 0, end: text.chars().count(), text },
        rule: "test".to_owned(),
        confidence: 0.75,
    };
    while let Some(fact) = facts.next() {
        match (fact, fact.split_at(1)) {
            ("ended", _) => claim.ended = true,
            ("implied", _) => claim.date_implied = true,
            ("at", _) => claim.place = facts.next().map(|place| place.replace('_', " ")),
            (_, ("@", day)) => document.published = Some(day.parse().unwrap()),
            (_, ("#", id)) => document.id = id.to_owned(),
            _ => claim.date = Some(fact.parse().unwrap_or_else(|error| panic!("{rest}: {error}"))),
        }
    }
    if let Some(published) = &document.published {
        document.id = format!("{}@{published}", document.id);
    }
    (claim, document)
}

/// Every order of some lines, or, where there are many, each rotation and its reverse.
fn orders(lines: &[String]) -> Vec<Vec<String>> {
    let mut orders = Vec::new();
    for start in 0..lines.len() {
        let mut rotated = lines.to_vec();
        rotated.rotate_left(start);
        orders.push(rotated.clone());
        rotated.reverse();
        orders.push(rotated);
    }
    orders
}
