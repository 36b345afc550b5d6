//! Verbs behind their subject that were taken for a participle or a base form.
//!
//! Comes in: a tagged sentence. Goes out: the same, with a past tense in "a fan *posted* the clip",
//! "the two *shared* a hug", "he reportedly *proposed* in June", and a present tense in "Ana and Raul
//! *walk* the red carpet"; not in "a dog named Bo", "a clip posted the next day", "Have they dated?".

use super::retag;
use crate::syntax::{Tag, Token, Upos, lists};

/// How many words away a verb may stand that another one joins.
const REACH: usize = 16;

/// Corrects the tags of one sentence.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    if is_question(tokens) {
        return;
    }
    for at in (1..tokens.len()).rev() {
        let sight = Sight { text, tokens };
        if sight.tag(at) == Tag::VBN && sight.goes_on(at) {
            retag(&mut tokens[at], Tag::VBD);
        }
    }
    for at in 1..tokens.len() {
        let sight = Sight { text, tokens };
        match sight.tag(at) {
            Tag::VBN if sight.is_past(at) => retag(&mut tokens[at], Tag::VBD),
            Tag::VB if sight.is_present(at) => retag(&mut tokens[at], Tag::VBP),
            _ => {}
        }
    }
}

/// "Have Ana and Raul dated others?": the auxiliary stands first.
fn is_question(tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|token| token.upos != Upos::Punct);
    first.is_some_and(|first| first.upos == Upos::Aux)
}

/// A sentence while it is looked at.
#[derive(Clone, Copy)]
struct Sight<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl<'a> Sight<'a> {
    fn tag(self, at: usize) -> Tag {
        self.tokens.get(at).map_or(Tag::Stop, |token| token.tag)
    }

    fn word(self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether the participle at `at` is a past tense: it has the form of one, a subject before it and
    /// an object behind it, or "never" or "he" before it.
    fn is_past(self, at: usize) -> bool {
        let word = self.word(at);
        let adverbs = (0..at).rev().take_while(|&at| self.tag(at) == Tag::RB).count();
        let Some(subject) = at.checked_sub(adverbs + 1).filter(|_| self.can_be_past(at)) else { return false };
        if adverbs > 0 && self.word(at - 1) == "never" || matches!(word, "wed" | "split") {
            return self.is_subject(subject);
        }
        self.is_nominative(subject)
            || self.is_subject(subject) && self.is_object(at + 1) && !lists::NAMING.contains_lower(word)
    }

    fn can_be_past(self, at: usize) -> bool {
        let word = self.word(at);
        word.ends_with("ed") || lists::PAST_LIKE_PARTICIPLE.contains_lower(word)
    }

    /// "They met on set, **dated** for a year and **split** in May": a participle that joins a past tense
    /// told before, by a conjunction, or by a comma where a conjunction follows.
    fn goes_on(self, at: usize) -> bool {
        let joined = |at: usize| self.tag(at - 1) == Tag::CC && self.tag(at) == Tag::VBD;
        let by_comma = || self.tag(at - 1) == Tag::Comma && (at + 1..self.tokens.len().min(at + REACH)).any(joined);
        let linked = self.tag(at - 1) == Tag::CC || by_comma();
        let joins = |at: usize| at > 0 && self.tag(at) == Tag::VBN && matches!(self.tag(at - 1), Tag::CC | Tag::Comma);
        let before = (at.saturating_sub(REACH)..at).rev().find(|&at| self.tag(at).is_verb() && !joins(at));
        let told = before.is_some_and(|at| self.tag(at) == Tag::VBD && self.tokens[at].upos == Upos::Verb);
        linked && told && self.can_be_past(at) && self.word(at + 1) != "by"
    }

    /// Whether a base form stands right behind its subject: two names at the sentence's head, or "they".
    fn is_present(self, at: usize) -> bool {
        let pair = self.tag(at - 1).is_proper()
            && self.tokens[..at].iter().all(|token| token.tag.is_proper() || token.tag == Tag::CC)
            && self.tokens[..at].iter().any(|token| token.tag == Tag::CC);
        pair || at == 1 && matches!(self.word(0), "They" | "We" | "I")
    }

    fn is_subject(self, at: usize) -> bool {
        let tag = self.tag(at);
        let several = matches!(tag, Tag::CD | Tag::DT | Tag::JJ)
            && ["two", "three", "four", "both", "all"].iter().any(|word| self.word(at).eq_ignore_ascii_case(word));
        tag.is_noun() || matches!(tag, Tag::PRP | Tag::WP | Tag::WDT) || several
    }

    /// "he", "they": never behind what a participle describes.
    fn is_nominative(self, at: usize) -> bool {
        let word = self.word(at);
        self.tag(at) == Tag::PRP && ["he", "she", "they", "we", "i"].iter().any(|one| word.eq_ignore_ascii_case(one))
    }

    /// Whether an object begins here, not a time: "the next day", "Monday".
    fn is_object(self, at: usize) -> bool {
        let time = |at: usize| {
            let word = self.word(at);
            lists::TIMES.contains_lower(word) || lists::CALENDAR.contains_lower(word)
        };
        let tag = self.tag(at);
        match tag {
            Tag::DT => !(at + 1..at + 3).any(time),
            _ => (tag.is_proper() || matches!(tag, Tag::PRP | Tag::PRPS)) && !time(at),
        }
    }
}
