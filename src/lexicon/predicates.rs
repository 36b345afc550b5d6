//! `data/predicates/*.toml`: what may be claimed, and the words that claim it.
//!
//! Comes in: the shipped files and the user's own. Goes out: [`Predicates`], in which a frame
//! looks a word up and gets the [`Trigger`]s that begin (or, for nouns, end) with it.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::{Table, list};
use crate::error::Error;
use crate::model::{Group, NodeKind, Predicate, Status};

include!(concat!(env!("OUT_DIR"), "/predicates.rs"));

/// One predicate file: the predicate and the words by which frames recognise it.
#[derive(Clone, Debug)]
pub struct PredicateEntry {
    /// What the graph needs to know of it.
    pub predicate: Predicate,
    /// The words, by their part in a sentence.
    pub triggers: Vec<Trigger>,
    /// Sentences with the claims that they must yield, and sentences that must yield none. Empty
    /// for shipped predicates: [`Predicates::shipped_examples`] reads theirs.
    pub examples: Vec<Example>,
}

/// Which part a word plays in a sentence that claims its predicate; A is the source, B the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// "A marries B", "B is dumped by A".
    Verbs,
    /// "B was born to A": the subject is the target.
    TargetVerbs,
    /// "A and B wed", "A hung out with B".
    Together,
    /// "A is engaged to B", "A, engaged to B"; the last word is a preposition.
    Adjectives,
    /// "A's wife B", "B, the wife of A", where the order of the ends says nothing.
    Nouns,
    /// "B's father A": the noun names the source.
    SourceNouns,
    /// "A's daughter B": the noun names the target.
    TargetNouns,
    /// "A's romance with B", "the feud between A and B", "their wedding".
    Bonds,
    /// "the newlyweds", "A and B are an item".
    Couples,
    /// What others do to a group: "A and B were spotted", "fans spotted A with B".
    Sightings,
    /// What a third thing does to a group: "a friend introduced A and B", "the film stars A and B".
    Unites,
    /// What a person does at a place or an event: "A dined at B".
    Acts,
    /// The prepositions that join an act to its place.
    Places,
    /// What somebody does who is at an event under way, though the clause does not name it.
    Scenes,
    /// "The gala took place at B".
    Happens,
    /// "Guests included A", "among the mourners was A": nouns for those who are at an occasion.
    Guests,
    /// "A's speech at B", "on a trip to B, A …": nouns for somebody's being there.
    Visits,
    /// "On the set", "while filming": under which circumstances people did something else.
    Circumstances,
}

/// A word or phrase of a predicate file, in lemmas and without articles.
///
/// A flag behind a bar says more: `divorce | ended`, `be linked to | rumored`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// Which part the words play.
    pub part: Part,
    /// The lemmas, in order; a trailing preposition of a verb or adjective is in `preposition`.
    pub words: Vec<String>,
    /// The preposition that brings the other end.
    pub preposition: Option<String>,
    /// The relation is over.
    pub ended: bool,
    /// A parting: it ends whatever bond the article tells of the two, a marriage before a romance.
    pub parting: bool,
    /// The status that the words themselves give.
    pub status: Option<Status>,
    /// It claims with a lower confidence.
    pub weak: bool,
    /// The other end may be left to be understood ("he proposed"): it is then the one with whom the article
    /// told a romance of the first.
    pub alone: bool,
    /// It claims only where its clause tells how long or since when: "was with him for nine years".
    pub long: bool,
    /// Somebody is left for somebody else: it claims only where both are told of ("left Bo for Tom"), of the one
    /// behind "for" where the words end with it, else of the one who is left.
    pub exchange: bool,
    /// For nouns: whether the word must stand in the plural ("her twins") or the singular.
    pub plural: Option<bool>,
    /// For nouns: whether only somebody whom one is told to have is meant ("they have a boy, Leo"), not "her boy Leo".
    pub had: bool,
}

/// A sentence and what it says of this predicate.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// `["Source", "Target"]` pairs, optionally with a third word: the status or `ended`. Empty
    /// for a counter-example.
    #[serde(default)]
    pub yields: Vec<Vec<String>>,
}

/// All predicates, by name.
#[derive(Clone, Debug, Default)]
pub struct Predicates {
    /// Sorted by name.
    entries: Vec<PredicateEntry>,
    /// By key word the places of predicates and in their triggers, in order.
    index: HashMap<String, Vec<(usize, usize)>>,
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
    words: BTreeMap<Part, Vec<String>>,
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
            all.insert(name, name, without_examples(text)).expect("the shipped predicates are well formed");
        }
        all.reindex();
        all
    }

    /// The examples of the shipped predicates, by predicate. They are read only here, so that
    /// reading articles does not wait for them.
    ///
    /// # Errors
    /// [`Error::Data`] when a file is malformed.
    pub fn shipped_examples() -> Result<Vec<(&'static str, Vec<Example>)>, Error> {
        SHIPPED.iter().map(|(name, text)| Ok((*name, read(name, text)?.examples))).collect()
    }

    /// Adds the predicate `name` from the text of its file; `file` names it in errors. A file of
    /// the same name replaces the earlier one.
    ///
    /// # Errors
    /// [`Error::Data`] when the text is not a predicate file; it says what is wrong, and where.
    pub fn add(&mut self, name: &str, file: &str, text: &str) -> Result<(), Error> {
        self.insert(name, file, text)?;
        self.reindex();
        Ok(())
    }

    /// The predicate of that name.
    pub fn get(&self, name: &str) -> Option<&PredicateEntry> {
        self.place(name).ok().map(|place| &self.entries[place])
    }

    /// Every predicate, by name.
    pub fn iter(&self) -> impl Iterator<Item = &PredicateEntry> {
        self.entries.iter()
    }

    /// The triggers whose key word is `lemma`: the first word of a phrase, the last of a noun.
    pub fn triggers(&self, lemma: &str) -> impl Iterator<Item = (&Predicate, &Trigger)> {
        let of_key = self.index.get(lemma).into_iter().flatten();
        of_key.map(|&(entry, place)| (&self.entries[entry].predicate, &self.entries[entry].triggers[place]))
    }

    /// Where the predicate of a name stands, or would.
    fn place(&self, name: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|entry| entry.predicate.name.as_str().cmp(name))
    }

    fn insert(&mut self, name: &str, file: &str, text: &str) -> Result<(), Error> {
        let read = read(file, text)?;
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
        let mut triggers = Vec::new();
        for (part, phrases) in &read.words {
            for phrase in phrases {
                let trigger = Trigger::parse(*part, phrase);
                triggers.push(trigger.map_err(|why| Error::Data { file: file.to_owned(), why })?);
            }
        }
        let entry = PredicateEntry { predicate, triggers, examples: read.examples };
        match self.place(name) {
            Ok(place) => self.entries[place] = entry,
            Err(place) => self.entries.insert(place, entry),
        }
        Ok(())
    }

    fn reindex(&mut self) {
        self.index.clear();
        for (entry, predicate) in self.entries.iter().enumerate() {
            for (place, trigger) in predicate.triggers.iter().enumerate() {
                self.index.entry(trigger.key().to_owned()).or_default().push((entry, place));
            }
        }
    }
}

impl Trigger {
    /// Reads one entry of a word list.
    fn parse(part: Part, phrase: &str) -> Result<Self, String> {
        let (words, flags) = phrase.split_once('|').unwrap_or((phrase, ""));
        let mut trigger = Self {
            part,
            words: words.split_whitespace().flat_map(tokens).map(str::to_owned).collect(),
            preposition: None,
            ended: false,
            parting: false,
            status: None,
            weak: false,
            alone: false,
            long: false,
            exchange: false,
            plural: None,
            had: false,
        };
        for flag in flags.split_whitespace() {
            match flag {
                "ended" => trigger.ended = true,
                "parting" => trigger.parting = true,
                "weak" => trigger.weak = true,
                "alone" => trigger.alone = true,
                "long" => trigger.long = true,
                "exchange" => trigger.exchange = true,
                "plural" => trigger.plural = Some(true),
                "singular" => trigger.plural = Some(false),
                "had" => trigger.had = true,
                _ => {
                    trigger.status = Some(flag.parse().map_err(|why| {
                        format!(
                            "{phrase:?}: {why}, ended, parting, weak, alone, long, exchange, plural, singular or had"
                        )
                    })?);
                }
            }
        }
        if part.takes_preposition() && trigger.words.len() > 1 && is_preposition(trigger.words.last()) {
            trigger.preposition = trigger.words.pop();
        }
        if trigger.words.is_empty() {
            return Err(format!("{phrase:?}: an entry without words"));
        }
        Ok(trigger)
    }

    /// The word by which it is looked up.
    fn key(&self) -> &str {
        let word = if self.part.is_nominal() { self.words.last() } else { self.words.first() };
        word.map_or("", String::as_str)
    }
}

impl Part {
    /// Whether its words are nouns, which are looked up by their last word.
    pub const fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Nouns
                | Self::SourceNouns
                | Self::TargetNouns
                | Self::Bonds
                | Self::Couples
                | Self::Guests
                | Self::Visits
        )
    }

    const fn takes_preposition(self) -> bool {
        matches!(self, Self::Verbs | Self::TargetVerbs | Self::Adjectives)
    }
}

/// The prepositions that can bring the other end of a relation.
fn is_preposition(word: Option<&String>) -> bool {
    const PREPOSITIONS: &[&str] = &[
        "about",
        "against",
        "alongside",
        "around",
        "as",
        "at",
        "beside",
        "between",
        "by",
        "for",
        "from",
        "in",
        "into",
        "near",
        "of",
        "on",
        "onto",
        "over",
        "past",
        "through",
        "to",
        "toward",
        "towards",
        "with",
    ];
    word.is_some_and(|word| PREPOSITIONS.contains(&word.as_str()))
}

/// Prefixes behind which a hyphen does not part two words.
const PREFIXES: Table = list!("syntax/prefixes");

/// A word as the text's words are cut: at its hyphens ("half-sister"), but for prefixes ("ex-wife").
fn tokens(word: &str) -> Vec<&str> {
    match word.split_once('-') {
        Some((prefix, _)) if PREFIXES.contains(&prefix.to_lowercase()) => vec![word],
        _ => word.split('-').collect(),
    }
}

fn read(file: &str, text: &str) -> Result<File, Error> {
    toml::from_str(text).map_err(|error| Error::Data { file: file.to_owned(), why: error.to_string() })
}

/// The text of a file up to its examples, which stand last.
fn without_examples(text: &str) -> &str {
    text.split_once("\n[[example]]").map_or(text, |(words, _)| words)
}
