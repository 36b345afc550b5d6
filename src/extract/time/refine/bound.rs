//! "since 2016", "until last summer", "from 1928 on".

use std::ops::Range;

use crate::extract::time::Bound;
use crate::extract::time::words::{Word, Words};

/// Which side of an expression is open, by the word before it.
pub(super) fn of(words: &Words<'_>, range: &Range<usize>) -> Bound {
    let onwards = matches!(words.letters(range.end), "onward" | "onwards");
    match words.before(range.start) {
        Word::Class("from") if onwards => Bound::Since,
        Word::Class("since") => Bound::Since,
        Word::Class("until") => Bound::Until,
        Word::Class("before") => Bound::Before,
        Word::Class("after") => Bound::After,
        _ => Bound::At,
    }
}
