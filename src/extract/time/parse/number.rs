//! Numbers inside dates: counts, days of the month, years.

use crate::extract::time::period::Unit;
use crate::extract::time::said::{Which, YearOf};
use crate::extract::time::words::{Count, Sure, Word, Words};

/// How many, and whether that was only a rough word ("a few").
pub(in crate::extract::time) struct Quantity {
    pub(in crate::extract::time) count: i32,
    pub(in crate::extract::time) vague: bool,
}

/// "two", "21", "a", "a couple of", "a few", "several", "twenty-five": a count and where it ends.
pub(in crate::extract::time) fn quantity(words: &Words<'_>, at: usize) -> Option<(usize, Quantity)> {
    let exact = |end, count| Some((end, Quantity { count, vague: false }));
    let vague = |end, count| Some((end, Quantity { count, vague: true }));
    match words.at(at) {
        Word::Digits(..) if words.glued(at) && matches!(words.before(at), Word::Mark(',' | '.')) => None,
        Word::Digits(count, digits) if digits <= 3 => exact(at + 1, i32::try_from(count).ok()?),
        Word::Number(tens) if tens >= 20 => match (words.mark(at + 1, '-'), words.at(at + 2)) {
            (true, Word::Number(ones)) if ones < 10 => exact(at + 3, (tens + ones) as i32),
            _ => exact(at + 1, tens as i32),
        },
        Word::Number(count) => exact(at + 1, count as i32),
        Word::Class("article") => match words.at(at + 1) {
            Word::Class("pair") => vague(at + 2 + usize::from(words.is(at + 2, &["of"])), 2),
            Word::Class("vague") => vague(at + 2, 3),
            Word::Number(count) => exact(at + 2, count as i32),
            _ => exact(at + 1, 1),
        },
        Word::Class("vague") => vague(at + 1, 3),
        _ => None,
    }
}

/// A day of the month, "2", "2nd" or "second", and where it ends.
pub(super) fn day_of_month(words: &Words<'_>, at: usize) -> Option<(usize, i8)> {
    match words.at(at) {
        Word::Digits(day @ 1..=31, 1 | 2) => {
            let end = at + 1 + usize::from(suffix(words, at + 1));
            (!continues(words, end)).then_some((end, day as i8))
        }
        Word::Ordinal(day) => Some((at + 1, i8::try_from(day).ok()?)),
        _ => None,
    }
}

/// An ordinal in digits or words: "20th", "third".
pub(in crate::extract::time) fn ordinal(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    match words.at(at) {
        Word::Digits(number, 1 | 2) if suffix(words, at + 1) => Some((at + 2, number)),
        Word::Ordinal(number) => Some((at + 1, number)),
        _ => None,
    }
}

/// Whether the ending of an ordinal stands at `at`: the "th" of "20th".
fn suffix(words: &Words<'_>, at: usize) -> bool {
    words.glued(at) && matches!(words.letters(at), "st" | "nd" | "rd" | "th")
}

/// Whether the number before `at` goes on: 25,000 or 2:30 or 2.5 or 2pm.
fn continues(words: &Words<'_>, at: usize) -> bool {
    let digits = |at| matches!(words.at(at), Word::Digits(..));
    let joined = words.glued(at) && words.glued(at + 1) && digits(at + 1);
    let mark = matches!(words.at(at), Word::Mark(',' | ':' | '.'));
    (joined && mark) || (words.glued(at) && matches!(words.at(at), Word::Other))
}

/// A year in four digits.
pub(super) fn four_digits(words: &Words<'_>, at: usize) -> Option<i16> {
    match words.at(at) {
        Word::Digits(year @ 1000..=2199, 4) if !continues(words, at + 1) => Some(year as i16),
        _ => None,
    }
}

/// A year in two digits behind an apostrophe, "'09", from the apostrophe on.
pub(super) fn short_year(words: &Words<'_>, at: usize) -> Option<(usize, i16)> {
    let goes_on = words.glued(at + 2) && matches!(words.at(at + 2), Word::Other | Word::Digits(..));
    match words.at(at + 1) {
        Word::Digits(year, 2) if words.mark(at, '\'') && words.glued(at + 1) && !goes_on => {
            Some((at + 2, if year > 40 { 1900 } else { 2000 } + year as i16))
        }
        _ => None,
    }
}

/// The year that is said behind a month, a season or a feast: "2018", ", 2018", "of 2018",
/// "of this year", "last year", "that year"; and where it ends.
pub(super) fn year_behind(words: &Words<'_>, at: usize) -> Option<(usize, YearOf)> {
    let comma = usize::from(words.mark(at, ','));
    if let Some(year) = four_digits(words, at + comma) {
        return Some((at + comma + 1, YearOf::Number(year)));
    }
    let of = at + usize::from(words.is(at, &["of", "in"]));
    if let Some(year) = four_digits(words, of) {
        return Some((of + 1, YearOf::Number(year)));
    }
    if let Some((end, year)) = short_year(words, of) {
        return Some((end, YearOf::Number(year)));
    }
    let the = of + usize::from(words.is(of, &["the"]));
    let Word::Class(class) = words.at(the) else { return None };
    let year = match class {
        "this" | "current" => YearOf::Publication(0),
        "last" => YearOf::Publication(-1),
        "next" | "coming" => YearOf::Publication(1),
        "that" | "same" => YearOf::Text(0),
        "previous" => YearOf::Text(-1),
        "following" => YearOf::Text(1),
        _ => return None,
    };
    let unit = the + 1 + usize::from(words.is(the + 1, &["same"]));
    (words.at(unit) == Word::Unit(Count::Of(Unit::Year))).then_some((unit + 1, year))
}

/// Which one a word before says: "last", "this", "next", "that", "the following", "this past";
/// and where the thing itself begins.
pub(super) fn which(words: &Words<'_>, at: usize) -> Option<(usize, Which)> {
    let the = at + usize::from(words.is(at, &["the"]));
    let Word::Class(class) = words.at(the) else { return None };
    let past = words.is(the + 1, &["past"]);
    let which = match class {
        "this" if past => return Some((the + 2, Which::Last)),
        "this" | "current" => Which::This,
        "last" => Which::Last,
        "next" | "following" if the > at => Which::Following,
        "next" | "coming" => Which::Next,
        "following" => Which::Following,
        "that" | "same" => return Some((the + 1 + usize::from(words.is(the + 1, &["same"])), Which::That)),
        _ => return None,
    };
    Some((the + 1, which))
}

/// Whether a month or season that is also a name or another word is meant as such at `at`.
pub(super) fn is_meant(words: &Words<'_>, at: usize, sure: Sure) -> bool {
    match sure {
        Sure::Yes => true,
        Sure::Name | Sure::Word | Sure::Short => words.capital(at),
    }
}
