//! A tag for every word, by a small trained net.
//!
//! Comes in: words by sentence. Goes out: [`Token`]s. Inside locked spans every word with a letter
//! is a proper noun, and its neighbours see that. `examples/ewt` trains and measures the model.

pub mod features;
pub mod model;

use features::Views;
use model::Model;

use super::{Sentence, Tag, Token, Upos};
use crate::model::Span;

/// The class before a sentence's first word.
pub const START: u8 = u8::MAX;

/// Tags the words of a text.
pub(super) fn tag(text: &str, words: &[Span], sentences: &[Sentence], locked: &[Span]) -> Vec<Token> {
    let mut tagger = Tagger::new(Model::shipped());
    let mut tokens = Vec::with_capacity(words.len());
    for sentence in sentences {
        let words = &words[sentence.tokens.clone()];
        let lock = |at: usize| is_locked(text, words[at], locked);
        tagger.tag(words.iter().map(|span| span.of(text)), lock, |at, (tag, upos)| {
            tokens.push(Token { span: words[at], tag, upos });
        });
    }
    tokens
}

/// Whether a word, not a mark, lies within one of the sorted spans.
fn is_locked(text: &str, word: Span, locked: &[Span]) -> bool {
    let at = locked.partition_point(|span| span.end <= word.start);
    locked.get(at).is_some_and(|span| span.contains(word)) && word.of(text).contains(char::is_alphanumeric)
}

/// A model at work, with the memory that it needs from sentence to sentence.
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    views: Views,
    keys: Vec<u32>,
    proper: u8,
}

impl Tagger {
    /// A tagger by a model.
    pub fn new(model: Model) -> Self {
        let proper = model.classes().iter().position(|&class| class == (Tag::NNP, Upos::Propn));
        Self { proper: proper.map_or(0, |class| class as u8), model, views: Views::default(), keys: Vec::new() }
    }

    /// Tags one sentence from left to right: calls `found` with each word's index and tags. Where
    /// `locked` says so, a word is a proper noun.
    pub fn tag<'w>(
        &mut self,
        words: impl Iterator<Item = &'w str>,
        locked: impl Fn(usize) -> bool,
        mut found: impl FnMut(usize, (Tag, Upos)),
    ) {
        self.model.view(words, &mut self.views);
        let (mut last, mut last_but_one) = (START, START);
        for at in 0..self.views.len() {
            let class = if locked(at) { self.proper } else { self.best(at, last, last_but_one) };
            found(at, self.model.classes()[usize::from(class)]);
            (last_but_one, last) = (last, class);
        }
    }

    fn best(&mut self, at: usize, last: u8, last_but_one: u8) -> u8 {
        self.keys.clear();
        self.views.static_keys(at, &mut self.keys);
        self.views.history_keys(at, last, last_but_one, &mut self.keys);
        self.model.best(&self.keys)
    }
}
