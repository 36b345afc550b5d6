//! Dictionary forms, by exception list and rule.
//!
//! Comes in: a word and its tag. Goes out: its lemma in lower case; proper nouns keep their form.

use std::borrow::Cow;

use super::{Tag, lists};

/// The lemma of a word.
pub(super) fn lemma(word: &str, tag: Tag) -> Cow<'_, str> {
    if tag.is_proper() {
        return Cow::Borrowed(word);
    }
    let lower = lower(word);
    match tag {
        Tag::NNS => change(lower, lists::NOUN_LEMMAS, singular),
        Tag::VBZ => change(lower, lists::VERB_LEMMAS, singular),
        Tag::VBD | Tag::VBN => change(lower, lists::VERB_LEMMAS, |word| strip(word, "ed")),
        Tag::VBG => change(lower, lists::VERB_LEMMAS, |word| strip(word, "ing")),
        Tag::VB | Tag::VBP | Tag::MD => change(lower, lists::VERB_LEMMAS, |_| None),
        Tag::RB if matches!(&*lower, "n't" | "n’t" | "nt") => Cow::Borrowed("not"),
        _ => lower,
    }
}

fn lower(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// The exception of a word, else what the rule makes of it, else itself.
fn change<'w>(word: Cow<'w, str>, exceptions: lists::List, rule: impl Fn(&str) -> Option<String>) -> Cow<'w, str> {
    let exception = exceptions.get_lower(&word).map(Cow::Borrowed);
    // "co-wrote" is written as "wrote" is.
    let behind = || word.split_once('-').map(|(prefix, rest)| (prefix, exceptions.get_lower(rest)));
    let prefixed = || behind().and_then(|(prefix, lemma)| Some(Cow::Owned(format!("{prefix}-{}", lemma?))));
    let exception = exception.or_else(prefixed);
    exception.or_else(|| rule(&word).map(Cow::Owned)).unwrap_or(word)
}

/// Without the "s" of a plural or of the third person.
fn singular(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    if stem.is_empty() || stem.ends_with(['s', 'u', 'i']) {
        return None;
    }
    if let Some(stem) = stem.strip_suffix("ie") {
        return Some(if stem.len() > 1 { format!("{stem}y") } else { format!("{stem}ie") });
    }
    let sibilant = ["sse", "she", "che", "xe", "zze"].iter().any(|ending| stem.ends_with(ending));
    let stem = if sibilant { &stem[..stem.len() - 1] } else { stem };
    Some(stem.to_owned())
}

/// Without "ed" or "ing", with the "e" or the single consonant that it took.
fn strip(word: &str, ending: &str) -> Option<String> {
    let stem = word.strip_suffix(ending)?;
    if !stem.contains(['a', 'e', 'i', 'o', 'u', 'y']) || !stem.is_ascii() {
        return None;
    }
    if ending == "ed"
        && let Some(stem) = stem.strip_suffix('i')
    {
        return Some(format!("{stem}y"));
    }
    Some(if doubled(stem) {
        stem[..stem.len() - 1].to_owned()
    } else if lost_e(stem) {
        format!("{stem}e")
    } else {
        stem.to_owned()
    })
}

/// "stopp", "plann": a consonant doubled before the ending; "miss", "kill", "buzz" keep theirs.
fn doubled(stem: &str) -> bool {
    let [.., before, last] = stem.as_bytes() else { return false };
    before == last && !matches!(last, b's' | b'l' | b'z' | b'f' | b'e' | b'o')
}

/// Whether an "e" was lost before the ending: "dat(e)", "announc(e)", "mov(e)"; not "kiss", "open".
fn lost_e(stem: &str) -> bool {
    let bytes = stem.as_bytes();
    let vowel = |at: usize| matches!(bytes[at], b'a' | b'e' | b'i' | b'o' | b'u') || (at > 0 && bytes[at] == b'y');
    let n = bytes.len();
    match bytes {
        [.., b'c' | b'v' | b'u' | b'z'] => n > 1,
        [.., b'n' | b'r' | b'd' | b'l', b'g'] => {
            stem.ends_with("dg") || stem.ends_with("rg") || stem.ends_with("ng") && matches!(bytes[n - 3], b'a' | b'u')
        }
        [.., b's'] => {
            n > 2
                && !matches!(bytes[n - 2], b's')
                && (vowel(n - 2) || matches!(bytes[n - 2], b'n' | b'l' | b'r' | b'p'))
        }
        [.., b'l'] if n > 1 => {
            let settled = n > 2 && matches!(bytes[n - 2], b'i' | b'o' | b'u') && !vowel(n - 3);
            !vowel(n - 2) && !matches!(bytes[n - 2], b'l' | b'r' | b'w') || settled || one_syllable(bytes, vowel)
        }
        [.., last] if !matches!(last, b'w' | b'x' | b'y' | b'h') && n > 1 => {
            one_syllable(bytes, vowel) || stem.ends_with("at") && n > 3 && !vowel(n - 3)
        }
        _ => false,
    }
}

/// Consonants, one vowel, one consonant: "dat", "hop", "us".
fn one_syllable(bytes: &[u8], vowel: impl Fn(usize) -> bool) -> bool {
    let n = bytes.len();
    n > 1
        && !vowel(n - 1)
        && vowel(n - 2)
        && (0..n - 2).all(|at| !vowel(at) || (bytes[at] == b'u' && at > 0 && bytes[at - 1] == b'q'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tag with which a verb form stands in the list.
    fn tag(form: &str) -> Tag {
        match form {
            _ if form.ends_with("ing") => Tag::VBG,
            _ if form.ends_with('s') => Tag::VBZ,
            _ => Tag::VBD,
        }
    }

    #[test]
    fn the_list_has_only_what_no_rule_gives() {
        let rule = |form: &str| match tag(form) {
            Tag::VBZ => singular(form),
            Tag::VBG => strip(form, "ing"),
            _ => strip(form, "ed"),
        };
        let told: Vec<_> =
            lists::VERB_LEMMAS.iter().filter(|(form, lemma)| rule(form).as_deref() == Some(lemma)).collect();
        assert!(told.is_empty(), "{told:?}");
        let told: Vec<_> =
            lists::NOUN_LEMMAS.iter().filter(|(form, lemma)| singular(form).as_deref() == Some(lemma)).collect();
        assert!(told.is_empty(), "{told:?}");
    }

    #[test]
    fn irregular_forms_and_rules_agree_with_the_tag() {
        for (form, tag, expected) in [
            ("wed", Tag::VBD, "wed"),
            ("dated", Tag::VBN, "date"),
            ("hoped", Tag::VBD, "hope"),
            ("hopped", Tag::VBD, "hop"),
            ("parties", Tag::VBZ, "party"),
            ("parties", Tag::NNS, "party"),
            ("Dates", Tag::NNP, "Dates"),
        ] {
            assert_eq!(lemma(form, tag), expected);
        }
    }
}
