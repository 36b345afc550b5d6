//! Whom the description of one person means in the walk.
//!
//! Comes in: the walk so far. Goes out: the chain of the name beside it, of its owner's kin, of its
//! role or age; else a chain of somebody new.

use super::super::mention::{Gender, Number};
use super::describe;
use super::walk::Walk;
use super::wedding;
use super::{Chain, ChainId};
use crate::lexicon::{Table, list};
use crate::model::{Form, NodeKind};

/// What people of whom news is made are called by.
const CALLINGS: Table = list!("coref/callings");

/// The rule of a description that stands before its subject.
pub(super) const FRONTED: &str = "fronted";

/// How many sentences back "the actress" looks.
const LATELY: usize = 4;

/// Whether a noun is somebody's calling.
fn is_calling(role: &str) -> bool {
    CALLINGS.contains(role)
}

impl Walk<'_> {
    /// A description of one person: by the name beside it, by its owner's kin, by its role or age;
    /// else somebody new.
    pub(super) fn description(&mut self, index: usize) {
        let mention = &self.mentions[index];
        if mention.kind != Some(NodeKind::Person) {
            return;
        }
        if let Some(name) = describe::apposed(self.syntax, self.mentions, index)
            && let &[chain] = self.coref.members(name)
        {
            return self.read(index, chain, 0.95, "apposition");
        }
        if let Some(subject) = self.fronted(index) {
            if let &[chain] = self.coref.members(subject) {
                self.read(index, chain, 0.9, FRONTED);
            }
            return;
        }
        if let Some(other) = self.predicated(index)
            && let &[chain] = self.coref.members(other)
        {
            return self.read(index, chain, 0.9, "predicate");
        }
        let group = describe::group(self.syntax, mention);
        let role = group.map(|group| self.syntax.lemma(group.head).into_owned()).unwrap_or_default();
        if let Some(owner) = self.owner(index)
            && let Some(chain) = self.known.kin(owner, &role)
        {
            return self.read(index, chain, 0.9, "kin");
        }
        if group.is_none_or(|group| group.possessor.is_none()) && describe::definite(self.syntax, mention) {
            if let Some(chain) = describe::age(self.syntax, mention).and_then(|age| self.known.aged(&age)) {
                return self.read(index, chain, 0.9, "age");
            }
            if let Some(chain) = self.in_role(&role, mention.gender) {
                return self.read(index, chain, 0.75, "role");
            }
            if let Some(chain) = self.wed.and_then(|pair| wedding::meant(&role, pair, &self.coref.chains)) {
                return self.read(index, chain, 0.8, "wedding");
            }
            if let Some(chain) = self.in_order(index) {
                return self.read(index, chain, 0.65, "in-order");
            }
            if let Some(chain) = self.only_one(index) {
                return self.read(index, chain, 0.65, "only-one");
            }
        }
        let chain = self.coref.add(Chain {
            kind: NodeKind::Person,
            name: mention.span.of(self.syntax.text).to_owned(),
            aliases: Vec::new(),
            gender: mention.gender,
            makes_node: false,
        });
        self.read(index, chain, 0.6, "somebody-new");
    }

    /// The mention that a copula says a description to be: "Castellane's godmother is Imogen
    /// Baptiste", "Culkin is her godfather"; not "isn't", not "may be".
    fn predicated(&self, index: usize) -> Option<usize> {
        let setting = self.settings[index];
        let clause = self.syntax.clause(setting.clause?);
        let verb = self.syntax.verb(clause.verb?);
        if !verb.copula || verb.negation.is_some() || verb.modal.is_some() {
            return None;
        }
        let (noun, subject, object) = (setting.noun?, clause.subject?, clause.object?);
        let other = if noun == subject { object } else { subject };
        let mention = *self.of_noun.get(&other).filter(|_| noun == subject || noun == object)?;
        let one = self.mentions[mention].number == Number::One && self.mentions[mention].kind == Some(NodeKind::Person);
        (one && mention != index && self.mentions[mention].form != Form::Description).then_some(mention)
    }

    /// Two descriptions joined behind two joined names mean them in the same order: "Ana Vega and Raul
    /// Ortiz …. The singer and the quarterback …".
    fn in_order(&self, index: usize) -> Option<ChainId> {
        let coordination = *self.coordination.get(&self.settings[index].noun?)?;
        let &[first, second] = self.syntax.chunks.coordinations[coordination].groups.as_slice() else { return None };
        let described = |noun: usize| {
            let mention = *self.of_noun.get(&noun)?;
            let calling = is_calling(&self.syntax.lemma(self.syntax.noun(noun).head));
            (calling && self.mentions[mention].form == Form::Description).then_some(mention)
        };
        let pair = self.groups.last_joined(self.settings[index].sentence)?;
        let (one, other) = (described(first)?, described(second)?);
        let fits =
            |mention: usize, chain: ChainId| self.coref.chains[chain].gender.agrees(self.mentions[mention].gender);
        let straight = fits(one, pair[0]) && fits(other, pair[1]);
        let turned = fits(one, pair[1]) && fits(other, pair[0]);
        match (straight, turned) {
            (true, _) => Some(if index == one { pair[0] } else { pair[1] }),
            (false, true) => Some(if index == one { pair[1] } else { pair[0] }),
            (false, false) => None,
        }
    }

    /// "The actress" means the one woman of the two whom the article is about, where no other woman was
    /// spoken of lately; somebody's calling, not "the driver".
    fn only_one(&self, index: usize) -> Option<ChainId> {
        let mention = &self.mentions[index];
        let role = self.syntax.lemma(mention.tokens.end - 1);
        if mention.gender == Gender::Unknown || !is_calling(&role) {
            return None;
        }
        let since = mention.sentence.saturating_sub(LATELY);
        let mut near = self.spoken_of_since(since);
        near.retain(|&chain| self.coref.chains[chain].gender.agrees(mention.gender));
        let &[only] = near.as_slice() else { return None };
        let leads = self.groups.leading().is_some_and(|pair| pair.contains(&only));
        (leads && self.coref.chains[only].gender == mention.gender).then_some(only)
    }

    /// The last person in view who was introduced in a role.
    fn in_role(&self, role: &str, gender: Gender) -> Option<ChainId> {
        let scene = self.scene();
        let fits = |&(chain, _): &(ChainId, usize)| {
            self.known.is(chain, role) && self.coref.chains[chain].gender.agrees(gender)
        };
        self.view.people(scene).find(fits).map(|(chain, _)| chain)
    }

    /// The pair that a mention completes: "Ana married Raul", "the wedding of Ana and Raul".
    pub(super) fn weds(&self, index: usize, chain: ChainId, joined: &[ChainId]) -> Option<[ChainId; 2]> {
        let setting = self.settings[index];
        if let &[a, b] = joined {
            return wedding::joins(self.syntax, &self.mentions[index]).then_some([a, b]);
        }
        let subject = *self.of_noun.get(&wedding::subject(self.syntax, setting)?)?;
        let &[spouse] = self.coref.members(subject) else { return None };
        (spouse != chain && self.coref.chains[spouse].kind == NodeKind::Person).then_some([spouse, chain])
    }
}
