//! Finds a trigger's words in a sentence.
//!
//! Predicate files hold phrases without articles: "tie knot" is found in "tied the knot" and in
//! "will never tie that knot". What may stand between two words of a phrase is said here, once.

use std::ops::Range;

use super::scene::Scene;
use crate::lexicon::{Part, Trigger};
use crate::model::Predicate;
use crate::syntax::{NounKind, Tag};

/// A trigger found in the text: its predicate, itself, and its words' tokens.
pub(super) type Found<'a> = (&'a Predicate, &'a Trigger, Range<usize>);

/// How many words may stand between two words of a phrase.
const WIDEST_GAP: usize = 3;

/// The triggers of these parts whose first word is the token; its further words follow.
pub(super) fn starting<'a>(scene: &Scene<'a>, token: usize, parts: &[Part]) -> Vec<Found<'a>> {
    let mut found: Vec<Found<'a>> = Vec::new();
    each_key(scene, token, |key| {
        for (predicate, trigger) in scene.predicates.triggers(key) {
            if parts.contains(&trigger.part)
                && let Some(end) = follow(scene, token + 1, &trigger.words[1..])
                    .or_else(|| parted(scene, token + 1, &trigger.words[1..]))
                    .or_else(|| apart(scene, token + 1, &trigger.words[1..]))
            {
                found.push((predicate, trigger, token..end));
            }
        }
    });
    longest(found)
}

/// The triggers of these parts whose last word is the token; its other words stand right before.
pub(super) fn ending<'a>(scene: &Scene<'a>, token: usize, parts: &[Part]) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    each_key(scene, token, |key| {
        for (predicate, trigger) in scene.predicates.triggers(key) {
            let fits = trigger.plural.is_none_or(|plural| plural == scene.is_plural(token));
            if parts.contains(&trigger.part)
                && fits
                && let Some(start) = precede(scene, token, &trigger.words[..trigger.words.len() - 1])
            {
                found.push((predicate, trigger, start..token + 1));
            }
        }
    });
    longest(found)
}

/// Calls `look` with the token's lemma and, where it differs, the word as written.
fn each_key(scene: &Scene<'_>, token: usize, mut look: impl FnMut(&str)) {
    let (lemma, word) = (scene.lemma(token), scene.word(token));
    look(lemma);
    if is_short_not(scene, token) {
        look("not");
    }
    if word != lemma {
        let lower = word.to_lowercase();
        if lower != lemma {
            look(&lower);
        }
    }
}

/// The end of the phrase whose remaining words begin at `at` or shortly behind it.
fn follow(scene: &Scene<'_>, mut at: usize, words: &[String]) -> Option<usize> {
    for word in words {
        let here = (at..scene.len().min(at + WIDEST_GAP + 1))
            .find(|&token| is_word(scene, token, word) || !is_filler(scene, token));
        let here = here.filter(|&token| is_word(scene, token, word))?;
        at = here + 1;
    }
    Some(at)
}

/// The end of a phrase that is parted by who stands right behind its verb: "gave Ana Vega a kiss",
/// "brought Ana and Raul together".
fn parted(scene: &Scene<'_>, at: usize, words: &[String]) -> Option<usize> {
    if words.is_empty() || at == 0 || !scene.tag(at - 1).is_verb() {
        return None;
    }
    let first = scene.noun_at(at).filter(|&group| scene.group(group).tokens.start == at)?;
    let person = scene.name_of(first).is_some() || scene.group(first).kind == NounKind::Pronoun;
    let last = scene.coordinated(first).last().copied().unwrap_or(first);
    if person { follow(scene, scene.group(last).tokens.end, words) } else { None }
}

/// The end of a verb's phrase whose "together" stands at some distance: "worked on two songs together"; who
/// "were at school together" were no pair.
fn apart(scene: &Scene<'_>, at: usize, words: &[String]) -> Option<usize> {
    const REACH: usize = 10;
    if words != ["together"] || !scene.tag(at - 1).is_verb() || scene.lemma(at - 1) == "be" {
        return None;
    }
    let clause = scene.clause_of(at - 1);
    let near = at..scene.sentence(at - 1).end.min(at + REACH);
    near.take_while(|&token| scene.clause_of(token) == clause).find(|&token| scene.is(token, "together")).map(|_| at)
}

/// The start of the phrase whose other words stand right before `at`, hyphens aside.
fn precede(scene: &Scene<'_>, mut at: usize, words: &[String]) -> Option<usize> {
    for word in words.iter().rev() {
        at = at.checked_sub(1)?;
        if scene.tag(at) == Tag::HYPH {
            at = at.checked_sub(1)?;
        }
        if !is_word(scene, at, word) {
            return None;
        }
    }
    Some(at)
}

/// What may stand between the words of a phrase: articles, possessives, adjectives, adverbs.
fn is_filler(scene: &Scene<'_>, token: usize) -> bool {
    let tag = scene.tag(token);
    matches!(
        tag,
        Tag::HYPH
            | Tag::OpenQuote
            | Tag::CloseQuote
            | Tag::DT
            | Tag::PRPS
            | Tag::JJ
            | Tag::JJR
            | Tag::JJS
            | Tag::RB
            | Tag::RBR
            | Tag::CD
            | Tag::PDT
    )
}

/// "n't", with either apostrophe.
fn is_short_not(scene: &Scene<'_>, token: usize) -> bool {
    matches!(scene.word(token), "n't" | "n\u{2019}t")
}

fn is_word(scene: &Scene<'_>, token: usize, word: &str) -> bool {
    token < scene.len() && (scene.is(token, word) || word == "not" && is_short_not(scene, token))
}

/// Only those with the most words: "half sister" is no "sister", "be engaged" no "be".
fn longest(mut found: Vec<Found<'_>>) -> Vec<Found<'_>> {
    let most = found.iter().map(|(_, trigger, _)| trigger.words.len()).max().unwrap_or(0);
    found.retain(|(_, trigger, _)| trigger.words.len() == most);
    found
}
