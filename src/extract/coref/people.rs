//! Which names of people are one person's.
//!
//! Comes in: the mentions that are names of people, or of nobody knows what. Goes out: for each
//! its somebody, with how sure that is. Two passes: full names over the whole article (exact, then
//! with middle names, initials, halves of double names, slips of the pen), then short ones from
//! left to right, each to the bearer whom the article has in view.

use std::collections::BTreeMap;

use super::super::mention::{Gender, Mention};
use super::alias;
use super::name::{Fit, Name};
use super::surname;
use crate::lexicon::names;
use crate::model::{Form, NodeKind};
use crate::syntax::{ParagraphKind, Syntax};

/// How many of the people last met are looked through for a slip of the pen.
const IN_VIEW: usize = 64;

/// How many forms of one name are compared with later ones.
const FORMS: usize = 32;

/// What speaks for the one whom the article names first, of all who can bear a short name: it tells of them,
/// and of others as theirs.
const FIRST: f64 = 0.8;

/// Somebody whom the article names.
#[derive(Debug)]
pub(super) struct Person {
    /// The forms of the name, the first use of each, in text order.
    pub(super) names: Vec<Name>,
    /// Every mention by name, in text order.
    pub(super) mentions: Vec<usize>,
    /// What titles and given names tell, where they agree.
    pub(super) gender: Gender,
    /// Whether a headline names them.
    headline: bool,
    /// What settles who is meant by a short name: the last sentence that named them, so far.
    last: Option<usize>,
    /// The short names that meant them so far.
    called: Vec<Vec<String>>,
    /// The full name of who is only called by a given name, where the text lends the surname.
    pub(super) lent: Option<String>,
}

/// A name's somebody and how sure that is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bearer {
    pub(super) person: usize,
    pub(super) confidence: f64,
    pub(super) rule: &'static str,
}

/// The people of an article, and whom each mention names.
#[derive(Debug, Default)]
pub(super) struct People {
    pub(super) list: Vec<Person>,
    /// For each mention its bearers, best first; empty for what is no person's name.
    pub(super) bearers: Vec<Vec<Bearer>>,
    /// People by each word of their names.
    by_word: BTreeMap<String, Vec<usize>>,
}

impl People {
    /// Reads all names of people.
    pub(super) fn of(syntax: &Syntax<'_>, mentions: &[Mention]) -> Self {
        let mut people = Self { bearers: vec![Vec::new(); mentions.len()], ..Self::default() };
        let names: Vec<Option<Name>> = mentions.iter().map(|mention| person_name(syntax, mention)).collect();
        for (index, name) in names.iter().enumerate() {
            if let Some(name) = name.as_ref().filter(|name| name.is_full()) {
                people.full(syntax, mentions, index, name);
            }
        }
        for (index, name) in names.iter().enumerate() {
            let Some(name) = name else { continue };
            if people.bearers[index].is_empty() {
                people.short(syntax, mentions, index, name);
            }
            people.seen(index, name, syntax, &mentions[index]);
        }
        people
    }

    /// A full name: to the one whose name agrees, else somebody new.
    fn full(&mut self, syntax: &Syntax<'_>, mentions: &[Mention], index: usize, name: &Name) {
        let gender = shown(name, &mentions[index]);
        let near = self.near(name);
        let fits = |person: &usize| self.list[*person].agrees(name, gender);
        let same = |&person: &usize| fits(&person) || !name.titled && self.list[person].gender != Gender::Unknown;
        let exact = near.iter().copied().filter(same).find(|&person| self.list[person].is_called(name));
        let mut agreeing = near.iter().copied().filter(fits);
        let (person, rule) = match (exact, agreeing.next(), agreeing.next()) {
            (Some(person), ..) => (person, "exact-name"),
            (None, Some(person), None) => (person, "full-name"),
            _ => match self.also_called(syntax, mentions, index) {
                Some(person) => (person, "also-called"),
                None => (self.add(), "new-name"),
            },
        };
        self.assign(index, name, gender, vec![Bearer { person, confidence: 1.0, rule }]);
    }

    /// A short name: to the bearer in view, else somebody of one name (of whom no node is made
    /// while no mention is known to be a person's).
    fn short(&mut self, syntax: &Syntax<'_>, mentions: &[Mention], index: usize, name: &Name) {
        let gender = shown(name, &mentions[index]);
        if let Some(bearer) = self.added_to(syntax, mentions, index) {
            self.assign(index, name, Gender::Unknown, vec![bearer]);
            return;
        }
        let mut bearers = self.rank(name, &mentions[index], is_title(syntax, &mentions[index]));
        if is_child(syntax, &mentions[index]) {
            bearers.retain(|bearer| self.list[bearer.person].last != Some(mentions[index].sentence));
        }
        let known = bearers.first().is_some_and(|bearer| bearer.rule == "first-name");
        if let Some(lent) = surname::lent(syntax, mentions, index).filter(|_| !known) {
            let person = self.add();
            self.assign(
                index,
                &Name::of(&lent),
                gender,
                vec![Bearer { person, confidence: 0.9, rule: "lent-surname" }],
            );
            self.list[person].lent = Some(lent);
            return;
        }
        if bearers.is_empty() {
            let other = self.also_called(syntax, mentions, index);
            let rule = if other.is_some() { "also-called" } else { "single-name" };
            let person = other.unwrap_or_else(|| self.add());
            bearers = vec![Bearer { person, confidence: 0.9, rule }];
        }
        // The "Jackson" of Paris Jackson is no man's given name.
        let surname = bearers[0].rule == "surname" && names::given(mentions[index].span.of(syntax.text)).is_some();
        let gender = if surname { name.gender } else { gender };
        self.assign(index, name, gender, bearers);
    }

    /// Whose surname a name in brackets is: "Kim [Tarrant]".
    fn added_to(&self, syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<Bearer> {
        let before = index.checked_sub(1).filter(|&at| surname::is_added(syntax, &mentions[at], &mentions[index]))?;
        self.bearers[before].first().map(|bearer| Bearer { rule: "in-brackets", ..*bearer })
    }

    /// Whom the article says to be called so: "X, whose real name is Y", "Y, known as X".
    fn also_called(&self, syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<usize> {
        let bearer = |at: usize| self.bearers.get(at)?.first().map(|bearer| bearer.person);
        let before = alias::named_before(syntax, mentions, index).and_then(bearer);
        before.or_else(|| alias::named_behind(syntax, mentions, index).and_then(bearer))
    }

    /// Those whom a short name can mean, best first. Outside a title, middle names, nicknames
    /// and slips of the pen mean only those who were named before; two spellings in one sentence
    /// are no slip ("Matilde is the daughter of Mathilde").
    fn rank(&self, name: &Name, mention: &Mention, title: bool) -> Vec<Bearer> {
        let fits = |person: usize| self.list[person].names.iter().filter_map(|full| name.fits(full)).min();
        let found: Vec<(usize, Fit)> = self
            .near(name)
            .into_iter()
            .filter(|&person| self.list[person].gender.agrees(mention.gender) || !name.titled)
            .filter_map(|person| Some((person, fits(person)?)))
            .filter(|&(person, fit)| fit != Fit::Misspelt || self.list[person].last != Some(mention.sentence))
            .filter(|&(person, fit)| grade(fit) < grade(Fit::Part) || title || self.list[person].last.is_some())
            .collect();
        let Some(best) = found.iter().map(|&(_, fit)| grade(fit)).min() else { return Vec::new() };
        let first = found.iter().filter(|&&(_, fit)| grade(fit) == best).map(|&(person, _)| person).min();
        let weight = |person: usize| {
            self.list[person].weight(name, mention.sentence) + if first == Some(person) { FIRST } else { 0.0 }
        };
        let mut ranked: Vec<(f64, usize, Fit)> = found
            .into_iter()
            .filter(|&(_, fit)| grade(fit) == best)
            .map(|(person, fit)| (weight(person), person, fit))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let total: f64 = ranked.iter().map(|(weight, ..)| weight.exp()).sum();
        let bearer = |&(weight, person, fit): &(f64, usize, Fit)| Bearer {
            person,
            confidence: weight.exp() / total,
            rule: rule(fit),
        };
        ranked.iter().map(bearer).collect()
    }

    /// The people who share a word with the name, and those last added.
    fn near(&self, name: &Name) -> Vec<usize> {
        let mut near: Vec<usize> = Vec::new();
        for word in keys(name) {
            let sharing = self.by_word.get(word).map_or(&[][..], Vec::as_slice);
            near.extend(sharing.iter().rev().take(IN_VIEW));
        }
        near.extend(self.list.len().saturating_sub(IN_VIEW)..self.list.len());
        near.sort_unstable();
        near.dedup();
        near
    }

    fn add(&mut self) -> usize {
        self.list.push(Person {
            names: Vec::new(),
            mentions: Vec::new(),
            gender: Gender::Unknown,
            headline: false,
            last: None,
            called: Vec::new(),
            lent: None,
        });
        self.list.len() - 1
    }

    fn assign(&mut self, index: usize, name: &Name, gender: Gender, bearers: Vec<Bearer>) {
        let person = bearers[0].person;
        let entry = &mut self.list[person];
        if entry.gender == Gender::Unknown {
            entry.gender = gender;
        }
        if (name.is_full() || entry.names.is_empty() || bearers[0].rule == "also-called")
            && entry.names.len() < FORMS
            && !entry.names.contains(name)
        {
            entry.names.push(name.clone());
            for word in keys(name) {
                let sharing = self.by_word.entry(word.to_owned()).or_default();
                if sharing.last() != Some(&person) {
                    sharing.push(person);
                }
            }
        }
        self.bearers[index] = bearers;
    }

    /// Notes that a mention named its somebody, in text order.
    fn seen(&mut self, index: usize, name: &Name, syntax: &Syntax<'_>, mention: &Mention) {
        let Some(bearer) = self.bearers[index].first() else { return };
        let paragraph = syntax.sentences[mention.sentence].paragraph;
        let person = &mut self.list[bearer.person];
        person.headline |= syntax.paragraphs[paragraph].kind == ParagraphKind::Headline;
        person.last = Some(mention.sentence);
        person.mentions.push(index);
        if !name.is_full() && !person.called.contains(&name.words) {
            person.called.push(name.words.clone());
        }
    }
}

impl Person {
    fn agrees(&self, name: &Name, gender: Gender) -> bool {
        self.gender.agrees(gender) && self.names.iter().any(|known| known.agrees(name))
    }

    fn is_called(&self, name: &Name) -> bool {
        self.names.iter().any(|known| known.words == name.words && known.suffix == name.suffix)
    }

    /// How much the article has this bearer of a short name in view.
    fn weight(&self, name: &Name, sentence: usize) -> f64 {
        let habit = if self.called.contains(&name.words) { 2.0 } else { 0.0 };
        let headline = if self.headline { 1.5 } else { 0.0 };
        let recency = self.last.map_or(-2.0, |last| 2.0 / (1.0 + sentence.saturating_sub(last) as f64));
        habit + headline + recency + (self.mentions.len() as f64 + 1.0).ln()
    }
}

/// The name of a mention that may be a person's.
fn person_name(syntax: &Syntax<'_>, mention: &Mention) -> Option<Name> {
    let may_be = mention.form == Form::Name && matches!(mention.kind, None | Some(NodeKind::Person));
    may_be.then(|| Name::of(mention.span.of(syntax.text))).filter(|name| !name.last().is_empty())
}

/// The words under which a name is filed: each, and each half of a double one.
fn keys(name: &Name) -> impl Iterator<Item = &str> {
    let halves = name.words.iter().flat_map(|word| word.split('-').filter(move |half| half.len() < word.len()));
    name.words.iter().map(String::as_str).chain(halves).chain(name.nickname.as_deref())
}

/// Whether a mention stands in a headline, which uses short names first.
fn is_title(syntax: &Syntax<'_>, mention: &Mention) -> bool {
    let kind = syntax.paragraphs[syntax.sentences[mention.sentence].paragraph].kind;
    matches!(kind, ParagraphKind::Headline | ParagraphKind::Heading | ParagraphKind::Related)
}

/// The gender that a title shows, else what the mention tells.
fn shown(name: &Name, mention: &Mention) -> Gender {
    if name.gender == Gender::Unknown { mention.gender } else { name.gender }
}

/// Clear parts of a name come before doubtful ones.
fn grade(fit: Fit) -> u8 {
    match fit {
        Fit::Last | Fit::First => 0,
        Fit::Part => 1,
        Fit::Initials => 2,
        Fit::Nickname => 3,
        Fit::Misspelt => 4,
    }
}

fn rule(fit: Fit) -> &'static str {
    match fit {
        Fit::Last => "surname",
        Fit::First => "first-name",
        Fit::Part => "name-part",
        Fit::Initials => "initials",
        Fit::Nickname => "nickname",
        Fit::Misspelt => "misspelling",
    }
}

/// "Owen Tarrant and his son Owen": the child that is named after somebody just named is another.
fn is_child(syntax: &Syntax<'_>, mention: &Mention) -> bool {
    let word = |back: usize| mention.tokens.start.checked_sub(back).map_or("", |at| syntax.word(at));
    let noun = if matches!(word(1), "," | ":") { word(2) } else { word(1) };
    matches!(noun, "son" | "daughter" | "child" | "baby" | "boy" | "girl" | "grandson" | "granddaughter")
}
