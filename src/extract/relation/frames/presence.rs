//! Who was where: "Ana dined at the Ivy", "Ana and Raul left the gala", "the gala was held at the
//! Ritz", "the Gannet Awards in Leeds".

use super::{captions, together, verbs};
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::Found;
use crate::extract::relation::scene::{Party, Scene};
use crate::extract::time::Time;
use crate::lexicon::{Part, Trigger};
use crate::model::{NodeKind, Predicate};
use crate::syntax::{ClauseKind, NounKind, ParagraphKind, Preposition, Tense, VerbForm};

/// Finds acts at places and events.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for verb in 0..scene.chunks().verbs.len() {
        let Some(clause) = scene.clause_of_verb(verb) else { continue };
        for found in verbs::triggers(scene, verb, &[Part::Acts, Part::Happens, Part::Sightings, Part::Scenes]) {
            act(scene, (verb, clause), &found, hits);
        }
    }
    for entry in scene.predicates.iter().filter(|entry| entry.predicate.domain == [NodeKind::Event]) {
        if let Some(place) = entry.triggers.iter().find(|trigger| trigger.part == Part::Places) {
            sites(scene, (&entry.predicate, place), hits);
        }
    }
}

fn act<'a>(
    scene: &Scene<'a>,
    (verb, clause): (usize, usize),
    (predicate, trigger, words): &Found<'a>,
    hits: &mut Vec<Hit<'a>>,
) {
    let what = (*predicate, *trigger);
    let sighting = trigger.part == Part::Sightings;
    let who = scene.only(together::core(scene, verb, clause, sighting), &predicate.domain);
    let company =
        if predicate.domain == [NodeKind::Person] { together::company(scene, clause) } else { Party::default() };
    // Who lies next to somebody did not come with them.
    let lies = matches!(scene.lemma(scene.verb(verb).head), "bury" | "lay" | "lie" | "inter");
    let company = if lies { Party::default() } else { company };
    let who = who.and(&company);
    // "is a writer in Leeds" tells what somebody is, not where.
    let tells_what = scene.verb(verb).copula && words.len() == 1 && scene.object(clause).is_some();
    if !who.is_known() || tells_what {
        return;
    }
    let places = places(scene, predicate, verb, clause);
    for place in &places {
        hits.extend(Hit::between(scene, what, &who, place, words.clone(), "act-place"));
    }
    for (person, place) in gapped(scene, predicate, verb) {
        let person = scene.only(scene.own(person), &predicate.domain);
        hits.extend(Hit::between(scene, what, &person, &place, words.clone(), "act-place"));
    }
    if !places.is_empty() && company.is_known() && !LASTING.contains(&scene.lemma(scene.verb(verb).head)) {
        let together = captions::sighting(scene, &[NodeKind::Person]);
        hits.extend(together.and_then(|found| Hit::among(scene, found, &who, words.clone(), "together-with")));
    }
    let says = SAYING.contains(&trigger.words[0].as_str());
    let loose = matches!(trigger.part, Part::Scenes | Part::Sightings | Part::Acts) && places.is_empty() && !says;
    if loose
        && predicate.range == [NodeKind::Event]
        && tells_scene(scene, verb, clause)
        && let Some(event) = under_way(scene, trigger.part, words.start)
    {
        let place = Party { chains: vec![event], confidence: 0.8, tokens: words.clone() };
        hits.extend(Hit::between(scene, what, &who, &place, words.clone(), "act-scene"));
    }
}

/// Verbs of speech and the like, which are at an event only where the clause puts them there.
const SAYING: &[&str] = &[
    "tell", "say", "reveal", "admit", "confess", "quip", "declare", "announce", "confirm", "discuss", "talk", "recall",
    "remark", "insist", "support", "name", "crown", "award",
];

/// Those behind an act who do it too, each at a place of their own.
fn gapped(scene: &Scene<'_>, predicate: &Predicate, verb: usize) -> Vec<(usize, Party)> {
    let behind = scene.behind_verb(verb).filter(|&index| admits(scene, predicate, scene.preposition(index)));
    let told = behind.filter_map(|index| {
        let person = other_subject(scene, index)?;
        Some((person, site(scene, predicate, scene.chunks().prepositions[index].object?)?))
    });
    told.collect()
}

/// Acts that last: who lives somewhere with somebody was not spotted with them.
const LASTING: &[&str] =
    &["live", "move", "relocate", "settle", "grow", "study", "teach", "work", "record", "train", "bear", "own", "open"];

/// The event at which an act without a place happened; what could happen anywhere needs a surer one.
fn under_way(scene: &Scene<'_>, part: Part, token: usize) -> Option<ChainId> {
    if part == Part::Acts { scene.setting().sure_event_at(token) } else { scene.setting().event_at(token) }
}

/// Whether a clause tells what happened at the scene: in the past, in running text, with no date
/// of its own, not in somebody's speech.
pub(super) fn tells_scene(scene: &Scene<'_>, verb: usize, clause: usize) -> bool {
    let group = scene.verb(verb);
    let past = group.tense == Tense::Past && group.form == VerbForm::Finite && !group.perfect;
    let syntax = scene.reading.syntax;
    let sentence = &syntax.sentences[scene.sentence_index(group.head)];
    let body = syntax.paragraphs[sentence.paragraph].kind == ParagraphKind::Body;
    let dated = sentence.tokens.clone().any(|token| scene.clause_of(token) == clause && scene.is_time(token));
    let main = matches!(scene.clause(clause).kind, ClauseKind::Main | ClauseKind::Relative);
    let spoken = syntax.quotation_of(group.head).is_some();
    let absent = matches!(scene.lemma(group.head), "attend" | "come" | "show" | "turn");
    let here = past && body && main && !dated && !spoken && (group.negation.is_none() || absent);
    here && !is_history(scene, group.head)
}

/// "Marrying in 1965, they had a son", "went on to become": what is told of a life, and not of a scene.
fn is_history(scene: &Scene<'_>, head: usize) -> bool {
    let sentence = scene.sentence_index(head);
    let participle =
        |token: usize| token < head && scene.clause(scene.clause_of(token)).kind == ClauseKind::Participial;
    let year = |time: &Time| {
        time.value.as_ref().is_some_and(|value| value.as_str().len() == 4) && participle(time.tokens.start)
    };
    let word = |at: usize, word: &str| head + at < scene.len() && scene.is(head + at, word);
    let went_on = scene.is(head, "go") && word(1, "on") && word(2, "to");
    went_on || scene.reading.times.in_sentences(&(sentence..sentence + 1)).iter().any(year)
}

/// The places of an act: behind the predicate's prepositions in its clause, in a participle's,
/// before its subject ("In Rome, Ana met fans"), or right before "where".
pub(super) fn places(scene: &Scene<'_>, predicate: &Predicate, verb: usize, clause: usize) -> Vec<Party> {
    let inner = scene.participles_of(clause);
    let verbs = std::iter::once(verb).chain(inner.filter_map(|child| scene.clause(child).verb));
    let behind = verbs.flat_map(|verb| scene.behind_verb(verb)).chain(fronted(scene, verb));
    let fits = behind.filter(|&index| admits(scene, predicate, scene.preposition(index)) && !is_origin(scene, index));
    let own = fits.filter(|&index| !is_gapped(scene, index));
    let groups = own.filter_map(|index| scene.chunks().prepositions[index].object);
    let before = before_where(scene, clause).or_else(|| before_which(scene, predicate, clause));
    groups.chain(before).filter_map(|group| site(scene, predicate, group)).collect()
}

/// "Ana lives in Leeds and Raul in Rome": a place right behind the name of another, who does not share
/// the verb's subject.
fn is_gapped(scene: &Scene<'_>, preposition: usize) -> bool {
    other_subject(scene, preposition).is_some()
}

/// Who stands between a first place and a second one, with the verb left out: Raul of "Ana lives in Leeds
/// and Raul in Rome".
fn other_subject(scene: &Scene<'_>, preposition: usize) -> Option<usize> {
    let start = scene.chunks().prepositions[preposition].tokens.start;
    let group = scene.noun_at(start.checked_sub(1)?)?;
    let joined = scene.group(group).tokens.start.checked_sub(1)?;
    let first = scene.noun_at(joined.checked_sub(1)?).filter(|&first| scene.governor(first).is_some())?;
    let person = |group: usize| scene.people(scene.own(group)).is_known();
    let and = matches!(scene.word(joined), "and" | "while" | "," | ";");
    (and && person(group) && !person(first) && scene.own(first).is_known()).then_some(group)
}

/// "a minister from Leeds", "born in Leeds, Ana …": where somebody comes from, not where they came from.
fn is_origin(scene: &Scene<'_>, preposition: usize) -> bool {
    const BIRTHS: &[&str] = &["bear", "born", "raise", "raised", "educate", "educated"];
    let start = scene.chunks().prepositions[preposition].tokens.start;
    // "Born in Leeds, she …", "Born Ana Hall in Leeds, she …"
    let first = scene.sentence(start).start;
    let opening = first < start && (first..start).all(|token| scene.word(token) != ",");
    if opening && BIRTHS.contains(&scene.lemma(first)) {
        return true;
    }
    let before = start.checked_sub(1).and_then(|token| scene.noun_at(token));
    let from = |index: usize| scene.preposition(index) == "from";
    // "a video from a wedding in Leeds": where something else comes from.
    let nested =
        before.and_then(|group| scene.governor(group)).is_some_and(|index| from(index) && is_origin(scene, index));
    // "Ana is from Leeds", "Bo comes from Rome"
    let comes = scene.chunks().prepositions[preposition].verb.map(|verb| scene.verb(verb)).is_some_and(|verb| {
        let home = verb.copula || verb.tense == Tense::Present && matches!(scene.lemma(verb.head), "come" | "hail");
        home && verb.tokens.end == start
    });
    nested || from(preposition) && (before.is_some() || comes)
}

/// The place of a predicate's range that a noun group names or takes up again.
pub(super) fn site(scene: &Scene<'_>, predicate: &Predicate, group: usize) -> Option<Party> {
    if is_date(scene, group) {
        return None;
    }
    let place = scene.only(place(scene, group), &predicate.range);
    let place = if place.is_known() { place } else { scene.only(named_before(scene, group), &predicate.range) };
    let place = if place.is_known() { place } else { scene.setting().definite(scene, group, &predicate.range) };
    place.is_known().then_some(place)
}

/// "Osteria Belvento steakhouse": the name right before the noun that says what it is.
fn named_before(scene: &Scene<'_>, group: usize) -> Party {
    let whole = scene.group(group);
    let before =
        whole.head.checked_sub(1).filter(|&token| whole.tokens.contains(&token) && whole.kind == NounKind::Common);
    before.and_then(|token| scene.name_at(token)).map_or_else(Party::default, |name| scene.mentioned(name))
}

/// Whether a noun group is a date, and not a place into which one was drawn: "Rome last autumn".
fn is_date(scene: &Scene<'_>, group: usize) -> bool {
    scene.is_time(scene.group(group).head) && scene.name_of(group).is_none()
}

/// The noun group that a clause with "where" tells more of: "a dinner in Rome, where they danced".
fn before_where(scene: &Scene<'_>, clause: usize) -> Option<usize> {
    let marker = scene.clause(clause).marker.filter(|&marker| scene.is(marker, "where"))?;
    let comma = marker.checked_sub(1).filter(|&token| scene.word(token) == ",");
    comma.unwrap_or(marker).checked_sub(1).and_then(|token| scene.noun_at(token))
}

/// The same for "at which": "the gala of 2017, at which they turned up".
fn before_which(scene: &Scene<'_>, predicate: &Predicate, clause: usize) -> Option<usize> {
    let preposition = scene.fronted_relative(clause)?;
    let antecedent = scene.clause(clause).antecedent?;
    let whole = scene.governor(antecedent).filter(|_| is_date(scene, antecedent) || is_number(scene, antecedent));
    let whole = whole.and_then(|index| scene.chunks().prepositions[index].noun);
    admits(scene, predicate, scene.preposition(preposition)).then_some(whole.unwrap_or(antecedent))
}

fn is_number(scene: &Scene<'_>, group: usize) -> bool {
    scene.group(group).kind == NounKind::Quantity
}

/// Where somebody is who is at what the group names: the place itself, or that of which it is a
/// part ("at the bar of the Ritz", "on the steps outside St Mary's").
fn place(scene: &Scene<'_>, group: usize) -> Party {
    let stands_for = scene.clause(scene.clause_of(scene.group(group).head)).antecedent;
    let group = stands_for.filter(|_| scene.group(group).kind == NounKind::Relative).unwrap_or(group);
    let own = scene.all(group);
    if own.is_known() || !PARTS.contains(&scene.lemma(scene.group(group).head)) {
        return own;
    }
    let whole = scene.hanging_on(group).filter(|&index| WHOLE.contains(&scene.preposition(index)));
    whole
        .filter_map(|index| scene.chunks().prepositions[index].object)
        .map(|object| scene.all(object))
        .find(Party::is_known)
        .unwrap_or_default()
}

/// Nouns for a part of a place or of a happening.
const PARTS: &[&str] = &[
    "balcony", "ballroom", "bar", "beach", "booth", "carpet", "corner", "dock", "door", "doorstep", "entrance",
    "foyer", "front", "garden", "ground", "hall", "lawn", "lobby", "lounge", "patio", "pool", "roof", "rooftop", "row",
    "side", "stage", "stair", "stand", "step", "table", "terrace", "top", "wing", "yard",
];

/// The prepositions between a part and its whole.
const WHOLE: &[&str] = &["of", "at", "in", "inside", "outside", "on"];

/// The prepositions that open the sentence of a verb, before its subject.
fn fronted(scene: &Scene<'_>, verb: usize) -> Vec<usize> {
    let start = scene.verb(verb).tokens.start;
    let sentence = scene.sentence(start);
    let from = scene.chunks().prepositions.partition_point(|found| found.tokens.start < sentence.start);
    let before = scene.chunks().prepositions[from..].iter().enumerate();
    let before = before.take_while(|(_, found)| found.tokens.start < start && found.verb.is_none());
    let opening = before.filter(|(_, found)| found.noun.is_none() || found.tokens.start == sentence.start);
    opening.take(3).map(|(offset, _)| from + offset).filter(|_| is_first(scene, verb, sentence.start)).collect()
}

/// Whether a verb is the first behind a token, but for those of relative clauses: "At the Ritz,
/// where a party went on, Ana danced".
fn is_first(scene: &Scene<'_>, verb: usize, token: usize) -> bool {
    let aside = |earlier: usize| {
        scene.clause_of_verb(earlier).is_some_and(|clause| {
            let where_it = scene.clause(clause).marker.is_some_and(|marker| scene.is(marker, "where"));
            where_it || scene.clause(clause).kind == ClauseKind::Relative
        })
    };
    scene
        .first_verb_of(token)
        .is_some_and(|first| first <= verb && (first..verb).take(4).all(aside) && verb - first < 4)
}

/// Whether a preposition brings the place of a predicate.
pub(super) fn admits(scene: &Scene<'_>, predicate: &Predicate, preposition: &str) -> bool {
    let mut of_word = scene.predicates.triggers(preposition);
    of_word.any(|(other, trigger)| trigger.part == Part::Places && other.name == predicate.name)
}

/// "the Gannet Awards in Leeds": an event and right behind it its place.
fn sites<'a>(scene: &Scene<'a>, (predicate, trigger): (&'a Predicate, &'a Trigger), hits: &mut Vec<Hit<'a>>) {
    for (index, preposition) in scene.chunks().prepositions.iter().enumerate() {
        let noun = preposition.noun.or_else(|| before_comma(scene, preposition));
        let (Some(object), Some(noun)) = (preposition.object, noun) else { continue };
        if !matches!(scene.preposition(index), "at" | "in" | "inside" | "outside" | "on") || is_date(scene, object) {
            continue;
        }
        let event = scene.only(scene.own(noun), &predicate.domain);
        let near = preposition.tokens.start <= scene.group(noun).tokens.end + 3;
        let venue = scene.only(scene.all(object), &predicate.range);
        if near && event.is_known() && venue.is_known() {
            let venue = Party { chains: venue.chains[..1].to_vec(), ..venue };
            hits.extend(Hit::between(
                scene,
                (predicate, trigger),
                &event,
                &venue,
                preposition.tokens.clone(),
                "event-place",
            ));
        }
    }
}

/// The noun of "the gala, at the Ritz, went on": before a comma, of an aside that closes behind the place.
fn before_comma(scene: &Scene<'_>, preposition: &Preposition) -> Option<usize> {
    let comma = preposition.tokens.start.checked_sub(1).filter(|&comma| scene.word(comma) == ",")?;
    let end = scene.group(preposition.object?).tokens.end;
    let closed = end < scene.len() && scene.word(end) == ",";
    comma.checked_sub(1).filter(|_| closed).and_then(|last| scene.noun_at(last))
}
