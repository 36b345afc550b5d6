//! What is kept of one article or one imported file, and what resolution looks at.

use std::sync::Arc;

use super::{Claim, Document, Edtf, MentionRow, Node, NodeKind, Status};

/// Where a reading comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// An article.
    Article,
    /// A file of edges made by hand or by another program. Its names are distinct by assertion.
    Import,
}

impl ReadingKind {
    /// The word used in the store.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Import => "import",
        }
    }
}

/// One article or one imported file as it was read: the unit that is skipped, replaced and, within
/// which, two nodes are two.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document's key for an article; for an import a name of its own.
    pub key: String,
    /// Where it comes from.
    pub kind: ReadingKind,
    /// Hash of everything that was read; equal hashes need not be read again.
    pub hash: String,
    /// The sources that it tells of: of an article, itself.
    pub documents: Vec<Document>,
    /// Whom it names.
    pub nodes: Vec<KeyedNode>,
    /// What it says of them.
    pub claims: Vec<SourcedClaim>,
    /// Where it names them.
    pub mentions: Vec<MentionRow>,
    /// Whether something was blacked out of it.
    pub redacted: bool,
}

/// A node of a reading with what makes it comparable.
#[derive(Clone, Debug)]
pub struct KeyedNode {
    /// The node.
    pub node: Node,
    /// The folded name under which it is grouped, as `resolve::NameKey` makes it.
    pub key: String,
    /// The pronoun by which the article mostly speaks of it.
    pub pronoun: Option<String>,
    /// The other full names that the article gives it, folded as `key` is.
    pub alias_keys: Vec<String>,
    /// What the article says it is by trade: "actress", folded to the masculine or common form.
    pub roles: Vec<String>,
}

/// A claim of a reading with its source and its surroundings.
#[derive(Clone, Debug)]
pub struct SourcedClaim {
    /// The claim; its ends are ids of nodes of the reading.
    pub claim: Claim,
    /// Key of one of the reading's documents.
    pub document: String,
    /// The words around its evidence.
    pub context: Context,
}

/// The article's words around a claim's evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// Just before.
    pub before: String,
    /// Just after.
    pub after: String,
}

/// One node of one reading as resolution sees it: a name and what tells it from its namesakes.
#[derive(Clone, Debug)]
pub struct Appearance {
    /// Row of the node in its store; opaque.
    pub handle: i64,
    /// Key of its reading.
    pub reading: String,
    /// Its id within the reading.
    pub label: String,
    /// What it is.
    pub kind: NodeKind,
    /// The name, as it is written.
    pub name: String,
    /// The folded name, as `resolve::NameKey` makes it.
    pub key: String,
    /// The other names that the reading uses.
    pub aliases: Vec<String>,
    /// The pronoun by which the article mostly speaks of it.
    pub pronoun: Option<String>,
    /// The other full names that the reading gives it, folded as `key` is.
    pub alias_keys: Vec<String>,
    /// What the reading says it is by trade.
    pub roles: Vec<String>,
    /// Whether its name was given by hand: then it is no other of its reading.
    pub asserted: bool,
    /// When the article was published.
    pub published: Option<Edtf>,
    /// What the claims of sources that stand say of it.
    pub ties: Vec<Tie>,
    /// Folded names of all people of the article, its own among them, sorted; empty for an import.
    pub company: Arc<[String]>,
}

/// What one claim says of an appearance.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Name of the predicate.
    pub predicate: String,
    /// Whether the appearance is the claim's source.
    pub forward: bool,
    /// Folded name of the other end, and what it is.
    pub other: String,
    /// What the other end is.
    pub other_kind: NodeKind,
    /// The article's stance.
    pub status: Status,
    /// True for what is over.
    pub ended: bool,
    /// When.
    pub date: Option<Edtf>,
}

/// A node of the graph, as resolution made it of appearances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResolvedNode {
    /// The node, under its id in the graph.
    pub node: Node,
    /// Handles of the appearances that are it.
    pub appearances: Vec<i64>,
    /// Words under which it is found.
    pub words: Vec<String>,
}

/// A merge that is not certain, or a pair that nearly merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// What the two are.
    pub kind: NodeKind,
    /// One name, as it is written.
    pub a: String,
    /// The other.
    pub b: String,
    /// Whether they were merged.
    pub merged: bool,
    /// How sure it is that the two are one, from 0 to 1.
    pub score: f64,
    /// What speaks for and against it.
    pub why: String,
}
