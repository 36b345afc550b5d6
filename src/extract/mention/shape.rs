//! What a name's own words tell of it.
//!
//! Comes in: the words of one name. Goes out: clues. It looks at nothing around them.

use std::ops::Range;

use super::candidate::Candidate;
use super::clue::{self, Score};
use super::function::is_function;
use super::word::{Shape, Words};
use crate::lexicon::happenings::{event_type, known_event};
use crate::lexicon::names::{
    self, Brand, TitleClass, brand, capital, given, is_common, is_common_itself, is_suffix, is_surname, role, title,
};
use crate::lexicon::places::{place, place_type};

/// Counts what the words of a candidate tell.
pub(super) fn read(words: &Words<'_>, candidate: &Candidate, score: &mut Score) {
    let name = &candidate.words;
    titles(words, candidate, score);
    whole(words, name, score);
    if score.has(clue::STAGE) {
        return;
    }
    people(words, name, score);
    places(words, name, score);
    happenings(words, name, score);
    bodies(words, name, score);
}

fn titles(words: &Words<'_>, candidate: &Candidate, score: &mut Score) {
    let office = candidate.words.clone().all(|word| is_office(words.text(word)));
    score.add_if(candidate.words.len() > 1 && office, clue::NATIONALITY);
    let firm = candidate.titles.clone().any(|word| title(words.text(word)).is_some());
    score.add_if(firm, clue::TITLE);
    let of = candidate.words.clone().find(|&word| words.text(word) == "of");
    let titled = |word: usize| word >= candidate.titles.start && title(words.text(word)).is_some();
    let noble = of.is_some_and(|of| titled(of - 1) || of >= 2 && titled(of - 2));
    score.add_if(firm && is_epithet(words, candidate), clue::EPITHET);
    score.add_if(noble && !firm, clue::TITLE);
}

/// "Mr. Right", "Miss Perfect": a title and a plain word.
fn is_epithet(words: &Words<'_>, candidate: &Candidate) -> bool {
    let text = words.text(candidate.words.start);
    let plain = |class| matches!(class, TitleClass::Courtesy | TitleClass::Office | TitleClass::Rank);
    let courtesy = |word: usize| title(words.text(word)).is_some_and(|title| plain(title.class));
    candidate.is_single()
        && candidate.titles.clone().all(courtesy)
        && words.shape(candidate.words.start) == Shape::Capital
        && is_common(text)
        && !is_surname(text)
        && given(text).is_none()
}

/// What lists of whole names say.
fn whole(words: &Words<'_>, name: &Range<usize>, score: &mut Score) {
    let text = words.texts(name);
    if names::is_stage_name(text) {
        return score.add(clue::STAGE);
    }
    match brand(text) {
        Some(Brand::Always) if name.len() == 1 && given(text).is_some() => score.add(clue::CALENDAR),
        Some(Brand::Always) => score.add(clue::BRAND),
        Some(Brand::Label) => score.add(clue::LABEL),
        None => {}
    }
    match known_event(text) {
        Some(true) => score.add(clue::EVENT_PLACE),
        Some(false) => score.add(clue::EVENT_KNOWN),
        None => {}
    }
    if let Some(place) = place(text) {
        score.add(match place.fame {
            1 => clue::PLACE_TOWN,
            2 => clue::PLACE_CITY,
            _ => clue::PLACE_FAMOUS,
        });
        score.add_if(place.ambiguous, clue::PLACE_AMBIGUOUS);
        let named = name.len() == 1 && (given(text).is_some() || is_surname(text));
        score.add_if(place.region && !place.ambiguous && !named, clue::COUNTRY);
        score.add_if(named && !place.ambiguous, clue::PLACE_NAME);
        score.add_if(name.len() > 1, clue::PLACE_FULL);
    }
    if name.len() == 1 {
        let known = capital(text);
        let nobody = known.is_some_and(|(_, ambiguous)| !ambiguous) || is_function(text) || is_double_people(text);
        score.add_if(nobody || is_office(text) || is_body(text), clue::NATIONALITY);
        score.add_if(known.is_some_and(|(_, ambiguous)| ambiguous) || is_rank(text), clue::CALENDAR);
        score.add_if(
            is_surname(text) && !is_common(text) && place(text).is_none() && given(text).is_none(),
            clue::LONE_SURNAME,
        );
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        score.add_if(names::is_caps(text) && letters <= 5 && (letters <= 3 || given(text).is_none()), clue::ACRONYM);
    }
}

fn people(words: &Words<'_>, name: &Range<usize>, score: &mut Score) {
    let parts: Vec<usize> = name.clone().filter(|&word| words.is_capital(word)).collect();
    let letters = |&word: &usize| words.shape(word) == Shape::Initial || words.text(word).chars().count() == 1;
    if parts.iter().all(letters) && place(words.texts(name)).is_none() {
        return score.add(clue::NATIONALITY);
    }
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else { return };
    let plain = |word: usize| is_common(words.text(word));
    let is_given = |word: usize| given(words.text(word)).is_some() || halves_given(words.text(word));
    let known = parts.len() == 1 && is_given(first) && !plain(first);
    score.add_if(!known && !parts.iter().any(|&word| words.list[word].proper), clue::UNTAGGED);
    if words.shape(first) != Shape::Initial && is_given(first) {
        score.add(if is_common_itself(words.text(first)) { clue::GIVEN_WORD } else { clue::GIVEN });
    }
    if parts.len() == 1 {
        return;
    }
    score.add_if(parts[1..].iter().any(|&word| is_surname(words.text(word))), clue::SURNAME);
    score.add_if(parts.len() == 2, clue::PAIR);
    score.add_if(parts[1..].iter().any(|&word| is_two_syllables(words.text(word))), clue::SYLLABLES);
    let pieces = parts.iter().filter(|&&word| plain(word) && !is_given(word));
    let initials = words.shape(first) == Shape::Initial;
    let strange = pieces.filter(|&&word| {
        let surname = is_surname(words.text(word));
        !(initials && surname) && (word != last || !(is_given(first) && (!plain(first) || surname)))
    });
    match strange.count() {
        0 => score.add_if(parts.len() <= 4, clue::UNPLAIN),
        count => (0..count).for_each(|_| score.add(clue::PLAIN)),
    }
    score.add_if(parts.len() > 4, clue::LONG);
    let lettered = words.text(last).chars().count() == 1 || words.shape(last) == Shape::Initial;
    score.add_if(words.text(last).chars().count() == 1, clue::LETTER);
    // "Star X": a letter for somebody whose name is not told.
    score.add_if(lettered && parts.len() == 2 && is_office_word(words.text(first)), clue::NATIONALITY);
    score.add_if(parts.iter().any(|&word| words.shape(word) == Shape::Initial), clue::INITIAL);
    score.add_if(is_suffix(words.text(last)), clue::SUFFIX);
    score.add_if(name.clone().any(|word| words.shape(word) == Shape::Quote), clue::NICKNAME);
    let particle = name.clone().any(|word| words.shape(word) == Shape::Lower && names::is_particle(words.text(word)));
    score.add_if(particle, clue::PARTICLE);
}

/// "Indian-Americans": a people within another.
fn is_double_people(word: &str) -> bool {
    let people = |half: &str| capital(half).is_some_and(|(class, _)| class == names::Capital::People);
    word.split_once('-').is_some_and(|(one, other)| people(one) && people(other.strip_suffix('s').unwrap_or(other)))
}

/// Whether a word tells an office or a role and is nobody's name: "Attorney", not "Baker".
fn is_office(word: &str) -> bool {
    (title(word).is_some() || role(word).is_some()) && given(word).is_none() && !is_surname(word)
}

/// Whether a word tells a role and is a plain word, whoever bears it as a name: "Star".
fn is_office_word(word: &str) -> bool {
    role(word).is_some() && is_common(word)
}

/// Whether a word is that of a body or a house and nobody's name: "Society", "Academy".
fn is_body(word: &str) -> bool {
    let house = || place_type(word).is_some_and(|kind| kind.last);
    (names::is_organisation_word(word) || house()) && given(word).is_none() && !is_surname(word)
}

/// Whether a word is a rank or an office before it is a name: "General", "Judge".
fn is_rank(word: &str) -> bool {
    title(word).is_some_and(|title| matches!(title.class, TitleClass::Rank | TitleClass::Office)) && is_common(word)
}

/// "So-hee", "Chung-tai": a given name of two syllables behind a surname.
fn is_two_syllables(word: &str) -> bool {
    word.split_once('-').is_some_and(|(_, second)| second.starts_with(char::is_lowercase))
}

/// Whether the first half of a double name is a given name: "Alia-Rose".
fn halves_given(word: &str) -> bool {
    word.split_once('-').is_some_and(|(half, _)| given(half).is_some())
}

fn places(words: &Words<'_>, name: &Range<usize>, score: &mut Score) {
    let (first, last) = (words.text(name.start), words.text(name.end - 1));
    if name.len() == 1 {
        return;
    }
    let of = name.clone().any(|word| words.text(word) == "of");
    let before_of = name.clone().find(|&word| words.text(word) == "of").map(|of| words.text(of - 1));
    if of && before_of.and_then(place_type).is_some_and(|kind| kind.of) {
        score.add(clue::PLACE_FIRST);
    }
    let particle = words.shape(name.end - 2) == Shape::Lower && names::is_particle(words.text(name.end - 2));
    if place_type(last).is_some_and(|kind| kind.last) && !(particle && score.has(clue::TITLE)) {
        let named = is_surname(last) && name.len() == 2 && !is_common(first) && place(first).is_none();
        score.add(if named { clue::PLACE_SURNAME } else { clue::PLACE_LAST });
    }
    score.add_if(place_type(first).is_some_and(|kind| kind.first), clue::PLACE_FIRST);
    score.add_if(
        matches!(
            first,
            "St" | "St."
                | "San"
                | "Santa"
                | "Los"
                | "Las"
                | "New"
                | "Port"
                | "Fort"
                | "North"
                | "South"
                | "East"
                | "West"
        ),
        clue::PLACE_PREFIX,
    );
}

fn happenings(words: &Words<'_>, name: &Range<usize>, score: &mut Score) {
    let first = words.text(name.start);
    let convention = first.strip_suffix("Con").is_some_and(|rest| rest.len() > 2 && rest.ends_with(char::is_lowercase));
    score.add_if(name.len() == 1 && convention, clue::EVENT_SURE);
    if name.len() == 1 || score.has(clue::EVENT_KNOWN) {
        return;
    }
    let of = name.clone().find(|&word| words.text(word) == "of");
    let joint = of.or_else(|| {
        name.clone().find(|&word| words.shape(word) == Shape::Lower && names::is_particle(words.text(word)))
    });
    let head = joint.unwrap_or(name.end) - 1;
    if is_somebodys(words, name) {
        return;
    }
    match event_type(words.text(head)) {
        Some(kind) if kind.sure => score.add(clue::EVENT_SURE),
        Some(_) => score.add(clue::EVENT_WEAK),
        None => {}
    }
}

/// "W. W. Rouse Ball", "Lucille Ball": a surname that is a word for a happening.
fn is_somebodys(words: &Words<'_>, name: &Range<usize>) -> bool {
    let (first, last) = (words.text(name.start), words.text(name.end - 1));
    is_surname(last)
        && (words.shape(name.start) == Shape::Initial || name.len() == 2 && given(first).is_some() && !is_common(first))
}

fn bodies(words: &Words<'_>, name: &Range<usize>, score: &mut Score) {
    let last = words.text(name.end - 1);
    let single = name.len() == 1;
    let surname = name.len() == 2 && given(words.text(name.start)).is_some() && is_surname(last);
    score.add_if(!single && !surname && names::is_organisation_word(last), clue::ORGANISATION);
    score.add_if(name.len() > 2 && matches!(last, "Professor" | "Chair" | "Lecture" | "Fellow"), clue::ORGANISATION);
    score.add_if(name.clone().any(|word| words.text(word) == "&"), clue::AMPERSAND);
    let first = words.text(name.start);
    // "Expo Canada": what the body is, and the land that it is of.
    let land = || place(words.texts(&(name.start + 1..name.end))).is_some_and(|place| place.region);
    score.add_if(!single && is_body(first) && land(), clue::ORGANISATION);
    // "Age UK": the land in which a body works; "Miss USA" is a pageant.
    let abroad = matches!(last, "UK" | "USA" | "US") && title(first).is_none();
    score.add_if(!single && abroad, clue::ORGANISATION);
    score.add_if(matches!(first, "Battle" | "Siege") && name.len() > 2, clue::ORGANISATION);
    // "AAP MLA", "BBC HQ".
    let letters = |word: usize| names::is_caps(words.text(word)) && words.text(word).len() <= 4;
    score.add_if(
        name.len() == 2 && name.clone().all(|word| letters(word) && given(words.text(word)).is_none()),
        clue::ACRONYM,
    );
    // "CBS Detroit": a medium and the town that it is made in.
    let branch = || brand(first) == Some(Brand::Always) && place(words.texts(&(name.start + 1..name.end))).is_some();
    score.add_if(!single && given(first).is_none() && branch(), clue::ORGANISATION);
    score.add_if(!single && matches!(first, "Cyclone" | "Hurricane" | "Typhoon"), clue::ORGANISATION);
    score.add_if(!single && given(first).is_none() && brand(first) == Some(Brand::Always), clue::BRANDED);
}
