//! When a bond began that has lasted for a told time, or whose anniversary is told.
//!
//! Comes in: a hit and the durations of its sentence. Goes out: a date, as rough as the duration. What
//! lasted until nobody knows when has no beginning.

use super::Dated;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::{Lasted, Time};
use crate::model::Group;
use crate::syntax::{Tense, VerbForm};

/// When a bond began that lasted up to a date: "for two years until 2020", "celebrated their tenth
/// anniversary in 2019".
pub(super) fn up_to(scene: &Scene<'_>, hit: &Hit<'_>, date: &Time) -> Option<Dated> {
    let mut told = here(scene, hit).filter(|one| one.counted_from == Some(date.tokens.start));
    told.next().filter(|one| if one.anniversary { is_celebrated(hit) } else { hit.predicate.lasting }).map(began)
}

/// When a bond began whose anniversary its sentence tells.
pub(super) fn anniversary(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    here(scene, hit).find(|one| one.anniversary).filter(|_| is_celebrated(hit)).map(began)
}

/// Whether it is a bond that has anniversaries.
fn is_celebrated(hit: &Hit<'_>) -> bool {
    matches!(hit.predicate.name.as_str(), "married_to" | "dating")
}

fn began(one: &Lasted) -> Dated {
    (one.began.clone(), true)
}

/// The durations of a hit's sentence.
fn here<'a>(scene: &Scene<'a>, hit: &Hit<'_>) -> impl Iterator<Item = &'a Lasted> {
    let (all, sentence) = (&scene.reading.times.lasted, scene.sentence(hit.anchor.start));
    let from = all.partition_point(|one| one.tokens.start < sentence.start);
    all[from..].iter().take_while(move |one| one.tokens.start < sentence.end)
}

/// When a bond began that has lasted for a told time until now: "have been dating for two months", "his
/// wife of nine years".
pub(in crate::extract::relation) fn since(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    let from = hit.tokens.start.min(hit.anchor.start);
    let up_to_now = |one: &&Lasted| one.tokens.start >= from && one.counted_from.is_none() && !one.anniversary;
    let told = here(scene, hit).filter(up_to_now).find(|one| {
        let owned = scene.is(one.tokens.start, "of");
        let beside = (hit.anchor.end..hit.anchor.end + 2).contains(&one.tokens.start);
        let same = scene.clause_of(one.tokens.start) == scene.clause_of(hit.anchor.start);
        if owned { beside } else { same && one.tokens.start >= hit.anchor.start && goes_on_now(scene, hit) }
    });
    told.filter(|_| hit.predicate.lasting && hit.predicate.group != Group::Family).map(began)
}

/// Whether the verb of a hit tells of what still holds: "have dated", "is seeing", "after dating".
fn goes_on_now(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    verb.is_some_and(|verb| {
        verb.perfect && verb.tense != Tense::Past || verb.tense == Tense::Present || verb.form == VerbForm::Gerund
    })
}
