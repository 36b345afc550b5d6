//! "He proposed", "Bo popped the question": verbs whose other end the sentence leaves to be understood.
//!
//! Comes in: what all other frames found. Goes out: hits between the subject and the one with whom the
//! article told a romance of him.

use super::verbs;
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::Found;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::Group;
use crate::syntax::ClauseKind;

/// Finds verbs that may stand alone, where no other frame found an end for them.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let Some(clause) = scene.clause_of_verb(verb) else { continue };
        for found in verbs::triggers(scene, verb, &[Part::Verbs]) {
            hits.extend(read(scene, clause, &found, hits));
        }
    }
}

fn read<'a>(scene: &Scene<'a>, clause: usize, found: &Found<'a>, hits: &[Hit<'a>]) -> Option<Hit<'a>> {
    let (predicate, trigger, words) = found;
    let told = || hits.iter().any(|hit| hit.anchor == *words && hit.predicate.name == predicate.name);
    // "is about to propose", "proposed a law"
    let ahead = scene.clause(clause).kind == ClauseKind::Infinitive;
    let object = scene.object(clause).is_some_and(|object| scene.group(object).tokens.start >= words.end);
    if !trigger.alone || ahead || object || told() {
        return None;
    }
    let subject = scene.people(scene.subject(clause));
    let &[one] = subject.chains.as_slice() else { return None };
    let other = partner(hits, one, words.start)?;
    let other = Party { chains: vec![other], confidence: subject.confidence * 0.9, tokens: words.clone() };
    Hit::between(scene, (*predicate, *trigger), &subject, &other, words.clone(), "verb-understood")
}

/// The one with whom a romance of somebody was told last before a token, or else next.
fn partner(hits: &[Hit<'_>], one: ChainId, token: usize) -> Option<ChainId> {
    let romance = hits.iter().filter(|hit| hit.predicate.group == Group::Romance && hit.predicate.lasting);
    let pairs = romance.flat_map(|hit| hit.pairs.iter().map(move |&pair| (hit.anchor.start, pair)));
    let others = pairs.filter_map(|(at, (a, b))| match one {
        _ if one == a => Some((at, b)),
        _ if one == b => Some((at, a)),
        _ => None,
    });
    let (_, other) = others.min_by_key(|&(at, _)| (at > token, at.abs_diff(token)))?;
    Some(other)
}
