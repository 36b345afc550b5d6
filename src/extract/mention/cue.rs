//! Words beside a name that tell what it names.
//!
//! Comes in: one word. Goes out: whether it is one of a kind: a word of travel, of dates, of casting.
//! It looks at nothing else; where the word must stand, `context` knows.

use super::clue::{self, Clue};

/// What a preposition before a name tells of it.
pub(super) fn preposition(word: &str) -> Option<Clue> {
    Some(match word {
        "in" => clue::PLACE_IN,
        "at" => clue::PLACE_AT,
        "to" => clue::PLACE_TO,
        "from" => clue::PLACE_FROM,
        "near" | "outside" | "inside" | "around" | "across" | "throughout" | "leaving" | "visiting" | "downtown"
        | "central" => clue::PLACE_NEAR,
        _ => return None,
    })
}

/// Words before a month or a feast.
pub(super) fn is_dating(word: &str) -> bool {
    matches!(
        word,
        "in" | "since"
            | "until"
            | "till"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "during"
            | "by"
            | "before"
            | "after"
            | "of"
            | "on"
            | "at"
            | "over"
            | "every"
            | "following"
            | "through"
    )
}

/// Words that tell of parts in films and shows.
pub(super) fn is_acting(word: &str) -> bool {
    matches!(
        word,
        "star"
            | "stars"
            | "starred"
            | "starring"
            | "co-star"
            | "co-stars"
            | "co-starred"
            | "co-starring"
            | "plays"
            | "played"
            | "play"
            | "playing"
            | "role"
            | "roles"
            | "part"
            | "cast"
            | "appearance"
            | "appeared"
            | "appears"
            | "character"
            | "actress"
            | "actor"
            | "episode"
            | "debut"
            | "cameo"
            | "lead"
            | "screen"
    )
}

/// Animals, one or several.
pub(super) fn is_animal(noun: &str) -> bool {
    matches!(
        noun.strip_suffix('s').unwrap_or(noun),
        "dog"
            | "cat"
            | "horse"
            | "pony"
            | "pug"
            | "puppy"
            | "puppie"
            | "kitten"
            | "poodle"
            | "labrador"
            | "corgi"
            | "terrier"
            | "pet"
            | "parrot"
            | "rabbit"
            | "tortoise"
            | "rooster"
            | "pig"
            | "Russell"
            | "retriever"
            | "spaniel"
            | "bulldog"
            | "chihuahua"
            | "pooch"
    )
}

/// What is named like a person and is none.
pub(super) fn is_creature(noun: &str) -> bool {
    is_animal(noun)
        || matches!(
            noun,
            "boat"
                | "yacht"
                | "ship"
                | "truck"
                | "van"
                | "car"
                | "jet"
                | "doll"
                | "bear"
                | "robot"
                | "storm"
                | "hurricane"
                | "film"
                | "movie"
                | "song"
                | "album"
                | "company"
                | "label"
                | "band"
                | "restaurant"
                | "club"
        )
}

/// Places that people live in, of which a name follows with "of": "the suburb of".
pub(super) fn is_settlement(noun: &str) -> bool {
    matches!(
        noun,
        "suburb"
            | "city"
            | "town"
            | "village"
            | "capital"
            | "neighbourhood"
            | "neighborhood"
            | "district"
            | "borough"
            | "county"
            | "province"
            | "island"
            | "outskirts"
            | "resort"
            | "port"
            | "hamlet"
            | "north"
            | "south"
            | "east"
            | "west"
    )
}

/// Places that bear the name of their owner: "Craig's restaurant".
pub(super) fn is_business(noun: &str) -> bool {
    matches!(
        noun,
        "restaurant"
            | "bar"
            | "diner"
            | "eatery"
            | "nightclub"
            | "nightspot"
            | "steakhouse"
            | "pub"
            | "bistro"
            | "deli"
            | "café"
            | "cafe"
            | "pizzeria"
    )
}

/// Who made or is seen in a work, which follows with "of".
pub(super) fn is_maker(noun: &str) -> bool {
    matches!(
        noun,
        "author" | "co-author" | "writer" | "director" | "star" | "stars" | "co-star" | "co-stars" | "co-creator"
    )
}

/// Verbs of travel.
pub(super) fn is_motion(word: &str) -> bool {
    matches!(
        word,
        "flew"
            | "fly"
            | "flying"
            | "drove"
            | "moved"
            | "moving"
            | "returned"
            | "returning"
            | "travelled"
            | "traveled"
            | "sailed"
            | "motored"
            | "arrived"
            | "relocated"
            | "jetted"
            | "jetting"
            | "headed"
            | "heading"
            | "trip"
            | "home"
            | "holiday"
            | "vacation"
            | "honeymoon"
            | "getaway"
            | "left"
            | "went"
            | "came"
            | "back"
            | "visit"
    )
}

/// Verbs whose object is a person.
pub(super) fn is_tie(verb: &str) -> bool {
    matches!(
        verb,
        "married"
            | "marry"
            | "marrying"
            | "wed"
            | "dated"
            | "dating"
            | "date"
            | "divorced"
            | "divorcing"
            | "kissed"
            | "kissing"
            | "met"
            | "hugged"
            | "hugging"
            | "introduced"
            | "befriended"
            | "named"
            | "engaged"
            | "romanced"
            | "unfollowed"
    )
}

/// An age in digits.
pub(super) fn is_age(word: &str) -> bool {
    word.len() <= 3 && word.parse::<u16>().is_ok_and(|age| (1..=115).contains(&age))
}

/// A year in digits.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|digit| digit.is_ascii_digit())
}
