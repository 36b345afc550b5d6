//! Durations that reach up to now: "for two months", "of nine years".
//!
//! Comes in: the words and the publication date. Goes out: [`Lasted`]s. A duration is no date, but
//! about so long before the publication began what it is said of. Rough ones ("for years", "for more
//! than ten years") tell no beginning.

use std::ops::Range;

use super::parse::quantity;
use super::period::{Period, Unit};
use super::resolve::{Context, place};
use super::said::{Draft, From, Said};
use super::words::{Count, Word, Words};
use crate::model::Edtf;

/// A duration up to the publication.
#[derive(Clone, Debug)]
pub struct Lasted {
    /// Its words, from the preposition on.
    pub tokens: Range<usize>,
    /// When it began, about.
    pub began: Edtf,
}

/// The durations of a text, in its order; none where nothing tells when it was published.
pub(super) fn read(words: &Words<'_>, today: Option<Period>) -> Vec<Lasted> {
    let Some(today) = today else { return Vec::new() };
    (0..words.len()).filter_map(|at| lasted(words, at, today)).collect()
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
    let said = Said::Offset { unit, by: count.checked_neg()?, from: From::Publication };
    let draft = Draft { words: at..behind + 1, said, until: None, approximate: true, rule: "lasted" };
    let placed = place(&draft, &Context { today: Some(today), ..Context::default() })?;
    Some(Lasted { tokens: words.tokens(&draft.words), began: placed.value })
}
