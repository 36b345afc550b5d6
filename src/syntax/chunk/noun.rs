//! Noun groups: determiner, adjectives, nouns, one head.
//!
//! Comes in: a tagged sentence. Goes out: [`NounGroup`]s; a possessor is a group of its own.

use std::ops::Range;

use super::{Chunks, NounGroup, NounKind, Number};
use crate::syntax::{Syntax, Tag, lists};

/// Finds the noun groups of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: Range<usize>, chunks: &mut Chunks) {
    let mut at = sentence.start;
    let mut owner: Option<(usize, usize)> = None;
    while at < sentence.end {
        let tag = syntax.tokens[at].tag;
        if tag == Tag::POS {
            owner =
                chunks.nouns.last().filter(|group| group.tokens.end == at).map(|_| (chunks.nouns.len() - 1, at + 1));
            at += 1;
            continue;
        }
        let Some(mut group) = group(syntax, at, sentence.end) else {
            at += 1;
            continue;
        };
        group.possessor = owner.filter(|&(_, start)| start == group.tokens.start).map(|(noun, _)| noun);
        at = group.tokens.end;
        owner = matches!(tag, Tag::PRPS | Tag::WPS).then_some((chunks.nouns.len(), at));
        chunks.nouns.push(group);
    }
}

/// The noun group that begins at `start`.
fn group(syntax: &Syntax<'_>, start: usize, end: usize) -> Option<NounGroup> {
    let tag = |at: usize| syntax.tokens[at].tag;
    match tag(start) {
        Tag::PRP | Tag::PRPS | Tag::EX => return Some(single(syntax, start, NounKind::Pronoun)),
        Tag::WP | Tag::WPS | Tag::WDT => return Some(single(syntax, start, NounKind::Relative)),
        _ => {}
    }
    let determiner = matches!(tag(start), Tag::DT | Tag::PDT).then_some(start);
    let inside = |at: usize| {
        tag(at).is_noun()
            || tag(at).is_adjective()
            || matches!(tag(at), Tag::CD | Tag::HYPH | Tag::Dollar)
            || tag(at) == Tag::DT && at <= start + 1
            || is_hyphenated(syntax, at, end)
            || matches!(tag(at), Tag::VBN | Tag::VBG) && modifies(syntax, at, end)
    };
    let mut at = start;
    while at < end && inside(at) {
        at += 1;
    }
    let head =
        (start..at).rev().find(|&at| tag(at).is_noun()).or_else(|| (start..at).rev().find(|&at| tag(at) == Tag::CD))?;
    let kind = match tag(head) {
        tag if tag.is_proper() => NounKind::Name,
        Tag::CD => NounKind::Quantity,
        _ => NounKind::Common,
    };
    let name = (kind == NounKind::Name).then(|| {
        let first =
            (start..head).rev().take_while(|&at| tag(at).is_proper() || tag(at) == Tag::HYPH).last().unwrap_or(head);
        first..head + 1
    });
    let number = if tag(head).is_plural() || kind == NounKind::Quantity { Number::Plural } else { Number::Singular };
    let roles = (start..=head).filter(|&at| is_role(syntax, at)).collect();
    Some(NounGroup { tokens: start..head + 1, head, kind, number, determiner, possessor: None, name, roles, age: None })
}

/// Whether a word stands between two hyphens of one word: the "in" of "brother-in-law".
pub(super) fn is_hyphenated(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    let hyphen = |at: usize| at < end && syntax.tokens[at].tag == Tag::HYPH;
    at > 0 && hyphen(at - 1) && hyphen(at + 1)
}

/// Whether a participle stands before a noun as an adjective does: "the smitten pair".
pub(super) fn modifies(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    let tag = |at: usize| syntax.tokens[at].tag;
    let before =
        at > 0 && (matches!(tag(at - 1), Tag::DT | Tag::PRPS | Tag::POS | Tag::CD) || tag(at - 1).is_adjective());
    before && at + 1 < end && (tag(at + 1).is_noun() || tag(at + 1).is_adjective())
}

fn single(syntax: &Syntax<'_>, at: usize, kind: NounKind) -> NounGroup {
    let plural = matches!(
        syntax.word(at).to_lowercase().as_str(),
        "they" | "them" | "we" | "us" | "their" | "our" | "themselves"
    );
    let number = if plural { Number::Plural } else { Number::Singular };
    NounGroup {
        tokens: at..at + 1,
        head: at,
        kind,
        number,
        determiner: None,
        possessor: None,
        name: None,
        roles: Vec::new(),
        age: None,
    }
}

fn is_role(syntax: &Syntax<'_>, at: usize) -> bool {
    let lemma = syntax.lemma(at);
    let lemma = lemma.strip_prefix("ex-").unwrap_or(&lemma);
    matches!(syntax.tokens[at].tag, Tag::NN | Tag::NNS) && lists::ROLES.contains(lemma)
}
