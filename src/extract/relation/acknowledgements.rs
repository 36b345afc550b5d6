//! Confirmations that stand in a sentence of their own: "On Monday Vega's agency confirmed the relationship".
//!
//! Comes in: the relations of an article. Goes out: for each such sentence the bond that it confirms, once more, as
//! confirmed; the claim that it speaks of stays as it was told. Who declines to confirm confirms nothing.

use std::ops::Range;

use super::rebuttals::{retold, spoken_of};
use super::scene::Scene;
use super::{ROMANCE, Relation};
use crate::model::Status;

/// An article with more confirmations than this is a list of them, and its first ones are enough.
const MOST: usize = 64;

/// Verbs of those who confirm.
const CONFIRMING: &[&str] = &["confirm", "acknowledge", "admit"];

/// What is confirmed without being told again.
const BONDS: &[&str] = &[
    "relationship",
    "romance",
    "rumor",
    "rumour",
    "news",
    "report",
    "dating",
    "speculation",
    "marriage",
    "engagement",
    "wedding",
    "it",
    "this",
];

/// What takes a confirmation back.
const REFUSING: &[&str] = &["decline", "refuse", "neither", "yet", "unable", "nor", "without", "fail"];

/// Adds what is confirmed.
pub(super) fn confirm(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    if !relations.iter().any(|relation| ROMANCE.contains(&relation.predicate.as_str())) {
        return;
    }
    let sentences = scene.reading.syntax.sentences.iter().enumerate();
    let asked = sentences.filter(|(_, sentence)| is_confirmation(scene, &sentence.tokens)).take(MOST);
    let told = asked.filter_map(|(index, sentence)| {
        let told = spoken_of(scene, relations, index, |_| true)?;
        Some(retold(scene, told, &sentence.tokens, Status::Confirmed, "acknowledgement"))
    });
    let told: Vec<Relation> = told.collect();
    relations.extend(told);
}

/// Whether a sentence confirms a bond and does no more: "the agency confirmed the relationship".
fn is_confirmation(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let says = |token: usize| scene.tag(token).is_verb() && CONFIRMING.contains(&scene.lemma(token));
    let Some(verb) = tokens.clone().find(|&token| says(token)) else { return false };
    let refused = tokens.clone().any(|token| REFUSING.contains(&scene.lemma(token)));
    let clause = scene.clause(scene.clause_of(verb));
    let negated = clause.verb.is_some_and(|verb| scene.verb(verb).negation.is_some());
    let about = (verb + 1..tokens.end.min(verb + 6)).find(|&token| !is_article(scene, token));
    let bond = about.is_some_and(|token| BONDS.contains(&scene.lemma(token)) && is_whole(scene, token, tokens.end));
    bond && !refused && !negated
}

/// Words that may stand between "confirmed" and what is confirmed: "the", "their", "dating".
fn is_article(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.lemma(token), "the" | "their" | "his" | "her" | "all" | "these" | "dating" | "romance" | "those")
}

/// Whether nothing is said of whose or what bond it is: not "the news of her death".
fn is_whole(scene: &Scene<'_>, token: usize, end: usize) -> bool {
    let next = token + 1;
    next >= end || !matches!(scene.word(next), "of" | "that" | "about" | "is" | "was" | "with" | "between")
}
