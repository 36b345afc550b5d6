//! Nouns that a verb says of somebody: "Ana is **the daughter** of Bo", "named Ana **godmother**", "known as **the
//! son** of Bo".
//!
//! Comes in: a noun group. Goes out: whom its clause, or one around it, says to be that.

use crate::extract::relation::scene::{Party, Scene};

/// "Ana is the daughter", "the godmother is Ana", "Ana, who was named godmother".
pub(super) fn predicated(scene: &Scene<'_>, group: usize, plural: bool) -> Option<Party> {
    let list = scene.coordinated(group);
    let first = list.first().copied().unwrap_or(group);
    for clause in clauses_around(scene, group) {
        let verb = scene.clause(clause).verb?;
        let whole = scene.verb(verb);
        let names = matches!(
            scene.lemma(whole.head),
            "name" | "become" | "remain" | "call" | "make" | "appoint" | "include" | "choose" | "pick" | "ask"
        );
        // "asked their daughter for a loan"
        let asks = scene.is(whole.head, "ask") && !whole.passive;
        if whole.passive && is_known_as(scene, group, whole.head) {
            return Some(scene.people(scene.subject(clause))).filter(Party::is_known);
        }
        if !whole.copula && !names {
            continue;
        }
        let object = scene.object(clause);
        if names
            && !whole.passive
            && let Some(party) = appointed(scene, clause, group)
        {
            return Some(party);
        }
        if asks {
            continue;
        }
        if object == Some(group)
            || object == Some(first)
            || complement(scene, clause, group)
            || object.is_some_and(|object| goes_on(scene, object, group, first))
        {
            let party = scene.people(scene.subject(clause));
            if party.is_known() && (plural || !party.is_many() || !scene.verb(verb).copula || party.chains.len() > 1) {
                return Some(party);
            }
        }
        // "Ana and Bo's children are Leo and Mia"
        let owned = |subject: usize| {
            scene.group(group).possessor.is_some() && scene.coordinated(subject).last() == Some(&group)
        };
        if scene.clause(clause).subject.is_some_and(|subject| subject == group || owned(subject))
            && let Some(object) = object
        {
            let party = scene.people(if plural { scene.all(object) } else { scene.meant(object) });
            return party.is_known().then_some(party);
        }
    }
    None
}

/// "was the brother of Bo and **a friend** of Mia": what a complement goes on with behind "of".
fn goes_on(scene: &Scene<'_>, complement: usize, group: usize, first: usize) -> bool {
    let of = scene.governor(first).filter(|&of| scene.preposition(of) == "of" && first < group);
    let hangs = of.and_then(|of| scene.chunks().prepositions[of].noun) == Some(complement);
    hangs && scene.group(group).determiner.is_some() && scene.name_of(first).is_some()
}

/// "was long known only as **the daughter** of Bo".
fn is_known_as(scene: &Scene<'_>, group: usize, verb: usize) -> bool {
    let known = matches!(scene.lemma(verb), "know" | "describe" | "identify" | "introduce" | "reveal" | "unveil");
    known && scene.governor(group).is_some_and(|index| scene.preposition(index) == "as")
}

/// Bo of "named Bo godfather of", "chose Bo as the godfather": who stands between the verb and the noun.
fn appointed(scene: &Scene<'_>, clause: usize, group: usize) -> Option<Party> {
    let verb = scene.verb(scene.clause(clause).verb?);
    let start = scene.group(group).tokens.start;
    let before = if start > 0 && scene.is(start - 1, "as") { start - 1 } else { start };
    let chosen = scene.noun_at(verb.tokens.end).filter(|&chosen| chosen != group && scene.name_of(chosen).is_some());
    let party = chosen.map_or_else(
        || {
            // "named Ana Hale godmother": the name was drawn into the noun's group.
            let name = scene.name_at(verb.tokens.end)?;
            let end = scene.reading.mentions[name].tokens.end;
            (end == scene.group(group).head).then(|| scene.people(scene.mentioned(name)))
        },
        |chosen| {
            let last = scene.coordinated(chosen).last().copied().unwrap_or(chosen);
            let end = |group: usize| scene.group(group).tokens.end;
            // "chose Ana and Bo as godparents"
            let all = (end(last) == before).then(|| scene.people(scene.all(chosen)));
            all.or_else(|| (end(chosen) == before).then(|| scene.people(scene.own(chosen))))
        },
    )?;
    party.is_known().then_some(party)
}

/// Whether the group stands right behind the clause's verb, but for adverbs; or is that of which
/// somebody is one: "is one of Bo's closest friends".
fn complement(scene: &Scene<'_>, clause: usize, group: usize) -> bool {
    let Some(verb) = scene.clause(clause).verb else { return false };
    let one = scene.governor(group).map(|index| scene.chunks().prepositions[index].tokens.start);
    if one.is_some_and(|of| {
        of > scene.verb(verb).tokens.end && scene.is(of - 1, "one") && of - scene.verb(verb).tokens.end <= 2
    }) {
        return true;
    }
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
