//! To whom the article attributes what a hit says, in its own words.
//!
//! Comes in: a [`Hit`]. Goes out: [`Source`], if the article cites anybody: the subject of a verb
//! of saying above or beside the claim, whoever stands behind "according to", the speaker of the
//! quotation that the claim stands in.

use std::ops::Range;

use super::hit::Hit;
use super::scene::Scene;
use super::stance;
use crate::syntax::NounKind;

/// How many words away a speaker is looked for; a paragraph may be a whole book.
const FAR: usize = 512;

/// Whom the article cites.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Source {
    /// "A source close to the singer", as written.
    pub(super) words: String,
    /// Whether nobody stands behind it by name: a source, an insider.
    pub(super) anonymous: bool,
    /// Whether it confirms behind the claim: "they are engaged, her agent confirmed".
    pub(super) confirms: bool,
}

/// The source of a hit.
pub(super) fn of(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Source> {
    let sentence = scene.sentence(hit.anchor.start);
    let here =
        saying(scene, hit, sentence.start, sentence.end).or_else(|| according(scene, sentence.start, sentence.end));
    here.or_else(|| speaker(scene, hit))
}

/// Whom a sentence cites that says nothing else: the subject of its verb of saying or denying.
pub(super) fn in_sentence(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<String> {
    let clauses = &scene.chunks().clauses;
    let from = clauses.partition_point(|clause| clause.tokens.start < tokens.start);
    let here = clauses[from..].iter().take_while(|clause| clause.tokens.start < tokens.end);
    let says = |verb: usize| {
        let head = scene.lemma(scene.verb(verb).head);
        (stance::is(head, "say") || stance::is(head, "deny")) && !scene.verb(verb).passive
    };
    let cited = here.filter(|clause| clause.verb.is_some_and(says)).find_map(|clause| clause.subject);
    cited.and_then(|subject| named(scene, subject)).map(|source| source.words)
}

/// The subject of the verb of saying nearest to the claim, outside of its own clause.
fn saying(scene: &Scene<'_>, hit: &Hit<'_>, start: usize, end: usize) -> Option<Source> {
    let clauses = &scene.chunks().clauses;
    let from = clauses.partition_point(|clause| clause.tokens.start < start);
    let to = clauses.partition_point(|clause| clause.tokens.start < end);
    let own = scene.clause_of(hit.anchor.start);
    // "They married in 2016 and share two sons": one who does both tells nobody of it.
    let doer = clauses[own].subject;
    let told = |index: &usize| {
        let clause = &clauses[*index];
        let Some(verb) = clause.verb.map(|verb| scene.verb(verb)) else { return false };
        let says = stance::is(scene.lemma(verb.head), "say") && !verb.passive && verb.negation.is_none();
        says && *index != own && !hit.anchor.contains(&verb.head) && clause.subject.is_some() && clause.subject != doer
    };
    let distance = |index: &usize| clauses[*index].tokens.start.abs_diff(hit.anchor.start);
    let nearest = (from..to).filter(told).min_by_key(distance)?;
    let source = named(scene, clauses[nearest].subject?)?;
    Some(Source { confirms: confirms_behind(scene, hit, nearest), ..source })
}

/// Whether a clause behind the claim confirms it and nothing else: ", her agent confirmed to us".
fn confirms_behind(scene: &Scene<'_>, hit: &Hit<'_>, clause: usize) -> bool {
    let here = scene.clause(clause);
    let confirm = here.verb.is_some_and(|verb| stance::is(scene.lemma(scene.verb(verb).head), "confirm"));
    let apart = here.tokens.start.checked_sub(1).is_some_and(|token| scene.is(token, ","));
    let other = scene.object(clause).is_some() || scene.children_of(clause).next().is_some();
    confirm && apart && !other && here.tokens.start >= hit.anchor.end
}

/// "according to the magazine".
fn according(scene: &Scene<'_>, start: usize, end: usize) -> Option<Source> {
    let token =
        (start..end.saturating_sub(2)).find(|&token| scene.is(token, "according") && scene.is(token + 1, "to"))?;
    named(scene, scene.whole_group(token + 2)?)
}

/// The speaker of the quotation around the claim: the subject of the verb of saying outside of it
/// that stands nearest in its paragraph.
fn speaker(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Source> {
    let syntax = scene.reading.syntax;
    let quotation = syntax.quotation(syntax.quotation_of(hit.anchor.start)?);
    if !quotation.speech {
        return None;
    }
    let paragraph = &syntax.paragraphs[syntax.sentences[scene.sentence_index(hit.anchor.start)].paragraph];
    let first = syntax.sentences[paragraph.sentences.start].tokens.start.max(hit.anchor.start.saturating_sub(FAR));
    let last = syntax.sentences[paragraph.sentences.end - 1].tokens.end.min(hit.anchor.start + FAR);
    let clauses = &scene.chunks().clauses;
    let from = clauses.partition_point(|clause| clause.tokens.start < first);
    let to = clauses.partition_point(|clause| clause.tokens.start < last);
    let outside = (from..to).filter(|&index| {
        let head = clauses[index].verb.map(|verb| scene.verb(verb).head);
        head.is_some_and(|head| stance::is(scene.lemma(head), "say") && !quotation.tokens.contains(&head))
    });
    let nearest = outside.min_by_key(|&index| clauses[index].tokens.start.abs_diff(hit.anchor.start))?;
    named(scene, clauses[nearest].subject?)
}

/// A source by its noun group, with what owns it and what hangs on it by "for", "close to", "from".
fn named(scene: &Scene<'_>, group: usize) -> Option<Source> {
    let whole = scene.group(group);
    let capital = |token: usize| scene.word(token).starts_with(char::is_uppercase);
    let mut start = group;
    // "Page Six": a number in a title.
    if whole.kind == NounKind::Quantity && capital(whole.head) {
        start = whole.tokens.start.checked_sub(1).and_then(|token| scene.noun_at(token)).unwrap_or(group);
    }
    if whole.kind == NounKind::Relative || whole.kind == NounKind::Quantity && start == group {
        return None;
    }
    while let Some(owner) = scene.group(start).possessor {
        start = owner;
    }
    // "Neither of them confirmed it": nobody says so.
    const NOBODY: &[&str] = &["neither", "nobody", "none", "no", "anyone", "anybody", "neitherone"];
    if scene.group(start).tokens.clone().any(|token| NOBODY.contains(&scene.lemma(token))) {
        return None;
    }
    let hanging =
        scene.hanging_on(group).find(|&index| matches!(scene.preposition(index), "for" | "to" | "from" | "of" | "at"));
    let object = hanging.and_then(|index| scene.chunks().prepositions[index].object);
    let end = object.map_or(whole.tokens.end, |object| scene.group(object).tokens.end);
    let end = end.min(whole.tokens.end + 6).max(whole.tokens.end);
    // "Page Six", "Us Weekly": what a group was cut from.
    let title = |&token: &usize| capital(token) && capital(token - 1);
    let last = (end..scene.sentence(whole.head).end.min(end + 3)).take_while(title).last();
    let tokens = scene.group(start).tokens.start..last.map_or(end, |last| last + 1);
    let words = scene.span(&tokens).of(scene.reading.syntax.text).to_owned();
    Some(Source { words, anonymous: stance::is(scene.lemma(whole.head), "source"), confirms: false })
}
