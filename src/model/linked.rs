//! Claims between nodes of the graph: what the store hands out and the graph is built of.
//!
//! A node of the graph is a [`Node`](super::Node) whose `id` is valid across articles: stable, and
//! derived from content alone.

use serde::{Deserialize, Serialize};

use super::{Claim, Document, Edtf, Retraction, Status};

/// A node of the graph within one open store. Cheap to compare and to copy; means nothing outside
/// that store and must never be shown or written: show the node's `id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeHandle(pub i64);

/// A claim within one open store; like [`NodeHandle`], never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimHandle(pub i64);

/// One claim as seen from one of its ends: as much as a search through the graph needs, without
/// the words.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The other end.
    pub other: NodeHandle,
    /// Whether the claim's source is the node that was asked about.
    pub forward: bool,
    pub predicate: String,
    pub status: Status,
    pub ended: bool,
    pub date: Option<Edtf>,
    /// When its document was published.
    pub published: Option<Edtf>,
    pub confidence: f64,
    pub claim: ClaimHandle,
}

/// A claim whose ends are nodes of the graph, with all that is known of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LinkedClaim {
    /// `source`, `target`, `place` and `event` are ids of nodes of the graph.
    pub claim: Claim,
    /// The key of its [`Document`].
    pub document: String,
    /// The article's words just before the evidence; empty where they are not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The article's words just after the evidence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

/// A source with what hangs on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SourceRow {
    pub document: Document,
    /// How many claims it makes (also when it is withdrawn).
    pub claims: usize,
    pub retraction: Option<Retraction>,
}

impl SourceRow {
    /// Whether the source has not been withdrawn.
    pub fn stands(&self) -> bool {
        self.retraction.as_ref().is_none_or(|retraction| retraction.undone.is_some())
    }
}
