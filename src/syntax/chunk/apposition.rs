//! Appositions: a noun group that says what the one before it is.
//!
//! Comes in: the noun groups and coordinations of a sentence. Goes out: [`Apposition`]s.

use std::ops::Range;

use super::groups::Groups;
use super::{Apposition, Chunks, NounGroup, NounKind, VerbForm};
use crate::syntax::{Syntax, Tag};

/// Finds the appositions of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Apposition> {
    let groups = Groups::of(chunks, sentence);
    let mut found = Vec::new();
    for noun in groups.nouns.clone() {
        let Some(start) = aside_start(syntax, chunks, noun, sentence.end) else { continue };
        let Some(first) = groups.starting(start) else { continue };
        let described_by = owned_by_two(chunks, groups.top(first)).unwrap_or_else(|| groups.top(first));
        if groups.top(noun) == noun && fits(syntax, chunks, (noun, described_by), sentence) {
            found.push(Apposition { noun, described_by });
        }
    }
    found
}

/// The daughter of "Mia, **Ana and Bo's daughter**".
fn owned_by_two(chunks: &Chunks, first: usize) -> Option<usize> {
    let (lists, start) = (&chunks.coordinations, chunks.nouns[first].tokens.start);
    let at = lists.partition_point(|list| list.tokens.start < start);
    let list = lists.get(at).filter(|list| list.groups.first() == Some(&first))?;
    let &[_, last] = list.groups.as_slice() else { return None };
    let group = &chunks.nouns[last];
    let told = group.possessor.is_some() && !group.roles.is_empty() && group.name.is_none();
    (told && chunks.nouns[first].name.is_some()).then_some(last)
}

/// Where an apposition to this group would begin: behind a comma, a dash, a bracket, past an age.
fn aside_start(syntax: &Syntax<'_>, chunks: &Chunks, noun: usize, end: usize) -> Option<usize> {
    let tag = |token: usize| if token < end { syntax.tokens[token].tag } else { Tag::Stop };
    let mut at = chunks.nouns[noun].tokens.end;
    if tag(at) == Tag::Comma && tag(at + 1) == Tag::CD && tag(at + 2) == Tag::Comma {
        at += 2;
    }
    let mark = matches!(tag(at), Tag::Comma | Tag::OpenBracket) && syntax.word(at) != ";"
        || at < end && matches!(syntax.word(at), "—" | "–" | "--" | "[");
    if !mark {
        return None;
    }
    let next = at + 1;
    let skip = usize::from(next < end && matches!(tag(next), Tag::RB | Tag::OpenQuote));
    Some(next + skip)
}

/// Whether the second group can say what the first one is, or the first what the second is.
fn fits(syntax: &Syntax<'_>, chunks: &Chunks, (noun, other): (usize, usize), sentence: &Range<usize>) -> bool {
    let (first, second) = (&chunks.nouns[noun], &chunks.nouns[other]);
    let joined = chunks
        .coordinations
        .iter()
        .rev()
        .take_while(|list| list.tokens.end > sentence.start)
        .any(|list| list.groups.contains(&noun) && list.groups.contains(&other));
    if joined || first.kind == NounKind::Pronoun && second.kind == NounKind::Pronoun {
        return false;
    }
    let common = |group: &NounGroup| {
        group.kind == NounKind::Common
            && (group.determiner.is_some() || group.possessor.is_some() || !group.roles.is_empty())
    };
    let named = |group: &NounGroup| group.name.is_some();
    let titled = |group: &NounGroup| {
        named(group) && (group.determiner.is_some() || !group.roles.is_empty() || group.possessor.is_some())
    };
    let pair = common(first) && named(second) || named(first) && common(second) || named(first) && titled(second);
    if !pair {
        return false;
    }
    // "On Friday, the singer left": the second is a subject, unless an aside closes behind it.
    let end = second.tokens.end;
    let next = chunks.verbs.partition_point(|verb| verb.tokens.start < end);
    let verb_follows =
        chunks.verbs.get(next).is_some_and(|verb| verb.tokens.start == end && verb.form == VerbForm::Finite);
    let bracket = end < sentence.end && matches!(syntax.tokens[end].tag, Tag::CloseBracket);
    bracket || !verb_follows
}
