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
    /// Name of the predicate.
    pub predicate: String,
    /// The article's stance.
    pub status: Status,
    /// True for exes, divorces, former friends.
    pub ended: bool,
    /// When it holds or happened.
    pub date: Option<Edtf>,
    /// When its document was published.
    pub published: Option<Edtf>,
    /// Of the claims that say 0.9, nine in ten are right.
    pub confidence: f64,
    /// The claim in full.
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
    /// The source.
    pub document: Document,
    /// How many claims it makes (also when it is withdrawn).
    pub claims: usize,
    /// Its last withdrawal, if there ever was one.
    pub retraction: Option<Retraction>,
}

impl SourceRow {
    /// Whether the source has not been withdrawn.
    pub fn stands(&self) -> bool {
        self.retraction.as_ref().is_none_or(|retraction| retraction.undone.is_some())
    }
}
