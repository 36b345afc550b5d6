//! "Friday", "last Friday", "next Tuesday night".

use super::Found;
use super::number::which;
use crate::extract::time::said::{Said, Which};
use crate::extract::time::words::{Sure, Word, Words};

/// A day of the week, in full.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let chosen = which(words, at);
    let start = chosen.map_or(at, |(behind, _)| behind);
    let Word::Weekday(weekday, Sure::Yes) = words.at(start) else { return None };
    let night = words.is(start + 1, &["part-of-day"]) || words.letters(start + 1).eq_ignore_ascii_case("night");
    let behind = start + 1 + usize::from(night);
    if names_a_thing(words, start, behind) || is_a_habit(words, at) {
        return None;
    }
    Some(Found::new(behind, Said::Weekday(weekday, chosen.map_or(Which::Unsaid, |(_, which)| which))))
}

/// "Every Thursday", "on a Monday", "the first Sunday of the month" tell no day.
fn is_a_habit(words: &Words<'_>, at: usize) -> bool {
    let one_of_many = words.after(at, &["article"]) && at > 1 && words.is(at - 2, &["on"]);
    words.after(at, &["every"]) || matches!(words.before(at), Word::Ordinal(_)) || one_of_many
}

/// Whether the weekday is a part of a name: "Sunday Times", "Saturday Night Live", "Wednesday Addams".
fn names_a_thing(words: &Words<'_>, at: usize, behind: usize) -> bool {
    let title = words.is(behind, &["title"]) && words.capital(behind);
    let family =
        words.capital(behind) && words.at(behind) == Word::Other && !words.after(at, &["on"]) && behind == at + 1;
    let before =
        words.capital(at.wrapping_sub(1)) && words.capital(at.wrapping_sub(2)) && words.before(at) == Word::Other;
    let first = matches!(words.before(at), Word::Break | Word::Mark('.' | '!' | '?' | '"'));
    !words.capital(at) || title || (family && (before || first))
}
