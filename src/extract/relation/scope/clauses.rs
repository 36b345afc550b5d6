//! What the verb of a claim, and the verbs above it, make of it: "denied dating", "is said to be seeing", "aren't".
//!
//! Comes in: a [`Hit`]. Goes out: what that adds to the [`View`]; `None` where nothing is claimed (a condition,
//! a thing ahead).

use super::View;
use super::over::is_past_state;
use super::unreal::is_ahead;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::relation::stance::is;
use crate::model::Group;
use crate::syntax::{ClauseKind, Tense};

/// Verbs of what is only made up, or wished for: "wishes she was dating Bo", "joked that they are married".
const FANCIES: &[&str] = &["joke", "pretend", "dream", "fantasize", "fantasise", "imagine", "wish"];

/// The same before an infinitive: "would love to date Bo".
const WISHES: &[&str] = &["love", "like", "want", "hope", "long", "wish", "prefer"];

/// The clause's own verb, and those that govern it.
pub(super) fn judge(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) -> Option<()> {
    let mut clause = scene.clause_of(hit.anchor.start);
    let (mut own, mut asked) = (true, false);
    for _ in 0..8 {
        let here = scene.clause(clause);
        if here.kind == ClauseKind::Conditional {
            return None;
        }
        // "asked whether they are dating", "unclear whether …": a question tells of a rumour.
        asked |= hit.predicate.lasting && here.marker.is_some_and(|marker| scene.is(marker, "whether"));
        view.hedged |= asked;
        if let Some(index) = here.verb {
            let verb = scene.verb(index);
            // "his marriage to Ana" is taken for granted, whatever its clause says.
            if own && hit.frame.starts_with("bond-possessor") && !bears(scene, hit, scene.lemma(verb.head)) {
                return Some(());
            }
            let covers = verb.tokens.start < hit.anchor.end;
            if own && covers {
                own_verb(scene, hit, index, view)?;
            } else if !own {
                governing_verb(scene, (hit, asked), index, view)?;
            }
        }
        let goes_up = matches!(here.kind, ClauseKind::Complement | ClauseKind::Infinitive | ClauseKind::Participial)
            || is_content(scene, clause);
        match here.parent {
            Some(parent)
                if goes_up && !is_circumstance(scene, clause) && !is_new(scene, clause) && parent != clause =>
            {
                clause = parent;
            }
            _ => break,
        }
        own = false;
    }
    Some(())
}

/// The clauses that a participle or an infinitive belongs to: "were allegedly seen kissing".
pub(super) fn around(scene: &Scene<'_>, clause: usize) -> Vec<usize> {
    const DEEPEST: usize = 4;
    let belongs = |&clause: &usize| {
        let loose = matches!(scene.clause(clause).kind, ClauseKind::Infinitive | ClauseKind::Participial);
        scene.clause(clause).parent.filter(|_| loose && !is_circumstance(scene, clause))
    };
    std::iter::successors(Some(clause), belongs).skip(1).take(DEEPEST).collect()
}

/// "denied it; he and Ana were friends": behind a semicolon something new is told.
fn is_new(scene: &Scene<'_>, clause: usize) -> bool {
    let start = scene.clause(clause).tokens.start;
    scene.word(start) == ";" || start.checked_sub(1).is_some_and(|before| scene.word(before) == ";")
}

/// "reportedly split from Bo and is dating Al": whether an adverb before the first of two joined verbs is said of the
/// bond that the second tells, too.
pub(super) fn leads(scene: &Scene<'_>, adverb: usize, hit: &Hit<'_>) -> bool {
    let here = scene.clause(scene.clause_of(hit.anchor.start));
    let first = scene.clause_of(adverb);
    let joined = here.kind == ClauseKind::Main && here.parent == Some(first);
    let shared = here.subject.is_some() && here.subject == scene.clause(first).subject;
    let before = scene.clause(first).verb.is_some_and(|verb| adverb < scene.verb(verb).head);
    joined && shared && before && hit.predicate.group == Group::Romance
}

/// "(had not seen her) since moving to Leeds", "despite having been married": what is granted, whatever
/// the clause around it says.
fn is_circumstance(scene: &Scene<'_>, clause: usize) -> bool {
    const WORDS: &[&str] = &["since", "before", "after", "despite", "while", "when", "besides", "following"];
    let start = scene.clause(clause).tokens.start;
    scene.clause(clause).kind == ClauseKind::Participial
        && (start.saturating_sub(1)..=start).any(|token| WORDS.contains(&scene.lemma(token)))
}

/// "the rumors that they are dating", "told People that they split": a clause with "that" behind a
/// noun is what was said, and describes nobody.
pub(super) fn is_content(scene: &Scene<'_>, clause: usize) -> bool {
    let here = scene.clause(clause);
    let that = here.marker.is_some_and(|marker| scene.is(marker, "that"));
    let noun = here.antecedent.is_some_and(|group| {
        is(scene.lemma(scene.group(group).head), "hedge") || is(scene.lemma(scene.group(group).head), "report")
    });
    let told = here.parent.and_then(|parent| scene.clause(parent).verb).is_some_and(|verb| {
        let head = scene.lemma(scene.verb(verb).head);
        is(head, "say") || is(head, "deny") || is(head, "confirm")
    });
    here.kind == ClauseKind::Relative && that && (noun || told)
}

/// The verb of the clause in which the claim stands.
fn own_verb(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize, view: &mut View) -> Option<()> {
    let group = scene.verb(verb);
    let head = scene.lemma(group.head).to_owned();
    let is_anchor = hit.anchor.start <= group.head && group.head < hit.anchor.end || group.copula;
    let bond = hit.frame.starts_with("bond-");
    if bond && !bears(scene, hit, &head) {
        return Some(());
    }
    // "haven't spoken since" is what is claimed.
    let meant = |negation: &usize| {
        hit.anchor.contains(negation)
            && hit.trigger.words.iter().any(|word| matches!(word.as_str(), "not" | "no" | "never"))
    };
    // "neither confirmed nor denied a romance"
    if (is(&head, "deny") || is(&head, "confirm")) && group.tokens.start > 0 && scene.is(group.tokens.start - 1, "nor")
    {
        view.hedged = true;
        return tense(scene, hit, verb, view);
    }
    // "Neither Ana nor Bo attended"
    view.denied |= is_nobody(scene, verb);
    if let Some(negation) = group.negation.filter(|negation| !meant(negation)) {
        if is(&head, "deny") {
            view.hedged = true;
        } else if scene.is(negation, "longer")
            || scene.is(negation, "no")
            || scene.word(negation).eq_ignore_ascii_case("no longer")
        {
            view.ended = true;
            view.negated = true;
        } else if is_not_only(scene, negation) {
        } else if is(&head, "confirm") {
            view.hedged = true;
        } else {
            view.denied |= !until(scene, group.tokens.end);
            view.negated = true;
        }
    } else if hit.predicate.name == "feuding_with" && head == "squash" {
        view.ended = true;
    } else if !is_anchor {
        color(&head, view);
    }
    view.ended |= is_past_state(scene, hit, verb);
    tense(scene, hit, verb, view)
}

/// "are not only co-stars", "didn't just date".
fn is_not_only(scene: &Scene<'_>, negation: usize) -> bool {
    let next = negation + 1..scene.len().min(negation + 3);
    next.into_iter().any(|at| matches!(scene.lemma(at), "only" | "merely" | "just" | "simply"))
}

/// "did not go public until May": then they did.
pub(super) fn until(scene: &Scene<'_>, from: usize) -> bool {
    const REACH: usize = 10;
    let mut near = from..scene.sentence(from - 1).end.min(from + REACH);
    near.any(|token| matches!(scene.lemma(token), "until" | "till"))
}

/// Whether what a clause says of its verb is said of the bond: "there is no romance", "denied the
/// romance"; not "wasn't told of the romance".
fn bears(scene: &Scene<'_>, hit: &Hit<'_>, head: &str) -> bool {
    let clause = scene.clause_of(hit.anchor.start);
    let group = scene.noun_at(hit.anchor.start);
    let is_object = scene.object(clause) == group
        || group.is_some_and(|group| {
            let copula = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).copula);
            // "was maid of honour **at** Ana and Bo's wedding"
            let first = || scene.group(group).possessor.and_then(|owner| scene.governor(owner));
            scene.governor(group).or_else(first).is_none_or(|index| match scene.preposition(index) {
                "to" | "of" | "about" | "on" => true,
                // "was never in a relationship with"
                "in" => copula && hit.frame == "bond-with",
                _ => false,
            })
        });
    is_object
        && (matches!(head, "be" | "have" | "exist") || is(head, "deny") || is(head, "confirm") || is(head, "hedge"))
}

/// Modals and the future: what may be is a rumour, what will or would be is not told of yet.
fn tense(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize, view: &mut View) -> Option<()> {
    let group = scene.verb(verb);
    if let Some(modal) = group.modal {
        match scene.lemma(modal) {
            "may" | "might" | "could" | "can" => view.hedged |= !scene.is(modal, "can"),
            // "I would marry Bo tomorrow"
            "would" if hit.predicate.lasting && scene.reading.syntax.quotation_of(group.head).is_some() => return None,
            "would" if group.negation.is_some() && hit.predicate.group == Group::Social => return None,
            "would" if group.negation.is_some() && !hit.predicate.lasting => return None,
            "would" => view.hedged |= !hit.predicate.lasting,
            _ => {}
        }
    }
    let occasion = !hit.predicate.lasting || hit.predicate.name == "married_to";
    let ahead = hit.predicate.name == "married_to" && is_ahead(scene, hit);
    let event = !hit.frame.ends_with("copula");
    if group.tense == Tense::Future && occasion && event && !ahead {
        return None;
    }
    Some(())
}

/// A verb above: "denied dating", "is said to be seeing", "confirmed that they split".
fn governing_verb(scene: &Scene<'_>, (hit, asked): (&Hit<'_>, bool), verb: usize, view: &mut View) -> Option<()> {
    let group = scene.verb(verb);
    let head = scene.lemma(group.head).to_owned();
    if group.negation.is_some() || is_nobody(scene, verb) {
        match () {
            // "It is not clear whether they are dating."
            () if asked => {}
            // "won't rule out getting back with Bo", "can't stop kissing": two negations.
            () if is(&head, "cease") => view.hedged |= head == "rule" || head == "exclude",
            () if is(&head, "deny") || is(&head, "confirm") || is(&head, "say") => view.hedged = true,
            () => view.denied = true,
        }
        return Some(());
    }
    let own = scene.clause(scene.clause_of(hit.anchor.start));
    let wished = own.kind == ClauseKind::Infinitive && WISHES.contains(&head.as_str()) && !hit.trigger.ended;
    if is(&head, "plan") && !hit.predicate.lasting || FANCIES.contains(&head.as_str()) || wished {
        return None;
    }
    color(&head, view);
    view.hedged |= is(&head, "say") && group.passive;
    view.hedged |= is(&head, "guess") && hit.predicate.lasting && !is_own_view(scene, verb);
    Some(())
}

/// "Neither of them has confirmed that …": a subject that negates.
fn is_nobody(scene: &Scene<'_>, verb: usize) -> bool {
    let clause = scene.clause_of_verb(verb).map(|clause| scene.clause(clause));
    // "Neither Ana nor Bo attended"
    let neither = clause.and_then(|clause| clause.marker).is_some_and(|marker| scene.is(marker, "neither"));
    let subject = clause.and_then(|clause| clause.subject);
    neither
        || subject.is_some_and(|subject| {
            let mut tokens = scene.group(subject).tokens.clone();
            tokens.any(|token| matches!(scene.lemma(token), "neither" | "nobody" | "none" | "no"))
        })
}

/// "I think we were together for a year": who speaks of himself does not guess.
fn is_own_view(scene: &Scene<'_>, verb: usize) -> bool {
    let clause = scene.clause_of_verb(verb).map(|clause| scene.clause(clause));
    let subject = clause.and_then(|clause| clause.subject).map(|subject| scene.group(subject).head);
    subject.is_some_and(|head| scene.is(head, "i") || scene.is(head, "we"))
}

/// What a word that governs the claim makes of it.
fn color(word: &str, view: &mut View) {
    if is(word, "deny") {
        view.denied = true;
    } else if is(word, "confirm") {
        view.confirmed = true;
    } else if is(word, "hedge") {
        view.hedged = true;
    }
}
