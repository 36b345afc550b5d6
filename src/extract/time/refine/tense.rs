//! Whether an expression looks back or ahead.

use std::ops::Range;

use crate::extract::time::words::{Word, Words};
use crate::syntax::Tag;

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
    if words.after(range.start, &["since"]) {
        return Some(Tense::Past);
    }
    if words.after(range.start, &["until", "by"]) {
        return Some(deadline(words, range));
    }
    let reach = range.start.saturating_sub(REACH)..range.start;
    let before = reach.rev().take_while(|&at| !ends_sentence(words, at)).find_map(|at| cue(words, at));
    before.or_else(|| behind(words, range).and_then(|at| cue(words, at)))
}

/// "By June", "until Friday": ahead, unless the clause is in the past; what is "closed until
/// Friday" need not be.
fn deadline(words: &Words<'_>, range: &Range<usize>) -> Tense {
    let verb = |at: &usize| cue(words, *at).is_some() && words.tag(*at) != Some(Tag::VBN);
    let start = range.start.saturating_sub(2);
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|&at| !ends_sentence(words, at)).find(verb);
    let at = before.or_else(|| behind(words, range).filter(verb));
    at.and_then(|at| cue(words, at)).unwrap_or(Tense::Future)
}

/// The first verb behind the date in its sentence.
fn behind(words: &Words<'_>, range: &Range<usize>) -> Option<usize> {
    (range.end..range.end + REACH).take_while(|&at| !ends_sentence(words, at)).find(|&at| cue(words, at).is_some())
}

fn ends_sentence(words: &Words<'_>, at: usize) -> bool {
    match words.at(at) {
        Word::Break | Word::Mark('!' | '?' | ';') => true,
        Word::Mark('.') => !words.glued(at + 1) && words.capital(at + 1),
        _ => false,
    }
}

/// What one word tells of the tense. "To be released" looks ahead, "was released" back.
fn cue(words: &Words<'_>, at: usize) -> Option<Tense> {
    if words.is(at, &["future"]) {
        return Some(Tense::Future);
    }
    match words.tag(at)? {
        Tag::VBN if words.letters(at) == "been" => None,
        Tag::VBD => Some(Tense::Past),
        Tag::VBN if at > 0 && words.letters(at - 1) == "be" => Some(Tense::Future),
        Tag::VBN => Some(Tense::Past),
        _ => None,
    }
}
