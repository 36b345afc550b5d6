//! What ends with somebody's death.
//!
//! Comes in: a [`Scene`] and the relations of its article. Goes out: the same, marriages and loves of
//! those who are told to have died told as over. It tells of no death itself.

use std::collections::BTreeSet;

use super::scene::Scene;
use super::{ROMANCE, Relation};
use crate::extract::coref::ChainId;
use crate::model::Status;
use crate::syntax::Tense;

/// Ends the bonds of the dead.
pub(super) fn part(scene: &Scene<'_>, relations: &mut [Relation]) {
    let dead = dead(scene);
    for relation in relations.iter_mut().filter(|relation| relation.status != Status::Denied) {
        let parted = dead.contains(&relation.source) || dead.contains(&relation.target);
        relation.ended |= parted && ROMANCE.contains(&relation.predicate.as_str());
    }
}

/// Those of whom the article says that they died, or whom others survive.
fn dead(scene: &Scene<'_>) -> BTreeSet<ChainId> {
    let verbs = &scene.chunks().verbs;
    let told = (0..verbs.len()).filter(|&index| {
        let verb = &verbs[index];
        let past = verb.tense == Tense::Past || verb.perfect;
        let died = match scene.lemma(verb.head) {
            "die" => past,
            "pass" => past && verb.head + 1 < scene.len() && scene.is(verb.head + 1, "away"),
            "survive" | "predecease" => {
                verb.passive && verb.tokens.end < scene.len() && scene.is(verb.tokens.end, "by")
            }
            _ => false,
        };
        died && verb.negation.is_none() && verb.modal.is_none()
    });
    let outlived = (0..verbs.len()).filter_map(|index| outlived(scene, index));
    let subjects = told.filter_map(|verb| Some(scene.people(scene.subject(scene.clause_of_verb(verb)?))));
    subjects.filter(|party| party.chains.len() == 1).flat_map(|party| party.chains).chain(outlived).collect()
}

/// Bo of "She survives him", "his wife survives him".
fn outlived(scene: &Scene<'_>, index: usize) -> Option<ChainId> {
    let verb = scene.verb(index);
    let now = verb.tense == Tense::Present && !verb.passive && verb.negation.is_none() && verb.modal.is_none();
    let object = scene.object(scene.clause_of_verb(index)?).filter(|_| now && scene.is(verb.head, "survive"))?;
    let party = scene.people(scene.own(object));
    (party.chains.len() == 1).then(|| party.chains[0])
}
