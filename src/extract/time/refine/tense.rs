//! Whether an expression looks back or ahead.

use std::ops::Range;

use crate::extract::time::words::{Word, Words};

/// The direction in which the clause around a date looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract::time) enum Tense {
    Past,
    Future,
}

/// How far the verb of a clause is looked for.
const REACH: usize = 40;

/// The tense of the nearest verb before the date in its sentence, else of the first behind it.
pub(super) fn of(words: &Words<'_>, range: &Range<usize>) -> Option<Tense> {
    let reach = range.start.saturating_sub(REACH)..range.start;
    let before = reach.rev().take_while(|&at| !ends_sentence(words, at)).find_map(|at| cue(words, at));
    let behind =
        || (range.end..range.end + REACH).take_while(|&at| !ends_sentence(words, at)).find_map(|at| cue(words, at));
    if words.after(range.start, &["until", "by"]) {
        return Some(deadline(words, range.start));
    }
    before.or_else(behind)
}

/// "By June", "until Friday": ahead, unless a finite verb of the past stands before.
fn deadline(words: &Words<'_>, at: usize) -> Tense {
    let mut before = (at.saturating_sub(REACH)..at).rev().take_while(|&at| !ends_sentence(words, at));
    let finite = before.find(|&at| {
        matches!(words.letters(at), "to" | "has" | "have")
            || matches!(words.at(at), Word::Class("future" | "past-verb"))
    });
    match finite.map(|at| words.at(at)) {
        Some(Word::Class("past-verb")) => Tense::Past,
        _ => Tense::Future,
    }
}

fn ends_sentence(words: &Words<'_>, at: usize) -> bool {
    match words.at(at) {
        Word::Break | Word::Mark('!' | '?' | ';') => true,
        Word::Mark('.') => !words.glued(at + 1) && words.capital(at + 1),
        _ => false,
    }
}

/// What one word tells of the tense.
fn cue(words: &Words<'_>, at: usize) -> Option<Tense> {
    match words.at(at) {
        Word::Class("future") => Some(Tense::Future),
        Word::Class("past-verb") => Some(Tense::Past),
        Word::Other if !words.capital(at) && words.letters(at).ends_with("ed") && words.letters(at).len() > 4 => {
            let planned = at > 0 && matches!(words.letters(at - 1), "be" | "to");
            Some(if planned { Tense::Future } else { Tense::Past })
        }
        _ => None,
    }
}
