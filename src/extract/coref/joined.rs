//! Who is joined to a mention by "and" and commas.
//!
//! Comes in: the walk so far. Goes out: the people named together with a mention, as far as they
//! stand before it.

use super::setting::Role;
use super::walk::Walk;
use super::{ChainId, describe};
use crate::model::{Form, NodeKind};

/// How many words may stand between a verb and who it ties to its subject.
const TIE_REACH: usize = 6;

impl Walk<'_> {
    /// The people whom "and" and commas join to a mention, as far as they stand before it, with its
    /// own chain; nobody but that where it is joined to none.
    pub(super) fn joined(&self, index: usize) -> Vec<ChainId> {
        self.joined_mentions(index).into_iter().filter_map(|at| self.joinable(at)).collect()
    }

    /// The mentions so joined.
    pub(super) fn joined_mentions(&self, index: usize) -> Vec<usize> {
        let mut first = index;
        while first > 0 && index - first < 8 && self.joins(first - 1, first) {
            first -= 1;
        }
        let conjoined = |at: usize| {
            self.mentions[at].tokens.start > 0
                && matches!(self.syntax.word(self.mentions[at].tokens.start - 1), "and" | "And" | "&")
        };
        if (first + 1..=index).any(conjoined) { (first..=index).collect() } else { self.coordinated(index) }
    }

    /// Whether nothing but "and" and commas stands between two mentions.
    fn joins(&self, before: usize, after: usize) -> bool {
        let between = self.mentions[before].tokens.end..self.mentions[after].tokens.start;
        !between.is_empty()
            && between.len() <= 2
            && between.clone().all(|at| matches!(self.syntax.word(at), "and" | "And" | "&" | ","))
            && self.joinable(before).is_some()
    }

    /// The mentions up to this one whose noun groups stand in its coordination.
    fn coordinated(&self, index: usize) -> Vec<usize> {
        let Some(noun) = self.settings[index].noun.filter(|noun| self.of_noun.get(noun) == Some(&index)) else {
            return vec![index];
        };
        let Some(&coordination) = self.coordination.get(&noun) else { return vec![index] };
        let groups = &self.syntax.chunks.coordinations[coordination].groups;
        groups.iter().filter_map(|noun| self.of_noun.get(noun).copied()).filter(|&at| at <= index).collect()
    }

    /// The one person that a mention means, if it can be joined to others: no untyped word.
    pub(super) fn joinable(&self, mention: usize) -> Option<ChainId> {
        let &[chain] = self.coref.members(mention) else { return None };
        let entry = &self.coref.chains[chain];
        let typed = match self.mentions[mention].form {
            Form::Name => entry.makes_node,
            Form::Description => entry.makes_node || describe::definite(self.syntax, &self.mentions[mention]),
            Form::Pronoun => true,
        };
        (entry.kind == NodeKind::Person && typed).then_some(chain)
    }

    /// The subject whom a clause ties to the mention behind its verb: "Ana married Raul", "she was engaged
    /// to Raul".
    pub(super) fn tied_to(&self, index: usize) -> Option<ChainId> {
        let (mention, setting) = (&self.mentions[index], self.settings[index]);
        let clause =
            self.syntax.clause(setting.clause.filter(|_| matches!(setting.role, Role::Object | Role::Oblique))?);
        let verb = self.syntax.verb(clause.verb?).head;
        let between = verb..mention.tokens.start;
        let subject = *self.of_noun.get(&clause.subject?)?;
        let near =
            !between.is_empty() && between.len() <= TIE_REACH && between.into_iter().any(|at| self.is_tie_at(at));
        let named = |&chain: &ChainId| self.coref.chains[chain].makes_node;
        self.joinable(subject).filter(|chain| near && named(chain))
    }

    /// Whether a noun group tells somebody's blood relation: "her brother Raul".
    pub(super) fn is_blood(&self, noun: Option<usize>) -> bool {
        let Some(group) = noun.map(|noun| self.syntax.noun(noun)) else { return false };
        let blood = |word: &str| {
            matches!(word, "brother" | "sister" | "son" | "daughter" | "mother" | "father" | "mom" | "mum" | "dad")
                || matches!(word, "cousin" | "nephew" | "niece" | "uncle" | "aunt" | "grandmother" | "grandfather")
        };
        group.possessor.is_some() && group.roles.iter().any(|&role| blood(&self.syntax.lemma(role)))
    }
}
