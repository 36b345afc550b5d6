//! "A married B", "B was dumped by A", "A broke up with B"; "B was born to A".

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;

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
    let words = group.tokens.start..=group.head;
    let all =
        words.flat_map(|token| phrase::starting(scene, token, parts)).filter(|(.., words)| words.end > group.head);
    all.collect()
}

fn read<'a>(scene: &Scene<'a>, verb: usize, clause: usize, found: &Found<'a>) -> Option<Hit<'a>> {
    let (predicate, trigger, words) = found;
    let subject = scene.subject(clause);
    let (first, second, frame) = match &trigger.preposition {
        Some(preposition) => (subject, behind(scene, verb, words.end, preposition), "verb-preposition"),
        None if scene.verb(verb).passive && words.end == scene.verb(verb).head + 1 => {
            (behind(scene, verb, words.end, "by"), subject, "passive")
        }
        None => (subject, object(scene, clause, words.end), "verb-object"),
    };
    let (source, target) = if trigger.part == Part::TargetVerbs { (second, first) } else { (first, second) };
    Hit::between(scene, (*predicate, *trigger), &source, &target, words.clone(), frame)
}

/// Who stands behind the verb without a preposition.
pub(super) fn object(scene: &Scene<'_>, clause: usize, from: usize) -> Party {
    let group = scene.object(clause).filter(|&group| scene.group(group).tokens.start >= from);
    let right_behind = || scene.noun_at(from).filter(|&group| scene.governor(group).is_none());
    if let Some(group) = group.or_else(right_behind) {
        return scene.all(group);
    }
    // "whom she married": the object stands before as the antecedent.
    let inner = scene.clause(clause);
    let relative = inner.antecedent.filter(|_| inner.subject.is_some() && inner.subject != inner.antecedent);
    relative.map_or_else(Party::default, |antecedent| scene.meant(antecedent))
}

/// Who stands behind one of the verb's prepositions, or such a preposition soon behind the phrase.
pub(super) fn behind(scene: &Scene<'_>, verb: usize, from: usize, preposition: &str) -> Party {
    let prepositions = &scene.chunks().prepositions;
    let fits = |&index: &usize| prepositions[index].tokens.start >= from && scene.preposition(index) == preposition;
    let own = scene.behind_verb(verb).find(fits).and_then(|index| prepositions[index].object);
    own.map_or_else(Party::default, |group| scene.all(group))
}
