//! Nouns for the bond itself: "Ana's romance with Raul", "the feud between them", "their wedding",
//! "Ana Vega and Raul Ortiz dating rumors".

use std::ops::Range;

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::extract::relation::stance;
use crate::lexicon::Part;
use crate::syntax::{NounKind, Tag};

/// Finds nouns for a bond and those whom it joins.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for group in 0..scene.chunks().nouns.len() {
        let whole = scene.group(group);
        for token in whole.tokens.clone().filter(|&token| scene.is_plain(token)) {
            for found in phrase::at(scene, token, &[Part::Bonds]) {
                hits.extend(read(scene, group, &found));
            }
        }
    }
}

fn read<'a>(scene: &Scene<'a>, group: usize, (predicate, trigger, words): &Found<'a>) -> Option<Hit<'a>> {
    if is_seat(scene, words.end - 1) {
        return None;
    }
    let what = (*predicate, *trigger);
    let with =
        if is_part(scene, group, words) { Party::default() } else { with(scene, group, words.end, trigger.ended) };
    if let Some(possessor) = scene.group(group).possessor {
        let owner = scene.people(scene.all_possessors(possessor));
        if with.is_known() && owner.is_known() {
            return Hit::between(scene, what, &owner, &with, words.clone(), "bond-possessor-with");
        }
        // "gave the photographers their picture": whose a picture is says little.
        let clear = !trigger.weak || scene.group(possessor).kind != NounKind::Pronoun;
        return clear.then(|| Hit::among(scene, what, &owner, words.clone(), "bond-possessors")).flatten();
    }
    let joined = behind(scene, group, words.end, &["between", "of"]);
    let joined = if joined.is_many() { joined } else { between(scene, group) };
    let joined = if joined.is_many() { joined } else { brewing(scene, words.end) };
    if joined.is_many() {
        return Hit::among(scene, what, &joined, words.clone(), "bond-between");
    }
    let before = before(scene, words.start);
    if before.is_many() {
        return Hit::among(scene, what, &before, words.clone(), "bond-names");
    }
    let clause = scene.clause_of(words.end - 1);
    let subject = spoken_for(scene, clause).unwrap_or_else(|| scene.people(scene.subject(clause)));
    if before.is_known() && subject.chains.len() == 1 && is_spoken_of(scene, clause, group) {
        return Hit::between(scene, what, &subject, &before, words.clone(), "bond-with");
    }
    if with.is_known() && subject.chains.len() == 1 {
        return Hit::between(scene, what, &subject, &with, words.clone(), "bond-with");
    }
    None
}

/// Ana of "Ana's manager, Bo, confirmed the split from Tom": who speaks for somebody tells of that one.
fn spoken_for(scene: &Scene<'_>, clause: usize) -> Option<Party> {
    const SPEAKERS: &[&str] = &[
        "manager",
        "rep",
        "representative",
        "publicist",
        "agent",
        "lawyer",
        "attorney",
        "spokesman",
        "spokeswoman",
        "spokesperson",
    ];
    let subject = scene.clause(clause).subject?;
    let speaks = |group: &usize| scene.group(*group).roles.iter().any(|&role| SPEAKERS.contains(&scene.lemma(role)));
    let speaker = std::iter::once(subject).chain(scene.appositions(subject)).find(speaks)?;
    let owner = scene.people(scene.all_possessors(scene.group(speaker).possessor?));
    (owner.chains.len() == 1).then_some(owner)
}

/// "a marriage licence to Ana and Bo", "an engagement ring to Ana": a noun that only says of what sort another is;
/// but "dating rumors with".
fn is_part(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> bool {
    const THINGS: &[&str] = &[
        "licence",
        "license",
        "ring",
        "certificate",
        "cake",
        "dress",
        "gift",
        "counselor",
        "counsellor",
        "lawyer",
        "paper",
        "vow",
        "guest",
        "album",
        "song",
        "track",
        "coach",
        "expert",
        "show",
        "movie",
        "film",
        "drama",
    ];
    let head = scene.group(group).head;
    head >= words.end && scene.name_at(head).is_none() && THINGS.contains(&scene.lemma(head))
}

/// "in the front row with Ana" tells of seats, and of no quarrel.
fn is_seat(scene: &Scene<'_>, token: usize) -> bool {
    const PLACES: &[&str] = &["front", "back", "second", "third", "next", "first", "same"];
    let before = token.checked_sub(1).map_or("", |before| scene.lemma(before));
    scene.is(token, "row") && PLACES.contains(&before)
}

/// Who stands behind "with" or "to" right after the noun: "marriage to", "feud with"; "divorce from".
fn with(scene: &Scene<'_>, group: usize, from: usize, ended: bool) -> Party {
    let wanted: &[&str] = if ended { &["with", "to", "from"] } else { &["with", "to"] };
    let found = behind(scene, group, from, wanted);
    if found.is_known() { found } else { aside(scene, from) }
}

/// Bo and Al of "her marriages, to Bo and Al, ended": behind a comma.
fn aside(scene: &Scene<'_>, comma: usize) -> Party {
    if comma + 2 >= scene.len() || scene.word(comma) != "," || !matches!(scene.lemma(comma + 1), "to" | "with") {
        return Party::default();
    }
    let prepositions = &scene.chunks().prepositions;
    let at = prepositions.partition_point(|found| found.tokens.start < comma + 1);
    let object = prepositions.get(at).filter(|found| found.tokens.start == comma + 1).and_then(|found| found.object);
    object.map_or_else(Party::default, |object| scene.people(scene.all(object)))
}

/// Whether a clause tells what its subject does about talk of a bond of theirs: "Ana shuts down **Bo Reece dating
/// rumors**", "Ana denies Bo Reece romance"; who "reacts to" or "talks about" the Bo Reece engagement may be anybody.
fn is_spoken_of(scene: &Scene<'_>, clause: usize, group: usize) -> bool {
    const DEALS: &[&str] =
        &["shut", "spark", "fuel", "ignite", "stoke", "clear", "laugh", "brush", "squash", "silence", "shoot", "slam"];
    let Some(verb) = scene.clause(clause).verb else { return false };
    let head = scene.lemma(scene.verb(verb).head);
    let talk = || scene.group(group).tokens.clone().any(|token| stance::is(scene.lemma(token), "hedge"));
    let deals = DEALS.contains(&head) || head == "address" && talk();
    let away = || scene.governor(group).is_some_and(|index| matches!(scene.preposition(index), "down" | "off" | "up"));
    let judges = stance::is(head, "deny") || stance::is(head, "confirm") && head != "announce";
    (judges || deals) && (scene.object(clause) == Some(group) || away())
}

/// Ana and Raul of "nothing (is) going on between Ana and Raul", "a romance brewing between them".
fn brewing(scene: &Scene<'_>, from: usize) -> Party {
    const REACH: usize = 4;
    let last = scene.sentence(from - 1).end.min(from + REACH);
    let loose = |&at: &usize| {
        let tag = scene.tag(at);
        matches!(tag, Tag::VBG | Tag::VBN | Tag::RB | Tag::RP | Tag::JJ) || scene.is(at, "on")
    };
    let between = (from..last).find(|at| !loose(at)).filter(|&at| at > from && scene.is(at, "between"));
    let prepositions = &scene.chunks().prepositions;
    let index = between.map(|at| prepositions.partition_point(|found| found.tokens.start < at));
    let index = index.filter(|&index| prepositions.get(index).is_some_and(|found| Some(found.tokens.start) == between));
    index.map_or_else(Party::default, |index| scene.people(scene.brought(index)))
}

/// Ana and Raul of "the engagement is announced between Ana and Raul", "there was never anything between
/// them": those whom the verb of the noun puts on its two sides.
fn between(scene: &Scene<'_>, group: usize) -> Party {
    let clause = scene.clause_of(scene.group(group).head);
    let Some(verb) = scene.clause(clause).verb else { return Party::default() };
    let own = [scene.clause(clause).subject, scene.clause(clause).object].contains(&Some(group));
    let index = scene.behind_verb(verb).find(|&index| scene.preposition(index) == "between");
    // "Nothing happened between them", but "nothing came between them".
    let happens =
        matches!(scene.lemma(scene.verb(verb).head), "happen" | "exist" | "blossom" | "brew" | "erupt" | "simmer");
    let plain = scene.verb(verb).passive || scene.verb(verb).copula || happens;
    index.filter(|_| own && plain).map_or_else(Party::default, |index| scene.people(scene.brought(index)))
}

fn behind(scene: &Scene<'_>, group: usize, from: usize, wanted: &[&str]) -> Party {
    let fits = |&index: &usize| {
        let word = scene.preposition(index);
        // "a whole row of them" is no row between them.
        let counted = || {
            let object = scene.chunks().prepositions[index].object;
            let bare = |object| scene.group(object).kind == NounKind::Pronoun && scene.coordinated(object).is_empty();
            word == "of" && object.is_some_and(bare)
        };
        scene.chunks().prepositions[index].tokens.start >= from && wanted.contains(&word) && !counted()
    };
    let objects = scene.hanging_on(group).filter(fits).filter_map(|index| scene.chunks().prepositions[index].object);
    objects.map(|object| scene.people(scene.all(object))).find(Party::is_known).unwrap_or_default()
}

/// The names right before the noun: "the Ana Vega and Raul Ortiz romance", "Ana, Raul split".
fn before(scene: &Scene<'_>, start: usize) -> Party {
    let mut party = Party::default();
    let mut at = start;
    let first = scene.sentence(start).start;
    while at > first {
        let token = at - 1;
        if let Some(name) = scene.name_at(token) {
            party = scene.people(scene.mentioned(name)).and(&party);
            at = scene.reading.mentions[name].tokens.start;
        } else if matches!(scene.word(token), "and" | "&" | "," | "-" | "–" | "x") && party.is_known() {
            at = token;
        } else {
            break;
        }
    }
    party
}
