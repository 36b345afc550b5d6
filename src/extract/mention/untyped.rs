//! Lone capitalised words that may name somebody, where nothing else tells what they name.
//!
//! Comes in: syntax and the names that were decided on. Goes out: mentions without a kind, for
//! `coref` to type: the surname of somebody named in full elsewhere, or a name that only pronouns
//! explain. Plain words, places, brands and runs of several words are none.

use super::style::Style;
use super::{Gender, Mention, Number};
use crate::lexicon::{happenings, names, places};
use crate::model::Form;
use crate::syntax::{Syntax, Tag};

/// The untyped names beside those already found, which are in text order.
pub(super) fn find(syntax: &Syntax<'_>, styles: &[Style], found: &[Mention]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut next = found.iter().peekable();
    for (sentence, range) in syntax.sentences.iter().map(|sentence| &sentence.tokens).enumerate() {
        for at in range.clone() {
            while next.peek().is_some_and(|mention| mention.tokens.end <= at) {
                next.next();
            }
            let taken = next.peek().is_some_and(|mention| mention.tokens.start <= at);
            let inside = styles[sentence] == Style::Running && is_inside(syntax, range.start, at);
            if taken || !may_name(syntax, at, inside) {
                continue;
            }
            mentions.push(Mention {
                span: syntax.tokens[at].span,
                tokens: at..at + 1,
                sentence,
                form: Form::Name,
                kind: None,
                gender: gender(syntax.word(at)),
                number: Number::One,
                confidence: 0.3,
                fictional: false,
                byline: false,
                rule: "untyped",
            });
        }
    }
    mentions
}

/// Whether a capital stands within running words, where a plain word has none; not "the Church", "a Pachomian monk".
fn is_inside(syntax: &Syntax<'_>, start: usize, at: usize) -> bool {
    let before = if at > start { syntax.word(at - 1) } else { "" };
    let led = before == "," || before.starts_with(char::is_lowercase) && before != "the";
    led && !matches!(syntax.tokens[at].tag, Tag::JJ)
}

/// Whether the next word is a verb or a sign of owning, which tells that somebody does or has something.
fn is_actor(syntax: &Syntax<'_>, at: usize) -> bool {
    let next = syntax.tokens.get(at + 1).map(|token| token.tag);
    matches!(next, Some(Tag::VBD | Tag::VBZ | Tag::MD | Tag::POS))
}

/// Whether a word may be a name; `inside` tells that its capital is a name's, whatever the tagger reads.
fn may_name(syntax: &Syntax<'_>, at: usize, inside: bool) -> bool {
    let proper = |at: Option<usize>| at.and_then(|at| syntax.tokens.get(at)).is_some_and(|token| token.tag.is_proper());
    let word = syntax.word(at);
    let shaped = word.len() > 2
        && word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '\u{2019}'));
    shaped
        && (syntax.tokens[at].tag == Tag::NNP || inside)
        && !proper(at.checked_sub(1))
        && !proper(Some(at + 1))
        && (!names::is_common(word)
            || names::is_surname(word) && (inside && is_actor(syntax, at) || names::given(word).is_some()))
        && names::capital(word).is_none()
        && names::brand(word).is_none()
        && names::title(word).is_none()
        && !names::is_organisation_word(word)
        && happenings::event_type(word).is_none()
        && places::place(word).is_none()
}

fn gender(word: &str) -> Gender {
    match names::given(word) {
        Some(names::Sex::Female) => Gender::Female,
        Some(names::Sex::Male) => Gender::Male,
        _ => Gender::Unknown,
    }
}
