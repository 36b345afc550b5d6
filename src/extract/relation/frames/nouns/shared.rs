//! "Mia, **the daughter he shares with Ana Vega**", "the son Bo had with Ana": a child told of by a clause that
//! has no "whom".
//!
//! Comes in: a noun group and the words in it. Goes out: who is the child, and whose it is. Without this the name
//! behind the noun would be taken for the child's.

use std::ops::Range;

use crate::extract::relation::scene::{Party, Scene};

/// The verbs of such clauses.
const VERBS: &[&str] = &["share", "have", "adopt", "welcome", "raise"];

/// The parents that the clause behind a noun tells, if it tells any.
pub(super) fn parents(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> Option<Party> {
    scene.group(group).determiner?;
    let (one, end) = match scene.name_at(words.end) {
        Some(name) => (scene.people(scene.mentioned(name)), scene.reading.mentions[name].tokens.end),
        None => {
            let next = scene.noun_at(words.end).filter(|&next| next != group)?;
            (scene.people(scene.own(next)), scene.group(next).tokens.end)
        }
    };
    let verb = end < scene.len() && scene.tag(end).is_verb() && VERBS.contains(&scene.lemma(end));
    let prepositions = &scene.chunks().prepositions;
    let at = prepositions.partition_point(|found| found.tokens.start <= end);
    let with =
        prepositions.get(at).is_some_and(|found| found.tokens.start == end + 1) && scene.preposition(at) == "with";
    (verb && with && one.is_known()).then(|| one.and(&scene.people(scene.brought(at))))
}

/// The child: who is named before the comma of the noun.
pub(super) fn child(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let comma = scene.group(group).tokens.start.checked_sub(1).filter(|&comma| scene.word(comma) == ",")?;
    let before = scene.noun_at(comma.checked_sub(1)?)?;
    let party = scene.people(scene.own(before));
    (party.chains.len() == 1).then_some(party)
}
