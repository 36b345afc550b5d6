//! The waist of the hourglass: what one article says of two nodes.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Edtf, Node};

/// The article's stance on what it tells; never our belief.
///
/// The order is that of strength: `Confirmed` is the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Someone denies it, or the text says that it is not so.
    Denied,
    /// Rumour, speculation, an anonymous source's suspicion.
    Rumored,
    /// The article states it plainly.
    Reported,
    /// A party or their representative confirmed it, says the text.
    Confirmed,
}

impl Status {
    /// Every status, strongest first.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Reported, Self::Rumored, Self::Denied];

    /// The word used in JSON, on the command line and in pictures.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "denied",
            Self::Rumored => "rumored",
            Self::Reported => "reported",
            Self::Confirmed => "confirmed",
        }
    }
}

impl std::fmt::Display for Status {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Status {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|status| status.as_str() == word);
        known.ok_or_else(|| format!("unknown status {word:?}: reported, rumored, denied or confirmed"))
    }
}

/// The exact words that a claim stands on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// First Unicode code point of the words in the article's text.
    pub start: usize,
    /// One past their last code point.
    pub end: usize,
    /// The words themselves.
    pub text: String,
}

/// What one article says of two nodes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// See [`claim_id`].
    pub id: String,
    /// Id of a [`Node`] of the same article.
    pub source: String,
    /// Name of a predicate of `data/predicates` (or of the user's own folder).
    pub predicate: String,
    /// Id of a [`Node`] of the same article.
    pub target: String,
    /// The article's stance.
    pub status: Status,
    /// True for exes, divorces, former friends.
    pub ended: bool,
    /// When it holds or happened.
    pub date: Option<Edtf>,
    /// True when a part of `date` came from context (the year of "in March").
    #[serde(default)]
    pub date_implied: bool,
    /// Id of the venue of this occasion.
    pub place: Option<String>,
    /// Id of the event of this occasion.
    pub event: Option<String>,
    /// To whom the article attributes it, in its words.
    pub said_by: Option<String>,
    /// The words that it stands on.
    pub evidence: Evidence,
    /// The rule that made it.
    pub rule: String,
    /// Of the claims that say 0.9, nine in ten are right.
    pub confidence: f64,
}

/// The id of a claim: a hash of what it says and where it stands, so that the same article gives
/// the same ids wherever and whenever it is read.
///
/// It covers the document's key, the evidence span, both ends (kind and name), the predicate, the
/// status and the date; 16 hexadecimal digits of SHA-256.
pub fn claim_id(
    document: &str,
    evidence: &Evidence,
    source: &Node,
    predicate: &str,
    target: &Node,
    status: Status,
    date: Option<&Edtf>,
) -> String {
    let span = format!("{}-{}", evidence.start, evidence.end);
    let parts = [
        document,
        &span,
        source.kind.as_str(),
        &source.name,
        predicate,
        target.kind.as_str(),
        &target.name,
        status.as_str(),
        date.map_or("", Edtf::as_str),
    ];
    content_hash(&parts)
}

/// A short, stable hash of a list of texts: 16 hexadecimal digits of SHA-256. The texts are
/// framed by their lengths, so `["ab", "c"]` and `["a", "bc"]` differ.
pub fn content_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
