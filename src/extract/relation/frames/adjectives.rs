//! "Ana is engaged to Raul", "Ana, once linked to Raul, …", "Ana and Raul, long close to Bo".

use std::ops::Range;

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::syntax::Tag;

/// How many words may stand between the adjective and its preposition.
const REACH: usize = 8;

/// Finds adjectives and participles that take the other end behind a preposition.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for token in 0..scene.len() {
        let tag = scene.tag(token);
        if !(tag.is_verb() || tag.is_noun() || matches!(tag, Tag::JJ | Tag::RB | Tag::IN | Tag::RP))
            || scene.name_at(token).is_some()
        {
            continue;
        }
        for found in phrase::at(scene, token, &[Part::Adjectives]) {
            hits.extend(read(scene, &found));
        }
    }
}

fn read<'a>(scene: &Scene<'a>, (predicate, trigger, words): &Found<'a>) -> Option<Hit<'a>> {
    let preposition = trigger.preposition.as_deref()?;
    let predicated = ["together", "over"].iter().any(|word| trigger.words == [*word]);
    if predicated && !is_predicate(scene, words.start) || has_object(scene, words) {
        return None;
    }
    // "has not told of her split from Bo", "of the split from Bo": a noun, of which the bonds tell.
    let noun = |group: usize| {
        let whole = scene.group(group);
        let the = whole.determiner.is_some_and(|token| scene.is(token, "the"));
        whole.head == words.start && (whole.possessor.is_some() || the)
    };
    if scene.noun_at(words.start).is_some_and(noun) {
        return None;
    }
    // "engaged last June to Raul": a date or an adverb may come between.
    let prepositions = &scene.chunks().prepositions;
    let from = prepositions.partition_point(|found| found.tokens.start < words.end);
    let last = scene.sentence(words.start).end.min(words.end + REACH + 1);
    let near = (from..prepositions.len()).take_while(|&index| prepositions[index].tokens.start < last);
    let index = near.filter(|&index| prepositions[index].object.is_some()).find(|&index| {
        scene.preposition(index) == preposition
            && (words.end..prepositions[index].tokens.start)
                .all(|token| scene.name_at(token).is_none() && !scene.tag(token).is_verb())
    });
    let target = index.map_or_else(|| name_behind(scene, words.end, preposition), |index| scene.brought(index));
    let target = scene.people(if target.is_known() { target } else { whom_before(scene, words.start, preposition) });
    // "It is over between Ana and Raul", "It's over for Ana and Raul."
    if preposition == "between" || preposition == "for" && trigger.words == ["over"] {
        return Hit::among(scene, (*predicate, *trigger), &target, words.clone(), "adjective");
    }
    let source = scene.people(described(scene, words.start));
    Hit::between(scene, (*predicate, *trigger), &source, &target, words.clone(), "adjective")
}

/// "linked arms with Bo", "involved a walk with Bo": a verb with an object of its own is no adjective.
fn has_object(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let clause = scene.clause_of(words.start);
    let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb));
    let acts = verb.is_some_and(|verb| words.contains(&verb.head) && !verb.passive && !verb.copula);
    let object = scene.object(clause).map(|object| &scene.group(object).tokens);
    acts && object.is_some_and(|object| object.start == words.end && !scene.is_time(object.start))
}

/// Bo of "Bo, to whom she is engaged".
fn whom_before(scene: &Scene<'_>, token: usize, preposition: &str) -> Party {
    let clause = scene.clause_of(token);
    let fronted = scene.fronted_relative(clause).filter(|&index| scene.preposition(index) == preposition);
    let antecedent = fronted.and_then(|_| scene.clause(clause).antecedent);
    antecedent.map_or_else(Party::default, |antecedent| scene.meant(antecedent))
}

/// "is together with Bo" tells of the two, "came to the gala together with Bo" of an evening.
fn is_predicate(scene: &Scene<'_>, token: usize) -> bool {
    scene.clause(scene.clause_of(token)).verb.is_some_and(|verb| scene.verb(verb).copula)
}

/// "married to design manager Raul Ortiz": the first name soon behind the preposition, where that was
/// not taken for one.
fn name_behind(scene: &Scene<'_>, end: usize, preposition: &str) -> Party {
    if end >= scene.len() || !scene.is(end, preposition) {
        return Party::default();
    }
    let open = (end + 1..scene.sentence(end).end.min(end + REACH)).take_while(|&token| scene.word(token) != ",");
    open.into_iter().find_map(|token| scene.name_at(token)).map_or_else(Party::default, |name| scene.mentioned(name))
}

/// Whom the adjective describes: the subject of its clause, else the group right before it.
fn described(scene: &Scene<'_>, token: usize) -> Party {
    if let Some(party) = before_mark(scene, token).or_else(|| parting(scene, token)) {
        return party;
    }
    let clause = scene.clause_of(token);
    let described = scene.clause(clause).verb.filter(|&verb| scene.verb(verb).tokens.start <= token);
    if described.is_some() {
        let subject = scene.subject(clause);
        if subject.is_known() {
            return subject;
        }
    }
    let before = (scene.sentence(token).start..token).rev().take(4).find_map(|token| scene.noun_at(token));
    before.map_or_else(Party::default, |group| scene.meant(group))
}

/// Bo of "in the year in which Bo – engaged to Mia then – left": who is named right before the dash or bracket.
fn before_mark(scene: &Scene<'_>, token: usize) -> Option<Party> {
    let mark = token.checked_sub(1).filter(|&mark| matches!(scene.word(mark), "-" | "\u{2013}" | "\u{2014}" | "("))?;
    let group = scene.noun_at(mark.checked_sub(1)?).filter(|&group| scene.name_of(group).is_some())?;
    let party = scene.people(scene.own(group));
    (party.chains.len() == 1 && scene.group(group).tokens.end == mark).then_some(party)
}

/// Ana of "Ana besotted with Bo after split from Al": the first who is named, where a noun was taken for an
/// adjective.
fn parting(scene: &Scene<'_>, token: usize) -> Option<Party> {
    let after = token
        .checked_sub(1)
        .is_some_and(|at| ["after", "following", "amid", "since", "post"].contains(&scene.lemma(at)));
    let first = scene.sentence(token).start;
    let name = (first..token).find_map(|at| scene.name_at(at)).filter(|_| after && scene.is(token, "split"))?;
    Some(scene.people(scene.mentioned(name))).filter(|party| party.chains.len() == 1)
}
