//! Whom a stretch of text means.
//!
//! Comes in: chains with their places. Goes out: a [`Party`].

use std::ops::Range;

use crate::extract::coref::ChainId;

/// Whom a stretch of text means: one chain, or the several of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::extract::relation) struct Party {
    /// In text order, without repetition.
    pub(in crate::extract::relation) chains: Vec<ChainId>,
    /// How sure coreference is of it.
    pub(in crate::extract::relation) confidence: f64,
    /// From its first word to its last.
    pub(in crate::extract::relation) tokens: Range<usize>,
}

impl Party {
    /// Whether it means at least one somebody or something.
    pub(in crate::extract::relation) fn is_known(&self) -> bool {
        !self.chains.is_empty()
    }

    /// Whether it means several.
    pub(in crate::extract::relation) fn is_many(&self) -> bool {
        self.chains.len() > 1
    }

    /// This party and another, as one.
    pub(in crate::extract::relation) fn and(mut self, other: &Self) -> Self {
        if !other.is_known() {
            return self;
        }
        if !self.is_known() {
            return other.clone();
        }
        for &chain in &other.chains {
            if !self.chains.contains(&chain) {
                self.chains.push(chain);
            }
        }
        self.confidence = self.confidence.min(other.confidence);
        self.tokens = self.tokens.start.min(other.tokens.start)..self.tokens.end.max(other.tokens.end);
        self
    }
}
