//! "two weeks ago", "a year later", "three days before Christmas", "the night before the gala".

use super::number::{Quantity, quantity};
use super::{Found, day, feast, month, near};
use crate::extract::time::period::Unit;
use crate::extract::time::said::{From, Said};
use crate::extract::time::words::{Count, Word, Words};

/// A count of units from somewhere; the count alone is a duration and dates nothing.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let (behind, Quantity { count, vague }) = amount(words, at)?;
    let (unit, count) = match words.at(behind) {
        Word::Unit(Count::Of(unit)) => (unit, count),
        Word::Unit(Count::Night) => (Unit::Day, count),
        Word::Unit(Count::Fortnight) => (Unit::Week, count.checked_mul(2)?),
        _ => return None,
    };
    let (by, from, end) = direction(words, behind + 1, count)?;
    if let (Unit::Week, From::Publication, false) = (unit, &from, vague) {
        // "A week ago" is about that day, not any day of the week before.
        let said = Said::Offset { unit: Unit::Day, by: by.checked_mul(7)?, from };
        return Some(Found { approximate: true, ..Found::new(end, said) });
    }
    let said = Said::Offset { unit: if vague { coarser(unit) } else { unit }, by, from };
    let said = if vague { rough(unit, by, said) } else { said };
    Some(Found { approximate: vague, ..Found::new(end, said) })
}

/// The count; "the" counts one where something is named behind it ("the day after Christmas"),
/// and no word at all a few ("days before the gala").
fn amount(words: &Words<'_>, at: usize) -> Option<(usize, Quantity)> {
    if let Some(found) = quantity(words, at) {
        return Some(found);
    }
    let points = |at: usize| words.is(at + 1, &["before", "after"]);
    if words.is(at, &["the"]) && points(at + 1) {
        return Some((at + 1, Quantity { count: 1, vague: false }));
    }
    let plural = words.letters(at).ends_with('s') && matches!(words.at(at), Word::Unit(_));
    (plural && (points(at) || words.is(at + 1, &["ago", "later", "earlier"])))
        .then_some((at, Quantity { count: 3, vague: true }))
}

/// Whether it goes back or on, from where, and where the expression ends.
fn direction(words: &Words<'_>, at: usize, count: i32) -> Option<(i32, From, usize)> {
    let Word::Class(class) = words.at(at) else { return None };
    match class {
        "just" if words.letters(at) == "back" => Some((-count, From::Publication, at + 1)),
        "ago" => Some((-count, From::Publication, at + 1)),
        "later" => Some((count, From::Text, at + 1)),
        "earlier" => Some((-count, From::Text, at + 1)),
        "before" => base(words, at + 1).map(|(end, from)| (-count, from, end)),
        "after" => base(words, at + 1).map(|(end, from)| (count, from, end)),
        _ => None,
    }
}

/// What is counted from: a day told by a word, a feast, or a happening.
fn base(words: &Words<'_>, at: usize) -> Option<(usize, From)> {
    let parsers = [near::one_day, feast::parse, day::month_first, day::day_first, month::parse];
    if let Some(found) = parsers.iter().find_map(|parser| parser(words, at)) {
        return Some((found.end, From::Said(Box::new(found.said))));
    }
    event(words, at).map(|head| (head + 1, From::Event(head)))
}

/// The head noun of "the Met Gala", "her wedding": the last of the nouns behind the determiner.
fn event(words: &Words<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    if !words.is(at, &["the", "possessive"]) {
        return None;
    }
    let named = |at: &usize| words.is_noun(*at) || words.mark(*at, '\'') || words.capital(*at);
    let end = (at + 1..at + LONGEST).find(|at| !named(at)).unwrap_or(at + LONGEST);
    (at + 1..end).rev().find(|&at| words.is_noun(at)).or_else(|| gerund(words, at + 1))
}

/// "The wedding", "his christening", where they were not read as nouns.
fn gerund(words: &Words<'_>, at: usize) -> Option<usize> {
    words.letters(at).ends_with("ing").then_some(at)
}

/// "A few days ago" tells no day, but the month.
const fn coarser(unit: Unit) -> Unit {
    match unit {
        Unit::Day | Unit::Weekend | Unit::Week => Unit::Month,
        Unit::Month | Unit::Season | Unit::Quarter => Unit::Year,
        unit => unit,
    }
}

/// A rough count as the longer unit that holds the place it points to.
fn rough(unit: Unit, by: i32, said: Said) -> Said {
    let Said::Offset { unit: longer, from, .. } = said else { return said };
    if unit == longer {
        return Said::Offset { unit, by, from };
    }
    let from = From::Said(Box::new(Said::Offset { unit, by, from }));
    Said::Offset { unit: longer, by: 0, from }
}
