//! Follows the times of a story from its first word to its last.
//!
//! Comes in: drafts with their settings. Goes out: [`Time`]s. The time told before, the heading
//! above and the publication date are what a draft is placed by.

use super::event::Events;
use super::period::{Period, Unit};
use super::refine::{Setting, Tense};
use super::resolve::{Context, Placed, place};
use super::said::{Draft, From, Said};
use super::words::Words;
use super::{Age, Time, When};
use crate::model::Edtf;
use crate::syntax::{ParagraphKind, Syntax};

/// Places every draft of a text that appeared at a date and tells of ages.
pub(super) fn read(
    syntax: &Syntax<'_>,
    words: &Words<'_>,
    drafts: &[(Draft, Setting)],
    (published, ages): (Option<&Edtf>, &[Age]),
) -> Vec<Time> {
    let mut story =
        Story { today: published.and_then(Period::of), day_first: writes_day_first(drafts), ..Story::default() };
    let mut times: Vec<Time> = Vec::with_capacity(drafts.len());
    for (draft, setting) in drafts {
        let tokens = words.tokens(&draft.words);
        let sentence = sentence_of(syntax, tokens.start);
        story.enter(sentence, syntax.sentences[sentence].paragraph);
        // "Born in 1950, she met Bo at 19. The following year they wed": not in 1951.
        let aged = ages.partition_point(|age| age.tokens.start < tokens.start);
        if aged > story.aged && ages[story.aged..aged].iter().any(|age| age.when == When::Then) {
            story.told = None;
        }
        story.aged = aged;
        let placed = story.place(words, draft, setting);
        let heading = setting.label && placed.as_ref().is_some_and(|placed| Some(placed.period) != story.today);
        if let Some(placed) = &placed {
            // "Gannet Awards 2024 live" dates "18 February" below it, where nothing says when that appeared; so does
            // "The weddings of 2023", whenever that did.
            let headline = syntax.paragraphs[syntax.sentences[sentence].paragraph].kind == ParagraphKind::Headline;
            let whole = draft.rule == "year" && words.after(draft.words.start, &["of"]);
            story.tell(words, draft, placed, heading || headline && (story.today.is_none() || whole));
        }
        times.push(Time {
            span: words.span(&draft.words),
            tokens,
            sentence,
            implied: placed.as_ref().is_some_and(|placed| placed.implied),
            value: placed.map(|placed| placed.value),
            rule: draft.rule,
            bound: setting.bound,
            future: setting.tense == Some(Tense::Future),
            modifier: setting.modifier,
            heading,
            dateline: false,
        });
    }
    times
}

/// Where the telling stands.
#[derive(Default)]
struct Story {
    today: Option<Period>,
    day_first: bool,
    /// The time told last, and in which paragraph.
    told: Option<(Period, usize)>,
    /// The year of the heading above.
    heading: Option<i16>,
    /// How many of the ages were told so far.
    aged: usize,
    sentence: usize,
    paragraph: usize,
    /// The year that the sentence said so far, where it is not that of publication.
    said: Option<i16>,
    events: Events,
}

impl Story {
    /// Goes on to a sentence.
    fn enter(&mut self, sentence: usize, paragraph: usize) {
        if self.sentence != sentence {
            self.said = None;
        }
        (self.sentence, self.paragraph) = (sentence, paragraph);
    }

    fn place(&self, words: &Words<'_>, draft: &Draft, setting: &Setting) -> Option<Placed> {
        let told = |back: usize| self.told.filter(|(_, paragraph)| paragraph + back >= self.paragraph);
        let context = Context {
            today: self.today,
            text: told(1).map(|(period, _)| period),
            near: told(0).map(|(period, _)| period),
            year: self.said.or(self.heading),
            tense: setting.tense,
            day_first: self.day_first,
            event: event_of(&draft.said).and_then(|head| self.events.date_of(words, head)),
        };
        place(draft, &context)
    }

    /// Takes note of a time that was told.
    fn tell(&mut self, words: &Words<'_>, draft: &Draft, placed: &Placed, heading: bool) {
        self.told = Some((placed.period, self.paragraph));
        self.events.learn(words, &draft.words, placed.period);
        let year = match placed.period.within(Unit::Year) {
            Some(Period::Year(year)) => Some(year),
            _ => None,
        };
        if heading {
            self.heading = year;
        }
        let this_year = self.today.and_then(|today| today.within(Unit::Year));
        if this_year == year.map(Period::Year) {
            self.said = None;
        } else if !placed.implied {
            self.said = year;
        }
    }
}

/// The head noun of the happening that a draft counts from.
fn event_of(said: &Said) -> Option<usize> {
    match said {
        Said::Offset { from: From::Event(head), .. } => Some(*head),
        Said::Offset { from: From::Said(said), .. } => event_of(said),
        _ => None,
    }
}

/// Whether the article writes the day before the month, where it writes months out.
fn writes_day_first(drafts: &[(Draft, Setting)]) -> bool {
    let shown = drafts.iter().find_map(|(draft, _)| match draft.said {
        Said::Slashed(first, second, _) if first > 12 || second > 12 => Some(first > 12),
        _ if draft.rule == "day-month" => Some(true),
        _ if draft.rule == "month-day" => Some(false),
        _ => None,
    });
    shown.unwrap_or(false)
}

/// The sentence that holds a token.
fn sentence_of(syntax: &Syntax<'_>, token: usize) -> usize {
    syntax.sentences.partition_point(|sentence| sentence.tokens.end <= token)
}
