//! Which date belongs to a hit: that of its clause, of its sentence, of the event that it happened
//! at, of the label above it, in this order; never one of another story.

use std::collections::BTreeMap;

use super::hit::Hit;
use super::scene::Scene;
use super::setting::Setting;
use crate::extract::coref::ChainId;
use crate::extract::time::Time;
use crate::model::{Edtf, Form, Group, NodeKind};
use crate::syntax::{ClauseKind, LabelKind};

/// A date, and whether a part of it comes from context.
pub(super) type Dated = (Edtf, bool);

/// The dates of an article, ready to be attached.
pub(super) struct Dates {
    /// Of each event the date that the text ties to it: "Monday's gala", "the 2018 Oscars".
    of_event: BTreeMap<ChainId, Dated>,
    setting: Setting,
}

/// How far from its event a date may stand, in tokens.
const BESIDE: usize = 3;

/// How far from the words of a lasting relation the one date of their sentence may stand.
const NEAR: usize = 12;

impl Dates {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut of_event = BTreeMap::new();
        for (index, mention) in scene.reading.mentions.iter().enumerate() {
            let party = scene.mentioned(index);
            let &[chain] = party.chains.as_slice() else { continue };
            if mention.form != Form::Name || scene.kind(chain) != NodeKind::Event || of_event.contains_key(&chain) {
                continue;
            }
            let times = in_sentence(scene, mention.sentence);
            let beside = times.iter().find(|time| {
                let before = time.tokens.end <= mention.tokens.start && mention.tokens.start - time.tokens.end <= 1;
                let inside =
                    time.tokens.start >= mention.tokens.start && time.tokens.start < mention.tokens.end + BESIDE;
                time.value.is_some() && (before || inside)
            });
            if let Some(date) = beside.or_else(|| only(times)).and_then(dated) {
                of_event.insert(chain, date);
            }
        }
        Self { of_event, setting: Setting::of(scene) }
    }

    /// The date of a hit.
    pub(super) fn of_hit(&self, scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
        let birth = hit.trigger.words.iter().any(|word| matches!(word.as_str(), "birth" | "bear" | "born" | "welcome"));
        if hit.predicate.group == Group::Family && !birth || hit.frame.starts_with("role-") {
            return None;
        }
        let sentence = scene.sentence_index(hit.anchor.start);
        let times = in_sentence(scene, sentence);
        let clause = scene.clause_of(hit.anchor.start);
        let own = times.iter().filter(|time| belongs(scene, time, clause)).min_by_key(|time| distance(time, hit));
        let found = own.or_else(|| {
            only(times).filter(|time| {
                !hit.predicate.lasting || distance(time, hit) <= NEAR && !hit.frame.starts_with("pair-noun")
            })
        });
        if let Some(time) = found {
            return dated(time);
        }
        let event = self.event(scene, hit, sentence);
        if event.is_some() || hit.predicate.lasting && hit.frame.starts_with("bond-") {
            return event.filter(|_| !hit.predicate.lasting);
        }
        label(scene, sentence)
            .or_else(|| if hit.predicate.lasting { None } else { self.of_passage(scene, hit, sentence) })
    }

    /// The date of an occasion that its own sentence does not tell: of the event under way, else
    /// the last one told in its paragraph.
    fn of_passage(&self, scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
        let event = self.setting.event_at(hit.anchor.start);
        let under_way = event.and_then(|event| self.of_event.get(&event).cloned());
        under_way.or_else(|| {
            let syntax = scene.reading.syntax;
            let first = syntax.paragraphs[syntax.sentences[sentence].paragraph].sentences.start;
            (first..sentence).rev().find_map(|earlier| in_sentence(scene, earlier).iter().rev().find_map(dated))
        })
    }

    /// The date of the event that a hit speaks of, or that its sentence does.
    fn event(&self, scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
        let ends = hit.pairs.iter().flat_map(|&(source, target)| [source, target]);
        if let Some(date) = ends.into_iter().find_map(|chain| self.of_event.get(&chain)) {
            return Some(date.clone());
        }
        let mentions = scene.reading.mentions;
        let from = mentions.partition_point(|mention| mention.sentence < sentence);
        let here = mentions[from..].iter().enumerate().take_while(|(_, mention)| mention.sentence == sentence);
        here.flat_map(|(offset, _)| scene.mentioned(from + offset).chains)
            .find_map(|chain| self.of_event.get(&chain).cloned())
    }
}

fn dated(time: &Time) -> Option<Dated> {
    time.value.clone().map(|value| (value, time.implied))
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
fn label(scene: &Scene<'_>, sentence: usize) -> Option<Dated> {
    let syntax = scene.reading.syntax;
    let paragraph = &syntax.paragraphs[syntax.sentences[sentence].paragraph];
    let label = paragraph.label.as_ref().filter(|label| label.kind == LabelKind::Timeline)?;
    let times = in_sentence(scene, paragraph.sentences.start);
    times.iter().find(|time| time.tokens.start < label.tokens.end).and_then(dated)
}
