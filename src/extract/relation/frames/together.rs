//! "A and B tied the knot", "A dined with B", "they were photographed with B": what people do as
//! a group, which links every two of them.

use super::verbs;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::Found;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::Group;
use crate::syntax::{ClauseKind, Tag, VerbForm};

/// The prepositions by which somebody joins a group.
const COMPANY: &[&str] = &["with", "alongside", "beside", "between", "opposite"];

/// Finds verbs whose subjects act together.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let Some(clause) = scene.clause_of_verb(verb) else { continue };
        for found in verbs::triggers(scene, verb, &[Part::Together, Part::Sightings, Part::Unites]) {
            hits.extend(read(scene, verb, clause, &found));
        }
    }
}

fn read<'a>(scene: &Scene<'a>, verb: usize, clause: usize, (predicate, trigger, words): &Found<'a>) -> Option<Hit<'a>> {
    // "fought back tears", "argued her case", "planned to flee and fight"
    let planned = scene.clause(clause).kind == ClauseKind::Infinitive;
    if trigger.weak && words.len() == 1 && (planned || does_something(scene, verb, clause)) {
        return None;
    }
    if is_attributive(scene, words.end) || trigger.part != Part::Together && is_cast(scene, words.end) {
        return None;
    }
    // "Ana and Bo have split from their manager"
    let end = words.end;
    let from =
        end + 1 < scene.len() && scene.is(end, "from") && !scene.is(end + 1, "each") && !scene.is(end + 1, "one");
    if trigger.parting && from {
        return None;
    }
    let core = core(scene, verb, clause, trigger.part != Part::Together);
    let core = scene.people(core);
    if predicate.group == Group::Romance && trigger.part == Part::Together && does_to_other(scene, verb, &core) {
        return None;
    }
    let company = scene.people(company(scene, clause));
    let frame = if company.is_known() { "together-with" } else { "together" };
    // "They were married with only her sister present": two who wed are enough.
    let company = if predicate.group == Group::Romance && core.is_many() { Party::default() } else { company };
    // "She had friendships with Ana and Bo" makes those two no friends of each other.
    if predicate.lasting && predicate.group != Group::Romance && company.is_known() && !core.is_many() {
        return Hit::between(scene, (*predicate, *trigger), &core, &company, words.clone(), frame);
    }
    let all = core.and(&company);
    Hit::among(scene, (*predicate, *trigger), &all, words.clone(), frame)
}

/// "Marrying Jane in 1965, the couple had …": who has an object has done it to that one.
fn does_to_other(scene: &Scene<'_>, verb: usize, core: &Party) -> bool {
    let behind = scene.verb(verb).tokens.end;
    let name = scene.name_at(behind).filter(|_| scene.tag(behind).is_proper() && !scene.is_time(behind));
    name.is_some_and(|name| scene.mentioned(name).chains.iter().all(|one| !core.chains.contains(one)))
}

/// "was last seen as a detective alongside Bo": in a part, and nowhere else.
fn is_cast(scene: &Scene<'_>, from: usize) -> bool {
    let prepositions = &scene.chunks().prepositions;
    let at = prepositions.partition_point(|found| found.tokens.start < from);
    prepositions
        .get(at)
        .is_some_and(|found| found.tokens.start == from && scene.is(from, "as") && found.object.is_some())
}

/// "are close colleagues": the adjective that ends a phrase tells of a noun, and not of those who are it.
fn is_attributive(scene: &Scene<'_>, end: usize) -> bool {
    let same = |noun: usize| scene.noun_at(end - 1).is_some_and(|group| group == noun);
    scene.tag(end - 1) == Tag::JJ
        && end < scene.len()
        && scene.tag(end).is_noun()
        && scene.noun_at(end).is_some_and(same)
}

/// Whether a verb has an object that is nobody: a thing, or what is held ("argued that …").
fn does_something(scene: &Scene<'_>, verb: usize, clause: usize) -> bool {
    let object = scene.object(clause).filter(|&object| scene.group(object).tokens.start >= scene.verb(verb).tokens.end);
    let holds = scene.children_of(clause).any(|child| scene.clause(child).kind == ClauseKind::Complement);
    holds || object.is_some_and(|object| !scene.people(scene.all(object)).is_known())
}

/// Who acts, or in a sighting who is seen.
pub(super) fn core(scene: &Scene<'_>, verb: usize, clause: usize, sighting: bool) -> Party {
    let group = scene.verb(verb);
    let behind = scene.object(clause).filter(|&object| scene.group(object).tokens.start >= group.tokens.end);
    let active = matches!(group.form, VerbForm::Finite | VerbForm::Gerund)
        || group.form == VerbForm::Participle && behind.is_some();
    let seen_by_others = sighting && !group.passive && active;
    if !seen_by_others {
        let subject = scene.subject(clause);
        return headlined(scene, clause, &subject).map_or(subject.clone(), |first| first.and(&subject));
    }
    scene.object(clause).map_or_else(Party::default, |object| scene.all(object))
}

/// Ana of the headline "Ana Vega, Bo Reece split": the first of two whom it joins by a comma.
fn headlined(scene: &Scene<'_>, clause: usize, subject: &Party) -> Option<Party> {
    let group = scene.clause(clause).subject.filter(|&group| scene.name_of(group).is_some())?;
    let comma = scene.group(group).tokens.start.checked_sub(1).filter(|&comma| scene.word(comma) == ",")?;
    let first = scene.noun_at(comma.checked_sub(1)?).filter(|&first| scene.name_of(first).is_some())?;
    let whole = &scene.group(first).tokens;
    let sentence = scene.sentence_index(comma);
    let opens = whole.start == scene.sentence(comma).start && whole.end == comma;
    let party = scene.people(scene.own(first));
    let two = party.chains.len() == 1 && subject.chains.len() == 1 && party.chains != subject.chains;
    (opens && two && sentence == 0).then_some(party)
}

/// Who is said to be with them: behind "with" in the clause or in a participle of it.
pub(super) fn company(scene: &Scene<'_>, clause: usize) -> Party {
    let inner = scene.participles_of(clause).filter(|&child| scene.clause(child).antecedent.is_none());
    // "lived in Rome after splitting with Bo"
    let inner = inner.filter(|&child| {
        let first = scene.clause(child).verb.map_or(0, |verb| scene.verb(verb).tokens.start);
        let before = first.checked_sub(1).map_or("", |before| scene.lemma(before));
        !matches!(before, "after" | "before" | "since" | "despite")
    });
    let clauses = std::iter::once(clause).chain(inner);
    let verbs = clauses.filter_map(|clause| scene.clause(clause).verb);
    let prepositions = verbs.flat_map(|verb| scene.behind_verb(verb));
    let company = prepositions.filter(|&index| joins(scene, index));
    let company = company.fold(Party::default(), |all, index| all.and(&scene.people(scene.brought(index))));
    // "Marsh, with whom she was seen"
    let whom = scene.fronted_relative(clause).filter(|&index| joins(scene, index));
    let whom = whom.and_then(|_| scene.clause(clause).antecedent);
    whom.map_or_else(Party::default, |antecedent| scene.people(scene.meant(antecedent))).and(&company)
}

/// Whether a preposition brings somebody who is there too.
fn joins(scene: &Scene<'_>, index: usize) -> bool {
    let tokens = &scene.chunks().prepositions[index].tokens;
    let next_to = scene.is(tokens.end - 1, "to") && tokens.start.checked_sub(1).is_some_and(|at| scene.is(at, "next"));
    // "along with", "together with" bring what "with" does.
    next_to || COMPANY.contains(&scene.preposition(index)) || holds(scene, index)
}

/// "at Ana's side", "on his arm", "in her lap": where only somebody's body is, that somebody is.
fn holds(scene: &Scene<'_>, index: usize) -> bool {
    let at = matches!(scene.preposition(index), "at" | "by" | "on" | "in" | "around" | "from");
    let object = scene.chunks().prepositions[index].object;
    at && object.is_some_and(|object| {
        matches!(scene.lemma(scene.group(object).head), "side" | "arm" | "lap")
            && scene.group(object).possessor.is_some()
    })
}
