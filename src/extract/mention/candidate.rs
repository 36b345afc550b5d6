//! Runs cut into what may be names.
//!
//! Comes in: a run and the style of its sentence. Goes out: [`Candidate`]s: the words of one name
//! with the titles before it, without whatever stood in front of it with a capital ("British",
//! "Actress", "First"). It does not say what they name.

use std::ops::Range;

use super::function::is_function;
use super::run::Run;
use super::style::Style;
use super::word::{Shape, Words};
use crate::lexicon::happenings::{event_type, known_event};
use crate::lexicon::names::{
    self, Capital, TitleClass, brand, capital, given, is_act, is_common, is_surname, name_key, role, title,
};
use crate::lexicon::places::{place, place_type};

/// The words of what may be a name.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The name's words, without titles.
    pub(super) words: Range<usize>,
    /// The titles before it; they end where the name begins.
    pub(super) titles: Range<usize>,
    pub(super) sentence: usize,
    pub(super) style: Style,
    /// A plain word that may have its capital from the start of the sentence: a name only where the
    /// article has a full one that it is part of ("Carver married in June").
    pub(super) plain: bool,
}

impl Candidate {
    /// The name folded, so that all its uses have one key: case, accents and marks are gone.
    pub(super) fn key(&self, words: &Words<'_>) -> String {
        key(words, &self.words)
    }

    /// Whether it is one word.
    pub(super) fn is_single(&self) -> bool {
        self.words.len() == 1
    }
}

/// A run of words as the key of a name.
pub(super) fn key(words: &Words<'_>, name: &Range<usize>) -> String {
    let mut key = String::new();
    for word in name.clone() {
        if !matches!(words.shape(word), Shape::Mark | Shape::Quote) {
            if !key.is_empty() {
                key.push(' ');
            }
            key.push_str(&name_key(words.text(word)).to_lowercase());
        }
    }
    key
}

/// The candidates of a run, left to right.
pub(super) fn candidates(words: &Words<'_>, run: &Run, style: Style, sentence: &Range<usize>) -> Vec<Candidate> {
    if style == Style::Running && is_work_title(words, &run.words) {
        return Vec::new();
    }
    let pieces =
        if style == Style::Running { at_ampersands(words, &run.words) } else { between_plain_words(words, &run.words) };
    pieces
        .into_iter()
        .flat_map(|piece| at_titles(words, piece))
        .filter_map(|piece| {
            let starts =
                piece.start == sentence.start || !words.is_capital(piece.start - 1) && is_opening(words, piece.start);
            let starts = starts && style == Style::Running;
            let (titles, name) = strip(words, piece.clone(), starts);
            if starts && name.is_empty() && is_plain_surname(words, &piece) {
                let titles = piece.start..piece.start;
                return Some(Candidate { words: piece, titles, sentence: run.sentence, style, plain: true });
            }
            (!name.is_empty()).then_some(Candidate { words: name, titles, sentence: run.sentence, style, plain: false })
        })
        .collect()
}

/// Whether a lone plain word stands as a subject, an owner or one of two: "Carver and Vega", "Stone's".
fn is_plain_surname(words: &Words<'_>, piece: &Range<usize>) -> bool {
    let (next, text) = (words.text(piece.end), words.text(piece.start));
    let joined = matches!(next, "and" | "&" | ",") && words.is_capital(piece.end + 1);
    let subject = is_act(next)
        || words.is_verb(piece.end)
        || matches!(next, "is" | "was" | "has" | "had" | "did" | "will" | "would" | "who");
    let owner = words.shape(piece.end) == Shape::Possessive;
    piece.len() == 1
        && words.shape(piece.start) == Shape::Capital
        && !is_function(text)
        && (joined || subject || owner || next == ",")
}

/// "Woman In Gold": a small word with a capital inside makes it the title of a work; one behind a
/// given name may be a surname ("Hannah To").
fn is_work_title(words: &Words<'_>, run: &Range<usize>) -> bool {
    let small = |word: usize| {
        matches!(
            words.text(word),
            "In" | "Of"
                | "And"
                | "To"
                | "On"
                | "For"
                | "With"
                | "At"
                | "From"
                | "By"
                | "A"
                | "An"
                | "Is"
                | "Are"
                | "Out"
                | "Up"
                | "Off"
                | "Me"
                | "You"
                | "Your"
                | "Us"
        )
    };
    let first = words.text(run.start);
    let surname = run.len() == 2 && given(first).is_some() && !is_common(first);
    !surname && (run.start + 1..run.end).any(small)
}

/// A title inside a run begins another name: "U.S. Attorney Preet Bharara", "the BBC Mr Roe",
/// "US First Lady Ana Vega".
fn at_titles(words: &Words<'_>, run: Range<usize>) -> Vec<Range<usize>> {
    let begins = |word: usize| {
        let text = words.text(word);
        if is_first_lady(words, word) {
            return true;
        }
        if role(text).is_some() && title(text).is_none() && given(text).is_none() && !is_surname(text) {
            return word + 2 < run.end
                && (given(words.text(word + 1)).is_some() || word + 3 == run.end && is_strange_pair(words, word + 1));
        }
        let court = names::is_organisation_word(words.text(word - 1)) || place_type(words.text(word - 1)).is_some();
        title(text).is_some_and(|title| match title.class {
            TitleClass::Office if court && given(words.text(word + 1)).is_some() => word + 2 < run.end,
            TitleClass::Courtesy => words.shape(word) != Shape::Initial,
            TitleClass::Office | TitleClass::Rank => given(text).is_none(),
            TitleClass::Noble | TitleClass::Royal => matches!(text, "Sir" | "Dame" | "Lady" | "Princess" | "Queen"),
            _ => false,
        }) && words.is_capital(word + 1)
            && title(words.text(word - 1)).is_none()
            && words.is_capital(word - 1)
    };
    match (run.start + 1..run.end.saturating_sub(1)).find(|&word| begins(word)) {
        Some(word) => vec![run.start..word, word..run.end],
        None => vec![run],
    }
}

/// Two words that are neither English nor those of bodies and houses: "Commissioner **Yadvendra Pathare**".
fn is_strange_pair(words: &Words<'_>, at: usize) -> bool {
    (at..at + 2).all(|word| {
        let text = words.text(word);
        words.shape(word) == Shape::Capital
            && !is_common(text)
            && !names::is_organisation_word(text)
            && place_type(text).is_none()
            && event_type(text).is_none()
    })
}

/// "First Lady Ana Vega": an office of two words, at whose first one this looks.
pub(super) fn is_first_lady(words: &Words<'_>, at: usize) -> bool {
    words.text(at) == "First" && words.text(at + 1) == "Lady"
}

/// Whether a capital would stand here for any word: behind a quotation mark, a colon, a bullet.
fn is_opening(words: &Words<'_>, at: usize) -> bool {
    at > 0
        && (words.shape(at - 1) == Shape::Quote
            || matches!(words.text(at - 1), ":" | "-" | "–" | "—" | "." | "!" | "?" | "(" | "…" | "..."))
}

/// Two people side by side stay two ("Cara & Paris"); a firm stays one ("Baptiste & Crowe Records").
fn at_ampersands(words: &Words<'_>, run: &Range<usize>) -> Vec<Range<usize>> {
    let firm = names::is_organisation_word(words.text(run.end - 1))
        || brand(words.texts(run)).is_some()
        || place_type(words.text(run.end - 1)).is_some()
        || run.clone().any(|word| place_type(words.text(word)).is_some());
    let people = |word: usize| given(words.text(word)).is_some();
    let sign = run.clone().find(|&word| words.text(word) == "&");
    match sign {
        Some(sign) if !firm && people(run.start) && people(sign + 1) => vec![run.start..sign, sign + 1..run.end],
        _ => vec![run.clone()],
    }
}

/// In a title, plain words divide what may be names.
fn between_plain_words(words: &Words<'_>, run: &Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = run.start;
    for word in run.clone() {
        if divides(words, word) || is_behind_full_name(words, &(start..word), word) {
            if start < word {
                pieces.push(start..word);
            }
            start = word + 1;
        }
    }
    if start < run.end {
        pieces.push(start..run.end);
    }
    pieces
}

/// "Bo Reece **Call** It Quits": behind a given name and a surname of one's own a plain word is none, though some bear
/// it.
fn is_behind_full_name(words: &Words<'_>, before: &Range<usize>, word: usize) -> bool {
    let text = words.text(word);
    before.len() == 2
        && words.shape(word) == Shape::Capital
        && given(words.text(before.start)).is_some()
        && !is_common(words.text(before.start + 1))
        && is_common(text)
        && given(text).is_none()
        && place_type(text).is_none()
        && event_type(text).is_none()
}

/// Whether a word of a title is no part of a name.
fn divides(words: &Words<'_>, word: usize) -> bool {
    let text = words.text(word);
    match words.shape(word) {
        Shape::Capital | Shape::Caps => {
            is_common(text)
                && given(text).is_none()
                && !is_surname(text)
                && title(text).is_none()
                && place_type(text).is_none()
                && event_type(text).is_none_or(|kind| !kind.sure)
                || is_function(text)
        }
        Shape::Mark => text == "&",
        _ => false,
    }
}

/// Takes off what is no part of the name: titles, and words in front that only lead to it.
fn strip(words: &Words<'_>, piece: Range<usize>, starts: bool) -> (Range<usize>, Range<usize>) {
    let Range { mut start, mut end } = piece;
    if is_whole(words, &(start..end)) && !(starts && end - start == 1 && is_plain(words, start)) {
        return (start..start, start..end);
    }
    while start < end && leads(words, start, end, starts && start == piece.start) {
        start += 1;
    }
    let titles = start;
    while start + 1 < end && is_title(words, start, end) {
        start += 1;
    }
    while end > start && trails(words, start, end) {
        end -= 1;
    }
    (titles..start, start..end)
}

/// Whether a run is a known name as it stands.
fn is_whole(words: &Words<'_>, name: &Range<usize>) -> bool {
    let text = words.texts(name);
    known_event(text).is_some() || brand(text).is_some() || place(text).is_some() || names::is_stage_name(text)
}

fn is_plain(words: &Words<'_>, word: usize) -> bool {
    is_function(words.text(word))
}

/// Whether the first word of a run only leads to a name.
fn leads(words: &Words<'_>, at: usize, end: usize, starts: bool) -> bool {
    let (text, more) = (words.text(at), at + 1 < end);
    if more && place(words.texts(&(at..at + 2))).is_some() {
        return false;
    }
    if text.starts_with("Pro-") || text.starts_with("Anti-") {
        return true;
    }
    let kind_last = more && (place_type(words.text(end - 1)).is_some() || event_type(words.text(end - 1)).is_some());
    if !words.is_capital(at) {
        return true;
    }
    if is_function(text) && !(more && kind_last && text != "The") {
        return starts || more || text == "I";
    }
    match capital(text) {
        Some((Capital::Noise, false)) => return true,
        Some((Capital::Calendar, false)) => return more && !kind_last,
        Some((Capital::People | Capital::Belief, false)) => return more && !kind_last,
        _ => {}
    }
    let minister = at > 1 && words.text(at - 1) == "of" && title(words.text(at - 2)).is_some();
    if minister && is_common(text) && given(words.text(at + 1)).is_some() && at + 2 < end {
        return true;
    }
    if was(words, at, end) {
        return true;
    }
    if more && role(text).is_some() && title(text).is_none() && given(text).is_none() {
        return true;
    }
    starts && title(text).is_none() && opens(words, at, end, kind_last)
}

/// Whether the first word of a sentence has its capital from there only: "Missing Kabir".
fn opens(words: &Words<'_>, at: usize, end: usize, kind_last: bool) -> bool {
    let (text, rest) = (words.text(at), words.text(at + 1));
    let epithet = matches!(text, "Little" | "Young" | "Old" | "Poor" | "Dear" | "Late");
    if epithet && at + 2 == end {
        return given(rest).is_some();
    }
    let plain = is_common(text) && given(text).is_none();
    match end - at {
        1 => plain,
        _ if kind_last => plain && text.ends_with("ly"),
        2 => plain && (text.ends_with("ing") || text.ends_with("ly")),
        _ => plain && given(rest).is_some(),
    }
}

/// "the former Rockette Bunny Goldwyn", "Miss Colombia Luz Stone": what somebody was, with a
/// capital, before the name.
fn was(words: &Words<'_>, at: usize, end: usize) -> bool {
    let before = if at > 0 { words.text(at - 1) } else { "" };
    let former = matches!(before, "former" | "ex" | "fellow" | "onetime" | "then" | "reigning");
    let named = |word: usize| word < end && given(words.text(word)).is_some();
    if words.text(at) == "Miss" && place(words.text(at + 1)).is_some() {
        return named(at + 2);
    }
    let queen = at > 0 && before == "Miss" && place(words.text(at)).is_some();
    (queen || former) && at + 2 < end && given(words.text(at)).is_none() && named(at + 1)
}

/// Whether a word is a title of the name that follows it.
fn is_title(words: &Words<'_>, at: usize, end: usize) -> bool {
    let Some(found) = title(words.text(at)) else { return false };
    let named = given(words.text(at)).is_some() && at + 2 == end;
    let last = words.text(end - 1);
    let house = place_type(last).is_some_and(|kind| kind.last) && words.shape(end - 2) != Shape::Lower
        || names::is_organisation_word(last) && given(words.text(at + 1)).is_none()
        || words.text(at + 2) == "of" && place_type(words.text(at + 1)).is_some_and(|kind| kind.of);
    words.is_capital(at + 1)
        && (!house || is_surname(last) && found.class != TitleClass::Royal)
        && title(words.text(at + 1)).is_none_or(|_| at + 2 < end)
        && !(named
            && matches!(found.class, TitleClass::Royal | TitleClass::Noble | TitleClass::Office)
            && !is_common(words.text(at)))
}

/// Whether the last word of a run is no part of the name.
fn trails(words: &Words<'_>, start: usize, end: usize) -> bool {
    let text = words.text(end - 1);
    let more = start + 1 < end;
    if !words.is_capital(end - 1) {
        return true;
    }
    let surname = more && is_surname(text) && given(words.text(end - 2)).is_some();
    more && !surname
        && event_type(text).is_none()
        && place_type(text).is_none()
        && matches!(capital(text), Some((Capital::Calendar | Capital::Noise, false)))
}
