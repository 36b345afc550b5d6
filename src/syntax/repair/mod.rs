//! Tags that the words around them correct.
//!
//! Comes in: a tagged text. Goes out: the same, but for a few tags which the net takes for what they
//! are more often in other writing than news. Each file mends one kind of mistake, in this order:
//! participles that are a past tense, base forms that are a present tense, sentences that still have
//! no verb, commas of titles, single words. What a word can be at all, before any is tagged, says `tagger::limit`.

mod lost;
mod tense;
mod titles;
mod words;

use super::Tag;
use super::text::Syntax;
use super::{Token, Upos};

/// Corrects the tags of a text.
pub(super) fn mend(syntax: &mut Syntax<'_>) {
    let text = syntax.text;
    for sentence in &syntax.sentences {
        let tokens = &mut syntax.tokens[sentence.tokens.clone()];
        tense::mend(text, tokens);
        lost::mend(text, tokens);
        titles::mend(text, tokens);
    }
    words::mend(syntax);
}

/// Gives a word another tag, and the part of speech that a word of content has with it.
fn retag(token: &mut Token, tag: Tag) {
    let upos = match tag {
        Tag::PRPS => Upos::Pron,
        Tag::JJ => Upos::Adj,
        _ if tag.is_verb() => Upos::Verb,
        _ => Upos::Noun,
    };
    (token.tag, token.upos) = (tag, upos);
}
