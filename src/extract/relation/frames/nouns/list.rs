//! Names that follow a place in a sentence, where chunks were cut too short to tell: behind roles and
//! adjectives, in lists with ages, behind a further "and of".
//!
//! Comes in: a token. Goes out: the people named from there on. It looks a few words far at most.

use crate::extract::relation::scene::{Party, Scene};
use crate::lexicon::names::role;
use crate::model::NodeKind;
use crate::syntax::Tag;

/// How many words may stand before the name.
const REACH: usize = 8;

/// What may stand before a name within a list of children.
const CHILDREN: &[&str] = &["twin", "triplet", "newborn", "baby", "toddler", "son", "daughter"];

/// How long an apposition between two members of a list may be.
const ASIDE: usize = 10;

/// "retired jockey Bo Reece", "prominent attorney and county judge Bo Reece": the person named at
/// the end of a run of modifiers, and where the name begins.
pub(super) fn named_ahead(scene: &Scene<'_>, from: usize) -> Option<(usize, Party)> {
    let end = scene.sentence(from.min(scene.len() - 1)).end;
    for token in from..end.min(from + REACH) {
        if let Some(name) = scene.name_at(token) {
            let party = scene.people(scene.mentioned(name));
            let end = scene.reading.mentions[name].tokens.end;
            // "of Ana's baby" is not of Ana.
            let owns = end < scene.len() && scene.tag(end) == Tag::POS;
            if party.is_known() {
                return (!owns).then_some((token, party));
            }
            continue;
        }
        let tag = scene.tag(token);
        let modifies = tag.is_noun() && !(tag.is_plural() && token > from)
            || matches!(tag, Tag::DT | Tag::JJ | Tag::JJS | Tag::JJR | Tag::VBN | Tag::HYPH | Tag::CD)
            || tag == Tag::VBD && token == from
            // "trot singer Bo Reece": a calling's own word may look like a verb.
            || tag.is_verb() && token == from && token + 1 < end && role(scene.word(token + 1)).is_some()
            || tag == Tag::CC && token > from && scene.tag(token - 1).is_noun() && scene.tag(token + 1).is_noun();
        if !modifies {
            return None;
        }
    }
    None
}

/// "Zora, 17, and Nia, 14", "Leo (9), Max and Tom": everyone of a list of bare names that begins at a
/// token; only the first where no "and" joins the others to it.
pub(super) fn listed(scene: &Scene<'_>, from: usize) -> Party {
    let end = scene.sentence(from).end;
    let mut members: Vec<Party> = Vec::new();
    let mut joined = 1;
    let (mut at, mut and, mut oxford) = (from, false, false);
    while let Some(name) = scene.name_at(at).filter(|_| at < end) {
        let party = scene.people(scene.mentioned(name));
        if !party.is_known() || members.len() > 16 {
            break;
        }
        at = scene.reading.mentions[name].tokens.end;
        members.push(party);
        // "the wife of Bo, and Mia" has one name in the list.
        if and && !(oxford && members.len() == 2) {
            joined = members.len();
        }
        (at, and, oxford) = match behind(scene, at, end) {
            Some(next) => next,
            None => break,
        };
    }
    members.iter().take(joined).fold(Party::default(), |all, member| all.and(member))
}

/// Where the next member of a list would begin behind an age and a comma or an "and"; whether there
/// was an "and", and whether that stood behind a comma without an age before it.
fn behind(scene: &Scene<'_>, from: usize, end: usize) -> Option<(usize, bool, bool)> {
    let mut at = from;
    let word = |at: usize| if at < end { scene.lemma(at) } else { "" };
    if let Some(town) = town(scene, at, end) {
        at = town;
    }
    if word(at) == "(" {
        at = (at..end.min(at + ASIDE)).find(|&token| word(token) == ")")? + 1;
    } else if word(at) == ","
        && let Some(behind) = age(scene, at + 1, end)
    {
        at = behind;
    }
    let (start, aged) = (at, at > from);
    let comma = word(at) == ",";
    if comma {
        at += 1;
    }
    let and = matches!(word(at), "and" | "&");
    if and {
        at += 1;
    }
    // "Leo, 9, and twins Max and Mia"
    if at > start && CHILDREN.contains(&word(at)) && at + 1 < end && scene.name_at(at + 1).is_some() {
        at += 1;
    }
    (at > start).then_some((at, and, comma && !aged))
}

/// Behind an age: "9", "four years old", "now two", "eight months", "aged 12".
fn age(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    const WORDS: &[&str] =
        &["aged", "age", "now", "just", "only", "year", "month", "week", "day", "old", "and", "half"];
    let part = |token: &usize| scene.tag(*token) == Tag::CD || WORDS.contains(&scene.lemma(*token));
    let words = (from..end).take_while(part).count().min(5);
    let number = (from..from + words).any(|token| scene.tag(token) == Tag::CD);
    // "Leo, 9, and Max" goes on.
    let joins = words > 0 && scene.is(from + words - 1, "and");
    number.then_some(from + words - usize::from(joins))
}

/// Behind the town in which a member of a list lives: "Leo of Dallas and Max of Waco".
fn town(scene: &Scene<'_>, from: usize, end: usize) -> Option<usize> {
    let preposition = from + 1 < end && (scene.is(from, "of") || scene.is(from, "in"));
    let name = scene.name_at(from + 1).filter(|_| preposition)?;
    let place = scene.only(scene.mentioned(name), &[NodeKind::Venue]).is_known();
    place.then(|| scene.reading.mentions[name].tokens.end)
}

/// Who else is told behind the members of an "of": "(the son of Ana Vega) **and of the late Bo
/// Reece**", "…, the painter, **and his wife, Bo Reece**".
pub(super) fn further(scene: &Scene<'_>, from: usize) -> Option<Party> {
    let end = scene.sentence(from.min(scene.len() - 1)).end;
    let word = |at: usize| if at < end { scene.lemma(at) } else { "" };
    let mut at = from;
    // "the wedding of Mia, daughter of Ana, and Bo" has another list.
    if word(at) == "," {
        let aside = (at + 1..end.min(at + ASIDE)).take_while(|&token| !scene.tag(token).is_verb());
        at = aside.into_iter().find(|&token| word(token) == ",")? + 1;
    }
    if !matches!(word(at), "and" | "&") {
        return None;
    }
    at += 1;
    if word(at) == "of" {
        at += 1;
    }
    if at < end && scene.tag(at) == Tag::PRPS {
        at += 1;
    }
    let found = named_ahead(scene, at).or_else(|| {
        let comma = (at..end.min(at + 3)).find(|&token| word(token) == ",")?;
        named_ahead(scene, comma + 1).filter(|&(token, _)| token == comma + 1)
    });
    let (start, party) = found?;
    let name_end = scene.name_at(start).map_or(start + 1, |name| scene.reading.mentions[name].tokens.end);
    // "the son of Ana, the painter, and Bo arrived": Bo is told of, and is nobody's parent.
    let goes_on = name_end < end && scene.tag(name_end).is_verb();
    (!goes_on).then_some(party)
}
