//! Syntactic shapes, shared by all predicates.
//!
//! Comes in: a [`Scene`]. Goes out: [`Hit`]s. A frame knows no predicate: it asks the predicate
//! files which words stand in its shape. Whether a hit is true, a rumour or a thing of the past
//! is judged later.

mod adjectives;
mod bonds;
mod captions;
mod circumstances;
mod couples;
mod guests;
mod naming;
mod nouns;
mod occasion;
mod partings;
mod presence;
mod together;
mod understood;
mod verbs;
mod visits;

use std::collections::BTreeSet;

use super::hit::Hit;
use super::scene::Scene;
use crate::extract::coref::ChainId;
use crate::model::Group;

/// Everything that any frame finds.
pub(super) fn find<'a>(scene: &Scene<'a>) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for frame in FRAMES {
        frame(scene, &mut hits);
    }
    drop_echoes(scene, &mut hits);
    partings::settle(scene, &mut hits);
    hits
}

/// "Stepped out with her rumored beau Bo": weak words for a tie add nothing to plain ones in their sentence.
fn drop_echoes<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    type Told<'a> = (&'a str, ChainId, ChainId, usize);
    let told = |hit: &Hit<'a>| -> Vec<Told<'a>> {
        let sentence = scene.sentence_index(hit.anchor.start);
        let tie = |&(a, b): &(ChainId, ChainId)| (hit.predicate.name.as_str(), a.min(b), a.max(b), sentence);
        hit.pairs.iter().map(tie).collect()
    };
    let plain: BTreeSet<_> = hits.iter().filter(|hit| !hit.trigger.weak).flat_map(told).collect();
    // "may have rekindled their romance": words inside longer ones.
    let phrases: BTreeSet<_> = hits
        .iter()
        .filter(|hit| !hit.frame.starts_with("bond-"))
        .flat_map(|hit| told(hit).into_iter().flat_map(|told| hit.anchor.clone().skip(1).map(move |at| (told, at))))
        .collect();
    hits.retain(|hit| {
        let inside = |told: &Told<'a>| phrases.contains(&(*told, hit.anchor.start));
        !hit.frame.starts_with("bond-") || !told(hit).iter().all(inside)
    });
    hits.retain(|hit| {
        !hit.trigger.weak || hit.predicate.group != Group::Romance || !told(hit).iter().all(|told| plain.contains(told))
    });
}

/// What each frame is: it adds what it finds.
type Frame = for<'a> fn(&Scene<'a>, &mut Vec<Hit<'a>>);

const FRAMES: &[Frame] = &[
    nouns::find,
    couples::find,
    bonds::find,
    adjectives::find,
    naming::find,
    verbs::find,
    together::find,
    presence::find,
    visits::find,
    guests::find,
    captions::find,
    understood::find,
    circumstances::find,
    // Last: it looks at what the others found.
    occasion::find,
];
