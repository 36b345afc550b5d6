//! A relationship, and how it is shown.

use std::cmp::Reverse;
use std::sync::Arc;

use serde::Serialize;

use super::independence::independent_sources;
use super::{Claim, Standing};
use crate::model::{Edtf, Group, Node, Predicate, Status};

/// Every claim of one predicate between two nodes, and what they come to.
#[derive(Clone, Debug)]
pub struct Edge {
    /// What is claimed.
    pub predicate: Arc<Predicate>,
    /// What the claims come to.
    pub standing: Standing,
    /// How many independent sources tell of it.
    sources: usize,
    /// Strongest status first, then the earliest date; never empty.
    claims: Vec<Claim>,
}

impl Edge {
    /// An edge of at least one claim.
    pub(super) fn new(predicate: Arc<Predicate>, mut claims: Vec<Claim>) -> Self {
        claims.sort_by(|a, b| order(a).cmp(&order(b)));
        Self { standing: Standing::of(&claims), sources: independent_sources(&claims), predicate, claims }
    }

    /// The claims: strongest status first, then by date, publication and id; at least one.
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The claim that the edge is shown by: the first of its claims. Its id names the edge.
    pub fn leading(&self) -> &Claim {
        &self.claims[0]
    }

    /// How many independent sources tell of it: those that repeat one report count once.
    pub fn sources(&self) -> usize {
        if self.claims.len() == 1 {
            return 1;
        }
        self.sources
    }

    /// Keeps the claims that `wanted` chooses, and says whether any is left.
    pub(super) fn retain_claims(&mut self, wanted: impl Fn(&Claim) -> bool) -> bool {
        let before = self.claims.len();
        self.claims.retain(wanted);
        if self.claims.len() < before {
            self.standing = Standing::of(&self.claims);
            self.sources = independent_sources(&self.claims);
        }
        !self.claims.is_empty()
    }

    pub(super) fn into_claims(self) -> Vec<Claim> {
        self.claims
    }
}

/// What claims of one edge are sorted by.
fn order(claim: &Claim) -> impl Ord + '_ {
    let undated = claim.date.is_none();
    let published = claim.document.published.as_ref();
    (Reverse(claim.status), undated, claim.date.as_ref(), published.is_none(), published, claim.id.as_str())
}

/// An edge with its ends, in the form of every JSON answer.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct EdgeView<'g> {
    /// Id of the node that it points from.
    pub source: &'g str,
    /// Id of the node that it points to.
    pub target: &'g str,
    /// Tells parallel edges apart: the predicate's name.
    pub key: &'g str,
    /// Id of the leading claim, which no other edge has.
    pub id: &'g str,
    /// Name of the predicate.
    pub predicate: &'g str,
    /// The predicate as a phrase: "godparent of".
    pub label: &'g str,
    /// The predicate's group.
    pub group: Group,
    /// False where the order of the ends says nothing.
    pub directed: bool,
    /// The strongest status among the claims.
    pub status: Status,
    /// Whether a denial stands beside a claim of another status.
    pub disputed: bool,
    /// When it began or happened, as [`Standing`] says.
    pub date: Option<&'g Edtf>,
    /// Whether it is over.
    pub ended: bool,
    /// How many independent sources tell of it.
    pub sources: usize,
    /// Every claim, strongest first.
    pub claims: &'g [Claim],
    /// The node that it points from.
    #[serde(skip)]
    pub from: &'g Node,
    /// The node that it points to.
    #[serde(skip)]
    pub to: &'g Node,
    /// The definition of what is claimed.
    #[serde(skip)]
    pub definition: &'g Predicate,
}

impl<'g> EdgeView<'g> {
    pub(super) fn new(edge: &'g Edge, from: &'g Node, to: &'g Node) -> Self {
        let definition = &*edge.predicate;
        Self {
            source: &from.id,
            target: &to.id,
            key: &definition.name,
            id: &edge.leading().id,
            predicate: &definition.name,
            label: &definition.label,
            group: definition.group,
            directed: !definition.symmetric,
            status: edge.standing.status,
            disputed: edge.standing.disputed,
            date: edge.standing.date.as_ref(),
            ended: edge.standing.ended,
            sources: edge.sources(),
            claims: edge.claims(),
            from,
            to,
            definition,
        }
    }

    /// The end that is not `node`; `node` itself where the edge is a loop.
    pub fn other(&self, node: &Node) -> &'g Node {
        if self.source == node.id { self.to } else { self.from }
    }

    /// How the edge reads from `node`: "godchild of" where it points to `node`.
    pub fn label_from(&self, node: &Node) -> &'g str {
        if self.source == node.id { self.label } else { &self.definition.inverse }
    }
}
