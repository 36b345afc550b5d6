//! Durations that reach up to now or to a date: "for two months", "of nine years", "for two years
//! until 2020", "their tenth anniversary in May".
//!
//! Comes in: the words, the dates and the publication date. Goes out: [`Lasted`]s. A duration is no
//! date, but about so long before its end began what it is said of. Rough ones ("for years", "for
//! more than ten years") tell no beginning.

use std::ops::Range;

use super::parse::{ordinal, quantity};
use super::period::{Period, Unit};
use super::resolve::{Context, place};
use super::said::{Draft, From, Said};
use super::words::{Count, Word, Words};
use super::{Bound, Time};
use crate::model::Edtf;

/// A duration up to the publication or to a date that the text tells.
#[derive(Clone, Debug)]
pub struct Lasted {
    /// Its words, from the preposition on; of an anniversary from its number on.
    pub tokens: Range<usize>,
    /// When it began, about.
    pub began: Edtf,
    /// First token of the date that it is counted from; `None`: from the publication.
    pub counted_from: Option<usize>,
    /// Whether it is an anniversary.
    pub anniversary: bool,
}

/// The durations of a text, in its order. `today` is the publication, if it was given.
pub(super) fn read(words: &Words<'_>, times: &[Time], today: Option<Period>) -> Vec<Lasted> {
    let read = |at| {
        let up_to_now = || today.and_then(|today| lasted(words, at, today));
        anniversary(words, at, times, today).or_else(|| until(words, at, times)).or_else(up_to_now)
    };
    (0..words.len()).filter_map(read).collect()
}

fn lasted(words: &Words<'_>, at: usize, today: Period) -> Option<Lasted> {
    const ABOUT: &[&str] =
        &["about", "around", "some", "nearly", "almost", "roughly", "just", "only", "the", "last", "past"];
    if !matches!(words.letters(at), "for" | "of") {
        return None;
    }
    let start = (at + 1..at + 4).find(|&at| !ABOUT.contains(&words.letters(at)))?;
    let (behind, amount) = quantity(words, start).filter(|(_, amount)| !amount.vague)?;
    let Word::Unit(Count::Of(unit)) = words.at(behind) else { return None };
    let goes_on = matches!(
        words.letters(behind + 1),
        "ago"
            | "later"
            | "earlier"
            | "before"
            | "after"
            | "until"
            | "till"
            | "from"
            | "between"
            | "old"
            | "in"
            | "when"
    );
    let (unit, count) = match unit {
        Unit::Year | Unit::Month if !goes_on => (unit, amount.count),
        Unit::Decade if !goes_on => (Unit::Year, amount.count.checked_mul(10)?),
        _ => return None,
    };
    let began = before(today, unit, count, true)?;
    Some(Lasted { tokens: words.tokens(&(at..behind + 1)), began, counted_from: None, anniversary: false })
}

/// "For two years until 2020": about so long before that date.
fn until(words: &Words<'_>, at: usize, times: &[Time]) -> Option<Lasted> {
    if !matches!(words.letters(at), "for") {
        return None;
    }
    let (behind, amount) = quantity(words, at + 1).filter(|(_, amount)| !amount.vague)?;
    let Word::Unit(Count::Of(unit @ (Unit::Year | Unit::Month))) = words.at(behind) else { return None };
    if !matches!(words.letters(behind + 1), "until" | "till") {
        return None;
    }
    let next = words.tokens(&(behind + 2..behind + 3)).start;
    let end = times[times.partition_point(|time| time.tokens.start < next)..].first()?;
    // "until their split in 2020"
    let owned = usize::from(words.is(behind + 2, &["possessive"]) && words.is_noun(behind + 3)) * 2;
    let period = Period::of(end.value.as_ref()?).filter(|_| end.tokens.start <= next + 1 + owned)?;
    let tokens = words.tokens(&(at..behind + 2));
    let began = before(period, unit, amount.count, true)?;
    Some(Lasted { tokens, began, counted_from: Some(end.tokens.start), anniversary: false })
}

/// "Their tenth anniversary in 2019", "their silver wedding": so many years before the date told with
/// it, else about so many before the publication.
fn anniversary(words: &Words<'_>, at: usize, times: &[Time], today: Option<Period>) -> Option<Lasted> {
    let (end, years) = jubilee(words, at)?;
    let wedding = (at..end).any(|at| words.letters(at).eq_ignore_ascii_case("wedding"));
    let owner = at.checked_sub(1).map_or("", |at| words.letters(at));
    let couple = at > 2 && owner == "s" && matches!(words.letters(at - 3), "couple" | "pair" | "duo");
    if !wedding && !couple && !matches!(owner, "their" | "our" | "Their" | "Our") {
        return None;
    }
    let tokens = words.tokens(&(at..end));
    let told = told_with(&tokens, times);
    let period = told.and_then(|time| Period::of(time.value.as_ref()?)).or(today)?;
    let began = before(period, Unit::Year, i32::try_from(years).ok()?, told.is_none())?;
    Some(Lasted { tokens, began, counted_from: told.map(|time| time.tokens.start), anniversary: true })
}

/// The number of years of an anniversary that begins at a word, and where it ends.
fn jubilee(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    let named = |at: usize| {
        let wedding = usize::from(words.letters(at).eq_ignore_ascii_case("wedding"));
        words.letters(at + wedding).eq_ignore_ascii_case("anniversary").then_some(at + wedding + 1)
    };
    if let Some((behind, years)) = ordinal(words, at) {
        return Some((named(behind)?, years));
    }
    if let Some((behind, amount)) = quantity(words, at).filter(|(_, amount)| !amount.vague) {
        let year = words.mark(behind, '-') && words.at(behind + 1) == Word::Unit(Count::Of(Unit::Year));
        return Some((named(behind + 2).filter(|_| year)?, u32::try_from(amount.count).ok()?));
    }
    let years = match words.letters(at) {
        "silver" => 25,
        "pearl" => 30,
        "ruby" => 40,
        "golden" => 50,
        "diamond" => 60,
        _ => return None,
    };
    let wedding = words.letters(at + 1) == "wedding";
    Some((named(at + 1).or_else(|| wedding.then_some(at + 2))?, years))
}

/// The date right before or behind an anniversary.
fn told_with<'a>(tokens: &Range<usize>, times: &'a [Time]) -> Option<&'a Time> {
    const NEAR: usize = 6;
    let from = times.partition_point(|time| time.tokens.start + NEAR < tokens.start);
    let near = times[from..].iter().take_while(|time| time.tokens.start <= tokens.end + NEAR);
    let told = near.filter(|time| time.value.is_some() && time.bound == Bound::At && !time.modifier);
    told.min_by_key(|time| time.tokens.start.abs_diff(tokens.end))
}

/// So long before a period.
fn before(period: Period, unit: Unit, count: i32, approximate: bool) -> Option<Edtf> {
    let said = Said::Offset { unit, by: count.checked_neg()?, from: From::Publication };
    let draft = Draft { words: 0..0, said, until: None, approximate, rule: "lasted" };
    Some(place(&draft, &Context { today: Some(period), ..Context::default() })?.value)
}
