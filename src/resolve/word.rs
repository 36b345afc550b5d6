//! How two words of two names may be one.

use std::collections::BTreeSet;

use super::lists::{given_names_of, is_known};
use super::sound::sound;

/// The way in which two words are alike, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    Equal,
    /// Two usual spellings that sound the same: Hasan and Hassan.
    Variant,
    /// One is a slip of the other: Macauley for Macaulay.
    Misspelling,
    /// Short and full form: Liz and Elizabeth.
    Nickname,
    /// One is the other's first letter.
    Initial,
}

/// How two folded words are alike; `None` where they are two different names.
pub(super) fn likeness(a: &str, b: &str) -> Option<Likeness> {
    if a == b {
        return Some(Likeness::Equal);
    }
    if a.len() == 1 || b.len() == 1 {
        return a.starts_with(&b[..1]).then_some(Likeness::Initial);
    }
    if is_nickname(a, b) {
        return Some(Likeness::Nickname);
    }
    if is_known(a) && is_known(b) {
        return is_variant(a, b).then_some(Likeness::Variant);
    }
    is_misspelling(a, b).then_some(Likeness::Misspelling)
}

/// Every given name that a word may be or stand for.
pub(super) fn full_forms(word: &str) -> impl Iterator<Item = &'static str> + use<> {
    given_names_of(word)
}

/// Whether both may be forms of one given name.
fn is_nickname(a: &str, b: &str) -> bool {
    let of_a: BTreeSet<&str> = full_forms(a).collect();
    let of_b: BTreeSet<&str> = full_forms(b).collect();
    of_a.contains(b) || of_b.contains(a)
}

/// Two known names are spellings of one when they sound the same to the last vowel.
fn is_variant(a: &str, b: &str) -> bool {
    sound(a) == sound(b) && strsim::osa_distance(a, b) <= 2 && last_vowel(a) == last_vowel(b)
}

/// The vowel on which a word ends, those that are written for each other made one.
fn last_vowel(word: &str) -> Option<char> {
    match word.chars().last() {
        Some('i' | 'y' | 'j') => Some('i'),
        Some(vowel @ ('a' | 'e' | 'o' | 'u')) => Some(vowel),
        _ => None,
    }
}

/// Whether one is the other with a slip of the pen. Short words (Song and Strong) and endings that
/// make another surname ("-s", "-son") are no slips.
fn is_misspelling(a: &str, b: &str) -> bool {
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    let ends_apart = |ending: &str| a.ends_with(ending) != b.ends_with(ending);
    if ends_apart("son") || ends_apart("s") || is_numbered(a) || is_numbered(b) {
        return false;
    }
    let same_sound = sound(a) == sound(b);
    let same_start = a.as_bytes()[0] == b.as_bytes()[0];
    match strsim::osa_distance(a, b) {
        1 => (same_start && (short >= 5 || short >= 4 && same_sound)) || short >= 8,
        2 => same_start && (long >= 6 && same_sound || short >= 9),
        3 => same_start && long >= 9 && same_sound,
        _ => false,
    }
}

/// Numbers are never misspelt into each other.
fn is_numbered(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{Likeness, likeness};

    #[test]
    fn slips_are_told_from_other_names() {
        for (a, b, want) in [
            ("macauley", "macaulay", Some(Likeness::Misspelling)),
            ("delevigne", "delevingne", Some(Likeness::Misspelling)),
            ("liz", "elizabeth", Some(Likeness::Nickname)),
            ("j", "joanne", Some(Likeness::Initial)),
            ("k", "joanne", None),
            ("song", "strong", None),
            ("culkin", "cullen", None),
            ("williams", "williamson", None),
            ("hutchins", "hutchin", None),
            ("e6", "e7", None),
        ] {
            assert_eq!(likeness(a, b), want, "{a} {b}");
        }
    }
}
