//! "May 2017", "March of this year", "last May", "in March".

use super::Found;
use super::number::{is_meant, which, year_behind};
use crate::extract::time::said::{Part, Said, Which, YearOf};
use crate::extract::time::words::{Sure, Word, Words};

/// A month with its year, or one that its context proves to be a month.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let chosen = which(words, at);
    let (end, month, sure) = name(words, chosen.map_or(at, |(behind, _)| behind))?;
    if let Some((_, which)) = chosen {
        let said = year_behind(words, end).filter(|_| which != Which::Last);
        let (end, year) = said.unwrap_or((end, YearOf::Which(which)));
        return Some(Found::new(end, Said::Yearly(Part::Month(month), year)));
    }
    if let Some((end, year)) = year_behind(words, end) {
        return Some(Found::new(end, Said::Yearly(Part::Month(month), year)));
    }
    stands_alone(words, at, end, sure)
        .then(|| Found::new(end, Said::Yearly(Part::Month(month), YearOf::Which(Which::Unsaid))))
}

/// A month's name at `at`: where it ends, its number and how sure it is.
pub(super) fn name(words: &Words<'_>, at: usize) -> Option<(usize, i8, Sure)> {
    let Word::Month(month, sure) = words.at(at) else { return None };
    if !is_meant(words, at, sure) {
        return None;
    }
    let dot = sure == Sure::Short && words.mark(at + 1, '.') && words.glued(at + 1);
    Some((at + 1 + usize::from(dot), month, sure))
}

/// Whether a month without a day or a year is one: June may be a person, may a verb.
fn stands_alone(words: &Words<'_>, at: usize, end: usize, sure: Sure) -> bool {
    const SURE: [&str; 7] = ["in", "since", "until", "early", "late", "mid", "edge"];
    const LIKELY: [&str; 7] = ["by", "from", "to", "between", "before", "after", "of"];
    let dashed = words.mark(at.wrapping_sub(1), '-') && words.after(at - 1, &["mid", "early", "late"]);
    if words.after(at, &SURE) || dashed {
        return true;
    }
    let name_goes_on = words.capital(end) && !matches!(words.at(end), Word::Month(..) | Word::Class(_));
    if name_goes_on && sure != Sure::Yes {
        return false;
    }
    words.after(at, &LIKELY)
        || (words.after(at, &["and"]) && matches!(words.at(at.wrapping_sub(2)), Word::Month(..)))
        || sure == Sure::Yes
}
