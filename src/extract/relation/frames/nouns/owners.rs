//! Whose a noun of relation is: "**Vega**'s wife", "the son of **Ana and Raul**", "**they** have two sons".
//!
//! Comes in: a noun group, the words in it and whom it means. Goes out: people, and how they are
//! said to be its owners.

use std::ops::Range;

use super::Owning;
use super::bare::{Tie, bare};
use super::bearers::is_tied;
use super::list::{further, listed, named_ahead};
use super::survivors::survived;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::{Part, Trigger};
use crate::model::{Group, Predicate};
use crate::syntax::{ClauseKind, NounKind};

/// Verbs whose object is the subject's kin: "they have a son", "she shares two daughters with him".
pub(super) const HAVING: &[&str] = &[
    "have",
    "share",
    "welcome",
    "raise",
    "adopt",
    "leave",
    "expect",
    "father",
    "mother",
    "bear",
    "parent",
    "co-parent",
    "coparent",
    "give",
];

/// Whose noun it is, each with how that is said; the first that is known.
pub(super) fn owners(
    scene: &Scene<'_>,
    group: usize,
    (predicate, trigger): (&Predicate, &Trigger),
    words: &Range<usize>,
    bearers: &Party,
) -> Vec<(Owning, Party)> {
    let whole = scene.group(group);
    if let Some(possessor) = whole.possessor {
        let owner = theirs(scene, possessor)
            .unwrap_or_else(|| scene.owner_of_tie(possessor, group, predicate.group == Group::Romance));
        let pronoun = scene.group(possessor).kind == NounKind::Pronoun;
        let died = || if pronoun { survived(scene, group) } else { None };
        let owner = Some(owner).filter(Party::is_known).or_else(died);
        let owner =
            owner.map(|owner| with_whom(scene, group, trigger).map_or(owner.clone(), |other| owner.and(&other)));
        return owner.map(|owner| (Owning::Possessor, owner)).into_iter().collect();
    }
    // "the Paul Vega heir": a name right before the noun owns it.
    let before =
        words.start.checked_sub(1).filter(|token| whole.tokens.contains(token)).and_then(|token| scene.name_at(token));
    let before = before.filter(|_| !is_appointed(scene, words.start));
    if let Some(owner) = before.map(|name| scene.mentioned(name)).filter(Party::is_known) {
        return vec![(Owning::Possessor, owner)];
    }
    if let Some(owner) = behind_of(scene, group, (predicate, trigger), words) {
        return vec![(Owning::Of, owner)];
    }
    if let Some(owner) = survived(scene, group) {
        return vec![(Owning::Having, owner)];
    }
    if let Some(owner) = shared_possessor(scene, group) {
        return vec![(Owning::Possessor, owner)];
    }
    if let Some(owner) = beside_kin(scene, group).filter(|_| predicate.group == Group::Family) {
        return vec![(Owning::Possessor, owner)];
    }
    if let Some(clause) = having(scene, group) {
        let all = if is_second(scene, group) { scene.subject(clause) } else { havers(scene, clause) };
        return vec![(Owning::Having, all.and(&from_bond(scene, group)))];
    }
    if let Some(speaker) = spoken_of(scene, group).filter(|_| predicate.group == Group::Social) {
        return vec![(Owning::Possessor, speaker)];
    }
    let clause = scene.clause_of(whole.head);
    let named = scene.name_of(group).is_some() || is_one_of_two(scene, group);
    let bare_name = named && whole.determiner.is_none();
    let tie = Tie { group: predicate.group, child: trigger.part == Part::TargetNouns && predicate.name == "parent_of" };
    bare_name.then(|| bare(scene, group, clause, bearers, tie)).flatten().into_iter().collect()
}

/// Ana and Bo of "Ana came without her husband Bo, who was with **their** son".
fn theirs(scene: &Scene<'_>, possessor: usize) -> Option<Party> {
    let token = scene.group(possessor).head;
    let clause = scene.clause(scene.clause_of(token));
    let told = clause.antecedent.filter(|_| scene.is(token, "their") && clause.kind == ClauseKind::Relative)?;
    let tied = owned_tie(scene, told, Group::Romance)?;
    let owner = scene.people(scene.meant(scene.group(tied).possessor?));
    let two = scene.people(scene.meant(told)).and(&owner);
    (two.chains.len() == 2).then_some(two)
}

/// Ana of "“Bo is **a dear friend**,” said Ana": who speaks of somebody as a friend.
fn spoken_of(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let whole = scene.group(group);
    let clause = scene.clause(scene.clause_of(whole.head));
    let said = clause.object == Some(group) && clause.verb.is_some_and(|verb| scene.verb(verb).copula);
    let of_another = scene.hanging_on(group).any(|index| matches!(scene.preposition(index), "of" | "to"));
    let one = whole.determiner.is_some_and(|token| scene.is(token, "a")) && !of_another;
    let quotation = scene.reading.syntax.quotation_of(whole.head).filter(|_| said && one)?;
    let speaker = scene.people(scene.mentioned(scene.reading.coref.speakers[quotation]?));
    (speaker.chains.len() == 1).then_some(speaker)
}

/// "**ex-wife** and TV star Ana Vega": two nouns for one person.
fn is_one_of_two(scene: &Scene<'_>, group: usize) -> bool {
    let &[first, last] = scene.coordinated(group) else { return false };
    let name = scene.name_of(last).map(|name| scene.reading.mentions[name].tokens.start);
    let role = scene.group(last).roles.first().copied();
    first == group && scene.group(last).possessor.is_none() && role.zip(name).is_some_and(|(role, name)| role < name)
}

/// "named **Ana Vega** godmother": whose name stands there is no owner.
fn is_appointed(scene: &Scene<'_>, noun: usize) -> bool {
    let name = noun.checked_sub(1).and_then(|token| scene.name_at(token));
    let before = name.and_then(|name| scene.reading.mentions[name].tokens.start.checked_sub(1));
    before.is_some_and(|before| {
        let word = scene.lemma(before);
        scene.tag(before).is_verb() && matches!(word, "name" | "make" | "appoint" | "choose" | "pick")
    })
}

/// "Vega's son **with Bo Reece**": a child's other parent.
fn with_whom(scene: &Scene<'_>, group: usize, trigger: &Trigger) -> Option<Party> {
    let end = scene.group(group).tokens.end;
    let child = trigger.part == Part::TargetNouns;
    let other = from_bond(scene, group);
    if child && other.is_known() {
        return Some(other);
    }
    let mut hanging = scene.hanging_on(group).filter(|&index| scene.chunks().prepositions[index].tokens.start == end);
    let index = hanging.next().filter(|&index| scene.preposition(index) == "with")?;
    (child && scene.name_at(end - 1).is_none()).then(|| scene.people(scene.brought(index)))
}

/// "the son **of Ana Vega and of the late Bo Reece**", "mother **to Leo**".
fn behind_of(
    scene: &Scene<'_>,
    group: usize,
    (predicate, trigger): (&Predicate, &Trigger),
    words: &Range<usize>,
) -> Option<Party> {
    let whole = scene.group(group);
    let mut behind = scene.hanging_on(group).filter(|&index| {
        let from = scene.chunks().prepositions[index].tokens.start;
        // "took baby Leo to Ana"
        let beyond = scene.preposition(index) == "to" && from > words.end && trigger.part == Part::TargetNouns;
        // "chose Bo as godfather for Leo"
        let kin = predicate.group == Group::Family && trigger.part == Part::SourceNouns;
        let joins = matches!(scene.preposition(index), "of" | "to") || kin && scene.preposition(index) == "for";
        from >= words.end && joins && from <= whole.tokens.end + 1 && !beyond
    });
    let preposition = behind.next()?;
    let tokens = &scene.chunks().prepositions[preposition].tokens;
    let object = scene.chunks().prepositions[preposition].object.map(|object| {
        // "godmother to Ana's son Leo" is Leo's.
        let whole = scene.whole_group(scene.group(object).tokens.start).filter(|&whole| whole > object);
        scene.people(whole.map_or_else(|| scene.all(object), |whole| scene.own(whole)))
    });
    let ahead = || named_ahead(scene, tokens.end).map(|(_, party)| party);
    let counted = || counted(scene, tokens.end).filter(|_| trigger.part == Part::SourceNouns);
    let owner = object.filter(Party::is_known).or_else(ahead).or_else(counted)?;
    match trigger.part {
        // A child has two parents: "of Ana Vega, the painter, and Bo Reece".
        Part::TargetNouns if !owner.is_many() => {
            Some(further(scene, owner.tokens.end).map_or(owner.clone(), |other| owner.and(&other)))
        }
        // "Ana, the wife of Bo, and Mia": nobody is the wife of two.
        Part::Nouns if predicate.group == Group::Romance && !scene.is_plural(words.end - 1) => {
            let first = owner.chains.first().copied();
            Some(Party { chains: first.into_iter().collect(), ..owner })
        }
        Part::SourceNouns | Part::Nouns => {
            let first = owner.tokens.clone().find(|&token| scene.name_at(token).is_some());
            Some(first.map_or(owner.clone(), |first| owner.and(&listed(scene, first))))
        }
        _ => Some(owner),
    }
}

/// "(mother of) two: Leo, 12, and Max, 9", "(parents to) two girls, Mia and Sue": as many as the number says.
fn counted(scene: &Scene<'_>, from: usize) -> Option<Party> {
    const NUMBERS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven"];
    let sentence = scene.sentence(from.min(scene.len() - 1));
    let number = scene.lemma(from);
    let number = NUMBERS.iter().position(|word| *word == number).map(|at| at + 1).or_else(|| number.parse().ok())?;
    let near = (from + 1..sentence.end.min(from + 4))
        .take_while(|&token| scene.tag(token).is_noun() || !scene.word(token).starts_with(char::is_alphanumeric));
    let mark = near.into_iter().find(|&token| matches!(scene.word(token), ":" | "," | "–" | "—" | "-" | "("))?;
    let named = scene.name_at(mark + 1).map(|_| listed(scene, mark + 1))?;
    (named.chains.len() == number).then_some(named)
}

/// Whether a group is what somebody has: "a son" of "they have a son".
pub(super) fn is_had(scene: &Scene<'_>, group: usize) -> bool {
    having(scene, group).is_some()
}

/// The clause that says that somebody has whom the group means.
fn having(scene: &Scene<'_>, group: usize) -> Option<usize> {
    let whole = scene.group(group);
    let inside = scene.clause_of(whole.head);
    let has = |&clause: &usize| {
        let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb));
        verb.is_some_and(|verb| HAVING.contains(&scene.lemma(verb.head)) && verb.tokens.end <= whole.tokens.start)
    };
    // "with whom he has | a son, Leo": the object may stand outside of its clause.
    let right_before = || {
        let verb = whole.tokens.start.checked_sub(1).and_then(|token| scene.verb_ending_at(token))?;
        scene.clause_of_verb(verb)
    };
    let clause = Some(inside).filter(has).or_else(|| right_before().filter(has))?;
    let indefinite = whole.determiner.is_none_or(|token| !scene.is(token, "the"));
    (indefinite && (scene.governor(group).is_none() || is_second(scene, group))).then_some(clause)
}

/// "(has a daughter with Bo and) **a son**": the other parent of the first child is none of the second's.
fn is_second(scene: &Scene<'_>, group: usize) -> bool {
    let with = scene.governor(group).is_some_and(|index| scene.preposition(index) == "with");
    let start = scene.group(group).tokens.start;
    let added = start > 0 && scene.is(start - 1, "and");
    with && added && scene.group(group).determiner.is_some() && scene.coordinated(group).first() != Some(&group)
}

/// "a son, Leo, **from his marriage to Ana**": the other parent of a child.
fn from_bond(scene: &Scene<'_>, group: usize) -> Party {
    const BONDS: &[&str] = &["marriage", "relationship", "romance", "union", "affair", "fling"];
    const REACH: usize = 6;
    let prepositions = &scene.chunks().prepositions;
    let end = scene.group(group).tokens.end;
    let near = prepositions.partition_point(|found| found.tokens.start < end)..prepositions.len();
    let mut near = near.take_while(|&index| prepositions[index].tokens.start <= end + REACH);
    let bond = near.find(|&index| scene.preposition(index) == "from").and_then(|from| prepositions[from].object);
    let bond = bond.filter(|&bond| BONDS.contains(&scene.lemma(scene.group(bond).head)));
    let with = bond.and_then(|bond| {
        let end = scene.group(bond).tokens.end;
        let at = prepositions.partition_point(|found| found.tokens.start < end);
        (at < prepositions.len() && prepositions[at].tokens.start == end).then_some(at)
    });
    let with = with.filter(|&with| matches!(scene.preposition(with), "to" | "with"));
    // Of "from his romance with Ana, and a daughter, Mia" the first alone.
    let object = with.and_then(|with| prepositions[with].object);
    object.map_or_else(Party::default, |object| scene.people(scene.meant(object)))
}

/// Who has the children of a clause: its subject, and with whom: "(has a son) with Ana", "Ana, with whom (he has a
/// son)".
fn havers(scene: &Scene<'_>, clause: usize) -> Party {
    let verb = scene.clause(clause).verb.unwrap_or_default();
    let company = scene.behind_verb(verb).filter(|&index| matches!(scene.preposition(index), "with" | "by"));
    // A second one goes with other children: "a son with Ana and a daughter with Mia".
    let objects = company.take(1).filter_map(|index| scene.chunks().prepositions[index].object);
    let all = objects.fold(scene.subject(clause), |all, object| all.and(&scene.meant(object)));
    let with_whom = scene
        .clause(clause)
        .marker
        .filter(|&marker| marker > 0 && scene.is(marker, "whom") && scene.is(marker - 1, "with"));
    let antecedent = with_whom.and(scene.clause(clause).antecedent);
    // "gave Bo a son"
    let given = scene.clause(clause).verb.filter(|&verb| scene.is(scene.verb(verb).head, "give"));
    let given = given.map(|verb| scene.verb(verb).tokens.end).map(|next| match scene.name_at(next) {
        Some(name) => scene.mentioned(name),
        None => scene.noun_at(next).map_or_else(Party::default, |given| scene.meant(given)),
    });
    let all = given.map_or(all.clone(), |given| all.and(&scene.people(given)));
    antecedent.map_or(all.clone(), |antecedent| all.and(&scene.people(scene.meant(antecedent))))
}

/// "**her** mother, Ana, and sister, Mia": kin beside kin is of the same owner.
fn beside_kin(scene: &Scene<'_>, group: usize) -> Option<Party> {
    let whole = scene.group(group);
    let and = whole.tokens.start.checked_sub(1).filter(|&and| scene.is(and, "and") && whole.determiner.is_none())?;
    let end = if and > 0 && scene.word(and - 1) == "," { and - 1 } else { and };
    let before = scene.noun_at(end.checked_sub(1)?)?;
    let kin = owned_tie(scene, before, Group::Family)?;
    let owner = scene.people(scene.owner_of_tie(scene.group(kin).possessor?, kin, false));
    Some(owner).filter(Party::is_known)
}

/// The group, or what stands in apposition to it, that says whose kin it is, or whose love: "her mother" of
/// "her mother, Ana".
fn owned_tie(scene: &Scene<'_>, group: usize, farthest: Group) -> Option<usize> {
    let owned = |group: &usize| scene.group(*group).possessor.is_some() && is_tied(scene, *group, farthest);
    std::iter::once(group).chain(scene.appositions(group)).find(owned)
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
