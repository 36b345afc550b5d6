//! Ends that are told of a bond without its people: "The marriage was dissolved in 1970".
//!
//! Comes in: the relations of an article. Goes out: for each such sentence the bond of that kind that was told last
//! before it, once more, as over.

use super::Relation;
use super::dates;
use super::rebuttals::retold;
use super::scene::Scene;
use crate::model::Status;
use crate::syntax::Tense;

/// How many sentences back the bond was told.
const REACH: usize = 2;

/// An article with more ends than this is a register.
const MOST: usize = 64;

/// Adds what is told to be over.
pub(super) fn end(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    let clauses = (0..scene.chunks().clauses.len()).filter_map(|clause| Some((clause, ended(scene, clause)?)));
    let told = clauses.take(MOST).filter_map(|(clause, predicate)| over(scene, relations, clause, predicate));
    let told: Vec<Relation> = told.collect();
    relations.extend(told);
}

/// The kind of bond that a clause tells to be over: "the marriage ended in divorce", "the union was dissolved".
fn ended(scene: &Scene<'_>, clause: usize) -> Option<&'static str> {
    let verb = scene.verb(scene.clause(clause).verb?);
    let group = scene.clause(clause).subject?;
    let (subject, noun) = (scene.group(group), scene.lemma(scene.group(group).head));
    let predicate = match noun {
        "marriage" | "union" => "married_to",
        "engagement" => "engaged_to",
        "romance" | "relationship" => "dating",
        _ => return None,
    };
    let head = scene.lemma(verb.head);
    let ends = match head {
        "dissolve" | "annul" | "annull" => verb.passive,
        "end" | "fail" | "collapse" | "fizzle" => true,
        "break" => {
            verb.head + 1 < scene.len() && ["down", "off", "up"].iter().any(|word| scene.is(verb.head + 1, word))
        }
        _ => false,
    };
    let lasted = head == "last";
    let told = if lasted { verb.tense == Tense::Past && !verb.perfect } else { ends && verb.negation.is_none() };
    let definite = subject.determiner.is_some_and(|token| scene.is(token, "the") || scene.is(token, "that"));
    let whose =
        scene.hanging_on(group).any(|index| matches!(scene.preposition(index), "of" | "to" | "with" | "between"));
    (told && definite && !whose && verb.modal.is_none() && verb.tense != Tense::Future).then_some(predicate)
}

/// The bond of a kind that was told last before a clause, as over.
fn over(scene: &Scene<'_>, relations: &[Relation], clause: usize, predicate: &str) -> Option<Relation> {
    let tokens = &scene.clause(clause).tokens;
    let sentence = scene.sentence_index(tokens.start);
    let from = scene.span(&scene.reading.syntax.sentences[sentence.saturating_sub(REACH)].tokens).start;
    let here = scene.span(tokens);
    let before = relations.iter().filter(|one| {
        let told = (from..here.start).contains(&one.evidence.start);
        told && one.predicate == predicate && one.status != Status::Denied
    });
    let last = before.max_by_key(|one| one.evidence)?;
    let date = dates::of_clause(scene, clause);
    Some(Relation {
        ended: true,
        date: date.as_ref().map(|(date, _)| date.clone()),
        date_implied: date.is_some_and(|(_, implied)| implied),
        date_is_late: true,
        ..retold(scene, last, tokens, last.status, "ending")
    })
}
