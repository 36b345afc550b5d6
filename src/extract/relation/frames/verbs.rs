//! "A married B", "B was dumped by A", "A broke up with B"; "B was born to A".

use std::ops::Range;

use super::together;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::Group;

/// Finds verbs that take the other end as object or behind a preposition.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let Some(clause) = scene.clause_of_verb(verb) else { continue };
        for found in triggers(scene, verb, &[Part::Verbs, Part::TargetVerbs]) {
            hits.extend(read(scene, verb, clause, &found));
        }
    }
}

/// The triggers that begin with any word of a verb group.
pub(super) fn triggers<'a>(scene: &Scene<'a>, verb: usize, parts: &[Part]) -> Vec<Found<'a>> {
    let group = scene.verb(verb);
    // "no longer" may stand before the verb's own words.
    let start = group.tokens.start;
    let longer = |&no: &usize| scene.is(no, "no") && scene.is(no + 1, "longer");
    let before = (start.saturating_sub(2)..start).find(longer);
    let words = before.unwrap_or(start)..=group.head;
    let all = words.flat_map(|token| phrase::at(scene, token, parts)).filter(|(.., words)| words.end > group.head);
    all.collect()
}

fn read<'a>(scene: &Scene<'a>, verb: usize, clause: usize, found: &Found<'a>) -> Option<Hit<'a>> {
    let (predicate, trigger, words) = found;
    if trigger.exchange {
        return exchanged(scene, verb, clause, found);
    }
    let subject = scene.subject(clause);
    let (first, second, frame) = match &trigger.preposition {
        Some(preposition) => {
            let second = behind(scene, verb, words, preposition);
            let second = if second.is_known() { second } else { whom(scene, clause, preposition) };
            let owner = predicate.group == Group::Work && !second.is_known();
            let second = if owner { whose(scene, verb, words, preposition) } else { second };
            (moved(scene, verb, clause, words, subject)?, second, "verb-preposition")
        }
        None if scene.verb(verb).passive && words.end == scene.verb(verb).head + 1 => {
            (behind(scene, verb, words, "by"), subject, "passive")
        }
        None => {
            let inside = words.len() > 1;
            let inner = scene.object(clause).filter(|&one| inside && words.contains(&scene.group(one).tokens.start));
            let inner = inner.map_or_else(Party::default, |one| scene.people(scene.all(one)));
            let object = if inner.is_known() { inner } else { object(scene, clause, words.end) };
            // "produced Ana's album" is work with Ana.
            // So is quarrel "slammed Ana's remarks", but not "accused Ana's manager".
            let done = |group: usize| scene.group(group).roles.is_empty() && predicate.name == "feuding_with";
            let own = predicate.group == Group::Work || scene.object(clause).is_some_and(done);
            let work = own && !scene.people(object.clone()).is_known();
            let owner = work.then(|| scene.object(clause).and_then(|group| scene.group(group).possessor)).flatten();
            (subject, owner.map_or(object, |owner| scene.all_possessors(owner)), "verb-object")
        }
    };
    // "The Rev. Al Hill married them": nobody marries two at once.
    // But "she dated Bo, Tom and Al" one after the other.
    if predicate.name == "married_to" && frame == "verb-object" && first.chains.len() == 1 {
        let both = scene.people(second.clone());
        if both.chains.len() == 2 && !both.chains.contains(&first.chains[0]) {
            return Hit::among(scene, (*predicate, *trigger), &both, words.clone(), frame);
        }
    }
    // "They were welcomed by Ana": guests, and no children.
    if predicate.group == Group::Family && frame == "passive" && trigger.weak {
        return None;
    }
    // "Marrying Ana in 1965, the couple had …": nobody marries two.
    if predicate.name == "married_to" && frame == "verb-object" && first.is_many() {
        return None;
    }
    // "gave birth to Leo with husband Bo", "adopted Leo with Bo"
    let first = match predicate.group {
        Group::Family if trigger.part == Part::Verbs => first.and(&with_whom(scene, verb)),
        _ => first,
    };
    // "married Ana in 1960 and Mia in 1972"
    let second = match predicate.group {
        Group::Romance if frame == "verb-object" => gapped(scene, second),
        _ => second,
    };
    let first = not_whom(scene, clause, first, &second);
    // "left the Ivy with Raul"
    let first = match predicate.group {
        Group::Presence if first.is_known() => first.and(&together::company(scene, clause)),
        _ => first,
    };
    // "The two did not speak to reporters": nobody does it to himself.
    if trigger.preposition.is_some() && first.chains == second.chains {
        return None;
    }
    let (source, target) = if trigger.part == Part::TargetVerbs { (second, first) } else { (first, second) };
    Hit::between(scene, (*predicate, *trigger), &source, &target, words.clone(), frame)
}

/// "Ana left **Bo** for **Tom**": the one or the other, where both are told.
fn exchanged<'a>(scene: &Scene<'a>, verb: usize, clause: usize, found: &Found<'a>) -> Option<Hit<'a>> {
    let (predicate, trigger, words) = found;
    let subject = scene.people(scene.subject(clause));
    let left = scene.people(object(scene, clause, words.end));
    let new = scene.people(behind(scene, verb, words, "for"));
    let told = left.chains.len() == 1 && new.chains.len() == 1 && left.chains != new.chains;
    let other = if trigger.preposition.is_some() { &new } else { &left };
    let hit = || Hit::between(scene, (*predicate, *trigger), &subject, other, words.clone(), "verb-object");
    (told && !scene.verb(verb).passive && subject.chains.len() == 1).then(hit).flatten()
}

/// Raul of "Ana starred in Raul's film": whose work stands behind the verb's preposition.
fn whose(scene: &Scene<'_>, verb: usize, words: &Range<usize>, preposition: &str) -> Party {
    let near = |&index: &usize| {
        scene.preposition(index) == preposition && scene.chunks().prepositions[index].tokens.start == words.end
    };
    let object = scene.behind_verb(verb).find(near).and_then(|index| scene.chunks().prepositions[index].object);
    let owner = object.and_then(|object| scene.group(object).possessor);
    owner.map_or_else(Party::default, |owner| scene.people(scene.all_possessors(owner)))
}

/// Who is told to have done it too: behind "with" in the verb's clause.
fn with_whom(scene: &Scene<'_>, verb: usize) -> Party {
    let with = scene.behind_verb(verb).find(|&index| scene.preposition(index) == "with");
    let object = with.and_then(|index| scene.chunks().prepositions[index].object);
    object.map_or_else(Party::default, |object| scene.people(scene.meant(object)))
}

/// The objects of a verb that is told once and meant of each year: "(married) Ana in 1960 and Mia in 1972".
fn gapped(scene: &Scene<'_>, mut object: Party) -> Party {
    for _ in 0..4 {
        let year = |at: usize| at + 1 < scene.len() && scene.is(at, "in") && scene.is_time(at + 1);
        let and = object.tokens.end + 2;
        let name = and + 1;
        if !object.is_known() || !year(object.tokens.end) || name >= scene.len() || !scene.is(and, "and") {
            break;
        }
        let Some(other) = scene.name_at(name) else { break };
        let other = scene.people(scene.mentioned(other));
        if !other.is_known() || !year(other.tokens.end) {
            break;
        }
        let tokens = object.tokens.start..other.tokens.end;
        object = Party { tokens, ..object.and(&other) };
    }
    object
}

/// Who stands behind the verb without a preposition.
pub(super) fn object(scene: &Scene<'_>, clause: usize, from: usize) -> Party {
    let group = scene.object(clause).filter(|&group| scene.group(group).tokens.start >= from);
    // "brought along Ana": what looks like a preposition is the verb's own particle.
    let particle = |index: usize| scene.chunks().prepositions[index].tokens.end == from;
    let nobody = |group: usize| scene.group(group).tokens.clone().all(|token| scene.name_at(token).is_none());
    let day = |group: usize| nobody(group) && scene.is_time(scene.group(group).head);
    let free = |&group: &usize| scene.governor(group).is_none_or(particle) && !day(group);
    let right_behind = || scene.whole_group(from).filter(free);
    if let Some(group) = group.or_else(right_behind) {
        return scene.all(group);
    }
    // "whom she married": the object stands before as the antecedent.
    let inner = scene.clause(clause);
    let relative = inner.antecedent.filter(|_| inner.subject.is_some() && inner.subject != inner.antecedent);
    relative.map_or_else(Party::default, |antecedent| scene.meant(antecedent))
}

/// "Raul, with whom she has been trading insults".
fn whom(scene: &Scene<'_>, clause: usize, preposition: &str) -> Party {
    let fronted = scene.fronted_relative(clause).filter(|&index| scene.preposition(index) == preposition);
    let antecedent = fronted.and_then(|_| scene.clause(clause).antecedent);
    antecedent.map_or_else(Party::default, |group| scene.people(scene.meant(group)))
}

/// "Ana, whom she met": she is somebody else, the next likely one.
fn not_whom(scene: &Scene<'_>, clause: usize, subject: Party, whom: &Party) -> Party {
    let inner = scene.clause(clause);
    let group = inner.subject.filter(|_| inner.antecedent.is_some() && subject.chains == whom.chains);
    let other = group.and_then(|group| scene.other_than(group, whom));
    other.unwrap_or(subject)
}

/// "linked Ana to Raul", "introduced her to him": whom a verb with object and preposition moves is
/// the one end; an object that is nobody ("ran a bus into a wall") makes it another verb.
fn moved(scene: &Scene<'_>, verb: usize, clause: usize, words: &Range<usize>, subject: Party) -> Option<Party> {
    if words.len() > 1 || scene.verb(verb).passive {
        return Some(subject);
    }
    let object = scene.object(clause).filter(|&object| scene.group(object).tokens.start >= words.end);
    let Some(object) = object else { return Some(subject) };
    let object = scene.people(scene.all(object));
    object.is_known().then_some(object)
}

/// Who stands behind one of the verb's prepositions; behind a bare "be" right behind it.
pub(super) fn behind(scene: &Scene<'_>, verb: usize, words: &Range<usize>, preposition: &str) -> Party {
    let prepositions = &scene.chunks().prepositions;
    let bare = words.len() == 1 && scene.verb(verb).copula;
    let fits = |&index: &usize| {
        let start = prepositions[index].tokens.start;
        // "photographed side by side" is by nobody.
        let sides = start > words.end && scene.is(start - 1, "side");
        start >= words.end && scene.preposition(index) == preposition && (!bare || start == words.end) && !sides
    };
    // Several may follow: "linked to Ana and to Raul".
    let own = scene.behind_verb(verb).filter(fits).take(3);
    own.fold(Party::default(), |all, index| all.and(&scene.brought(index)))
}
