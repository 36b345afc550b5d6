//! Who is said to be what to whom.
//!
//! Comes in: everything that was read of an article. Goes out: [`Relation`]s. Frames (syntactic
//! shapes) are shared by all predicates; the words come from their files.

use super::Article;
use super::coref::{ChainId, Coref};
use super::mention::Mention;
use super::time::Times;
use crate::lexicon::Lexicon;
use crate::model::{Edtf, Span, Status};
use crate::syntax::Syntax;

/// Everything that earlier stages read of one article.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    pub article: &'a Article,
    pub syntax: &'a Syntax<'a>,
    pub mentions: &'a [Mention],
    pub times: &'a Times,
    pub coref: &'a Coref,
}

/// A claim whose ends are still chains.
#[derive(Clone, Debug)]
pub struct Relation {
    pub source: ChainId,
    /// A predicate's name.
    pub predicate: String,
    pub target: ChainId,
    pub status: Status,
    pub ended: bool,
    pub date: Option<Edtf>,
    /// Whether a part of the date comes from context.
    pub date_implied: bool,
    pub place: Option<ChainId>,
    pub event: Option<ChainId>,
    pub said_by: Option<String>,
    pub evidence: Span,
    /// The rule that made it.
    pub rule: String,
    pub confidence: f64,
}

/// Finds the relations of an article.
pub fn find(_reading: &Reading<'_>, _lexicon: &Lexicon) -> Vec<Relation> {
    Vec::new()
}
