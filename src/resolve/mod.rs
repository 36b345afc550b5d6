//! Who of many articles is one and the same.
//!
//! Comes in: appearances (a node as one article names it) and judgements. Goes out: nodes of the
//! graph, each with its appearances and an id that depends on content alone. It never sees text,
//! and it would rather keep two apart than join them wrongly: no lone first name or surname joins
//! anybody across articles.

mod align;
mod cluster;
mod compare;
mod features;
mod judged;
mod lists;
mod name;
mod namesakes;
mod nodes;
mod profile;
mod recognise;
mod sets;
mod sound;
mod word;

pub use cluster::{MERGE, Resolved, alike, contradictions, resolve};
pub use compare::{Clue, Comparison, compare, compare_nodes};
pub use judged::Contradiction;
pub use name::{asked_words, blocks, is_full_name, name_key, search_words};
pub use recognise::{asked_forms, exact_forms, is_generation, kept_forms, written_together};
