//! Denials that stand in a sentence of their own: "A spokesman for Vega denied the rumour", "That is not true",
//! "Verdict: False".
//!
//! Comes in: the relations of an article. Goes out: for each such sentence the bond that it denies, once more,
//! as denied; the claim that it speaks of stays as it was told. Who denies a split or a feud denies no bond, and
//! what the sentence says of people by itself was read before.

use std::ops::Range;

use super::attribution;
use super::scene::Scene;
use super::stance;
use super::{ROMANCE, Relation};
use crate::model::Status;
use crate::syntax::Tag;

/// An article with more denials than this is a list of denials, and its first ones are enough.
const MOST: usize = 64;

/// How many sentences back the rumour may stand.
const REACH: usize = 3;

/// What a denial may be about without naming it.
const RUMOURS: &[&str] = &[
    "rumor",
    "rumour",
    "report",
    "claim",
    "allegation",
    "speculation",
    "story",
    "gossip",
    "chatter",
    "whisper",
    "it",
    "this",
    "that",
    "romance",
    "relationship",
    "affair",
    "suggestion",
    "link",
    "talk",
    "engagement",
    "marriage",
];

/// What else people deny.
const OTHERS: &[&str] = &[
    "split",
    "divorce",
    "breakup",
    "break-up",
    "separation",
    "feud",
    "rift",
    "fight",
    "pregnancy",
    "pregnant",
    "assault",
    "abuse",
    "cheating",
    "wrongdoing",
    "tension",
    "trouble",
];

/// Adds what is denied.
pub(super) fn deny(scene: &Scene<'_>, relations: &mut Vec<Relation>) {
    if !relations.iter().any(|relation| ROMANCE.contains(&relation.predicate.as_str())) {
        return;
    }
    let (mut found, mut asked) = (Vec::new(), 0);
    for (index, sentence) in scene.reading.syntax.sentences.iter().enumerate() {
        let tokens = sentence.tokens.clone();
        if asked == MOST {
            break;
        }
        let told = if is_verdict(scene, &tokens) {
            claimed(scene, relations, index)
        } else if is_denial(scene, &tokens) {
            rumoured(scene, relations, index)
        } else {
            continue;
        };
        asked += 1;
        found.extend(told.map(|told| rebuttal(scene, told, &tokens)));
    }
    relations.extend(found);
}

fn rebuttal(scene: &Scene<'_>, told: &Relation, tokens: &Range<usize>) -> Relation {
    Relation {
        status: Status::Denied,
        ended: false,
        date: None,
        date_implied: false,
        said_by: attribution::in_sentence(scene, tokens),
        evidence: scene.span(tokens),
        rule: "rebuttal".to_owned(),
        confidence: told.confidence * 0.95,
        ..told.clone()
    }
}

/// Whether a sentence denies what others say, and tells of no bond itself.
fn is_denial(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let about = |token: usize| RUMOURS.iter().any(|word| scene.is(token, word));
    let other = |token: usize| OTHERS.iter().any(|word| scene.is(token, word));
    let text = || scene.span(tokens).of(scene.reading.syntax.text);
    let told = tokens.clone().any(about) && stance::denies(text()) && !tokens.clone().any(other);
    told || answers_no(scene, tokens)
}

/// "(Did they marry?) No."
fn answers_no(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    let asked = tokens.start > 0 && scene.word(tokens.start - 1) == "?";
    asked && scene.is(tokens.start, "no") && scene.tag(tokens.start) == Tag::UH
}

/// "Verdict: False.", "Our rating: Fake", "THE VERDICT" over "False."
fn is_verdict(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    const VERDICTS: &[&str] = &["verdict", "rating", "ruling", "conclusion", "finding", "status", "truth"];
    const FALSE: &[&str] =
        &["false", "fake", "untrue", "fiction", "fabricated", "incorrect", "hoax", "debunked", "unfounded", "baseless"];
    let Some(label) = label(scene, tokens, VERDICTS) else { return false };
    // A label alone is the heading of what follows.
    let judged = if label.end == tokens.end { label.end..scene.len().min(label.end + 1) } else { tokens.clone() };
    judged.take(6).any(|token| FALSE.iter().any(|word| scene.is(token, word)))
}

/// "Claim:", "The verdict:", or the same as a heading of its own.
fn label(scene: &Scene<'_>, tokens: &Range<usize>, words: &[&str]) -> Option<Range<usize>> {
    let article = ["the", "our"].iter().any(|word| scene.is(tokens.start, word));
    let at = tokens.start + usize::from(article && tokens.len() > 1);
    let colon = at + 1 < tokens.end && scene.is(at + 1, ":");
    let end = at + 1 + usize::from(colon);
    let labels = words.iter().any(|word| scene.is(at, word)) && (colon || end == tokens.end);
    labels.then_some(at..end)
}

/// The last rumour of a bond told shortly before a sentence that is about two who are no others than
/// the sentence names.
fn rumoured<'r>(scene: &Scene<'_>, relations: &'r [Relation], sentence: usize) -> Option<&'r Relation> {
    let all = &scene.reading.syntax.sentences;
    let named: Vec<_> = all[sentence]
        .tokens
        .clone()
        .filter_map(|token| scene.name_at(token))
        .flat_map(|name| scene.people(scene.mentioned(name)).chains)
        .collect();
    let here = scene.span(&all[sentence].tokens);
    let bond = |relation: &&Relation| ROMANCE.contains(&relation.predicate.as_str());
    if relations.iter().filter(bond).any(|one| one.evidence.start < here.end && here.start < one.evidence.end) {
        return None;
    }
    let from = scene.span(&all[sentence.saturating_sub(REACH)].tokens).start;
    let near = |relation: &&Relation| {
        let rumour = relation.status == Status::Rumored || relation.said_by.is_some();
        let two = [relation.source, relation.target];
        let same = named.iter().all(|one| two.contains(one));
        bond(relation)
            && relation.status != Status::Denied
            && !relation.ended
            && rumour
            && (from..here.start).contains(&relation.evidence.start)
            && (same || named.iter().any(|one| two.contains(one)) && named.len() == 1)
    };
    relations.iter().filter(near).max_by_key(|relation| relation.evidence)
}

/// The bond that the claim before a verdict tells of.
fn claimed<'r>(scene: &Scene<'_>, relations: &'r [Relation], sentence: usize) -> Option<&'r Relation> {
    let all = &scene.reading.syntax.sentences;
    let labelled = |index: &usize| label(scene, &all[*index].tokens, &["claim", "rumor", "rumour"]).is_some();
    let claim = (sentence.saturating_sub(12)..sentence).rev().find(labelled)?;
    let alone = label(scene, &all[claim].tokens, &["claim", "rumor", "rumour"])?.end == all[claim].tokens.end;
    let span = scene.span(&all[(claim + usize::from(alone)).min(sentence)].tokens);
    let inside = |relation: &&Relation| span.start <= relation.evidence.start && relation.evidence.end <= span.end;
    relations.iter().filter(inside).find(|relation| !relation.ended && ROMANCE.contains(&relation.predicate.as_str()))
}
