//! Whom a description means: "the actress", "her father", "the 25-year-old".
//!
//! Comes in: syntax and what the walk has read so far. Goes out: what is known of each chain (roles,
//! age, kin), and for a description the name beside it, or the chain that was introduced so. A
//! description that fits nobody is somebody new.

use std::collections::BTreeMap;

use super::super::mention::Mention;
use super::ChainId;
use super::setting::Setting;
use crate::lexicon::names;
use crate::model::Form;
use crate::syntax::{NounGroup, Syntax, Tag};

/// What the article told of its people so far.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// Roles of each chain, as lemmas.
    roles: BTreeMap<ChainId, Vec<String>>,
    /// Ages of chains.
    ages: BTreeMap<String, Vec<ChainId>>,
    /// Who is somebody's what: by owner and role.
    kin: BTreeMap<(ChainId, String), ChainId>,
}

impl Known {
    /// Notes what the noun group around a mention says of its chain: "actress Ryu Seo-ah", "his
    /// partner Brenda Strong", "Castellane, 27,".
    pub(super) fn note(&mut self, syntax: &Syntax<'_>, setting: Setting, chain: ChainId, owner: Option<ChainId>) {
        let Some(noun) = setting.noun else { return };
        let group = syntax.noun(noun);
        let before = group.tokens.start..setting.head;
        let titled = before.filter(|&at| syntax.tokens[at].tag.is_proper() && names::role(syntax.word(at)).is_some());
        let told = group.roles.iter().copied().chain(titled);
        for role in told {
            let lemma = syntax.lemma(role).to_lowercase();
            if let Some(owner) = owner {
                self.kin.insert((owner, lemma.clone()), chain);
            }
            self.takes(chain, &lemma);
        }
        if let Some(age) = age_behind(syntax, setting).or_else(|| group.age.map(|age| number(syntax.word(age)))) {
            let bearers = self.ages.entry(age).or_default();
            if !bearers.contains(&chain) {
                bearers.push(chain);
            }
        }
    }

    /// Notes that a chain has a role.
    pub(super) fn takes(&mut self, chain: ChainId, role: &str) {
        let roles = self.roles.entry(chain).or_default();
        if !roles.iter().any(|known| known == role) && roles.len() < 16 {
            roles.push(role.to_owned());
        }
    }

    /// Who was introduced as that owner's what.
    pub(super) fn kin(&self, owner: ChainId, role: &str) -> Option<ChainId> {
        self.kin.get(&(owner, role.to_owned())).copied()
    }

    /// Whether a chain was introduced in a role.
    pub(super) fn is(&self, chain: ChainId, role: &str) -> bool {
        self.roles.get(&chain).is_some_and(|roles| roles.iter().any(|known| known == role))
    }

    /// The only one of that age.
    pub(super) fn aged(&self, age: &str) -> Option<ChainId> {
        match self.ages.get(age).map(Vec::as_slice) {
            Some(&[chain]) => Some(chain),
            _ => None,
        }
    }
}

/// The age that follows a name between commas or in brackets: "Castellane, 27,".
fn age_behind(syntax: &Syntax<'_>, setting: Setting) -> Option<String> {
    let tag = |at: usize| syntax.tokens.get(at).map(|token| token.tag);
    let at = setting.head + 2;
    let opens = matches!(tag(at - 1), Some(Tag::Comma | Tag::OpenBracket));
    let closes = matches!(tag(at + 1), Some(Tag::Comma | Tag::CloseBracket | Tag::Stop));
    let age = (opens && closes && tag(at) == Some(Tag::CD)).then(|| syntax.word(at))?;
    (age.len() <= 2 && age.bytes().all(|byte| byte.is_ascii_digit())).then(|| age.to_owned())
}

/// The age that a description tells: 27 of "the 27-year-old actress".
pub(super) fn age(syntax: &Syntax<'_>, mention: &Mention) -> Option<String> {
    let aged = |at: &usize| {
        let word = syntax.word(*at);
        word.ends_with("-year-old")
            || mention.tokens.contains(&(at + 2)) && syntax.word(at + 1) == "-" && syntax.word(at + 2) == "year"
    };
    mention.tokens.clone().find(aged).map(|at| number(syntax.word(at))).filter(|age| !age.is_empty())
}

/// The first digits of a word: 27 of "27-year-old".
fn number(word: &str) -> String {
    word.chars().take_while(char::is_ascii_digit).collect()
}

/// The mention beside a description that it stands in apposition to: the name behind it ("her
/// father, Mick Adair,") or before it ("Mick Adair, her father,").
pub(super) fn apposed(syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<usize> {
    let mention = &mentions[index];
    let word = |at: usize| syntax.tokens.get(at).map_or("", |token| token.span.of(syntax.text));
    let name =
        |at: usize| mentions.get(at).filter(|other| other.form == Form::Name && other.sentence == mention.sentence);
    let end = mention.tokens.end;
    if let Some(next) = name(index + 1) {
        let comma = usize::from(word(end) == ",");
        let closed = comma == 0 || closes(word(next.tokens.end));
        // "Her husband, director Raul Vega,": roles may stand before the name.
        let start =
            syntax.noun_of(next.tokens.start).map(|noun| syntax.noun(noun)).filter(|noun| !noun.roles.is_empty());
        let start = start.map_or(next.tokens.start, |noun| noun.tokens.start);
        if (next.tokens.start == end + comma || start == end + comma)
            && closed
            && (definite(syntax, mention) || comma == 1 && bare(syntax, mention))
        {
            return Some(index + 1);
        }
    }
    let owner = syntax.noun_of(mention.tokens.start).and_then(|noun| syntax.noun(noun).possessor);
    if owner.is_some_and(|owner| syntax.word(syntax.noun(owner).head).eq_ignore_ascii_case("whose")) {
        return None;
    }
    let start = owner.map_or(mention.tokens.start, |owner| syntax.noun(owner).tokens.start);
    let comma = start.checked_sub(1).filter(|&at| word(at) == ",")?;
    let before = (index.saturating_sub(2)..index).rev().find(|&at| mentions[at].tokens.end == comma)?;
    name(before).filter(|_| closes(word(end))).map(|_| before)
}

/// The names that a description of several stands beside: "her siblings, Pia and Lev", "his twins Pia
/// and Lev". They follow it, joined by commas and "and".
pub(super) fn named(syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Vec<usize> {
    let mention = &mentions[index];
    let mut end = mention.tokens.end;
    let mut names = Vec::new();
    let mut joined = false;
    for (at, other) in mentions.iter().enumerate().skip(index + 1).take(8) {
        let between = end..other.tokens.start;
        let joint = between.clone().all(|at| matches!(syntax.word(at), "," | "and" | "&" | ":" | "(" | "\u{2013}"));
        if other.form != Form::Name || other.sentence != mention.sentence || between.len() > 2 || !joint {
            break;
        }
        joined |= !names.is_empty() && between.clone().any(|at| matches!(syntax.word(at), "and" | "&"));
        names.push(at);
        end = other.tokens.end;
    }
    if joined { names } else { Vec::new() }
}

/// Whether a word ends an apposition.
fn closes(word: &str) -> bool {
    matches!(word, "," | "." | ")" | ";" | "\u{2013}" | "\u{2014}" | "-" | ":" | "who" | "whose" | "")
}

/// Whether a description speaks of somebody known: "the actress", "her father", not "an actress".
pub(super) fn definite(syntax: &Syntax<'_>, mention: &Mention) -> bool {
    let group = group(syntax, mention);
    let opener = syntax.word(mention.tokens.start);
    group.is_some_and(|group| group.possessor.is_some())
        || ["the", "this", "that", "these", "those"].iter().any(|word| opener.eq_ignore_ascii_case(word))
}

/// Whether a description has no article: the "singer" of "married singer, Ana Vega, in May".
fn bare(syntax: &Syntax<'_>, mention: &Mention) -> bool {
    group(syntax, mention).is_some_and(|group| group.determiner.is_none() && group.tokens.len() <= 3)
}

/// Whether a description speaks of ties that are over: "the exes", "the former couple".
pub(super) fn is_past(syntax: &Syntax<'_>, mention: &Mention) -> bool {
    mention.form == Form::Description
        && mention.tokens.clone().any(|at| {
            let word = syntax.word(at);
            word.eq_ignore_ascii_case("former")
                || word.eq_ignore_ascii_case("exes")
                || word.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("ex-"))
        })
}

/// The noun group that a description is.
pub(super) fn group<'a>(syntax: &'a Syntax<'_>, mention: &Mention) -> Option<&'a NounGroup> {
    syntax.noun_of(mention.tokens.end - 1).map(|noun| syntax.noun(noun))
}
