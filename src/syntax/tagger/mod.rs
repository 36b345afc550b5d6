//! A tag for every word, by a small trained net.
//!
//! Comes in: words by sentence. Goes out: [`Token`]s. Inside locked spans every word with a letter
//! is a proper noun, and its neighbours see that. `examples/ewt` trains and measures the model.

pub mod features;
mod limit;
pub mod model;
mod verbless;

use features::{UNKNOWN, Views};
use limit::Limit;
use model::Model;

use super::{Sentence, Syntax, Tag, Token, Upos, casing};
use crate::model::Span;

/// The class before a sentence's first word.
pub const START: u8 = u8::MAX;

/// Tags the words of a text.
pub(super) fn tag(text: &str, words: &[Span], sentences: &[Sentence]) -> Vec<Token> {
    let mut tagger = Tagger::new(Model::shipped());
    let mut tokens: Vec<Token> = words.iter().map(|&span| Token { span, tag: Tag::XX, upos: Upos::X }).collect();
    for sentence in sentences {
        tagger.sentence(text, &mut tokens[sentence.tokens.clone()], &[]);
    }
    tokens
}

/// Makes the words of `names` proper nouns and tags anew the sentences that had them otherwise;
/// whether there were any.
pub(super) fn lock(syntax: &mut Syntax<'_>, names: &[Span]) -> bool {
    let mut mistaken: Vec<usize> =
        names.iter().filter_map(|name| syntax.tokens_in(*name).find(|&at| !is_proper(syntax, at))).collect();
    mistaken.iter_mut().for_each(|at| *at = syntax.sentence_of(*at));
    mistaken.dedup();
    let mut tagger = Tagger::new(Model::shipped());
    for &sentence in &mistaken {
        tagger.sentence(syntax.text, &mut syntax.tokens[syntax.sentences[sentence].tokens.clone()], names);
    }
    !mistaken.is_empty()
}

/// Whether a word is a proper noun already, or a mark, which is never made one.
fn is_proper(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens[at].tag.is_proper() || !is_word(syntax.word(at))
}

fn is_word(letters: &str) -> bool {
    letters.contains(char::is_alphanumeric)
}

/// Whether a word, not a mark, lies within one of the sorted spans.
fn is_locked(text: &str, word: Span, locked: &[Span]) -> bool {
    let at = locked.partition_point(|span| span.end <= word.start);
    locked.get(at).is_some_and(|span| span.contains(word)) && is_word(word.of(text))
}

/// A model at work, with the memory that it needs from sentence to sentence.
#[derive(Debug)]
pub struct Tagger<'m> {
    model: &'m Model,
    proper: u8,
    views: Views,
    keys: Vec<u32>,
    scores: Vec<i32>,
    /// Of each word of the sentence what it can be at all.
    limits: Vec<Limit>,
    /// What each word was tagged.
    found: Vec<u8>,
}

impl<'m> Tagger<'m> {
    /// A tagger by a model.
    pub fn new(model: &'m Model) -> Self {
        let proper = model.classes().iter().position(|&class| class == (Tag::NNP, Upos::Propn));
        Self {
            proper: proper.map_or(0, |class| class as u8),
            model,
            views: Views::default(),
            keys: Vec::new(),
            scores: Vec::new(),
            limits: Vec::new(),
            found: Vec::new(),
        }
    }

    /// Tags one sentence of a text, a headline as if it were running text.
    fn sentence(&mut self, text: &str, tokens: &mut [Token], names: &[Span]) {
        let words: Vec<&str> = tokens.iter().map(|token| token.span.of(text)).collect();
        let locked: Vec<bool> = tokens.iter().map(|token| is_locked(text, token.span, names)).collect();
        let headline = casing::running(&words, &locked);
        let words = headline.as_ref().map_or(words, |words| words.iter().map(|word| &**word).collect());
        self.tag(&words, &locked, |at, (tag, upos)| (tokens[at].tag, tokens[at].upos) = (tag, upos));
    }

    /// Tags one sentence from left to right: calls `found` with each word's index and tags. A word
    /// that is `locked` is a proper noun. A sentence without a verb gets one, if some word may well
    /// be it: "Ana and Raul share two children."
    pub fn tag(&mut self, words: &[&str], locked: &[bool], mut found: impl FnMut(usize, (Tag, Upos))) {
        self.model.view(words.iter().copied(), &mut self.views);
        self.limits.clear();
        let known = |at: usize| self.views.view(at).class != UNKNOWN;
        self.limits.extend((0..words.len()).map(|at| Limit::of(words, at, locked[at], known(at))));
        self.found.clear();
        self.decode();
        let tags: Vec<Tag> = self.found.iter().map(|&class| self.model.classes()[usize::from(class)].0).collect();
        if let Some(at) = verbless::missing_verb(words, &tags, locked, |at| self.as_verb(at).1) {
            let verb = self.as_verb(at).0;
            self.found.truncate(at);
            self.found.push(verb);
            self.decode();
        }
        for (at, &class) in self.found.iter().enumerate() {
            found(at, self.model.classes()[usize::from(class)]);
        }
    }

    /// Tags the words behind those already tagged.
    fn decode(&mut self) {
        for at in self.found.len()..self.views.len() {
            let class = match self.limits[at] {
                Limit::Name => self.proper,
                limit => {
                    self.score(at);
                    self.best(|tag| limit.admits(tag)).0
                }
            };
            self.found.push(class);
        }
    }

    /// The finite verb that suits a tagged word best, and by how much less than its tag does.
    fn as_verb(&mut self, at: usize) -> (u8, i32) {
        let limit = self.limits[at];
        if matches!(limit, Limit::Name) {
            return (self.proper, i32::MAX);
        }
        self.score(at);
        let (verb, as_verb) = self.best(|tag| tag.is_finite() && (tag != Tag::VBZ || limit.admits(tag)));
        (verb, self.scores[usize::from(self.found[at])].saturating_sub(as_verb))
    }

    /// Fills in how well each class suits a word behind those before it.
    fn score(&mut self, at: usize) {
        let history = |back: usize| at.checked_sub(back).map_or(START, |at| self.found[at]);
        let (last, last_but_one) = (history(1), history(2));
        self.keys.clear();
        self.views.static_keys(at, &mut self.keys);
        self.views.history_keys(at, last, last_but_one, &mut self.keys);
        self.model.score(&mut self.keys, &mut self.scores);
    }

    /// The first of the best classes with a wanted tag, and its score.
    fn best(&self, wanted: impl Fn(Tag) -> bool) -> (u8, i32) {
        let mut best = None;
        for (class, (&(tag, _), &score)) in self.model.classes().iter().zip(&self.scores).enumerate() {
            if best.is_none_or(|(_, most)| score > most) && wanted(tag) {
                best = Some((class as u8, score));
            }
        }
        best.unwrap_or((0, 0))
    }
}
