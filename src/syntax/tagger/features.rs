//! What the tagger sees of a word: 32-bit fingerprints of its letters and its neighbours'.
//!
//! Comes in: the words of a sentence. Goes out: keys, each the hash of a template and its values.
//! The same code serves training and use. Nothing is allocated for a feature.

use super::model::Model;
use crate::syntax::word::is_space;

/// The dictionary class of a word that the dictionary does not have.
pub const UNKNOWN: u8 = 0;

/// Letters of a word that affixes are taken from.
const LETTERS: usize = 24;

/// What the tagger keeps of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct View {
    /// Hash of the lower-case form, digits made equal.
    pub form: u32,
    /// Hash of the form as it stands.
    exact: u32,
    suffixes: [u32; 5],
    prefixes: [u32; 4],
    shape: u32,
    /// Index of the set of tags that the dictionary has for the form.
    pub class: u8,
    upper: bool,
}

/// The views of a sentence's words, with two blanks at either end.
#[derive(Debug, Default)]
pub struct Views {
    views: Vec<View>,
    /// How many of the sentence's words begin with a capital, in four steps.
    capitals: u32,
}

const PAD: usize = 2;

impl Views {
    /// Whether the sentence has no words.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks at the words of a sentence; `class` is the dictionary.
    pub fn fill<'w>(&mut self, words: impl Iterator<Item = &'w str>, class: impl Fn(u32) -> u8) {
        let (mut letters, mut capitals) = (0, 0);
        self.views.clear();
        self.views.resize(PAD, View::default());
        for word in words {
            let mut view = View::of(word);
            view.class = class(view.form);
            letters += u32::from(word.starts_with(char::is_alphabetic));
            capitals += u32::from(view.upper);
            self.views.push(view);
        }
        self.views.resize(self.views.len() + PAD, View::default());
        self.capitals = if letters < 3 { 4 } else { 4 * capitals.min(letters - 1) / letters };
    }

    /// How many words the sentence has.
    pub fn len(&self) -> usize {
        self.views.len() - 2 * PAD
    }

    /// The view of word `at`.
    pub fn view(&self, at: usize) -> &View {
        &self.views[at + PAD]
    }

    /// The view of word `at`, to be changed in training.
    pub fn view_mut(&mut self, at: usize) -> &mut View {
        &mut self.views[at + PAD]
    }

    /// The keys of word `at` that need no tags.
    pub fn static_keys(&self, at: usize, keys: &mut Vec<u32>) {
        let [before2, before, this, after, after2] = [0, 1, 2, 3, 4].map(|offset| &self.views[at + offset]);
        let mut push = |template: u32, a: u32, b: u32| keys.push(key(template, a, b));
        let place = u32::from(at == 0) + 2 * self.capitals;
        push(0, this.form, 0);
        if this.upper {
            push(1, this.exact, 0);
        }
        for (length, &suffix) in this.suffixes.iter().enumerate().filter(|(_, suffix)| **suffix != 0) {
            push(2 + length as u32, suffix, 0);
        }
        for (length, &prefix) in this.prefixes.iter().enumerate().filter(|(_, prefix)| **prefix != 0) {
            push(7 + length as u32, prefix, 0);
        }
        push(11, this.shape, 0);
        push(12, this.shape, place);
        push(13, u32::from(this.class), 0);
        push(14, u32::from(this.class) + 256 * u32::from(this.upper), place);
        for (offset, view) in [(0, before2), (1, before), (2, after), (3, after2)] {
            push(16 + offset, view.form, 0);
            push(20 + offset, view.shape, 0);
            push(24 + offset, u32::from(view.class), 0);
        }
        push(28, before.suffixes[2], 0);
        push(29, after.suffixes[2], 0);
        push(30, before.form, this.form);
        push(31, this.form, after.form);
        push(32, u32::from(before.class), u32::from(this.class));
        push(33, u32::from(this.class), u32::from(after.class));
        push(34, after2.suffixes[1], 0);
        push(35, this.suffixes[1], after.suffixes[1]);
        push(36, this.shape, after.shape);
        push(37, this.shape, before.shape);
    }

    /// The keys of word `at` that tell what the two words before it were tagged.
    pub fn history_keys(&self, at: usize, last: u8, last_but_one: u8, keys: &mut Vec<u32>) {
        let (this, after) = (&self.views[at + PAD], &self.views[at + PAD + 1]);
        let (last, both) = (u32::from(last), u32::from(last) + 256 * u32::from(last_but_one));
        keys.push(key(40, last, 0));
        keys.push(key(41, u32::from(last_but_one), 0));
        keys.push(key(42, both, 0));
        keys.push(key(43, last, u32::from(this.class)));
        keys.push(key(44, last, this.suffixes[1]));
        keys.push(key(45, last, u32::from(after.class)));
    }
}

/// The fingerprint of a template and its values.
fn key(template: u32, a: u32, b: u32) -> u32 {
    let hash = mix(mix(u64::from(template) + 1, u64::from(a)), u64::from(b));
    (hash >> 32) as u32
}

fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn hash(letters: &[char]) -> u32 {
    let hash = letters.iter().fold(letters.len() as u64, |hash, &c| mix(hash, u64::from(c)));
    (hash >> 32) as u32 | 1
}

impl View {
    fn of(word: &str) -> Self {
        let mut letters = ['\0'; LETTERS];
        let mut length = 0;
        let mut upper = false;
        let mut exact = 0;
        let mut shape = Shape::default();
        for (index, c) in word.chars().filter(|&c| !is_space(c)).enumerate() {
            upper |= index == 0 && c.is_uppercase();
            exact = mix(exact, u64::from(c));
            shape.add(c);
            // A long word keeps its beginning and its end.
            let at = if index < LETTERS { index } else { LETTERS - 5 + index % 5 };
            letters[at] = fold(c);
            length = index + 1;
        }
        if length > LETTERS {
            letters[LETTERS - 5..].rotate_left(length % 5);
        }
        let letters = &letters[..length.min(LETTERS)];
        let affix = |size: usize, suffix: bool| match letters.len().checked_sub(size) {
            Some(rest) if rest > 0 => hash(if suffix { &letters[rest..] } else { &letters[..size] }),
            _ => 0,
        };
        Self {
            form: hash(letters),
            exact: (exact >> 32) as u32,
            suffixes: [1, 2, 3, 4, 5].map(|size| affix(size, true)),
            prefixes: [1, 2, 3, 4].map(|size| affix(size, false)),
            shape: shape.value(),
            class: UNKNOWN,
            upper,
        }
    }
}

/// A character as forms and affixes hold it: lower case, one digit, straight quotes.
fn fold(c: char) -> char {
    match c {
        'a'..='z' => c,
        'A'..='Z' => c.to_ascii_lowercase(),
        '0'..='9' => '0',
        '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
        '–' | '‑' => '-',
        _ if c.is_ascii() => c,
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// The outline of a word: "Xx" for "Paris", "X.X." for "J.J.", runs made one.
#[derive(Default)]
struct Shape {
    outline: u32,
    last: u32,
    length: u32,
}

impl Shape {
    fn add(&mut self, c: char) {
        let kind = match c {
            'a'..='z' => 1,
            'A'..='Z' => 2,
            '0'..='9' => 3,
            '-' | '–' | '‑' => 4,
            '.' => 5,
            '\'' | '’' => 6,
            ',' => 7,
            _ if c.is_uppercase() => 2,
            _ if c.is_alphabetic() => 1,
            _ => 8,
        };
        // One capital and two are told apart: "Paris", "PARIS".
        if (kind != self.last || (kind == 2 && self.length == 1)) && self.length < 7 {
            self.outline = self.outline << 4 | kind;
        }
        self.last = kind;
        self.length += 1;
    }

    fn value(&self) -> u32 {
        self.outline
    }
}

impl Model {
    /// Looks at a sentence with this model's dictionary.
    pub(super) fn view<'w>(&self, words: impl Iterator<Item = &'w str>, views: &mut Views) {
        views.fill(words, |form| self.class(form));
    }
}
