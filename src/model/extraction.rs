//! Everything that was read from one article; what `relgraph extract` writes as one line.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Claim, Document, Edtf, Node};

/// The shape of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// "Paris Jackson", "Jackson".
    Name,
    /// "she", "their".
    Pronoun,
    /// "the model", "the pair".
    Description,
}

/// A stretch of text that speaks of a node. Offsets count Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRow {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// Name, pronoun or description.
    pub form: Form,
    /// `None` where it was left unresolved; a group is told once for each member.
    pub node: Option<String>,
    /// The coreference chain within this article, also where it makes no node.
    pub chain: Option<String>,
}

/// A date expression. Offsets count Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRow {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// What it means; `None` where it cannot be resolved.
    pub value: Option<Edtf>,
    /// True when a part of the value comes from context.
    pub implied: bool,
    /// The rule that made it.
    pub rule: String,
}

/// The answer for one article, as `extract` writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// The article as a source.
    pub document: Document,
    /// Whom and what it speaks of.
    pub nodes: Vec<Node>,
    /// Where it speaks of them, in text order.
    pub mentions: Vec<MentionRow>,
    /// Its dates, in text order.
    pub times: Vec<TimeRow>,
    /// What it says of them.
    pub claims: Vec<Claim>,
    /// What it says people are by trade ("actress"), by the node's id; told to no one but resolution.
    #[serde(skip)]
    pub roles: BTreeMap<String, Vec<String>>,
    /// What could not be done with this article, in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
