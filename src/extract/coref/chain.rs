//! Named people and things as chains.
//!
//! Comes in: who and what each name means. Goes out: a [`Coref`] of the names alone, chains in
//! order of first appearance, each under the fullest form of its name.

use super::super::mention::{Gender, Mention};
use super::name::Name;
use super::people::People;
use super::things::Things;
use super::{Chain, ChainId, Coref, Reading};
use crate::model::NodeKind;
use crate::syntax::Syntax;

/// The chains of all names.
pub(super) fn named(syntax: &Syntax<'_>, mentions: &[Mention], people: &People, things: &Things) -> Coref {
    let mut coref = Coref { chains: Vec::new(), readings: vec![Vec::new(); mentions.len()], speakers: Vec::new() };
    let mut of_person: Vec<Option<ChainId>> = vec![None; people.list.len()];
    let mut of_thing: Vec<Option<ChainId>> = vec![None; things.list.len()];
    for index in 0..mentions.len() {
        if let Some(bearer) = people.bearers[index].first() {
            let person = &people.list[bearer.person];
            of_person[bearer.person].get_or_insert_with(|| {
                let plain = chain(syntax, mentions, &person.mentions, NodeKind::Person, person.gender);
                coref.add(in_full(plain, person.lent.iter()))
            });
        } else if let Some((thing, rule)) = things.of[index] {
            let entry = &things.list[thing];
            let id = *of_thing[thing].get_or_insert_with(|| {
                let plain = chain(syntax, mentions, &entry.mentions, entry.kind, Gender::Unknown);
                coref.add(in_full(plain, entry.mentions.iter().filter_map(|mention| things.owned.get(mention))))
            });
            coref.readings[index] = vec![Reading { members: vec![id], confidence: 1.0, rule }];
        }
    }
    for (index, bearers) in people.bearers.iter().enumerate() {
        let reading = |bearer: &super::people::Bearer| {
            let members = vec![of_person[bearer.person]?];
            Some(Reading { members, confidence: bearer.confidence, rule: bearer.rule })
        };
        coref.readings[index].extend(bearers.iter().filter_map(reading));
    }
    coref
}

impl Coref {
    /// Adds a chain.
    pub(super) fn add(&mut self, chain: Chain) -> ChainId {
        self.chains.push(chain);
        self.chains.len() - 1
    }
}

/// A chain under the fullest of its names; the others are its aliases.
fn chain(syntax: &Syntax<'_>, mentions: &[Mention], of: &[usize], kind: NodeKind, gender: Gender) -> Chain {
    let mut forms = forms(syntax, mentions, of);
    let name = if forms.is_empty() { "" } else { forms.remove(fullest(&forms, kind)) };
    Chain {
        kind,
        name: name.to_owned(),
        aliases: forms.into_iter().map(str::to_owned).collect(),
        gender,
        makes_node: makes_node(mentions, of),
    }
}

/// A chain under the longest of some fuller names; the name that it had becomes an alias.
fn in_full<'n>(mut chain: Chain, names: impl Iterator<Item = &'n String>) -> Chain {
    if let Some(name) = names.max_by_key(|name| name.len()).filter(|name| name.len() > chain.name.len()) {
        let short = std::mem::replace(&mut chain.name, name.clone());
        chain.aliases.insert(0, short);
    }
    chain
}

/// The fullest form of a person's name.
pub(super) fn full_name<'t>(syntax: &Syntax<'t>, mentions: &[Mention], of: &[usize]) -> &'t str {
    let forms = forms(syntax, mentions, of);
    forms.get(fullest(&forms, NodeKind::Person)).copied().unwrap_or("")
}

/// The forms that the article uses, in order of appearance.
fn forms<'t>(syntax: &Syntax<'t>, mentions: &[Mention], of: &[usize]) -> Vec<&'t str> {
    let mut forms: Vec<&str> = Vec::new();
    for &mention in of {
        let form = bare(&mentions[mention], syntax.text);
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}

/// Index of the fullest form, of several the first.
fn fullest(forms: &[&str], kind: NodeKind) -> usize {
    (0..forms.len()).max_by_key(|&at| (fullness(forms[at], kind), usize::MAX - at)).unwrap_or(0)
}

/// Whether a name makes a node: its kind is known somewhere, it is no character's, and it stands
/// elsewhere than in bylines. Who has a full name that is no character's is real, "best known as" whomever.
fn makes_node(mentions: &[Mention], of: &[usize]) -> bool {
    let any = |is: fn(&Mention) -> bool| of.iter().any(|&mention| is(&mentions[mention]));
    let real =
        of.iter().map(|&mention| &mentions[mention]).any(|mention| !mention.fictional && mention.tokens.len() > 1);
    any(|mention| mention.kind.is_some())
        && any(|mention| !mention.byline)
        && (real || !any(|mention| mention.fictional))
}

/// A name without its possessive ending, which is a part of none but a house's: "Nando's".
fn bare<'t>(mention: &Mention, text: &'t str) -> &'t str {
    let name = mention.span.of(text);
    let sign = || name.strip_suffix("'s").or_else(|| name.strip_suffix("\u{2019}s"));
    if mention.kind == Some(NodeKind::Venue) { name } else { sign().unwrap_or(name) }
}

/// How full a form of a name is: more words, mixed case rather than capitals, no title; least of
/// all a title alone ("Duke of Thorne").
fn fullness(form: &str, kind: NodeKind) -> (usize, bool) {
    let mixed = form.chars().any(char::is_lowercase);
    match kind {
        NodeKind::Person => {
            let name = Name::of(form);
            let own = name.words.first().is_some_and(|word| word != "of");
            (
                usize::from(own) * name.words.len()
                    + usize::from(name.suffix.is_some())
                    + usize::from(name.nickname.is_some()),
                mixed,
            )
        }
        _ => (form.split_whitespace().count(), mixed),
    }
}
