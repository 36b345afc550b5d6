//! A wedding that has a name and the marriage that it made are one happening.
//!
//! Comes in: the relations of an article. Goes out: for each wedding that is called after two who
//! are told to have married their presence at it and, where their words tell it, its place: "the
//! Vega-Ortiz wedding" was where and when Ana Vega married Raul Ortiz. It reads no text of its own.

use super::Relation;
use super::scene::Scene;
use crate::extract::coref::ChainId;
use crate::model::{NodeKind, Status};

/// An article that tells of more marriages or weddings than this is a register, and left alone.
const MOST: usize = 32;

/// Adds what the marriages of the article tell of its weddings.
pub(super) fn join(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    let mut found = Vec::new();
    for marriage in relations.iter().filter(|relation| is_told(relation)).take(MOST) {
        if let Some(wedding) = wedding_of(scene, marriage) {
            for spouse in [marriage.source, marriage.target] {
                found.push(Relation { source: spouse, ..presence(marriage, "attended", wedding) });
            }
            if let Some(venue) = venue(scene, relations, marriage) {
                found.push(Relation { source: wedding, ..presence(marriage, "held_at", venue) });
            }
        }
    }
    relations.extend(found);
}

/// The wedding that is called after the two of a marriage.
pub(super) fn wedding_of(scene: &Scene<'_>, marriage: &Relation) -> Option<ChainId> {
    let chains = &scene.reading.coref.chains;
    let weddings = (0..chains.len()).filter(|&chain| chains[chain].makes_node && is_wedding(scene, chain)).take(MOST);
    let both = |wedding: &ChainId| [marriage.source, marriage.target].iter().all(|&one| names(scene, *wedding, one));
    (marriage.predicate == "married_to").then(|| weddings.into_iter().find(both)).flatten()
}

fn is_wedding(scene: &Scene<'_>, chain: ChainId) -> bool {
    scene.kind(chain) == NodeKind::Event && {
        let name = scene.reading.coref.chains[chain].name.to_lowercase();
        name.contains("wedding") && !["reception", "anniversary"].iter().any(|other| name.contains(other))
    }
}

/// Whether an event's name has a word of a person's name.
fn names(scene: &Scene<'_>, event: ChainId, person: ChainId) -> bool {
    let chains = &scene.reading.coref.chains;
    let called = std::iter::once(&chains[person].name).chain(&chains[person].aliases);
    called.flat_map(|name| name.split(' ')).any(|word| word.len() > 2 && chains[event].name.contains(word))
}

/// Whether a relation tells that two married, not only that they are spouses.
fn is_told(relation: &Relation) -> bool {
    const ACTS: &[&str] = &["together", "verb-", "passive"];
    relation.predicate == "married_to"
        && relation.status >= Status::Reported
        && ACTS.iter().any(|act| relation.rule.starts_with(act))
}

/// Where the words of a marriage put the two.
fn venue(scene: &Scene<'_>, relations: &[Relation], marriage: &Relation) -> Option<ChainId> {
    let here = |relation: &&Relation| {
        let near = relation.evidence.start < marriage.evidence.end && marriage.evidence.start < relation.evidence.end;
        near && [marriage.source, marriage.target].contains(&relation.source)
            && relation.predicate == "seen_at"
            && scene.kind(relation.target) == NodeKind::Venue
    };
    relations.iter().find(here).map(|relation| relation.target)
}

fn presence(marriage: &Relation, predicate: &str, target: ChainId) -> Relation {
    Relation {
        predicate: predicate.to_owned(),
        target,
        ended: false,
        rule: "wedding:marry".to_owned(),
        confidence: 0.8,
        ..marriage.clone()
    }
}
