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

/// Every phrase of an article, found once: several frames ask for those of the same word.
pub(super) struct Phrases<'a> {
    /// By the token that each is found by.
    found: Vec<Found<'a>>,
    /// Of each token where its phrases end in `found`.
    ends: Vec<usize>,
}

impl<'a> Phrases<'a> {
    pub(super) fn of(scene: &Scene<'a>) -> Self {
        let mut phrases = Self { found: Vec::new(), ends: Vec::with_capacity(scene.len()) };
        for token in 0..scene.len() {
            let resumes = parted(scene, token);
            each_key(scene, token, |key| {
                let words = |trigger| words(scene, token, resumes, trigger);
                let triggers = scene.predicates.triggers(key);
                phrases.found.extend(triggers.filter_map(|(of, trigger)| Some((of, trigger, words(trigger)?))));
            });
            phrases.ends.push(phrases.found.len());
        }
        phrases
    }

    /// Those found by a token.
    fn at(&self, token: usize) -> &[Found<'a>] {
        let start = token.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.found[start..self.ends[token]]
    }
}

/// The longest phrases of these parts that a token finds: nouns by their last word, others by their first.
/// "half sister" is no "sister", "be engaged" no "be".
pub(super) fn at<'a>(scene: &Scene<'a>, token: usize, parts: &[Part]) -> Vec<Found<'a>> {
    let of_parts = || scene.phrases().at(token).iter().filter(|(_, trigger, _)| parts.contains(&trigger.part));
    let most = of_parts().map(|(_, trigger, _)| trigger.words.len()).max();
    of_parts().filter(|(_, trigger, _)| Some(trigger.words.len()) == most).cloned().collect()
}

/// The words of a trigger that a token finds: behind it for a phrase, which may be parted and resumed, right
/// before it for a noun.
fn words(scene: &Scene<'_>, token: usize, resumes: Option<usize>, trigger: &Trigger) -> Option<Range<usize>> {
    if trigger.part.is_nominal() {
        let fits = trigger.plural.is_none_or(|plural| plural == scene.is_plural(token));
        let before = fits.then(|| &trigger.words[..trigger.words.len() - 1])?;
        return precede(scene, token, before).map(|start| start..token + 1);
    }
    let (next, rest) = (token + 1, &trigger.words[1..]);
    let resumed = || follow(scene, resumes?, rest);
    follow(scene, next, rest).or_else(resumed).or_else(|| apart(scene, next, rest)).map(|end| token..end)
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

/// Where a phrase goes on that is parted by who stands right behind its verb: "gave Ana Vega a kiss",
/// "brought Ana and Raul together".
fn parted(scene: &Scene<'_>, verb: usize) -> Option<usize> {
    let start = Some(verb + 1).filter(|_| scene.tag(verb).is_verb())?;
    let first = scene.noun_at(start).filter(|&group| scene.group(group).tokens.start == start)?;
    let person = scene.name_of(first).is_some() || scene.group(first).kind == NounKind::Pronoun;
    let last = scene.coordinated(first).last().copied().unwrap_or(first);
    person.then(|| scene.group(last).tokens.end)
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
