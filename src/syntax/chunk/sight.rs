//! Small questions about words that every part of the grammar asks.

use std::ops::Range;

use super::Chunks;
use crate::syntax::{Syntax, Tag};

/// A tagged text, and how the grammar looks at it.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) sentence: &'a Range<usize>,
}

impl<'a> Sight<'a> {
    /// The tag of a token of this sentence; a full stop's for any other.
    pub(super) fn tag(self, at: usize) -> Tag {
        if self.sentence.contains(&at) { self.syntax.tokens[at].tag } else { Tag::Stop }
    }

    /// The letters of a token of this sentence; none for any other.
    pub(super) fn word(self, at: usize) -> &'a str {
        if self.sentence.contains(&at) { self.syntax.word(at) } else { "" }
    }

    /// Whether a token is one of these words, which are in lower case.
    pub(super) fn is(self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    /// Whether no white space stands before a token.
    pub(super) fn is_glued(self, at: usize) -> bool {
        at > self.sentence.start
            && self.sentence.contains(&at)
            && self.syntax.tokens[at - 1].span.end == self.syntax.tokens[at].span.start
    }

    /// Marks at which a clause may end: commas, brackets, dashes, quotes, stops.
    pub(super) fn is_break(self, at: usize) -> bool {
        let tag = self.tag(at);
        (tag.is_punctuation() && tag != Tag::HYPH) || self.word(at) == "/"
    }
}

/// The noun group that starts at a token; of a possessed one the group that is owned.
pub(super) fn noun_starting_at(chunks: &Chunks, start: usize) -> Option<usize> {
    let at = chunks.nouns.partition_point(|group| group.tokens.start < start);
    chunks.nouns.get(at).filter(|group| group.tokens.start == start)?;
    Some(possessed(chunks, at))
}

/// What a noun group owns, at the end of a chain of owners; itself where it owns nothing.
pub(super) fn possessed(chunks: &Chunks, mut noun: usize) -> usize {
    while chunks.nouns.get(noun + 1).is_some_and(|next| next.possessor == Some(noun)) {
        noun += 1;
    }
    noun
}
