//! Nouns that say what somebody is to somebody: "Vega's wife Ana", "Ana, the wife of Vega", "Vega
//! and wife Ana", "they have two sons, Leo and Max", "Ana is Vega's wife".
//!
//! The one end is whom the noun means (its bearers), the other whose noun it is (its owners).

use std::ops::Range;

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::Group;
use crate::syntax::{ClauseKind, NounKind};

const PARTS: &[Part] = &[Part::Nouns, Part::SourceNouns, Part::TargetNouns];

/// Verbs whose object is the subject's kin: "they have a son", "she shares two daughters with him".
const HAVING: &[&str] =
    &["have", "share", "welcome", "raise", "adopt", "leave", "expect", "father", "mother", "bear", "parent"];

/// Finds nouns of relation and their two ends.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for group in 0..scene.chunks().nouns.len() {
        let end = scene.group(group).tokens.end;
        for token in role_tokens(scene, group) {
            let found = phrase::ending(scene, token, PARTS);
            // "brother-in-law" and its like are longer than what they begin with.
            if found.is_empty()
                || (token + 1 < end
                    && !phrase::ending(scene, token + 1, PARTS).is_empty()
                    && scene.name_at(token + 1).is_none())
            {
                continue;
            }
            for found in &found {
                read(scene, group, found, hits);
            }
        }
    }
}

/// The words of a group that can be nouns of relation: all but those of names.
fn role_tokens(scene: &Scene<'_>, group: usize) -> impl Iterator<Item = usize> + use<> {
    let whole = scene.group(group);
    let tokens: Vec<usize> =
        whole.tokens.clone().filter(|&token| scene.name_at(token).is_none() || !scene.tag(token).is_proper()).collect();
    let relevant = whole.kind != NounKind::Pronoun && whole.kind != NounKind::Relative;
    tokens.into_iter().filter(move |_| relevant)
}

fn read<'a>(scene: &Scene<'a>, group: usize, (predicate, trigger, words): &Found<'a>, hits: &mut Vec<Hit<'a>>) {
    let bearers = bearers(scene, group, words);
    let bearers = match bearers {
        Some(bearers) if bearers.1.is_known() => bearers,
        _ => return,
    };
    let romance = predicate.group == Group::Romance;
    for (frame, owners) in owners(scene, group, words, &bearers.1, romance) {
        let owners = without(scene.people(owners), &bearers.1);
        let (source, target) =
            if trigger.part == Part::TargetNouns { (&owners, &bearers.1) } else { (&bearers.1, &owners) };
        let name = join(frame, bearers.0);
        // "Pop singer Ana Vega", "chef Raul Ortiz": a bare noun is kin or a lover only right before the name.
        let kin = predicate.group != Group::Work && scene.name_at(words.end).is_some() && !trigger.weak;
        if name == "role-bare" && !kin {
            continue;
        }
        hits.extend(Hit::between(scene, (*predicate, *trigger), source, target, words.clone(), name));
    }
}

/// Whom the noun means, and how that is said.
fn bearers(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> Option<(Bearing, Party)> {
    let whole = scene.group(group);
    let plural = scene.is_plural(words.end - 1);
    let gather = |group: usize| if plural { scene.all(group) } else { scene.meant(group) };
    if scene.name_of(group).is_some() && whole.head >= words.end {
        let party = if plural { scene.all(group) } else { scene.own(group) };
        return Some((Bearing::Name, scene.people(party)));
    }
    if whole.head != words.end - 1 {
        return None;
    }
    // "his dad, the director Aurelio Reinholt", "Leo, the son of …"
    if let Some(beside) = scene.appositions(group).find(|&other| scene.people(scene.own(other)).is_known()) {
        let party = if plural { scene.all(beside) } else { scene.own(beside) };
        return Some((Bearing::Apposition, scene.people(party)));
    }
    if let Some(party) = called(scene, group, words.end) {
        return Some((Bearing::Apposition, party));
    }
    if let Some(party) = after_colon(scene, words.end, plural) {
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
    let own = scene.people(gather(group));
    own.is_known().then_some((Bearing::Description, own))
}

/// "a son named Leo", "her husband of ten years, Raul Ortiz,", "Vega's son, Leo went on".
fn called(scene: &Scene<'_>, group: usize, end: usize) -> Option<Party> {
    let last = scene.sentence(end - 1).end;
    let word = |token: usize| if token < last { scene.lemma(token) } else { "" };
    let start = match word(end) {
        "name" | "call" | "christen" | "dub" | "nickname" => end + 1,
        "of" => {
            let comma = (end + 1..last.min(end + 6)).find(|&token| word(token) == ",")?;
            let span =
                (end + 1..comma).any(|token| matches!(word(token), "year" | "month" | "decade" | "week" | "day"));
            if !span {
                return None;
            }
            comma + 1
        }
        "," if scene.group(group).possessor.is_some() && scene.governor(group).is_none() => end + 1,
        _ => return None,
    };
    let named = scene.whole_group(start).filter(|&named| scene.name_of(named).is_some())?;
    let party = scene.people(scene.own(named));
    party.is_known().then_some(party)
}

/// "two sons: Leo, Max and Tom": who is listed behind a colon or dash.
fn after_colon(scene: &Scene<'_>, end: usize, plural: bool) -> Option<Party> {
    let sentence = scene.sentence(end - 1);
    if end + 1 >= sentence.end || !matches!(scene.word(end), ":" | "–" | "—" | "-" | ",") {
        return None;
    }
    let group = scene.noun_at(end + 1)?;
    let named = scene.name_of(group).is_some();
    let party = if plural { scene.all(group) } else { scene.meant(group) };
    let party = scene.people(party);
    (named && party.is_known() && (scene.word(end) != "," || plural)).then_some(party)
}

/// "Ana is the daughter", "the godmother is Ana", "Ana, who was named godmother".
fn predicated(scene: &Scene<'_>, group: usize, plural: bool) -> Option<Party> {
    let list = scene.coordinated(group);
    let first = list.first().copied().unwrap_or(group);
    for clause in clauses_around(scene, group) {
        let verb = scene.clause(clause).verb?;
        let whole = scene.verb(verb);
        let names =
            matches!(scene.lemma(whole.head), "name" | "become" | "remain" | "call" | "make" | "appoint" | "include");
        if !whole.copula && !names {
            continue;
        }
        let object = scene.object(clause);
        if object == Some(group) || object == Some(first) || complement(scene, clause, group) {
            let party = scene.people(scene.subject(clause));
            if party.is_known() && (plural || !party.is_many() || !scene.verb(verb).copula || party.chains.len() > 1) {
                return Some(party);
            }
        }
        if scene.clause(clause).subject == Some(group)
            && let Some(object) = object
        {
            let party = scene.people(if plural { scene.all(object) } else { scene.meant(object) });
            return party.is_known().then_some(party);
        }
    }
    None
}

/// Whether the group stands right behind the clause's verb, but for adverbs.
fn complement(scene: &Scene<'_>, clause: usize, group: usize) -> bool {
    let Some(verb) = scene.clause(clause).verb else { return false };
    let (from, to) = (scene.verb(verb).tokens.end, scene.group(group).tokens.start);
    from <= to
        && to - from <= 2
        && (from..to).all(|token| {
            scene.tag(token) == crate::syntax::Tag::RB
                || scene.tag(token) == crate::syntax::Tag::POS
                || scene.noun_at(token).is_some()
        })
}

/// The clause of a group, and the one it stands in.
fn clauses_around(scene: &Scene<'_>, group: usize) -> impl Iterator<Item = usize> + use<> {
    let inner = scene.clause_of(scene.group(group).head);
    std::iter::once(inner)
}

/// Whose noun it is, each with how that is said; the first that is known.
fn owners(
    scene: &Scene<'_>,
    group: usize,
    words: &Range<usize>,
    bearers: &Party,
    romance: bool,
) -> Vec<(Owning, Party)> {
    let whole = scene.group(group);
    if let Some(possessor) = whole.possessor {
        let owner = scene.all_possessors(possessor);
        return if owner.is_known() { vec![(Owning::Possessor, owner)] } else { Vec::new() };
    }
    let mut all = Vec::new();
    // "the Paul Vega heir": a name right before the noun owns it.
    let before =
        words.start.checked_sub(1).filter(|token| whole.tokens.contains(token)).and_then(|token| scene.name_at(token));
    if let Some(owner) = before.map(|name| scene.mentioned(name)).filter(Party::is_known) {
        return vec![(Owning::Possessor, owner)];
    }
    let behind = scene.hanging_on(group).filter(|&index| {
        let from = scene.chunks().prepositions[index].tokens.start;
        from >= words.end && matches!(scene.preposition(index), "of" | "to") && from <= whole.tokens.end + 1
    });
    let of = behind
        .filter_map(|index| scene.chunks().prepositions[index].object)
        .map(|object| scene.all(object))
        .find(Party::is_known);
    if let Some(owner) = of {
        all.push((Owning::Of, owner));
        return all;
    }
    if let Some(owner) = shared_possessor(scene, group) {
        all.push((Owning::Possessor, owner));
        return all;
    }
    let clause = scene.clause_of(whole.head);
    let having = scene.clause(clause).verb.filter(|&verb| HAVING.contains(&scene.lemma(scene.verb(verb).head)));
    let indefinite = whole.determiner.is_none_or(|token| !scene.is(token, "the"));
    let is_object = having.is_some_and(|verb| scene.verb(verb).tokens.end <= whole.tokens.start)
        && scene.governor(group).is_none()
        && indefinite;
    let having = having.is_some();
    if having && is_object {
        let verb = scene.clause(clause).verb.unwrap_or_default();
        let subject = scene.subject(clause);
        let company = scene.behind_verb(verb).filter(|&index| matches!(scene.preposition(index), "with" | "by"));
        let objects = company.filter_map(|index| scene.chunks().prepositions[index].object);
        let owner = objects.fold(subject, |all, object| all.and(&scene.meant(object)));
        all.push((Owning::Having, owner));
        return all;
    }
    if scene.name_of(group).is_some() && whole.determiner.is_none() {
        all.extend(bare(scene, group, clause, bearers, romance));
    }
    all
}

/// "Reyes and girlfriend Ana", "he brought wife Ana": a bare noun before a name is the subject's.
fn bare(scene: &Scene<'_>, group: usize, clause: usize, bearers: &Party, romance: bool) -> Option<(Owning, Party)> {
    // "his work as husband Dan": a part that somebody plays.
    if scene.governor(group).is_some_and(|index| scene.preposition(index) == "as") {
        return None;
    }
    let list = scene.coordinated(group);
    let before = list.iter().take_while(|&&other| other != group).last();
    if let Some(&before) = before {
        // "their son Leo and daughter Mia": the son has no daughter; "her pal Ana and husband Raul".
        let owner = match scene.group(before).possessor {
            Some(possessor) if !romance => scene.people(scene.all_possessors(possessor)),
            _ => scene.people(scene.meant(before)),
        };
        return owner.is_known().then_some((Owning::Bare, owner));
    }
    let clause = if scene.clause(clause).kind == ClauseKind::Participial {
        scene.clause(clause).parent.unwrap_or(clause)
    } else {
        clause
    };
    let subject = without(scene.people(scene.subject(clause)), bearers);
    if subject.is_known() || scene.clause(clause).verb.is_some() {
        return (subject.chains.len() == 1).then_some((Owning::Bare, subject));
    }
    // A caption: "Ethan Vale, at dinner with girlfriend Ana Vega".
    let sentence = scene.sentence(scene.group(group).tokens.start);
    let first =
        sentence.take_while(|&token| token < scene.group(group).tokens.start).find_map(|token| scene.noun_at(token));
    let first = without(scene.people(first.map_or_else(Party::default, |first| scene.own(first))), bearers);
    (first.chains.len() == 1).then_some((Owning::Bare, first))
}

/// "her manager and aunt": the possessor of the first of a coordination owns all.
fn shared_possessor(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let list = scene.coordinated(group);
    let first = list.first().filter(|&&first| first < group)?;
    let possessor = scene.group(*first).possessor?;
    if scene.group(group).determiner.is_some() || scene.name_of(*first).is_some() {
        return None;
    }
    let named_between = list.iter().take_while(|&&other| other < group).any(|&other| scene.name_of(other).is_some());
    let owner = scene.all_possessors(possessor);
    (owner.is_known() && !named_between).then_some(owner)
}

fn without(mut party: Party, others: &Party) -> Party {
    party.chains.retain(|chain| !others.chains.contains(chain));
    party
}

/// How it is said whom the noun means.
#[derive(Clone, Copy)]
enum Bearing {
    Name,
    Apposition,
    Copula,
    Description,
}

/// How it is said whose noun it is.
#[derive(Clone, Copy)]
enum Owning {
    Possessor,
    Of,
    Having,
    Bare,
}

const fn join(owning: Owning, bearing: Bearing) -> &'static str {
    match (owning, bearing) {
        (Owning::Bare, _) => "role-bare",
        (Owning::Having, Bearing::Description) => "role-have-description",
        (Owning::Having, _) => "role-have",
        (Owning::Possessor, Bearing::Name) => "role-possessor-name",
        (Owning::Possessor, Bearing::Apposition) => "role-possessor-apposition",
        (Owning::Possessor, Bearing::Copula) => "role-possessor-copula",
        (Owning::Possessor, Bearing::Description) => "role-possessor-description",
        (Owning::Of, Bearing::Name) => "role-of-name",
        (Owning::Of, Bearing::Apposition) => "role-of-apposition",
        (Owning::Of, Bearing::Copula) => "role-of-copula",
        (Owning::Of, Bearing::Description) => "role-of-description",
    }
}
