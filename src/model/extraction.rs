//! Everything that was read from one article; what `relgraph extract` writes as one line.

use serde::{Deserialize, Serialize};

use super::{Claim, Document, Edtf, Node};

/// The shape of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Name,
    Pronoun,
    Description,
}

/// A stretch of text that speaks of a node. Offsets count Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentionRow {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub form: Form,
    /// `None` where it was left unresolved; a group is told once for each member.
    pub node: Option<String>,
    /// The coreference chain within this article, also where it makes no node.
    pub chain: Option<String>,
}

/// A date expression. Offsets count Unicode code points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeRow {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub value: Option<Edtf>,
    /// True when a part of the value comes from context.
    pub implied: bool,
    /// The rule that made it.
    pub rule: String,
}

/// The answer for one article, as `extract` writes it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    pub document: Document,
    pub nodes: Vec<Node>,
    pub mentions: Vec<MentionRow>,
    pub times: Vec<TimeRow>,
    pub claims: Vec<Claim>,
    /// What could not be done with this article, in plain words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}
