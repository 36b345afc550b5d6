//! "They named him Leo", "The couple christened the baby Mia Rose": a child told of by the name it is given.
//!
//! Comes in: verbs of naming. Goes out: its parents' claim to it. A child that is named with a noun of its own
//! ("named their son Leo") is no matter of this frame.

use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::lexicon::Part;

/// Verbs by which parents give a name.
const NAMING: &[&str] = &["name", "christen", "baptise", "baptize", "call"];

/// What they may call the child before they name it.
const CHILDREN: &[&str] = &["him", "her", "baby", "boy", "girl", "child", "infant", "newborn", "tot", "bub", "arrival"];

/// Finds parents and the names of their children.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let group = scene.verb(verb);
        if !group.passive && group.negation.is_none() && NAMING.contains(&scene.lemma(group.head)) {
            hits.extend(read(scene, verb));
        }
    }
}

fn read<'a>(scene: &Scene<'a>, verb: usize) -> Option<Hit<'a>> {
    let head = scene.verb(verb).head;
    let clause = scene.clause_of_verb(verb)?;
    let object = scene.object(clause).filter(|&object| scene.group(object).tokens.start > head)?;
    let called = &scene.group(object).tokens;
    if !CHILDREN.contains(&scene.lemma(called.end - 1)) && !CHILDREN.contains(&scene.word(called.end - 1)) {
        return None;
    }
    let name = scene.name_at(called.end)?;
    let child = scene.people(scene.mentioned(name));
    let end = scene.reading.mentions[name].tokens.end;
    let closed = end >= scene.len() || matches!(scene.word(end), "." | "," | "!" | "after" | "in" | "and" | "\u{2014}");
    let parents = scene.people(scene.subject(clause));
    let born = parents.is_many() || is_birth_told(scene, head);
    let what = scene.predicates.get("parent_of").and_then(|entry| {
        let trigger = entry.triggers.iter().find(|trigger| trigger.part == Part::TargetNouns)?;
        Some((&entry.predicate, trigger))
    })?;
    (closed && born && child.chains.len() == 1)
        .then(|| Hit::between(scene, what, &parents, &child, head..end, "naming"))
        .flatten()
}

/// Whether a birth or a baby was just told of: "She named him Leo" may else be of a dog.
fn is_birth_told(scene: &Scene<'_>, head: usize) -> bool {
    let sentence = scene.sentence_index(head);
    let sentences = &scene.reading.syntax.sentences;
    let from = sentences[sentence.saturating_sub(2)].tokens.start;
    (from..head).any(|token| {
        matches!(
            scene.lemma(token),
            "birth" | "baby" | "son" | "daughter" | "newborn" | "boy" | "girl" | "twin" | "child"
        )
    })
}
