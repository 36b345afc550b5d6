//! Whose kin are listed behind "is survived by", "leaves behind", "survivors include".
//!
//! Comes in: a noun group without an owner of its own. Goes out: the one who died. The list may be
//! cut by semicolons and hold any number of nouns, each with its names.

use crate::extract::relation::scene::{Party, Scene};

/// The one whom the members of the list survive, where the group stands in such a list.
pub(super) fn survived(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let start = scene.group(group).tokens.start;
    let sentence = scene.sentence(start);
    let opening = (sentence.start..start).rev().find(|&token| opens(scene, token, start))?;
    let died = scene.people(subject_of(scene, opening));
    if died.chains.len() == 1 {
        return Some(died);
    }
    // "Survivors include his wife, Ana; a son, Leo": his is the one who died.
    let owner = (opening..start).filter_map(|token| scene.noun_at(token)).find_map(|noun| scene.group(noun).possessor);
    let died = owner.map(|owner| scene.people(scene.meant(owner))).filter(|party| party.chains.len() == 1);
    died.or_else(|| {
        let before = sentence.start.checked_sub(1)?;
        let told = scene.people(subject_of(scene, before));
        (told.chains.len() == 1 && scene.is(opening, "survivor")).then_some(told)
    })
}

/// Whether a token opens a list of survivors.
fn opens(scene: &Scene<'_>, token: usize, before: usize) -> bool {
    let next = |word: &str| token + 1 < before && scene.is(token + 1, word);
    match scene.lemma(token) {
        "survive" | "predecease" | "mourn" => next("by"),
        "survivor" => next("include") || next("are") || next("be") || next(":"),
        "leave" => next("behind"),
        _ => false,
    }
}

/// The subject of the clause in which a token stands.
fn subject_of(scene: &Scene<'_>, token: usize) -> Party {
    scene.subject(scene.clause_of(token))
}
