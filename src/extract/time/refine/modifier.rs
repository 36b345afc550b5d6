//! "The land case of 2009", "her 1996 hit", "Monday's gala": dates that only describe a noun.

use crate::extract::time::said::Draft;
use crate::extract::time::words::{Word, Words};

/// Whether the draft belongs to a noun and not to what its sentence tells.
pub(super) fn is_modifier(words: &Words<'_>, draft: &Draft) -> bool {
    let (start, end) = (draft.words.start, draft.words.end);
    let possessive = words.mark(end, '\'') && words.glued(end) && words.letters(end + 1) == "s";
    possessive || is_of_something(words, start) || is_between(words, draft)
}

/// "The case of 2009", but not "the summer of 2009" or "the night of May 2".
fn is_of_something(words: &Words<'_>, start: usize) -> bool {
    let head = start.wrapping_sub(2);
    let calendar = matches!(words.at(head), Word::Unit(_) | Word::Month(..) | Word::Season(..) | Word::Class(_));
    words.after(start, &["of"]) && !calendar && words.is_noun(head)
}

/// "Her 1996 hit", "the May 2 launch": between a determiner and its noun.
fn is_between(words: &Words<'_>, draft: &Draft) -> bool {
    const OF_A_DATE: [&str; 6] = ["year", "month", "month-day", "day-month", "numeric", "weekday"];
    let (start, end) = (draft.words.start, draft.words.end);
    let owner = start > 1 && words.letters(start - 1) == "s" && words.mark(start - 2, '\'');
    let determined = words.is(start, &["the"]) || words.after(start, &["the", "possessive", "article"]) || owner;
    determined && words.is_noun(end) && !words.is(end, &["in"]) && OF_A_DATE.contains(&draft.rule)
}
