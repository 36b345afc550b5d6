//! "May 2, 2018", "Friday, July 21", "2nd of May 2018", "May 2-5", "on the 5th".

use super::Found;
use super::month::name;
use super::number::{day_of_month, year_behind};
use crate::extract::time::said::{Part, Said, Which, YearOf};
use crate::extract::time::words::{Sure, Word, Words};

/// The month before the day.
pub(super) fn month_first(words: &Words<'_>, at: usize) -> Option<Found> {
    let (at, _) = weekday(words, at);
    let (end, month, _) = name(words, at)?;
    let (end, day) = day_of_month(words, end + usize::from(words.is(end, &["the"])))?;
    let (end, last) = day_range(words, end);
    finish(words, end, (month, day), last)
}

/// The day before the month.
pub(super) fn day_first(words: &Words<'_>, at: usize) -> Option<Found> {
    let (at, named) = weekday(words, at);
    let at = at + usize::from(words.is(at, &["the"]));
    let (end, day) = day_of_month(words, at)?;
    let (end, last) = day_range(words, end);
    let of = words.is(end, &["of"]);
    let (end, month, sure) = name(words, end + usize::from(of))?;
    let bare_name = sure == Sure::Name && words.capital(end) && words.at(end) == Word::Other && !of && !named;
    if bare_name { None } else { finish(words, end, (month, day), last) }
}

/// A day of a month that was told before: "on the 5th".
pub(super) fn alone(words: &Words<'_>, at: usize) -> Option<Found> {
    let here = words.is(at, &["the"]) && words.after(at, &["on"]) && matches!(words.at(at + 1), Word::Digits(..));
    let (end, day) = day_of_month(words, at + 1).filter(|&(end, _)| here && end == at + 3)?;
    matches!(words.at(end), Word::Mark('.' | ',' | ';' | ':') | Word::Break)
        .then(|| Found::new(end, Said::DayOfMonth(day)))
}

/// Skips a weekday before a date; tells whether there was one.
fn weekday(words: &Words<'_>, at: usize) -> (usize, bool) {
    let Word::Weekday(_, sure) = words.at(at) else { return (at, false) };
    let dot = sure == Sure::Short && words.mark(at + 1, '.');
    let end = at + 1 + usize::from(dot);
    (end + usize::from(words.mark(end, ',')), true)
}

/// The second day of "2-5", "2 to 5", "2 and 5", if there is one.
fn day_range(words: &Words<'_>, at: usize) -> (usize, Option<i8>) {
    let joined = words.mark(at, '-') || words.is(at, &["to", "and"]);
    match day_of_month(words, at + 1) {
        Some((end, day)) if joined && matches!(words.at(at + 1), Word::Digits(..)) => (end, Some(day)),
        _ => (at, None),
    }
}

fn finish(words: &Words<'_>, end: usize, (month, day): (i8, i8), last: Option<i8>) -> Option<Found> {
    let (end, year) = year_behind(words, end).unwrap_or((end, YearOf::Which(Which::Unsaid)));
    let said = |day| Said::Yearly(Part::Day(month, day), year);
    let until = last.filter(|&last| last > day).map(said);
    Some(Found { end, said: said(day), until, approximate: false })
}
