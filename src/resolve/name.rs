//! A written name as comparable words, and the keys under which alike names are found.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::lists::{generation, is_honour, is_particle, is_title};
use super::sound::sound;
use super::word::full_forms;
use crate::model::NodeKind;

/// More words than any name has; what comes after is not compared.
const MOST_WORDS: usize = 12;

/// A name, folded: without case, accents, punctuation, titles and generation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) kind: NodeKind,
    /// Never empty words of ASCII letters and digits; none at all for a name without any.
    pub(super) words: Vec<String>,
    /// Titles before it, folded.
    pub(super) titles: Vec<String>,
    /// "jr", "sr", "iii".
    pub(super) suffix: Option<&'static str>,
}

impl Name {
    pub(super) fn of(kind: NodeKind, written: &str) -> Self {
        let mut words = match kind {
            NodeKind::Person => words(&surname_last(written)),
            NodeKind::Venue | NodeKind::Event => words(written),
        };
        let mut name = Self { kind, words: Vec::new(), titles: Vec::new(), suffix: None };
        match kind {
            NodeKind::Person => {
                while words.len() > 2 && is_title(&words[0]) {
                    name.titles.push(words.remove(0));
                }
                while words.len() > 2 && words.last().is_some_and(|last| is_honour(last)) {
                    words.pop();
                }
                if words.len() > 2 && words.last().is_some_and(|last| generation(last).is_some()) {
                    name.suffix = words.pop().and_then(|last| generation(&last));
                }
            }
            NodeKind::Venue | NodeKind::Event => {
                if words.len() > 1 && words[0] == "the" {
                    words.remove(0);
                }
            }
        }
        words.truncate(MOST_WORDS);
        name.words = words;
        name
    }

    /// The name that a key stands for.
    pub(super) fn of_key(kind: NodeKind, key: &str) -> Self {
        Self::of(kind, key)
    }

    /// The words that tell people apart: all but "de", "van", "bin"; all of them where none is left.
    pub(super) fn telling(&self) -> Vec<usize> {
        let telling: Vec<usize> = (0..self.words.len()).filter(|&at| !is_particle(&self.words[at])).collect();
        if telling.is_empty() { (0..self.words.len()).collect() } else { telling }
    }

    /// Whether it is a lone first name, surname or stage name.
    pub(super) fn is_lone(&self) -> bool {
        self.telling().len() < 2
    }
}

/// The key of a name: appearances whose names have equal keys bear the same name.
///
/// ```
/// use relgraph::model::NodeKind::Person;
/// use relgraph::resolve::name_key;
/// assert_eq!(name_key(Person, "Sir Élton  John"), name_key(Person, "Elton John"));
/// assert_ne!(name_key(Person, "Otto Lind Jr."), name_key(Person, "Otto Lind"));
/// ```
pub fn name_key(kind: NodeKind, written: &str) -> String {
    let name = Name::of(kind, written);
    let mut key = name.words.join(" ");
    if let Some(suffix) = name.suffix {
        key.push(' ');
        key.push_str(suffix);
    }
    if key.is_empty() { written.trim().to_lowercase() } else { key }
}

/// Whether a written name says who somebody is: a lone first name, surname or stage name does not.
pub fn is_full_name(kind: NodeKind, written: &str) -> bool {
    !Name::of(kind, written).is_lone()
}

/// The blocks of a name: two names of one kind that may be one person's share at least one.
///
/// For people each pair of words in order, as an initial and a sound ("m|jaksn"), for every given
/// name that the first may stand for; and the sound of the whole, whatever its order. Others by the
/// sound of the whole.
pub fn blocks(kind: NodeKind, key: &str) -> Vec<String> {
    let name = Name::of_key(kind, key);
    let mut sounds: Vec<String> = name.words.iter().map(|word| sound(word)).collect();
    let mut blocks = BTreeSet::new();
    if kind == NodeKind::Person && !name.is_lone() {
        let telling = name.telling();
        for (position, &first) in telling.iter().enumerate() {
            for &last in &telling[position + 1..] {
                for initial in initials(&name.words[first]) {
                    blocks.insert(format!("{initial}|{}", sounds[last]));
                }
            }
        }
    }
    blocks.insert(format!("{}={}", kind.as_str(), sounds.concat()));
    sounds.sort_unstable();
    blocks.insert(format!("{}={}", kind.as_str(), sounds.concat()));
    blocks.into_iter().collect()
}

/// First letters of a word and of the given names that it may be short for.
fn initials(word: &str) -> BTreeSet<char> {
    let full = full_forms(word).filter_map(|form| form.chars().next());
    full.chain(word.chars().next()).collect()
}

/// The words under which a node with these names is found by what somebody types: each name's key,
/// each of its words, and its blocks.
pub fn search_words<'n>(kind: NodeKind, names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for written in names {
        let key = name_key(kind, written);
        found.extend(key.split(' ').map(str::to_owned));
        found.extend(blocks(kind, &key));
        found.insert(key);
    }
    found.into_iter().collect()
}

/// What to look for when somebody types a name of unknown kind: see [`search_words`].
pub fn asked_words(written: &str) -> Vec<String> {
    let mut all = BTreeSet::new();
    for kind in NodeKind::ALL {
        let key = name_key(kind, written);
        all.extend(blocks(kind, &key));
        all.insert(key);
    }
    all.into_iter().collect()
}

/// "Jackson, Paris" as "Paris Jackson"; "Otto Lind, Jr." and "Meghan, Duchess of Sussex" as they are.
fn surname_last(written: &str) -> String {
    let Some((surname, rest)) = written.split_once(',') else { return written.to_owned() };
    let after = words(rest);
    let turned = after.first().is_some_and(|word| generation(word).is_none() && !is_honour(word) && !is_title(word))
        && !rest.contains(',');
    if turned { format!("{rest} {surname}") } else { written.to_owned() }
}

/// Folded words of a text: compatibility forms and accents undone, in lower case; apostrophes
/// bind, other punctuation parts.
fn words(written: &str) -> Vec<String> {
    let composed: String = written.nfkc().filter(|letter| !is_apostrophe(*letter)).collect();
    let plain = deunicode::deunicode(&composed).to_lowercase();
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' | '\u{00B4}')
}
