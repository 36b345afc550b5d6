//! The words of a paragraph.
//!
//! Comes in: a paragraph. Goes out: the spans of its words, numbers and marks, in order and without
//! overlap; what lies between is white space. The cuts are those of UD English EWT: clitics
//! ("do|n't", "Jackson|'s"), hyphens inside words ("33|-|year|-|old") but for prefixes
//! ("ex-wife"), slashes between letters; addresses, handles, times and dates stay whole. It never
//! looks at the meaning of a word.

use unicode_normalization::char::is_combining_mark;

use super::lists;
use crate::model::Span;

/// A word that begins a sentence is sought among so many letters.
const NEXT_WORD: usize = 16;

/// Appends the words of `paragraph`.
pub(super) fn split(text: &str, paragraph: Span, words: &mut Vec<Span>) {
    let mut splitter = Splitter { text, words, end: paragraph.end };
    let mut start = None;
    for (at, c) in paragraph.of(text).char_indices() {
        let at = paragraph.start + at;
        if is_space(c) {
            if let Some(start) = start.take() {
                splitter.chunk(start, at);
            }
        } else {
            start.get_or_insert(at);
        }
    }
    if let Some(start) = start {
        splitter.chunk(start, paragraph.end);
    }
}

/// White space, or a mark without width that separates.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
        || (c.is_control() && !matches!(c, '\u{91}'..='\u{94}'))
        || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{200E}' | '\u{200F}')
}

/// An apostrophe as people type it, or as a wrong decoding left it.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´' | '‘' | '\u{91}' | '\u{92}')
}

struct Splitter<'a> {
    text: &'a str,
    words: &'a mut Vec<Span>,
    /// The paragraph's end.
    end: usize,
}

impl Splitter<'_> {
    fn push(&mut self, start: usize, end: usize) -> usize {
        self.words.push(Span::new(start, end));
        end
    }

    /// Cuts what stands between two white spaces.
    fn chunk(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            at = if let Some(length) = address(rest).or_else(|| emoticon(rest)) {
                self.push(at, at + length)
            } else if rest.starts_with(char::is_alphanumeric) {
                self.word(at, end)
            } else {
                let length = mark(rest, at == start);
                self.push(at, at + length)
            };
        }
    }

    /// Cuts the word that begins at `at`; returns where it ends.
    fn word(&mut self, at: usize, end: usize) -> usize {
        let rest = &self.text[at..end];
        let core = core_length(rest);
        let dollar = rest[core..].starts_with('$') && lists::CURRENCIES.contains(&rest[..core]);
        let stop = rest[core..].starts_with('.')
            && keeps_stop(&rest[..core], &rest[core + 1..])
            && !self.ends_sentence(&rest[..core], at + core + 1);
        let end = at + core + usize::from(stop || dollar);
        self.hyphens(at, end);
        end
    }

    /// Whether the stop before `at` ends the paragraph, or its sentence by the word behind it, so that
    /// it is no part of an abbreviation ("etc", "Inc"); initials and "p.m." keep theirs.
    fn ends_sentence(&self, word: &str, at: usize) -> bool {
        if !lists::ABBREVIATIONS.contains(word) {
            return false;
        }
        let rest = self.text[at..self.end].trim_start_matches(is_space);
        if matches!(word, "No" | "no" | "Nos" | "nos") {
            return !rest.starts_with(|c: char| c.is_ascii_digit());
        }
        let length = rest.bytes().take(NEXT_WORD).position(|byte| !byte.is_ascii_alphanumeric());
        let next = &rest[..length.unwrap_or(0)];
        rest.is_empty() || lists::SENTENCE_STARTS.contains(next)
    }

    /// Cuts a word at its hyphens and slashes, unless it is one that keeps them.
    fn hyphens(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        if !word.contains(['-', '‑', '/']) || keeps_hyphens(word) {
            return self.clitics(start, end);
        }
        let mut from = start;
        for (at, mark) in word.match_indices(['-', '‑', '/']) {
            let at = start + at;
            let prefix = from == start && mark != "/" && lists::PREFIXES.contains_lower(&self.text[start..at]);
            if !prefix {
                if from < at {
                    self.clitics(from, at);
                }
                from = self.push(at, at + mark.len());
            }
        }
        if from < end {
            self.clitics(from, end);
        }
    }

    /// Cuts "n't", "'s", "'ll", and the words that are written as one ("cannot").
    fn clitics(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        let cut = clitic(word).or_else(|| fused(word)).or_else(|| unit(word));
        match cut {
            Some(cut) if cut > 0 && cut < word.len() => {
                self.push(start, start + cut);
                self.push(start + cut, end);
            }
            _ => {
                self.push(start, end);
            }
        }
    }
}

/// How many bytes of `rest` make a word with all its joints.
fn core_length(rest: &str) -> usize {
    let mut before = '\0';
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let joined = c.is_alphanumeric()
            || c == '_'
            || (!c.is_ascii() && (is_combining_mark(c) || matches!(c, '\u{AD}' | '\u{200C}' | '\u{200D}')))
            || chars.peek().is_some_and(|&(_, next)| joins(rest, at, before, c, next));
        if !joined {
            return at;
        }
        before = c;
    }
    rest.len()
}

/// Whether the mark `c`, between `before` and `next`, is a joint of one word.
fn joins(rest: &str, at: usize, before: char, c: char, next: char) -> bool {
    let digits = before.is_ascii_digit() && next.is_ascii_digit();
    match c {
        '.' => digits || joins_stop(&rest[..at], &rest[at + 1..]),
        ',' | ':' => digits,
        '/' | '-' | '‑' => before.is_alphanumeric() && next.is_alphanumeric(),
        '&' => before.is_uppercase() && next.is_uppercase(),
        _ => is_apostrophe(c) && before.is_alphanumeric() && next.is_alphabetic(),
    }
}

/// Whether a stop with letters on both sides is a part of the word: "U.S", "a.m", "Amazon.com".
fn joins_stop(before: &str, after: &str) -> bool {
    let last = before.rsplit(['.', '-']).next().unwrap_or_default();
    let next = &after[..after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len())];
    if next.is_empty() || !last.ends_with(char::is_alphanumeric) {
        return false;
    }
    let letters = last.chars().take(2).count();
    (letters == 1 && last.starts_with(char::is_alphabetic) && (next.chars().take(2).count() == 1 || before.len() > 1))
        || (letters == 1
            && last.starts_with(char::is_uppercase)
            && next.starts_with(char::is_uppercase)
            && next.len() < 4)
        || matches!((last, next), ("Ph" | "ph", "D" | "d") | ("o", "k"))
        || (lists::DOMAINS.contains_lower(next) && last.len() > 1)
}

/// Whether a stop behind `word` belongs to it: abbreviations, initials.
fn keeps_stop(word: &str, after: &str) -> bool {
    if after.starts_with('.') {
        return false;
    }
    let last = word.rsplit('-').next().unwrap_or(word);
    if last.contains('.') {
        return last.split('.').all(|part| part.chars().take(4).count() <= 3 && part.chars().all(char::is_alphabetic));
    }
    let mut letters = last.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) => c.is_uppercase() && c != 'I',
        _ => lists::ABBREVIATIONS.contains(last) || lists::TITLES.contains(last),
    }
}

/// Whether a word with hyphens or slashes stays whole: dates, telephone numbers, "w/o".
fn keeps_hyphens(word: &str) -> bool {
    let numeric = word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    let mut parts = word.split(['-', '/']).map(str::len);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(1), Some(1), None) => word.contains('/') && !numeric,
        (Some(first), Some(second), None) if word.contains('/') => numeric && first <= 2 && second == 2,
        (Some(first), Some(second), None) => numeric && (first == 3 && second == 4 || word.len() > 9),
        _ => numeric,
    }
}

/// Where a clitic begins.
fn clitic(word: &str) -> Option<usize> {
    let (at, apostrophe) = word.char_indices().rfind(|&(_, c)| is_apostrophe(c))?;
    let ending = &word[at + apostrophe.len_utf8()..];
    let stem = &word[..at];
    if ending.eq_ignore_ascii_case("t") && stem.ends_with(['n', 'N']) && stem.len() > 1 {
        return Some(at - 1);
    }
    (is_clitic(ending) && !stem.is_empty()).then_some(at)
}

fn is_clitic(ending: &str) -> bool {
    ["s", "m", "re", "ve", "ll", "d"].iter().any(|clitic| ending.eq_ignore_ascii_case(clitic))
}

/// Where the second word of a fused pair begins ("can|not", "gon|na", "did|nt").
fn fused(word: &str) -> Option<usize> {
    (word.len() < 9 && word.is_ascii()).then(|| lists::FUSED.get_lower(word)).flatten()?.parse().ok()
}

/// Where the unit begins behind a number: "2:29|pm", "40|km".
fn unit(word: &str) -> Option<usize> {
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let at = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ':'))?;
    lists::UNITS.contains_lower(&word[at..]).then_some(at)
}

/// Length of the web address, e-mail address, handle or hashtag at the start of `rest`.
fn address(rest: &str) -> Option<usize> {
    let first = rest.chars().next()?;
    let second = rest[first.len_utf8()..].chars().next()?;
    if matches!(first, '@' | '#') {
        return (second.is_alphabetic() || second == '_').then(|| {
            let end = rest[1..]
                .find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.'))
                .map_or(rest.len(), |at| at + 1);
            rest[..end].trim_end_matches('.').len()
        });
    }
    if !first.is_ascii_alphanumeric() {
        return None;
    }
    let web = ["http://", "https://", "www."]
        .iter()
        .any(|head| rest.get(..head.len()).is_some_and(|start| start.eq_ignore_ascii_case(head)));
    (web || is_mail(rest)).then(|| trim_address(rest).len())
}

/// Whether a chunk begins with an e-mail address.
fn is_mail(rest: &str) -> bool {
    let Some(at) = rest.bytes().take(65).position(|byte| byte == b'@') else { return false };
    let (name, host) = (&rest[..at], &rest[at + 1..]);
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    name.chars().all(plain)
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host.bytes().take(64).any(|byte| byte.is_ascii_alphabetic())
}

/// An address without the marks of the sentence around it.
fn trim_address(rest: &str) -> &str {
    let end = rest.find(['<', '>', '"', '“', '”', '’', '|']).unwrap_or(rest.len());
    let mut address = &rest[..end];
    if let Some((before, _)) = address.rsplit_once(')')
        && !before.contains('(')
    {
        address = before;
    }
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\''])
}

/// Length of the emoticon that `rest` consists of, but for marks that end a sentence.
fn emoticon(rest: &str) -> Option<usize> {
    if !rest.starts_with([':', ';', '=', '<', '(']) || rest.len() > 6 {
        return None;
    }
    let face = rest.trim_end_matches(['.', ',', '!', '?']);
    lists::EMOTICONS.contains(face).then_some(face.len())
}

/// Length of the mark at the start of `rest`: one character, a run of equal ones, an emoji with
/// what modifies it, a year or clitic behind an apostrophe ("'90s", "'em").
fn mark(rest: &str, first: bool) -> usize {
    let mut chars = rest.chars();
    let Some(c) = chars.next() else { return 0 };
    match c {
        '!' | '?' => run(rest, |c| matches!(c, '!' | '?')),
        '.' | '-' | '*' | '=' | '_' | '~' | '+' | '<' | '>' | '#' | '…' | '–' | '—' => {
            run(rest, |next| next == c)
        }
        _ if is_apostrophe(c) => elision(rest, first),
        _ if c.is_ascii() => 1,
        _ => c.len_utf8() + modifiers(c, &rest[c.len_utf8()..]),
    }
}

fn run(rest: &str, same: impl Fn(char) -> bool) -> usize {
    rest.find(|c| !same(c)).unwrap_or(rest.len())
}

/// Length of an apostrophe with what it elides, else of a quotation mark (a doubled one is one).
fn elision(rest: &str, first: bool) -> usize {
    let width = rest.chars().next().map_or(0, char::len_utf8);
    let after = &rest[width..];
    let length = after.find(|c: char| !c.is_alphanumeric()).unwrap_or(after.len());
    let word = &after[..length];
    let year = word.len() <= 3 && word.len() >= 2 && word.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    if first && (year || lists::ELISIONS.contains_lower(word)) {
        // "rock 'n' roll"
        let closing = after[length..].chars().next().filter(|&c| word == "n" && is_apostrophe(c));
        return width + length + closing.map_or(0, char::len_utf8);
    }
    if !first && is_clitic(word) {
        return width + length;
    }
    let doubled = after.starts_with(&rest[..width]);
    if doubled { 2 * width } else { width }
}

/// Length of the modifiers, joiners and joined signs behind an emoji.
fn modifiers(base: char, rest: &str) -> usize {
    let regional = |c: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&c);
    let mut joined = false;
    let mut length = 0;
    for c in rest.chars() {
        let modifier = matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{200D}' | '\u{20E3}' | '\u{1F3FB}'..='\u{1F3FF}')
            || is_combining_mark(c);
        let flag = length == 0 && regional(base) && regional(c);
        if !(modifier || flag || (joined && !c.is_alphanumeric())) {
            break;
        }
        joined = c == '\u{200D}';
        length += c.len_utf8();
    }
    length
}
