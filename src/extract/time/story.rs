//! Follows the times of a story from its first word to its last.
//!
//! Comes in: drafts with their settings. Goes out: [`Time`]s. The time told before, the heading
//! above and the publication date are what a draft is placed by.

use super::Time;
use super::period::{Period, Unit};
use super::refine::{Setting, Tense};
use super::resolve::{Context, Placed, place};
use super::said::{Draft, Said};
use super::words::Words;
use crate::model::Edtf;
use crate::syntax::Syntax;

/// Places every draft of a text.
pub(super) fn read(
    syntax: &Syntax<'_>,
    words: &Words<'_>,
    drafts: &[(Draft, Setting)],
    published: Option<&Edtf>,
) -> Vec<Time> {
    let mut story =
        Story { today: published.and_then(Period::of), day_first: writes_day_first(drafts), ..Story::default() };
    let mut times: Vec<Time> = Vec::with_capacity(drafts.len());
    for (draft, setting) in drafts {
        let tokens = words.tokens(&draft.words);
        let sentence = sentence_of(syntax, tokens.start);
        story.enter(sentence);
        let placed = story.place(draft, setting);
        let heading = setting.label && placed.as_ref().is_some_and(|placed| Some(placed.period) != story.today);
        if let Some(placed) = &placed {
            story.tell(placed, heading);
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
            heading,
        });
    }
    times
}

/// Where the telling stands.
#[derive(Default)]
struct Story {
    today: Option<Period>,
    day_first: bool,
    /// The time told last.
    text: Option<Period>,
    /// The year of the heading above.
    heading: Option<i16>,
    sentence: usize,
    /// The year that the sentence said so far, where it is not that of publication.
    said: Option<i16>,
}

impl Story {
    /// Goes on to a sentence.
    fn enter(&mut self, sentence: usize) {
        if self.sentence != sentence {
            self.said = None;
        }
        self.sentence = sentence;
    }

    fn place(&self, draft: &Draft, setting: &Setting) -> Option<Placed> {
        let context = Context {
            today: self.today,
            text: self.text.or(self.today),
            year: self.said.or(self.heading),
            tense: setting.tense,
            day_first: self.day_first,
            events: None,
        };
        place(draft, &context)
    }

    /// Takes note of a time that was told.
    fn tell(&mut self, placed: &Placed, heading: bool) {
        self.text = Some(placed.period);
        let year = match placed.period.within(Unit::Year) {
            Some(Period::Year(year)) => Some(year),
            _ => None,
        };
        if heading {
            self.heading = year;
        }
        let this_year = self.today.and_then(|today| today.within(Unit::Year));
        if !placed.implied && this_year != year.map(Period::Year) {
            self.said = year;
        }
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
