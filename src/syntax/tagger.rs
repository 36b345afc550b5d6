//! A tag for every word: closed classes, endings and capitals.
//!
//! Comes in: words by sentence. Goes out: [`Token`]s. Inside locked spans every word with a
//! letter is a proper noun.

use super::{Sentence, Tag, Token, Upos};
use crate::model::Span;

/// Tags the words of a text.
pub(super) fn tag(text: &str, words: &[Span], sentences: &[Sentence], locked: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(words.len());
    for sentence in sentences {
        for at in sentence.tokens.clone() {
            let before = tokens[sentence.tokens.start..].last().map(|token: &Token| token.tag);
            let word = words[at].of(text);
            let next = words.get(at + 1).map_or("", |span| span.of(text));
            let lock = locked.partition_point(|span| span.end <= words[at].start);
            let inside = locked.get(lock).is_some_and(|span| span.contains(words[at]));
            let (tag, upos) = if inside && word.starts_with(char::is_alphanumeric) {
                (Tag::NNP, Upos::Propn)
            } else {
                guess(word, next, before)
            };
            tokens.push(Token { span: words[at], tag, upos });
        }
    }
    tokens
}

fn guess(word: &str, next: &str, before: Option<Tag>) -> (Tag, Upos) {
    let lower = word.to_lowercase();
    let closed = match lower.as_str() {
        "the" | "a" | "an" | "this" | "these" | "those" | "each" | "every" | "some" | "any" | "no" | "both"
        | "another" | "all" => (Tag::DT, Upos::Det),
        "and" | "or" | "but" | "&" | "nor" => (Tag::CC, Upos::Cconj),
        "he" | "she" | "they" | "it" | "i" | "we" | "you" | "him" | "them" | "me" | "us" | "himself" | "herself"
        | "themselves" => (Tag::PRP, Upos::Pron),
        "his" | "her" | "their" | "its" | "my" | "our" | "your" => (Tag::PRPS, Upos::Pron),
        "who" | "whom" => (Tag::WP, Upos::Pron),
        "whose" => (Tag::WPS, Upos::Pron),
        "which" | "that" if before.is_some_and(Tag::is_noun) || before == Some(Tag::Comma) => (Tag::WDT, Upos::Pron),
        "when" | "where" | "why" | "how" => (Tag::WRB, Upos::Adv),
        "of" | "in" | "on" | "at" | "with" | "by" | "for" | "from" | "as" | "after" | "before" | "since" | "into"
        | "during" | "between" | "about" | "over" | "until" | "while" | "that" | "because" | "if" | "than"
        | "through" | "against" | "under" | "near" | "outside" | "inside" | "alongside" | "without" => {
            (Tag::IN, Upos::Adp)
        }
        "to" => (Tag::TO, Upos::Part),
        "n't" | "n’t" | "not" => (Tag::RB, Upos::Part),
        "never" | "also" | "still" | "later" | "now" | "then" | "just" | "very" | "already" | "soon" | "once"
        | "together" => (Tag::RB, Upos::Adv),
        "is" | "has" | "does" => (Tag::VBZ, Upos::Aux),
        "are" | "am" | "'re" | "'m" | "’re" | "’m" | "have" | "'ve" | "’ve" | "do" => (Tag::VBP, Upos::Aux),
        "was" | "were" | "had" | "did" => (Tag::VBD, Upos::Aux),
        "be" => (Tag::VB, Upos::Aux),
        "been" => (Tag::VBN, Upos::Aux),
        "being" => (Tag::VBG, Upos::Aux),
        "will" | "would" | "can" | "could" | "may" | "might" | "should" | "must" | "'ll" | "’ll" | "wo" | "ca" => {
            (Tag::MD, Upos::Aux)
        }
        "'s" | "’s" | "'" | "’" if before.is_some_and(Tag::is_noun) => (Tag::POS, Upos::Part),
        "'s" | "’s" => (Tag::VBZ, Upos::Aux),
        "out" | "up" | "off" | "down" if before.is_some_and(Tag::is_verb) => (Tag::RP, Upos::Adp),
        "," => (Tag::Comma, Upos::Punct),
        "." | "?" | "!" => (Tag::Stop, Upos::Punct),
        ":" | ";" | "—" | "–" | "--" | "..." | "…" => (Tag::Colon, Upos::Punct),
        "-" => (Tag::HYPH, Upos::Punct),
        "“" | "‘" => (Tag::OpenQuote, Upos::Punct),
        "”" | "’" | "\"" | "'" => (Tag::CloseQuote, Upos::Punct),
        "(" | "[" => (Tag::OpenBracket, Upos::Punct),
        ")" | "]" => (Tag::CloseBracket, Upos::Punct),
        "$" | "£" | "€" => (Tag::Dollar, Upos::Sym),
        _ => return open(word, &lower, next, before),
    };
    closed
}

fn open(word: &str, lower: &str, next: &str, before: Option<Tag>) -> (Tag, Upos) {
    let subject = before.is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::PRP | Tag::WP | Tag::WDT));
    if !word.contains(char::is_alphanumeric) {
        return (Tag::NFP, Upos::Punct);
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return (Tag::CD, Upos::Num);
    }
    if word.starts_with(char::is_uppercase)
        && (before.is_some() || next.starts_with(char::is_uppercase) || next == "'s" || next == "’s")
    {
        return (Tag::NNP, Upos::Propn);
    }
    match before {
        Some(Tag::TO | Tag::MD) => return (Tag::VB, Upos::Verb),
        _ if lower.ends_with("ing") => return (Tag::VBG, Upos::Verb),
        _ if lower.ends_with("ly") => return (Tag::RB, Upos::Adv),
        Some(Tag::VBD | Tag::VBZ | Tag::VBP | Tag::VBN | Tag::RB) if lower.ends_with("ed") => {
            return (Tag::VBN, Upos::Verb);
        }
        _ if lower.ends_with("ed") || (subject && super::lists::VERB_LEMMAS.contains(lower)) => {
            return (Tag::VBD, Upos::Verb);
        }
        _ => {}
    }
    if before.is_none() && word.starts_with(char::is_uppercase) {
        return (Tag::NNP, Upos::Propn);
    }
    if lower.ends_with('s') && !lower.ends_with("ss") { (Tag::NNS, Upos::Noun) } else { (Tag::NN, Upos::Noun) }
}
