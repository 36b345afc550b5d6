//! What speaks for and against each reading of a name, as one table.
//!
//! Comes in: nothing. Goes out: named [`Clue`]s with their weights, and [`Score`], their sum with
//! the reasons. It reads no text.

use crate::model::NodeKind;

/// One reason to read a name as that of a person, a venue, an event or something else; in
/// hundredths of certainty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clue {
    pub(super) name: &'static str,
    pub(super) person: i32,
    pub(super) venue: i32,
    pub(super) event: i32,
    pub(super) other: i32,
}

macro_rules! clues {
    ($($(#[$doc:meta])* $clue:ident = $name:literal, $person:literal $venue:literal $event:literal $other:literal;)*) => {
        $($(#[$doc])* pub(super) const $clue: Clue =
            Clue { name: $name, person: $person, venue: $venue, event: $event, other: $other };)*
    };
}

clues! {
    // By its own words:                                person venue event other
    /// The first word is a given name.
    GIVEN = "given-name",                                   25 0 0 0;
    /// The first word is a given name and a plain word.
    GIVEN_WORD = "given-name",                              12 0 0 0;
    /// The last word is a common surname.
    SURNAME = "surname",                                    10 0 0 0;
    /// Two to four words, none of them plain English.
    UNPLAIN = "unplain-words",                              12 0 0 0;
    /// Two words.
    PAIR = "two-words",                                     8 0 0 0;
    /// A plain word that is no name stands in it.
    PLAIN = "plain-word",                                   -10 0 0 8;
    /// More words than people have.
    LONG = "many-words",                                    -20 0 0 10;
    INITIAL = "initial",                                    18 0 0 0;
    SUFFIX = "suffix",                                      35 0 0 0;
    SYLLABLES = "two-syllables",                            20 0 0 0;
    PARTICLE = "particle",                                  8 0 0 0;
    NICKNAME = "nickname",                                  35 0 0 0;
    TITLE = "title",                                        45 -20 -20 -20;
    /// "Mr. Right".
    EPITHET = "plain-word",                                 -35 0 0 25;
    /// A widely known performer's name that does not look like one.
    STAGE = "stage-name",                                   45 -20 -20 -20;
    ACRONYM = "acronym",                                    -5 -20 0 25;
    AMPERSAND = "ampersand",                                -30 0 0 35;
    ORGANISATION = "organisation-word",                     -30 0 0 45;
    BRAND = "brand",                                        -40 -20 0 80;
    /// The name begins with a brand's.
    BRANDED = "brand",                                      -30 0 0 30;
    LABEL = "label",                                        0 0 0 8;
    /// A lone common surname.
    LONE_SURNAME = "surname",                               10 0 0 0;
    /// A month, a people or a prize that is also a name.
    CALENDAR = "also-a-name",                               -25 -60 0 12;
    NATIONALITY = "capital-word",                           -40 -40 0 60;
    EVENT_KNOWN = "known-event",                            -60 0 90 0;
    EVENT_PLACE = "known-event",                            -30 20 25 0;
    EVENT_SURE = "event-word",                              -60 -20 60 0;
    EVENT_WEAK = "event-word",                              -25 0 30 0;
    PLACE_TOWN = "listed-place",                            0 18 0 0;
    /// A listed place of several words.
    PLACE_FULL = "listed-place",                            -25 10 0 0;
    PLACE_CITY = "listed-place",                            0 23 0 0;
    PLACE_FAMOUS = "listed-place",                          -10 40 0 0;
    /// A country or a state that is nobody's name.
    COUNTRY = "country",                                    -30 0 0 0;
    PLACE_AMBIGUOUS = "listed-name-too",                    5 -14 0 0;
    PLACE_FIRST = "place-word",                             -30 45 0 0;
    PLACE_LAST = "place-word",                              -25 45 0 0;
    PLACE_SURNAME = "place-word",                           -6 22 0 0;
    PLACE_PREFIX = "place-prefix",                          -10 22 0 0;
    /// The tagger reads none of its words as a proper noun.
    UNTAGGED = "not-tagged-proper",                         -8 -4 0 0;
    // By what stands around it:
    ROLE_BEFORE = "role-before",                            35 -10 0 -10;
    AGE_AFTER = "age-after",                                35 -10 -10 -10;
    ACT_AFTER = "act-after",                                16 -6 0 0;
    WHO_AFTER = "who-after",                                25 -10 0 0;
    /// "in April", "May 7".
    DATED = "date",                                         0 0 0 80;
    WHOSE_AFTER = "whose-after",                            12 0 0 0;
    KIN_AFTER = "owner-of-kin",                             28 -10 0 0;
    /// "Vega and his wife".
    KIN_BESIDE = "beside-kin",                              25 -10 0 0;
    /// "two daughters, Ama and Efua".
    KIN_LISTED = "listed-kin",                              30 -20 0 0;
    OWNER = "owner",                                        5 0 0 0;
    ROLE_AFTER = "role-after",                              25 -10 0 0;
    PERSON_VERB = "object-of-tie",                          18 -5 0 0;
    /// Beside a person: "Cash and Colt".
    BESIDE = "beside-a-person",                             18 -8 0 0;
    /// A single letter stands for the surname.
    LETTER = "letter",                                      -30 0 0 0;
    /// A town that is a given name or a surname as well.
    PLACE_NAME = "listed-name-too",                         5 -4 0 0;
    COMPANY = "with-or-and",                                4 0 0 0;
    PLACE_IN = "in",                                        -18 20 0 0;
    /// "at the Carlton".
    PLACE_AT_THE = "at-the",                                -5 27 6 0;
    /// A given name that is a plain word has a capital within running words: "as Lily walks away".
    INSIDE = "capital-inside",                              13 0 0 0;
    /// "Center for Christian Studies".
    HOUSE_OF = "of-a-house",                                -40 -20 0 40;
    /// "flew in from Pantelleria".
    MOTION = "motion",                                      -4 18 0 0;
    /// "outside Nando's", with nothing that is Nando's.
    HOUSE = "owner-of-nothing",                             -70 80 0 0;
    /// "co-star in Dinner Mate".
    STARRED = "starred-in",                                 -5 -20 0 20;
    /// "the Hot Bench star".
    WORK_OF = "work-of",                                    -40 0 0 40;
    /// "Ines Roe's Antigone".
    CREATED = "made-by-somebody",                           -20 0 0 14;
    /// "NBC's Ana Vega".
    MEMBER = "of-a-body",                                   15 0 0 0;
    /// "the niece of Thalía".
    KIN_OF = "kin-of",                                      30 -10 0 0;
    PLACE_AT = "at",                                        -20 30 6 0;
    PLACE_TO = "to-or-from",                                -2 8 0 0;
    PLACE_FROM = "to-or-from",                              -8 14 0 0;
    PLACE_NEAR = "place-preposition",                       -10 22 0 0;
    /// "the restaurant Pergola".
    PLACE_NOUN_BEFORE = "place-noun-before",                -15 30 0 0;
    PLACE_NOUN = "place-noun-after",                        -25 45 0 0;
    PLACE_REGION = "region-after",                          -12 30 0 0;
    ARTICLE = "article-before",                             -25 0 0 6;
    ARTICLE_FULL = "article-before",                        -14 0 0 6;
    MODIFIER = "modifier",                                  -12 0 0 14;
    WORK = "work-noun",                                     -30 -10 0 35;
    QUOTED = "in-quotation-marks",                          -25 -10 0 45;
    // By the rest of the article:
    /// Used twice and more.
    REPEATED = "repeated",                                  6 0 0 0;
    /// Somebody else of the same surname is named in full.
    FAMILY = "shared-surname",                              14 -4 0 0;
    SHORT_FORM = "short-form-elsewhere",                    20 0 0 0;
    PART_OF_NAME = "part-of-full-name",                     60 0 0 0;
}

/// The sum of clues and what they were.
#[derive(Clone, Debug, Default)]
pub(super) struct Score {
    pub(super) person: i32,
    pub(super) venue: i32,
    pub(super) event: i32,
    pub(super) other: i32,
    /// The clues in the order in which they were found.
    pub(super) clues: Vec<Clue>,
}

impl Score {
    /// Counts a clue.
    pub(super) fn add(&mut self, clue: Clue) {
        self.person += clue.person;
        self.venue += clue.venue;
        self.event += clue.event;
        self.other += clue.other;
        self.clues.push(clue);
    }

    /// Counts a clue when a condition holds.
    pub(super) fn add_if(&mut self, holds: bool, clue: Clue) {
        if holds {
            self.add(clue);
        }
    }

    /// Counts every clue of another score.
    pub(super) fn join(&mut self, other: &Self) {
        for &clue in &other.clues {
            self.add(clue);
        }
    }

    /// Whether a clue of that name was counted.
    pub(super) fn has(&self, clue: Clue) -> bool {
        self.clues.iter().any(|known| known.name == clue.name)
    }

    /// The best reading with its weight; `None` where that is "something else".
    pub(super) fn best(&self) -> Option<(NodeKind, i32)> {
        let readings = [
            (Some(NodeKind::Person), self.person),
            (Some(NodeKind::Venue), self.venue),
            (Some(NodeKind::Event), self.event),
            (None, self.other),
        ];
        let (kind, weight) = readings.into_iter().rev().max_by_key(|&(_, weight)| weight)?;
        kind.map(|kind| (kind, weight))
    }

    /// The clue that speaks most for a reading.
    pub(super) fn reason(&self, kind: NodeKind) -> &'static str {
        let weight = |clue: &&Clue| match kind {
            NodeKind::Person => clue.person,
            NodeKind::Venue => clue.venue,
            NodeKind::Event => clue.event,
        };
        self.clues.iter().rev().max_by_key(weight).map_or("none", |clue| clue.name)
    }
}
