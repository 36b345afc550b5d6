//! Finding and blacking out suppressed names in a text, an address or a handle.

use std::collections::BTreeSet;

use relgraph::lexicon::names::is_common;
use relgraph::model::NodeKind;
use relgraph::resolve::{asked_forms, exact_forms, is_generation, name_key, written_together};
use relgraph::store::Suppressed;

/// What stands in the place of a suppressed name, whatever its length.
pub(crate) const BLACK: &str = "█████";

/// The names that are looked for.
#[derive(Debug)]
pub(crate) struct Blackout<'s> {
    suppressed: &'s Suppressed,
    /// Folded single words that mean one of them in this article.
    short: BTreeSet<String>,
}

impl<'s> Blackout<'s> {
    pub(crate) const fn of(suppressed: &'s Suppressed) -> Self {
        Self { suppressed, short: BTreeSet::new() }
    }

    /// Looks for these words too: names by which an article calls somebody who is kept out, and
    /// nobody else.
    pub(crate) fn and_short(mut self, names: impl Iterator<Item = String>) -> Self {
        self.short = names.filter(|word| word.len() > 2 && !is_common(word)).collect();
        self
    }

    /// Whether a name, in any of its spellings, is one that is kept out.
    pub(crate) fn is_out(&self, written: &str) -> bool {
        asked_forms(written).iter().any(|form| self.suppressed.has(form))
    }

    /// Blacks out every name in a text that is kept out; whether there was one.
    pub(crate) fn apply(&self, text: &mut String) -> bool {
        let words = words(text);
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let count = self.longest_at(text, &words[at..]);
            if count > 0 {
                found.push((words[at].0, words[at + count - 1].1));
            }
            at += count.max(1);
        }
        for &(start, end) in found.iter().rev() {
            text.replace_range(start..end, BLACK);
        }
        !found.is_empty()
    }

    /// How many of the first words are one name that is kept out.
    fn longest_at(&self, text: &str, words: &[(usize, usize)]) -> usize {
        // One more than the longest name has, for a middle initial.
        let most = words.len().min(self.suppressed.longest + 1);
        let of = |count: usize| text[words[0].0..words[count - 1].1].replace("%20", " ");
        let is_whole = |count: &usize| !words.get(*count).is_some_and(|next| is_generation(&text[next.0..next.1]));
        let several = (2..=most).rev().filter(is_whole).find(|count| self.is_name(text, &words[..*count], &of(*count)));
        several.or_else(|| (most > 0 && self.is_word(&of(1))).then_some(1)).unwrap_or_default()
    }

    /// Whether words are a name. A slip of the pen is looked for where all of them are written as
    /// names are, or stand in an address.
    fn is_name(&self, text: &str, words: &[(usize, usize)], whole: &str) -> bool {
        let is_capital = |word: &(usize, usize)| text[word.0..].starts_with(char::is_uppercase);
        let forms = if words.iter().all(is_capital)
            || !text[words[0].0..words[words.len() - 1].1].contains(char::is_whitespace)
        {
            asked_forms(whole)
        } else {
            exact_forms(whole)
        };
        forms.iter().any(|form| self.suppressed.has(form))
    }

    fn is_word(&self, word: &str) -> bool {
        let key = name_key(NodeKind::Person, word);
        self.short.contains(&key) && word.starts_with(char::is_uppercase)
            || self.suppressed.has(&key)
            || written_together(word).iter().any(|form| self.suppressed.has(form))
    }
}

/// Bytes of each word of a text, without a possessive ending; `%20` of an address parts words.
fn words(text: &str) -> Vec<(usize, usize)> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’');
    let mut words = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(is_part).map(|at| rest + at) {
        let start = if text[..start].ends_with('%') && text[start..].starts_with("20") { start + 2 } else { start };
        let end = text[start..].find(|letter| !is_part(letter)).map_or(text.len(), |at| start + at);
        let word = text[start..end].trim_end_matches(['\'', '’']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        if !word.is_empty() {
            words.push((start, start + word.len()));
        }
        rest = end;
    }
    words
}
