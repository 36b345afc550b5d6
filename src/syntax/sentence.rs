//! The sentences of a paragraph.
//!
//! Comes in: a paragraph's words. Goes out: after which of them a sentence ends. A closing quote or
//! bracket stays with the sentence before it. Nothing here looks at tags. No sentence has more than
//! [`MOST_WORDS`] words, so that whoever looks through one for each of its words does bounded work.

use std::ops::Range;

use super::lists;
use crate::model::Span;

/// How many words behind a closing quote are searched for a verb of saying.
const ATTRIBUTION_REACH: usize = 5;

/// Longer than any sentence that somebody wrote; what goes on without a stop is cut.
pub(super) const MOST_WORDS: usize = 256;

/// Calls `found` with each sentence among `words[range]`, in order and without gaps.
pub(super) fn split(text: &str, words: &[Span], range: Range<usize>, mut found: impl FnMut(Range<usize>)) {
    let splitter = Splitter { text, words: &words[..range.end], first: range.start };
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        at += 1;
        let endless = || (at - start == MOST_WORDS && at < range.end).then(|| splitter.cut(start..at));
        if let Some(end) = splitter.end_behind(at - 1, start).or_else(endless) {
            found(start..end);
            (start, at) = (end, end);
        }
    }
    if start < range.end {
        found(start..range.end);
    }
}

struct Splitter<'a> {
    text: &'a str,
    /// All words up to the paragraph's end.
    words: &'a [Span],
    /// The paragraph's first word.
    first: usize,
}

impl<'a> Splitter<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).map_or("", |span| span.of(self.text))
    }

    /// The end of the sentence that `at` ends, with the closing marks behind it.
    fn end_behind(&self, at: usize, start: usize) -> Option<usize> {
        if at + 1 < self.words.len() && (self.ends_line(at, start) || self.begins_line(at + 1)) {
            return Some(at + 1);
        }
        let stop = self.word(at);
        let kind = Stop::of(stop)?;
        if kind == Stop::Full && self.is_number_label(at, start) {
            return None;
        }
        let mut next = at + 1;
        while self.closes(next) {
            next += 1;
        }
        if next >= self.words.len() {
            return None;
        }
        self.begins(kind, stop, at, next).then_some(next)
    }

    /// Where to cut an endless sentence: behind the last comma or the like of its second half.
    fn cut(&self, sentence: Range<usize>) -> usize {
        let mut half = (sentence.end - MOST_WORDS / 2..sentence.end).rev();
        half.find(|&at| matches!(self.word(at), ";" | "," | "—" | "–")).map_or(sentence.end, |at| at + 1)
    }

    /// What stands in a line of its own wherever it is: a row of marks, the time stamp of a letter, a
    /// face, the greeting of a letter.
    fn ends_line(&self, at: usize, start: usize) -> bool {
        let word = self.word(at);
        let stamp = matches!(word, "AM" | "PM") && at > start + 1 && self.is_stamp(at - 2);
        let face = at > start && word.len() < 4 && lists::EMOTICONS.contains(word) && self.is_capital(at + 1);
        let greeting = matches!(word, "," | "-")
            && at <= start + 4
            && self.is_capital(at + 1)
            && lists::GREETINGS.contains_lower(self.word(start));
        stamp || face || greeting || is_row(word)
    }

    /// Whether a line of its own begins here, as [`Self::ends_line`] means it.
    fn begins_line(&self, at: usize) -> bool {
        self.is_stamp(at) || is_row(self.word(at))
    }

    /// "02/27/2001 06:07".
    fn is_stamp(&self, at: usize) -> bool {
        let (date, time) = (self.word(at), self.word(at + 1));
        date.len() >= 8
            && date.bytes().filter(|&byte| byte == b'/').count() == 2
            && matches!(time.len(), 4 | 5)
            && time.contains(':')
    }

    fn is_capital(&self, at: usize) -> bool {
        self.word(at).starts_with(char::is_uppercase)
    }

    /// "3." at the start of a sentence labels what follows.
    fn is_number_label(&self, at: usize, start: usize) -> bool {
        at == start + 1
            && start == self.first
            && self.word(start).len() <= 3
            && self.word(start).bytes().all(|byte| byte.is_ascii_alphanumeric())
            && self.word(start).bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether the word is a closing mark that belongs to the sentence before it.
    fn closes(&self, at: usize) -> bool {
        match self.word(at) {
            "”" | ")" | "]" | "»" | "’" | "’’" | "''" => true,
            "\"" | "'" => {
                let glued_before = self.words[at].start == self.words[at - 1].end;
                let glued_behind = self.words.get(at + 1).is_some_and(|next| next.start == self.words[at].end);
                glued_before && !glued_behind
            }
            _ => false,
        }
    }

    /// Whether a new sentence begins at `next`.
    fn begins(&self, kind: Stop, stop: &str, at: usize, next: usize) -> bool {
        let word = self.word(next);
        let first = self.first_letter(next);
        let capital = first.is_some_and(|c| !c.is_lowercase());
        if is_web(word) {
            return true;
        }
        match kind {
            Stop::Abbreviation if self.is_nickname(at, next) => false,
            Stop::Abbreviation => !lists::TITLES.contains(stop.trim_end_matches('.')) && self.starts_plainly(next),
            Stop::Full | Stop::Asking if capital => !self.is_attribution(at, next) && !self.continues(at, word),
            Stop::Full | Stop::Asking => next == at + 1 && self.lower_sentence(at, word),
            Stop::Ellipsis => capital && !self.is_attribution(at, next),
        }
    }

    /// The first letter or digit at `at`, looking through opening marks.
    fn first_letter(&self, at: usize) -> Option<char> {
        (at..self.words.len().min(at + 4)).find_map(|at| self.word(at).chars().find(|c| c.is_alphanumeric()))
    }

    /// A capitalised word that rarely follows an abbreviation within a sentence.
    fn starts_plainly(&self, at: usize) -> bool {
        lists::SENTENCE_STARTS.contains(self.word(at))
            || matches!(self.word(at), "“" | "\"") && at + 1 < self.words.len()
    }

    /// `Owen E. “Red” Pike`: a name goes on with a nickname and the surname behind an initial.
    fn is_nickname(&self, at: usize, next: usize) -> bool {
        let initial = self.word(at).len() == 2 && at > self.first && self.is_capital(at) && self.is_capital(at - 1);
        let close = (next + 2..next + 4).find(|&close| matches!(self.word(close), "”" | "\""));
        initial
            && matches!(self.word(next), "“" | "\"")
            && close.is_some_and(|close| self.is_capital(next + 1) && self.is_capital(close + 1))
    }

    /// People who write everything small: the words around the stop are common ones.
    fn lower_sentence(&self, at: usize, next: &str) -> bool {
        let before = self.word(at.wrapping_sub(1));
        let glued = self.words.get(at + 1).is_some_and(|word| word.start == self.words[at].end);
        let common = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_lowercase() || c == '\'' || c == '’');
        !glued && common(before) && (common(next) || next == "i" || next == "a")
    }

    /// A stop without a space behind it within one word-like thing ("2.Foo" is two sentences,
    /// "index.html" is none).
    fn continues(&self, at: usize, next: &str) -> bool {
        let glued = self.words.get(at + 1).is_some_and(|word| word.start == self.words[at].end);
        glued && !next.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric())
    }

    /// `“Is it over?” Vega asked.`: what follows the quote names its speaker.
    fn is_attribution(&self, at: usize, next: usize) -> bool {
        let quoted = next > at + 1 && matches!(self.word(next - 1), "”" | "\"" | "’" | "''" | "'" | "’’");
        quoted
            && (next + 1..self.words.len().min(next + ATTRIBUTION_REACH))
                .map(|at| self.word(at))
                .take_while(|word| word.starts_with(char::is_alphanumeric))
                .any(|word| lists::SAYING.contains(word))
    }
}

/// A row of marks that divides a text.
fn is_row(word: &str) -> bool {
    word.len() > 3 && word.as_bytes().iter().all(|byte| matches!(byte, b'-' | b'*' | b'=' | b'_' | b'~' | b'+'))
}

fn is_web(word: &str) -> bool {
    word.starts_with("http") && word.contains("://")
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Asking,
    Ellipsis,
    Abbreviation,
}

impl Stop {
    fn of(word: &str) -> Option<Self> {
        let last = word.as_bytes().last()?;
        match last {
            b'.' if word.len() == 1 => Some(Self::Full),
            b'.' if word.bytes().all(|byte| byte == b'.') => Some(Self::Ellipsis),
            b'.' => Some(Self::Abbreviation),
            b'?' | b'!' => Some(Self::Asking),
            _ if word.ends_with('…') => Some(Self::Ellipsis),
            _ if matches!(word, "。" | "।" | "؟" | "！" | "？") => Some(Self::Asking),
            _ => None,
        }
    }
}
