//! What makes nothing of a claim, or something else: a part in a film, a plan, an error that is corrected.
//!
//! Comes in: a [`Hit`]. Goes out: whether it is told as none of what is.

use super::is_predicated;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::relation::stance::is;
use crate::model::Group;
use crate::syntax::{ClauseKind, Tense};

/// Verbs whose infinitive tells what happened or is said to have: "flew to Rome to marry", "are said to date".
const HAPPENED: &[&str] = &[
    "go", "fly", "travel", "arrive", "turn", "return", "head", "step", "stop", "stay", "begin", "start", "gather",
    "reunite", "happen", "manage", "see", "seem", "appear", "get", "come", "use", "continue", "say", "rumor", "rumour",
    "claim", "believe", "report", "allege", "think",
];

/// "plays his wife", "stars as the mother of": kin on the screen only.
pub(super) fn is_played(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let from = scene.sentence(hit.anchor.start).start.max(hit.anchor.start.saturating_sub(9));
    let personal = matches!(hit.predicate.group, Group::Family | Group::Romance);
    let clause = scene.clause_of(hit.anchor.start);
    personal
        && (from..hit.anchor.start).any(|token| {
            let playing = scene.tag(token).is_verb() && is(scene.lemma(token), "play")
                || scene.is(token, "as")
                    && token > from
                    && matches!(scene.lemma(token - 1), "star" | "cast" | "appear" | "role" | "turn");
            playing && (scene.clause_of(token) == clause || hit.frame.starts_with("role-"))
        })
}

/// "will marry Bo in May": who is told to wed is engaged.
pub(in crate::extract::relation) fn is_ahead(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause(scene.clause_of(hit.anchor.start));
    let act = hit.frame.starts_with("verb-") || hit.frame.starts_with("together");
    let told = matches!(clause.kind, ClauseKind::Main | ClauseKind::Relative | ClauseKind::Complement);
    clause.verb.map(|verb| scene.verb(verb)).is_some_and(|verb| {
        let shall = verb.modal.is_some_and(|modal| matches!(scene.lemma(modal), "will" | "'ll" | "shall"));
        act && told && verb.tense == Tense::Future && shall && verb.negation.is_none() && !verb.perfect
    })
}

/// "is to marry", "plans to wed": a wedding ahead is an engagement, which has words of its own.
pub(super) fn is_never(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause(scene.clause_of(hit.anchor.start));
    let infinitive = clause.kind == ClauseKind::Infinitive && is_predicated(hit.frame);
    let host =
        clause.parent.and_then(|parent| scene.clause(parent).verb).map(|verb| scene.lemma(scene.verb(verb).head));
    let due = hit.anchor.start >= 2
        && scene.is(hit.anchor.start - 1, "to")
        && matches!(scene.lemma(hit.anchor.start - 2), "due" | "set" | "about" | "poised" | "ready");
    // "on the verge of proposing"
    let verge = hit.anchor.start >= 2
        && scene.is(hit.anchor.start - 1, "of")
        && matches!(scene.lemma(hit.anchor.start - 2), "verge" | "brink" | "cusp");
    verge
        || (infinitive || due && is_predicated(hit.frame))
            && (hit.predicate.name == "married_to" || !hit.predicate.lasting)
            && !host.is_some_and(|host| HAPPENED.contains(&host))
}

/// "False: Ana is dating Bo", "Myth: …": what the line's own label denies.
pub(super) fn is_labelled_false(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const LABELS: &[&str] = &["false", "fake", "fiction", "hoax", "myth", "debunked"];
    let start = scene.sentence(hit.anchor.start).start;
    start + 1 < hit.anchor.start && scene.is(start + 1, ":") && LABELS.iter().any(|label| scene.is(start, label))
}

/// "An earlier version of this story said that …": what was said in error.
pub(super) fn is_corrected(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let sentence = scene.sentence(hit.anchor.start);
    let before = scene.span(&(sentence.start..hit.anchor.start + 1)).of(scene.reading.syntax.text).to_lowercase();
    let version = ["earlier version", "previous version", "original version", "earlier headline", "earlier story"];
    let erred = |word: &str| {
        is(word, "say") || matches!(word, "misstate" | "misidentify" | "incorrectly" | "wrongly" | "mistakenly")
    };
    version.iter().any(|version| before.contains(version))
        && (sentence.start..hit.anchor.start).any(|token| erred(scene.lemma(token)))
}
