//! The publication date, where nobody gave one.
//!
//! Comes in: the drafts of a text. Goes out: a date, no more precise than can be defended: the day
//! of a dateline; else, roughly, the month of the latest time stamp under a photo, or the year of
//! the latest full date told in the past. It is never concluded for a text that tells old times only.

use std::ops::Range;

use super::period::{Period, Unit};
use super::refine::{Setting, Tense};
use super::said::{Draft, From, Part, Said, YearOf};
use super::words::{Word, Words};
use crate::model::Edtf;

/// How many words on a dateline may stand.
const FIRST_WORDS: usize = 80;
/// Before this year a text is history, not news.
const NEWS_BEGIN: i16 = 1990;

/// The day that an article is told to be of, on a line of its own or behind the place where it was written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dateline {
    /// Index of its draft.
    pub(super) draft: usize,
    day: Period,
    /// Whether it can be nothing else: no heading of a section.
    sure: bool,
}

impl Dateline {
    /// Whether the day is that of the article alone, and no heading of what follows.
    pub(super) fn is_only_that(self, published: Option<&Edtf>) -> bool {
        self.sure || self.day.edtf().as_ref() == published
    }
}

/// The first dateline of a text.
pub(super) fn dateline(words: &Words<'_>, drafts: &[(Draft, Setting)]) -> Option<Dateline> {
    let found = drafts.iter().enumerate().find_map(|(index, (draft, _))| {
        let day = day_of(draft)?;
        let wired = is_wired(words, draft);
        let byline = stands_alone(words, draft).filter(|_| draft.words.start < FIRST_WORDS);
        let sure = wired || byline.as_ref().is_some_and(|line| line.clone().any(|at| is_byline(words, at)));
        (wired || byline.is_some()).then_some(Dateline { draft: index, day, sure })
    })?;
    // A line with a date is the heading of a section only where there are more of them.
    let lines = drafts.iter().filter(|(draft, setting)| setting.label || stands_alone(words, draft).is_some());
    Some(Dateline { sure: found.sure || lines.count() < 2, ..found })
}

/// What the text lets one conclude of its publication.
pub(super) fn infer(drafts: &[(Draft, Setting)], dateline: Option<Dateline>) -> Option<Edtf> {
    if let Some(dateline) = dateline {
        return dateline.day.edtf();
    }
    let stamps = drafts.iter().filter(|(_, setting)| setting.stamp);
    let told = drafts.iter().filter(|(_, setting)| setting.tense == Some(Tense::Past) && !setting.label);
    let needed = drafts.iter().any(|(draft, _)| counts_from_publication(&draft.said));
    let stamp = newest(stamps).and_then(|day| day.within(Unit::Month));
    let rough = stamp.or_else(|| newest(told).filter(|_| needed)?.within(Unit::Year))?;
    format!("{}~", rough.edtf()?).parse().ok()
}

/// The day, or the week that begins with it, that a draft says in full.
fn day_of(draft: &Draft) -> Option<Period> {
    match &draft.said {
        Said::WeekFrom(day) => Some(Period::Week(fixed(day)?.first()?)),
        said => fixed(said).filter(|period| period.unit() == Unit::Day),
    }
}

/// The words before a date on its line, where it stands alone there or ends it.
fn stands_alone(words: &Words<'_>, draft: &Draft) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    let start = draft.words.start;
    let before = (start.saturating_sub(LONGEST)..start).rev().find(|&at| words.at(at) == Word::Break)?;
    (words.at(draft.words.end) == Word::Break).then_some(before + 1..start)
}

/// Whether a word tells who wrote an article, or that it appeared.
fn is_byline(words: &Words<'_>, at: usize) -> bool {
    const BYLINE: &[&str] = &["by", "published", "posted", "updated", "interview", "filed", "issued"];
    BYLINE.iter().any(|word| words.letters(at).eq_ignore_ascii_case(word))
}

/// "LAGOS, 3 June 2019 (Wire) -- …": behind a place in capitals, at the head of a paragraph and before a dash.
fn is_wired(words: &Words<'_>, draft: &Draft) -> bool {
    const LONGEST: usize = 8;
    let start = draft.words.start;
    if start >= FIRST_WORDS {
        return false;
    }
    let place = (start.saturating_sub(LONGEST)..start).rev().take_while(|&at| words.at(at) != Word::Break);
    let mut letters = place.map(|at| words.letters(at)).filter(|letters| letters.starts_with(char::is_alphabetic));
    let capitals = letters.next().is_some_and(is_capitals) && letters.all(is_capitals);
    let end = draft.words.end;
    let behind = if words.mark(end, '(') { (end..end + LONGEST).find(|&at| words.mark(at, ')')) } else { None };
    let mark = behind.map_or(end, |close| close + 1);
    capitals && (words.mark(mark, '-') || words.mark(mark, '—'))
}

fn is_capitals(letters: &str) -> bool {
    letters.len() > 1 && letters.chars().all(char::is_uppercase)
}

fn newest<'a>(drafts: impl Iterator<Item = &'a (Draft, Setting)>) -> Option<Period> {
    let periods = drafts.filter_map(|(draft, _)| fixed(&draft.said)).filter(|period| period.unit() <= Unit::Month);
    periods
        .filter(|period| period.first().is_some_and(|day| day.year() >= NEWS_BEGIN))
        .max_by_key(|period| period.first())
}

/// The period of what was said in full.
fn fixed(said: &Said) -> Option<Period> {
    match *said {
        Said::Fixed(period) => Some(period),
        Said::Yearly(Part::Day(month, day), YearOf::Number(year)) => Period::day(year, month, day),
        Said::Yearly(Part::Month(month), YearOf::Number(year)) => Some(Period::Month(year, month)),
        _ => None,
    }
}

fn counts_from_publication(said: &Said) -> bool {
    matches!(
        said,
        Said::Weekday(..)
            | Said::Offset { from: From::Publication, .. }
            | Said::Yearly(_, YearOf::Publication(_) | YearOf::Which(_))
    )
}
