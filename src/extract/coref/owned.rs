//! Happenings that belong to whom a pronoun means: "her wedding", "their engagement party".
//!
//! Comes in: mentions and the chains of all people. Goes out: for each such happening its chain: one
//! that the article names by the same owner and noun ("Ana Vega's wedding"), else a new one under
//! the owner's name. Where the pronoun means nobody surely, the happening stays unresolved.

use super::super::mention::{Gender, Mention, OWNED_BY_PRONOUN};
use super::{Chain, ChainId, Coref, Reading};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// How surely a happening is its pronoun's.
const CONFIDENCE: f64 = 0.8;

/// How many mentions of happenings are looked through for one that is named.
const IN_VIEW: usize = 64;

/// Resolves the happenings that pronouns own.
pub(super) fn resolve(syntax: &Syntax<'_>, mentions: &[Mention], coref: &mut Coref) {
    let happening = |&index: &usize| mentions[index].kind == Some(NodeKind::Event);
    let events: Vec<usize> = (0..mentions.len()).filter(happening).collect();
    for (order, &index) in events.iter().enumerate() {
        if mentions[index].rule != OWNED_BY_PRONOUN || index + 1 == mentions.len() {
            continue;
        }
        let owners = coref.members(index + 1).to_vec();
        if !(1..=2).contains(&owners.len()) || !owners.iter().all(|&owner| coref.chains[owner].makes_node) {
            continue;
        }
        let near = events[order.saturating_sub(IN_VIEW)..].iter().take(2 * IN_VIEW).copied();
        let named = Named { syntax, mentions, coref, index, owners: &owners };
        let known = near.filter(|&at| at != index).find_map(|at| named.chain(at));
        let chain = known.unwrap_or_else(|| coref.add(new(syntax, &mentions[index], coref, &owners)));
        coref.readings[index] = vec![Reading { members: vec![chain], confidence: CONFIDENCE, rule: "owner" }];
    }
}

/// A search for the happening that the article names with one of the owners.
struct Named<'a> {
    syntax: &'a Syntax<'a>,
    mentions: &'a [Mention],
    coref: &'a Coref,
    /// The mention that a pronoun owns.
    index: usize,
    owners: &'a [ChainId],
}

impl Named<'_> {
    /// The chain of another mention, if that is a happening of the same noun and owner.
    fn chain(&self, at: usize) -> Option<ChainId> {
        let &[chain] = self.coref.members(at) else { return None };
        let (own, other) = (&self.mentions[self.index], &self.mentions[at]);
        let noun = self.syntax.word(own.tokens.end - 1);
        let called = other.tokens.clone().any(|token| self.syntax.word(token).eq_ignore_ascii_case(noun));
        (other.form == Form::Name && called && self.is_owned(at)).then_some(chain)
    }

    /// Whether one of the owners stands in a happening's name, or their surname does.
    fn is_owned(&self, at: usize) -> bool {
        let end = self.mentions[at].span.end;
        let inside = (at + 1..self.mentions.len()).take_while(|&other| self.mentions[other].span.start < end);
        let mut means = inside.flat_map(|other| self.coref.members(other));
        let name = self.mentions[at].span.of(self.syntax.text);
        let surname = |&owner: &ChainId| {
            let last = self.coref.chains[owner].name.rsplit(' ').next().unwrap_or_default();
            last.len() > 2 && name.contains(last)
        };
        means.any(|chain| self.owners.contains(chain)) || self.owners.iter().any(surname)
    }
}

/// A happening of its own, under its owners' names.
fn new(syntax: &Syntax<'_>, mention: &Mention, coref: &Coref, owners: &[ChainId]) -> Chain {
    let said = mention.span.of(syntax.text);
    let (_, noun) = said.split_once(' ').unwrap_or(("", said));
    let noun = noun.strip_prefix("own ").unwrap_or(noun);
    let names: Vec<&str> = owners.iter().map(|&owner| coref.chains[owner].name.as_str()).collect();
    Chain {
        kind: NodeKind::Event,
        name: format!("{}'s {noun}", names.join(" and ")),
        aliases: vec![said.to_owned()],
        gender: Gender::Unknown,
        makes_node: true,
    }
}
