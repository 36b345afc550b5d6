//! Pronouns that speak of people.
//!
//! Comes in: syntax. Goes out: one mention for each personal, possessive or reflexive pronoun, for
//! "each other" and "one another". "It" is never one, nor is the numeral of "Elizabeth I", the
//! title in "Her Majesty" or a pronoun inside the name of a film.

use std::ops::Range;

use super::{Gender, Mention, Number};
use crate::lexicon::names::lower;
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// Who speaks, is spoken to, or is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// I, we.
    First,
    /// You.
    Second,
    /// He, she, they.
    Third,
}

/// What form of a pronoun it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// he, I, we.
    Subject,
    /// him, me, us.
    Object,
    /// "her" before what it owns and after a verb are one word; so is "you".
    Any,
    /// his, my, theirs.
    Possessive,
    /// himself, each other.
    Reflexive,
}

/// What the form of a pronoun tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Who speaks, is spoken to or of.
    pub person: Person,
    /// Its form.
    pub case: Case,
    /// The gender that it shows.
    pub gender: Gender,
    /// True for we and they, and for "you", which does not tell.
    pub plural: bool,
}

impl Pronoun {
    /// What the word, in any case of letters, is as a pronoun.
    ///
    /// ```
    /// use relgraph::extract::mention::{Case, Gender, Pronoun};
    /// let her = Pronoun::of("Her").unwrap();
    /// assert_eq!((her.gender, her.case), (Gender::Female, Case::Any));
    /// assert_eq!(Pronoun::of("it"), None);
    /// ```
    pub fn of(word: &str) -> Option<Self> {
        use {Case as C, Gender as G, Person as P};
        let (person, case, gender, plural) = match &*lower(word) {
            "he" => (P::Third, C::Subject, G::Male, false),
            "him" => (P::Third, C::Object, G::Male, false),
            "his" => (P::Third, C::Possessive, G::Male, false),
            "himself" => (P::Third, C::Reflexive, G::Male, false),
            "she" => (P::Third, C::Subject, G::Female, false),
            "her" => (P::Third, C::Any, G::Female, false),
            "hers" => (P::Third, C::Possessive, G::Female, false),
            "herself" => (P::Third, C::Reflexive, G::Female, false),
            "they" => (P::Third, C::Subject, G::Unknown, true),
            "them" => (P::Third, C::Object, G::Unknown, true),
            "their" | "theirs" => (P::Third, C::Possessive, G::Unknown, true),
            "themselves" | "themself" | "each other" | "one another" => (P::Third, C::Reflexive, G::Unknown, true),
            "i" => (P::First, C::Subject, G::Unknown, false),
            "me" => (P::First, C::Object, G::Unknown, false),
            "my" | "mine" => (P::First, C::Possessive, G::Unknown, false),
            "myself" => (P::First, C::Reflexive, G::Unknown, false),
            "we" => (P::First, C::Subject, G::Unknown, true),
            "us" => (P::First, C::Object, G::Unknown, true),
            "our" | "ours" => (P::First, C::Possessive, G::Unknown, true),
            "ourselves" => (P::First, C::Reflexive, G::Unknown, true),
            "you" => (P::Second, C::Any, G::Unknown, true),
            "your" | "yours" => (P::Second, C::Possessive, G::Unknown, true),
            "yourself" | "yourselves" => (P::Second, C::Reflexive, G::Unknown, true),
            _ => return None,
        };
        Some(Self { person, case, gender, plural })
    }
}

/// The pronouns of a text, in text order.
pub(super) fn find(syntax: &Syntax<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (sentence, range) in syntax.sentences.iter().map(|sentence| &sentence.tokens).enumerate() {
        for at in range.clone() {
            let tokens = at..at + length(syntax, at, range);
            if tokens.is_empty() {
                continue;
            }
            let span = syntax.tokens[at].span.join(syntax.tokens[tokens.end - 1].span);
            let Some(pronoun) = Pronoun::of(span.of(syntax.text)) else { continue };
            let number = if pronoun.plural { Number::Many(None) } else { Number::One };
            mentions.push(Mention {
                span,
                tokens,
                sentence,
                form: Form::Pronoun,
                kind: Some(NodeKind::Person),
                gender: pronoun.gender,
                number,
                confidence: 1.0,
                fictional: false,
                byline: false,
                rule: "pronoun",
            });
        }
    }
    mentions
}

/// How many tokens the pronoun at `at` has; 0 where none is.
fn length(syntax: &Syntax<'_>, at: usize, sentence: &Range<usize>) -> usize {
    let word = syntax.word(at);
    let next = (at + 1 < sentence.end).then(|| syntax.word(at + 1));
    if word.eq_ignore_ascii_case("each") || word.eq_ignore_ascii_case("one") {
        let partner = if word.len() == 4 { "other" } else { "another" };
        return if next == Some(partner) { 2 } else { 0 };
    }
    let is_name = match word {
        "US" => true,
        "I" => at > sentence.start + 1 && is_regnal(syntax, at),
        "Her" | "His" | "Your" | "Their" => next.is_some_and(is_honorific),
        _ => false,
    };
    usize::from(!is_name && Pronoun::of(word).is_some())
}

/// Whether the "I" at `at` numbers a ruler or a war: a name stands before it, and none of a
/// speaker's verbs behind.
fn is_regnal(syntax: &Syntax<'_>, at: usize) -> bool {
    let before = syntax.word(at - 1);
    let close = syntax.tokens[at - 1].span.end + 1 == syntax.tokens[at].span.start;
    let named = before.chars().next().is_some_and(char::is_uppercase) && before.chars().any(char::is_lowercase);
    close && named
}

fn is_honorific(word: &str) -> bool {
    matches!(
        word,
        "Majesty"
            | "Highness"
            | "Royal"
            | "Serene"
            | "Imperial"
            | "Excellency"
            | "Holiness"
            | "Honor"
            | "Honour"
            | "Grace"
            | "Eminence"
            | "Majesties"
            | "Highnesses"
    )
}
