//! What a word can be at all, by its letters and those around it.
//!
//! Comes in: the words of a sentence. Goes out: a [`Limit`] for each, before any is tagged. The model
//! learnt from people who write as they like; news has its capitals where they belong.

use crate::lexicon::happenings::event_type;
use crate::lexicon::names::is_particle;
use crate::lexicon::places::place_type;
use crate::syntax::{Tag, lists};

/// What a word can be at all.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    /// A locked name.
    Name,
    /// Written small, and no particle: no proper noun. Without an "s" at its end no third person, too.
    Small { third: bool },
    /// A past form of an irregular verb that the model does not know: "wept".
    Past,
    /// A form of a verb that is nothing else: "wore", "confirms".
    Verb(Tag),
    /// What somebody is, where the model does not know the word: "the trio", "his ex-costar".
    Role,
    /// What somebody is doing: "they were dating", no noun.
    Doing,
    /// The side in "from left: Ana and Raul", "Ana (left) and Raul".
    Side,
    /// Anything.
    None,
}

impl Limit {
    /// The limit of word `at`; `known` tells that the model's dictionary has it.
    pub(super) fn of(words: &[&str], at: usize, locked: bool, known: bool) -> Self {
        let word = words[at];
        if locked {
            return Self::Name;
        }
        if is_small(words[0]) || !is_small(word) || is_particle(word) {
            return Self::None;
        }
        if let Some(tag) = lists::ONLY_VERBS.get_lower(word).and_then(Tag::parse) {
            Self::Verb(tag)
        } else if !known && is_irregular_past(word) {
            Self::Past
        } else if !known && !word.ends_with('s') && is_role(word) {
            Self::Role
        } else if is_doing(words, at) {
            Self::Doing
        } else if at > 0 && word == "left" && (words[at - 1].eq_ignore_ascii_case("from") || words[at - 1] == "(") {
            Self::Side
        } else {
            Self::Small { third: word.ends_with(['s', 'z']) }
        }
    }

    /// Whether a word of this limit can have a tag.
    pub(super) fn admits(self, tag: Tag) -> bool {
        match self {
            Self::Small { third } => !tag.is_proper() && (third || tag != Tag::VBZ),
            Self::Past => matches!(tag, Tag::VBD | Tag::VBN | Tag::JJ),
            Self::Verb(only) => tag == only,
            Self::Role => tag == Tag::NN,
            Self::Doing => !tag.is_noun(),
            Self::Side => tag == Tag::NN,
            Self::Name | Self::None => true,
        }
    }
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// What somebody is, or several together are, and that is rarely an adjective or a verb.
fn is_role(word: &str) -> bool {
    let word = word.strip_prefix("ex-").unwrap_or(word);
    lists::SEVERAL.contains(&word) || lists::is_role(word)
}

fn is_irregular_past(word: &str) -> bool {
    !word.ends_with(['g', 's']) && lists::VERB_LEMMAS.get_lower(word).is_some_and(|lemma| lemma != word)
}

/// "they were dating", "Are Ana and Raul dating?": a word in "-ing" behind somebody and a form of
/// "be"; not "her hobby is sailing". In a headline "Ana dating Raul", but not "Ana wedding Raul saw".
fn is_doing(words: &[&str], at: usize) -> bool {
    let word = words[at];
    let doing = word.len() > 5 && word.ends_with("ing") && !word.ends_with("thing");
    if !doing || at == 0 {
        return false;
    }
    let adverb = matches!(words[at - 1], "not" | "n't" | "n’t" | "still" | "now" | "already");
    let before = at - usize::from(adverb);
    let asked = is_be(words[0]) && is_somebody(words[at - 1]);
    let capital = |at: usize| words.get(at).is_some_and(|word| word.starts_with(char::is_uppercase));
    let thing = event_type(word).is_some() || place_type(word).is_some() || lists::TIMES.get_lower(word).is_some();
    let between = !thing && capital(at - 1) && capital(at + 1);
    asked || between || before > 1 && is_be(words[before - 1]) && is_somebody(words[before - 2])
}

fn is_be(word: &str) -> bool {
    const FORMS: [&str; 9] = ["am", "is", "are", "was", "were", "'re", "’re", "'m", "’m"];
    FORMS.iter().any(|form| word.eq_ignore_ascii_case(form))
}

fn is_somebody(word: &str) -> bool {
    const PRONOUNS: [&str; 6] = ["he", "she", "they", "we", "you", "who"];
    word.starts_with(char::is_uppercase) && word != "It" || PRONOUNS.contains(&word)
}
