//! Plural nouns that claim of a group: "exes Ana and Raul", "Ana and Raul are an item", "the
//! newlyweds".

use std::ops::Range;

use crate::extract::relation::hit::Hit;
use crate::extract::relation::phrase::{self, Found};
use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::Part;
use crate::lexicon::names::role;
use crate::model::Group;
use crate::syntax::Tag;

/// Finds nouns that make their bearers a pair or a set.
pub(super) fn find<'a>(scene: &Scene<'a>, hits: &mut Vec<Hit<'a>>) {
    for group in 0..scene.chunks().nouns.len() {
        let whole = scene.group(group);
        // "her friends" are friends of hers, but "her twins" are twins of each other.
        let twins = |words: &Range<usize>| words.clone().any(|token| matches!(scene.lemma(token), "twin" | "triplet"));
        for token in whole.tokens.clone().filter(|&token| scene.is_plain(token)) {
            let found = phrase::at(scene, token, &[Part::Couples]);
            for found in found.iter().filter(|(.., words)| whole.possessor.is_none() || twins(words)) {
                hits.extend(read(scene, group, found));
            }
        }
    }
}

fn read<'a>(scene: &Scene<'a>, group: usize, (predicate, trigger, words): &Found<'a>) -> Option<Hit<'a>> {
    // "a sister, Ana, and a son, Leo" makes them no sisters.
    if is_thing(scene, group, words) || is_title(scene, words) {
        return None;
    }
    let several = scene.is_plural(words.end - 1) || trigger.words.len() > 1;
    if predicate.group == Group::Family && !several {
        return None;
    }
    // "Ana, a coach, and Bo": what one of them is.
    let one = scene.group(group).determiner.is_some_and(|token| scene.is(token, "a") || scene.is(token, "an"));
    if predicate.group == Group::Work && one && role(scene.word(words.end - 1)).is_some() && !several {
        return None;
    }
    if predicate.group != Group::Work && is_of_others(scene, group) {
        return None;
    }
    let (frame, party) = bearers(scene, group, words)?;
    let party = scene.people(party);
    if frame == "pair-noun-alone" && !matches!(predicate.group, Group::Romance | Group::Work) {
        return None;
    }
    // "the newlyweds" may be known as one of them only; a list of five is no couple.
    (party.chains.len() <= 8).then(|| Hit::among(scene, (*predicate, *trigger), &party, words.clone(), frame)).flatten()
}

/// "the penultimate item": who are "an item" are a couple, and no other item is one.
fn is_thing(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> bool {
    let the = scene.group(group).determiner.is_some_and(|token| scene.is(token, "the"));
    words.len() == 1 && scene.is(words.start, "item") && the
}

/// "Anton Chekhov (“Three Sisters”)": a noun in the name of a play.
fn is_title(scene: &Scene<'_>, words: &Range<usize>) -> bool {
    let quote = |token: usize| scene.tag(token) == Tag::OpenQuote;
    let capital = |token: usize| scene.word(token).starts_with(char::is_uppercase);
    let quoted = (words.start.saturating_sub(3)..words.start).any(quote);
    quoted
        && words.len() == 1
        && words.clone().all(capital)
        && words.end < scene.len()
        && scene.tag(words.end) == Tag::CloseQuote
}

fn bearers(scene: &Scene<'_>, group: usize, words: &Range<usize>) -> Option<(&'static str, Party)> {
    let whole = scene.group(group);
    if scene.name_of(group).is_some() {
        // "newly engaged Ana Vega and Raul Ortiz"
        let several = scene.is_plural(words.end - 1) || scene.tag(words.end - 1) == Tag::JJ;
        return (whole.head >= words.end && several || scene.is(words.end - 1, "couple"))
            .then(|| ("pair-noun-names", from_here(scene, group)));
    }
    if whole.head != words.end - 1 {
        return None;
    }
    let many = |party: Party| party.is_many().then_some(party);
    if let Some(party) = scene.appositions(group).find_map(|other| many(scene.all(other))) {
        return Some(("pair-noun-apposition", party));
    }
    if let Some(party) = listed_behind(scene, words.end) {
        return Some(("pair-noun-apposition", party));
    }
    let clause = scene.clause_of(whole.head);
    let is_complement = scene.clause(clause).verb.is_some_and(|verb| {
        let verb = scene.verb(verb);
        (verb.copula || matches!(scene.lemma(verb.head), "become" | "remain" | "stay"))
            && verb.tokens.end <= whole.tokens.start
    });
    let as_what = scene.governor(group).is_some_and(|index| scene.preposition(index) == "as");
    if is_complement && (scene.object(clause) == Some(group) || scene.governor(group).is_none()) || as_what {
        return many(scene.subject(clause))
            .map(|party| (if as_what { "pair-noun-as" } else { "pair-noun-copula" }, party));
    }
    // "the newlyweds", "the exes" say it of whom they mean; "friends" and "the sisters" may be any.
    let definite = whole.determiner.is_some_and(|token| scene.is(token, "the"));
    many(scene.own(group)).filter(|_| definite).map(|party| ("pair-noun-alone", party))
}

/// "Ana and Bo, both friends of the bride": what they are to somebody else, not to each other.
fn is_of_others(scene: &Scene<'_>, group: usize) -> bool {
    const PAIRS: &[&str] = &["couple", "bride", "groom", "family", "pair", "two", "star", "singer", "actress", "actor"];
    let end = scene.group(group).tokens.end;
    let of = scene
        .hanging_on(group)
        .find(|&index| scene.preposition(index) == "of" && scene.chunks().prepositions[index].tokens.start == end);
    let object = of.and_then(|index| scene.chunks().prepositions[index].object);
    object.is_some_and(|object| {
        scene.people(scene.all(object)).is_known() || PAIRS.contains(&scene.lemma(scene.group(object).head))
    })
}

/// Max and Mia of "Leo and twins Max and Mia".
fn from_here(scene: &Scene<'_>, group: usize) -> Party {
    let list = scene.coordinated(group).iter().skip_while(|&&other| other != group);
    let all = list.fold(Party::default(), |all, &other| all.and(&scene.meant(other)));
    if all.is_known() { all } else { scene.all(group) }
}

/// "The cast of the show – Ana, Bo and Mia – posed": who is listed behind a dash or colon.
fn listed_behind(scene: &Scene<'_>, end: usize) -> Option<Party> {
    let last = scene.sentence(end - 1).end;
    let open = (end..last.min(end + 8)).take_while(|&token| !scene.tag(token).is_verb());
    let mark = open.into_iter().find(|&token| matches!(scene.word(token), ":" | "\u{2013}" | "\u{2014}"))?;
    let group = scene.noun_at(mark + 1)?;
    let party = scene.people(scene.all(group));
    party.is_many().then_some(party)
}
