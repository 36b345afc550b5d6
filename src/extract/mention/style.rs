//! How the capitals of a sentence are to be read.
//!
//! Comes in: the words of a sentence. Goes out: its [`Style`]. Where nearly every word has a
//! capital, a capital tells nothing of names.

use std::ops::Range;

use super::word::{Shape, Words};
use crate::lexicon::names::{given, is_common, is_surname, title};

/// What a capital tells in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Running text: a capital inside is a name's.
    Running,
    /// A title with a capital on every word that matters.
    Title,
    /// All in capitals.
    Caps,
}

/// The style of a sentence; `headline` tells that it stands in a headline, heading or link.
pub(super) fn of(words: &Words<'_>, sentence: &Range<usize>, headline: bool) -> Style {
    let tally = Tally::of(words, sentence);
    if tally.caps >= 3 && tally.caps * 5 >= tally.letters * 4 {
        return Style::Caps;
    }
    let plain_capitals = if headline { 1 } else { 2 };
    let lower = tally.lower * if headline { 2 } else { 8 };
    if tally.plain_capital >= plain_capitals && lower <= tally.capital { Style::Title } else { Style::Running }
}

/// Counts over a sentence.
#[derive(Default)]
struct Tally {
    letters: usize,
    caps: usize,
    capital: usize,
    /// Words without a capital that a title would give one.
    lower: usize,
    /// Plain English words with a capital, but for the first and for titles.
    plain_capital: usize,
}

impl Tally {
    fn of(words: &Words<'_>, sentence: &Range<usize>) -> Self {
        let mut tally = Self::default();
        for word in sentence.clone() {
            let text = words.text(word);
            match words.shape(word) {
                Shape::Caps => {
                    tally.caps += 1;
                    tally.capital += 1;
                }
                Shape::Capital => {
                    tally.capital += 1;
                    let named = given(text).is_some() || is_surname(text) || title(text).is_some();
                    let plain = word > sentence.start && is_common(text) && !named;
                    tally.plain_capital += usize::from(plain);
                }
                Shape::Lower => tally.lower += usize::from(!is_small(text)),
                _ => continue,
            }
            tally.letters += 1;
        }
        tally
    }
}

/// Articles, conjunctions and prepositions, which titles leave in lower case.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "and"
            | "as"
            | "at"
            | "but"
            | "by"
            | "for"
            | "from"
            | "in"
            | "of"
            | "on"
            | "or"
            | "the"
            | "to"
            | "via"
            | "vs"
            | "with"
    )
}
