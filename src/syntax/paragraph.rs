//! The paragraphs of a text, and what each is for.
//!
//! Comes in: a text; later its words. Goes out: the lines that belong together, each with its
//! [`ParagraphKind`] and [`Label`]. It judges by form alone, never by names.

use std::ops::Range;

use super::{Label, LabelKind, ParagraphKind, lists, word};
use crate::model::Span;

/// A line of at least so many bytes may go on in the next one.
const WRAPPED_LINE: usize = 50;

/// Calls `found` with each paragraph's place, in order.
pub(super) fn split(text: &str, mut found: impl FnMut(Span)) {
    let mut open: Option<Span> = None;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        let trimmed = line.trim_matches(word::is_space);
        let start = at + (line.len() - line.trim_start_matches(word::is_space).len());
        let span = Span::new(start, start + trimmed.len());
        at += line.len();
        match open {
            Some(before) if !trimmed.is_empty() && goes_on(before.of(text), trimmed) => open = Some(before.join(span)),
            _ => {
                if let Some(before) = open.take() {
                    found(before);
                }
                open = (!trimmed.is_empty()).then_some(span);
            }
        }
    }
    if let Some(last) = open {
        found(last);
    }
}

/// Whether a line is the rest of a hard-wrapped one.
fn goes_on(before: &str, line: &str) -> bool {
    let last_line = before.len() - before.rfind('\n').map_or(0, |feed| feed + 1);
    last_line >= WRAPPED_LINE
        && line.starts_with(char::is_lowercase)
        && !before.ends_with(['.', '!', '?', ':', '”', '"'])
}

/// A paragraph's words, as its kind is judged.
pub(super) struct Sight<'a> {
    pub(super) text: &'a str,
    pub(super) words: &'a [Span],
    pub(super) tokens: Range<usize>,
    /// Whether nothing but bylines and captions stood before it.
    pub(super) first: bool,
    /// Whether nothing follows it.
    pub(super) last: bool,
}

impl<'a> Sight<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).filter(|_| self.tokens.contains(&at)).map_or("", |span| span.of(self.text))
    }

    fn lower(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    fn all(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.tokens.clone().map(|at| self.word(at))
    }

    /// What the paragraph is for.
    pub(super) fn kind(&self, label: Option<&Label>) -> ParagraphKind {
        if self.is_related() {
            ParagraphKind::Related
        } else if self.is_caption() {
            ParagraphKind::Caption
        } else if self.is_byline() {
            ParagraphKind::Byline
        } else if self.first && !self.last && (!self.ends_like_a_sentence() || self.is_exclaimed_title()) {
            ParagraphKind::Headline
        } else if self.is_heading(label) {
            ParagraphKind::Heading
        } else {
            ParagraphKind::Body
        }
    }

    /// "RELATED: …", "READ MORE: …", "See also: …".
    fn is_related(&self) -> bool {
        let start = self.tokens.start;
        let (first, second) = (self.lower(start), self.lower(start + 1));
        match first.as_str() {
            "related" | "more" => second == ":" || self.word(start + 2) == ":" && first == "related",
            "click" => second == "here",
            "read" | "see" | "watch" | "also" => {
                let label = matches!(second.as_str(), "more" | "also" | "next" | "here" | "now" | "read" | ":");
                label && (second == ":" || self.word(start + 2) == ":" || !self.ends_like_a_sentence())
            }
            _ => false,
        }
    }

    /// Credits and the lines of embedded posts.
    fn is_caption(&self) -> bool {
        let start = self.tokens.start;
        let at = start + usize::from(matches!(self.word(start), "(" | "["));
        let credit = lists::CREDITS.contains_lower(self.word(at));
        (credit && matches!(self.word(at + 1), ":" | "/" | "by" | "By"))
            || (self.lower(start) == "a" && self.lower(start + 1) == "post" && self.lower(start + 2) == "shared")
    }

    /// "By Ana Vega", "by Ana Vega | 9 May 2019", a date in a line of its own.
    fn is_byline(&self) -> bool {
        let start = self.tokens.start;
        let short = self.tokens.len() <= 16 && !self.ends_like_a_sentence();
        let by = self.lower(start) == "by" && self.word(start + 1).starts_with(char::is_uppercase);
        short && (by || self.date_length(start) == self.tokens.len() || self.is_time_stamp())
    }

    fn is_time_stamp(&self) -> bool {
        self.date_length(self.tokens.start) >= 3
            && self.all().all(|word| {
                word.starts_with(|c: char| !c.is_lowercase()) || matches!(word, "am" | "pm" | "a.m." | "p.m." | "at")
            })
    }

    fn is_heading(&self, label: Option<&Label>) -> bool {
        let numbered = label.is_some_and(|label| label.kind == LabelKind::Number);
        let words = self.tokens.len();
        let quoted = matches!(self.word(self.tokens.start), "“" | "\"" | "‘");
        (numbered && words <= 20)
            || (words <= 14
                && !quoted
                && !self.last
                && !self.ends_like_a_sentence()
                && label.is_none_or(|label| label.tokens.len() < words))
    }

    /// "Ana Vega Weds Bo Reece!": a capital on every word that matters.
    fn is_exclaimed_title(&self) -> bool {
        const LONGEST: usize = 20;
        let lower = |word: &str| word.len() > 3 && word.starts_with(char::is_lowercase);
        let capital = |word: &str| word.starts_with(char::is_uppercase);
        let (plain, capitals) = self
            .all()
            .fold((0, 0), |(plain, all), word| (plain + usize::from(lower(word)), all + usize::from(capital(word))));
        let exclaimed = self.tokens.end > self.tokens.start && self.word(self.tokens.end - 1) == "!";
        exclaimed && self.tokens.len() <= LONGEST && capitals > 2 && plain * 5 <= capitals
    }

    fn ends_like_a_sentence(&self) -> bool {
        let end = (self.tokens.start.max(self.tokens.end.saturating_sub(3))..self.tokens.end)
            .rev()
            .map(|at| self.word(at))
            .find(|word| !matches!(*word, "”" | "\"" | "’" | "'" | ")" | "]"));
        end.is_some_and(|word| {
            word.ends_with(['.', '!', ':', ',', ';', '…']) || (word.ends_with('?') && self.tokens.len() > 16)
        })
    }

    /// How many words at `at` make a date, weekday and time aside: "28th June 2024".
    fn date_length(&self, at: usize) -> usize {
        let (mut end, mut seen) = (at, false);
        for next in at..self.tokens.end {
            let word = self.lower(next);
            let month = lists::CALENDAR.contains(word.trim_end_matches('.'));
            let number = word.len() <= 4 && word.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
            let glue =
                matches!(word.as_str(), "," | "of" | "the" | "-" | "–" | "early" | "late" | "mid" | "to" | "and");
            if !(month || number || glue) {
                break;
            }
            seen |= month || (number && word.len() == 4);
            // What only joins dates belongs to them where one follows.
            end = if glue { end } else { next + 1 };
        }
        if seen { end - at } else { 0 }
    }

    /// What stands before the first sentence.
    pub(super) fn label(&self) -> Option<Label> {
        let start = self.tokens.start;
        let start =
            start + usize::from(matches!(self.word(start), "•" | "·" | "●" | "▪" | "‣" | "*" | "-" | "–" | "—"));
        let found = self.number_label(start).map(|end| (LabelKind::Number, end));
        let found = found.or_else(|| self.timeline_label(start).map(|end| (LabelKind::Timeline, end)));
        let found = found.or_else(|| self.dateline(start).map(|end| (LabelKind::Dateline, end)));
        let found = found.or_else(|| self.word_label(start).map(|end| (LabelKind::Word, end)));
        found.map(|(kind, end)| Label { kind, tokens: start..end })
    }

    fn number_label(&self, start: usize) -> Option<usize> {
        let start = start + usize::from(self.word(start) == "#");
        let number = self.word(start);
        let short = number.len() <= 3 && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        (short && matches!(self.word(start + 1), "." | ")" | ":")).then_some(start + 2)
    }

    fn timeline_label(&self, start: usize) -> Option<usize> {
        let end = start + self.date_length(start);
        (end > start && matches!(self.word(end), ":" | "—" | "–" | "-" | "--" | "|")).then_some(end + 1)
    }

    /// "LONDON, May 3 (Reuters) -": capitals, then a dash within a dozen words.
    fn dateline(&self, start: usize) -> Option<usize> {
        let place = self.word(start);
        let capitals = place.len() > 2 && place.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '-' | '’'));
        if !capitals {
            return None;
        }
        let dash =
            (start + 1..self.tokens.end.min(start + 14)).find(|&at| matches!(self.word(at), "—" | "–" | "-" | "--"))?;
        let spaced = self.words[dash].start > self.words[dash - 1].end;
        (spaced && dash + 4 < self.tokens.end && (start..dash).all(|at| !self.word(at).starts_with(char::is_lowercase)))
            .then_some(dash + 1)
    }

    /// Up to three words and a colon: "RELATED:", "Where it stands:".
    fn word_label(&self, start: usize) -> Option<usize> {
        let colon = (start + 1..self.tokens.end.min(start + 4)).find(|&at| self.word(at) == ":")?;
        (start..colon).all(|at| self.word(at).starts_with(char::is_alphanumeric)).then_some(colon + 1)
    }
}
