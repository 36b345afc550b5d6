//! Denials that stand in a sentence of their own: "A spokesman for Vega denied the rumour", "That is not true",
//! "Verdict: False"; and the verdict that grants a claim: "Rating: True".
//!
//! Comes in: the relations of an article. Goes out: for each such sentence the bond that it denies, once more,
//! as denied; the claim that it speaks of stays as it was told. What a verdict grants is no rumour to the article. Who
//! denies a split or a feud denies no bond, and what the sentence says of people by itself was read before.

use std::ops::Range;

use super::attribution;
use super::scene::Scene;
use super::stance;
use super::{ROMANCE, Relation};
use crate::model::{Span, Status};
use crate::syntax::Tag;

/// An article with more denials than this is a list of denials, and its first ones are enough.
const MOST: usize = 64;

/// How many sentences back the rumour may stand, and how many where the passage tells of no other bond.
const REACH: usize = 3;
const FAR: usize = 12;

/// How long a sentence may be that denies "it" and "that".
const LONGEST: usize = 24;

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
    if relations.is_empty() {
        return;
    }
    let (mut found, mut asked) = (Vec::new(), 0);
    for (index, sentence) in scene.reading.syntax.sentences.iter().enumerate() {
        let tokens = sentence.tokens.clone();
        if asked == MOST {
            break;
        }
        let told = if let Some(truth) = verdict(scene, &tokens) {
            if truth {
                grant(scene, relations, index);
                continue;
            }
            claimed(scene, relations, index)
        } else if is_denial(scene, &tokens) {
            rumoured(scene, relations, index)
        } else {
            continue;
        };
        asked += 1;
        found.extend(told.map(|told| retold(scene, told, &tokens, Status::Denied, "rebuttal")));
    }
    relations.extend(found);
}

/// A bond once more, with the status that a sentence of its own gives it and by whom that cites.
pub(super) fn retold(
    scene: &Scene<'_>,
    told: &Relation,
    tokens: &Range<usize>,
    status: Status,
    rule: &str,
) -> Relation {
    Relation {
        status,
        ended: false,
        date: None,
        date_implied: false,
        said_by: attribution::in_sentence(scene, tokens),
        evidence: scene.span(tokens),
        rule: rule.to_owned(),
        confidence: told.confidence * 0.95,
        ..told.clone()
    }
}

/// Whether a sentence denies what others say, and tells of no bond itself.
fn is_denial(scene: &Scene<'_>, tokens: &Range<usize>) -> bool {
    // "ruled it out", but not an "it" of a long tale
    let bare = |word: &&str| matches!(*word, "it" | "this" | "that") && tokens.len() > LONGEST;
    let about = |token: usize| RUMOURS.iter().filter(|word| !bare(word)).any(|word| scene.is(token, word));
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

/// What a verdict says: "Verdict: False.", "Our rating: Mostly true", "THE VERDICT" over "False."
fn verdict(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<bool> {
    const VERDICTS: &[&str] = &["verdict", "rating", "ruling", "conclusion", "finding", "status", "truth"];
    const FALSE: &[&str] = &[
        "false",
        "fake",
        "untrue",
        "fiction",
        "fabricated",
        "incorrect",
        "hoax",
        "debunked",
        "unfounded",
        "baseless",
        "not",
    ];
    const TRUE: &[&str] = &["true", "correct", "accurate", "confirmed"];
    let label = label(scene, tokens, VERDICTS)?;
    // A label alone is the heading of what follows.
    let last = if label.end == tokens.end { scene.len().min(label.end + 1) } else { tokens.end };
    let is = |token: usize, words: &[&str]| words.iter().any(|word| scene.is(token, word));
    let judge = |token| if is(token, FALSE) { Some(false) } else { is(token, TRUE).then_some(true) };
    (label.end..last).take(4).find_map(judge)
}

/// Takes a claim that its verdict calls true for what the article reports.
fn grant(scene: &Scene<'_>, relations: &mut [Relation], sentence: usize) {
    let Some(span) = claim_before(scene, sentence) else { return };
    let inside = |relation: &&mut Relation| span.start <= relation.evidence.start && relation.evidence.end <= span.end;
    for relation in relations.iter_mut().filter(inside).filter(|relation| relation.status == Status::Rumored) {
        relation.status = Status::Reported;
    }
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

/// The rumour of a bond that a sentence answers, or what the sentence right before it tells of a romance.
fn rumoured<'r>(scene: &Scene<'_>, relations: &'r [Relation], sentence: usize) -> Option<&'r Relation> {
    let before = scene.span(&scene.reading.syntax.sentences[sentence.saturating_sub(1)].tokens);
    let rumour = |relation: &Relation| {
        let told = relation.predicate == "dating" && !relation.rule.starts_with("role-");
        let right_before = told && before.start <= relation.evidence.start && relation.evidence.end <= before.end;
        relation.status == Status::Rumored || relation.said_by.is_some() || right_before
    };
    spoken_of(scene, relations, sentence, rumour)
}

/// The bond that a sentence speaks of without telling it, between no others than it names: the last one told shortly
/// before, else the only one told in a wider passage.
pub(super) fn spoken_of<'r>(
    scene: &Scene<'_>,
    relations: &'r [Relation],
    sentence: usize,
    fits: impl Fn(&Relation) -> bool,
) -> Option<&'r Relation> {
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
    let told = |relation: &&Relation, reach: usize| {
        let from = scene.span(&all[sentence.saturating_sub(reach)].tokens).start;
        let two = [relation.source, relation.target];
        let same = named.iter().all(|one| two.contains(one));
        bond(relation)
            && relation.status != Status::Denied
            && !relation.ended
            && fits(relation)
            && (from..here.start).contains(&relation.evidence.start)
            && (same || named.iter().any(|one| two.contains(one)) && named.len() == 1)
    };
    let near = relations.iter().filter(|relation| told(relation, REACH)).max_by_key(|relation| relation.evidence);
    near.or_else(|| {
        let mut wide = relations.iter().filter(|relation| told(relation, FAR));
        let first = wide.next()?;
        wide.all(|other| (other.source, other.target) == (first.source, first.target)).then_some(first)
    })
}

/// What the claim before a verdict tells of: a bond of love before any other, and no mere presence.
fn claimed<'r>(scene: &Scene<'_>, relations: &'r [Relation], sentence: usize) -> Option<&'r Relation> {
    const PRESENCE: &[&str] = &["attended", "seen_at", "held_at", "spotted_with"];
    let span = claim_before(scene, sentence)?;
    let told = |relation: &&Relation| {
        let here = span.start <= relation.evidence.start && relation.evidence.end <= span.end;
        here && !relation.ended && !PRESENCE.contains(&relation.predicate.as_str())
    };
    // "Bandmates Ana and Bo ...": who they are is not what is claimed.
    let named =
        |rule: &str| rule.starts_with("pair-noun-names") || rule.starts_with("role-") && !rule.contains("copula");
    let others = || relations.iter().filter(told).find(|relation| !named(&relation.rule));
    relations.iter().filter(told).find(|relation| ROMANCE.contains(&relation.predicate.as_str())).or_else(others)
}

/// The sentence with the claim that a verdict judges.
fn claim_before(scene: &Scene<'_>, sentence: usize) -> Option<Span> {
    let all = &scene.reading.syntax.sentences;
    let labelled = |index: &usize| label(scene, &all[*index].tokens, &["claim", "rumor", "rumour"]).is_some();
    let claim = (sentence.saturating_sub(12)..sentence).rev().find(labelled)?;
    let alone = label(scene, &all[claim].tokens, &["claim", "rumor", "rumour"])?.end == all[claim].tokens.end;
    Some(scene.span(&all[(claim + usize::from(alone)).min(sentence)].tokens))
}
