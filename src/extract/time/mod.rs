//! Dates in the text, as vague as they were said.
//!
//! Comes in: an article (for its publication date) and its syntax. Goes out: [`Times`]. Nothing is
//! made more precise than it was said; parts that come from context are marked as implied.

use std::ops::Range;

use super::Article;
use crate::lexicon::Lexicon;
use crate::model::{Edtf, Span};
use crate::syntax::Syntax;

/// One date expression.
#[derive(Clone, Debug)]
pub struct Time {
    pub span: Span,
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// `None` where it cannot be resolved.
    pub value: Option<Edtf>,
    /// Whether a part of the value comes from context.
    pub implied: bool,
    /// The rule that read it.
    pub rule: &'static str,
}

/// All dates of an article.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// In text order, without overlaps.
    pub expressions: Vec<Time>,
    /// The publication date that the text lets one conclude, where none was given.
    pub inferred_publication: Option<Edtf>,
}

/// Finds the dates of an article.
pub fn find(_article: &Article, _syntax: &Syntax<'_>, _lexicon: &Lexicon) -> Times {
    Times::default()
}
