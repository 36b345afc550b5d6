//! The noun groups of one sentence, and small questions about them.
//!
//! Comes in: chunks. Goes out: groups found by where they begin and end. "Top" of a group is what it
//! owns, and what that owns: of "Ana's sister Cat" the group "sister Cat".

use std::ops::Range;

use super::{Chunks, NounGroup, NounKind};
use crate::syntax::{Syntax, Tag, lists};

/// The noun groups of one sentence, found by where they begin and end.
pub(super) struct Groups<'a> {
    chunks: &'a Chunks,
    pub(super) nouns: Range<usize>,
}

impl<'a> Groups<'a> {
    pub(super) fn of(chunks: &'a Chunks, sentence: &Range<usize>) -> Self {
        let from = chunks.nouns.partition_point(|group| group.tokens.start < sentence.start);
        let to = chunks.nouns.partition_point(|group| group.tokens.start < sentence.end);
        Self { chunks, nouns: from..to }
    }

    /// The group that begins at a token, past the mark of a title that it begins with.
    pub(super) fn starting(&self, token: usize) -> Option<usize> {
        let all = &self.chunks.nouns[self.nouns.clone()];
        let at = all.partition_point(|group| group.tokens.start < token);
        let titled = |group: &NounGroup| group.title.as_ref().is_some_and(|title| title.start + 1 == token);
        let before =
            || at.checked_sub(1).filter(|&before| titled(&all[before]) && all[before].tokens.start + 1 == token);
        let found = if all.get(at).is_some_and(|group| group.tokens.start == token) { Some(at) } else { before() };
        found.map(|at| self.nouns.start + at)
    }

    /// The group that ends right before a token.
    pub(super) fn ending(&self, token: usize) -> Option<usize> {
        let all = &self.chunks.nouns[self.nouns.clone()];
        let at = all.partition_point(|group| group.tokens.end < token);
        all.get(at).is_some_and(|group| group.tokens.end == token).then_some(self.nouns.start + at)
    }

    /// What a group owns, and what that owns.
    pub(super) fn top(&self, mut group: usize) -> usize {
        while group + 1 < self.nouns.end && self.chunks.nouns[group + 1].possessor == Some(group) {
            group += 1;
        }
        group
    }

    /// The first token of a group with its possessors.
    pub(super) fn first(&self, mut group: usize) -> usize {
        while let Some(owner) = self.chunks.nouns[group].possessor {
            group = owner;
        }
        self.chunks.nouns[group].tokens.start
    }
}

/// The group that ends before a conjunction, past a comma, an age, an aside or an apposition.
pub(super) fn left_of(syntax: &Syntax<'_>, groups: &Groups<'_>, mut before: usize, start: usize) -> Option<usize> {
    let tag = |token: usize| syntax.tokens[token].tag;
    for _ in 0..3 {
        if let Some(group) = groups.ending(before) {
            let age = groups.chunks.nouns[group].kind == NounKind::Quantity
                && before >= start + 2
                && tag(before - 2) == Tag::Comma;
            if !age {
                return Some(group);
            }
            before -= 2;
            continue;
        }
        let last = before.checked_sub(1).filter(|&last| last >= start)?;
        // "Leo, four years old, and …", "Leo, 4, and …"
        let aged = (start..last)
            .rev()
            .take(6)
            .find(|&token| syntax.tokens[token].tag == Tag::Comma)
            .filter(|&comma| tag(comma + 1) == Tag::CD);
        before = match tag(last) {
            Tag::JJ | Tag::NN | Tag::NNS if aged.is_some() => aged?,
            Tag::Comma | Tag::CloseQuote => last,
            Tag::CloseBracket => (start..last).rev().take(12).find(|&token| tag(token) == Tag::OpenBracket)?,
            _ => return None,
        };
    }
    groups.ending(before)
}

/// Whether the second group says what the first one is.
pub(super) fn describes(chunks: &Chunks, first: usize, second: usize) -> bool {
    let (first, second) = (&chunks.nouns[first], &chunks.nouns[second]);
    first.kind == NounKind::Name
        && second.kind == NounKind::Common
        && (second.determiner.is_some() || second.possessor.is_some() || !second.roles.is_empty())
}

/// Verbs whose object is often a whole clause: "she says Ana and Raul are dating".
pub(super) fn saying(syntax: &Syntax<'_>, verb: usize) -> bool {
    const MORE: &[&str] = &[
        "know",
        "think",
        "believe",
        "hear",
        "deny",
        "confirm",
        "reveal",
        "announce",
        "report",
        "learn",
        "hope",
        "claim",
        "suggest",
        "rumor",
        "rumour",
        "see",
        "mean",
        "feel",
        "insist",
        "allege",
        "speculate",
    ];
    let lemma = syntax.lemma(verb);
    lists::SAYING.contains_lower(syntax.word(verb)) || MORE.contains(&&*lemma)
}
