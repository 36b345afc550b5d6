//! Which mentions speak of the same somebody.
//!
//! Comes in: mentions. Goes out: [`Coref`]: chains, and for each mention its ranked alternatives.
//! It abstains rather than guesses. A chain of a fictional character, or of somebody never named,
//! is a chain too, though it makes no node.

use super::Article;
use super::mention::{Gender, Mention};
use crate::lexicon::Lexicon;
use crate::model::NodeKind;
use crate::syntax::Syntax;

/// Index of a chain in [`Coref::chains`].
pub type ChainId = usize;

/// Everything that one article calls by several names.
#[derive(Clone, Debug)]
pub struct Chain {
    pub kind: NodeKind,
    /// The fullest name that the article uses.
    pub name: String,
    /// Its other names, in order of appearance.
    pub aliases: Vec<String>,
    pub gender: Gender,
    /// False for fictional characters and for somebody never named: no node comes of it.
    pub makes_node: bool,
}

/// One reading of a mention: the chain it means, or the several chains of a group.
#[derive(Clone, Debug)]
pub struct Reading {
    pub members: Vec<ChainId>,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
}

/// The chains of an article.
#[derive(Clone, Debug, Default)]
pub struct Coref {
    /// In order of first appearance.
    pub chains: Vec<Chain>,
    /// For each mention its readings, best first; empty where it stays unresolved.
    pub readings: Vec<Vec<Reading>>,
}

impl Coref {
    /// The chains that a mention means by its best reading; empty where it stays unresolved.
    pub fn members(&self, mention: usize) -> &[ChainId] {
        self.readings[mention].first().map_or(&[], |reading| &reading.members)
    }
}

/// Joins mentions into chains.
pub fn resolve(_article: &Article, syntax: &Syntax<'_>, mentions: &[Mention], _lexicon: &Lexicon) -> Coref {
    let mut coref = Coref::default();
    for mention in mentions {
        let name = mention.span.of(syntax.text);
        let known = coref.chains.iter().position(|chain| chain.name == name);
        let id = known.unwrap_or(coref.chains.len());
        if known.is_none() {
            let kind = mention.kind.unwrap_or(NodeKind::Person);
            coref.chains.push(Chain {
                kind,
                name: name.to_owned(),
                aliases: Vec::new(),
                gender: mention.gender,
                makes_node: true,
            });
        }
        coref.readings.push(vec![Reading { members: vec![id], confidence: 1.0 }]);
    }
    coref
}
