//! How old somebody is when something happens: "at 22", "aged 22", "when she was 22", "turned 30",
//! "Vega, 34,".
//!
//! Comes in: the words. Goes out: [`Age`]s. Whose they are and what year that makes is said elsewhere;
//! the age of a child dates nothing and is left out.

use std::ops::Range;

use super::parse::quantity;
use super::words::{Word, Words};

/// An age in years.
#[derive(Clone, Debug)]
pub struct Age {
    /// Its words, from the first one to the number.
    pub tokens: Range<usize>,
    /// How many years.
    pub years: i16,
    /// When somebody is so old.
    pub when: When,
}

/// When somebody is so old.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// When what the clause tells happened: "at 22".
    Then,
    /// From the day on that the clause tells: "turned 30 in May".
    Turned,
    /// As the article appears: "Vega, 34,".
    Now,
}

/// The ages of a text, in its order.
pub(super) fn read(words: &Words<'_>) -> Vec<Age> {
    (0..words.len()).filter_map(|at| read_at(words, at)).collect()
}

fn read_at(words: &Words<'_>, at: usize) -> Option<Age> {
    let (number, when) = match words.letters(at) {
        "turned" => (at + 1, When::Turned),
        "at" | "At" | "aged" | "Aged" => (behind_age(words, at + 1), When::Then),
        "when" | "When" if is_was(words, at) => (at + 3, When::Then),
        _ if words.mark(at, ',') || words.mark(at, '(') => (at + 1, When::Now),
        _ => return None,
    };
    let (end, count) = quantity(words, number).filter(|(_, amount)| !amount.vague)?;
    let years = i16::try_from(count.count).ok().filter(|years| (14..=110).contains(years))?;
    let digits = matches!(words.at(number), Word::Digits(..));
    (closes(words, end, when) && (digits || when != When::Now)).then(|| Age {
        tokens: words.tokens(&(at..end)),
        years,
        when,
    })
}

/// "(at) the age of 22", "(at) age 22".
fn behind_age(words: &Words<'_>, at: usize) -> usize {
    match (words.letters(at), words.letters(at + 1), words.letters(at + 2)) {
        ("the", "age", "of") => at + 3,
        ("age", ..) => at + 1,
        _ => at,
    }
}

/// "when she was".
fn is_was(words: &Words<'_>, at: usize) -> bool {
    matches!(words.letters(at + 1), "she" | "he" | "they") && matches!(words.letters(at + 2), "was" | "were")
}

/// Whether nothing behind the number makes something else of it: "at 22 Main Street", "at 22 percent".
fn closes(words: &Words<'_>, end: usize, when: When) -> bool {
    let mark = match words.at(end) {
        Word::Break => true,
        Word::Mark(mark) => matches!(mark, ',' | '.' | ';' | ')' | '"'),
        _ => false,
    };
    // "at 22.30"
    let number = words.glued(end + 1) && matches!(words.at(end + 1), Word::Digits(..));
    let word = matches!(words.letters(end), "she" | "he" | "they" | "and" | "to" | "in" | "on" | "after" | "last");
    !number && (mark || when != When::Now && word)
}
