//! The examples and counter-examples of every predicate file.
//!
//! `tests/cases/predicates_failing.txt` lists those that are known to fail, by predicate and text:
//! one that begins to pass fails the run until it is taken off.

use std::collections::BTreeSet;

use relgraph::extract::{Source, extract};
use relgraph::lexicon::{Example, Lexicon, Predicates};
use relgraph::model::{Claim, Extraction};

const FAILING: &str = include_str!("../cases/predicates_failing.txt");

#[test]
fn every_example_yields_what_it_says() {
    let lexicon = Lexicon::shipped();
    let known: BTreeSet<&str> = FAILING.lines().filter(|line| !line.starts_with('#')).collect();
    let mut wrong = Vec::new();
    for (predicate, examples) in Predicates::shipped_examples().unwrap() {
        for example in &examples {
            let fault = fault(&lexicon, predicate, example);
            let line = format!("{predicate}\t{}", example.text);
            match (fault, known.contains(line.as_str())) {
                (Some(fault), false) => wrong.push(format!("{line}\n    {fault}")),
                (None, true) => wrong.push(format!("{line}\n    passes now: take it off the list of failing ones")),
                _ => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_predicate_has_ten_phrasings_and_a_counter_example() {
    for (predicate, examples) in Predicates::shipped_examples().unwrap() {
        let (some, none): (Vec<_>, Vec<_>) = examples.iter().partition(|example| !example.yields.is_empty());
        assert!(
            some.len() >= 10 && !none.is_empty(),
            "{predicate}: {} examples, {} counter-examples",
            some.len(),
            none.len()
        );
    }
}

/// What is wrong with an example, if anything.
fn fault(lexicon: &Lexicon, predicate: &str, example: &Example) -> Option<String> {
    let found = extract(&Source::text(&example.text), lexicon);
    let symmetric = lexicon.predicates.get(predicate).unwrap().predicate.symmetric;
    let got: BTreeSet<String> = found
        .claims
        .iter()
        .filter(|claim| claim.predicate == predicate)
        .map(|claim| told(&found, claim, symmetric))
        .collect();
    let want: BTreeSet<String> = example.yields.iter().map(|row| wanted(row, symmetric)).collect();
    (got != want).then(|| format!("yields {got:?}, not {want:?}"))
}

/// A claim in words: its ends (in order of the alphabet where the order says nothing) and, unless
/// it is plainly reported, its status and whether it is over.
fn told(found: &Extraction, claim: &Claim, symmetric: bool) -> String {
    let name = |id: &str| found.nodes.iter().find(|node| node.id == id).map_or(String::new(), |node| node.name.clone());
    let mut row = vec![name(&claim.source), name(&claim.target)];
    if claim.status.as_str() != "reported" {
        row.push(claim.status.as_str().to_owned());
    }
    if claim.ended {
        row.push("ended".to_owned());
    }
    wanted(&row, symmetric)
}

fn wanted(row: &[String], symmetric: bool) -> String {
    let mut ends = row[..2].to_vec();
    if symmetric {
        ends.sort();
    }
    [&ends[..], &row[2..]].concat().join(" | ")
}
