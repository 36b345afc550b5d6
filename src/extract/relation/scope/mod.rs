//! The article's stance on what a hit says: reported, rumored, denied, confirmed; over or not; or
//! nothing at all (a condition, a plan, a part in a film).
//!
//! Comes in: a [`Hit`]. Goes out: a [`Stance`], or `None` where nothing is claimed. A stance comes
//! from the words around the claim, from the inside out: the words that claim it, what modifies
//! them, their verb and the clauses that govern it ([`clauses`]), the sentence. What tells that a bond is
//! over stands in [`over`], what makes nothing of it (a film, a plan, an error) in [`unreal`].

mod clauses;
mod over;
mod unreal;

use std::ops::Range;

use super::attribution;
use super::hit::Hit;
use super::scene::Scene;
use super::stance::{self, is};
use crate::model::{Group, Status};
use crate::syntax::{ClauseKind, Tag};
pub(super) use unreal::is_ahead;

/// What the article makes of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stance {
    pub(super) status: Status,
    pub(super) ended: bool,
    /// To whom it is attributed, in the article's words.
    pub(super) said_by: Option<String>,
}

/// How far from "late" the name may stand ("the late film director Bo Reece"), and in how many words it is looked for.
const LATE: usize = 5;
const NEAR: usize = 32;

/// Judges a hit.
pub(super) fn judge(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Stance> {
    let mut view = View::default();
    if unreal::is_played(scene, hit) || unreal::is_never(scene, hit) {
        return None;
    }
    modifiers(scene, hit, &mut view);
    over::once(scene, hit, &mut view);
    if is_predicated(hit.frame) {
        clauses::judge(scene, hit, &mut view)?;
    }
    sentence(scene, hit, &mut view);
    view.denied |= unreal::is_corrected(scene, hit) || unreal::is_labelled_false(scene, hit);
    let source = attribution::of(scene, hit);
    view.hedged |=
        source.as_ref().is_some_and(|source| source.anonymous) && hit.predicate.lasting && is_predicated(hit.frame);
    view.confirmed |= source.as_ref().is_some_and(|source| source.confirms) && is_predicated(hit.frame);
    let lasting = hit.predicate.lasting && hit.predicate.group != Group::Family;
    // "were just friends until May": then they were more.
    // "are no longer just friends": now they are.
    let until = view.negated || clauses::until(scene, hit.anchor.end);
    let more = hit.trigger.status == Some(Status::Denied) && until;
    let status = view.status(hit.trigger.status.filter(|_| !more));
    view.ended &= !more;
    // "Reports that they have split are false": who has not parted is together.
    if hit.trigger.parting && status == Status::Denied {
        return Some(Stance { status: Status::Reported, ended: false, said_by: source.map(|source| source.words) });
    }
    let quiet =
        matches!(hit.predicate.name.as_str(), "spotted_with" | "held_at") || tells_more_than_presence(scene, hit);
    if status == Status::Denied && (quiet || !hit.predicate.lasting && unreal::is_corrected(scene, hit)) {
        return None;
    }
    Some(Stance {
        status,
        ended: lasting && (view.ended || hit.trigger.ended) && status != Status::Denied,
        said_by: source.map(|source| source.words),
    })
}

/// What was gathered of a hit's surroundings.
#[derive(Default)]
struct View {
    hedged: bool,
    denied: bool,
    confirmed: bool,
    ended: bool,
    /// A "not" or "no longer" of its own verb.
    negated: bool,
}

impl View {
    fn status(&self, own: Option<Status>) -> Status {
        match own {
            Some(Status::Denied) => Status::Denied,
            _ if self.denied => Status::Denied,
            Some(Status::Rumored) => Status::Rumored,
            _ if self.hedged => Status::Rumored,
            Some(status) => status,
            None if self.confirmed => Status::Confirmed,
            None => Status::Reported,
        }
    }
}

/// "did not kiss him in Leeds" says of nobody that they were not in Leeds, as "did not come to Leeds" does.
fn tells_more_than_presence(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const PRESENCE: &[&str] = &[
        "be", "come", "go", "attend", "appear", "arrive", "show", "turn", "travel", "fly", "visit", "return", "stay",
        "join", "make", "walk", "live", "move", "set", "step", "leave", "head", "see", "miss", "skip",
    ];
    hit.frame == "occasion-place" || hit.frame == "act-place" && !PRESENCE.contains(&scene.lemma(hit.anchor.start))
}

/// Whether the claim is what its clause says, so that the clause's "not" is about it.
fn is_predicated(frame: &str) -> bool {
    let named = frame.starts_with("role-") && !frame.ends_with("copula") && !frame.starts_with("role-have");
    !named && frame != "event-place"
}

/// Words right before the trigger in its noun group: "former", "late", "rumored", "no".
fn modifiers(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) {
    let start = hit.anchor.start;
    let group = scene.noun_at(start).map_or(start, |group| scene.group(group).tokens.start);
    for token in group.min(start)..start {
        match scene.lemma(token) {
            "former" | "ex" | "late" | "first" | "estranged" | "one-time" | "onetime" | "erstwhile" | "previous"
            | "then" | "old" | "past" | "sometime"
                if !(matches!(scene.lemma(token), "old" | "first" | "second")
                    && hit.predicate.name != "married_to"
                    || scene.is(token, "first")
                        && !hit.frame.starts_with("role-")
                        && hit.frame != "bond-possessor-with"
                    // "her late-night co-host"
                    || scene.is(token, "late") && scene.tag(token + 1) == Tag::HYPH) =>
            {
                view.ended = true;
            }
            "no" => view.denied = true,
            word if is(word, "hedge") => view.hedged = true,
            _ => {}
        }
    }
    // "her new man, believed to be Bo"
    view.hedged |= hit.frame.starts_with("role-") && scene.thought_to_be(hit.anchor.end).is_some();
    // "romance rumors", "wedding talk"
    let behind = hit.anchor.end..scene.sentence(start).end.min(hit.anchor.end + 2);
    let talk = |token: usize| {
        is(scene.lemma(token), "hedge") || matches!(scene.lemma(token), "talk" | "report" | "buzz" | "claim")
    };
    view.hedged |=
        hit.frame.starts_with("bond-") && behind.into_iter().any(|token| scene.tag(token).is_noun() && talk(token));
    view.ended |= scene.lemma(start).starts_with("ex-") || is_then(scene, hit) || is_of_late(scene, hit);
}

/// "**the late** Bo Reece, Ana's husband": one of the two has died.
fn is_of_late(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let late = |token: usize| scene.is(token, "late") && scene.tag(token).is_adjective();
    let named = |token: usize| {
        let name = (token + 1..hit.tokens.end.min(token + LATE)).find_map(|at| scene.name_at(at));
        name.map(|name| scene.people(scene.mentioned(name)))
    };
    let of_them = |token: usize| {
        named(token).is_some_and(|party| hit.pairs.iter().any(|&(a, b)| party.chains == [a] || party.chains == [b]))
    };
    hit.frame.starts_with("role-") && hit.tokens.clone().take(NEAR).any(|token| late(token) && of_them(token))
}

/// "her then-boyfriend", "his one-time manager": a role held at another time.
fn is_then(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const THEN: &[&str] = &["then", "sometime", "onetime", "one-time", "erstwhile", "former"];
    let (first, start) = (scene.sentence(hit.anchor.start).start, hit.anchor.start);
    if !hit.frame.starts_with("role-") || first == start {
        return false;
    }
    let before = scene.span(&(first.max(start.saturating_sub(4))..start)).of(scene.reading.syntax.text);
    THEN.iter().any(|then| before.trim_end().trim_end_matches('-').rsplit(char::is_whitespace).next() == Some(then))
}

/// Adverbs, nouns and marks of the whole sentence.
fn sentence(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) {
    let reach = if hit.predicate.lasting { 20 } else { 12 };
    let sentence = scene.sentence(hit.anchor.start);
    let clause = scene.clause_of(hit.anchor.start);
    let around = clauses::around(scene, clause);
    let later = is_later(scene, hit);
    let granted = hit.frame.starts_with("bond-possessor") && (hit.predicate.name != "dating" || later);
    view.hedged |= is_unconfirmed(scene, hit);
    for token in sentence.clone() {
        let word = scene.lemma(token);
        let near = scene.clause_of(token) == clause;
        let tag = scene.tag(token);
        let before = token < hit.anchor.start && hit.anchor.start - token <= reach;
        // "Vega's wife reportedly left": what is told in passing is not what is hedged.
        let over = near || around.contains(&scene.clause_of(token)) || clauses::leads(scene, token, hit);
        if over && matches!(tag, Tag::RB) && is(word, "hedge") && is_predicated(hit.frame) && !later {
            view.hedged = true;
        }
        if before
            && tag.is_noun()
            && is(word, "hedge")
            && is_predicated(hit.frame)
            && !granted
            && !is_aside(scene, token, clause)
            && (near || !is_no_rumour(scene, hit))
            && !is_confirmed_since(scene, hit, token)
        {
            view.hedged = true;
        }
    }
    // "Word has it that …"
    let word_has_it = scene.is(sentence.start, "word") && sentence.len() > 2 && scene.is(sentence.start + 1, "have");
    view.hedged |= word_has_it && is_predicated(hit.frame);
    if scene.word(sentence.end - 1) == "?" && is_predicated(hit.frame) {
        view.hedged = true;
    }
    // A rumour and a denial in one sentence: the rumour is what is denied.
    let rumour = view.hedged
        || hit.trigger.status == Some(Status::Rumored)
        || sentence.clone().any(|token| is(scene.lemma(token), "report") || scene.is(token, "talk"));
    // "denied that they are dating, saying they are just friends": friends they are.
    if rumour && is_predicated(hit.frame) && hit.predicate.lasting && hit.predicate.name != "friend_of" {
        // "Ana, who is engaged to Bo, laughed off the report": that is about something else.
        let aside = scene.clause(clause).kind == ClauseKind::Relative && !clauses::is_content(scene, clause);
        let near = if aside { scene.clause(clause).tokens.clone() } else { sentence };
        view.denied |= stance::denies(&without_asides(scene, near, clause));
    }
}

/// "After months of **rumors**, Ana confirmed that …": what was talked of is told to be so.
fn is_confirmed_since(scene: &Scene<'_>, hit: &Hit<'_>, rumour: usize) -> bool {
    const REACH: usize = 4;
    let first = scene.sentence(rumour).start.max(rumour.saturating_sub(REACH));
    let after = |at: usize| matches!(scene.lemma(at), "after" | "following" | "despite" | "amid");
    let confirms = |at: usize| {
        let verb = scene.clause(scene.clause_of(at)).verb.map(|verb| scene.verb(verb));
        scene.tag(at).is_verb() && is(scene.lemma(at), "confirm") && verb.is_none_or(|verb| verb.negation.is_none())
    };
    (first..rumour).any(after) && (rumour..hit.anchor.end).any(confirms)
}

/// "is reportedly dating Mia **after his split from Ana**": what came before is not what is hedged.
fn is_later(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const WORDS: &[&str] = &["after", "since", "following", "before", "despite"];
    let group = scene.noun_at(hit.anchor.start);
    let first = group.and_then(|group| scene.group(group).possessor).or(group);
    let start = first.map_or(hit.anchor.start, |group| scene.group(group).tokens.start);
    hit.frame.starts_with("bond-possessor") && start > 0 && WORDS.contains(&scene.lemma(start - 1))
}

/// "have yet to confirm their romance", "all but confirmed it".
fn is_unconfirmed(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const REACH: usize = 6;
    let from = scene.sentence(hit.anchor.start).start.max(hit.anchor.start.saturating_sub(REACH));
    let confirms = |token: usize| is(scene.lemma(token), "confirm");
    (from..hit.anchor.start.max(from + 2) - 1).any(|token| {
        let (one, next) = (scene.lemma(token), scene.lemma(token + 1));
        let open = one == "yet" && next == "to" || one == "all" && next == "but";
        open && token + 2 < scene.len() && confirms(token + 2)
    })
}

/// "sparked rumours after they were seen leaving", "shut down rumours, saying they are friends": what gave rise to a
/// rumour, or is told against it, is none.
fn is_no_rumour(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let mut clause = scene.clause(scene.clause_of(hit.anchor.start));
    for _ in 0..3 {
        let inner = matches!(clause.kind, ClauseKind::Participial | ClauseKind::Infinitive);
        let Some(parent) = clause.parent.filter(|_| inner) else { break };
        clause = scene.clause(parent);
    }
    let when = clause.marker.is_some_and(|marker| matches!(scene.lemma(marker), "when" | "after" | "as" | "while"));
    hit.predicate.name == "friend_of" || clause.kind == ClauseKind::Adverbial && when && !hit.predicate.lasting
}

/// Whether a token stands in a relative clause that tells of something else than the claim's.
fn is_aside(scene: &Scene<'_>, token: usize, clause: usize) -> bool {
    let here = scene.clause_of(token);
    here != clause && scene.clause(here).kind == ClauseKind::Relative && !clauses::is_content(scene, here)
}

/// What a sentence says but for the relative clauses that tell of something else.
fn without_asides(scene: &Scene<'_>, tokens: Range<usize>, clause: usize) -> String {
    let text = scene.reading.syntax.text;
    let end = |token: usize| scene.span(&(token..token + 1)).end;
    let told = tokens.clone().filter(|&token| !is_aside(scene, token, clause));
    told.map(|token| {
        let from = if token == tokens.start { scene.span(&tokens).start } else { end(token - 1) };
        from..end(token)
    })
    .map(|bytes| &text[bytes])
    .collect()
}
