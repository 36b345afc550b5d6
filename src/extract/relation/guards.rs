//! What never becomes a claim: health, sexuality, religion, home addresses.
//!
//! Comes in: a [`Hit`]. Goes out: whether it may be told. It holds for the user's own predicates
//! too: their words are judged, and so is what stands around a claim of somebody's presence ("was
//! treated at", "checked into rehab at"). Kinship and the like are told whatever else the sentence
//! says.

use super::hit::Hit;
use super::scene::Scene;
use crate::lexicon::{Table, list};
use crate::model::{Group, NodeKind};
use crate::syntax::Tag;

/// Words of private matters.
const SENSITIVE: Table = list!("cues/sensitive");

/// Words that end the name of a street.
const STREETS: &[&str] = &["street", "st", "road", "rd", "lane", "drive", "close", "crescent", "terrace", "court"];

/// Whether a hit may become a claim.
pub(super) fn allow(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let words_are = hit.trigger.words.iter().any(|word| SENSITIVE.contains(word));
    let presence = hit.predicate.group == Group::Presence;
    !words_are
        && !is_buried(scene, hit)
        && !is_dreamt(scene, hit)
        && !is_contest(scene, hit)
        && !is_married_off(scene, hit)
        && !is_of_others(scene, hit)
        && !is_idiom(scene, hit)
        && !is_mistimed(scene, hit)
        && !is_over_something(scene, hit)
        && !is_for_life(scene, hit)
        && !(presence
            && (is_private(scene, hit)
                || is_address(scene, hit)
                || is_mourned(scene, hit)
                || is_away(scene, hit)
                || is_called_off(scene, hit)))
}

/// Who is buried next to somebody was not seen with them.
fn is_buried(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb;
    let idiom = hit.trigger.words.iter().any(|word| word == "bury");
    !idiom && hit.predicate.group == Group::Social && verb.is_some_and(|verb| scene.is(scene.verb(verb).head, "bury"))
}

/// "visits her in her dreams": nobody was with anybody.
fn is_dreamt(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause_of(hit.anchor.start);
    let dream = |token: usize| matches!(scene.lemma(token), "dream" | "nightmare") && scene.clause_of(token) == clause;
    !hit.predicate.lasting && scene.sentence(hit.anchor.start).any(|token| scene.tag(token).is_noun() && dream(token))
}

/// "They were married off" is not to each other.
fn is_married_off(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let off = hit.anchor.end < scene.len() && scene.is(hit.anchor.end, "off");
    off && scene.is(hit.anchor.end - 1, "marry")
}

/// "They are over the moon", "are both over 30": only where nothing follows it are two over.
fn is_over_something(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let last = hit.anchor.end;
    let ends = || {
        let tag = if last < scene.len() { scene.tag(last) } else { Tag::Stop };
        matches!(tag, Tag::Stop | Tag::Comma | Tag::CC | Tag::CloseQuote) || scene.is(last, "after")
    };
    hit.trigger.words == ["be", "over"] && !ends()
}

/// "was with Bo for nine years" tells of a bond, and "was with Bo at the gala" of an evening.
fn is_mistimed(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let with = hit.trigger.words == ["be"] && hit.trigger.preposition.as_deref() == Some("with");
    (hit.trigger.long || with && !hit.predicate.lasting) && hit.trigger.long != tells_how_long(scene, hit)
}

/// "She is survived by her companion, Bo": who outlives somebody was no company of an evening.
fn is_for_life(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let survives = |token: usize| scene.is(token, "survive") && token < hit.anchor.start;
    !hit.predicate.lasting && hit.trigger.words == ["companion"] && scene.sentence(hit.anchor.start).any(survives)
}

/// Whether the words behind a hit tell for how many years or since when.
fn tells_how_long(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const REACH: usize = 12;
    const UNITS: &[&str] = &["year", "month", "decade"];
    let from = hit.anchor.end.max(hit.tokens.end);
    let behind = from..scene.sentence(hit.anchor.start).end.min(from + REACH);
    let unit = |at: usize| (at + 1..behind.end.min(at + 5)).any(|at| UNITS.contains(&scene.lemma(at)));
    let since = |at: usize| {
        let open = ["since", "from", "until", "between"].iter().any(|word| scene.is(at, word));
        open && at + 1 < behind.end && scene.is_time(at + 1)
    };
    behind.clone().take_while(|&at| scene.word(at) != ";").any(|at| scene.is(at, "for") && unit(at) || since(at))
}

/// "met each other's families": they met others.
fn is_of_others(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let other = hit.trigger.words.last().is_some_and(|word| word == "other" || word == "another");
    other && hit.anchor.end < scene.len() && scene.tag(hit.anchor.end) == Tag::POS
}

/// "kissed and made up", "left out": words that mean something else together.
fn is_idiom(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let word = |at: usize, word: &str| hit.anchor.end + at < scene.len() && scene.is(hit.anchor.end + at, word);
    match scene.lemma(hit.anchor.end - 1) {
        "kiss" => word(0, "and") && word(1, "make") && word(2, "up"),
        "leave" => word(0, "out") || word(0, "behind"),
        // "slapped down", "slapped with a fine"; "dressed up their son"
        "slap" => word(0, "down") || word(0, "with"),
        "dress" | "sign" => word(0, "up"),
        // "were both involved in a fraud"; "Dancing with the Stars"; "fired two shots"
        "involved" | "involve" => word(0, "in"),
        "dance" => word(0, "with") && word(2, "star"),
        "shot" => hit.anchor.clone().any(|token| scene.tag(token) == Tag::CD),
        _ => false,
    }
}

/// "beat her rival Mia Stone in the semi-final": who contends for a prize has no quarrel.
fn is_contest(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const RIVALS: &[&str] = &["rival", "arch-rival", "archrival", "rivalry", "adversary", "foe"];
    const CONTESTS: &[&str] = &[
        "beat",
        "defeat",
        "match",
        "semi-final",
        "semifinal",
        "final",
        "race",
        "tournament",
        "league",
        "championship",
        "champion",
        "medal",
        "seed",
        "goal",
        "penalty",
        "derby",
        "election",
        "candidate",
        "vote",
        "nominee",
        "nomination",
        "club",
        "team",
        "cup",
        "sprint",
        "lap",
        "score",
        "podium",
        "category",
        "trophy",
    ];
    let rival = hit.trigger.words.last().is_some_and(|word| RIVALS.contains(&word.as_str()));
    let contest = |token: usize| scene.name_at(token).is_none() && CONTESTS.contains(&scene.lemma(token));
    rival && scene.sentence(hit.anchor.start).any(contest)
}

/// "stayed away", "was kept away", "moved out of their home": who was not there, or is there no more.
fn is_away(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let behind = hit.anchor.end;
    let (word, verb) = (|word: &str| behind < scene.len() && scene.is(behind, word), scene.lemma(behind - 1));
    word("away") && matches!(verb, "stay" | "keep" | "remain") || word("out") && verb == "move"
}

/// "called off their wedding", "postponed the gala": what did not take place.
fn is_called_off(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let verb = scene.clause(scene.clause_of(hit.anchor.start)).verb.map(|verb| scene.verb(verb).head);
    verb.is_some_and(|head| match scene.lemma(head) {
        "call" => head + 1 < scene.len() && scene.is(head + 1, "off"),
        word => matches!(word, "cancel" | "postpone" | "scrap"),
    })
}

/// Nobody attends what is named as their own funeral.
fn is_mourned(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    const FUNERALS: &[&str] = &["funeral", "memorial", "burial", "wake"];
    let name = |chain: usize| scene.reading.coref.chains[chain].name.to_lowercase();
    hit.pairs.iter().any(|&(who, event)| {
        let (who, event) = (name(who), name(event));
        let whose = who.rsplit(' ').next().unwrap_or_default();
        FUNERALS.iter().any(|word| event.contains(word)) && event.contains(whose)
    })
}

/// Whether the clause of the claim, or one right inside it, speaks of a private matter.
fn is_private(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    let clause = scene.clause_of(hit.anchor.start);
    scene.sentence(hit.anchor.start).any(|token| {
        let here = scene.clause_of(token);
        let near = here == clause || scene.clause(here).parent == Some(clause);
        near && SENSITIVE.get(scene.lemma(token)) == Some("")
    })
}

/// "12 Elm Street" is where somebody lives.
fn is_address(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    hit.pairs.iter().any(|&(_, target)| {
        let name = &scene.reading.coref.chains[target].name;
        let numbered = name.starts_with(|first: char| first.is_ascii_digit());
        let last = name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        scene.kind(target) == NodeKind::Venue && numbered && STREETS.contains(&last.trim_end_matches('.'))
    })
}
