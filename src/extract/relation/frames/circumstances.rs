//! What the circumstances of a meeting say: "they met on the set of Cold Harbour", "they kissed while
//! filming" makes them colleagues.
//!
//! Comes in: the hits of the other frames. Goes out: hits between the same two people.

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::{Group, NodeKind};

/// Finds circumstances under which people whom a hit joins did something.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    let mut found = Vec::new();
    for hit in hits.iter().filter(|hit| is_between_people(hit)) {
        for (predicate, trigger, words) in around(scene, hit) {
            let (one, other) = hit.pairs[0];
            let tokens = hit.tokens.start.min(words.start)..hit.tokens.end.max(words.end);
            let party = Party { chains: vec![one, other], confidence: hit.certainty, tokens };
            found.extend(Hit::among(scene, (predicate, trigger), &party, words, "circumstance"));
        }
    }
    hits.extend(found);
}

fn is_between_people(hit: &Hit<'_>) -> bool {
    let people = [NodeKind::Person];
    let acts = matches!(hit.predicate.group, Group::Social | Group::Romance);
    acts && hit.predicate.domain == people && hit.predicate.range == people && hit.pairs.len() == 1
}

/// The circumstances that the clause of a hit tells, or one right inside it.
fn around<'a>(scene: &Scene<'a>, hit: &Hit<'a>) -> Vec<Found<'a>> {
    const REACH: usize = 16;
    let clause = scene.clause_of(hit.anchor.start);
    let near = hit.anchor.end..scene.sentence(hit.anchor.start).end.min(hit.anchor.end + REACH);
    let own = near.filter(|&token| {
        let here = scene.clause_of(token);
        here == clause || scene.clause(here).parent == Some(clause)
    });
    own.flat_map(|token| phrase::at(scene, token, &[Part::Circumstances])).collect()
}
