//! "from May to June", "between 2010 and 2012", "8 February 1700 - 17 March 1782": two drafts to one.

use crate::extract::time::said::{Draft, Said};
use crate::extract::time::words::Words;

/// Joins drafts that are the two ends of one range.
pub(super) fn join(words: &Words<'_>, drafts: Vec<Draft>) -> Vec<Draft> {
    let mut joined: Vec<Draft> = Vec::with_capacity(drafts.len());
    for draft in drafts {
        match joined.last_mut() {
            Some(first) if are_ends(words, first, &draft) => {
                first.words.end = draft.words.end;
                first.until = Some(draft.said);
                first.rule = "range";
            }
            _ => joined.push(draft),
        }
    }
    joined
}

fn are_ends(words: &Words<'_>, first: &Draft, second: &Draft) -> bool {
    let (start, between) = (first.words.start, first.words.end);
    let the = usize::from(words.is(between + 1, &["the"]) && second.words.start == between + 2);
    let fits = first.until.is_none() && second.until.is_none() && second.words.start == between + 1 + the;
    let places = |said: &Said| !matches!(said, Said::Offset { .. });
    if !fits || !places(&first.said) || !places(&second.said) {
        return false;
    }
    let told_from = words.after(start, &["from"]);
    words.is(between, &["to"])
        || words.mark(between, '-')
        || (words.is(between, &["until"]) && told_from)
        || (words.is(between, &["and"]) && words.after(start, &["between"]))
}
