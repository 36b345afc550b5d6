//! The classes of words that colour what is said: hedges, denials, confirmations, sayings.

use crate::lexicon::{Table, list};

/// Lemmas with their classes.
const STANCES: Table = list!("cues/stance");

/// Phrases that deny what their sentence speaks of.
const DENIALS: Table = list!("cues/denials");

/// Whether a lemma is of a class of `data/cues/stance.tsv`.
pub(super) fn is(lemma: &str, class: &str) -> bool {
    STANCES.get(lemma).is_some_and(|classes| classes.split(',').any(|one| one == class))
}

/// Whether a sentence holds a phrase that denies a rumour: "no truth to", "shot down".
pub(super) fn denies(sentence: &str) -> bool {
    let lower = sentence.to_lowercase().replace('’', "'");
    let negated = [
        "not deny",
        "n't deny",
        "nor denied",
        "never denied",
        "refused to deny",
        "without denying",
        "not denied",
        "n't denied",
    ];
    DENIALS.iter().any(|(phrase, _)| lower.contains(phrase)) && !negated.iter().any(|phrase| lower.contains(phrase))
}
