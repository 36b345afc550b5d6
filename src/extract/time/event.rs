//! Happenings that the text dates, so that others can be dated from them.
//!
//! Comes in: dates that were placed, in text order. Goes out: when "the gala" or "their wedding"
//! was. A happening is known by the last noun of its name; the date told last holds.

use std::collections::BTreeMap;
use std::ops::Range;

use super::period::Period;
use super::words::{Word, Words};

/// When the happenings of a text were.
#[derive(Debug, Default)]
pub(super) struct Events {
    dates: BTreeMap<String, Period>,
}

/// The longest name that is looked through.
const LONGEST: usize = 8;

impl Events {
    /// When the happening was whose name ends with the word at `head`.
    pub(super) fn date_of(&self, words: &Words<'_>, head: usize) -> Option<Period> {
        self.dates.get(&words.letters(head).to_lowercase()).copied()
    }

    /// Takes note of what a date dates: "Monday's gala", "the wedding on Saturday",
    /// "the gala was held on Monday".
    pub(super) fn learn(&mut self, words: &Words<'_>, date: &Range<usize>, period: Period) {
        let heads = [behind(words, date.end), before(words, date.start)];
        for head in heads.into_iter().flatten() {
            self.dates.insert(words.letters(head).to_lowercase(), period);
        }
    }
}

/// "Monday's Atelier Gala": the last of the nouns behind the possessive.
fn behind(words: &Words<'_>, at: usize) -> Option<usize> {
    let possessive = words.mark(at, '\'') && words.letters(at + 1) == "s";
    let names = (at + 2..at + 2 + LONGEST).take_while(|&at| words.is_noun(at) || words.capital(at));
    names.last().filter(|_| possessive)
}

/// "The wedding on Saturday", "the gala, held on Monday": the noun before the preposition, or
/// before the verbs that say that something took place.
fn before(words: &Words<'_>, at: usize) -> Option<usize> {
    let preposition = at.checked_sub(1).filter(|&at| words.is(at, &["on", "in"]))?;
    let held = |at: &usize| {
        let verb = matches!(
            words.letters(*at),
            "held" | "took" | "place" | "was" | "were" | "is" | "be" | "will" | "which" | "that"
        );
        verb || words.at(*at) == Word::Mark(',')
    };
    let reach = preposition.saturating_sub(LONGEST)..preposition;
    reach.rev().find(|at| !held(at)).filter(|&at| words.is_noun(at) || words.letters(at).ends_with("ing"))
}
