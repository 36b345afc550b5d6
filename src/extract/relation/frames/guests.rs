//! Lists of those who were at a happening: "Guests included Ana and Raul", "Among the mourners was
//! Raul", "The guest list: Ana, Raul and Pilar", "Also at the Ritz: Ana; Raul".

use std::ops::Range;

use super::{captions, presence};
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::model::{NodeKind, Predicate};
use crate::syntax::{ClauseKind, Tag};

/// Finds those who are listed as guests of an event: of the one that the sentence names, else of
/// the one under way in the passage.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for token in 0..scene.len() {
        let noun = !scene.tag(token).is_verb();
        for found in phrase::at(scene, token, &[Part::Guests]).into_iter().filter(|_| noun) {
            let event = own_event(scene, token).or_else(|| scene.setting().event_at(token));
            hits.extend(event.and_then(|event| read(scene, event, &found)));
        }
        if opens_list(scene, token) {
            list(scene, token, hits);
        }
    }
}

/// Whether a token stands between the words that tell where and the names of those who were there:
/// the colon of "Also at the Ritz: Ana; Raul", the verb of "Also present were Ana and Raul".
fn opens_list(scene: &Scene<'_>, token: usize) -> bool {
    const LONGEST: usize = 12;
    let start = line_start(scene, token);
    if token == start || token - start > LONGEST || (start..token).any(|at| is_person(scene, at)) {
        return false;
    }
    match scene.word(token) {
        ":" => {
            let those = scene.is(start, "among") && (start..token).any(|at| scene.is(at, "who"));
            let seen = |at: usize| SEEN.contains(&scene.lemma(at)) || those && THERE.contains(&scene.lemma(at));
            (start..token).all(|at| !scene.tag(at).is_verb() || seen(at) || scene.tag(at) == Tag::VB)
        }
        "was" | "were" => {
            (start..token).any(|at| scene.is(at, "present") || scene.is(at, "attendance"))
                || is_inverted(scene, start, token)
        }
        _ => false,
    }
}

/// "Also spotted at the gala were …", "Joining them at the Ritz was …": a participle opens the line, and
/// who it is said of stands behind the verb.
fn is_inverted(scene: &Scene<'_>, start: usize, verb: usize) -> bool {
    const OPENING: &[&str] = &["also", "among", "those", "others", "other", "guests", "and"];
    let opens = (start..verb).find(|&token| !OPENING.iter().any(|word| scene.is(token, word)));
    let participle = opens
        .is_some_and(|token| matches!(scene.tag(token), Tag::VBN | Tag::VBG) && SEEN.contains(&scene.lemma(token)));
    participle
        && scene.clause(scene.clause_of(verb)).subject.is_none_or(|subject| scene.group(subject).tokens.start > verb)
}

/// Participles by which somebody is said to have been somewhere.
const SEEN: &[&str] = &[
    "spot",
    "see",
    "photograph",
    "picture",
    "snap",
    "spy",
    "present",
    "attend",
    "seat",
    "join",
    "invite",
    "perform",
    "celebrate",
    "sit",
    "stand",
    "pose",
    "arrive",
    "dine",
    "party",
];

/// What those do who are "among those who" did it at an event.
const THERE: &[&str] = &[
    "give", "deliver", "come", "turn", "show", "speak", "pay", "make", "watch", "raise", "travel", "fly", "gather",
    "be", "attend", "take", "read", "sing", "dance",
];

/// Where the words before a list begin: behind a label or at the first word of the sentence.
fn line_start(scene: &Scene<'_>, token: usize) -> usize {
    let sentence = scene.sentence(token);
    let paragraph = &scene.reading.syntax.paragraphs[scene.reading.syntax.paragraph_of(token)];
    let label = paragraph.label.as_ref().filter(|label| label.tokens.end <= token);
    label.map_or(sentence.start, |label| label.tokens.end.clamp(sentence.start, token))
}

fn is_person(scene: &Scene<'_>, token: usize) -> bool {
    let named = scene.name_at(token).map(|mention| scene.people(scene.mentioned(mention)));
    named.is_some_and(|party| party.is_known())
}

/// Puts those named behind `at` where the words before it say: at the places that they name, or,
/// where they only go on from what was told ("Also present: …"), at the event under way.
fn list<'a>(scene: &Scene<'a>, at: usize, hits: &mut Vec<Hit<'a>>) {
    let start = line_start(scene, at);
    let who = enumerated(scene, at + 1, scene.sentence(at).end);
    let goes_on = matches!(scene.lemma(start), "also" | "among" | "present" | "in");
    for kind in [NodeKind::Venue, NodeKind::Event] {
        let Some(what) = captions::sighting(scene, &[kind]).filter(|_| who.is_known()) else { continue };
        let mut places = named_between(scene, what.0, start..at);
        let own = || !named_between(scene, what.0, at..scene.sentence(at).end).is_empty();
        if places.is_empty() && goes_on && kind == NodeKind::Event && !own() {
            let event = scene.setting().sure_event_at(at);
            places.extend(event.map(|event| Party { chains: vec![event], confidence: 0.8, tokens: start..at }));
        }
        hits.extend(places.iter().filter_map(|place| Hit::between(scene, what, &who, place, start..at, "guest-list")));
    }
}

/// The places behind the prepositions of some words.
fn named_between(scene: &Scene<'_>, predicate: &Predicate, words: Range<usize>) -> Vec<Party> {
    let prepositions = &scene.chunks().prepositions;
    let from = prepositions.partition_point(|found| found.tokens.start < words.start);
    let inside = prepositions[from..].iter().take_while(|found| found.tokens.start < words.end);
    inside.filter_map(|found| presence::site(scene, predicate, found.object?)).collect()
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

/// Words that open a list.
const INTRODUCING: &[&str] = &["including", "included", "like"];

fn such_as(scene: &Scene<'_>, token: usize) -> bool {
    scene.is(token, "such") && token + 1 < scene.len() && scene.is(token + 1, "as")
}

/// Whether what stands soon behind the noun opens a list: a colon, "including", "such as".
fn introduces(scene: &Scene<'_>, at: usize) -> bool {
    (at..scene.len().min(at + 3)).any(|token| {
        scene.word(token) == ":" || INTRODUCING.iter().any(|word| scene.is(token, word)) || such_as(scene, token)
    })
}

/// Every person named between two tokens, possessors apart.
pub(super) fn enumerated(scene: &Scene<'_>, from: usize, to: usize) -> Party {
    let groups = scene.chunks().nouns.iter().enumerate();
    let start = scene.chunks().nouns.partition_point(|group| group.tokens.start < from);
    let inside = groups.skip(start).take_while(|(_, group)| group.tokens.end <= to);
    inside
        .filter(|(index, group)| scene.name_of(*index).is_some() && !owns_next(scene, group.tokens.end))
        .filter(|&(index, _)| !is_aside(scene, index))
        .fold(Party::default(), |all, (index, _)| all.and(&scene.people(scene.own(index))))
}

/// Whether a name in a list only tells who another is: "Ana, wife of Raul", "Pilar, who married Bo".
fn is_aside(scene: &Scene<'_>, group: usize) -> bool {
    let start = scene.group(group).tokens.start;
    let of = scene.governor(group).is_some_and(|index| {
        let near = scene.chunks().prepositions[index].tokens.end;
        matches!(scene.preposition(index), "of" | "from" | "to" | "by")
            && (near..start).all(|token| scene.word(token) != ";")
    });
    of || scene.clause(scene.clause_of(scene.group(group).head)).kind == ClauseKind::Relative && !resumes(scene, group)
}

/// Whether the list goes on behind a relative clause: Bo and Mia of "Ana, who sang, actor Bo and Mia".
fn resumes(scene: &Scene<'_>, group: usize) -> bool {
    let list = scene.coordinated(group);
    let first = list.first().copied().filter(|&first| first <= group).unwrap_or(group);
    let start = scene.group(first).tokens.start;
    let mut before = start.saturating_sub(1);
    if scene.is(before, "and") {
        before = before.saturating_sub(1);
    }
    let clause = scene.clause(scene.clause_of(scene.group(group).head));
    let told = clause.verb.is_some_and(|verb| scene.verb(verb).tokens.end < before);
    told && scene.word(before) == "," && clause.object != Some(first)
}

/// Whether a possessive mark stands right behind: "Ana's" in a list is not Ana.
fn owns_next(scene: &Scene<'_>, token: usize) -> bool {
    token < scene.len() && matches!(scene.word(token), "'s" | "’s" | "'" | "’")
}
