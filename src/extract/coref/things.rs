//! Which names of places and events are one thing's.
//!
//! Comes in: mentions of venues and events. Goes out: for each its thing. One thing: the same words
//! without case, accents, article and possessive; a name that begins or ends a fuller one of the
//! same kind. Two editions of an event ("the 2017 gala", "the 2018 gala") stay two.

use std::collections::BTreeMap;

use super::super::mention::{Mention, OWNED_BY_PRONOUN};
use super::chain::full_name;
use super::name::fold;
use super::people::People;
use crate::model::{Form, NodeKind, Span};
use crate::syntax::Syntax;

/// A place or an event.
#[derive(Debug)]
pub(super) struct Thing {
    pub(super) kind: NodeKind,
    /// The forms of its name, folded.
    words: Vec<Vec<String>>,
    /// Every mention by name, in text order.
    pub(super) mentions: Vec<usize>,
}

/// The places and events of an article, and which each mention names.
#[derive(Debug, Default)]
pub(super) struct Things {
    pub(super) list: Vec<Thing>,
    /// For each mention its thing and the rule that told so.
    pub(super) of: Vec<Option<(usize, &'static str)>>,
    /// Names that begin with their owner, with the owner's full name: "Paris Jackson's birthday party".
    pub(super) owned: BTreeMap<usize, String>,
    /// Things by the first and the last word of their names.
    by_word: BTreeMap<String, Vec<usize>>,
}

/// How many things that share a word are looked through.
const IN_VIEW: usize = 64;

impl Things {
    /// Reads all names of places and events, under the fullest name of each one's owner.
    pub(super) fn of(syntax: &Syntax<'_>, mentions: &[Mention], people: &People) -> Self {
        let mut things = Self { of: vec![None; mentions.len()], ..Self::default() };
        let mut full_names = vec![None; people.list.len()];
        for (index, mention) in mentions.iter().enumerate() {
            if let (Form::Name, Some(kind @ (NodeKind::Venue | NodeKind::Event))) = (mention.form, mention.kind)
                && mention.rule != OWNED_BY_PRONOUN
            {
                let owned = owner(mentions, people, index).map(|(person, owner)| {
                    let of = &people.list[person].mentions;
                    let full = full_names[person].get_or_insert_with(|| full_name(syntax, mentions, of));
                    format!("{full}{}", &syntax.text[owner.end..mention.span.end])
                });
                things.add(index, kind, words(owned.as_deref().unwrap_or(mention.span.of(syntax.text))));
                things.owned.extend(owned.map(|name| (index, name)));
            }
        }
        things
    }

    fn add(&mut self, index: usize, kind: NodeKind, words: Vec<String>) {
        let near = self.near(&words);
        let of_kind = || near.iter().copied().filter(|&thing| self.list[thing].kind == kind);
        let exact = of_kind().find(|&thing| self.list[thing].words.contains(&words));
        let part = || of_kind().find(|&thing| self.list[thing].words.iter().any(|known| is_part(known, &words, kind)));
        let (thing, rule) = match exact {
            Some(thing) => (thing, "exact-name"),
            None => match part() {
                Some(thing) => (thing, "name-part"),
                None => {
                    self.list.push(Thing { kind, words: Vec::new(), mentions: Vec::new() });
                    (self.list.len() - 1, "new-name")
                }
            },
        };
        self.of[index] = Some((thing, rule));
        self.list[thing].mentions.push(index);
        if exact.is_none() {
            for word in words.first().into_iter().chain(words.last()) {
                self.by_word.entry(word.clone()).or_default().push(thing);
            }
            self.list[thing].words.push(words);
        }
    }

    fn near(&self, words: &[String]) -> Vec<usize> {
        let filed = words.iter().filter_map(|word| self.by_word.get(word));
        let mut near: Vec<usize> = filed.flat_map(|things| things.iter().rev().take(IN_VIEW).copied()).collect();
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The person whose name a name begins with, and where that stands.
fn owner(mentions: &[Mention], people: &People, index: usize) -> Option<(usize, Span)> {
    let (mention, owner) = (&mentions[index], mentions.get(index + 1)?);
    let inside = owner.span.start == mention.span.start && owner.span.end < mention.span.end;
    let bearer = people.bearers[index + 1].first().filter(|_| inside)?;
    Some((bearer.person, owner.span))
}

/// The words of a name, folded, without its article.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    if let Some(last) = words.last_mut() {
        *last = last.trim_end_matches("'s").trim_end_matches('\'').to_owned();
    }
    words
}

/// Whether one name begins or ends the other and what is left over does not set them apart.
fn is_part(a: &[String], b: &[String], kind: NodeKind) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() || short.len() == long.len() {
        return false;
    }
    let (left, right) = long.split_at(long.len() - short.len());
    if right == short {
        left.iter().all(|word| is_edition(word)) && (left.is_empty() || years(short).is_none())
    } else {
        let rest = &long[short.len()..];
        long.starts_with(short)
            && (rest.iter().all(|word| is_edition(word))
                || (kind == NodeKind::Venue && short.len() > 1 && rest.len() <= 2))
    }
}

/// A year or an ordinal: what tells one edition from the next, and may be left out.
fn is_edition(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || matches!(word, "annual" | "inaugural")
}

fn years(words: &[String]) -> Option<&String> {
    words.iter().find(|word| is_edition(word))
}
