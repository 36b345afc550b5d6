//! The small word lists of `data/syntax`, read in place.

use crate::lexicon::{Table, list, names};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: List = List(list!(concat!("syntax/", $file)));)*
    };
}

lists! {
    /// Prefixes that keep their hyphen.
    PREFIXES = "prefixes";
    /// Last parts of a web name.
    DOMAINS = "domains";
    /// Abbreviations that never end a sentence.
    TITLES = "titles";
    /// Abbreviations that may end one.
    ABBREVIATIONS = "abbreviations";
    /// Pairs of words written as one.
    FUSED = "fused";
    /// What stands before a dollar sign.
    CURRENCIES = "currencies";
    /// Greetings.
    GREETINGS = "greetings";
    /// Units written on to a number.
    UNITS = "units";
    /// Faces typed in letters.
    EMOTICONS = "emoticons";
    /// What an apostrophe may stand before at the start of a word.
    ELISIONS = "elisions";
    /// Words that begin a sentence behind an abbreviation.
    SENTENCE_STARTS = "sentence_starts";
    /// Verbs of saying as they stand behind a quotation.
    SAYING = "saying";
    /// Words that begin the credit of a picture.
    CREDITS = "credits";
    /// Months, weekdays, seasons.
    CALENDAR = "calendar";
    /// Lemmas of verb forms that no rule gives.
    VERB_LEMMAS = "verb_lemmas";
    /// Lemmas of plurals that no rule gives.
    NOUN_LEMMAS = "noun_lemmas";
    /// Weekdays and spans of time.
    TIMES = "times";
    /// Irregular verbs whose past tense is also their participle.
    PAST_LIKE_PARTICIPLE = "past_like_participle";
    /// Forms of verbs that are nothing else, with their tags.
    ONLY_VERBS = "only_verbs";
    /// Participles that take an object of their own: "a man named Bo".
    NAMING = "naming";
}

/// Words in the singular for several people.
pub(super) const SEVERAL: [&str; 6] = ["couple", "duo", "pair", "quartet", "trio", "twosome"];

/// Whether a noun, in singular or plural, says what somebody is.
pub(super) fn is_role(word: &str) -> bool {
    names::role(word).is_some()
}

/// A list whose keys are mostly looked up in lower case.
#[derive(Clone, Copy)]
pub(super) struct List(Table);

impl List {
    pub(super) fn contains(self, word: &str) -> bool {
        self.0.contains(word)
    }

    pub(super) fn contains_lower(self, word: &str) -> bool {
        self.get_lower(word).is_some()
    }

    /// Every key with its value.
    #[cfg(test)]
    pub(super) fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter()
    }

    /// The value of a word, whatever its case.
    pub(super) fn get_lower(self, word: &str) -> Option<&'static str> {
        if word.bytes().any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii()) {
            self.0.get(&word.to_lowercase())
        } else {
            self.0.get(word)
        }
    }
}
