//! Whose godmother, grandmother or godfather somebody is where the sentence does not say.
//!
//! Comes in: a noun of elder kin without an owner, and what was found before it. Goes out: the child
//! whose birth or christening was told of just before.

use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::Group;

/// How many sentences back the child may be told of.
const REACH: usize = 2;

/// Verbs whose subject, in the passive, is the child of a christening.
const CHRISTENING: &[&str] = &["baptise", "baptize", "christen"];

/// What the child is called again.
const CHILDREN: &[&str] = &["boy", "girl", "baby", "child", "newborn", "infant", "toddler", "tot", "youngster"];

/// The child that "the godparents" or "the proud grandmother" has.
pub(super) fn child(scene: &Scene<'_>, group: usize, hits: &[Hit<'_>]) -> Option<Party> {
    let whole = scene.group(group);
    let definite = whole.determiner.is_none_or(|token| scene.is(token, "the"));
    // "Max is the boy's godfather"
    let child = |owner: usize| {
        let the = scene.group(owner).determiner.is_some_and(|token| scene.is(token, "the"));
        the && CHILDREN.contains(&scene.lemma(scene.group(owner).head))
    };
    if !whole.possessor.map_or(definite, child) {
        return None;
    }
    let start = whole.tokens.start;
    let here = scene.sentence_index(start);
    let near = |token: usize| token < start && here - scene.sentence_index(token) <= REACH;
    let born = hits.iter().rev().find(|hit| {
        hit.predicate.group == Group::Family && hit.trigger.part == Part::TargetNouns && near(hit.anchor.start)
    });
    let born = born.map(|hit| {
        let mut chains: Vec<_> = hit.pairs.iter().map(|&(_, target)| target).collect();
        chains.dedup();
        Party { chains, confidence: hit.certainty * 0.9, tokens: start..start }
    });
    born.filter(|party| party.chains.len() == 1).or_else(|| christened(scene, start, near))
}

fn christened(scene: &Scene<'_>, start: usize, near: impl Fn(usize) -> bool) -> Option<Party> {
    let to = scene.chunks().verbs.partition_point(|verb| verb.tokens.start < start);
    let verb = (0..to)
        .rev()
        .take_while(|&verb| near(scene.verb(verb).head))
        .find(|&verb| scene.verb(verb).passive && CHRISTENING.contains(&scene.lemma(scene.verb(verb).head)))?;
    let party = scene.people(scene.subject(scene.clause_of_verb(verb)?));
    (party.chains.len() == 1).then_some(Party { tokens: start..start, ..party })
}
