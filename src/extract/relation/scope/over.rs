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
    // "did not marry until 2012" tells how it began.
    let not = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).negation.is_some());
    // "Until March, Ana was engaged to Bo"
    let first = scene.sentence(hit.anchor.start).start;
    let fronted = matches!(scene.lemma(first), "until" | "till") && first + 1 < scene.len() && scene.is_time(first + 1);
    let until = fronted || behind.into_iter().any(lasted);
    view.ended |= is_predicated(hit.frame) && hit.predicate.lasting && !not && until;
    // "has been linked in the past to Bo"
    let past = |token: usize| {
        let word = |at: usize, word: &str| scene.is(token + at, word);
        word(0, "in") && (word(1, "the") && word(2, "past") || word(1, "those") && word(2, "day"))
    };
    let near = hit.tokens.start..hit.tokens.end.min(scene.len().saturating_sub(2));
    view.ended |= is_predicated(hit.frame) && near.into_iter().any(past);
    // Of "annulled" the lemma may be no word.
    let annulled = |token: usize| scene.lemma(token).starts_with("annul");
    view.ended |= hit.predicate.name == "married_to"
        && is_predicated(hit.frame)
        && (hit.anchor.end..scene.sentence(hit.anchor.start).end).any(annulled);
    view.ended |= is_brought_to_end(scene, hit) || is_term(scene, hit) || is_spanned(scene, hit);
}

/// "called off their engagement", "the end of their marriage", "their romance fizzled".
fn is_brought_to_end(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const ENDS: &[&str] = &[
        "is over",
        "was over",
        "ended",
        "called off",
        "calls off",
        "called time on",
        "calls time on",
        "calling time on",
        "pulled the plug",
        "pulls the plug",
        "broke off",
        "breaks off",
        "fell apart",
        "came to an end",
        "broke down",
        "dissolved",
        "annulled",
        "fizzled",
    ];
    if !hit.frame.starts_with("bond-") {
        return false;
    }
    let whole = scene.span(&scene.sentence(hit.anchor.start)).of(scene.reading.syntax.text);
    // "The marriage lasted 55 hours."
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb));
    let lasted = verb.is_some_and(|verb| scene.is(verb.head, "last") && verb.tense == Tense::Past && !verb.perfect);
    let feast = hit.trigger.words.iter().any(|word| matches!(word.as_str(), "wedding" | "nuptial" | "honeymoon"));
    let told_of = scene.clause(scene.clause_of(hit.anchor.start)).subject == scene.noun_at(hit.anchor.start);
    if lasted && told_of && !feast {
        return true;
    }
    // Not of "attended".
    let told = |end: &str| whole.match_indices(end).any(|(at, _)| !whole[..at].ends_with(char::is_alphabetic));
    let of = scene.noun_at(hit.anchor.start).and_then(|group| scene.governor(group));
    let of = of.map(|index| scene.chunks().prepositions[index].tokens.start).filter(|&of| scene.is(of, "of"));
    let end = of.and_then(|of| of.checked_sub(1)).map_or("", |noun| scene.lemma(noun));
    ENDS.iter().any(|end| told(end)) || matches!(end, "end" | "breakdown" | "collapse" | "demise" | "dissolution")
}

/// "her secretary from 1968 to 2014", "her boyfriend until 2018": a post with its years, a bond with its end.
fn is_term(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let times = &scene.reading.times.expressions;
    let behind = &times[times.partition_point(|time| time.tokens.start < hit.anchor.end)..];
    let mut near = behind.iter().take_while(|time| time.tokens.start < hit.tokens.end + 2);
    let lasting = hit.predicate.lasting;
    let ends = |time: &Time| time.bound == Bound::Until || lasting && is_span(time);
    hit.frame.starts_with("role-") && near.any(ends)
}

/// "before dating Bo from 2010 to 2012": a bond told with its end, whatever its verb's form.
fn is_spanned(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause_of(hit.anchor.start);
    let present = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).tense == Tense::Present);
    let romance = hit.predicate.group == Group::Romance && is_predicated(hit.frame);
    let times = &scene.reading.times.expressions;
    let behind = &times[times.partition_point(|time| time.tokens.start < hit.anchor.end)..];
    let here = |time: &&Time| time.tokens.start < scene.sentence(hit.anchor.start).end;
    let own = |time: &Time| !time.tokens.is_empty() && scene.clause_of(time.tokens.start) == clause;
    romance && !present && behind.iter().take_while(here).any(|time| own(time) && !time.future && is_span(time))
}

/// "from 2010 to 2012"
fn is_span(time: &Time) -> bool {
    time.bound == Bound::At && time.value.as_ref().is_some_and(Edtf::is_interval) && time.tokens.len() > 2
}

/// "Ana, who was married to Bo", "they dated", "was seeing Bo": a state told in the past is over; a wedding
/// with its date is no state, and what somebody said in the past may still hold.
pub(super) fn is_past_state(scene: &Scene<'_>, hit: &Hit<'_>, verb: usize) -> bool {
    let group = scene.verb(verb);
    let Some(clause) = scene.clause_of_verb(verb) else { return false };
    let here = scene.clause(clause);
    let head = scene.lemma(group.head);
    // "got engaged to", "fell in love with" tell how it began.
    let begins = matches!(head, "get" | "become" | "fall" | "start" | "begin");
    // "She's gay, and engaged to Bo", "Vega besotted with Bo": no verb in the past.
    let participle = hit.frame == "adjective" && !group.passive && hit.anchor.contains(&group.head);
    if begins || participle {
        return false;
    }
    let affair = hit.trigger.words.iter().any(|word| matches!(word.as_str(), "romance" | "fling" | "affair" | "tryst"));
    let had = affair && (head == "have" || head == "enjoy")
        || head == "go" && hit.trigger.words.iter().any(|word| word == "out");
    let dates = matches!(head, "date" | "see" | "romance" | "court");
    let state = group.copula || hit.frame == "adjective" || dates || had;
    let bond = hit.predicate.lasting && matches!(hit.predicate.group, Group::Romance | Group::Work);
    // "… alleged that Ana and Bo had dated"
    let before = group.perfect && group.tense == Tense::Past && head == "date" && !group.progressive;
    // "Ana, who had been married to Bo, wed Al", but "had been married for a year when he won"
    let lasts = |token: usize| ["for", "since", "when", "by"].iter().any(|word| scene.is(token, word));
    let long = || scene.sentence(group.head).any(lasts);
    let been = group.perfect && group.tense == Tense::Past && hit.frame == "adjective" && !group.progressive && !long();
    if state && bond && (before || been) {
        return true;
    }
    if !state || !bond || group.tense != Tense::Past || group.perfect {
        return false;
    }
    let (times, sentence) = (&scene.reading.times.expressions, scene.sentence(group.head));
    let times = &times[times.partition_point(|time| time.tokens.start < sentence.start)..];
    let times = || times.iter().take_while(|time| time.tokens.start < sentence.end);
    // "In 1985 they were married": a date in front may stand outside of the clause.
    let own = |time: &&Time| {
        let at = scene.clause_of(time.tokens.start);
        !time.tokens.is_empty() && (at == clause || scene.clause(at).verb.is_none())
    };
    let dated = times().any(|time| own(&time));
    // "wrote that she dated Bo in the 1990s", but "said that she was dating Bo"
    if here.kind == ClauseKind::Complement && !(dated && head == "date" && !group.progressive) {
        return false;
    }
    // "was married to Bo from 2010 to 2012" tells when it ended.
    let spanned = times().filter(own).any(is_span);
    let told = |word: &str| hit.trigger.words.iter().any(|one| one == word);
    let wedding = matches!(head, "marry" | "wed" | "engage") || ["married", "wed", "engaged"].into_iter().any(told);
    let wedding = wedding && dated && !spanned;
    let linked = hit.trigger.status.is_some();
    !wedding && !linked
}
