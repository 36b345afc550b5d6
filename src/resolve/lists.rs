//! The lists of `data/names` that comparison looks into; all of them folded to lower-case ASCII.

use crate::lexicon::Table;

const NICKNAMES: Table = Table::new(include_str!("../../data/names/nicknames.tsv"));

/// The given names that a short form stands for.
pub(super) fn given_names_of(short: &str) -> impl Iterator<Item = &'static str> + use<> {
    NICKNAMES.get(short).into_iter().flat_map(|names| names.split(','))
}

/// Whether a word stands before a name and is none itself.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: [&str; 22] = [
        "capt",
        "captain",
        "colonel",
        "dame",
        "dr",
        "general",
        "lady",
        "lord",
        "madame",
        "miss",
        "monsieur",
        "mr",
        "mrs",
        "ms",
        "mx",
        "president",
        "prof",
        "professor",
        "rev",
        "reverend",
        "senator",
        "sir",
    ];
    TITLES.binary_search(&word).is_ok()
}

/// Which of a family a name means by its last word.
pub(super) fn suffix(word: &str) -> Option<&'static str> {
    match word {
        "jr" | "junior" => Some("jr"),
        "sr" | "senior" => Some("sr"),
        "ii" => Some("ii"),
        "iii" => Some("iii"),
        "iv" => Some("iv"),
        _ => None,
    }
}

/// Whether a word binds names together ("van", "bin") and tells nobody apart.
pub(super) fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 30] = [
        "al", "ap", "ben", "bin", "bint", "da", "das", "de", "dei", "del", "della", "den", "der", "di", "do", "dos",
        "du", "e", "el", "ibn", "la", "las", "le", "los", "ter", "van", "vom", "von", "y", "zu",
    ];
    PARTICLES.binary_search(&word).is_ok()
}

/// Whether a word is known as somebody's given name or surname: two known names that differ are
/// two names, not one and its misspelling.
pub(super) fn is_known(_word: &str) -> bool {
    false
}

/// The sex to which a given name is given; `None` where to both, or where it is not known.
pub(super) fn given_gender(_word: &str) -> Option<&'static str> {
    None
}
