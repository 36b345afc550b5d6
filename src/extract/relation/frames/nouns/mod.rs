//! Nouns that say what somebody is to somebody: "Vega's wife Ana", "Ana, the wife of Vega", "Vega
//! and wife Ana", "they have two sons, Leo and Max", "Ana is Vega's wife".
//!
//! The one end is whom the noun means (its bearers), the other whose noun it is (its owners).

mod bare;
mod bearers;
mod implied;
mod list;
mod owners;
mod predicated;
mod shared;
mod steps;
mod survivors;

use std::ops::Range;

use crate::extract::mention::Gender;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::lexicon::names::{Sex, capital, role};
use crate::model::Group;
use crate::syntax::{NounKind, Tag};
use bearers::bearers;
use owners::owners;

const PARTS: &[Part] = &[Part::Nouns, Part::SourceNouns, Part::TargetNouns];

/// Finds nouns of relation and their two ends.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for group in 0..scene.chunks().nouns.len() {
        for found in role_phrases(scene, group) {
            read(scene, group, &found, hits);
        }
    }
}

/// The nouns of relation in a group, in their order.
fn role_phrases<'a>(scene: &Scene<'a>, group: usize) -> Vec<Found<'a>> {
    let all: Vec<Found<'_>> = role_tokens(scene, group).flat_map(|token| phrase::at(scene, token, PARTS)).collect();
    // "brother-in-law" and its like are longer than what they begin with; of "film star wife" the last counts.
    let longer = |index: usize, words: &Range<usize>| {
        all[index + 1..].iter().any(|(.., later)| later.start <= words.end && later.end > words.end)
    };
    let longest = all.iter().enumerate().filter(|(index, (.., words))| !longer(*index, words));
    longest.map(|(_, found)| found.clone()).collect()
}

/// The words of a group that can be nouns of relation: all but those of names.
fn role_tokens(scene: &Scene<'_>, group: usize) -> impl Iterator<Item = usize> + use<> {
    let whole = scene.group(group);
    let own =
        |&token: &usize| !whole.is_titled(token) && (scene.name_at(token).is_none() || !scene.tag(token).is_proper());
    let tokens: Vec<usize> = whole.tokens.clone().filter(own).collect();
    let relevant = whole.kind != NounKind::Pronoun && whole.kind != NounKind::Relative;
    tokens.into_iter().filter(move |_| relevant)
}

fn read<'a>(scene: &Scene<'a>, group: usize, found: &Found<'a>, hits: &mut Vec<Hit<'a>>) {
    let (mut predicate, trigger, words) = (found.0, found.1, &found.2);
    if let Some(parents) = shared::parents(scene, group, words).filter(|_| trigger.part == Part::TargetNouns) {
        let child = shared::child(scene, group).unwrap_or_default();
        hits.extend(Hit::between(scene, (predicate, trigger), &parents, &child, words.clone(), "role-have"));
        return;
    }
    let Some(bearers) = bearers(scene, group, words).filter(|(_, party)| party.is_known()) else { return };
    if is_partner_at(scene, group, words) || is_belied(scene, group, words, &bearers.1) {
        return;
    }
    let mut owners = owners(scene, group, (predicate, trigger), words, &bearers.1);
    if owners.is_empty()
        && let Some((claimed, owning, owner)) = steps::across(scene, group, found)
    {
        predicate = claimed;
        owners.push((owning, owner));
    }
    let elder = trigger.part == Part::SourceNouns && predicate.group == Group::Family && predicate.name != "parent_of";
    if owners.is_empty() && elder {
        owners.extend(implied::child(scene, group, hits).map(|child| (Owning::Implied, child)));
    }
    for (frame, owners) in owners {
        let owners = without(scene.people(owners), &bearers.1);
        let (source, target) =
            if trigger.part == Part::TargetNouns { (&owners, &bearers.1) } else { (&bearers.1, &owners) };
        let name = join(frame, bearers.0);
        // "Pop singer Ana Vega", "chef Raul Ortiz": a bare noun is kin or a lover only right before the name.
        // "girlfriend and co-star Ana Vega" is one person.
        let named = scene.name_at(words.end).is_some() || words.end < scene.len() && scene.is(words.end, "and");
        let mutual = trigger.words.last().is_some_and(|word| word.ends_with("mate") || word.starts_with("co-"));
        let kin = (predicate.group != Group::Work || mutual) && named && !trigger.weak;
        if name == "role-bare" && !kin || trigger.had && name != "role-have" {
            continue;
        }
        hits.extend(Hit::between(scene, (predicate, trigger), source, target, words.clone(), name));
    }
}

/// "Her tennis partner", "his Season 21 partner", "their writing partner": partners in a thing that
/// no predicate names are no lovers.
fn is_partner_at(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> bool {
    let inside = |token: &usize| scene.group(group).tokens.contains(token) || scene.tag(*token) == Tag::RB;
    let before = words.start.checked_sub(1).filter(inside);
    let thing = |token: usize| {
        let tag = scene.tag(token);
        let person = scene.name_at(token).is_some_and(|name| scene.mentioned(name).is_known());
        // "her actor partner", "her rugby-playing partner": what sort of person it is.
        let sort = role(scene.word(token)).is_some() || scene.word(token - 1) == "-";
        // "his Strictly partner"
        let title = scene.word(token).starts_with(char::is_uppercase) && capital(scene.word(token)).is_none();
        (tag.is_noun() || title || matches!(tag, Tag::CD | Tag::VBG)) && !person && !sort
    };
    words.len() == 1 && scene.is(words.start, "partner") && before.is_some_and(thing)
}

/// "The mother of **her husband**, Ana Vega": whom the noun right before a name cannot mean, being a man's.
fn is_belied(scene: &Scene<'_>, group: usize, words: &Range<usize>, bearers: &Party) -> bool {
    let sex = role(scene.word(words.end - 1)).map_or(Sex::Either, |role| role.sex);
    let other = match sex {
        Sex::Female => Gender::Male,
        Sex::Male => Gender::Female,
        Sex::Either => return false,
    };
    let gender = |chain: usize| scene.reading.coref.chains[chain].gender;
    scene.governor(group).is_some() && matches!(bearers.chains.as_slice(), &[one] if gender(one) == other)
}

fn without(mut party: Party, others: &Party) -> Party {
    party.chains.retain(|chain| !others.chains.contains(chain));
    party
}

/// How it is said whom the noun means.
#[derive(Clone, Copy)]
enum Bearing {
    Name,
    Apposition,
    Copula,
}

/// How it is said whose noun it is.
#[derive(Clone, Copy)]
enum Owning {
    Possessor,
    Of,
    Having,
    Bare,
    /// The child that was just told of.
    Implied,
}

const fn join(owning: Owning, bearing: Bearing) -> &'static str {
    match (owning, bearing) {
        (Owning::Bare, _) => "role-bare",
        (Owning::Implied, _) => "role-implied",
        (Owning::Having, _) => "role-have",
        (Owning::Possessor, Bearing::Name) => "role-possessor-name",
        (Owning::Possessor, Bearing::Apposition) => "role-possessor-apposition",
        (Owning::Possessor, Bearing::Copula) => "role-possessor-copula",
        (Owning::Of, Bearing::Name) => "role-of-name",
        (Owning::Of, Bearing::Apposition) => "role-of-apposition",
        (Owning::Of, Bearing::Copula) => "role-of-copula",
    }
}
