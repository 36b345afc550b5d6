//! Which date belongs to a hit: that of its clause, of its sentence, of the event that it happened
//! at, of the label above it, in this order; never one of another story.

use std::collections::BTreeMap;

use super::hit::Hit;
use super::scene::Scene;
use crate::extract::coref::ChainId;
use crate::extract::mention::Mention;
use crate::extract::time::{Bound, Time};
use crate::model::{Edtf, Form, Group, NodeKind};
use crate::syntax::{ClauseKind, LabelKind, ParagraphKind, Tense, VerbForm};

/// A date, and whether a part of it comes from context.
pub(super) type Dated = (Edtf, bool);

/// The dates of an article, ready to be attached.
pub(super) struct Dates {
    /// Of each event the date that the text ties to it: "Monday's gala", "the 2018 Oscars".
    of_event: BTreeMap<ChainId, Dated>,
    /// The day that the first paragraphs tell.
    lead: Option<Dated>,
}

/// How far from its event a date may stand, in tokens.
const BESIDE: usize = 3;

/// How far from the words of a lasting relation the one date of their sentence may stand.
const NEAR: usize = 12;

/// How many sentences back the date of a passage is looked for; a paragraph may be a whole book.
const PASSAGE: usize = 64;

impl Dates {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut of_event = BTreeMap::new();
        for (index, mention) in scene.reading.mentions.iter().enumerate() {
            let party = scene.mentioned(index);
            let &[chain] = party.chains.as_slice() else { continue };
            if mention.form != Form::Name || scene.kind(chain) != NodeKind::Event || of_event.contains_key(&chain) {
                continue;
            }
            if let Some(date) = told_with(scene, mention) {
                of_event.insert(chain, date);
            }
        }
        let lead = of_lead(scene);
        if let Some(main) = scene.setting().main().filter(|main| !of_event.contains_key(main))
            && let Some(date) = lead.clone()
        {
            of_event.insert(main, date);
        }
        Self { of_event, lead }
    }

    /// The date of a hit.
    pub(super) fn of_hit(&self, scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
        let birth = hit.trigger.words.iter().any(|word| matches!(word.as_str(), "birth" | "bear" | "born" | "welcome"));
        if hit.predicate.group == Group::Family && !birth {
            return None;
        }
        if hit.frame.starts_with("role-") {
            return right_behind(scene, hit);
        }
        let sentence = scene.sentence_index(hit.anchor.start);
        if let Some(time) = in_clause(scene, hit, sentence) {
            return dated(time);
        }
        let event = self.event(scene, hit, sentence);
        if !hit.predicate.lasting && event.is_some() {
            return event;
        }
        if let Some(time) = only(in_sentence(scene, sentence)).filter(|time| reaches(scene, time, hit)) {
            return dated(time);
        }
        let wedding = hit.trigger.words.iter().any(|word| word == "wedding");
        if event.is_some() || hit.predicate.lasting && hit.frame.starts_with("bond-") && !wedding {
            return None;
        }
        label(scene, sentence)
            .or_else(|| heading(scene, hit, sentence))
            .or_else(|| if hit.predicate.lasting { None } else { self.of_passage(scene, hit, sentence) })
    }

    /// The date of an occasion that its own sentence does not tell: the last one that its paragraph
    /// tells outright, else that of the event under way; a vague date of the paragraph only where
    /// no event is.
    fn of_passage(&self, scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
        let syntax = scene.reading.syntax;
        let first = syntax.paragraphs[syntax.sentences[sentence].paragraph].sentences.start;
        let outright = |earlier| in_sentence(scene, earlier).iter().rev().find(|time| is_outright(scene, time));
        let told = (first.max(sentence.saturating_sub(PASSAGE))..sentence).rev().find_map(outright);
        let event = scene.setting().event_at(hit.anchor.start);
        let under_way = event.and_then(|event| self.of_event.get(&event).cloned());
        told.filter(|time| under_way.is_none() || is_day(time))
            .and_then(dated)
            .or(under_way)
            .or_else(|| self.of_story(scene, hit, first).filter(|_| event.is_none()))
    }

    /// The day of the lead, where the running story told no other since and the paragraph of a hit
    /// goes on with it shortly after, in the simple past.
    fn of_story(&self, scene: &Scene<'_>, hit: &Hit<'_>, first: usize) -> Option<Dated> {
        const REACH: usize = 2;
        let syntax = scene.reading.syntax;
        let lead = self.lead.as_ref()?;
        let verb = scene.verb(scene.clause(scene.clause_of(hit.anchor.start)).verb?);
        let here = syntax.sentences[first].paragraph;
        if verb.perfect || verb.modal.is_some() || verb.tense == Tense::Present || !goes_on(scene, here) {
            return None;
        }
        let before = (here.saturating_sub(REACH)..here).rev().take_while(|&paragraph| goes_on(scene, paragraph));
        let sentences = before.flat_map(|paragraph| syntax.paragraphs[paragraph].sentences.clone().rev());
        let mut told =
            sentences.flat_map(|one| in_sentence(scene, one).iter().rev()).filter(|time| is_outright(scene, time));
        let last = told.next().filter(|time| !time.future && is_day(time))?;
        (last.value.as_ref() == Some(&lead.0)).then(|| lead.clone())
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

/// When a bond began that has lasted for a told time until now: "have been dating for two months", "his
/// wife of nine years".
pub(super) fn since(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    let all = &scene.reading.times.lasted;
    let (from, to) = (hit.tokens.start.min(hit.anchor.start), scene.sentence(hit.anchor.start).end);
    let near = all[all.partition_point(|one| one.tokens.start < from)..].iter();
    let told = near.take_while(|one| one.tokens.start < to).find(|one| {
        let owned = scene.is(one.tokens.start, "of");
        let beside = (hit.anchor.end..hit.anchor.end + 2).contains(&one.tokens.start);
        let same = scene.clause_of(one.tokens.start) == scene.clause_of(hit.anchor.start);
        if owned { beside } else { same && one.tokens.start >= hit.anchor.start && goes_on_now(scene, hit) }
    });
    told.filter(|_| hit.predicate.lasting && hit.predicate.group != Group::Family).map(|one| (one.began.clone(), true))
}

/// Whether the verb of a hit tells of what still holds: "have dated", "is seeing", "after dating".
fn goes_on_now(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    verb.is_some_and(|verb| {
        verb.perfect && verb.tense != Tense::Past || verb.tense == Tense::Present || verb.form == VerbForm::Gerund
    })
}

/// The date that stands beside an event's name, else the only one of its sentence.
fn told_with(scene: &Scene<'_>, event: &Mention) -> Option<Dated> {
    let times = in_sentence(scene, event.sentence);
    let beside = times.iter().find(|time| {
        let before = time.tokens.end <= event.tokens.start && event.tokens.start - time.tokens.end <= 1;
        let inside = time.tokens.start >= event.tokens.start && time.tokens.start < event.tokens.end + BESIDE;
        time.value.is_some() && (before || inside)
    });
    // "the wedding, which took place on May 3"
    let told_of = |time: &&Time| {
        let clause = scene.clause(scene.clause_of(time.tokens.start));
        let antecedent = clause.antecedent.filter(|_| is_relative(scene, time) && time.value.is_some());
        antecedent.is_some_and(|group| event.tokens.contains(&scene.group(group).head))
    };
    let beside = beside.or_else(|| times.iter().find(told_of));
    beside.or_else(|| only(times).filter(|time| is_outright(scene, time))).and_then(dated)
}

/// Whether a date is as fine as a day or a weekend.
fn is_day(time: &Time) -> bool {
    days(time).is_some_and(|days| days <= DAYS)
}

/// A day or a weekend.
const DAYS: i32 = 2;

/// Whether a paragraph is part of the running text, not an entry of a list or a timeline.
fn goes_on(scene: &Scene<'_>, paragraph: usize) -> bool {
    let paragraph = &scene.reading.syntax.paragraphs[paragraph];
    paragraph.kind == ParagraphKind::Body && paragraph.label.is_none()
}

/// "her husband since 2013": the date since when somebody has been what a noun says.
fn right_behind(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
    let times = in_sentence(scene, scene.sentence_index(hit.anchor.start)).iter();
    let mut since = times.filter(|time| time.bound == Bound::Since && time.tokens.start >= hit.anchor.end);
    since.next().filter(|time| time.tokens.start <= hit.anchor.end + 1).and_then(dated)
}

/// How many days a date spans, less one.
fn days(time: &Time) -> Option<i32> {
    let value = time.value.as_ref()?;
    Some((value.latest()? - value.earliest()?).get_days())
}

/// The date of what the article is about: the finest one that its first paragraphs tell outright.
fn of_lead(scene: &Scene<'_>) -> Option<Dated> {
    const LONGEST: i32 = 31;
    let syntax = scene.reading.syntax;
    let body = syntax.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body);
    let times = body.take(3).flat_map(|paragraph| paragraph.sentences.clone()).flat_map(|one| in_sentence(scene, one));
    let told = times.filter(|time| is_outright(scene, time) && !time.future);
    told.filter_map(|time| Some((days(time).filter(|&days| days < LONGEST)?, time)))
        .min_by_key(|&(days, _)| days)
        .and_then(|(_, time)| dated(time))
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

/// The nearest date of the hit's own clause.
fn in_clause<'a>(scene: &Scene<'a>, hit: &Hit<'_>, sentence: usize) -> Option<&'a Time> {
    let clause = scene.clause_of(hit.anchor.start);
    let times =
        in_sentence(scene, sentence).iter().filter(|time| dates(scene, time, hit) && belongs(scene, time, clause));
    // "Born in 1946, he married in 1979": the clause's own date comes first.
    let aside = |time: &Time| scene.clause_of(time.tokens.start) != clause;
    times.min_by_key(|time| (aside(time), distance(time, hit))).or_else(|| before_when(scene, clause, sentence))
}

/// The date that a clause with "when" tells more of: "since 2012, when they met".
fn before_when<'a>(scene: &Scene<'a>, clause: usize, sentence: usize) -> Option<&'a Time> {
    let marker = scene.clause(clause).marker.filter(|&marker| scene.is(marker, "when"))?;
    let times = in_sentence(scene, sentence).iter();
    times
        .filter(|time| time.value.is_some())
        .find(|time| (marker.saturating_sub(1)..=marker).contains(&time.tokens.end))
}

/// Whether a date may tell when the hit happened: not one that only describes a noun, nor for an
/// occasion one since when something else lasts.
fn dates(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let lasts = matches!(time.bound, Bound::Since | Bound::Until);
    time.value.is_some() && !time.modifier && !is_bracketed(scene, time) && (hit.predicate.lasting || !lasts)
}

/// Whether a date elsewhere in its sentence may be that of the hit.
fn reaches(scene: &Scene<'_>, time: &Time, hit: &Hit<'_>) -> bool {
    let near = distance(time, hit) <= NEAR && !hit.frame.starts_with("pair-noun");
    // "was seen on Friday, a year after she divorced Bo": neither date is the other's.
    let (when, here) = (time.tokens.start, hit.anchor.start);
    let apart = scene.clause_of(when) != scene.clause_of(here)
        && (is_before_or_after(scene, when) || when < here && is_before_or_after(scene, here));
    // "Vega, who won in 2012, is dating Bo": what a relative clause tells is dated by itself.
    let aside = is_aside(scene, when, here) || hit.predicate.lasting && is_aside(scene, here, when);
    dates(scene, time, hit) && !apart && !aside && (near || !hit.predicate.lasting)
}

/// Whether the first of two tokens stands in a relative clause that the second is no part of.
fn is_aside(scene: &Scene<'_>, token: usize, other: usize) -> bool {
    let clause = scene.clause_of(token);
    scene.clause(clause).kind == ClauseKind::Relative && clause != scene.clause_of(other)
}

/// Whether a date tells when the story goes on: not in a relative clause, not as a noun's date.
fn is_outright(scene: &Scene<'_>, time: &Time) -> bool {
    if is_bracketed(scene, time) {
        return false;
    }
    let lasts = matches!(time.bound, Bound::Since | Bound::Until);
    let aside = is_relative(scene, time) || is_before_or_after(scene, time.tokens.start);
    time.value.is_some() && !time.modifier && !lasts && !aside
}

/// "The Orchard Wall (1961)": the year of a work.
fn is_bracketed(scene: &Scene<'_>, time: &Time) -> bool {
    let before = time.tokens.start.checked_sub(1).map(|token| scene.word(token));
    before == Some("(") && time.tokens.end < scene.len() && scene.word(time.tokens.end) == ")"
}

/// Whether a token's clause tells of another time than that around it: "since he proposed in May".
fn is_before_or_after(scene: &Scene<'_>, token: usize) -> bool {
    let clause = scene.clause(scene.clause_of(token));
    // Right before a date it is a preposition: "since 2014".
    let marker = clause.marker.filter(|&marker| marker + 1 < token && clause.tokens.contains(&token));
    marker.is_some_and(|marker| matches!(scene.lemma(marker), "since" | "before" | "after" | "until" | "till"))
}

/// Whether a date stands in a relative clause, which tells of something aside.
fn is_relative(scene: &Scene<'_>, time: &Time) -> bool {
    time.tokens.clone().next().is_some_and(|token| scene.clause(scene.clause_of(token)).kind == ClauseKind::Relative)
}

/// Whether the time stands in the clause, or in a participle or infinitive around or inside it.
fn belongs(scene: &Scene<'_>, time: &Time, clause: usize) -> bool {
    if time.tokens.is_empty() {
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

/// The date with which the sentence or its paragraph begins: "March 2019: …".
fn label(scene: &Scene<'_>, sentence: usize) -> Option<Dated> {
    let syntax = scene.reading.syntax;
    let opens = |time: &&Time| {
        let behind = (time.tokens.end < scene.len()).then(|| scene.word(time.tokens.end));
        let dash = matches!(behind, Some(":" | "-" | "\u{2013}" | "\u{2014}"));
        time.tokens.start == syntax.sentences[sentence].tokens.start && dash
    };
    if let Some(time) = in_sentence(scene, sentence).first().filter(opens) {
        return dated(time);
    }
    let paragraph = &syntax.paragraphs[syntax.sentences[sentence].paragraph];
    let label = paragraph.label.as_ref().filter(|label| label.kind == LabelKind::Timeline)?;
    let times = in_sentence(scene, paragraph.sentences.start);
    times.iter().find(|time| time.tokens.start < label.tokens.end).and_then(dated)
}

/// The date of the heading over a sentence that tells none: of a calendar's day, month or year ("May
/// 2019"), for an occasion also a weekday or a feast; "this week" in a heading dates no entry.
fn heading(scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
    const CALENDAR: &[&str] = &["month-day", "day-month", "month", "year", "numeric", "season"];
    let own = in_sentence(scene, sentence).iter().any(|time| time.value.is_some());
    let over = scene.reading.times.heading_over(sentence).filter(|_| !own)?;
    let fits = CALENDAR.contains(&over.rule) || !hit.predicate.lasting && matches!(over.rule, "weekday" | "feast");
    dated(over).filter(|_| fits)
}
