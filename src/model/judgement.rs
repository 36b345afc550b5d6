//! What people decided about the graph. Judgements are data: they are kept, the nodes are derived.

use serde::{Deserialize, Serialize};

use super::{Edtf, NodeKind};

/// Who decided something, when, and why. The date is given, never read from a clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Who.
    pub by: String,
    /// When, as it was given.
    pub on: Edtf,
    /// Why.
    pub reason: Option<String>,
}

/// Whom a judgement speaks of: everyone of that name, or the one of that name in one source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NameRef {
    /// What they are.
    pub kind: NodeKind,
    /// The name, as it is written.
    pub name: String,
    /// The key of the article or imported file that tells the namesakes apart.
    pub reading: Option<String>,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// The two are one.
    Same,
    /// The two are not one; blocks every merge of them.
    Different,
    /// The first is shown under the name of the second.
    Rename,
}

impl Verdict {
    /// The word used in the store and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
            Self::Rename => "rename",
        }
    }
}

impl std::str::FromStr for Verdict {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = [Self::Same, Self::Different, Self::Rename].into_iter().find(|verdict| verdict.as_str() == word);
        known.ok_or_else(|| format!("unknown verdict {word:?}"))
    }
}

/// One judgement, as it stays on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Its number in this graph, from 1 in the order in which they were given.
    pub number: i64,
    /// What was decided.
    pub verdict: Verdict,
    /// Of whom.
    pub a: NameRef,
    /// And of whom; for a rename the name to show.
    pub b: NameRef,
    /// By whom, when and why.
    pub decision: Decision,
    /// By whom and when it was taken back.
    pub undone: Option<Decision>,
}

/// A source that was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraction {
    /// By whom, when and why.
    pub decision: Decision,
    /// By whom and when the retraction was taken back.
    pub undone: Option<Decision>,
}
