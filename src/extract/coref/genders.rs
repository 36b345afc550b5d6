//! He or she? What the plainest pronouns of the whole article tell of a name that may be either's.
//!
//! Comes in: the chains of all names, before any pronoun is read. Goes out: their genders, where "Vega
//! lost **her** father" or "Vega said that **he** was glad" tell, without anybody else who could be meant,
//! and no other sentence of the kind says otherwise.

use std::collections::BTreeMap;

use super::super::mention::{Gender, Mention, Pronoun};
use super::setting::{Role, Setting};
use super::{ChainId, Coref};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// Sets the genders that were unknown.
pub(super) fn settle(syntax: &Syntax<'_>, mentions: &[Mention], settings: &[Setting], coref: &mut Coref) {
    let mut votes: BTreeMap<ChainId, Vec<Gender>> = BTreeMap::new();
    for index in 1..mentions.len() {
        if let Some((chain, gender)) = vote(syntax, mentions, settings, coref, index) {
            votes.entry(chain).or_default().push(gender);
        }
    }
    for (chain, votes) in votes {
        let known = &mut coref.chains[chain].gender;
        if *known == Gender::Unknown && votes.iter().all(|vote| *vote == votes[0]) {
            *known = votes[0];
        }
    }
}

/// The gender of a pronoun whose sentence was opened by its subject, a name, and speaks of nobody else before.
fn vote(
    syntax: &Syntax<'_>,
    mentions: &[Mention],
    settings: &[Setting],
    coref: &Coref,
    index: usize,
) -> Option<(ChainId, Gender)> {
    let (mention, opener) = (&mentions[index], index - 1);
    let pronoun = Pronoun::of(mention.span.of(syntax.text)).filter(|_| mention.form == Form::Pronoun)?;
    let plain = settings[index].order == 1
        && settings[opener].role == Role::Subject
        && mentions[opener].form == Form::Name
        && settings[index].speech == settings[opener].speech;
    let &[chain] = coref.members(opener) else { return None };
    let person = coref.chains[chain].kind == NodeKind::Person;
    (plain && person && pronoun.gender != Gender::Unknown).then_some((chain, pronoun.gender))
}
