//! Who was where: "Ana dined at the Ivy", "Ana and Raul left the gala", "the gala was held at the
//! Ritz", "the Gannet Awards in Leeds".

use super::{together, verbs};
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::Found;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::{Part, Trigger};
use crate::model::{NodeKind, Predicate};
use crate::syntax::ClauseKind;

/// Finds acts at places and events.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let Some(clause) = scene.clause_of_verb(verb) else { continue };
        for found in verbs::triggers(scene, verb, &[Part::Acts, Part::Happens, Part::Sightings]) {
            act(scene, verb, clause, &found, hits);
        }
    }
    for predicate in scene.predicates.iter().filter(|entry| entry.predicate.domain == [NodeKind::Event]) {
        if let Some(place) = entry_place(&predicate.triggers) {
            sites(scene, (&predicate.predicate, place), hits);
        }
    }
}

/// The first preposition of a predicate's places.
fn entry_place(triggers: &[Trigger]) -> Option<&Trigger> {
    triggers.iter().find(|trigger| trigger.part == Part::Places)
}

fn act<'a>(scene: &Scene<'a>, verb: usize, clause: usize, found: &Found<'a>, hits: &mut Vec<Hit<'a>>) {
    let (predicate, trigger, words) = found;
    let sighting = trigger.part == Part::Sightings;
    let who = scene.only(together::core(scene, verb, clause, sighting), &predicate.domain);
    let who = if predicate.domain == [NodeKind::Person] { who.and(&together::company(scene, clause)) } else { who };
    if !who.is_known() {
        return;
    }
    for place in places(scene, predicate, verb, clause) {
        hits.extend(Hit::between(scene, (*predicate, *trigger), &who, &place, words.clone(), "act-place"));
    }
}

/// The places of an act: behind the predicate's prepositions in its clause or a participle's.
fn places(scene: &Scene<'_>, predicate: &Predicate, verb: usize, clause: usize) -> Vec<Party> {
    let inner = scene.children_of(clause).filter(|&child| scene.clause(child).kind == ClauseKind::Participial);
    let verbs = std::iter::once(verb).chain(inner.filter_map(|child| scene.clause(child).verb));
    let mut found = Vec::new();
    for index in verbs.flat_map(|verb| scene.behind_verb(verb)) {
        let object = scene.chunks().prepositions[index].object;
        if let Some(object) = object.filter(|_| admits(scene, predicate, scene.preposition(index))) {
            let place = scene.only(scene.all(object), &predicate.range);
            if place.is_known() {
                found.push(place);
            }
        }
    }
    found
}

fn admits(scene: &Scene<'_>, predicate: &Predicate, preposition: &str) -> bool {
    let of_word = scene.predicates.triggers(preposition);
    of_word.into_iter().any(|(other, trigger)| trigger.part == Part::Places && other.name == predicate.name)
}

/// "the Gannet Awards in Leeds": an event and right behind it its place.
fn sites<'a>(scene: &Scene<'a>, (predicate, trigger): (&'a Predicate, &'a Trigger), hits: &mut Vec<Hit<'a>>) {
    for (index, preposition) in scene.chunks().prepositions.iter().enumerate() {
        let (Some(object), Some(noun)) = (preposition.object, preposition.noun) else { continue };
        if !matches!(scene.preposition(index), "at" | "in" | "inside" | "outside" | "on") {
            continue;
        }
        let event = scene.only(scene.own(noun), &predicate.domain);
        let near = preposition.tokens.start <= scene.group(noun).tokens.end + 2;
        let venue = scene.only(scene.all(object), &predicate.range);
        if near && event.is_known() && venue.is_known() {
            let venue = Party { chains: venue.chains[..1].to_vec(), ..venue };
            hits.extend(Hit::between(
                scene,
                (predicate, trigger),
                &event,
                &venue,
                preposition.tokens.clone(),
                "event-place",
            ));
        }
    }
}
