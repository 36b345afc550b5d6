//! Whom and what claims speak of.

use serde::{Deserialize, Serialize};

/// What a node is: the three kinds of thing that relgraph links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NodeKind {
    /// A human being, named.
    Person,
    /// A named place of any size: a restaurant, a hotel, a city, a country.
    Venue,
    /// A named or identifiable happening: an award show, a gala, a wedding.
    Event,
}

impl NodeKind {
    /// Every kind, in the order in which answers list them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Venue, Self::Event];

    /// The word used in data files, JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Venue => "venue",
            Self::Event => "event",
        }
    }
}

impl std::fmt::Display for NodeKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for NodeKind {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|kind| kind.as_str() == word);
        known.ok_or_else(|| format!("unknown kind of node {word:?}: person, venue or event"))
    }
}

/// A person, venue or event as **one article** names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Unique within its article only.
    pub id: String,
    /// Person, venue or event.
    pub kind: NodeKind,
    /// The fullest form that the article uses, in its spelling.
    pub name: String,
    /// The other names that the article uses, in order of appearance.
    pub aliases: Vec<String>,
}
