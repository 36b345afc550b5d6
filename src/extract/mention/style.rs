//! How the capitals of a sentence are to be read.
//!
//! Comes in: the words of a sentence. Goes out: its [`Style`]. Where nearly every word has a
//! capital, a capital tells nothing of names.

use std::ops::Range;

use super::word::{Shape, Words};
use crate::lexicon::names::{given, is_common, is_surname};

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
    let lower = tally.long_lower * if headline { 2 } else { 4 };
    if tally.plain_capital >= plain_capitals && lower <= tally.capital { Style::Title } else { Style::Running }
}

/// Counts over a sentence.
#[derive(Default)]
struct Tally {
    letters: usize,
    caps: usize,
    capital: usize,
    /// Words of four letters and more without a capital.
    long_lower: usize,
    /// Plain English words with a capital, but for the first.
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
                    let plain = word > sentence.start && is_common(text) && given(text).is_none() && !is_surname(text);
                    tally.plain_capital += usize::from(plain);
                }
                Shape::Lower => tally.long_lower += usize::from(text.len() >= 4),
                _ => continue,
            }
            tally.letters += 1;
        }
        tally
    }
}
