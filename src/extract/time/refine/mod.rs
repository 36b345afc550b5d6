//! Mends what the parsers recognised, in this order: ranges are joined, spans widened to all that
//! was said, then the context of each is read from the words around it.
//!
//! Comes in: [`Draft`]s. Goes out: the same, and for each a [`Setting`]. Nothing is placed in the
//! calendar here.

mod bound;
mod label;
mod modifier;
mod range;
mod tense;
mod widen;

pub(super) use tense::Tense;

use super::Bound;
use super::said::Draft;
use super::words::Words;

/// What the words around an expression tell of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting {
    pub(super) tense: Option<Tense>,
    pub(super) bound: Bound,
    /// Whether it only describes a noun.
    pub(super) modifier: bool,
    /// Whether it heads an entry of a timeline.
    pub(super) label: bool,
    /// Whether a clock time follows it, as under a photo.
    pub(super) stamp: bool,
}

/// Mends the drafts of a text.
pub(super) fn all(words: &Words<'_>, drafts: Vec<Draft>) -> Vec<(Draft, Setting)> {
    let mut drafts = range::join(words, drafts);
    for draft in &mut drafts {
        widen::widen(words, draft);
    }
    drafts.into_iter().map(|draft| (setting(words, &draft), draft)).map(|(setting, draft)| (draft, setting)).collect()
}

fn setting(words: &Words<'_>, draft: &Draft) -> Setting {
    Setting {
        tense: tense::of(words, &draft.words),
        bound: bound::of(words, &draft.words),
        modifier: modifier::is_modifier(words, draft),
        label: label::is_label(words, &draft.words),
        stamp: label::is_stamp(words, &draft.words),
    }
}
