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
mod presence;
mod together;
mod understood;
mod verbs;
mod visits;

use super::hit::Hit;
use super::scene::Scene;

/// Everything that any frame finds.
pub(super) fn find<'a>(scene: &Scene<'a>) -> Vec<Hit<'a>> {
    let mut hits = Vec::new();
    for frame in FRAMES {
        frame(scene, &mut hits);
    }
    hits
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
