//! When somebody was born, which dates who the parents are.
//!
//! Comes in: a hit, or all clauses of an article. Goes out: the date that the words of a birth tell. An
//! age tells no date here.

use std::collections::BTreeMap;

use super::Dated;
use super::sentence::{dated, is_born, of_clause};
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::Time;
use crate::syntax::{Tag, Tense};

/// Whether the words of a hit tell of a birth, which has a date as other kinship has none.
pub(super) fn tells(hit: &Hit<'_>) -> bool {
    hit.trigger.words.iter().any(|word| matches!(word.as_str(), "birth" | "bear" | "born" | "welcome"))
}

/// When a child was born that a noun tells of: "when their first child was born in 1840", "a son, born
/// in 2015".
pub(super) fn beside(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    let clause = scene.clause_of(hit.anchor.start);
    let sentence = scene.sentence_index(hit.anchor.start);
    if had(scene, hit, clause) {
        return of_clause(scene, clause, sentence).and_then(dated);
    }
    let behind = scene.children_of(clause).filter(|&inner| {
        let start = scene.clause(inner).tokens.start;
        (hit.anchor.end..=hit.tokens.end + 1).contains(&start)
    });
    let born = std::iter::once(clause).chain(behind).find(|&clause| is_born(scene, clause))?;
    // "when their first child Ida, Princess Royal was born"
    let before = scene.clause(clause).verb.is_some_and(|verb| hit.anchor.end <= scene.verb(verb).tokens.start);
    let opens = before && scene.clause(clause).tokens.contains(&hit.anchor.start) && hit.frame == "role-possessor-name";
    let subject = born != clause || opens || scene.clause(clause).subject == scene.noun_at(hit.anchor.start);
    let told = of_clause(scene, born, sentence);
    told.filter(|_| subject && hit.predicate.name == "parent_of").and_then(dated)
}

/// "They had a son, Leo, in 1990": to have a child is to get one, where the verb tells an event with its date.
fn had(scene: &Scene<'_>, hit: &Hit<'_>, clause: usize) -> bool {
    let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb));
    let got = verb.is_some_and(|verb| scene.is(verb.head, "have") && verb.tense == Tense::Past && !verb.perfect);
    got && hit.frame == "role-have" && hit.predicate.name == "parent_of"
}

/// The births of an article: "Luca was born in 2015", "born in 1940, Vega sang".
pub(super) fn told(scene: &Scene<'_>) -> BTreeMap<ChainId, Dated> {
    let mut births = BTreeMap::new();
    for clause in (0..scene.chunks().clauses.len()).filter(|&clause| is_born(scene, clause)) {
        let &[child] = scene.people(scene.subject(clause)).chains.as_slice() else { continue };
        let sentence = scene.sentence_index(scene.clause(clause).tokens.start);
        if let Some(date) = of_clause(scene, clause, sentence).and_then(dated) {
            births.entry(child).or_insert(date);
        }
    }
    for token in (0..scene.len()).filter(|&token| scene.is(token, "born")) {
        if let Some((child, date)) = in_passing(scene, token) {
            births.entry(child).or_insert(date);
        }
    }
    births
}

/// "Leo (born 1987)", "Ida, 4, born in March 2020": the birth of the one named right before.
fn in_passing(scene: &Scene<'_>, born: usize) -> Option<(ChainId, Dated)> {
    const NEAR: usize = 5;
    let mark = |token: usize| matches!(scene.word(token), "," | "(") || scene.tag(token) == Tag::CD;
    let before = (scene.sentence(born).start..born).rev().find(|&token| !mark(token)).filter(|&at| at + 1 < born)?;
    let &[child] = scene.people(scene.mentioned(scene.name_at(before)?)).chains.as_slice() else { return None };
    let near = born + 1..born + NEAR;
    let open = |time: &&Time| (born + 1..time.tokens.start).all(|token| !matches!(scene.word(token), "," | ")" | ";"));
    let all = &scene.reading.times.expressions;
    let told = all.get(all.partition_point(|time| time.tokens.start <= born));
    told.filter(|time| near.contains(&time.tokens.start)).filter(open).and_then(dated).map(|date| (child, date))
}
