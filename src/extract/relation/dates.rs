//! Which date belongs to a hit: that of its clause, of its sentence, of the heading above it, in
//! this order; never one of another story.

use super::hit::Hit;
use super::scene::Scene;
use crate::extract::time::Time;
use crate::model::{Edtf, Group, NodeKind};
use crate::syntax::ClauseKind;

/// The date of a hit, and whether a part of it comes from context.
pub(super) fn of(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<(Edtf, bool)> {
    let birth = hit.trigger.words.iter().any(|word| matches!(word.as_str(), "birth" | "bear" | "born" | "welcome"));
    if hit.predicate.group == Group::Family && !birth || hit.frame.starts_with("role-") || hit.frame == "event-place" {
        return None;
    }
    let (times, syntax) = (scene.reading.times, scene.reading.syntax);
    let sentence = scene.sentence_index(hit.anchor.start);
    let told: Vec<&Time> =
        times.in_sentences(&(sentence..sentence + 1)).iter().filter(|time| tells(scene, time)).collect();
    let clause = scene.clause_of(hit.anchor.start);
    let own = told.iter().filter(|time| belongs(scene, time, clause)).min_by_key(|time| distance(time, hit)).copied();
    let found = match (own, hit.predicate.lasting) {
        (None, true) => times.heading_over(sentence),
        (None, false) if told.is_empty() => times.over(syntax, sentence),
        (None, false) => only(&told).or_else(|| times.heading_over(sentence)),
        (own, _) => own,
    };
    found.and_then(|time| Some((time.value.clone()?, time.implied)))
}

/// Whether a time tells when something took place: one that only describes a noun does so where
/// that noun is a happening ("Monday's gala").
fn tells(scene: &Scene<'_>, time: &Time) -> bool {
    const NEAR: usize = 6;
    let mentions = scene.reading.mentions;
    let from = mentions.partition_point(|mention| mention.tokens.end + NEAR < time.tokens.start);
    let near = mentions[from..].iter().take_while(|mention| mention.tokens.start < time.tokens.end + NEAR);
    !time.modifier || near.into_iter().any(|mention| mention.kind == Some(NodeKind::Event))
}

/// Whether the time stands in the clause, or in a participle or infinitive around or inside it.
fn belongs(scene: &Scene<'_>, time: &Time, clause: usize) -> bool {
    if time.value.is_none() || time.tokens.is_empty() {
        return false;
    }
    let at = scene.clause_of(time.tokens.start);
    let loose = |clause: usize| matches!(scene.clause(clause).kind, ClauseKind::Participial | ClauseKind::Infinitive);
    at == clause
        || loose(at) && scene.clause(at).parent == Some(clause)
        || loose(clause) && scene.clause(clause).parent == Some(at)
}

fn distance(time: &Time, hit: &Hit<'_>) -> usize {
    time.tokens.start.abs_diff(hit.anchor.start)
}

/// The one date of a sentence that has only one.
fn only<'a>(times: &[&'a Time]) -> Option<&'a Time> {
    let mut dated = times.iter().filter(|time| time.value.is_some());
    dated.next().filter(|_| dated.next().is_none()).copied()
}
