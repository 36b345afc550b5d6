//! Names of those who made the article, not of those it tells of.
//!
//! Comes in: syntax, words and a decided name. Goes out: whether the name stands there as the
//! writer's, the photographer's or an agency's.

use super::decide::Found;
use super::word::{Shape, Words};
use crate::syntax::{ParagraphKind, Syntax};

/// Whether a name stands in a byline, a credit or the note about the author.
pub(super) fn is_byline(syntax: &Syntax<'_>, words: &Words<'_>, name: &Found) -> bool {
    let index = syntax.sentences[name.candidate.sentence].paragraph;
    if syntax.paragraphs[index].kind == ParagraphKind::Byline {
        return true;
    }
    let sentence = words.sentences[name.candidate.sentence].clone();
    let start = name.candidate.titles.start;
    let opening = start.saturating_sub(2).max(sentence.start)..start;
    let by = opening.clone().any(|word| matches!(words.text(word), "By" | "by" | "BY" | "Words"));
    let led = start == opening.start + 1 && opening.start == sentence.start && by;
    let last = index + 3 > syntax.paragraphs.len();
    led || is_credit(words, sentence.start, start)
        || (last && (is_reporter(words, name, sentence.end) || is_thanked(words, sentence.start, start)))
}

/// "Photo: Ana Vega/Agency", "Picture by Ana Vega".
fn is_credit(words: &Words<'_>, first: usize, name: usize) -> bool {
    (first.max(name.saturating_sub(8))..name).any(|word| {
        let label = matches!(
            words.text(word).to_lowercase().as_str(),
            "photo"
                | "photos"
                | "credit"
                | "credits"
                | "picture"
                | "pictures"
                | "image"
                | "images"
                | "photograph"
                | "photographs"
                | "words"
                | "styling"
        );
        label && matches!(words.text(word + 1), ":" | "by" | "credit")
    })
}

/// "Ana Vega is a writer living in Leeds."
fn is_reporter(words: &Words<'_>, name: &Found, limit: usize) -> bool {
    let end = name.candidate.words.end;
    if !matches!(words.text(end), "is" | "contributed" | "writes" | "covers") {
        return false;
    }
    let said = (end..limit.min(end + 7)).map(|word| words.text(word));
    let mut said = said.take_while(|word| !matches!(*word, "," | "."));
    said.any(|word| {
        matches!(
            word,
            "writer"
                | "editor"
                | "journalist"
                | "reporter"
                | "columnist"
                | "contributor"
                | "reporting"
                | "freelance"
                | "blogger"
                | "writes"
                | "covers"
                | "correspondent"
        )
    })
}

/// "Additional reporting by Ana Vega", "Ines Roe was talking to Ana Vega".
fn is_thanked(words: &Words<'_>, first: usize, name: usize) -> bool {
    let before = first.max(name.saturating_sub(3))..name;
    let said: Vec<&str> =
        before.filter(|&word| words.shape(word) == Shape::Lower).map(|word| words.text(word)).collect();
    matches!(
        said.as_slice(),
        [.., "reporting", "by"]
            | [.., "written", "by"]
            | [.., "talking", "to"]
            | [.., "spoke", "to"]
            | [.., "interviewed", "by"]
    )
}
