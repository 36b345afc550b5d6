//! Words as names are made of them.
//!
//! Comes in: syntax, whose tokens cut at every hyphen. Goes out: [`Words`], in which a double name
//! ("Okafor-Reyes", "So-hee", "al-Sabah", "A$AP") is one word and each word has a [`Shape`]. It
//! decides nothing about names.

use std::ops::Range;

use crate::lexicon::names::{self, is_caps, is_common, is_particle};
use crate::model::Span;
use crate::syntax::{Syntax, Tag};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "Paris", "McQueen", "O'Brien".
    Capital,
    /// "PARIS", "BBC".
    Caps,
    /// "J.", "J.K.".
    Initial,
    /// Any other word.
    Lower,
    /// Begins with a digit.
    Number,
    /// "'s" or "'" behind an owner.
    Possessive,
    /// A quotation mark.
    Quote,
    /// Any other mark.
    Mark,
}

/// One word of the text.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    pub(super) tokens: Range<usize>,
    pub(super) shape: Shape,
    /// Whether the tagger reads it as a proper noun.
    pub(super) proper: bool,
    /// Whether the tagger reads it as a verb.
    pub(super) verb: bool,
}

/// The words of a text, sentence by sentence.
#[derive(Debug)]
pub(super) struct Words<'t> {
    text: &'t str,
    pub(super) list: Vec<Word>,
    /// For each sentence its words.
    pub(super) sentences: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    /// Joins the tokens of a text into words.
    pub(super) fn of(syntax: &Syntax<'t>) -> Self {
        let mut words = Self { text: syntax.text, list: Vec::new(), sentences: Vec::new() };
        for sentence in &syntax.sentences {
            let first = words.list.len();
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let end = joined(syntax, at, sentence.tokens.end);
                let span = syntax.span(at..end);
                let shape = shape(span.of(syntax.text), syntax.tokens[at].tag, at > sentence.tokens.start);
                let proper = syntax.tokens[at..end].iter().any(|token| token.tag.is_proper());
                let verb = syntax.tokens[at].tag.is_verb();
                words.list.push(Word { span, tokens: at..end, shape, proper, verb });
                at = end;
            }
            words.sentences.push(first..words.list.len());
        }
        words
    }

    /// The letters of a word; nothing beyond the ends of the text.
    pub(super) fn text(&self, word: usize) -> &'t str {
        self.list.get(word).map_or("", |word| word.span.of(self.text))
    }

    /// The letters of a run of words, gaps included.
    pub(super) fn texts(&self, words: &Range<usize>) -> &'t str {
        self.span(words).of(self.text)
    }

    /// The place of a run of words that is not empty.
    pub(super) fn span(&self, words: &Range<usize>) -> Span {
        self.list[words.start].span.join(self.list[words.end - 1].span)
    }

    /// How a word is written; a mark beyond the ends of the text.
    pub(super) fn shape(&self, word: usize) -> Shape {
        self.list.get(word).map_or(Shape::Mark, |word| word.shape)
    }

    /// Whether a word can be one of a name's by the way it is written.
    pub(super) fn is_capital(&self, word: usize) -> bool {
        matches!(self.shape(word), Shape::Capital | Shape::Caps | Shape::Initial)
    }

    /// Whether a word is a verb: "show" of "photos show Ana".
    pub(super) fn is_verb(&self, word: usize) -> bool {
        self.list.get(word).is_some_and(|word| word.verb)
    }

    /// Whether more than one white space stands before a word: a break that the text does not mark.
    pub(super) fn gap_before(&self, word: usize) -> bool {
        let end = self.list[word].span.start;
        word > 0 && self.text[self.list[word - 1].span.end..end].chars().count() > 1
    }

    /// Whether no space stands between a word and the next one.
    pub(super) fn touches_next(&self, word: usize) -> bool {
        self.list.get(word + 1).is_some_and(|next| next.span.start == self.list[word].span.end)
    }
}

/// Where the word ends that begins with the token `at`.
fn joined(syntax: &Syntax<'_>, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end + 1 < limit && joins(syntax, at, end) {
        end += 2;
    }
    end
}

/// Whether the token `mark`, with the one behind it, continues the word that begins at `first`.
fn joins(syntax: &Syntax<'_>, first: usize, mark: usize) -> bool {
    let (before, after) = (syntax.tokens[mark - 1].span, syntax.tokens[mark + 1].span);
    let sign = syntax.tokens[mark].span;
    if before.end != sign.start || sign.end != after.start {
        return false;
    }
    let (head, left, right) = (syntax.word(first), syntax.word(mark - 1), syntax.word(mark + 1));
    let capital = head.starts_with(char::is_uppercase);
    match sign.of(syntax.text) {
        "-" | "‑" if right.starts_with(char::is_uppercase) => {
            left.chars().all(char::is_alphanumeric) && (capital || is_particle(head))
                || capital && left.ends_with(char::is_alphabetic)
        }
        "-" | "‑" => {
            capital && right.starts_with(char::is_alphabetic) && (is_syllable(left, right) || ends_given(syntax, mark))
        }
        "$" => capital && right.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// What follows a name and a hyphen and is no part of it: "Chandigarh-born", "Dylan-esque".
const ENDINGS: [&str; 16] = [
    "born", "bred", "clad", "era", "esque", "fan", "free", "ish", "led", "like", "made", "run", "set", "style", "type",
    "wide",
];

/// Whether what follows a hyphen in lower case is part of the name: "So-hee", "Da-on", not
/// "Chandigarh-born", "Add-on" or "Vikrant-ji".
fn is_syllable(left: &str, right: &str) -> bool {
    const HONORIFICS: [&str; 8] = ["ji", "san", "kun", "chan", "sama", "nim", "ssi", "sensei"];
    let short = right.len() <= 4 && left.len() <= 6 && !is_common(left);
    right.len() <= 6
        && right.chars().all(char::is_alphabetic)
        && !ENDINGS.contains(&right)
        && !HONORIFICS.contains(&right)
        && (short || !is_common(right))
}

/// "Hau Lung-bin": behind a surname even plain syllables are a given name's; not "Dylan-esque".
fn ends_given(syntax: &Syntax<'_>, mark: usize) -> bool {
    let Some(surname) = mark.checked_sub(2).map(|at| syntax.word(at)) else { return false };
    let (left, right) = (syntax.word(mark - 1), syntax.word(mark + 1));
    let syllable = right.len() <= 4 || right == "young";
    let short = left.len() <= 5 && syllable && right.chars().all(char::is_lowercase);
    let known = matches!(right, "young" | "ji") || names::given(left).is_none();
    let asian = surname.len() <= 5 && names::is_surname(surname) && known;
    short && asian && !ENDINGS.contains(&right)
}

fn shape(word: &str, tag: Tag, inside: bool) -> Shape {
    let first = word.chars().next().unwrap_or(' ');
    if matches!(first, '\'' | '’' | '‘' | '`' | '´' | '"' | '“' | '”' | '«' | '»' | '„') {
        let rest = &word[first.len_utf8()..];
        let owner = inside && (rest.eq_ignore_ascii_case("s") || (rest.is_empty() && tag == Tag::POS));
        return if owner {
            Shape::Possessive
        } else if rest.is_empty() || rest == "'" {
            Shape::Quote
        } else {
            Shape::Mark
        };
    }
    if first.is_uppercase() {
        return capital(word);
    }
    if first.is_numeric() {
        return Shape::Number;
    }
    if !first.is_alphabetic() {
        return Shape::Mark;
    }
    if is_elided(word) || is_joined(word) { Shape::Capital } else { Shape::Lower }
}

/// "d'Alembert".
fn is_elided(word: &str) -> bool {
    let head = word.split_once(['\'', '’']);
    head.is_some_and(|(head, rest)| {
        matches!(head, "d" | "l" | "dell" | "dall" | "t") && rest.starts_with(char::is_uppercase)
    })
}

/// "al-Sabah".
fn is_joined(word: &str) -> bool {
    let head = word.split_once('-');
    head.is_some_and(|(head, rest)| is_particle(head) && rest.starts_with(char::is_uppercase))
}

fn capital(word: &str) -> Shape {
    let lettered = |part: &str| part.chars().count() == 1 && part.starts_with(char::is_uppercase);
    if word.len() > 1 && word.ends_with('.') && word[..word.len() - 1].split(['.', '-']).all(lettered) {
        Shape::Initial
    } else if is_caps(word) {
        Shape::Caps
    } else {
        Shape::Capital
    }
}
