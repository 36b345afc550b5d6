//! "the third quarter of 2009", "third-quarter", "Q3 2009".

use super::Found;
use super::number::{ordinal, year_behind};
use crate::extract::time::period::Unit;
use crate::extract::time::said::{Part, Said, Which, YearOf};
use crate::extract::time::words::{Count, Word, Words};

/// A quarter of a year.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let (end, number) = letter(words, at).or_else(|| spelled(words, at))?;
    let (end, year) = year_behind(words, end).unwrap_or((end, YearOf::Which(Which::Unsaid)));
    (1..=4).contains(&number).then(|| Found::new(end, Said::Yearly(Part::Quarter(number as i8), year)))
}

fn letter(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    match words.at(at + 1) {
        Word::Digits(number, 1) if words.letters(at) == "Q" && words.glued(at + 1) => Some((at + 2, number)),
        _ => None,
    }
}

fn spelled(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    let (end, number) = if words.is(at, &["final"]) { (at + 1, 4) } else { ordinal(words, at)? };
    let end = end + usize::from(words.mark(end, '-'));
    (words.at(end) == Word::Unit(Count::Of(Unit::Quarter))).then_some((end + 1, number))
}
