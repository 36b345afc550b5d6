//! Recognising a name that may not be kept: what is remembered of it, and what to look for in a text.
//!
//! Only forms are compared, never names, so that the store needs no more than a hash of each form.
//! Two spellings share a form where resolution would take them for one person's by the name alone:
//! another order, a middle initial, the words of a handle or an address written together, one slip
//! of the pen in one word. A first name or a surname alone shares none.

use std::collections::BTreeSet;

use super::lists::{is_given, is_known};
use super::name::{Name, name_key};
use super::sound::sound;
use crate::lexicon::names::is_common;
use crate::model::NodeKind;

/// Letters of the shortest name that is recognised where its words are written together.
const SHORTEST_TOGETHER: usize = 8;
/// No word with more letters is searched for names.
const LONGEST_TOGETHER: usize = 60;
/// Letters of the shortest word in which a slip of the pen is recognised.
const SHORTEST_MISSPELT: usize = 5;

/// What must be remembered of a name, so that it is recognised in its other spellings. The first is
/// its key.
///
/// ```
/// use relgraph::resolve::{asked_forms, kept_forms};
/// let kept = kept_forms("Odile Brannick");
/// let is_kept = |written: &str| asked_forms(written).iter().any(|form| kept.contains(form));
/// assert!(is_kept("Odíle Branick") && is_kept("BRANNICK, Odile") && is_kept("odilebrannick"));
/// assert!(!is_kept("Brannick") && !is_kept("Odile Bronson") && !is_kept("Otto Brannick"));
/// ```
pub fn kept_forms(written: &str) -> Vec<String> {
    let key = name_key(NodeKind::Person, written);
    let words: Vec<&str> = key.split(' ').collect();
    let mut forms = BTreeSet::new();
    if words.len() > 1 {
        let turned = surname_first(&words);
        // "Paul James" and "James Paul" are two people.
        if !words.last().is_some_and(|last| is_given(last)) {
            forms.insert(turned.join(" "));
        }
        for whole in [words.concat(), turned.concat()] {
            if whole.len() >= SHORTEST_TOGETHER {
                forms.insert(together(&whole));
            }
        }
        for at in 0..words.len() {
            let known = Known::of(words[at]);
            forms.extend(slips(&words, at, known));
        }
    }
    forms.remove(&key);
    std::iter::once(key).chain(forms).collect()
}

/// What to look for to tell whether a written name, handle or address is one that was kept.
pub fn asked_forms(written: &str) -> Vec<String> {
    let mut forms = exact_forms(written);
    let key = forms[0].clone();
    let words: Vec<&str> = key.split(' ').collect();
    if words.len() > 1 {
        for at in 0..words.len() {
            // Two known names that differ are two names, none a slip of the other.
            let kinds: &[Known] = if is_known(words[at]) { &[Known::No] } else { &[Known::No, Known::Yes] };
            forms.extend(kinds.iter().flat_map(|&known| slips(&words, at, known)));
        }
    } else {
        forms.extend(written_together(written));
    }
    forms
}

/// The part of [`asked_forms`] that allows for no slip of the pen: the key, and the key without
/// middle initials.
pub fn exact_forms(written: &str) -> Vec<String> {
    let key = name_key(NodeKind::Person, written);
    let words: Vec<&str> = key.split(' ').collect();
    let last = words.len() - 1;
    let is_middle_initial = |at: usize| at > 0 && at < last && words[at].len() == 1;
    let without: Vec<&str> = (0..words.len()).filter(|at| !is_middle_initial(*at)).map(|at| words[at]).collect();
    let shorter = (without.len() < words.len() && without.len() > 1).then(|| without.join(" "));
    std::iter::once(key).chain(shorter).collect()
}

/// What to look for in one word that may hold a whole name: "@odilebrannick_official".
pub fn written_together(word: &str) -> Vec<String> {
    let key = name_key(NodeKind::Person, word);
    let fits = key.is_ascii() && (SHORTEST_TOGETHER..=LONGEST_TOGETHER).contains(&key.len());
    if !fits || key.contains(' ') || is_known(&key) || is_common(&key) {
        return Vec::new();
    }
    let from = |start: usize| (start + SHORTEST_TOGETHER..=key.len()).map(move |end| (start, end));
    (0..key.len()).flat_map(from).map(|(start, end)| together(&key[start..end])).collect()
}

fn together(letters: &str) -> String {
    format!("+{letters}")
}

fn surname_first<'w>(words: &[&'w str]) -> Vec<&'w str> {
    let (last, first) = words.split_last().expect("a name has words");
    std::iter::once(last).chain(first).copied().collect()
}

/// Whether the lists know a word as a name.
#[derive(Clone, Copy)]
enum Known {
    Yes,
    No,
}

impl Known {
    fn of(word: &str) -> Self {
        if is_known(word) { Self::Yes } else { Self::No }
    }
}

/// The name with one word as any slip of the pen may leave it: without one of its letters, or as it
/// sounds. A slip keeps the first letter and does not make a plural or another man's son.
fn slips(words: &[&str], at: usize, known: Known) -> Vec<String> {
    let word = words[at];
    if word.len() < SHORTEST_MISSPELT || !word.is_ascii() || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let mark = match known {
        Known::Yes => '!',
        Known::No => '?',
    };
    let ending = if word.ends_with("son") {
        "son"
    } else if word.ends_with('s') {
        "s"
    } else {
        ""
    };
    let around = |slip: &str| {
        let [before, after] = [&words[..at], &words[at + 1..]].map(|some| some.join(" "));
        format!("~{before}{mark}{}{slip}-{ending}{mark}{after}", &word[..1])
    };
    let shorter = (1..word.len()).map(|gone| format!("{}{}", &word[..gone], &word[gone + 1..]));
    let mut slips: Vec<String> = shorter.chain([word.to_owned()]).map(|slip| around(&slip)).collect();
    if word.len() > SHORTEST_MISSPELT {
        slips.push(around(&format!("={}", sound(word))));
    }
    slips
}

/// Whether a word after a name makes it another's: "Jr.", "III".
pub fn is_generation(word: &str) -> bool {
    super::lists::generation(&Name::of(NodeKind::Person, word).words.concat()).is_some()
}

#[cfg(test)]
mod tests {
    use super::{asked_forms, kept_forms};

    fn is_recognised(kept: &str, written: &str) -> bool {
        let forms = kept_forms(kept);
        asked_forms(written).iter().any(|form| forms.contains(form))
    }

    #[test]
    fn other_spellings_are_recognised_and_other_people_are_not() {
        for (kept, written) in [
            ("Odalys Brennigan", "ODÁLYS BRENNIGAN"),
            ("Odalys Brennigan", "Brennigan, Odalys"),
            ("Odalys Brennigan", "Brennigan Odalys"),
            ("Odalys Brennigan", "Dame Odalys Brennigan"),
            ("Odalys Brennigan", "Odalys M. Brennigan"),
            ("Odalys Brennigan", "Odalys Brenigan"),
            ("Odalys Brennigan", "Odalys Brannigan"),
            ("Odalys Brennigan", "Odallys Brennigan"),
            ("Odalys Brennigan", "Odalys Brenningan"),
            ("Odalys Brennigan", "Odalys Breniggan"),
            ("Odalys Brennigan", "odalys-brennigan"),
            ("Odalys Brennigan", "therealodalysbrennigan99"),
            ("Odalys Brennigan", "BrenniganOdalys"),
        ] {
            assert!(is_recognised(kept, written), "{kept} as {written}");
        }
        for (kept, written) in [
            ("Odalys Brennigan", "Brennigan"),
            ("Odalys Brennigan", "Odalys"),
            ("Odalys Brennigan", "Otto Brennigan"),
            ("Odalys Brennigan", "O. Brennigan"),
            ("Odalys Brennigan", "Odalys Brennigans"),
            ("Odalys Brennigan", "Odalys Marie Brennigan"),
            ("Brenda Song", "Brenda Strong"),
            ("Odalys Brennigan", "Odalis Brennigan"),
            ("Mario Lopez", "Maria Lopez"),
            ("Paul James", "James Paul"),
            ("Otto Lind", "Otto Lind Jr."),
            ("Rose Mary", "rosemary"),
            ("Peter Williams", "Peter Williamson"),
        ] {
            assert!(!is_recognised(kept, written), "{kept} is not {written}");
        }
    }

    #[test]
    fn any_bytes_have_forms() {
        for odd in ["", " ", "█████", "é", "李", "a", "-", "''"] {
            assert!(!kept_forms(odd).is_empty() && !asked_forms(odd).is_empty(), "{odd:?}");
        }
    }
}
