//! Kin of kin who is not named: "**her mother's sister** Ana" is her relative, "Leo, **the son of Ana's son**"
//! Ana's grandchild.
//!
//! Comes in: a noun of kin whose owner has no name. Goes out: what the two who have names are to each
//! other, and the owner of the step between. It claims nothing of the one in between, and nothing that may
//! be no tie at all: lovers' kin are no kin yet, and "her son's father" is told elsewhere what he is to her.

use std::ops::Range;

use super::owners::owners;
use super::{Owning, role_phrases};
use crate::extract::relation::phrase::Found;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::{Part, Table, list};
use crate::model::Predicate;
use crate::syntax::NounKind;

const STEPS: Table = list!("cues/kinship");

/// Of the kin of somebody's kin: the predicate of the two, how the owner is said, and the owner.
pub(super) fn across<'a>(scene: &Scene<'a>, group: usize, found: &Found<'a>) -> Option<(&'a Predicate, Owning, Party)> {
    let last = step(found)?;
    let (middle, owning) = middle(scene, group, &found.2)?;
    let nameless = scene.name_of(middle).is_none() && !scene.people(scene.meant(middle)).is_known();
    let between = role_phrases(scene, middle).pop().filter(|(.., words)| words.end == scene.group(middle).head + 1)?;
    let claimed = STEPS.get(&format!("{} {last}", step(&between)?)).filter(|_| nameless)?;
    let (.., owner) =
        owners(scene, middle, (between.0, between.1), &between.2, &Party::default()).into_iter().next()?;
    Some((&scene.predicates.get(claimed)?.predicate, owning, owner))
}

/// The group that owns the noun: "her mother" of "her mother's sister" and of "the sister of her mother".
fn middle(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> Option<(usize, Owning)> {
    let told = |&owner: &usize| scene.group(owner).kind == NounKind::Common;
    if let Some(owner) = scene.group(group).possessor {
        return Some((owner, Owning::Possessor)).filter(|(owner, _)| told(owner));
    }
    let of = scene.hanging_on(group).find(|&index| scene.chunks().prepositions[index].tokens.start == words.end)?;
    let object = scene.chunks().prepositions[of].object.filter(|_| scene.preposition(of) == "of")?;
    let whole = scene.whole_group(scene.group(object).tokens.start).filter(told)?;
    // "the eldest of her three daughters" is one of them.
    (!scene.is_plural(scene.group(whole).head)).then_some((whole, Owning::Of))
}

/// What a noun says that its bearer is to its owner, by the name that the list has for it.
fn step((predicate, trigger, _): &Found<'_>) -> Option<&'static str> {
    match (predicate.name.as_str(), trigger.part) {
        ("parent_of", Part::SourceNouns) => Some("parent"),
        ("parent_of", Part::TargetNouns) => Some("child"),
        ("grandparent_of", Part::SourceNouns) => Some("grandparent"),
        ("grandparent_of", Part::TargetNouns) => Some("grandchild"),
        ("sibling_of", Part::Nouns) => Some("sibling"),
        ("relative_of", Part::Nouns) => Some("relative"),
        ("married_to", Part::Nouns) if !trigger.ended => Some("spouse"),
        _ => None,
    }
}
