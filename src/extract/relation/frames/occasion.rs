//! Who was where, by what people did together: "Ana kissed Raul at the Ritz" puts both there.
//!
//! Comes in: the hits of the other frames. Goes out: for each occasion of two people the venue and
//! event of its clause, of the clause around it, or the event under way. It reads no verb itself.

use std::collections::BTreeSet;

use super::captions::sighting;
use super::presence;
use crate::extract::coref::ChainId;
use crate::extract::relation::guards;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::{Party, Scene};
use crate::model::{NodeKind, Predicate};
use crate::syntax::ClauseKind;

/// Adds the presence of those whom the hits so far join in an occasion.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    drop_vague(scene, hits);
    let mut found = Vec::new();
    for hit in hits.iter().filter(|hit| is_occasion(hit) && guards::allow(scene, hit)) {
        for kind in [NodeKind::Venue, NodeKind::Event] {
            if let Some(what) = sighting(scene, &[kind]) {
                let who = everyone(hit);
                let places = sites(scene, what.0, hit);
                let put = |place: &Party| Hit::between(scene, what, &who, place, hit.anchor.clone(), "occasion-place");
                found.extend(places.iter().filter_map(put));
            }
        }
    }
    hits.extend(found);
}

/// Takes out what a verb that could happen anywhere puts at an event under way of which nothing surer is told:
/// it is only spoken of ("her wedding", "the film festival in May"), and no scene.
fn drop_vague(scene: &Scene<'_>, hits: &mut Vec<Hit<'_>>) {
    let vague = |hit: &Hit<'_>| {
        let light = hit.trigger.words.len() == 1 && LIGHT.contains(&hit.trigger.words[0].as_str());
        hit.frame == "act-scene" && light
    };
    let ends = |hit: &Hit<'_>| hit.pairs.iter().flat_map(|&(source, target)| [source, target]).collect::<Vec<_>>();
    let sure = hits.iter().filter(|hit| !vague(hit)).flat_map(ends);
    let told: BTreeSet<ChainId> = sure.filter(|&chain| scene.kind(chain) == NodeKind::Event).collect();
    hits.retain(|hit| !vague(hit) || hit.pairs.iter().all(|(_, event)| told.contains(event)));
}

/// Verbs that tell next to nothing of where somebody was.
const LIGHT: &[&str] =
    &["take", "have", "go", "get", "make", "give", "do", "be", "see", "wear", "hold", "share", "return", "unveil"];

/// Whether a hit tells of something that people did at one place and time.
fn is_occasion(hit: &Hit<'_>) -> bool {
    let people = [NodeKind::Person];
    let pledge = hit.trigger.words.iter().any(|word| PLEDGES.contains(&word.as_str()));
    hit.predicate.domain == people
        && hit.predicate.range == people
        && (!hit.predicate.lasting || pledge)
        && FRAMES.contains(&hit.frame)
}

/// Verbs that begin a lasting bond and happen at a place.
const PLEDGES: &[&str] = &["propose", "marry", "wed", "knot", "vow", "elope", "engaged"];

/// Frames that tell of an act.
const FRAMES: &[&str] = &[
    "verb-object",
    "verb-preposition",
    "passive",
    "together",
    "together-with",
    "adjective",
    "pair-noun-copula",
    "understood",
    "bond-possessor-with",
    "bond-possessors",
    "bond-between",
    "bond-with",
];

fn everyone(hit: &Hit<'_>) -> Party {
    let mut chains: Vec<_> = hit.pairs.iter().flat_map(|&(source, target)| [source, target]).collect();
    chains.sort_unstable();
    chains.dedup();
    Party { chains, confidence: hit.certainty, tokens: hit.tokens.clone() }
}

/// Where an occasion happened: as its own clause says, else the nearest clause around it that
/// speaks of the same people, else at the event under way.
fn sites(scene: &Scene<'_>, predicate: &Predicate, hit: &Hit<'_>) -> Vec<Party> {
    if hit.frame.starts_with("bond-") {
        return beside(scene, predicate, hit);
    }
    let own = scene.clause_of(hit.anchor.start);
    let mut clause = own;
    for _ in 0..3 {
        let Some(verb) = scene.clause(clause).verb else { break };
        let places = presence::places(scene, predicate, verb, clause);
        if !places.is_empty() {
            return places;
        }
        match scene.clause(clause).parent {
            Some(parent) if goes_on(scene, clause, parent) => clause = parent,
            _ => break,
        }
    }
    let verb = scene.clause(own).verb.filter(|&verb| presence::tells_scene(scene, verb, own));
    let event = verb.and_then(|_| scene.setting().sure_event_at(hit.anchor.start));
    // "was engaged to Bo" is a state, and none of the event's happenings.
    let state = hit.frame == "adjective" && hit.predicate.lasting;
    let event = event.filter(|_| predicate.range == [NodeKind::Event] && !is_elsewhere(scene, own) && !state);
    event.into_iter().map(|event| Party { chains: vec![event], confidence: 0.8, tokens: hit.anchor.clone() }).collect()
}

/// The places right behind the noun of an occasion and those whom it joins: "three sightings of the two in
/// Rome", "their outing at the Ritz".
fn beside(scene: &Scene<'_>, predicate: &Predicate, hit: &Hit<'_>) -> Vec<Party> {
    let prepositions = &scene.chunks().prepositions;
    let from = prepositions.partition_point(|found| found.tokens.start < hit.anchor.end);
    let near = hit.anchor.end.max(hit.tokens.end) + 1;
    let inside = (from..prepositions.len()).take_while(|&index| prepositions[index].tokens.start <= near);
    let fits = inside.filter(|&index| presence::admits(scene, predicate, scene.preposition(index)));
    fits.filter_map(|index| presence::site(scene, predicate, prepositions[index].object?)).collect()
}

/// Whether a clause names a venue of its own: then it need not be at the event under way.
fn is_elsewhere(scene: &Scene<'_>, clause: usize) -> bool {
    let at = sighting(scene, &[NodeKind::Venue]).zip(scene.clause(clause).verb);
    at.is_some_and(|((predicate, _), verb)| !presence::places(scene, predicate, verb, clause).is_empty())
}

/// Whether a clause goes on telling what its parent began: "was seen in Rome kissing Raul", "came
/// to the club and danced with Raul".
fn goes_on(scene: &Scene<'_>, clause: usize, parent: usize) -> bool {
    let (here, above) = (scene.clause(clause), scene.clause(parent));
    match here.kind {
        ClauseKind::Participial | ClauseKind::Infinitive => true,
        ClauseKind::Main => here.subject.is_some() && here.subject == above.subject,
        _ => false,
    }
}
