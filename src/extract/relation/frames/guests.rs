//! Lists of those who were at a happening: "Guests included Ana and Raul", "Among the mourners was
//! Raul", "The guest list: Ana, Raul and Pilar".

use std::ops::Range;

use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::extract::relation::setting::Setting;
use crate::lexicon::Part;
use crate::model::NodeKind;

/// Finds those who are listed as guests of an event: of the one that the sentence names, else of
/// the one under way in the passage.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    let setting = Setting::of(scene);
    for token in 0..scene.len() {
        for found in phrase::ending(scene, token, &[Part::Guests]) {
            let event = own_event(scene, token).or_else(|| setting.event_at(token));
            hits.extend(event.and_then(|event| read(scene, event, &found)));
        }
    }
}

fn read<'a>(scene: &Scene<'a>, event: ChainId, (predicate, trigger, words): &Found<'a>) -> Option<Hit<'a>> {
    let event = Party { chains: vec![event], confidence: 1.0, tokens: words.clone() };
    let who = scene.only(listed(scene, words), &predicate.domain);
    Hit::between(scene, (*predicate, *trigger), &who, &event, words.clone(), "guest-list")
}

/// The event that the sentence of a token names, where it names just one.
fn own_event(scene: &Scene<'_>, token: usize) -> Option<ChainId> {
    let sentence = scene.sentence(token);
    let names = sentence.filter_map(|token| scene.name_at(token));
    let events = names.flat_map(|mention| scene.only(scene.mentioned(mention), &[NodeKind::Event]).chains);
    let mut events: Vec<ChainId> = events.collect();
    events.dedup();
    <[ChainId; 1]>::try_from(events).ok().map(|[event]| event)
}

/// Who the guests are said to be: behind "included", ":", "including", or around "was among".
fn listed(scene: &Scene<'_>, words: &Range<usize>) -> Party {
    let clause = scene.clause_of(words.start);
    let subject = scene.people(scene.subject(clause));
    let verb = scene.clause(clause).verb.map(|verb| scene.verb(verb));
    let lists = verb.is_some_and(|verb| verb.copula || matches!(scene.lemma(verb.head), "include" | "feature"));
    let behind = enumerated(scene, words.end, scene.sentence(words.start).end);
    if verb.is_some_and(|verb| verb.copula)
        && subject.is_known()
        && verb.is_some_and(|verb| verb.tokens.end <= words.start)
    {
        return subject;
    }
    if lists || introduces(scene, words.end) { behind } else { Party::default() }
}

/// Whether what stands soon behind the noun opens a list: a colon, "including", "such as".
fn introduces(scene: &Scene<'_>, at: usize) -> bool {
    (at..scene.len().min(at + 3))
        .any(|token| scene.word(token) == ":" || scene.is(token, "including") || scene.is(token, "included"))
}

/// Every person named between two tokens, possessors apart.
fn enumerated(scene: &Scene<'_>, from: usize, to: usize) -> Party {
    let groups = scene.chunks().nouns.iter().enumerate();
    let start = scene.chunks().nouns.partition_point(|group| group.tokens.start < from);
    let inside = groups.skip(start).take_while(|(_, group)| group.tokens.end <= to);
    inside
        .filter(|(index, group)| scene.name_of(*index).is_some() && !owns_next(scene, group.tokens.end))
        .fold(Party::default(), |all, (index, _)| all.and(&scene.people(scene.own(index))))
}

/// Whether a possessive mark stands right behind: "Ana's" in a list is not Ana.
fn owns_next(scene: &Scene<'_>, token: usize) -> bool {
    token < scene.len() && matches!(scene.word(token), "'s" | "’s" | "'" | "’")
}
