//! People, venue, event and date of one happening belong together.

use std::collections::{BTreeMap, BTreeSet};

use super::Relation;
use super::scene::Scene;
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
    let when = weddings(scene, relations, when);
    for relation in relations.iter_mut().filter(|relation| relation.date.is_none()) {
        if let Some(Some(date)) = event_of(scene, relation).and_then(|event| when.get(&event)) {
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

/// An article that tells of more dated marriages than this is a register; their weddings stay undated.
const MARRIAGES: usize = 64;

/// Those dates, and for each wedding without one that of the marriage of the two who give it its
/// name: "the Vega-Ortiz wedding" was when Ana Vega married Raul Ortiz.
fn weddings(
    scene: &Scene<'_>,
    relations: &[Relation],
    mut when: BTreeMap<ChainId, Option<Edtf>>,
) -> BTreeMap<ChainId, Option<Edtf>> {
    let events: BTreeSet<ChainId> = relations.iter().filter_map(|relation| event_of(scene, relation)).collect();
    let name = |chain: ChainId| scene.reading.coref.chains[chain].name.as_str();
    let marriages = relations.iter().filter(|relation| relation.predicate == "married_to" && relation.date.is_some());
    let marriages: Vec<&Relation> = marriages.take(MARRIAGES).collect();
    for event in events.into_iter().filter(|&event| name(event).to_lowercase().contains("wedding")) {
        let of = |chain: ChainId| name(chain).split(' ').any(|word| word.len() > 2 && name(event).contains(word));
        let theirs = marriages.iter().find(|marriage| of(marriage.source) && of(marriage.target));
        if let Some(marriage) = theirs.filter(|_| !when.contains_key(&event)) {
            when.insert(event, marriage.date.clone());
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
