//! Nouns for somebody's being somewhere: "Ana's speech at the gala", "on a trip to Rome, Ana …",
//! "Ana paid a visit to Rome", "Ana, the host of the gala".

use super::{captions, presence};
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::{NodeKind, Predicate};

/// Finds nouns that put somebody at the place behind them.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for group in 0..scene.chunks().nouns.len() {
        let head = scene.group(group).head;
        for found in phrase::at(scene, head, &[Part::Visits]) {
            if scene.is_plain(head) && !is_ahead(scene, head) {
                read(scene, group, &found, hits);
            }
        }
    }
}

fn read<'a>(scene: &Scene<'a>, group: usize, (predicate, trigger, words): &Found<'a>, hits: &mut Vec<Hit<'a>>) {
    let who = scene.only(visitors(scene, group), &predicate.domain);
    let places = if who.is_known() { places(scene, predicate, group) } else { Vec::new() };
    for place in &places {
        hits.extend(Hit::between(scene, (*predicate, *trigger), &who, place, words.clone(), "act-noun"));
    }
    if !places.is_empty() && company(scene, group).is_known() {
        let together = captions::sighting(scene, &[NodeKind::Person]);
        hits.extend(together.and_then(|found| Hit::among(scene, found, &who, words.clone(), "together-with")));
    }
}

/// Whether the sentence looks ahead: a trip that is planned puts nobody anywhere.
fn is_ahead(scene: &Scene<'_>, token: usize) -> bool {
    let sentence = scene.sentence_index(token);
    scene.reading.times.in_sentences(&(sentence..sentence + 1)).iter().any(|time| time.future)
}

/// Whose visit it is, with those who came along.
fn visitors(scene: &Scene<'_>, group: usize) -> Party {
    let owner = scene.group(group).possessor.map(|owner| scene.people(scene.all_possessors(owner)));
    let beside = || scene.appositions(group).map(|other| scene.people(scene.all(other))).find(Party::is_known);
    let clause = scene.clause_of(scene.group(group).head);
    // "Raul was Ana's date for the gala": he was there too.
    let is_it = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).copula);
    let bearer = || {
        if is_it && scene.object(clause) == Some(group) {
            scene.people(scene.subject(clause))
        } else {
            Party::default()
        }
    };
    let owner = owner.map(|owner| owner.and(&beside().unwrap_or_else(bearer)));
    let who = owner.or_else(beside).unwrap_or_else(|| traveller(scene, group));
    if who.is_known() { who.and(&company(scene, group)) } else { who }
}

/// Who goes on a visit that nobody owns: the subject of the clause that tells it beside its verb
/// ("during a visit to Rome, Ana …") or as what is done ("Ana paid a visit to Rome").
fn traveller(scene: &Scene<'_>, group: usize) -> Party {
    const BESIDE: &[&str] = &["during", "on", "after", "following", "from", "amid", "for"];
    const DONE: &[&str] =
        &["make", "pay", "take", "enjoy", "begin", "have", "end", "give", "deliver", "put", "cap", "mark", "do"];
    let clause = scene.clause_of(scene.group(group).head);
    let Some(verb) = scene.clause(clause).verb.map(|verb| scene.verb(verb)) else { return Party::default() };
    // "a video from a wedding in Rome"
    let of_other =
        |index: usize| scene.preposition(index) == "from" && scene.chunks().prepositions[index].noun.is_some();
    let told = match scene.governor(group) {
        Some(index) if of_other(index) => false,
        Some(index) => BESIDE.contains(&scene.preposition(index)),
        None => scene.object(clause) == Some(group) && DONE.contains(&scene.lemma(verb.head)),
    };
    if told { scene.people(scene.subject(clause)) } else { Party::default() }
}

/// The places behind the noun.
fn places(scene: &Scene<'_>, predicate: &Predicate, group: usize) -> Vec<Party> {
    let fits = |&index: &usize| presence::admits(scene, predicate, scene.preposition(index));
    // "Her last appearance was at the gala"
    let clause = scene.clause_of(scene.group(group).head);
    let told = scene.clause(clause).verb.filter(|&verb| scene.verb(verb).copula);
    let told = told.filter(|_| scene.clause(clause).subject == Some(group)).into_iter();
    let behind = told.flat_map(|verb| scene.behind_verb(verb));
    let objects =
        hanging(scene, group).chain(behind).filter(fits).filter_map(|index| scene.chunks().prepositions[index].object);
    objects.filter_map(|object| presence::site(scene, predicate, object)).collect()
}

fn company(scene: &Scene<'_>, group: usize) -> Party {
    let with = hanging(scene, group).find(|&index| matches!(scene.preposition(index), "with" | "alongside"));
    with.map_or_else(Party::default, |index| scene.people(scene.brought(index)))
}

/// The prepositions behind a noun, and those behind the last noun of each of them: "trip with Bo to Rome".
fn hanging<'s>(scene: &'s Scene<'_>, group: usize) -> impl Iterator<Item = usize> + 's {
    let own = scene.hanging_on(group);
    own.flat_map(move |index| {
        let object = scene.chunks().prepositions[index].object;
        let next = object.into_iter().flat_map(move |object| scene.hanging_on(object));
        std::iter::once(index).chain(next.take(2))
    })
}
