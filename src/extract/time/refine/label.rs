//! "June 2018: ..." and dates alone in a line, which date what follows; time stamps under photos.

use std::ops::Range;

use crate::extract::time::words::{Word, Words};

/// Whether an expression stands at the head of its paragraph and is set off from the rest.
pub(super) fn is_label(words: &Words<'_>, range: &Range<usize>) -> bool {
    let begins = |at: usize| matches!(words.before(at), Word::Break | Word::Mark('*' | '#' | '•' | '·' | '"'));
    let numbered = |at: usize| at > 2 && words.mark(at - 1, '.') && matches!(words.before(at - 1), Word::Digits(..));
    let start = range.start - usize::from(words.after(range.start, &["in", "on"]));
    let set_off = matches!(words.at(range.end), Word::Break | Word::Mark(':' | '-' | '—' | '|'));
    (begins(start) || (numbered(start) && words.before(start - 2) == Word::Break)) && set_off
}

/// Whether a clock time follows: "at 2:29pm PDT".
pub(super) fn is_stamp(words: &Words<'_>, range: &Range<usize>) -> bool {
    let hour = range.end + usize::from(words.is(range.end, &["at"]));
    let digits = |at| matches!(words.at(at), Word::Digits(..));
    hour > range.end && digits(hour) && words.mark(hour + 1, ':') && digits(hour + 2)
}
