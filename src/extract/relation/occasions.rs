//! People, venue and event of one happening belong together.

use std::collections::BTreeMap;

use super::Relation;
use super::scene::Scene;
use crate::model::{NodeKind, Span};

/// Gives each claim between people the venue and event at which the same words put them.
pub(super) fn place(scene: &Scene<'_>, relations: &mut [Relation]) {
    let mut at: BTreeMap<(usize, usize), (Option<usize>, Option<usize>)> = BTreeMap::new();
    for relation in relations.iter() {
        let slot = at.entry((sentence(scene, relation.evidence), relation.source)).or_default();
        match scene.kind(relation.target) {
            NodeKind::Venue => slot.0 = slot.0.or(Some(relation.target)),
            NodeKind::Event => slot.1 = slot.1.or(Some(relation.target)),
            NodeKind::Person => {}
        }
    }
    for relation in relations.iter_mut().filter(|relation| scene.kind(relation.target) == NodeKind::Person) {
        let lasting = scene.predicates.get(&relation.predicate).is_some_and(|entry| entry.predicate.lasting);
        if let Some(&(venue, event)) =
            at.get(&(sentence(scene, relation.evidence), relation.source)).filter(|_| !lasting)
        {
            (relation.place, relation.event) = (venue, event);
        }
    }
}

fn sentence(scene: &Scene<'_>, evidence: Span) -> usize {
    scene.reading.syntax.sentences.partition_point(|sentence| sentence.span.end <= evidence.start)
}
