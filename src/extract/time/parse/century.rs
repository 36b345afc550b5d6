//! "the 1990s", "the '90s", "the nineties", "the 19th century".

use super::Found;
use super::number::ordinal;
use crate::extract::time::period::{Period, Unit};
use crate::extract::time::said::Said;
use crate::extract::time::words::{Count, Word, Words};

/// A decade or a century.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let (end, period) = decade(words, at).or_else(|| century(words, at))?;
    (!words.is(end, &["title"])).then(|| Found::new(end, Said::Fixed(period)))
}

fn decade(words: &Words<'_>, at: usize) -> Option<(usize, Period)> {
    let part = words.after(at, &["early", "late", "mid"]);
    let age = part && at > 1 && words.is(at - 2, &["possessive"]);
    let told = !age && (part || words.after(at, &["the"]) || words.mark(at.wrapping_sub(1), '-'));
    let apostrophe = usize::from(words.mark(at, '\''));
    let (end, year) = match words.at(at + apostrophe) {
        Word::Decade(tens) if told => return Some((at + 1, Period::Decade(1900 + tens))),
        Word::Digits(year @ 1000..=2190, 4) => (at + 1, year),
        Word::Digits(tens @ 10..=90, 2) if told || apostrophe > 0 => (at + apostrophe + 1, 1900 + tens),
        _ => return None,
    };
    let behind = end + usize::from(words.mark(end, '\'') && words.glued(end));
    let owner = behind > end && !told;
    let plural = words.glued(behind) && words.letters(behind) == "s" && !owner;
    (plural && year % 10 == 0).then_some((behind + 1, Period::Decade(year as i16)))
}

fn century(words: &Words<'_>, at: usize) -> Option<(usize, Period)> {
    let (end, number) = ordinal(words, at)?;
    let end = end + usize::from(words.mark(end, '-'));
    let named = words.at(end) == Word::Unit(Count::Of(Unit::Century));
    (named && (2..=30).contains(&number)).then(|| (end + 1, Period::Century(number as i16 - 1)))
}
