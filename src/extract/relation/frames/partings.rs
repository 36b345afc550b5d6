//! Who parts: "Ana wed Bo. They divorced in 2004" tells of the two whose bond was told right before, whomever
//! coreference takes for them.
//!
//! Comes in: the hits of all frames. Goes out: the same, where a plural that ends a bond means two of whom no
//! such bond is told, with the pair of the sentences before, if one of them is in it. It looks back two sentences.

use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::model::Group;

/// How many sentences back the bond is told.
const REACH: usize = 2;

type Pair = (ChainId, ChainId);

/// A bond that is told: its sentence, its predicate and the two.
type Bond<'a> = (usize, &'a str, Pair);

/// Gives partings to those whose bond was told right before.
pub(super) fn settle(scene: &Scene<'_>, hits: &mut [Hit<'_>]) {
    let bonds: Vec<Bond<'_>> = hits.iter().filter_map(|hit| bond(scene, hit)).collect();
    for hit in hits.iter_mut() {
        if let Some(pair) = parted(scene, hit, &bonds) {
            hit.pairs = vec![pair];
        }
    }
}

fn bond<'a>(scene: &Scene<'_>, hit: &Hit<'a>) -> Option<Bond<'a>> {
    let lasts = hit.predicate.group == Group::Romance && hit.predicate.lasting && !hit.trigger.ended;
    let &[(a, b)] = hit.pairs.as_slice() else { return None };
    let sentence = scene.sentence_index(hit.anchor.start);
    lasts.then_some((sentence, hit.predicate.name.as_str(), (a.min(b), a.max(b))))
}

/// The pair whose bond a hit ends, where it is another than the hit's own.
fn parted(scene: &Scene<'_>, hit: &Hit<'_>, bonds: &[Bond<'_>]) -> Option<Pair> {
    let &[(a, b)] = hit.pairs.as_slice() else { return None };
    let own = (a.min(b), a.max(b));
    let ends = hit.trigger.ended && hit.predicate.group == Group::Romance && hit.frame == "together";
    if !ends || !is_plural_alone(scene, hit) {
        return None;
    }
    // "They split" ends any love, "they divorced" a marriage.
    let same = |name: &str| hit.trigger.parting && hit.predicate.name == "dating" || name == hit.predicate.name;
    let here = scene.sentence_index(hit.anchor.start);
    let told_of_own = bonds.iter().any(|(_, name, pair)| *pair == own && same(name));
    let shares = |pair: &Pair| [own.0, own.1].iter().any(|one| [pair.0, pair.1].contains(one));
    let near = |sentence: usize| sentence < here && here - sentence <= REACH;
    let fits = |(sentence, name, pair): &&Bond<'_>| near(*sentence) && same(name) && *pair != own && shares(pair);
    bonds.iter().filter(fits).max_by_key(|(sentence, ..)| *sentence).filter(|_| !told_of_own).map(|(.., pair)| *pair)
}

/// Whether a clause has "they", "the two" for its subject, and no name.
fn is_plural_alone(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let subject = scene.clause(scene.clause_of(hit.anchor.start)).subject;
    subject.is_some_and(|subject| {
        let head = scene.group(subject).head;
        scene.coordinated(subject).is_empty()
            && ["they", "two", "pair", "couple", "both", "duo"].iter().any(|word| scene.is(head, word))
    })
}
