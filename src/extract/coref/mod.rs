//! Which mentions speak of the same somebody.
//!
//! Comes in: mentions. Goes out: [`Coref`]: chains, and for each mention its ranked alternatives.
//! It abstains rather than guesses. A chain of a fictional character, or of somebody never named,
//! is a chain too, though it makes no node.

mod ahead;
mod alias;
mod chain;
mod describe;
mod description;
mod fronted;
mod genders;
mod group;
mod interview;
mod joined;
mod name;
mod owned;
mod people;
mod personal;
mod plural;
mod quote;
mod setting;
mod surname;
mod things;
mod view;
mod walk;
mod wedding;
mod weigh;

pub use walk::Observer;
pub use weigh::{Features, Weights, names as feature_names};

use super::Article;
use super::mention::{Gender, Mention};
use crate::lexicon::Lexicon;
use crate::model::NodeKind;
use crate::syntax::Syntax;

/// How sure a reading must be to be taken.
const SURE: f64 = 0.52;
/// The same of a reading that means several.
const SURE_MANY: f64 = 0.55;

/// Index of a chain in [`Coref::chains`].
pub type ChainId = usize;

/// Everything that one article calls by several names.
#[derive(Clone, Debug)]
pub struct Chain {
    /// What it is.
    pub kind: NodeKind,
    /// The fullest name that the article uses.
    pub name: String,
    /// Its other names, in order of appearance.
    pub aliases: Vec<String>,
    /// What names, titles, roles and pronouns tell of it.
    pub gender: Gender,
    /// False for fictional characters and for somebody never named: no node comes of it.
    pub makes_node: bool,
}

/// One reading of a mention: the chain it means, or the several chains of a group.
#[derive(Clone, Debug)]
pub struct Reading {
    /// One chain, or the members of a group.
    pub members: Vec<ChainId>,
    /// How sure it is, from 0 to 1.
    pub confidence: f64,
    /// The rule that found it.
    pub rule: &'static str,
}

/// The chains of an article.
#[derive(Clone, Debug, Default)]
pub struct Coref {
    /// In order of first appearance.
    pub chains: Vec<Chain>,
    /// For each mention its readings, best first, sure or not; empty where there are none.
    pub readings: Vec<Vec<Reading>>,
    /// For each quotation of the syntax the mention that speaks it, where that can be told.
    pub speakers: Vec<Option<usize>>,
}

impl Coref {
    /// The chains that a mention means, if its best reading is sure enough; else it stays
    /// unresolved and this is empty ([`readings`](Self::readings) has the alternatives).
    pub fn members(&self, mention: usize) -> &[ChainId] {
        let sure = self.readings[mention]
            .first()
            .filter(|reading| reading.confidence >= if reading.members.len() > 1 { SURE_MANY } else { SURE });
        sure.map_or(&[], |reading| &reading.members)
    }
}

/// Joins mentions into chains.
pub fn resolve(article: &Article, syntax: &Syntax<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Coref {
    resolve_with(article, syntax, mentions, lexicon, &Weights::shipped(), &mut |_, _| {})
}

/// [`resolve`] with other weights, and with a look at the candidates of each pronoun: what learning
/// the weights needs.
pub fn resolve_with(
    _article: &Article,
    syntax: &Syntax<'_>,
    mentions: &[Mention],
    _lexicon: &Lexicon,
    weights: &Weights,
    observer: Observer<'_>,
) -> Coref {
    let people = people::People::of(syntax, mentions);
    let things = things::Things::of(syntax, mentions, &people);
    let mut named = chain::named(syntax, mentions, &people, &things);
    let settings = setting::of_all(syntax, mentions);
    let mut speakers = quote::speakers(syntax, mentions, &settings);
    let interview = interview::Interview::of(syntax, mentions, &named);
    interview.answer(syntax, mentions, &named, &mut speakers);
    genders::settle(syntax, mentions, &settings, &mut named);
    let mut coref = walk::Walk::new(syntax, mentions, &settings, &speakers, weights, named).run(&interview, observer);
    coref.speakers = speakers;
    owned::resolve(syntax, mentions, &mut coref);
    coref
}
