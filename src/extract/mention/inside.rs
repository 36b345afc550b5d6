//! Given names that are plain words as well: "as Lily walks away", "they left it to Grace".
//!
//! Comes in: a lone word of a sentence of running text. Goes out: whether its capital can only be a name's. It
//! looks at two words to either side.

use std::ops::Range;

use super::function::is_function;
use super::word::{Shape, Words};
use crate::lexicon::names::{brand, capital, given, is_common, role, title};
use crate::lexicon::places::place;

/// Whether such a word stands where a plain word has no capital, and is no title's or thing's.
pub(super) fn is_name(words: &Words<'_>, sentence: &Range<usize>, name: &Range<usize>) -> bool {
    let text = words.text(name.start);
    name.len() == 1
        && given(text).is_some()
        && is_common(text)
        && !is_known(text)
        && is_led(words, sentence, name.start)
        && !goes_on(words, sentence, name.end)
}

/// Whether lists know the word as that of a rank, a thing or a place.
fn is_known(text: &str) -> bool {
    title(text).is_some()
        || role(text).is_some()
        || brand(text).is_some()
        || capital(text).is_some()
        || place(text).is_some()
}

/// Whether the word before is within the sentence and neither an article nor what leads to a place; nor does
/// "call her" lead, which tells another name of somebody.
fn is_led(words: &Words<'_>, sentence: &Range<usize>, start: usize) -> bool {
    if start == sentence.start {
        return false;
    }
    let before = words.text(start - 1);
    let called = start >= sentence.start + 2 && words.text(start - 2).starts_with("call");
    let thing =
        matches!(before.to_lowercase().as_str(), "the" | "a" | "an" | "in" | "on" | "of" | "at" | "from" | "former");
    let plain = words.shape(start - 1) == Shape::Lower || is_function(before);
    plain && !thing && !(called && matches!(before, "him" | "her" | "me"))
}

/// Whether a noun follows, of which the word tells something, or the rest of a title ("Made in Chelsea").
fn goes_on(words: &Words<'_>, sentence: &Range<usize>, end: usize) -> bool {
    if end >= sentence.end {
        return false;
    }
    let next = words.text(end);
    let title = matches!(next, "in" | "of" | "on" | "for") && words.is_capital(end + 1);
    let noun = words.shape(end) == Shape::Lower && !words.is_verb(end) && !next.ends_with("ly") && !is_function(next);
    title || noun
}
