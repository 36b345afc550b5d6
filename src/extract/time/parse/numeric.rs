//! "2018-05-02", "5/4/2018", "02.05.2018".

use super::Found;
use crate::extract::time::period::Period;
use crate::extract::time::said::Said;
use crate::extract::time::words::{Word, Words};

/// A date in figures: the year first, or last.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    let mark = words.at(at + 1);
    let joined = (at + 1..at + 5).all(|at| words.glued(at)) && words.at(at + 3) == mark;
    if !joined || !matches!(mark, Word::Mark('-' | '/' | '.')) || goes_on(words, at) {
        return None;
    }
    let figures = (words.at(at), words.at(at + 2), words.at(at + 4));
    let (Word::Digits(first, long), Word::Digits(second, 1 | 2), Word::Digits(third, last)) = figures else {
        return None;
    };
    let said = match (long, last) {
        (4, 1 | 2) => Said::Fixed(Period::day(first as i16, second as i8, third as i8)?),
        (1 | 2, 4) => Said::Slashed(first as i8, second as i8, third as i16),
        (1 | 2, 2) if mark == Word::Mark('/') => {
            Said::Slashed(first as i8, second as i8, if third > 40 { 1900 } else { 2000 } + third as i16)
        }
        _ => return None,
    };
    Some(Found::new(at + 5, said))
}

/// Whether the figures are a part of something longer: a telephone number, a version.
fn goes_on(words: &Words<'_>, at: usize) -> bool {
    let digits = |at| matches!(words.at(at), Word::Digits(..));
    (words.glued(at) && at > 0 && matches!(words.before(at), Word::Mark('-' | '.' | '/')))
        || (words.glued(at + 5) && words.glued(at + 6) && digits(at + 6))
}
