//! The words that dates are made of.
//!
//! Comes in: a text's tokens. Goes out: [`Words`], the tokens split into runs of letters, runs of
//! digits and single marks, each looked up in `data/calendar/words.tsv`, so that "mid-2011",
//! "2:29pm" and "1990s" read alike however they were split into tokens.

use std::ops::Range;

use super::period::Unit;
use crate::lexicon::{Table, list};
use crate::model::Span;
use crate::syntax::{Syntax, Tag};

const WORDS: Table = list!("calendar/words");

/// How surely a word is the calendar's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sure {
    /// October, Monday, summer.
    Yes,
    /// Also a name: June.
    Name,
    /// Also another word: may, march, fall; only a capital or a context makes it the calendar's.
    Word,
    /// An abbreviation: Oct, Mon.
    Short,
}

/// What a word may mean in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// The gap between two paragraphs, and what lies beyond the text.
    Break,
    /// A number in digits and how many digits it has.
    Digits(u32, u8),
    Mark(char),
    Month(i8, Sure),
    Weekday(i8, Sure),
    /// By its EDTF code.
    Season(i8, Sure),
    /// A number in words.
    Number(u32),
    Ordinal(u32),
    /// The nineties, by 90.
    Decade(i16),
    Unit(Count),
    /// A word of its own class, in the spelling of `data/calendar/words.tsv`.
    Class(&'static str),
    Other,
}

/// A unit that is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Of(Unit),
    Night,
    Fortnight,
    Hour,
}

impl Word {
    /// What the calendar says of a word in lower case.
    fn of(word: &str) -> Self {
        let Some(entry) = WORDS.get(word) else { return Self::Other };
        let (class, value) = entry.split_once('\t').unwrap_or((entry, ""));
        let number = || value.parse().unwrap_or(0);
        match class {
            "month" => Self::Month(number(), Sure::Yes),
            "month-or-name" => Self::Month(number(), Sure::Name),
            "month-or-word" => Self::Month(number(), Sure::Word),
            "month-short" => Self::Month(number(), Sure::Short),
            "weekday" => Self::Weekday(number(), Sure::Yes),
            "weekday-short" => Self::Weekday(number(), Sure::Short),
            "season" => Self::Season(number(), Sure::Yes),
            "season-or-word" => Self::Season(number(), Sure::Word),
            "number" => Self::Number(value.parse().unwrap_or(0)),
            "ordinal" => Self::Ordinal(value.parse().unwrap_or(0)),
            "decade" => Self::Decade(value.parse().unwrap_or(0)),
            "unit" => Self::Unit(Count::of(value)),
            class => Self::Class(class),
        }
    }
}

impl Count {
    fn of(name: &str) -> Self {
        Self::Of(match name {
            "night" => return Self::Night,
            "fortnight" => return Self::Fortnight,
            "hour" => return Self::Hour,
            "day" => Unit::Day,
            "weekend" => Unit::Weekend,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "quarter" => Unit::Quarter,
            "decade" => Unit::Decade,
            "century" => Unit::Century,
            _ => Unit::Year,
        })
    }
}

/// One word with its place.
#[derive(Clone, Copy, Debug)]
struct Atom {
    word: Word,
    span: Span,
    token: usize,
    tag: Option<Tag>,
    /// Whether nothing stands between it and the one before.
    glued: bool,
    capital: bool,
}

/// The words of a text, in order, with a [`Word::Break`] before each paragraph.
#[derive(Debug)]
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    atoms: Vec<Atom>,
}

impl<'t> Words<'t> {
    pub(super) fn of(syntax: &Syntax<'t>) -> Self {
        let mut words = Self { text: syntax.text, atoms: Vec::with_capacity(syntax.tokens.len() * 5 / 4) };
        let mut lower = String::new();
        for paragraph in &syntax.paragraphs {
            let at = Span::new(paragraph.span.start, paragraph.span.start);
            words.atoms.push(Atom { word: Word::Break, span: at, token: 0, tag: None, glued: false, capital: false });
            let sentences = &syntax.sentences[paragraph.sentences.clone()];
            for token in sentences.iter().flat_map(|sentence| sentence.tokens.clone()) {
                let tag = syntax.tokens[token].tag;
                words.split(syntax.tokens[token].span, (token, tag), &mut lower);
            }
        }
        words
    }

    /// Takes the runs of letters, of digits and the marks of one token.
    fn split(&mut self, span: Span, token: (usize, Tag), lower: &mut String) {
        let text = span.of(self.text);
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let kind = |c: char| (c.is_alphabetic(), c.is_ascii_digit());
            let length = if kind(first) == (false, false) {
                first.len_utf8()
            } else {
                rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len())
            };
            let start = span.start + text.len() - rest.len();
            let run = &rest[..length];
            rest = &rest[length..];
            if !first.is_whitespace() {
                self.push(run, first, Span::new(start, start + length), token, lower);
            }
        }
    }

    fn push(&mut self, run: &str, first: char, span: Span, (token, tag): (usize, Tag), lower: &mut String) {
        let word = if first.is_alphabetic() {
            lower.clear();
            lower.extend(run.chars().flat_map(char::to_lowercase));
            Word::of(lower)
        } else if first.is_ascii_digit() {
            Word::Digits(run.parse().unwrap_or(u32::MAX), u8::try_from(run.len()).unwrap_or(u8::MAX))
        } else {
            Word::Mark(plain(first))
        };
        let glued = self.atoms.last().is_some_and(|before| before.word != Word::Break && before.span.end == span.start);
        self.atoms.push(Atom { word, span, token, tag: Some(tag), glued, capital: first.is_uppercase() });
    }

    pub(super) fn len(&self) -> usize {
        self.atoms.len()
    }

    /// The word at `at`; beyond the text a [`Word::Break`].
    pub(super) fn at(&self, at: usize) -> Word {
        self.atoms.get(at).map_or(Word::Break, |atom| atom.word)
    }

    /// The word before `at`.
    pub(super) fn before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Break, |at| self.at(at))
    }

    /// Whether the word at `at` is of one of these classes.
    pub(super) fn is(&self, at: usize, classes: &[&str]) -> bool {
        matches!(self.at(at), Word::Class(class) if classes.contains(&class))
    }

    /// Whether the word before `at` is of one of these classes.
    pub(super) fn after(&self, at: usize, classes: &[&str]) -> bool {
        at > 0 && self.is(at - 1, classes)
    }

    /// Whether the mark `mark` stands at `at`.
    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.at(at) == Word::Mark(mark)
    }

    /// Whether the word at `at` follows the one before without a gap.
    pub(super) fn glued(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.glued)
    }

    /// Whether the word at `at` begins with a capital.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.capital)
    }

    /// The part of speech of the token at `at`.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.atoms.get(at).and_then(|atom| atom.tag)
    }

    /// Whether the word at `at` is a noun, common or proper.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Some(Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS))
    }

    /// The letters at `at`, as they are written.
    pub(super) fn letters(&self, at: usize) -> &'t str {
        self.atoms.get(at).map_or("", |atom| atom.span.of(self.text))
    }

    /// The place of a range of words.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        self.atoms[range.start].span.join(self.atoms[range.end - 1].span)
    }

    /// The tokens that a range of words touches.
    pub(super) fn tokens(&self, range: &Range<usize>) -> Range<usize> {
        self.atoms[range.start].token..self.atoms[range.end - 1].token + 1
    }
}

/// One mark for all marks that mean the same.
const fn plain(mark: char) -> char {
    match mark {
        '’' | '‘' | 'ʼ' | '´' => '\'',
        '–' | '‐' | '‑' | '−' => '-',
        '“' | '”' | '„' | '«' | '»' => '"',
        mark => mark,
    }
}
