//! From left to right through the article: who is in view, and whom pronouns mean.
//!
//! Comes in: the chains of all names. Goes out: the same, with readings for what has no name of its
//! own. It looks back over those last spoken of only, so its time grows with the article's length
//! and not faster.

use super::super::mention::{Gender, Mention, Number, Person, Pronoun};
use super::setting::{Role, Setting};
use super::{ChainId, Coref, Reading};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// How many chains stay in view.
const VIEW: usize = 16;
/// How many sentences back a pronoun looks.
const REACH: usize = 8;

/// What was said of a chain so far.
#[derive(Clone, Copy, Debug, Default)]
struct Entity {
    /// Its latest mention.
    last: usize,
    /// How many mentions so far.
    count: usize,
}

/// Resolves what has no name of its own.
pub(super) fn walk(syntax: &Syntax<'_>, mentions: &[Mention], settings: &[Setting], coref: &mut Coref) {
    let mut view = View { entities: vec![Entity::default(); coref.chains.len()], recent: Vec::new() };
    for (index, mention) in mentions.iter().enumerate() {
        if mention.form == Form::Pronoun && mention.number == Number::One {
            let pronoun = Pronoun::of(mention.span.of(syntax.text));
            if pronoun.is_some_and(|pronoun| pronoun.person == Person::Third) {
                coref.readings[index] = view.rank(index, mentions, settings, coref);
            }
        }
        if let &[chain] = coref.members(index) {
            view.note(chain, index);
            let known = &mut coref.chains[chain].gender;
            if *known == Gender::Unknown {
                *known = mention.gender;
            }
        }
    }
}

/// Who is in view.
struct View {
    entities: Vec<Entity>,
    /// Chains by their latest mention, the latest first.
    recent: Vec<ChainId>,
}

impl View {
    fn note(&mut self, chain: ChainId, mention: usize) {
        let entity = &mut self.entities[chain];
        entity.last = mention;
        entity.count += 1;
        self.recent.retain(|&other| other != chain);
        self.recent.insert(0, chain);
        self.recent.truncate(VIEW);
    }

    fn rank(&self, index: usize, mentions: &[Mention], settings: &[Setting], coref: &Coref) -> Vec<Reading> {
        let mention = &mentions[index];
        let score = |&chain: &ChainId| {
            let entity = self.entities[chain];
            let (candidate, last) = (&coref.chains[chain], &mentions[entity.last]);
            let distance = mention.sentence - last.sentence;
            let fits = candidate.kind == NodeKind::Person
                && (candidate.gender == mention.gender || candidate.gender == Gender::Unknown);
            (fits && distance <= REACH).then(|| {
                let subject = if settings[entity.last].role == Role::Subject { 1.0 } else { 0.0 };
                let paragraph = if settings[index].paragraph == settings[entity.last].paragraph { 0.5 } else { 0.0 };
                let known = if candidate.gender == Gender::Unknown { 0.0 } else { 1.0 };
                let weight = subject + paragraph + known - 0.9 * distance as f64 + (entity.count as f64).ln() * 0.4;
                (weight, chain)
            })
        };
        let mut ranked: Vec<(f64, ChainId)> = self.recent.iter().filter_map(score).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
        let total: f64 = ranked.iter().map(|(weight, _)| weight.exp()).sum::<f64>() + (-0.5f64).exp();
        let reading = |(weight, chain): (f64, ChainId)| Reading {
            members: vec![chain],
            confidence: weight.exp() / total,
            rule: "pronoun",
        };
        ranked.into_iter().map(reading).collect()
    }
}
