//! Whose a bare noun of relation is: "Reyes and **girlfriend Ana**", "he brought **wife Ana**", "with **daughter
//! Mia**".
//!
//! Comes in: a noun group without an owner of its own, right before or around a name. Goes out: whom the words
//! around it make its owner: who stands beside it, or the subject of its clause. A part that somebody plays has
//! none.

use super::bearers::{has_kin, is_tied};
use super::owners::HAVING;
use super::{Owning, without};
use crate::extract::relation::scene::{Party, Scene};
use crate::model::Group;
use crate::syntax::ClauseKind;

/// What a noun says that somebody is.
#[derive(Clone, Copy)]
pub(super) struct Tie {
    pub(super) group: Group,
    /// Whether it is a child, who has two parents.
    pub(super) child: bool,
}

/// "Reyes and girlfriend Ana", "he brought wife Ana": a bare noun before a name is the subject's.
pub(super) fn bare(
    scene: &Scene<'_>,
    group: usize,
    clause: usize,
    bearers: &Party,
    tie: Tie,
) -> Option<(Owning, Party)> {
    // "his work as husband Dan": a part that somebody plays.
    let start = scene.group(group).tokens.start;
    if (start.saturating_sub(3)..start).any(|token| scene.is(token, "as")) {
        return None;
    }
    // "the youngest of Bo's four children with ex-wife Ana"
    let kin = scene.governor(group).and_then(|index| scene.chunks().prepositions[index].noun);
    let parent = kin.and_then(|kin| scene.group(kin).possessor.filter(|_| scene.is_plural(scene.group(kin).head)));
    if let Some(parent) = parent.map(|parent| scene.people(scene.all_possessors(parent))).filter(Party::is_known) {
        return Some((Owning::Bare, parent));
    }
    // "parents to Leo and twins Max and Mia": the twins are not Leo's; but "has a son with ex-wife Ana".
    let with = scene.governor(group).is_some_and(|index| scene.preposition(index) == "with");
    if !with && kin.is_some_and(|kin| has_kin(scene, kin)) {
        return None;
    }
    let list = scene.coordinated(group);
    let before = list.iter().take_while(|&&other| other != group).last();
    if let Some(&before) = before {
        // "shares a son with Bo, and daughter Mia with Tom": those who share are the owners.
        let sharing = scene.clause(clause).verb.filter(|&verb| HAVING.contains(&scene.lemma(scene.verb(verb).head)));
        if sharing.is_some() && scene.governor(before).is_some_and(|index| scene.preposition(index) == "with") {
            let with = scene.hanging_on(group).find(|&index| scene.preposition(index) == "with");
            let other = with.map_or_else(Party::default, |index| scene.people(scene.brought(index)));
            let subject = scene.people(scene.subject(clause));
            return subject.is_known().then(|| (Owning::Having, subject.and(&other)));
        }
        // "their son Leo and daughter Mia": the son has no daughter; "her pal Ana and husband Raul".
        // "with husband Bo and daughter Mia": whose husband he is, hers she is; "pal Ana and cousin Mia".
        if scene.group(before).possessor.is_none()
            && is_tied(scene, before, Group::Social)
            && tie.group != Group::Romance
        {
            return bare(scene, before, clause, bearers, tie);
        }
        let owner = match scene.group(before).possessor {
            Some(possessor) if tie.group != Group::Romance => scene.people(scene.all_possessors(possessor)),
            _ => parent_of(scene, list, before).unwrap_or_else(|| scene.people(scene.meant(before))),
        };
        return owner.is_known().then_some((Owning::Bare, owner));
    }
    // "who has a son, Leo, with ex-boyfriend Bo": what "with" hangs on tells whose he is.
    let verb = scene.governor(group).and_then(|index| scene.chunks().prepositions[index].verb);
    let clause = verb.and_then(|verb| scene.clause_of_verb(verb)).unwrap_or(clause);
    // "made sure hubby Bo captured it": the subject above is meant.
    let is_subject = scene.clause(clause).subject == Some(group);
    let clause = if scene.clause(clause).kind == ClauseKind::Participial || is_subject {
        scene.clause(clause).parent.unwrap_or(clause)
    } else {
        clause
    };
    // "Daughter Mia was followed by son Leo": children have none.
    let child = |subject: usize| tie.child && scene.group(subject).possessor.is_none() && is_child(scene, subject);
    let subject = if scene.clause(clause).subject.is_some_and(child) {
        Party::default()
    } else {
        without(scene.people(scene.subject(clause)), bearers)
    };
    let told = scene.clause(clause).verb.is_some_and(|verb| scene.verb(verb).tokens.start < start);
    if subject.is_known() || told {
        // "Ana and Bo dined with pals Mia and Leo"
        // "Ana and Bo arrived with daughter Mia"
        let most = match tie {
            Tie { group: Group::Social, .. } => 3,
            Tie { child: true, .. } => 2,
            Tie { .. } => 1,
        };
        return (1..=most).contains(&subject.chains.len()).then_some((Owning::Bare, subject));
    }
    // A caption: "Ethan Vale, at dinner with girlfriend Ana Vega".
    let sentence = scene.sentence(scene.group(group).tokens.start);
    let first =
        sentence.take_while(|&token| token < scene.group(group).tokens.start).find_map(|token| scene.noun_at(token));
    let first = without(scene.people(first.map_or_else(Party::default, |first| scene.own(first))), bearers);
    (first.chains.len() == 1).then_some((Owning::Bare, first))
}

/// Ana of "Ana took her daughter Mia and husband Bo", "her sons, Leo and Max, and husband Bo": a child's owner, if it
/// has one, rather than the child.
fn parent_of(scene: &Scene<'_>, list: &[usize], before: usize) -> Option<Party> {
    let beside = scene.appositions(*list.first()?).chain(scene.appositions(before));
    let child = std::iter::once(before).chain(beside).find(|&group| is_child(scene, group));
    let possessor = child.and_then(|group| scene.group(group).possessor)?;
    Some(scene.people(scene.owner_of_tie(possessor, before, false))).filter(|party| party.chains.len() == 1)
}

/// Whether a group says that somebody is a child: "daughter Mia".
fn is_child(scene: &Scene<'_>, group: usize) -> bool {
    const CHILDREN: &[&str] = &["son", "daughter", "child", "kid", "baby", "newborn", "toddler"];
    let roles = &scene.group(group).roles;
    roles.iter().any(|&role| scene.name_at(role).is_none() && CHILDREN.contains(&scene.lemma(role)))
}
