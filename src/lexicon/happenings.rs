//! `data/events`: happenings that everybody knows, and the words that make a name that of one.

use super::names::lower;
use super::{Table, list};

const KNOWN: Table = list!("events/known");
const TYPES: Table = list!("events/types");

/// What a word tells of the name that ends with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventType {
    /// A name that ends so is always a happening: "Gala", "Awards".
    pub sure: bool,
    /// "Somebody's …" is one: "wedding", "birthday party".
    pub owned: bool,
}

/// Whether a whole name is that of a well-known happening; `Some(true)` where it is a place as
/// well.
pub fn known_event(name: &str) -> Option<bool> {
    KNOWN.get(name).map(|row| row == "place")
}

/// What a word of any case tells of the name that ends with it; `None` for other words.
pub fn event_type(word: &str) -> Option<EventType> {
    let row = TYPES.get(&lower(word))?;
    Some(EventType { sure: row.starts_with("name"), owned: row.ends_with("owned") })
}
