//! A claim as an edge carries it: complete, with its source.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Document, Edtf, Evidence, LinkedClaim, Status};

/// What one article says of the two ends of an edge. Its form is that of every JSON answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// See [`claim_id`](crate::model::claim_id).
    pub id: String,
    /// The article's stance.
    pub status: Status,
    /// To whom the article attributes it, in its words.
    pub said_by: Option<String>,
    /// When it holds or happened.
    pub date: Option<Edtf>,
    /// True when a part of `date` came from context.
    #[serde(default)]
    pub date_implied: bool,
    /// True for exes, divorces, former friends.
    #[serde(default)]
    pub ended: bool,
    /// Id of the venue of this occasion.
    #[serde(default)]
    pub place: Option<String>,
    /// Name of that venue, also where a selection has left the node out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_name: Option<String>,
    /// Id of the event of this occasion.
    #[serde(default)]
    pub event: Option<String>,
    /// Name of that event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_name: Option<String>,
    /// The words it stands on.
    pub evidence: Words,
    /// The rule that made it; `import` where it came from elsewhere.
    #[serde(default)]
    pub rule: String,
    /// Of the claims that say 0.9, nine in ten are right.
    #[serde(default = "certain")]
    pub confidence: f64,
    /// Where it stands, in full.
    pub document: Arc<Document>,
}

/// The exact words of a claim; an imported edge may have none, or words without a place in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// First Unicode code point of the words in the article's text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// One past their last code point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    /// The words.
    pub text: Option<String>,
    /// The article's words just before them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// The article's words just after them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
}

impl Words {
    /// Evidence without text is no evidence: an imported edge need not have any.
    fn new(evidence: Evidence, before: String, after: String) -> Self {
        let Evidence { start, end, text } = evidence;
        match text.is_empty() {
            true => Self { before, after, ..Self::default() },
            false => Self { start: Some(start), end: Some(end), text: Some(text), before, after },
        }
    }
}

impl Claim {
    /// A claim between two nodes of the graph, with the document that it names.
    pub fn new(linked: LinkedClaim, document: Arc<Document>) -> Self {
        let claim = linked.claim;
        Self {
            id: claim.id,
            status: claim.status,
            said_by: claim.said_by,
            date: claim.date,
            date_implied: claim.date_implied,
            ended: claim.ended,
            place: claim.place,
            place_name: None,
            event: claim.event,
            event_name: None,
            evidence: Words::new(claim.evidence, linked.before, linked.after),
            rule: claim.rule,
            confidence: claim.confidence,
            document,
        }
    }

    /// The article's words just before and just after the evidence.
    pub fn context(&self) -> (&str, &str) {
        (&self.evidence.before, &self.evidence.after)
    }

    /// The words, empty where there are none.
    pub fn words(&self) -> &str {
        self.evidence.text.as_deref().unwrap_or("")
    }
}

/// What a claim without a confidence has: somebody vouches for it.
const fn certain() -> f64 {
    1.0
}
