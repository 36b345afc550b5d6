//! People, venues and events as spans.
//!
//! Comes in: an article and its syntax. Goes out: [`Mention`]s in text order, none inside another
//! of the same form. A lone surname stays untyped here; `coref` types it.

mod pronoun;

pub use pronoun::{Case, Person, Pronoun};

use std::ops::Range;

use super::Article;
use crate::lexicon::Lexicon;
use crate::model::{Form, NodeKind, Span};
use crate::syntax::{Syntax, Tag};

/// Grammatical gender of a name, a pronoun or a description, as far as known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gender {
    #[default]
    Unknown,
    Female,
    Male,
}

/// How many somebodies a mention speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    #[default]
    One,
    /// A group, of a known size ("the pair", "all four") or not ("they").
    Many(Option<usize>),
}

/// A stretch of text that speaks of somebody or something.
#[derive(Clone, Debug)]
pub struct Mention {
    pub span: Span,
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub form: Form,
    /// `None` where only `coref` can tell (a lone surname that may be a place).
    pub kind: Option<NodeKind>,
    pub gender: Gender,
    pub number: Number,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Finds the mentions of an article.
pub fn find(_article: &Article, syntax: &Syntax<'_>, _lexicon: &Lexicon) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end =
                (at..sentence.tokens.end).find(|&i| syntax.tokens[i].tag != Tag::NNP).unwrap_or(sentence.tokens.end);
            if end > at + 1 {
                let span = syntax.tokens[at].span.join(syntax.tokens[end - 1].span);
                mentions.push(Mention {
                    span,
                    tokens: at..end,
                    sentence: index,
                    form: Form::Name,
                    kind: Some(NodeKind::Person),
                    gender: Gender::Unknown,
                    number: Number::One,
                    rule: "capital-run",
                });
            }
            at = end.max(at) + 1;
        }
    }
    with_pronouns(mentions, pronoun::find(syntax))
}

/// Names and pronouns in text order, without the pronouns inside a name.
fn with_pronouns(names: Vec<Mention>, pronouns: Vec<Mention>) -> Vec<Mention> {
    let mut mentions = names;
    mentions.extend(pronouns);
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    let mut named = 0;
    mentions.retain(|mention| {
        let inside = mention.form == Form::Pronoun && mention.span.start < named;
        named = if mention.form == Form::Name { named.max(mention.span.end) } else { named };
        !inside
    });
    mentions
}
