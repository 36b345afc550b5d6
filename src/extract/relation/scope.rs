//! The article's stance on what a hit says: reported, rumored, denied, confirmed; over or not; or
//! nothing at all (a condition, a plan, a part in a film).
//!
//! Comes in: a [`Hit`]. Goes out: a [`Stance`], or `None` where nothing is claimed. A stance comes
//! from the words around the claim, from the inside out: the words that claim it, what modifies
//! them, their verb, the clauses that govern it, the sentence.

use super::attribution;
use super::hit::Hit;
use super::scene::Scene;
use super::stance::{self, is};
use crate::extract::time::{Bound, Time};
use crate::model::{Edtf, Group, Status};
use crate::syntax::{ClauseKind, Tag, Tense};

/// What the article makes of a claim.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stance {
    pub(super) status: Status,
    pub(super) ended: bool,
    /// To whom it is attributed, in the article's words.
    pub(super) said_by: Option<String>,
}

/// Judges a hit.
pub(super) fn judge(scene: &Scene<'_>, hit: &Hit<'_>) -> Option<Stance> {
    let mut view = View::default();
    if is_played(scene, hit) || is_never(scene, hit) {
        return None;
    }
    modifiers(scene, hit, &mut view);
    once(scene, hit, &mut view);
    if is_predicated(hit.frame) {
        clauses(scene, hit, &mut view)?;
    }
    sentence(scene, hit, &mut view);
    view.denied |= is_corrected(scene, hit);
    let source = attribution::of(scene, hit);
    view.hedged |=
        source.as_ref().is_some_and(|source| source.anonymous) && hit.predicate.lasting && is_predicated(hit.frame);
    let lasting = hit.predicate.lasting && hit.predicate.group != Group::Family;
    let status = view.status(hit.trigger.status);
    let quiet = hit.predicate.name == "spotted_with" || hit.predicate.name == "held_at";
    if status == Status::Denied && (quiet || !hit.predicate.lasting && is_corrected(scene, hit)) {
        return None;
    }
    Some(Stance {
        status,
        ended: lasting && (view.ended || hit.trigger.ended) && status != Status::Denied,
        said_by: source.map(|source| source.words),
    })
}

/// "An earlier version of this story said that …": what was said in error.
fn is_corrected(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let sentence = scene.sentence(hit.anchor.start);
    let before = scene.span(&(sentence.start..hit.anchor.start + 1)).of(scene.reading.syntax.text).to_lowercase();
    let version = ["earlier version", "previous version", "original version", "earlier headline", "earlier story"];
    let erred = |word: &str| {
        is(word, "say") || matches!(word, "misstate" | "misidentify" | "incorrectly" | "wrongly" | "mistakenly")
    };
    version.iter().any(|version| before.contains(version))
        && (sentence.start..hit.anchor.start).any(|token| erred(scene.lemma(token)))
}

/// "plays his wife", "stars as the mother of": kin on the screen only.
fn is_played(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
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
pub(super) fn is_ahead(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause(scene.clause_of(hit.anchor.start));
    let act = hit.frame.starts_with("verb-") || hit.frame.starts_with("together");
    let told = matches!(clause.kind, ClauseKind::Main | ClauseKind::Relative | ClauseKind::Complement);
    clause.verb.map(|verb| scene.verb(verb)).is_some_and(|verb| {
        let shall = verb.modal.is_some_and(|modal| matches!(scene.lemma(modal), "will" | "'ll" | "shall"));
        act && told && verb.tense == Tense::Future && shall && verb.negation.is_none() && !verb.perfect
    })
}

/// "is to marry", "plans to wed": a wedding ahead is an engagement, which has words of its own.
fn is_never(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause(scene.clause_of(hit.anchor.start));
    let infinitive = clause.kind == ClauseKind::Infinitive && is_predicated(hit.frame);
    let host =
        clause.parent.and_then(|parent| scene.clause(parent).verb).map(|verb| scene.lemma(scene.verb(verb).head));
    infinitive
        && (hit.predicate.name == "married_to" || !hit.predicate.lasting)
        && !host.is_some_and(|host| {
            matches!(
                host,
                "go" | "fly"
                    | "travel"
                    | "arrive"
                    | "turn"
                    | "return"
                    | "head"
                    | "step"
                    | "stop"
                    | "stay"
                    | "begin"
                    | "start"
                    | "gather"
                    | "reunite"
                    | "happen"
                    | "manage"
                    | "see"
                    | "seem"
                    | "appear"
                    | "get"
                    | "come"
                    | "use"
                    | "continue"
                    | "say"
                    | "rumor"
                    | "rumour"
                    | "claim"
                    | "believe"
                    | "report"
                    | "allege"
                    | "think"
            )
        })
}

/// "once dated", "previously married", "was formerly her manager", "no longer together".
fn once(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) {
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

/// What was gathered of a hit's surroundings.
#[derive(Default)]
struct View {
    hedged: bool,
    denied: bool,
    confirmed: bool,
    ended: bool,
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
                    || scene.is(token, "first") && !hit.frame.starts_with("role-")) =>
            {
                view.ended = true;
            }
            "no" => view.denied = true,
            word if is(word, "hedge") => view.hedged = true,
            _ => {}
        }
    }
    // "romance rumors", "wedding talk"
    let behind = hit.anchor.end..scene.sentence(start).end.min(hit.anchor.end + 2);
    let talk = |token: usize| {
        is(scene.lemma(token), "hedge") || matches!(scene.lemma(token), "talk" | "report" | "buzz" | "claim")
    };
    view.hedged |=
        hit.frame.starts_with("bond-") && behind.into_iter().any(|token| scene.tag(token).is_noun() && talk(token));
    if scene.lemma(start).starts_with("ex-") {
        view.ended = true;
    }
}

/// The clause's own verb, and those that govern it.
fn clauses(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) -> Option<()> {
    let mut clause = scene.clause_of(hit.anchor.start);
    let mut own = true;
    for _ in 0..8 {
        let here = scene.clause(clause);
        if here.kind == ClauseKind::Conditional {
            return None;
        }
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
                governing_verb(scene, hit, index, view)?;
            }
        }
        let goes_up = matches!(here.kind, ClauseKind::Complement | ClauseKind::Infinitive | ClauseKind::Participial)
            || is_content(scene, clause);
        match here.parent {
            Some(parent) if goes_up && parent != clause => clause = parent,
            _ => break,
        }
        own = false;
    }
    Some(())
}

/// "the rumors that they are dating", "told People that they split": a clause with "that" behind a
/// noun is what was said, and describes nobody.
fn is_content(scene: &Scene<'_>, clause: usize) -> bool {
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
    if let Some(negation) = group.negation.filter(|negation| !meant(negation)) {
        if is(&head, "deny") {
            view.hedged = true;
        } else if scene.is(negation, "longer")
            || scene.is(negation, "no")
            || scene.word(negation).eq_ignore_ascii_case("no longer")
        {
            view.ended = true;
        } else if is(&head, "confirm") {
            view.hedged = true;
        } else {
            view.denied = true;
        }
    } else if !is_anchor {
        color(&head, view);
    }
    view.ended |= is_past_state(scene, hit, verb);
    tense(scene, hit, verb, view)
}

/// "Ana, who was married to Bo", "they dated", "was seeing Bo": a state told in the past is over; a wedding
/// with its date is no state, and what somebody said in the past may still hold.
fn is_past_state(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize) -> bool {
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

/// Whether what a clause says of its verb is said of the bond: "there is no romance", "denied the
/// romance"; not "wasn't told of the romance".
fn bears(scene: &Scene<'_>, hit: &Hit<'_>, head: &str) -> bool {
    let clause = scene.clause_of(hit.anchor.start);
    let group = scene.noun_at(hit.anchor.start);
    let is_object = scene.object(clause) == group
        || group.is_some_and(|group| {
            let copula = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).copula);
            scene.governor(group).is_none_or(|index| match scene.preposition(index) {
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
fn governing_verb(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize, view: &mut View) -> Option<()> {
    let group = scene.verb(verb);
    let head = scene.lemma(group.head).to_owned();
    if group.negation.is_some() {
        match () {
            () if is(&head, "deny") || is(&head, "confirm") || is(&head, "say") => view.hedged = true,
            () => view.denied = true,
        }
        return Some(());
    }
    if is(&head, "plan") && !hit.predicate.lasting {
        return None;
    }
    color(&head, view);
    view.hedged |= is(&head, "say") && group.passive;
    view.hedged |= is(&head, "guess") && hit.predicate.lasting && !is_own_view(scene, verb);
    Some(())
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

/// Adverbs, nouns and marks of the whole sentence.
fn sentence(scene: &Scene<'_>, hit: &Hit<'_>, view: &mut View) {
    let sentence = scene.sentence(hit.anchor.start);
    let clause = scene.clause_of(hit.anchor.start);
    for token in sentence.clone() {
        let word = scene.lemma(token);
        let near = scene.clause_of(token) == clause;
        let tag = scene.tag(token);
        let before = token < hit.anchor.start && hit.anchor.start - token <= 12;
        // "Vega's wife reportedly left": what is told in passing is not what is hedged.
        if near && matches!(tag, Tag::RB) && is(word, "hedge") && is_predicated(hit.frame) {
            view.hedged = true;
        }
        let granted = hit.frame.starts_with("bond-possessor") && hit.predicate.name != "dating";
        if before && tag.is_noun() && is(word, "hedge") && is_predicated(hit.frame) && !granted {
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
        || sentence.clone().any(|token| is(scene.lemma(token), "report"));
    if rumour && is_predicated(hit.frame) && hit.predicate.lasting {
        view.denied |= stance::denies(scene.span(&sentence).of(scene.reading.syntax.text));
    }
}
