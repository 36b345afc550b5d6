//! Headlines in the letters of running text.
//!
//! Comes in: the words of a sentence. Goes out: where nearly each of them has a capital, the words as
//! running text would write them ("ANA VEGA WEDS" and "Ana Vega Weds" both as "Ana Vega weds"), which
//! is what the tagger knows. Spans and shown words stay those of the text.

use std::borrow::Cow;

use super::lists;
use crate::lexicon::names::{capitalised, given, is_caps, is_common, is_surname};

/// The words as running text has them; `None` where they are that already.
pub(super) fn running<'w>(words: &[&'w str], locked: &[bool]) -> Option<Vec<Cow<'w, str>>> {
    let style = Style::of(words)?;
    let mut written: Vec<Cow<'_, str>> = Vec::with_capacity(words.len());
    // How many words of a name stand right before.
    let mut names = 0;
    for (at, &word) in words.iter().enumerate() {
        let name = locked[at] || is_name(words, at, names);
        names = if name && word.starts_with(char::is_uppercase) { names + 1 } else { 0 };
        written.push(match (name, style) {
            (false, _) if word.starts_with(char::is_uppercase) => Cow::Owned(word.to_lowercase()),
            (true, Style::Caps) if is_caps(word) => Cow::Owned(capitalised(word)),
            _ => Cow::Borrowed(word),
        });
    }
    Some(written)
}

#[derive(Clone, Copy)]
enum Style {
    /// A capital on every word that matters.
    Title,
    /// All in capitals.
    Caps,
}

impl Style {
    fn of(words: &[&str]) -> Option<Self> {
        let count = |counts: &dyn Fn(&str) -> bool| words.iter().filter(|word| counts(word)).count();
        let letters = count(&|word| word.starts_with(char::is_alphabetic));
        let capitals = count(&|word| word.starts_with(char::is_uppercase));
        // Most sentences end here, before any list is asked.
        if letters < 3 || capitals * 3 < letters * 2 {
            return None;
        }
        let caps = count(&|word| word.len() > 1 && is_caps(word));
        if caps >= 3 && caps * 5 >= letters * 4 {
            return Some(Self::Caps);
        }
        let plain = |word: &str| word.starts_with(char::is_uppercase) && is_plain(word) && !is_surname(word);
        let long = count(&|word| word.len() >= 4 && word.starts_with(char::is_lowercase));
        let title = long * 3 <= capitals && words.iter().skip(1).any(|word| plain(word));
        title.then_some(Self::Title)
    }
}

fn is_plain(word: &str) -> bool {
    is_common(word) && given(word).is_none()
}

/// Whether a word with a capital would keep it; `names` words of a name stand right before.
fn is_name(words: &[&str], at: usize, names: usize) -> bool {
    let word = words[at];
    if !is_common(word) {
        return true;
    }
    let next = words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase) && !is_common(next));
    let before = at.checked_sub(1).map_or_else(String::new, |before| words[before].to_lowercase());
    let dated = lists::CALENDAR.contains_lower(&before)
        || matches!(&*before, "in" | "on" | "since" | "last" | "this")
        || words.get(at + 1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
    let date = dated && lists::CALENDAR.contains_lower(word);
    let first = names == 0 && given(word).is_some() && next;
    let last = names == 1 && is_surname(word) && given(words[at - 1]).is_some() && !next;
    date || first || last
}
