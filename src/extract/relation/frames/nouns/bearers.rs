//! Whom a noun of relation means: "Vega's wife **Ana**", "**Ana**, the wife of Vega", "**Ana** is his
//! wife".
//!
//! Comes in: a noun group and the words in it. Goes out: people, and how they are said to be meant.

use std::ops::Range;

use super::super::guests::enumerated;
use super::list::{listed, named_ahead};
use super::predicated::predicated;
use super::{Bearing, PARTS, owners};
use crate::extract::relation::phrase;
use crate::extract::relation::scene::{Party, Scene};
use crate::extract::relation::stance;
use crate::model::{Group, NodeKind};
use crate::syntax::{NounKind, Tag};

/// Whom the noun means, and how that is said.
pub(super) fn bearers(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> Option<(Bearing, Party)> {
    let whole = scene.group(group);
    let plural = scene.is_plural(words.end - 1);
    if scene.name_of(group).is_some() && whole.head >= words.end {
        // "Jane Hall - the producer's wife - Bo Reece and Tom Hale"
        let dash = |token: usize| matches!(scene.word(token), "-" | "–" | "—") && scene.name_at(token).is_none();
        if (words.end..whole.head).any(dash) {
            return None;
        }
        let party = if plural { everyone(scene, group) } else { scene.own(group) };
        return Some((Bearing::Name, scene.people(party)));
    }
    if whole.head != words.end - 1 {
        return None;
    }
    // "his dad, the director Aurelio Reinholt", "Leo, the son of …"
    // (but not "Leo", where it is "Leo, whose father, Bo, …").
    let whose = whole.possessor.is_some_and(|owner| scene.group(owner).kind == NounKind::Relative);
    // Of "a son, Leo; two daughters, Mia and Sue" the names behind count.
    let beside = scene.appositions(group).filter(|&other| {
        let aside = if other < group { !whose && !speaks(scene, group) } else { true };
        aside && !parted(scene, group, other) && scene.people(scene.own(other)).is_known()
    });
    let beside = beside.max_by_key(|&other| other > group);
    let theirs = |beside: usize| !plural || everyone(scene, beside).is_many() || !is_of_kin(scene, group);
    if let Some(beside) = beside.filter(|&beside| theirs(beside)) {
        let party = match plural {
            true if beside > group => everyone(scene, beside),
            // "Ana and Bo, the parents of Mia"
            true => scene.all(beside),
            false => scene.own(beside),
        };
        return Some((Bearing::Apposition, scene.people(party)));
    }
    if let Some(party) = called(scene, group, words.end) {
        return Some((Bearing::Apposition, party));
    }
    if let Some(party) = among_them(scene, words.end).filter(|_| plural) {
        return Some((Bearing::Apposition, party));
    }
    let end = if scene.len() > words.end && scene.is(words.end, "together") { words.end + 1 } else { words.end };
    if let Some(party) = after_colon(scene, end, plural) {
        return Some((Bearing::Apposition, party));
    }
    if let Some(party) = predicated(scene, group, plural) {
        return Some((Bearing::Copula, party));
    }
    let list = scene.coordinated(group);
    // "his manager and aunt, Ana Vega": the last of the coordination bears the name.
    let later = list
        .iter()
        .filter(|&&other| other > group)
        .map(|&other| scene.people(scene.meant(other)))
        .find(Party::is_known);
    if let Some(party) = later
        && list.iter().all(|&other| other >= group)
        && scene.group(list[list.len() - 1]).possessor.is_none()
        && scene
            .name_of(list[list.len() - 1])
            .is_none_or(|_| scene.group(list[list.len() - 1]).roles.first().is_some_and(|&role| role > words.end))
    {
        return Some((Bearing::Apposition, party));
    }
    if let Some(party) = one_of(scene, group) {
        return Some((Bearing::Apposition, party));
    }
    // Whom "Vega's wife" alone means is a guess from what is told of the two, and tells nothing of them.
    told_before(scene, group, words, 0).map(|party| (Bearing::Apposition, party))
}

/// "(is engaged to Bo,) **her rep** told People": who says so is no aside about the one before.
fn speaks(scene: &Scene<'_>, group: usize) -> bool {
    let end = scene.group(group).tokens.end;
    let verb = scene.first_verb_of(end).map(|verb| scene.verb(verb));
    verb.is_some_and(|verb| verb.tokens.start == end && stance::is(scene.lemma(verb.head), "say"))
}

/// Whether a semicolon stands between two groups.
fn parted(scene: &Scene<'_>, one: usize, other: usize) -> bool {
    let (one, other) = (&scene.group(one).tokens, &scene.group(other).tokens);
    (one.end.min(other.end)..one.start.max(other.start)).any(|token| scene.word(token) == ";")
}

/// "the father of **Ana's children**, Bo Reece": of several who are another's kin one name is not all.
fn is_of_kin(scene: &Scene<'_>, group: usize) -> bool {
    let of = scene.governor(group).or_else(|| scene.governor(scene.group(group).possessor?));
    let outer = of.and_then(|index| scene.chunks().prepositions[index].noun);
    outer.is_some_and(|outer| has_kin(scene, outer))
}

/// Everyone of the list that a group begins: up to a semicolon, or to the kin of another name
/// ("their children Leo and Mia; and his brother Tom").
fn everyone(scene: &Scene<'_>, group: usize) -> Party {
    let start = scene.group(group).tokens.clone().find(|&token| scene.name_at(token).is_some());
    let listed = start.map_or_else(Party::default, |start| listed(scene, start));
    let same = |&&other: &&usize| {
        other == group
            || !parted(scene, group, other) && scene.group(other).possessor.is_none() && !has_kin(scene, other)
    };
    let rest = scene.coordinated(group).iter().skip_while(|&&other| other != group).take_while(same);
    let all = rest.fold(scene.own(group), |all, &other| all.and(&scene.meant(other)));
    if listed.is_many() { listed } else { all }
}

/// Whether a group says whose kin or love it is: "a sister", "his brother Tom".
pub(super) fn has_kin(scene: &Scene<'_>, group: usize) -> bool {
    is_tied(scene, group, Group::Romance)
}

/// Whether a word of a group is a noun of a tie as close as this, or closer.
pub(super) fn is_tied(scene: &Scene<'_>, group: usize, farthest: Group) -> bool {
    scene.group(group).roles.iter().any(|&role| {
        scene.name_at(role).is_none()
            && phrase::at(scene, role, PARTS).iter().any(|(predicate, ..)| predicate.group <= farthest)
    })
}

/// "Ana, the eldest of four **children** of Bo", "Ana is one of three **sisters**": who is one of them.
fn one_of(scene: &Scene<'_>, group: usize) -> Option<Party> {
    const ONES: &[&str] =
        &["one", "eldest", "oldest", "youngest", "first", "second", "third", "fourth", "last", "middle"];
    let of = scene.governor(group).map(|index| scene.chunks().prepositions[index].tokens.start)?;
    let one = of.checked_sub(1).filter(|&one| scene.is(of, "of") && ONES.contains(&scene.lemma(one)))?;
    let comma = (scene.sentence(one).start..one).rev().take(3).find(|&token| scene.word(token) == ",");
    let before = comma.and_then(|comma| scene.noun_at(comma.checked_sub(1)?));
    let named = before.filter(|&before| scene.name_of(before).is_some()).map(|before| scene.people(scene.own(before)));
    // "Ana was born in Rome, the eldest of four children of Bo"
    named.filter(|party| party.chains.len() == 1).or_else(|| {
        let outer = scene.noun_at(one).filter(|&outer| outer != group)?;
        // "Ana was the eldest of three daughters of Bo"
        let clause = scene.clause(scene.clause_of(one));
        let is_one = clause.object == Some(outer) && clause.verb.is_some_and(|verb| scene.verb(verb).copula);
        let subject = is_one.then(|| scene.people(scene.subject(scene.clause_of(one))));
        subject.filter(|party| party.chains.len() == 1).or_else(|| told_before(scene, outer, &(one..one + 1), 0))
    })
}

/// "Leo was born in Rome, **the son of** Ana", "Ana, daughter of Leo, **sister of** Mia and **the first
/// wife of** Bo": a noun with its "of" that stands loosely behind whom it means.
fn told_before(scene: &Scene<'_>, group: usize, words: &Range<usize>, depth: usize) -> Option<Party> {
    let start = scene.group(group).tokens.start;
    let clause = scene.clause(scene.clause_of(scene.group(group).head));
    let last = scene.sentence(start).end;
    let owned = words.end < last && scene.is(words.end, "of");
    if !owned || clause.subject == Some(group) || depth > 3 || start == scene.sentence(start).start {
        return (owned && depth == 0).then(|| told_after(scene, group)).flatten();
    }
    let subject = || {
        let party = scene.people(scene.subject(scene.clause_of(scene.group(group).head)));
        (party.chains.len() == 1 && party.tokens.end <= start).then_some(party)
    };
    let verb = clause.verb.map(|verb| scene.verb(verb));
    let grown = verb.is_some_and(|verb| matches!(scene.lemma(verb.head), "bear" | "born" | "grow" | "raise"));
    let mut before = start - 1;
    if scene.is(before, "as") {
        return grown.then(subject).flatten();
    }
    if scene.governor(group).is_some() {
        return None;
    }
    let mut marked = false;
    while before > scene.sentence(start).start && matches!(scene.word(before), "," | "and" | "\u{2014}" | "\u{2013}") {
        before -= 1;
        marked = true;
    }
    if marked && let Some((earlier, words)) = kin_before(scene, before) {
        return scene
            .appositions(earlier)
            .map(|other| scene.people(scene.own(other)))
            .find(Party::is_known)
            .or_else(|| predicated(scene, earlier, false))
            .or_else(|| told_before(scene, earlier, &words, depth + 1));
    }
    let place = scene
        .name_at(before)
        .map_or(scene.tag(before).is_proper(), |name| scene.only(scene.mentioned(name), &[NodeKind::Venue]).is_known());
    let complement = verb.is_some_and(|verb| verb.copula)
        && scene.noun_at(before).is_some_and(|noun| {
            clause.object.is_some_and(|object| object == noun || scene.coordinated(object).contains(&noun))
                && !scene.people(scene.meant(noun)).is_many()
                && scene.name_of(noun).is_none_or(|_| !scene.people(scene.own(noun)).is_known())
        });
    ((place || scene.is_time(before)) && (grown || marked) || complement && marked).then(subject).flatten()
}

/// "**A daughter of** the late Leo, Ana Vega was born in Rome": the subject behind the comma.
fn told_after(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let whole = scene.group(group);
    let sentence = scene.sentence(whole.tokens.start);
    if whole.tokens.start != sentence.start {
        return None;
    }
    let comma = (whole.tokens.end..sentence.end.min(whole.tokens.end + 14))
        .take_while(|&token| !scene.tag(token).is_verb())
        .find(|&token| scene.word(token) == ",")?;
    let next = scene.noun_at(comma + 1)?;
    let party = scene.people(scene.own(next));
    let is_subject = scene.clause(scene.clause_of(scene.group(next).head)).subject == Some(next);
    (is_subject && party.chains.len() == 1).then_some(party)
}

/// The noun of kin or love with its "of" whose names end at a token: of "the sister of Kings Leo and
/// Max" its group and words.
fn kin_before(scene: &Scene<'_>, last: usize) -> Option<(usize, Range<usize>)> {
    let from = scene.sentence(last).start.max(last.saturating_sub(16));
    let loose = |&token: &usize| {
        let tag = scene.tag(token);
        tag.is_noun()
            || scene.name_at(token).is_some()
            || matches!(tag, Tag::CC | Tag::Comma | Tag::CD | Tag::DT | Tag::JJ | Tag::JJS)
            || scene.is(token, "of")
    };
    (from..=last).rev().take_while(loose).find_map(|token| {
        let owned = scene.name_at(token).is_none() && token < last && scene.is(token + 1, "of");
        let found = if owned { phrase::at(scene, token, PARTS) } else { Vec::new() };
        let (.., words) = found.into_iter().find(|(predicate, ..)| predicate.group <= Group::Romance)?;
        Some((scene.noun_at(token)?, words))
    })
}

/// "a son named Leo", "her husband of ten years, Raul Ortiz,", "Vega's son, Leo went on".
fn called(scene: &Scene<'_>, group: usize, end: usize) -> Option<Party> {
    let last = scene.sentence(end - 1).end;
    let word = |token: usize| if token < last { scene.lemma(token) } else { "" };
    // "a daughter together, Mia"
    let end = if word(end) == "together" { end + 1 } else { end };
    let start = match word(end) {
        "name" | "call" | "christen" | "dub" | "nickname" => end + 1,
        _ if let Some(start) = scene.thought_to_be(end) => start,
        "of" => {
            // "her husband of a year Bo", "his wife of nine years, Ana"
            let unit = |token: usize| matches!(word(token), "year" | "month" | "decade" | "week" | "day");
            let unit =
                (end + 1..last.min(end + 6)).take_while(|&token| word(token) != ",").find(|&token| unit(token))?;
            let comma = (unit..last.min(end + 6)).find(|&token| word(token) == ",");
            comma.map_or(unit + 1, |comma| comma + 1)
        }
        "," => return behind_comma(scene, group, end),
        // "half-brother on her father's side, Leo", "a son from his first marriage, Leo,"
        // "a daughter with Bo, Mia,"
        "with" => {
            let next = scene.noun_at(end + 1).filter(|&next| scene.name_of(next).is_some())?;
            let comma = scene.group(next).tokens.end;
            return behind_comma(scene, group, Some(comma).filter(|&comma| word(comma) == ",")?);
        }
        "on" | "from" | "by" | "for" | "since" => {
            let open = (end + 1..last.min(end + 9))
                .take_while(|&token| !scene.tag(token).is_verb() && scene.name_at(token).is_none());
            return behind_comma(scene, group, open.into_iter().find(|&token| word(token) == ",")?);
        }
        _ => return None,
    };
    let named = scene.whole_group(start).filter(|&named| scene.name_of(named).is_some())?;
    let party = scene.people(scene.own(named));
    party.is_known().then_some(party)
}

/// "four grandchildren, **among them** the actress Ana Vega", "six siblings, **including** Leo and Max".
fn among_them(scene: &Scene<'_>, end: usize) -> Option<Party> {
    let last = scene.sentence(end - 1).end;
    let word = |token: usize| if token < last { scene.lemma(token) } else { "" };
    let from = if word(end) == "," { end + 1 } else { end };
    let from = match (word(from), word(from + 1)) {
        ("among", "them") => from + 2,
        ("include" | "including", _) => from + 1,
        _ => return None,
    };
    let (start, party) = named_ahead(scene, from)?;
    let list = listed(scene, start);
    Some(if list.is_many() { list } else { party })
}

/// "Vega's son, Leo went on", "her father, retired jockey Bo Reece, told", "a son, Leo, from that marriage".
fn behind_comma(scene: &Scene<'_>, group: usize, end: usize) -> Option<Party> {
    let owned = scene.group(group).possessor.is_some();
    let (start, party) = named_ahead(scene, end + 1)?;
    let name = scene.reading.mentions[scene.name_at(start)?].tokens.clone();
    let last = scene.sentence(start).end;
    let closed = name.end >= last || matches!(scene.word(name.end), "," | "." | ")" | ";" | "(" | "who" | "\u{2014}");
    let loose = owned && scene.governor(group).is_none() && start == end + 1;
    // "two children with Bo, Leo, 9, and Max"
    let several = scene.is_plural(scene.group(group).head);
    let party = if several { listed(scene, start) } else { party };
    if several && !party.is_many() && is_of_kin(scene, group) {
        return None;
    }
    ((closed && (owned || owners::is_had(scene, group))) || loose).then_some(party)
}

/// "two sons: Leo, Max and Tom": who is listed behind a colon or dash.
fn after_colon(scene: &Scene<'_>, end: usize, plural: bool) -> Option<Party> {
    let sentence = scene.sentence(end - 1);
    if end + 1 == sentence.end && scene.word(end) == "?" && end < scene.len() - 1 {
        return (end - sentence.start <= 2).then(|| answered(scene, end + 1)).flatten();
    }
    let end = if plural { past_company(scene, end, sentence.end) } else { end };
    if end + 1 >= sentence.end || !matches!(scene.word(end), ":" | "–" | "—" | "-" | ",") {
        return None;
    }
    let group = scene.noun_at(end + 1)?;
    let named = scene.name_of(group).is_some();
    let list = if plural { listed(scene, end + 1) } else { Party::default() };
    let party = if plural { scene.all(group) } else { scene.meant(group) };
    let party = if list.chains.len() > party.chains.len() { list } else { scene.people(party) };
    // Behind a comma only several are the several: "the father of Ana's children, Bo Reece".
    (named && party.is_known() && (scene.word(end) != "," || plural && party.is_many())).then_some(party)
}

/// "Godparents? Ana and Bo.", "Godparents? There are four of those: Ana, Bo, Mia and Tom.": who is named in answer.
fn answered(scene: &Scene<'_>, from: usize) -> Option<Party> {
    const LONGEST: usize = 32;
    if scene.name_at(from).is_some() {
        let party = listed(scene, from);
        return (scene.clause(scene.clause_of(from)).verb.is_none() && party.is_known()).then_some(party);
    }
    let paragraph = scene.reading.syntax.paragraph_of(from);
    let near =
        (from..scene.len().min(from + LONGEST)).take_while(|&at| scene.reading.syntax.paragraph_of(at) == paragraph);
    let colon = near.into_iter().find(|&token| scene.word(token) == ":").filter(|&colon| colon + 1 < scene.len())?;
    Some(enumerated(scene, colon + 1, scene.sentence(colon).end)).filter(Party::is_many)
}

/// The colon of "two children with her ex, Bo Reece: Leo and Mia", else `end`.
fn past_company(scene: &Scene<'_>, end: usize, last: usize) -> usize {
    const LONGEST: usize = 10;
    if end >= last || !scene.is(end, "with") {
        return end;
    }
    let open = (end..last.min(end + LONGEST)).take_while(|&token| !scene.tag(token).is_verb());
    open.into_iter().find(|&token| matches!(scene.word(token), ":" | "–" | "—")).unwrap_or(end)
}
