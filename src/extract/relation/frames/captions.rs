//! Words under a picture and other lines without a verb: "Ana Vega and Raul Ortiz at the Ritz",
//! "From left: Ana, Raul and Pilar", "Here's Ana with Raul".

use std::ops::Range;

use super::guests;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::{Part, Trigger};
use crate::model::{NodeKind, Predicate};
use crate::syntax::{ClauseKind, VerbForm, VerbGroup};

/// The prepositions between people and where they are pictured.
const AT: &[&str] = &["at", "in", "outside", "inside", "during", "on"];

/// Finds people shown together, and where.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for (index, preposition) in scene.chunks().prepositions.iter().enumerate() {
        let (Some(object), Some(noun)) = (preposition.object, preposition.noun) else { continue };
        let own = own_line(scene, preposition.tokens.start);
        if !is_verbless(scene, &own) {
            continue;
        }
        let before = own.start..preposition.tokens.start;
        let shown = everyone(scene, before.clone()).unwrap_or_else(|| scene.people(scene.all(noun)));
        let shown = if shown.is_known() { shown } else { opening(scene, &before) };
        if !opens_line(scene, &shown) || shares(scene, before) {
            continue;
        }
        match scene.preposition(index) {
            "with" | "alongside" | "and" => {
                let all = shown.clone().and(&scene.people(scene.all(object)));
                pair_up(scene, &shown, &all, hits);
            }
            word if AT.contains(&word) => {
                pair_up(scene, &shown, &shown, hits);
                put(scene, &shown, &scene.all(object), hits);
            }
            _ => {}
        }
    }
    for sentence in &scene.reading.syntax.sentences {
        line(scene, sentence.tokens.clone(), hits);
        in_order(scene, sentence.tokens.clone(), hits);
    }
}

/// "From left: Ana, Raul and Pilar", "Clockwise from top: …": everybody named was together.
fn in_order<'a>(scene: &Scene<'a>, sentence: Range<usize>, hits: &mut Vec<Hit<'a>>) {
    const LONGEST: usize = 6;
    let near = sentence.start..sentence.end.min(sentence.start + LONGEST);
    let Some(colon) = near.clone().find(|&token| scene.word(token) == ":") else { return };
    let order = |token| ["left", "right", "clockwise", "l"].iter().any(|word| scene.is(token, word));
    let opens = ["from", "left", "l", "clockwise"].iter().any(|word| scene.is(near.start, word));
    if opens && (near.start..colon).any(order) {
        let shown = guests::enumerated(scene, colon + 1, sentence.end);
        pair_up(scene, &shown, &shown, hits);
    }
}

/// All whom the words of a line name, where they do nothing else: "Ana Vega (left) and Raul Ortiz", "Ana
/// with Raul".
fn everyone(scene: &Scene<'_>, words: Range<usize>) -> Option<Party> {
    const LONGEST: usize = 24;
    const JOINING: &[&str] =
        &["and", "&", ",", "(", ")", "left", "right", "center", "centre", "with", "from", ":", "far"];
    let plain = |at: usize| scene.name_at(at).is_some() || JOINING.iter().any(|word| scene.is(at, word));
    if words.len() > LONGEST || !words.clone().all(plain) {
        return None;
    }
    let names = words.clone().filter_map(|at| scene.name_at(at)).map(|name| scene.mentioned(name));
    let all = names.fold(Party::default(), |all, named| all.and(&named));
    let party = Party { tokens: words, ..scene.people(all) };
    party.is_many().then_some(party)
}

/// Whom a line begins with that goes on with where they were: "Ana Vega at the Ritz on Monday with Raul Ortiz",
/// not "Ana Vega on life in Rome with Raul Ortiz".
fn opening(scene: &Scene<'_>, words: &Range<usize>) -> Party {
    const LONGEST: usize = 24;
    let first = words.clone().take(3).find_map(|at| scene.noun_at(at));
    let first = first.filter(|&group| scene.name_of(group).is_some() && words.len() <= LONGEST);
    let first = first.filter(|&group| !scene.is(scene.group(group).tokens.end, "on"));
    first.map_or_else(Party::default, |group| scene.people(scene.all(group)))
}

/// "Ana Vega, at the Ritz in Rome, for dinner with Raul Ortiz", "Ana Vega, hosting a party at the
/// Ritz": people, a comma, and where they were, with no verb that tells of them.
fn line<'a>(scene: &Scene<'a>, sentence: Range<usize>, hits: &mut Vec<Hit<'a>>) {
    let Some(first) = scene.noun_at(sentence.start).filter(|&group| scene.name_of(group).is_some()) else { return };
    let shown = scene.people(scene.all(first));
    let end = shown.tokens.end;
    if !shown.is_known()
        || end >= sentence.end
        || scene.word(end) != ","
        || tells(scene, &sentence)
        || shares(scene, own_line(scene, sentence.end - 1).start..sentence.end - 1)
    {
        return;
    }
    let from = scene.chunks().prepositions.partition_point(|found| found.tokens.start < end);
    let behind = scene.chunks().prepositions[from..].iter().enumerate();
    for (offset, preposition) in behind.take_while(|(_, found)| found.tokens.start < sentence.end) {
        let clause = scene.clause(scene.clause_of(preposition.tokens.start));
        let aside = clause.kind == ClauseKind::Relative && clause.tokens.contains(&preposition.tokens.start);
        let Some(object) = preposition.object.filter(|_| !aside) else { continue };
        match scene.preposition(from + offset) {
            "with" | "alongside" => {
                let all = shown.clone().and(&scene.people(scene.brought(from + offset)));
                pair_up(scene, &shown, &all, hits);
            }
            word if AT.contains(&word) => put(scene, &shown, &scene.all(object), hits),
            _ => {}
        }
    }
}

/// Whether a sentence has a verb of its own: not one of a relative clause, a participle or an
/// infinitive.
fn tells(scene: &Scene<'_>, sentence: &Range<usize>) -> bool {
    let verbs = &scene.chunks().verbs;
    let from = verbs.partition_point(|verb| verb.tokens.start < sentence.start);
    let inside = (from..verbs.len()).take_while(|&verb| verbs[verb].tokens.start < sentence.end);
    let mut kinds = inside.map(|verb| scene.clause_of_verb(verb).map(|clause| scene.clause(clause).kind));
    kinds.any(|kind| !matches!(kind, Some(ClauseKind::Relative | ClauseKind::Participial | ClauseKind::Infinitive)))
}

/// The line of a token: its item of a list, behind what says of all of them "Seen about town:".
fn own_line(scene: &Scene<'_>, token: usize) -> Range<usize> {
    const LONGEST: usize = 12;
    let item = scene.item(token);
    let colon = (item.start..token).take(LONGEST).find(|&at| scene.word(at) == ":");
    let label = colon.filter(|&colon| (item.start..colon).all(|at| scene.name_at(at).is_none()));
    label.map_or(item.start, |colon| colon + 1)..item.end
}

/// Whether a line has no verb, or only the "is" of "here is Ana with Raul" and the "left"
/// of "from left: Ana and Raul".
fn is_verbless(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    // "Ana Vega (left) and Raul Ortiz at the Ritz"
    let bracketed = |verb: &&VerbGroup| verb.tokens.start > 0 && scene.word(verb.tokens.start - 1) == "(";
    let verbs = &scene.chunks().verbs[scene.first_verb_of(line.start).unwrap_or(scene.chunks().verbs.len())..];
    // "Ana Vega and Raul Ortiz at the game, sitting courtside"
    let aside = |verb: &&VerbGroup| {
        verb.form == VerbForm::Gerund && verb.tokens.start > 0 && scene.word(verb.tokens.start - 1) == ","
    };
    let first = verbs.iter().find(|verb| !bracketed(verb) && !aside(verb));
    first.filter(|verb| verb.tokens.start < line.end).is_none_or(|verb| {
        let before = verb.tokens.start.checked_sub(1);
        before.is_some_and(|before| verb.copula && scene.is(before, "here") || scene.is(before, "from"))
    })
}

/// "shares daughters Pia and Zoe with Raul": a parent's children are no picture, though the verb may
/// look like a noun.
fn shares(scene: &Scene<'_>, mut words: Range<usize>) -> bool {
    words.any(|at| scene.is(at, "share") || scene.is(at, "shares"))
}

/// Whether nobody else is named before them in their sentence: "Reece shares son Luca with …" whose
/// verb was not seen is no caption.
fn opens_line(scene: &Scene<'_>, shown: &Party) -> bool {
    let start = own_line(scene, shown.tokens.start).start;
    shown.is_known() && (start..shown.tokens.start).all(|at| scene.name_at(at).is_none())
}

/// All of them were together, if somebody new joined or several are shown.
fn pair_up<'a>(scene: &Scene<'a>, shown: &Party, all: &Party, hits: &mut Vec<Hit<'a>>) {
    if let Some(found) = sighting(scene, &[NodeKind::Person]).filter(|_| shown.is_known()) {
        hits.extend(Hit::among(scene, found, all, all.tokens.clone(), "caption"));
    }
}

/// Each of them was there.
fn put<'a>(scene: &Scene<'a>, shown: &Party, place: &Party, hits: &mut Vec<Hit<'a>>) {
    for kind in [NodeKind::Venue, NodeKind::Event] {
        let here = scene.only(place.clone(), &[kind]);
        if let Some(found) = sighting(scene, &[kind]).filter(|_| shown.is_known() && here.is_known()) {
            hits.extend(Hit::between(scene, found, shown, &here, here.tokens.clone(), "caption"));
        }
    }
}

/// What a sighting of a person claims of those of another kind.
pub(super) fn sighting<'a>(scene: &Scene<'a>, range: &[NodeKind]) -> Option<(&'a Predicate, &'a Trigger)> {
    let entries = scene
        .predicates
        .iter()
        .filter(|entry| entry.predicate.range == range && entry.predicate.domain == [NodeKind::Person]);
    entries
        .flat_map(|entry| entry.triggers.iter().map(move |trigger| (&entry.predicate, trigger)))
        .find(|(_, trigger)| trigger.part == Part::Sightings)
}
