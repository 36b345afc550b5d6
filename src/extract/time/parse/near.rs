//! "today", "last night", "this week", "earlier this month", "that year", "the following day".

use super::number::which;
use super::{Found, day};
use crate::extract::time::period::Unit;
use crate::extract::time::said::{From, Said, Which};
use crate::extract::time::words::{Count, Word, Words};

/// A day told by one word, or a part of one: today, tomorrow, last night, this morning.
pub(super) fn one_day(words: &Words<'_>, at: usize) -> Option<Found> {
    let said = |by| Said::Offset { unit: Unit::Day, by, from: From::Publication };
    let now = words.mark(at + 1, '\'') && words.glued(at + 1) && words.letters(at + 2) == "s";
    if words.after(at, &["article", "the"]) || is_show(words, at) || (now && words.is(at, &["today"])) {
        return None;
    }
    match words.at(at) {
        Word::Class("today" | "tonight") => Some(Found::new(at + 1, said(0))),
        Word::Class("yesterday") => Some(Found::new(at + 1, said(-1))),
        Word::Class("tomorrow") => Some(Found::new(at + 1, said(1))),
        Word::Class("this") if words.is(at + 1, &["part-of-day"]) => Some(Found::new(at + 2, said(0))),
        Word::Class("last") if words.at(at + 1) == Word::Unit(Count::Night) => Some(Found::new(at + 2, said(-1))),
        _ => None,
    }
}

/// "This Morning", the programme.
fn is_show(words: &Words<'_>, at: usize) -> bool {
    words.capital(at) && words.capital(at + 1) && words.is(at + 1, &["part-of-day"])
}

/// A whole period beside that of publication, or beside the time told before.
pub(super) fn period(words: &Words<'_>, at: usize) -> Option<Found> {
    let parsers = [previous, chosen, neighbour, current];
    parsers.iter().find_map(|parser| parser(words, at))
}

/// "the end of the year", "later in the week", "over the weekend", "the week of June 9".
fn current(words: &Words<'_>, at: usize) -> Option<Found> {
    let unit = unit(words, at + 1).filter(|_| words.is(at, &["the"]))?;
    let said = |unit, by, from| Some(Found::new(at + 2, Said::Offset { unit, by, from }));
    let part = words.after(at, &["of", "in"]) && at > 1;
    match unit {
        Unit::Week if words.is(at + 2, &["of"]) => week_of(words, at + 3),
        Unit::Weekend if words.after(at, &["in", "over", "at", "on"]) => said(unit, 0, From::Publication),
        Unit::Day if part && words.is(at - 2, &["later", "earlier"]) => said(unit, 0, From::Text),
        Unit::Week | Unit::Month | Unit::Year if part && words.is(at - 2, &["later", "earlier", "edge"]) => {
            said(unit, 0, From::Publication)
        }
        _ => None,
    }
}

/// The seven days from a day on.
fn week_of(words: &Words<'_>, at: usize) -> Option<Found> {
    let day = day::month_first(words, at).or_else(|| day::day_first(words, at))?;
    Some(Found::new(day.end, Said::WeekFrom(Box::new(day.said))))
}

/// "the previous year", "the preceding day".
fn previous(words: &Words<'_>, at: usize) -> Option<Found> {
    let the = at + usize::from(words.is(at, &["the"]));
    let unit = unit(words, the + 1).filter(|_| words.is(the, &["previous"]))?;
    Some(Found::new(the + 2, Said::Offset { unit, by: -1, from: From::Text }))
}

/// "this week", "last month", "next year", "that night", "the following day".
fn chosen(words: &Words<'_>, at: usize) -> Option<Found> {
    let (behind, which) = which(words, at).filter(|_| !is_show(words, at))?;
    let unit = unit(words, behind).filter(|_| !words.letters(behind).ends_with('s'))?;
    if which == Which::That && words.is(behind + 1, &["at"]) {
        return None;
    }
    let (by, from) = match which {
        Which::Last if unit == Unit::Day => return None,
        Which::Last => (-1, From::Publication),
        Which::This | Which::Unsaid => (0, From::Publication),
        Which::Next => (1, From::Publication),
        Which::That => (0, From::Text),
        Which::Following => (1, From::Text),
    };
    Some(Found::new(behind + 1, Said::Offset { unit, by, from }))
}

/// "the year before", "the night after", "the week before last".
fn neighbour(words: &Words<'_>, at: usize) -> Option<Found> {
    let unit = unit(words, at + 1).filter(|_| words.is(at, &["the"]))?;
    let by = match words.at(at + 2) {
        Word::Class("previous") => return Some(Found::new(at + 3, Said::Offset { unit, by: -1, from: From::Text })),
        Word::Class("before") => -1,
        Word::Class("after") => 1,
        _ => return None,
    };
    let said = |by, from| Said::Offset { unit, by, from };
    match words.at(at + 3) {
        Word::Class("last") if by < 0 => Some(Found::new(at + 4, said(-2, From::Publication))),
        Word::Class("next") if by > 0 => Some(Found::new(at + 4, said(2, From::Publication))),
        Word::Mark('.' | ',' | ';' | ':' | '!' | '?' | ')' | '"') | Word::Break => {
            Some(Found::new(at + 3, said(by, From::Text)))
        }
        Word::Class("when" | "in" | "at" | "and") => Some(Found::new(at + 3, said(by, From::Text))),
        _ => None,
    }
}

/// The length of the period that a word names, a night or a morning being its day.
pub(super) fn unit(words: &Words<'_>, at: usize) -> Option<Unit> {
    match words.at(at) {
        Word::Unit(Count::Of(unit)) => Some(unit),
        Word::Unit(Count::Night) | Word::Class("part-of-day") => Some(Unit::Day),
        _ => None,
    }
}
