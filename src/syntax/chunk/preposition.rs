//! Prepositions: what they govern, and what they may hang on.
//!
//! Comes in: the noun and verb groups of a sentence. Goes out: [`Preposition`]s in text order.

use std::ops::Range;

use super::groups::Groups;
use super::{Chunks, Preposition};
use crate::syntax::{Syntax, Tag};

/// Finds the prepositions of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, chunks: &Chunks) -> Vec<Preposition> {
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
        if ends_item(syntax, at, sentence.end) {
            verb = None;
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
            // "of both Ana and Raul"
            let between = (tokens.end..start).all(|token| {
                let tag = syntax.tokens[token].tag;
                matches!(tag, Tag::RB | Tag::OpenQuote | Tag::DT | Tag::PDT) || syntax.word(token) == "both"
            });
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

/// Whether a semicolon ends what a verb tells: "spotted Ana at the Ritz; Raul at the Ivy", not "spoke of Ana;
/// of Raul".
fn ends_item(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    let next = || (at + 1..end).find(|&token| syntax.tokens[token].tag != Tag::CC);
    syntax.word(at) == ";" && next().is_some_and(|next| length(syntax, next, end) == 0)
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
    let first = syntax.word(at);
    let is = |at: usize, word: &str| at < end && syntax.word(at).eq_ignore_ascii_case(word);
    let rest = |words: &[&str]| (at + 1..).zip(&words[1..]).all(|(at, word)| is(at, word));
    let long = LONG.iter().find(|words| first.eq_ignore_ascii_case(words[0]) && rest(words));
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
