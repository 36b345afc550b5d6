//! The publication date, where nobody gave one.
//!
//! Comes in: the drafts of a text. Goes out: a date, no more precise than can be defended: the day
//! of a dateline; else, roughly, the month of the latest time stamp under a photo, or the year of
//! the latest full date told in the past. It is never concluded for a text that tells old times only.

use super::period::{Period, Unit};
use super::refine::{Setting, Tense};
use super::said::{Draft, From, Part, Said, YearOf};
use super::words::{Word, Words};
use crate::model::Edtf;

/// Before this year a text is history, not news.
const NEWS_BEGIN: i16 = 1990;

/// What the text lets one conclude of its publication.
pub(super) fn infer(words: &Words<'_>, drafts: &[(Draft, Setting)]) -> Option<Edtf> {
    if let Some(day) = drafts.iter().find_map(|(draft, _)| dateline(words, draft)) {
        return day.edtf();
    }
    let stamps = drafts.iter().filter(|(_, setting)| setting.stamp);
    let told = drafts.iter().filter(|(_, setting)| setting.tense == Some(Tense::Past) && !setting.label);
    let needed = drafts.iter().any(|(draft, _)| counts_from_publication(&draft.said));
    let stamp = newest(stamps).and_then(|day| day.within(Unit::Month));
    let rough = stamp.or_else(|| newest(told).filter(|_| needed)?.within(Unit::Year))?;
    format!("{}~", rough.edtf()?).parse().ok()
}

/// A full date alone in one of the first lines, or at the end of a byline there.
fn dateline(words: &Words<'_>, draft: &Draft) -> Option<Period> {
    const FIRST_WORDS: usize = 80;
    const LONGEST: usize = 8;
    let day = match &draft.said {
        Said::WeekFrom(day) => Period::Week(fixed(day)?.first()?),
        said => fixed(said).filter(|period| period.unit() == Unit::Day)?,
    };
    let start =
        (draft.words.start.saturating_sub(LONGEST)..draft.words.start).rev().find(|&at| words.at(at) == Word::Break);
    let alone = start.is_some() && words.at(draft.words.end) == Word::Break;
    (alone && draft.words.start < FIRST_WORDS).then_some(day)
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
