//! A text with everything that was read of it, and the ways from one part to another.

use std::borrow::Cow;
use std::ops::Range;

use super::{Chunks, Clause, NounGroup, Paragraph, Quotation, Sentence, Token, VerbGroup, lemma};
use crate::model::Span;

/// A text with its paragraphs, sentences, words and chunks.
///
/// Words are named by their index in `tokens`, everything else by its index in its own list.
#[derive(Clone, Debug)]
pub struct Syntax<'t> {
    /// The text that every span counts in.
    pub text: &'t str,
    /// Its paragraphs in order.
    pub paragraphs: Vec<Paragraph>,
    /// Its sentences in order.
    pub sentences: Vec<Sentence>,
    /// Its words in order; what lies between two of them is white space.
    pub tokens: Vec<Token>,
    /// Noun groups, verb groups, clauses and the rest.
    pub chunks: Chunks,
}

impl<'t> Syntax<'t> {
    /// The letters of one token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// The dictionary form of one token in lower case ("met" gives "meet", "wives" gives "wife");
    /// a proper noun as it is written.
    pub fn lemma(&self, token: usize) -> Cow<'t, str> {
        lemma::lemma(self.word(token), self.tokens[token].tag)
    }

    /// The place of a run of tokens; of an empty run the empty span at its start.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => {
                let at = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.span.start);
                Span::new(at, at)
            }
        }
    }

    /// The letters of a run of tokens, gaps included.
    pub fn words(&self, tokens: Range<usize>) -> &'t str {
        self.span(tokens).of(self.text)
    }

    /// The tokens that a span touches.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.end <= span.start);
        let end = self.tokens.partition_point(|token| token.span.start < span.end);
        start..end.max(start)
    }

    /// The sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// The paragraph that holds a token.
    pub fn paragraph_of(&self, token: usize) -> usize {
        self.sentences[self.sentence_of(token)].paragraph
    }

    /// The noun group that holds a token.
    pub fn noun_of(&self, token: usize) -> Option<usize> {
        holding(&self.chunks.nouns, token, |group| &group.tokens)
    }

    /// The verb group that holds a token.
    pub fn verb_of(&self, token: usize) -> Option<usize> {
        holding(&self.chunks.verbs, token, |group| &group.tokens)
    }

    /// The innermost clause that holds a token; `None` for a token of a paragraph without chunks.
    pub fn clause_of(&self, token: usize) -> Option<usize> {
        let clause = self.chunks.clause_of.get(token).map(|&clause| clause as usize)?;
        (clause < self.chunks.clauses.len()).then_some(clause)
    }

    /// The outermost quotation around a token; its marks count as inside.
    pub fn quotation_of(&self, token: usize) -> Option<usize> {
        let span = self.tokens[token].span;
        let mut at = self.chunks.quotations.partition_point(|quotation| quotation.span.start <= span.start);
        while at > 0 {
            at -= 1;
            if !self.chunks.quotations[at].nested {
                return self.chunks.quotations[at].span.contains(span).then_some(at);
            }
        }
        None
    }

    /// Noun groups that lie wholly within a run of tokens.
    pub fn nouns_in(&self, tokens: &Range<usize>) -> Range<usize> {
        within(&self.chunks.nouns, tokens, |group| &group.tokens)
    }

    /// Verb groups that lie wholly within a run of tokens.
    pub fn verbs_in(&self, tokens: &Range<usize>) -> Range<usize> {
        within(&self.chunks.verbs, tokens, |group| &group.tokens)
    }

    /// One noun group.
    pub fn noun(&self, noun: usize) -> &NounGroup {
        &self.chunks.nouns[noun]
    }

    /// One verb group.
    pub fn verb(&self, verb: usize) -> &VerbGroup {
        &self.chunks.verbs[verb]
    }

    /// One clause.
    pub fn clause(&self, clause: usize) -> &Clause {
        &self.chunks.clauses[clause]
    }

    /// One quotation.
    pub fn quotation(&self, quotation: usize) -> &Quotation {
        &self.chunks.quotations[quotation]
    }

    /// The lemma of a verb group's head with its particle: "make out", "break up".
    pub fn verb_lemma(&self, verb: usize) -> Cow<'t, str> {
        let group = self.verb(verb);
        match group.particle {
            Some(particle) => Cow::Owned(format!("{} {}", self.lemma(group.head), self.word(particle).to_lowercase())),
            None => self.lemma(group.head),
        }
    }
}

/// The member of a sorted, disjoint list that holds a token.
fn holding<T>(list: &[T], token: usize, tokens: impl Fn(&T) -> &Range<usize>) -> Option<usize> {
    let at = list.partition_point(|member| tokens(member).end <= token);
    list.get(at).filter(|member| tokens(member).contains(&token)).map(|_| at)
}

/// The members of a sorted, disjoint list that lie within a run of tokens.
fn within<T>(list: &[T], run: &Range<usize>, tokens: impl Fn(&T) -> &Range<usize>) -> Range<usize> {
    let start = list.partition_point(|member| tokens(member).start < run.start);
    let end = list.partition_point(|member| tokens(member).end <= run.end);
    start..end.max(start)
}
