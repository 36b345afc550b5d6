//! What may be claimed of two nodes; the values that the files of `data/predicates` hold.

use serde::{Deserialize, Serialize};

use super::NodeKind;

/// The family of predicates that `--only` and `--avoid` select by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// Kin.
    Family,
    /// Love, from a kiss to a divorce.
    Romance,
    /// Friends, foes, meetings.
    Social,
    /// Working together.
    Work,
    /// Who was where, what was held where.
    Presence,
}

impl Group {
    /// Every group, in the order in which answers list them.
    pub const ALL: [Self; 5] = [Self::Family, Self::Romance, Self::Social, Self::Work, Self::Presence];

    /// The word used in data files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Family => "family",
            Self::Romance => "romance",
            Self::Social => "social",
            Self::Work => "work",
            Self::Presence => "presence",
        }
    }
}

impl std::fmt::Display for Group {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

/// A kind of relationship, as the graph and its answers need it.
///
/// The words by which it is recognised in text are the affair of `extract::relation` and stand in
/// the same file; see `data/README.md`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predicate {
    /// The name, which is the file's name: `godparent_of`.
    pub name: String,
    /// How an edge is labelled: "godparent of".
    pub label: String,
    /// How it is read from the other end: "godchild of"; the label itself where symmetric.
    pub inverse: String,
    /// One sentence on what counts.
    pub description: String,
    /// The family of predicates that it belongs to.
    pub group: Group,
    /// What the source may be.
    pub domain: Vec<NodeKind>,
    /// What the target may be.
    pub range: Vec<NodeKind>,
    /// Whether the order of the ends says nothing.
    pub symmetric: bool,
    /// True for what lasts (a marriage), false for an occasion (a kiss).
    pub lasting: bool,
}
