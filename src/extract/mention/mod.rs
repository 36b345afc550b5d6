//! People, venues and events as spans.
//!
//! Comes in: an article and its syntax. Goes out: [`Mention`]s in text order, none inside another
//! of the same form. A lone surname stays untyped here; `coref` types it.

mod candidate;
mod clue;
mod context;
mod decide;
mod description;
mod person;
mod pronoun;
mod run;
mod shape;
mod style;
mod word;

pub use pronoun::{Case, Person, Pronoun};

use std::ops::Range;

use super::Article;
use crate::lexicon::Lexicon;
use crate::model::{Form, NodeKind, Span};
use crate::syntax::{ParagraphKind, Syntax};

use word::Words;

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
    /// How sure its kind is, from 0 to 1.
    pub confidence: f32,
    /// A character of a film, a book or a show: it makes a chain, but no node.
    pub fictional: bool,
    /// Named only as who wrote, photographed or published the article: it makes no node.
    pub byline: bool,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Finds the mentions of an article.
pub fn find(_article: &Article, syntax: &Syntax<'_>, _lexicon: &Lexicon) -> Vec<Mention> {
    let words = Words::of(syntax);
    let mut candidates = Vec::new();
    for (index, sentence) in words.sentences.iter().enumerate() {
        let kind = syntax.paragraphs[syntax.sentences[index].paragraph].kind;
        let headline = matches!(kind, ParagraphKind::Headline | ParagraphKind::Heading | ParagraphKind::Related);
        let style = style::of(&words, sentence, headline);
        for run in run::runs(&words, index) {
            candidates.extend(candidate::candidates(&words, &run, style, sentence));
        }
    }
    let found = decide::decide(&words, candidates);
    let names = found.iter().map(|found| mention(&words, found)).collect();
    with_nameless(names, pronoun::find(syntax).into_iter().chain(description::find(syntax)))
}

/// A decided name as a mention.
fn mention(words: &Words<'_>, found: &decide::Found) -> Mention {
    let name = person::span(words, &found.candidate, found.kind);
    let tokens = words.list[name.start].tokens.start..words.list[name.end - 1].tokens.end;
    Mention {
        span: words.span(&name),
        tokens,
        sentence: found.candidate.sentence,
        form: Form::Name,
        kind: Some(found.kind),
        gender: if found.kind == NodeKind::Person { person::gender(words, &found.candidate) } else { Gender::Unknown },
        number: Number::One,
        confidence: found.confidence,
        fictional: false,
        byline: false,
        rule: found.reason,
    }
}

/// Names and what speaks of somebody without naming them, in text order; nothing inside a name.
fn with_nameless(names: Vec<Mention>, nameless: impl Iterator<Item = Mention>) -> Vec<Mention> {
    let mut mentions = names;
    mentions.extend(nameless);
    mentions
        .sort_by_key(|mention| (mention.span.start, mention.form != Form::Name, std::cmp::Reverse(mention.span.end)));
    let mut named = 0;
    mentions.retain(|mention| {
        let inside = mention.form != Form::Name && mention.span.start < named;
        named = if mention.form == Form::Name { named.max(mention.span.end) } else { named };
        !inside
    });
    mentions
}
