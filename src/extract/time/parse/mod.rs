//! Recognises date expressions.
//!
//! Comes in: the words of a text. Goes out: [`Draft`]s in text order, without overlaps. Each kind
//! of expression is one file with one parser; at each word the longest reading wins, and of equally
//! long ones the first of [`PARSERS`].

mod century;
mod day;
mod feast;
mod month;
mod near;
mod number;
mod numeric;
mod offset;
mod quarter;
mod season;
mod weekday;
mod year;

pub(super) use number::{ordinal, quantity};

use super::said::{Draft, Said};
use super::words::{Word, Words};

/// What a parser read from a place onwards.
struct Found {
    /// One past its last word.
    end: usize,
    said: Said,
    until: Option<Said>,
    approximate: bool,
}

impl Found {
    const fn new(end: usize, said: Said) -> Self {
        Self { end, said, until: None, approximate: false }
    }
}

/// Reads an expression that begins at a word, if there is one.
type Parser = fn(&Words<'_>, usize) -> Option<Found>;

/// Every kind of expression, by the name of its rule.
const PARSERS: [(&str, Parser); 14] = [
    ("numeric", numeric::parse),
    ("month-day", day::month_first),
    ("day-month", day::day_first),
    ("day-of-month", day::alone),
    ("month", month::parse),
    ("season", season::parse),
    ("feast", feast::parse),
    ("quarter", quarter::parse),
    ("century", century::parse),
    ("weekday", weekday::parse),
    ("near-day", near::one_day),
    ("near-period", near::period),
    ("offset", offset::parse),
    ("year", year::parse),
];

/// Every expression of a text.
pub(super) fn all(words: &Words<'_>) -> Vec<Draft> {
    let (mut drafts, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let found = if may_begin(words, at) { longest(words, at) } else { None };
        let end = found.as_ref().map_or(at + 1, |draft| draft.words.end);
        drafts.extend(found);
        at = end;
    }
    drafts
}

/// Whether an expression can begin at a word; most cannot.
fn may_begin(words: &Words<'_>, at: usize) -> bool {
    match words.at(at) {
        Word::Break => false,
        Word::Mark(mark) => mark == '\'',
        Word::Other => words.capital(at),
        _ => true,
    }
}

fn longest(words: &Words<'_>, at: usize) -> Option<Draft> {
    let mut best: Option<Draft> = None;
    for (rule, parser) in PARSERS {
        let Some(found) = parser(words, at) else { continue };
        if best.as_ref().is_none_or(|best| found.end > best.words.end) {
            let Found { end, said, until, approximate } = found;
            best = Some(Draft { words: at..end, said, until, approximate, rule });
        }
    }
    best
}
