//! Questions to a graph.
//!
//! Comes in: a [`Graph`](crate::graph::Graph). Goes out: paths, profiles, or a smaller graph that
//! answers and exports alike are made from. Nothing is looked up in text, and nothing is printed.

mod around;
mod conflicts;
mod filter;
mod path;
mod profile;
mod spells;
mod timeline;

pub use around::around;
pub use conflicts::{Clash, Conflict, conflicts};
pub use filter::{Filter, Term, UnknownTerm};
pub use path::{Path, Paths};
pub use profile::{Occasion, Profile};
pub use spells::{Spell, holds, spells};
pub use timeline::{Moment, timeline};
