//! "summer of 2016", "last spring", "that fall", "the winter of 1998".

use super::Found;
use super::number::{which, year_behind};
use crate::extract::time::said::{Part, Said, Which, YearOf};
use crate::extract::time::words::{Sure, Word, Words};

/// A season of some year; "in summer" alone dates nothing.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let chosen = which(words, at);
    let start = chosen.map_or(at, |(behind, _)| behind);
    let Word::Season(code, sure) = words.at(start) else { return None };
    if words.mark(at.wrapping_sub(1), '/') {
        return None;
    }
    let year = year_behind(words, start + 1);
    if let Some((_, which)) = chosen {
        let (end, year) = year.filter(|_| which == Which::This).unwrap_or((start + 1, YearOf::Which(which)));
        return (!is_modifier(words, end)).then(|| Found::new(end, Said::Yearly(Part::Season(code), year)));
    }
    if let Some((end, year)) = year {
        return Some(Found::new(end, Said::Yearly(Part::Season(code), year)));
    }
    let told = words.after(at, &["the", "early", "late", "mid"]) && !words.capital(at);
    let ends = matches!(words.at(start + 1), Word::Mark('.' | ',' | ';' | '!' | '?') | Word::Break | Word::Class(_));
    let meant = sure == Sure::Yes || (at > 1 && words.is(at - 2, &["in", "over", "by", "until"]));
    (told && ends && meant)
        .then(|| Found::new(start + 1, Said::Yearly(Part::Season(code), YearOf::Which(Which::Unsaid))))
}

/// Whether the season only describes the noun behind it: "that Summer Olympics".
fn is_modifier(words: &Words<'_>, at: usize) -> bool {
    words.capital(at) && words.at(at) == Word::Other && words.capital(at - 1)
}
