//! Runs of capitalised words, with whatever joins them into one name.
//!
//! Comes in: the words of a sentence. Goes out: [`Run`]s from left to right. A run is what may be
//! one name, or several side by side; it is not yet said of what.

use std::ops::Range;

use super::word::{Shape, Words};
use crate::lexicon::happenings::event_type;
use crate::lexicon::names::{TitleClass, given, is_common, is_particle, is_stage_name, is_suffix, is_surname, title};
use crate::lexicon::places::{place, place_type};

/// Capitalised words and their joints.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) words: Range<usize>,
    pub(super) sentence: usize,
}

/// The runs of a sentence.
pub(super) fn runs(words: &Words<'_>, index: usize) -> Vec<Run> {
    let sentence = words.sentences[index].clone();
    let mut runs = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if !starts(words, at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while let Some(next) = extend(words, at, end, sentence.end) {
            end = next;
        }
        runs.push(Run { words: at..end, sentence: index });
        at = end;
    }
    runs
}

/// Whether a run can begin here.
fn starts(words: &Words<'_>, at: usize) -> bool {
    words.is_capital(at)
        || words.shape(at) == Shape::Number
            && (words.is_capital(at + 1) && is_stage_name(words.texts(&(at..at + 2))) || is_stage_name(words.text(at)))
}

/// Where the run goes on to; `None` where it ends.
fn extend(words: &Words<'_>, start: usize, end: usize, limit: usize) -> Option<usize> {
    if end >= limit {
        return None;
    }
    let capital = |word: usize| word < limit && words.is_capital(word);
    if words.gap_before(end) || is_pronoun(words.text(end)) {
        return None;
    }
    if capital(end) {
        return Some(end + 1);
    }
    let text = words.text(end);
    match words.shape(end) {
        Shape::Lower if text == "of" => after_of(words, end, limit).or_else(|| of_country(words, start, end, limit)),
        Shape::Lower if text == "and" => {
            let spa =
                matches!(words.text(end + 1), "Suites" | "Spa" | "Casino" | "Resort" | "Residences" | "Sons" | "Co");
            (spa && end + 1 < limit).then_some(end + 2)
        }
        Shape::Lower => {
            let particles = (end..limit.min(end + 3)).take_while(|&word| joins_name(words, word)).count();
            (particles > 0 && capital(end + particles)).then_some(end + particles + 1)
        }
        Shape::Mark if text == "&" => capital(end + 1).then_some(end + 2),
        Shape::Mark if text == "," => {
            let suffix = end + 1 < limit && is_suffix(words.text(end + 1)) && words.text(end + 1).len() > 1;
            (suffix && end > start + 1).then_some(end + 2)
        }
        Shape::Quote => nickname(words, end, limit),
        Shape::Mark if text == "(" => maiden_name(words, start, end, limit),
        Shape::Possessive => house_of(words, start, end, limit),
        _ => None,
    }
}

/// A pronoun or conjunction with a capital begins a sentence whose stop is missing.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "He" | "She"
            | "They"
            | "It"
            | "We"
            | "But"
            | "His"
            | "Her"
            | "Their"
            | "Its"
            | "This"
            | "That"
            | "When"
            | "While"
            | "However"
    )
}

/// "St. James' Palace", "at Robert's Western World": an owner inside the name of a place.
fn house_of(words: &Words<'_>, start: usize, sign: usize, limit: usize) -> Option<usize> {
    let end = (sign + 1..limit).take_while(|&word| words.is_capital(word)).last()? + 1;
    let house = place_type(words.text(end - 1)).is_some_and(|kind| kind.last);
    let before = if start > 0 { words.text(start - 1).to_lowercase() } else { String::new() };
    let led = matches!(before.as_str(), "at" | "in" | "outside" | "inside" | "near" | "the" | "from" | "to");
    let saint = matches!(words.text(start), "St" | "St." | "Saint");
    (house && (led || saint)).then_some(end)
}

/// Behind a title or a word for a kind of place or happening, "of" joins what follows.
fn after_of(words: &Words<'_>, of: usize, limit: usize) -> Option<usize> {
    let before = words.text(of - 1);
    let noble = title(before)
        .is_some_and(|title| matches!(title.class, TitleClass::Noble | TitleClass::Royal | TitleClass::Clergy));
    let kind = place_type(before).is_some_and(|kind| kind.of) || event_type(before).is_some();
    let bearer = of >= 2
        && title(words.text(of - 2)).is_some_and(|title| matches!(title.class, TitleClass::Noble | TitleClass::Royal));
    if !(noble || kind || bearer || is_body(before)) {
        return None;
    }
    let next = if words.text(of + 1) == "the" { of + 2 } else { of + 1 };
    (next < limit && words.is_capital(next)).then_some(next + 1)
}

/// "Letizia of Spain", "Hilary of Poitiers": a given name alone, and the place that tells which.
fn of_country(words: &Words<'_>, start: usize, of: usize, limit: usize) -> Option<usize> {
    let name = words.text(start);
    let one = of == start + 1 && given(name).is_some() && !is_common(name) && place(name).is_none();
    let end = (of + 1..limit.min(of + 4)).take_while(|&word| words.is_capital(word)).last()? + 1;
    (one && place(words.texts(&(of + 1..end))).is_some()).then_some(end)
}

/// Words of bodies that take "of": "House of Commons" is none of ours, but is one name.
fn is_body(word: &str) -> bool {
    matches!(
        word,
        "House"
            | "Bank"
            | "Academy"
            | "Ministry"
            | "Department"
            | "Order"
            | "Court"
            | "Secretary"
            | "City"
            | "Museum"
            | "Isle"
            | "Siege"
            | "Battle"
    )
}

/// Whether a word in lower case may join two words of a name here.
fn joins_name(words: &Words<'_>, word: usize) -> bool {
    let text = words.text(word);
    words.shape(word) == Shape::Lower && is_particle(text) && !matches!(text, "do" | "o" | "e" | "te" | "ten")
}

/// "“The Rock” Johnson" behind "Dwayne": a name in quotation marks between two words of a name.
fn nickname(words: &Words<'_>, open: usize, limit: usize) -> Option<usize> {
    let close = (open + 2..limit.min(open + 5)).find(|&word| words.shape(word) == Shape::Quote)?;
    let spaced = !words.touches_next(open - 1) && words.touches_next(open);
    let inside = (open + 1..close).all(|word| words.is_capital(word) || words.shape(word) == Shape::Lower);
    let capital = words.is_capital(open + 1) && close + 1 < limit && words.is_capital(close + 1);
    (spaced && inside && capital && !words.touches_next(close)).then_some(close + 2)
}

/// "(Quist) Marsh" behind "Ines": the surname of before a marriage in brackets between two words of a name.
fn maiden_name(words: &Words<'_>, start: usize, open: usize, limit: usize) -> Option<usize> {
    let around = open + 3 < limit && words.text(open + 2) == ")" && words.shape(open + 3) == Shape::Capital;
    let first = open <= start + 2 && given(words.text(start)).is_some();
    let last = !is_common(words.text(open + 3)) || is_surname(words.text(open + 3));
    let plain = words.shape(open + 1) == Shape::Capital && place(words.text(open + 1)).is_none();
    (around && first && last && plain).then_some(open + 4)
}
