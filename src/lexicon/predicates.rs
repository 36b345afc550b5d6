//! `data/predicates/*.toml`: what may be claimed, and the words that claim it.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;
use crate::model::{Group, NodeKind, Predicate};

include!(concat!(env!("OUT_DIR"), "/predicates.rs"));

/// One predicate file: the predicate and the words by which frames recognise it.
#[derive(Clone, Debug)]
pub struct PredicateEntry {
    pub predicate: Predicate,
    /// The words, by their part in a sentence, as `data/README.md` lists them.
    pub words: BTreeMap<String, Vec<String>>,
    /// Sentences with the claims that they must yield, and sentences that must yield none.
    pub examples: Vec<Example>,
}

/// A sentence and what it says of this predicate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    pub text: String,
    /// `["Source", "Target"]` pairs, optionally with a third word: the status or `ended`. Empty
    /// for a counter-example.
    #[serde(default)]
    pub yields: Vec<Vec<String>>,
}

/// All predicates, by name.
#[derive(Clone, Debug, Default)]
pub struct Predicates {
    entries: BTreeMap<String, PredicateEntry>,
}

/// The form of a predicate file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    label: String,
    inverse: Option<String>,
    description: String,
    group: Group,
    domain: Vec<NodeKind>,
    range: Vec<NodeKind>,
    symmetric: bool,
    lasting: bool,
    #[serde(default)]
    words: BTreeMap<String, Vec<String>>,
    #[serde(default, rename = "example")]
    examples: Vec<Example>,
}

impl Predicates {
    /// The predicates that are shipped.
    ///
    /// # Panics
    /// When a shipped file is malformed, which the tests rule out.
    pub fn shipped() -> Self {
        let mut all = Self::default();
        for (name, text) in SHIPPED {
            all.add(name, name, text).expect("the shipped predicates are well formed");
        }
        all
    }

    /// Adds the predicate `name` from the text of its file; `file` names it in errors. A file of
    /// the same name replaces the earlier one.
    ///
    /// # Errors
    /// [`Error::Data`] when the text is not a predicate file; it says what is wrong, and where.
    pub fn add(&mut self, name: &str, file: &str, text: &str) -> Result<(), Error> {
        let read: File =
            toml::from_str(text).map_err(|error| Error::Data { file: file.to_owned(), why: error.to_string() })?;
        let predicate = Predicate {
            name: name.to_owned(),
            inverse: read.inverse.unwrap_or_else(|| read.label.clone()),
            label: read.label,
            description: read.description,
            group: read.group,
            domain: read.domain,
            range: read.range,
            symmetric: read.symmetric,
            lasting: read.lasting,
        };
        let entry = PredicateEntry { predicate, words: read.words, examples: read.examples };
        self.entries.insert(name.to_owned(), entry);
        Ok(())
    }

    /// The predicate of that name.
    pub fn get(&self, name: &str) -> Option<&PredicateEntry> {
        self.entries.get(name)
    }

    /// Every predicate, by name.
    pub fn iter(&self) -> impl Iterator<Item = &PredicateEntry> {
        self.entries.values()
    }
}
