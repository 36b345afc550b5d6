//! Which date belongs to a hit: that of its clause, of its sentence, of the heading above it, in
//! this order; never one of another story.

use super::hit::Hit;
use super::scene::Scene;
use crate::extract::time::Time;
use crate::model::{Edtf, Group};
use crate::syntax::ClauseKind;

/// The date of a hit, and whether a part of it comes from context.
pub(super) fn of(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<(Edtf, bool)> {
    if hit.predicate.group == Group::Family || hit.frame.starts_with("role-") {
        return None;
    }
    let sentence = scene.sentence_index(hit.anchor.start);
    let times = in_sentence(scene, sentence);
    let clause = scene.clause_of(hit.anchor.start);
    let own = times.iter().filter(|time| belongs(scene, time, clause)).min_by_key(|time| distance(time, hit));
    let found = own.or_else(|| if hit.predicate.lasting { None } else { only(times) });
    if let Some(time) = found {
        return time.value.clone().map(|value| (value, time.implied));
    }
    if hit.predicate.lasting { None } else { label(scene, sentence) }
}

/// The dated expressions of a sentence.
fn in_sentence<'a>(scene: &Scene<'a>, sentence: usize) -> &'a [Time] {
    let all = &scene.reading.times.expressions;
    let from = all.partition_point(|time| time.sentence < sentence);
    let to = all.partition_point(|time| time.sentence <= sentence);
    &all[from..to]
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
fn only(times: &[Time]) -> Option<&Time> {
    let mut dated = times.iter().filter(|time| time.value.is_some());
    dated.next().filter(|_| dated.next().is_none())
}

/// The date with which the paragraph of the sentence begins: "March 2019: …".
fn label(scene: &Scene<'_>, sentence: usize) -> Option<(Edtf, bool)> {
    let syntax = scene.reading.syntax;
    let paragraph = &syntax.paragraphs[syntax.sentences[sentence].paragraph];
    let label = paragraph.label.as_ref()?;
    let times = in_sentence(scene, paragraph.sentences.start);
    let time = times.iter().find(|time| time.tokens.start < label.tokens.end)?;
    time.value.clone().map(|value| (value, time.implied))
}
