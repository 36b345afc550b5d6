//! What tells that a bond is over: "once dated", "no longer", a state told in the past, "until".
//!
//! Comes in: a [`Hit`]. Goes out: whether its words or those around them end it.

use super::{View, is_predicated};
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::{Bound, Time};
use crate::model::{Edtf, Group};
use crate::syntax::{ClauseKind, Tag, Tense};

/// "once dated", "previously married", "was formerly her manager", "no longer together".
pub(super) fn once(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) {
    let clause = scene.clause_of(hit.anchor.start);
    let from = scene.sentence(hit.anchor.start).start.max(hit.anchor.start.saturating_sub(6));
    for token in from..hit.anchor.start {
        let near = scene.clause_of(token) == clause;
        let word = scene.lemma(token);
        let over = matches!(word, "previously" | "formerly" | "once" | "briefly") && scene.tag(token) == Tag::RB
            || word == "longer" && token > from && scene.is(token - 1, "no")
            || word == "to" && token > from && scene.word(token - 1) == "used" && token + 1 == hit.anchor.start;
        view.ended |= near && over && is_predicated(hit.frame);
        // "are absolutely not a couple": a "not" behind the verb.
        let complement = hit.frame.ends_with("copula")
            && matches!(word, "not" | "never")
            && scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).tokens.end <= token);
        view.denied |= near && complement;
    }
    let behind = hit.anchor.end..scene.sentence(hit.anchor.start).end.min(hit.anchor.end + 12);
    let lasted = |token: usize| matches!(scene.lemma(token), "until" | "till") && scene.clause_of(token) == clause;
    view.ended |= is_predicated(hit.frame) && hit.predicate.lasting && behind.into_iter().any(lasted);
    if hit.frame.ends_with("copula") {
        return;
    }
    let whole = scene.span(&scene.sentence(hit.anchor.start)).of(scene.reading.syntax.text);
    view.ended |= hit.frame.starts_with("bond-")
        && [
            " is over",
            " was over",
            "ended",
            "called off",
            "called time on",
            "calls time on",
            "calling time on",
            "pulled the plug",
            "pulls the plug",
            "the end of",
            "breakdown of",
            "collapse of",
            "calls off",
            "broke off",
            "breaks off",
            "fell apart",
            "came to an end",
            "broke down",
            "fizzled",
        ]
        .iter()
        .any(|over| whole.contains(over));
}

/// "Ana, who was married to Bo", "they dated", "was seeing Bo": a state told in the past is over; a wedding
/// with its date is no state, and what somebody said in the past may still hold.
pub(super) fn is_past_state(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize) -> bool {
    let group = scene.verb(verb);
    let Some(clause) = scene.clause_of_verb(verb) else { return false };
    let here = scene.clause(clause);
    let head = scene.lemma(group.head);
    // "got engaged to", "fell in love with" tell how it began.
    if matches!(head, "get" | "become" | "fall" | "start" | "begin") {
        return false;
    }
    let state = group.copula || hit.frame == "adjective" || matches!(head, "date" | "see" | "romance" | "court");
    let bond = hit.predicate.lasting && matches!(hit.predicate.group, Group::Romance | Group::Work);
    if !state || !bond || group.tense != Tense::Past || group.perfect || here.kind == ClauseKind::Complement {
        return false;
    }
    let times = &scene.reading.times.expressions;
    let own = |time: &&Time| {
        time.tokens.clone().next().is_some_and(|token| here.tokens.contains(&token) && scene.clause_of(token) == clause)
    };
    let dated = times.iter().any(|time| own(&time));
    // "was married to Bo from 2010 to 2012" tells when it ended.
    let spanned = times.iter().filter(own).any(|time| {
        time.bound == Bound::At && time.value.as_ref().is_some_and(Edtf::is_interval) && time.tokens.len() > 2
    });
    let wedding = matches!(head, "marry" | "wed" | "engage") && dated && !spanned;
    let linked = hit.trigger.status.is_some();
    !wedding && !linked
}
