//! Which date belongs to a hit: that of its clause, of its sentence, of the event that it happened
//! at, of the label above it, in this order; never one of another story.

mod ages;
mod births;
mod bracketed;
mod lasted;
mod roundup;
mod sentence;

use std::collections::BTreeMap;

pub(super) use lasted::since;
use roundup::RoundUp;
use sentence::{dated, days, in_clause, in_sentence, is_day, is_outright, is_relative, only, reaches, right_behind};

use super::hit::Hit;
use super::merge;
use super::scene::Scene;
use crate::extract::coref::ChainId;
use crate::extract::mention::Mention;
use crate::extract::time::Time;
use crate::model::{Edtf, Form, Group, NodeKind};
use crate::syntax::{ClauseKind, LabelKind, ParagraphKind, Tag, Tense, VerbGroup};

/// A date, and whether a part of it comes from context.
pub(super) type Dated = (Edtf, bool);

/// The dates of an article, ready to be attached.
pub(super) struct Dates {
    /// Of each event the date that the text ties to it: "Monday's gala", "the 2018 Oscars".
    of_event: BTreeMap<ChainId, Dated>,
    /// The day that the first paragraphs tell.
    lead: Option<Dated>,
    /// When somebody was born.
    births: BTreeMap<ChainId, Dated>,
    /// The year in which somebody was born, about, where the text tells an age of theirs.
    years: BTreeMap<ChainId, i16>,
    /// The round-up that the article is.
    roundup: Option<RoundUp>,
}

/// How far from its event a date may stand, in tokens.
const BESIDE: usize = 3;

/// How many sentences back the date of a passage is looked for; a paragraph may be a whole book.
const PASSAGE: usize = 64;

/// No season has so many days.
const SEASON: i32 = 100;

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
        let births = births::told(scene);
        let years = ages::years(scene, &births);
        Self { of_event, lead, births, years, roundup: RoundUp::of(scene) }
    }

    /// What one of the pairs of a hit has for itself: the years behind its name, or the birth of the child that it
    /// makes somebody.
    pub(super) fn of_pair(&self, scene: &Scene<'_>, hit: &Hit<'_>, ends: [ChainId; 2]) -> Option<Dated> {
        let birth = || self.births.get(&ends[1]).filter(|_| hit.predicate.name == "parent_of").cloned();
        bracketed::of_pair(scene, hit, ends).or_else(birth)
    }

    /// The date of a hit.
    pub(super) fn of_hit(&self, scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Dated> {
        if hit.predicate.group == Group::Family && !births::tells(hit) {
            return births::beside(scene, hit);
        }
        if is_planned(scene, hit) {
            return None;
        }
        if hit.predicate.lasting && (hit.frame.starts_with("role-") || UNTOLD.contains(&hit.frame)) {
            return right_behind(scene, hit).or_else(|| lasted::anniversary(scene, hit));
        }
        let sentence = scene.sentence_index(hit.anchor.start);
        if let Some(time) = in_clause(scene, hit, sentence) {
            return lasted::up_to(scene, hit, time).or_else(|| dated(time));
        }
        if let Some(date) = lasted::anniversary(scene, hit).or_else(|| since_then(scene, hit, sentence)) {
            return Some(date);
        }
        if let Some(date) = ages::of_hit(scene, hit, &self.years) {
            return Some(date);
        }
        if let Some(time) = sentence::of_news(scene, hit, sentence) {
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
            .or_else(|| self.roundup.as_ref()?.date(scene, hit, sentence))
            .or_else(|| told_next(scene, hit, sentence))
            .or_else(|| if is_timeless(scene, hit) { None } else { self.of_passage(scene, hit, sentence) })
    }

    /// The date of an occasion that its own sentence does not tell: the last one that its paragraph
    /// tells outright, else that of the event under way; a vague date of the paragraph only where
    /// no event is.
    fn of_passage(&self, scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
        let syntax = scene.reading.syntax;
        let first = syntax.paragraphs[syntax.sentences[sentence].paragraph].sentences.start;
        // A year is said of one sentence and the next; a day of the whole passage.
        let carries = |time: &&Time| time.sentence + 1 == sentence || days(time).is_some_and(|days| days < SEASON);
        let outright =
            |earlier| in_sentence(scene, earlier).iter().rev().find(|time| is_outright(scene, time)).filter(carries);
        let told = (first.max(sentence.saturating_sub(PASSAGE))..sentence).rev().find_map(outright);
        let event = scene.setting().event_at(hit.anchor.start).filter(|_| !is_first_meeting(scene, hit));
        let under_way = event.and_then(|event| self.of_event.get(&event).cloned());
        let told = told.filter(|time| !is_day(time) || !is_told_aside(scene, hit));
        told.filter(|time| under_way.is_none() || is_day(time))
            .and_then(dated)
            .or(under_way)
            .or_else(|| self.of_story(scene, hit, first).filter(|_| event.is_none() && !is_told_aside(scene, hit)))
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
        if is_adrift(scene, sentence) {
            return None;
        }
        let mentions = scene.reading.mentions;
        let from = mentions.partition_point(|mention| mention.sentence < sentence);
        let here = mentions[from..].iter().enumerate().take_while(|(_, mention)| mention.sentence == sentence);
        here.flat_map(|(offset, _)| scene.mentioned(from + offset).chains)
            .find_map(|chain| self.of_event.get(&chain).cloned())
    }
}

/// "are to wed in June": the date is that of a wedding ahead, and not since when the two are engaged.
fn is_planned(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const WEDDINGS: &[&str] = &["marry", "wed", "married", "knot", "aisle", "wedding", "nuptial"];
    let wedding = hit.trigger.words.iter().any(|word| WEDDINGS.contains(&word.as_str()));
    wedding && !hit.trigger.ended && merge::bond(scene, hit) == "engaged_to"
}

/// The one date of a clause.
pub(super) fn of_clause(scene: &Scene<'_>, clause: usize) -> Option<Dated> {
    let first = scene.clause(clause).tokens.start;
    sentence::of_clause(scene, clause, scene.sentence_index(first)).and_then(dated)
}

/// Frames that name a bond without telling of it: "newlyweds Ana and Bo kissed on Friday".
const UNTOLD: &[&str] = &["pair-noun-names", "pair-noun-apposition", "pair-noun-alone"];

/// Whether no other sentence may lend a hit its date: what lasts, where somebody lives, and what a
/// sentence places by a date that was not understood ("weeks after the party").
fn is_timeless(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    hit.predicate.lasting || sentence::is_home(hit) || is_adrift(scene, scene.sentence_index(hit.anchor.start))
}

/// Whether a sentence counts from a time that is not known: "three weeks after the wedding".
fn is_adrift(scene: &Scene<'_>, sentence: usize) -> bool {
    in_sentence(scene, sentence).iter().any(|time| time.value.is_none() && time.rule == "offset")
}

/// The date told last before a bond that has held "ever since" or held "at the time".
fn since_then(scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
    let clause = scene.clause(scene.clause_of(hit.anchor.start));
    let verb = scene.verb(clause.verb.filter(|_| hit.predicate.lasting || sentence::is_home(hit))?);
    let all = scene.sentence(hit.anchor.start);
    let leads_on = |token: usize| scene.tag(token) == Tag::IN;
    let ends = |token: usize| {
        token >= all.end || leads_on(token) || !scene.tag(token).is_noun() && scene.first_verb_of(token).is_none()
    };
    let adverb = |&token: &usize| {
        let ever = token > 0 && scene.is(token - 1, "ever");
        let closes = token + 1 >= all.end || matches!(scene.word(token + 1), "." | "," | ";" | "!" | "?" | "then");
        scene.is(token, "since") && (closes || ever && ends(token + 1))
    };
    let since = (hit.anchor.start..all.end).find(adverb).filter(|_| verb.perfect);
    let then = || ["at the time", "by then"].iter().any(|words| begins_with(scene, all.start, words));
    let from = since.or_else(|| then().then_some(all.start))?;
    let paragraph = scene.reading.syntax.sentences[sentence].paragraph;
    let first = scene.reading.syntax.paragraphs[paragraph].sentences.start.max(sentence.saturating_sub(1));
    let before = (first..=sentence).rev().flat_map(|one| in_sentence(scene, one).iter().rev());
    let mut told = before.filter(|time| time.tokens.end <= from && time.value.is_some());
    told.next().filter(|time| !time.modifier).and_then(dated)
}

/// Whether a sentence begins with these words.
fn begins_with(scene: &Scene<'_>, start: usize, words: &str) -> bool {
    words.split(' ').enumerate().all(|(at, word)| start + at < scene.len() && scene.is(start + at, word))
}

/// The date that the next sentence adds: "They met at a party. That was in 2014."
fn told_next(scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
    let syntax = scene.reading.syntax;
    let next = syntax.sentences.get(sentence + 1)?;
    let first = next.tokens.start;
    let demonstrative = matches!(scene.lemma(first), "that" | "this");
    if next.paragraph != syntax.sentences[sentence].paragraph || !demonstrative && !scene.is(first, "it") {
        return None;
    }
    let clause = scene.clause_of(first);
    let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb))?;
    let alone = verb.tokens.start == first + 1 && matches!(scene.lemma(verb.head), "be" | "happen");
    let named = demonstrative && verb.tokens.start == first + 2 && tells_of(hit, scene.lemma(first + 1));
    let time = sentence::of_clause(scene, clause, sentence + 1).filter(|time| is_outright(scene, time))?;
    // "It was in 2014 that she left": of something else.
    let cleft = time.tokens.end < next.tokens.end && matches!(scene.lemma(time.tokens.end), "that" | "when");
    // "It" may be many things, unless the date follows at once.
    let sure = demonstrative || !time.implied && time.tokens.start <= verb.tokens.end + 1;
    dated(time).filter(|_| (alone || named) && sure && !cleft && verb.tense == Tense::Past)
}

/// Whether a hit tells in the simple past how two met, which went before the story.
fn is_first_meeting(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    let met = |verb: &VerbGroup| hit.predicate.name == "met" || scene.is(verb.head, "met");
    verb.is_some_and(|verb| met(verb) && verb.tense == Tense::Past && !verb.perfect)
}

/// "The two, who first met at a party, ...": of whom a relative clause tells how they met, they met
/// before the story.
fn is_told_aside(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let relative = scene.clause(scene.clause_of(hit.anchor.start)).kind == ClauseKind::Relative;
    hit.predicate.name == "met" && relative
}

/// Whether a noun is the happening of a hit's verb: "introduction" of "introduce".
fn tells_of(hit: &Hit<'_>, noun: &str) -> bool {
    const STEM: usize = 4;
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    hit.trigger.words.iter().any(|word| stem(word) == stem(noun))
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

/// Whether a paragraph is part of the running text, not an entry of a list or a timeline.
fn goes_on(scene: &Scene<'_>, paragraph: usize) -> bool {
    let paragraph = &scene.reading.syntax.paragraphs[paragraph];
    paragraph.kind == ParagraphKind::Body && paragraph.label.is_none()
}

/// The date of what the article is about: the finest one that its first paragraphs tell outright.
fn of_lead(scene: &Scene<'_>) -> Option<Dated> {
    const LONGEST: i32 = 31;
    let syntax = scene.reading.syntax;
    let body = syntax.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body);
    let times = body.take(3).flat_map(|paragraph| paragraph.sentences.clone()).flat_map(|one| in_sentence(scene, one));
    let told = times.filter(|time| is_outright(scene, time) && !time.future && !time.dateline);
    told.filter_map(|time| Some((days(time).filter(|&days| days < LONGEST)?, time)))
        .min_by_key(|&(days, _)| days)
        .and_then(|(_, time)| dated(time))
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
    let told = |time: &Time| time.rule == "offset" || time.value.is_some() && !is_relative(scene, time);
    let own = in_sentence(scene, sentence).iter().any(told);
    let over = scene.reading.times.heading_over(sentence).filter(|_| !own)?;
    let year = CALENDAR.contains(&over.rule) || over.rule == "feast" && !over.implied;
    let fits = year || !hit.predicate.lasting && matches!(over.rule, "weekday" | "feast");
    dated(over).filter(|_| fits && !begins_later(scene, sentence))
}

/// "Days later, they split": nobody knows when.
fn begins_later(scene: &Scene<'_>, sentence: usize) -> bool {
    let first = scene.reading.syntax.sentences[sentence].tokens.start;
    let unit = matches!(scene.lemma(first), "hour" | "day" | "week" | "month" | "year") && scene.is_plural(first);
    unit && first + 1 < scene.len() && matches!(scene.lemma(first + 1), "after" | "later" | "before" | "earlier")
}
