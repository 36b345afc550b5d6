//! Who parts: "Ana wed Bo. They divorced in 2004" tells of the two whose bond was told right before, whomever
//! coreference takes for them.
//!
//! Comes in: the hits of all frames. Goes out: the same, where a plural that ends a bond means two of whom no
//! such bond is told, with the pair of the sentences before, if one of them is in it. It looks back two sentences.

use std::collections::BTreeSet;

use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::model::Group;

/// How many sentences back the bond is told, and how many bonds there are looked at.
const REACH: usize = 2;
const MOST: usize = 16;

type Pair = (ChainId, ChainId);

/// The bonds that are told.
struct Bonds<'a> {
    /// Sentence, predicate and the two of each, in text order.
    told: Vec<(usize, &'a str, Pair)>,
    /// Of whom each predicate is told, and love in general.
    of: BTreeSet<(&'a str, Pair)>,
}

/// The name of a parting that may end any love: "they split".
const ANY: &str = "dating";

/// Gives partings to those whose bond was told right before.
pub(super) fn settle<'a>(scene: &Scene<'a>, hits: &mut [Hit<'a>]) {
    let mut told: Vec<_> = hits.iter().filter_map(|hit| bond(scene, hit)).collect();
    told.sort_by_key(|&(sentence, ..)| sentence);
    let of = told.iter().flat_map(|&(_, name, pair)| [(name, pair), (ANY, pair)]).collect();
    let bonds = Bonds { told, of };
    for hit in hits.iter_mut() {
        if let Some(pair) = parted(scene, hit, &bonds) {
            hit.pairs = vec![pair];
        }
    }
}

fn bond<'a>(scene: &Scene<'_>, hit: &Hit<'a>) -> Option<(usize, &'a str, Pair)> {
    let lasts = hit.predicate.group == Group::Romance && hit.predicate.lasting && !hit.trigger.ended;
    let &[(a, b)] = hit.pairs.as_slice() else { return None };
    let sentence = scene.sentence_index(hit.anchor.start);
    lasts.then_some((sentence, hit.predicate.name.as_str(), (a.min(b), a.max(b))))
}

/// The pair whose bond a hit ends, where it is another than the hit's own.
fn parted(scene: &Scene<'_>, hit: &Hit<'_>, bonds: &Bonds<'_>) -> Option<Pair> {
    let &[(a, b)] = hit.pairs.as_slice() else { return None };
    let own = (a.min(b), a.max(b));
    let ends = hit.trigger.ended && hit.predicate.group == Group::Romance && hit.frame == "together";
    let name = hit.predicate.name.as_str();
    if !ends || !is_plural_alone(scene, hit) || bonds.of.contains(&(name, own)) {
        return None;
    }
    let here = scene.sentence_index(hit.anchor.start);
    let before = &bonds.told[..bonds.told.partition_point(|&(sentence, ..)| sentence < here)];
    let near = before.iter().rev().take_while(|&&(sentence, ..)| here - sentence <= REACH).take(MOST);
    // "They split" ends any love, "they divorced" a marriage.
    let same = |told: &str| hit.trigger.parting && name == ANY || told == name;
    let shares = |pair: &Pair| [own.0, own.1].iter().any(|one| [pair.0, pair.1].contains(one));
    near.filter(|(_, told, pair)| same(told) && shares(pair)).map(|&(.., pair)| pair).next()
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
