//! What joins noun groups: prepositions, coordinations, appositions.
//!
//! Comes in: the noun and verb groups of a sentence. Goes out: [`Preposition`]s, [`Coordination`]s
//! and [`Apposition`]s. "Top" of a group is what it owns, and what that owns: of "Ana's sister
//! Cat" the group "sister Cat".

use std::ops::Range;

use super::{Apposition, Chunks, Coordination, NounKind, Preposition, VerbForm};
use crate::syntax::{Syntax, Tag};

/// The noun groups of one sentence, found by where they begin and end.
pub(super) struct Groups<'a> {
    chunks: &'a Chunks,
    nouns: Range<usize>,
}

impl<'a> Groups<'a> {
    pub(super) fn of(chunks: &'a Chunks, sentence: &Range<usize>) -> Self {
        let from = chunks.nouns.partition_point(|group| group.tokens.start < sentence.start);
        let to = chunks.nouns.partition_point(|group| group.tokens.start < sentence.end);
        Self { chunks, nouns: from..to }
    }

    /// The group that begins at a token.
    pub(super) fn starting(&self, token: usize) -> Option<usize> {
        let all = &self.chunks.nouns[self.nouns.clone()];
        let at = all.partition_point(|group| group.tokens.start < token);
        all.get(at).is_some_and(|group| group.tokens.start == token).then_some(self.nouns.start + at)
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

/// Finds what joins the noun groups of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: Range<usize>, chunks: &mut Chunks) {
    let coordinations = coordinations(syntax, &sentence, chunks);
    chunks.coordinations.extend(coordinations);
    let appositions = appositions(syntax, &sentence, chunks);
    chunks.appositions.extend(appositions);
    let prepositions = prepositions(syntax, &sentence, chunks);
    chunks.prepositions.extend(prepositions);
}

fn prepositions(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Preposition> {
    let groups = Groups::of(chunks, sentence);
    let mut found: Vec<Preposition> = Vec::new();
    let mut at = sentence.start;
    let mut verb = None;
    let mut verbs = chunks.verbs.partition_point(|group| group.tokens.start < sentence.start);
    while at < sentence.end {
        while chunks.verbs.get(verbs).is_some_and(|group| group.tokens.end <= at) {
            verb = Some(verbs);
            verbs += 1;
        }
        let inside_verb = chunks.verbs.get(verbs).is_some_and(|group| group.tokens.contains(&at));
        let length = if inside_verb { 0 } else { length(syntax, at, sentence.end) };
        if length == 0 {
            at += 1;
            continue;
        }
        let tokens = at..at + length;
        at = tokens.end;
        let object = (tokens.end..sentence.end.min(tokens.end + 3)).find_map(|start| {
            let between = (tokens.end..start)
                .all(|token| matches!(syntax.tokens[token].tag, Tag::RB | Tag::OpenQuote | Tag::DT | Tag::PDT));
            groups.starting(start).filter(|_| between)
        });
        let again = found
            .last()
            .filter(|last| last.object.is_some_and(|object| is_joined(syntax, chunks, object, tokens.start)));
        let noun = groups.ending(tokens.start).or_else(|| again.and_then(|last| last.noun));
        let noun = noun.or_else(|| past_aside(syntax, &groups, tokens.start, sentence.start));
        found.push(Preposition { object: object.map(|object| groups.top(object)), verb, noun, tokens });
    }
    found
}

/// "of Ana and | of Raul": a conjunction between the last object and here.
fn is_joined(syntax: &Syntax<'_>, chunks: &Chunks, object: usize, here: usize) -> bool {
    let end = chunks.nouns[object].tokens.end;
    end < here && here - end <= 2 && (end..here).all(|token| matches!(syntax.tokens[token].tag, Tag::CC | Tag::Comma))
}

/// The group before an aside: "his son (and heir) with …", "Leo, 7, with …".
fn past_aside(syntax: &Syntax<'_>, groups: &Groups<'_>, before: usize, start: usize) -> Option<usize> {
    let last = before.checked_sub(1).filter(|&last| last > start)?;
    let opening = match syntax.tokens[last].tag {
        Tag::CloseBracket => (start..last).rev().take(8).find(|&token| syntax.tokens[token].tag == Tag::OpenBracket),
        Tag::Comma
            if last >= 2 && syntax.tokens[last - 1].tag == Tag::CD && syntax.tokens[last - 2].tag == Tag::Comma =>
        {
            Some(last - 2)
        }
        _ => None,
    };
    groups.ending(opening?)
}

/// How many tokens a preposition at `at` has; 0 where there is none.
fn length(syntax: &Syntax<'_>, at: usize, end: usize) -> usize {
    const LONG: &[&[&str]] = &[
        &["along", "with"],
        &["together", "with"],
        &["next", "to"],
        &["close", "to"],
        &["because", "of"],
        &["out", "of"],
        &["ahead", "of"],
        &["in", "front", "of"],
        &["on", "top", "of"],
        &["in", "between"],
    ];
    let is = |at: usize, word: &str| at < end && syntax.word(at).eq_ignore_ascii_case(word);
    let long = LONG.iter().find(|words| words.iter().enumerate().all(|(place, word)| is(at + place, word)));
    if let Some(words) = long {
        return words.len();
    }
    if super::noun::is_hyphenated(syntax, at, end) {
        return 0;
    }
    let next_is_verb = at + 1 < end && syntax.tokens[at + 1].tag == Tag::VB;
    match syntax.tokens[at].tag {
        Tag::TO => usize::from(!next_is_verb),
        Tag::IN => 1,
        _ => usize::from(is(at, "alongside") || is(at, "including")),
    }
}

fn coordinations(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Coordination> {
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
                    let mut members = before(syntax, chunks, &groups, left, sentence);
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

/// How many tokens a conjunction at `at` has; 0 where there is none.
fn conjunction(syntax: &Syntax<'_>, at: usize, end: usize) -> usize {
    let word = |at: usize| if at < end { syntax.word(at).to_ascii_lowercase() } else { String::new() };
    match word(at).as_str() {
        "and" | "or" | "&" | "nor" | "plus" => 1,
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
        chunks.verbs[from..].iter().take_while(|verb| verb.tokens.end <= left_start(groups, left)).last()
    };
    let clause_begins = verb_follows
        && verb_before.is_some_and(|verb| {
            verb.form == VerbForm::Finite
                && !(verb.tokens.end..left_start(groups, left)).any(|token| {
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
    let last = conjunction.checked_sub(1).filter(|&last| last > start && syntax.word(last) == ",")?;
    let opening = (start..last).rev().take(16).find(|&token| syntax.word(token) == ",")?;
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
    super::super::lists::SAYING.contains_lower(syntax.word(verb)) || MORE.contains(&&*lemma)
}

fn left_start(groups: &Groups<'_>, left: usize) -> usize {
    groups.first(left)
}

/// The group that ends before a conjunction, past a comma, an age, an aside or an apposition.
fn left_of(syntax: &Syntax<'_>, groups: &Groups<'_>, mut before: usize, start: usize) -> Option<usize> {
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
            .find(|&token| syntax.word(token) == ",")
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
    while at > start && syntax.word(at - 1) == "," {
        let Some(group) = left_of(syntax, groups, at - 1, start) else { break };
        let group = described_by(syntax, chunks, groups, group, start).unwrap_or(group);
        // "In Paris, Ana and Raul kissed": what opens the sentence behind a preposition is no member.
        let first = groups.first(group);
        if first == start + 1 && matches!(syntax.tokens[start].tag, Tag::IN | Tag::TO) {
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

/// "Ana, the singer, Raul and Bo": the member that a group between commas describes.
fn described_by(
    syntax: &Syntax<'_>,
    chunks: &Chunks,
    groups: &Groups<'_>,
    aside: usize,
    start: usize,
) -> Option<usize> {
    let comma = groups.first(aside).checked_sub(1).filter(|&at| at > start && syntax.word(at) == ",")?;
    left_of(syntax, groups, comma, start).filter(|&group| describes(chunks, group, aside))
}

/// Whether the second group says what the first one is.
fn describes(chunks: &Chunks, first: usize, second: usize) -> bool {
    let (first, second) = (&chunks.nouns[first], &chunks.nouns[second]);
    first.kind == NounKind::Name
        && second.kind == NounKind::Common
        && (second.determiner.is_some() || second.possessor.is_some() || !second.roles.is_empty())
}

/// Whether two groups can be members of one list.
fn alike(chunks: &Chunks, first: usize, second: usize) -> bool {
    let is_name = |group: usize| chunks.nouns[group].name.is_some() || chunks.nouns[group].kind == NounKind::Pronoun;
    is_name(first) == is_name(second) || is_name(first) && chunks.nouns[second].possessor.is_some()
}

fn appositions(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Apposition> {
    let groups = Groups::of(chunks, sentence);
    let mut found = Vec::new();
    for noun in groups.nouns.clone() {
        let Some(start) = aside_start(syntax, chunks, noun, sentence.end) else { continue };
        let Some(first) = groups.starting(start) else { continue };
        let described_by = groups.top(first);
        if groups.top(noun) == noun && fits(syntax, chunks, (noun, described_by), sentence) {
            found.push(Apposition { noun, described_by });
        }
    }
    found
}

/// Where an apposition to this group would begin: behind a comma, a dash, a bracket, past an age.
fn aside_start(syntax: &Syntax<'_>, chunks: &Chunks, noun: usize, end: usize) -> Option<usize> {
    let tag = |token: usize| if token < end { syntax.tokens[token].tag } else { Tag::Stop };
    let mut at = chunks.nouns[noun].tokens.end;
    if tag(at) == Tag::Comma && tag(at + 1) == Tag::CD && tag(at + 2) == Tag::Comma {
        at += 2;
    }
    let mark = matches!(tag(at), Tag::Comma | Tag::OpenBracket)
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
    let common = |group: &super::NounGroup| {
        group.kind == NounKind::Common
            && (group.determiner.is_some() || group.possessor.is_some() || !group.roles.is_empty())
    };
    let named = |group: &super::NounGroup| group.name.is_some();
    let titled = |group: &super::NounGroup| {
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
