//! Who is named behind a pronoun that opens its sentence: "In her memoir, Vega …".
//!
//! Comes in: a pronoun's mention. Goes out: the people whom it may mean though they are named later.
//! What a possessive owns is never its owner: "his brother Tom" is not Tom's brother.

use super::super::mention::Number;
use super::setting::Role;
use super::walk::Walk;
use super::{ChainId, describe};
use crate::model::{Form, NodeKind};
use crate::syntax::NounKind;

/// How many mentions are looked at.
const REACH: usize = 6;

impl Walk<'_> {
    /// The people named later in the sentence that a pronoun opens, with their roles there.
    pub(super) fn ahead(&self, index: usize) -> Vec<(ChainId, Role)> {
        let here = self.settings[index];
        let inside = here.clause.is_some_and(|clause| self.syntax.clause(clause).parent.is_some());
        if here.order > 0 || here.role == Role::Subject && !inside {
            return Vec::new();
        }
        (index + 1..self.mentions.len().min(index + 1 + REACH))
            .take_while(|&at| self.mentions[at].sentence == here.sentence && !self.tells_kin_by_name(at))
            .filter(|&at| self.mentions[at].form == Form::Name && !self.owns(index, at) && !self.is_owned(at))
            .filter_map(|at| self.coref.members(at).first().map(|&chain| (chain, self.settings[at].role)))
            .filter(|&(chain, _)| self.coref.chains[chain].kind == NodeKind::Person)
            .collect()
    }

    /// Whether several are described as owned, their names beside them: "their sons, Luca and Bo". Who is meant
    /// by the pronoun before it is not looked for behind that.
    fn tells_kin_by_name(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        let owned = describe::group(self.syntax, mention).is_some_and(|group| group.possessor.is_some());
        let next = self.mentions.get(index + 1).filter(|next| next.form == Form::Name);
        let end = mention.tokens.end;
        let beside = next.is_some_and(|next| next.tokens.start == end + 1 && self.syntax.word(end) == ",");
        mention.form == Form::Description && mention.number != Number::One && owned && beside
    }

    /// Whether a name stands in what the noun group of a pronoun owns, right behind that as its
    /// apposition, or in a list that begins there.
    pub(super) fn owns(&self, pronoun: usize, name: usize) -> bool {
        let (Some(owner), Some(named)) = (self.settings[pronoun].noun, self.settings[name].noun) else { return false };
        let nouns = &self.syntax.chunks.nouns;
        // An owner stands right before its noun, but for an adjective that is a group of its own.
        let mut near = owner + 1..nouns.len().min(owner + 3);
        let Some(owned) = near.find(|&noun| nouns[noun].possessor == Some(owner)) else { return false };
        let alone = [owned];
        let list = self.coordination.get(&owned).map(|&at| self.syntax.chunks.coordinations[at].groups.as_slice());
        let mut list = list.unwrap_or(&alone).iter();
        list.any(|&noun| noun == named || noun + 1 == named && self.beside(noun, named))
    }

    /// Whether a pronoun owns the noun before a name: of "her father sang with her sister Vega" neither
    /// "her" is Vega.
    fn is_owned(&self, name: usize) -> bool {
        let owner = self.settings[name].noun.and_then(|noun| self.syntax.noun(noun).possessor);
        owner.is_some_and(|owner| self.syntax.noun(owner).kind == NounKind::Pronoun)
    }

    /// Whether nothing but a comma stands between somebody's role and a name: "stylist, Vega".
    fn beside(&self, one: usize, other: usize) -> bool {
        let one = self.syntax.noun(one);
        let (end, start) = (one.tokens.end, self.syntax.noun(other).tokens.start);
        !one.roles.is_empty() && (end == start || end + 1 == start && self.syntax.word(end) == ",")
    }
}
