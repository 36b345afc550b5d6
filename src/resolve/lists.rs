//! What the lists of names say of a folded word.

use crate::lexicon::names::{self, Sex, TitleClass};
use crate::lexicon::{Table, list};

const NICKNAMES: Table = list!("names/nicknames");
const MONONYMS: Table = list!("names/mononyms");

/// The given names that a short form stands for.
pub(super) fn given_names_of(short: &str) -> impl Iterator<Item = &'static str> + use<> {
    NICKNAMES.get(short).into_iter().flat_map(|names| names.split(','))
}

/// Whether a word stands before a name and is none itself ("Sir", "Dr"; not "Don" or "Prince",
/// which may be names).
pub(super) fn is_title(word: &str) -> bool {
    // The list of given names has these too, but nobody is called so.
    if matches!(word, "sir" | "dame" | "lady" | "lord" | "miss") {
        return true;
    }
    let title = names::title(&capitalised(word));
    title.is_some_and(|title| title.class != TitleClass::Kin) && names::given(&capitalised(word)).is_none()
}

/// Which of a family a name means by its last word.
pub(super) fn generation(word: &str) -> Option<&'static str> {
    match word {
        "jr" | "junior" => Some("jr"),
        "sr" | "senior" => Some("sr"),
        "ii" => Some("ii"),
        "iii" => Some("iii"),
        "iv" => Some("iv"),
        _ => None,
    }
}

/// Whether a word follows a name as an honour and tells nobody apart ("OBE").
pub(super) fn is_honour(word: &str) -> bool {
    word.len() > 2 && generation(word).is_none() && names::is_suffix(&word.to_uppercase())
}

/// Whether a word binds names together ("van", "bin") and tells nobody apart.
pub(super) fn is_particle(word: &str) -> bool {
    names::is_particle(word) || matches!(word, "al" | "ben" | "bin" | "ibn" | "el")
}

/// Whether a word is known as somebody's given name or surname: two known names that differ are
/// two names, not one and its misspelling.
pub(super) fn is_known(word: &str) -> bool {
    is_given(word) || names::is_surname(&capitalised(word))
}

/// Whether a word is known as somebody's given name.
pub(super) fn is_given(word: &str) -> bool {
    names::given(&capitalised(word)).is_some()
}

/// Whether one word is the whole name by which somebody is known, though others bear it too.
pub(super) fn is_mononym(word: &str) -> bool {
    MONONYMS.contains(word)
}

/// The sex to which a given name is given; `None` where to both, or where it is not known.
pub(super) fn given_sex(word: &str) -> Option<Sex> {
    names::given(&capitalised(word)).filter(|sex| *sex != Sex::Either)
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    first.to_uppercase() + rest
}
