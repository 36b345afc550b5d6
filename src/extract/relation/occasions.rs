//! People, venue, event and date of one happening belong together.

use std::collections::BTreeMap;

use super::Relation;
use super::scene::Scene;
use super::weddings;
use crate::extract::coref::ChainId;
use crate::model::{Edtf, NodeKind, Span};

/// Gives each claim of an occasion the venue and event at which the same words put its people, and
/// the date that the article gives its event.
pub(super) fn place(scene: &Scene<'_>, relations: &mut [Relation]) {
    let at = places(scene, relations);
    for relation in relations.iter_mut().filter(|relation| scene.kind(relation.target) == NodeKind::Person) {
        if let Some(&(venue, event)) = at.get(&key(scene, relation)).filter(|_| !lasts(scene, relation)) {
            (relation.place, relation.event) = (venue, event);
        }
    }
    let when = dates(scene, relations);
    for relation in relations.iter_mut().filter(|relation| relation.date.is_none()) {
        let event = event_of(scene, relation).or(relation.event).or_else(|| weddings::wedding_of(scene, relation));
        if let Some(Some(date)) = event.and_then(|event| when.get(&event)) {
            (relation.date, relation.date_implied) = (Some(date.clone()), true);
        }
    }
}

/// Where the words of a sentence put somebody.
type Places = BTreeMap<(usize, ChainId), (Option<ChainId>, Option<ChainId>)>;

fn places(scene: &Scene<'_>, relations: &[Relation]) -> Places {
    let mut at = Places::new();
    for relation in relations {
        let slot = at.entry(key(scene, relation)).or_default();
        match scene.kind(relation.target) {
            NodeKind::Venue => slot.0 = slot.0.or(Some(relation.target)),
            NodeKind::Event => slot.1 = slot.1.or(Some(relation.target)),
            NodeKind::Person => {}
        }
    }
    at
}

/// The one date that the article's claims give an event; `None` where they give several.
fn dates(scene: &Scene<'_>, relations: &[Relation]) -> BTreeMap<ChainId, Option<Edtf>> {
    let mut when: BTreeMap<ChainId, Option<Edtf>> = BTreeMap::new();
    for relation in relations {
        if let (Some(event), Some(date)) = (event_of(scene, relation), &relation.date) {
            let known = when.entry(event).or_insert_with(|| Some(date.clone()));
            if known.as_ref().is_some_and(|known| known != date) {
                *known = None;
            }
        }
    }
    when
}

/// The event whose happening a claim tells of.
fn event_of(scene: &Scene<'_>, relation: &Relation) -> Option<ChainId> {
    let ends = [relation.target, relation.source];
    ends.into_iter().find(|&end| scene.kind(end) == NodeKind::Event)
}

fn lasts(scene: &Scene<'_>, relation: &Relation) -> bool {
    scene.predicates.get(&relation.predicate).is_some_and(|entry| entry.predicate.lasting)
}

/// The sentence of a claim, and whom it is about.
fn key(scene: &Scene<'_>, relation: &Relation) -> (usize, ChainId) {
    (sentence(scene, relation.evidence), relation.source)
}

fn sentence(scene: &Scene<'_>, evidence: Span) -> usize {
    scene.reading.syntax.sentences.partition_point(|sentence| sentence.span.end <= evidence.start)
}
