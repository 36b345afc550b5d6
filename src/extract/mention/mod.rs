//! People, venues and events as spans.
//!
//! Comes in: an article and its syntax. Goes out: [`Mention`]s in text order. No name stands inside
//! another, but for people named within a happening ("Ana's birthday party").
//!
//! Names are found in steps, a module each: words are joined (`word`), each sentence's capitals
//! judged (`style`), runs of capitals taken (`run`) and cut into candidates (`candidate`); a
//! candidate's own words (`shape`) and its neighbours (`context`) give clues, which `clue` weighs;
//! `decide` sums them over the whole article. `happening`, `fiction` and `byline` then look at what
//! was decided, `person` at the parts of names.

mod byline;
mod candidate;
mod clue;
mod context;
mod cue;
mod decide;
mod description;
mod fiction;
mod function;
mod happening;
mod inside;
mod person;
mod pronoun;
mod run;
mod shape;
mod style;
mod untyped;
mod word;

pub(super) use happening::OWNED_BY_PRONOUN;
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
    /// Not told.
    #[default]
    Unknown,
    /// She.
    Female,
    /// He.
    Male,
}

impl Gender {
    /// Whether both may be told of one person: they are the same, or one is not known.
    pub fn agrees(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// How many somebodies a mention speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Number {
    /// One somebody.
    #[default]
    One,
    /// A group, of a known size ("the pair", "all four") or not ("they").
    Many(Option<usize>),
}

/// A stretch of text that speaks of somebody or something.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether it is a name, a pronoun or a description.
    pub form: Form,
    /// What it names; `None` for some descriptions, which only `coref` can tell.
    pub kind: Option<NodeKind>,
    /// What a title, a given name or the word itself tells.
    pub gender: Gender,
    /// How many it speaks of.
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
    let mut styles = Vec::with_capacity(words.sentences.len());
    for (index, sentence) in words.sentences.iter().enumerate() {
        let kind = syntax.paragraphs[syntax.sentences[index].paragraph].kind;
        let headline = matches!(kind, ParagraphKind::Headline | ParagraphKind::Heading | ParagraphKind::Related);
        let style = style::of(&words, sentence, headline);
        styles.push(style);
        for run in run::runs(&words, index) {
            candidates.extend(candidate::candidates(&words, &run, style, sentence));
        }
    }
    let found = decide::decide(&words, candidates);
    let characters = fiction::characters(&words, &found);
    let mut names: Vec<Mention> = Vec::with_capacity(found.len());
    for name in &found {
        let person = name.kind == NodeKind::Person;
        names.push(Mention {
            fictional: person && characters.contains(&name.candidate.key(&words)),
            byline: person && byline::is_byline(syntax, &words, name),
            ..mention(&words, name)
        });
    }
    names.extend(untyped::find(syntax, &styles, &names));
    names.sort_by_key(|mention| mention.span.start);
    let happenings = happening::find(syntax, &words, &found);
    let phrases = happenings.iter().map(|happening| phrase(&words, happening)).collect();
    let nameless = pronoun::find(syntax).into_iter().chain(description::find(syntax));
    with_nameless(with_happenings(names, phrases), nameless)
}

/// Where people are named, sorted and without overlaps.
pub fn people(mentions: &[Mention]) -> Vec<Span> {
    let named = mentions.iter().filter(|it| it.form == Form::Name && it.kind == Some(NodeKind::Person));
    named.map(|mention| mention.span).collect()
}

/// A decided name as a mention.
fn mention(words: &Words<'_>, found: &decide::Found) -> Mention {
    let name = person::span(words, &found.candidate, found.kind);
    let name = name.start..name.end + usize::from(found.house);
    let person = found.kind == NodeKind::Person;
    Mention {
        span: words.span(&name),
        tokens: tokens(words, &name),
        sentence: found.candidate.sentence,
        form: Form::Name,
        kind: Some(found.kind),
        gender: if person { person::gender(words, &found.candidate) } else { Gender::Unknown },
        number: Number::One,
        confidence: found.confidence,
        fictional: false,
        byline: false,
        rule: found.reason,
    }
}

/// A phrase that names a happening as a mention.
fn phrase(words: &Words<'_>, happening: &happening::Happening) -> Mention {
    Mention {
        span: words.span(&happening.words),
        tokens: tokens(words, &happening.words),
        sentence: happening.sentence,
        form: Form::Name,
        kind: Some(NodeKind::Event),
        gender: Gender::Unknown,
        number: Number::One,
        confidence: 0.7,
        fictional: false,
        byline: false,
        rule: happening.rule,
    }
}

fn tokens(words: &Words<'_>, name: &Range<usize>) -> Range<usize> {
    words.list[name.start].tokens.start..words.list[name.end - 1].tokens.end
}

/// Names and phrases in text order. Names of places and happenings inside a phrase are parts of its
/// name; those of people stay mentions of their own.
fn with_happenings(names: Vec<Mention>, phrases: Vec<Mention>) -> Vec<Mention> {
    let mut mentions = Vec::with_capacity(names.len() + phrases.len());
    let mut phrases = phrases.into_iter().peekable();
    let mut named = Span::default();
    for name in names {
        while let Some(phrase) = phrases.next_if(|phrase| phrase.span.start <= name.span.start) {
            named = phrase.span;
            mentions.push(phrase);
        }
        if name.kind == Some(NodeKind::Person) && name.span != named || !named.overlaps(name.span) {
            mentions.push(name);
        }
    }
    mentions.extend(phrases);
    mentions
}

/// Names and what speaks of somebody without naming them, in text order; nothing inside a name but
/// that of a happening ("her birthday party").
fn with_nameless(names: Vec<Mention>, nameless: impl Iterator<Item = Mention>) -> Vec<Mention> {
    let mut mentions = names;
    mentions.extend(nameless);
    mentions
        .sort_by_key(|mention| (mention.span.start, mention.form != Form::Name, std::cmp::Reverse(mention.span.end)));
    let (mut named, mut counted) = (0, 0);
    mentions.retain(|mention| {
        let of_them = mention.form == Form::Pronoun && mention.span.end <= counted;
        let inside = mention.form != Form::Name && mention.span.start < named || of_them;
        counted = if mention.form == Form::Description { mention.span.end } else { counted };
        let closed = mention.form == Form::Name && mention.kind != Some(NodeKind::Event);
        named = if closed { named.max(mention.span.end) } else { named };
        !inside
    });
    mentions
}
