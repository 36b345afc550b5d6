//! Coordinations: noun groups joined by conjunctions and commas.
//!
//! Comes in: the noun and verb groups of a sentence. Goes out: [`Coordination`]s; a conjunction that
//! joins clauses makes none.

use std::ops::Range;

use super::groups::{Groups, describes, left_of, saying};
use super::{Chunks, Coordination, NounKind, VerbForm};
use crate::syntax::{Syntax, Tag};

/// Finds the coordinations of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Coordination> {
    let groups = Groups::of(chunks, sentence);
    let mut found: Vec<Coordination> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let width = conjunction(syntax, at, sentence.end);
        if width > 0
            && let Some((left, right)) = joined(syntax, chunks, &groups, at..at + width, sentence)
        {
            match found.last_mut().filter(|last| last.groups.last() == Some(&left)) {
                Some(last) => last.groups.push(right),
                None => {
                    let theirs = is_theirs(syntax, chunks, right, at, sentence.end);
                    let mut members = if theirs { vec![left] } else { before(syntax, chunks, &groups, left, sentence) };
                    members.push(right);
                    found.push(Coordination { groups: members, conjunction: Some(at), tokens: at..at });
                }
            }
        }
        at += width.max(1);
    }
    for list in &mut found {
        list.tokens = groups.first(list.groups[0])..chunks.nouns[list.groups[list.groups.len() - 1]].tokens.end;
    }
    found
}

/// "Mia, **Ana and Bo's daughter**, left": between commas two own a noun that says who somebody is.
fn is_theirs(syntax: &Syntax<'_>, chunks: &Chunks, right: usize, conjunction: usize, end: usize) -> bool {
    let group = &chunks.nouns[right];
    let told = group.possessor.is_some() && !group.roles.is_empty() && group.name.is_none();
    let comma = |at: usize| syntax.tokens[at].tag == Tag::Comma && syntax.word(at) == ",";
    told && group.tokens.end < end && comma(group.tokens.end) && !comma(conjunction - 1)
}

/// How many tokens a conjunction at `at` has; 0 where there is none.
fn conjunction(syntax: &Syntax<'_>, at: usize, end: usize) -> usize {
    let word = |at: usize| if at < end { syntax.word(at).to_ascii_lowercase() } else { String::new() };
    match word(at).as_str() {
        "and" | "or" | "&" | "nor" | "plus" => 1,
        // "dated Ana, then Mia"
        "then" if at > 0 && word(at - 1) == "," => 1,
        "as" if word(at + 1) == "well" && word(at + 2) == "as" => 3,
        _ => 0,
    }
}

/// The groups on both sides of a conjunction, where it joins groups and not clauses.
fn joined(
    syntax: &Syntax<'_>,
    chunks: &Chunks,
    groups: &Groups<'_>,
    conjunction: Range<usize>,
    sentence: &Range<usize>,
) -> Option<(usize, usize)> {
    let tag = |token: usize| syntax.tokens[token].tag;
    let left = described_before(syntax, chunks, groups, conjunction.start, sentence.start)
        .or_else(|| left_of(syntax, groups, conjunction.start, sentence.start))?;
    let mut start = conjunction.end;
    while start < sentence.end && matches!(tag(start), Tag::RB | Tag::OpenQuote) && start < conjunction.end + 2 {
        start += 1;
    }
    let right = groups.starting(start)?;
    let top = groups.top(right);
    let possessed = top != right;
    let describes = chunks.nouns[top].name.is_some() || !chunks.nouns[top].roles.is_empty();
    let right = if possessed && !describes && chunks.nouns[right].kind == NounKind::Name { right } else { top };
    let end = chunks.nouns[right].tokens.end;
    let verb_follows = chunks
        .verbs
        .iter()
        .skip(chunks.verbs.partition_point(|verb| verb.tokens.start < end))
        .take(1)
        .any(|verb| verb.tokens.start == end && verb.form == VerbForm::Finite);
    let verb_before = {
        let from = chunks.verbs.partition_point(|verb| verb.tokens.start < sentence.start);
        chunks.verbs[from..].iter().take_while(|verb| verb.tokens.end <= groups.first(left)).last()
    };
    let clause_begins = verb_follows
        && verb_before.is_some_and(|verb| {
            verb.form == VerbForm::Finite
                && !(verb.tokens.end..groups.first(left)).any(|token| {
                    matches!(tag(token), Tag::Comma | Tag::Colon | Tag::WP | Tag::WDT) || starts_clause(syntax, token)
                })
                && !saying(syntax, verb.head)
        });
    (!clause_begins).then_some((left, right))
}

/// "Ana, the wife of Raul, and Bo": the group that an aside before the conjunction describes.
fn described_before(
    syntax: &Syntax<'_>,
    chunks: &Chunks,
    groups: &Groups<'_>,
    conjunction: usize,
    start: usize,
) -> Option<usize> {
    let last = conjunction.checked_sub(1).filter(|&last| last > start && syntax.tokens[last].tag == Tag::Comma)?;
    let opening = (start..last).rev().take(16).find(|&token| syntax.tokens[token].tag == Tag::Comma)?;
    let (described, aside) = (groups.ending(opening)?, groups.top(groups.starting(opening + 1)?));
    (describes(chunks, described, aside) && chunks.nouns[aside].tokens.end < last).then_some(described)
}

/// Words that open a clause of their own, so that what follows can be its subject.
fn starts_clause(syntax: &Syntax<'_>, token: usize) -> bool {
    const OPENERS: &[&str] = &[
        "that", "when", "after", "before", "while", "because", "as", "if", "since", "until", "where", "how", "whether",
        "although", "though",
    ];
    OPENERS.iter().any(|opener| syntax.word(token).eq_ignore_ascii_case(opener))
}

/// The members of a list before its last but one, and that one: "Ana, Bo and" gives both.
fn before(
    syntax: &Syntax<'_>,
    chunks: &Chunks,
    groups: &Groups<'_>,
    left: usize,
    sentence: &Range<usize>,
) -> Vec<usize> {
    let start = sentence.start;
    let mut members = vec![left];
    let mut at = groups.first(left);
    // "Ana of Rome; Bo of Leeds; and Al", but not "she saw Al; Ana and Bo".
    let parts = |at: usize| syntax.word(at) == ";";
    let serial = parts(chunks.nouns[left].tokens.end.min(sentence.end - 1));
    while at > start && syntax.tokens[at - 1].tag == Tag::Comma && (serial || !parts(at - 1)) {
        let Some(group) = left_of(syntax, groups, at - 1, start) else { break };
        let group = described_by(syntax, chunks, groups, group, start).unwrap_or(group);
        // "In Paris, Ana and Raul kissed": what opens the sentence behind a preposition is no member.
        if opens_phrase(syntax, groups.first(group), start) {
            break;
        }
        // "Ana, the singer, and Bo": what describes is no member.
        if describes(chunks, group, members[members.len() - 1]) && members.len() == 1 {
            members[0] = group;
        } else if alike(chunks, group, members[members.len() - 1]) {
            members.push(group);
        } else {
            break;
        }
        at = groups.first(group);
    }
    members.reverse();
    members
}

/// Whether a group stands behind the preposition that opens its sentence: "In Paris", "According to Ana".
fn opens_phrase(syntax: &Syntax<'_>, first: usize, start: usize) -> bool {
    let tag = |token: usize| syntax.tokens[token].tag;
    let opening = (start..first).find(|&token| tag(token) != Tag::OpenQuote).unwrap_or(first);
    let single = first == opening + 1 && matches!(tag(opening), Tag::IN | Tag::TO);
    let double = first == opening + 2 && matches!(tag(opening + 1), Tag::IN | Tag::TO);
    single
        || double
            && ["according", "along", "together", "thanks", "next"]
                .iter()
                .any(|word| syntax.word(opening).eq_ignore_ascii_case(word))
}

/// "Ana, the singer, Raul and Bo": the member that a group between commas describes.
fn described_by(
    syntax: &Syntax<'_>,
    chunks: &Chunks,
    groups: &Groups<'_>,
    aside: usize,
    start: usize,
) -> Option<usize> {
    let comma = groups.first(aside).checked_sub(1).filter(|&at| at > start && syntax.tokens[at].tag == Tag::Comma)?;
    left_of(syntax, groups, comma, start).filter(|&group| describes(chunks, group, aside))
}

/// Whether two groups can be members of one list.
fn alike(chunks: &Chunks, first: usize, second: usize) -> bool {
    let is_name = |group: usize| chunks.nouns[group].name.is_some() || chunks.nouns[group].kind == NounKind::Pronoun;
    is_name(first) == is_name(second) || is_name(first) && chunks.nouns[second].possessor.is_some()
}
