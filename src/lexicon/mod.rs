//! The project's knowledge of English and of names: `data/`, parsed, checked and indexed once.
//!
//! Comes in: the files of `data`, embedded, and the user's own predicate files. Goes out:
//! [`Lexicon`], borrowed by every stage of reading. It never sees an article.

pub mod happenings;
pub mod names;
pub mod places;
mod predicates;
mod slots;
mod table;

pub use predicates::{Example, Part, PredicateEntry, Predicates, Trigger};
pub(crate) use table::{Table, list};

/// Everything that reading needs to know beforehand.
#[derive(Debug)]
pub struct Lexicon {
    /// What may be claimed.
    pub predicates: Predicates,
}

impl Lexicon {
    /// The lexicon that is shipped.
    pub fn shipped() -> Self {
        Self { predicates: Predicates::shipped() }
    }
}
