//! Which claims and edges an answer is made from.

use std::str::FromStr;

use super::holds;
use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Edtf, Group, Status};

/// A word of `--only` and `--avoid`: it picks edges by group, predicate or state.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// `family`, `romance`, `social`, `work`, `presence`.
    Group(Group),
    /// `confirmed`, `reported`, `rumored`, `denied`: the edge's status.
    Status(Status),
    /// Edges where a denial stands beside something else.
    Disputed,
    /// Edges that are over.
    Ended,
    /// The name of a predicate, such as `godparent_of`.
    Predicate(String),
}

impl FromStr for Term {
    type Err = std::convert::Infallible;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let group = || Group::ALL.into_iter().find(|group| group.as_str() == word).map(Self::Group);
        Ok(match word {
            "disputed" => Self::Disputed,
            "ended" => Self::Ended,
            _ => word.parse().map(Self::Status).ok().or_else(group).unwrap_or_else(|| Self::Predicate(word.to_owned())),
        })
    }
}

impl Term {
    fn picks(&self, edge: &EdgeView<'_>) -> bool {
        match self {
            Self::Group(group) => edge.group == *group,
            Self::Status(status) => edge.status == *status,
            Self::Disputed => edge.disputed,
            Self::Ended => edge.ended,
            Self::Predicate(name) => edge.predicate == name,
        }
    }
}

/// A word of `--only` or `--avoid` that picks nothing in any graph.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{word:?} is no group (family, romance, social, work, presence), status (confirmed, reported, rumored, denied), `disputed`, `ended`, or predicate ({known})"
)]
pub struct UnknownTerm {
    word: String,
    known: String,
}

/// What an answer is made from; the default is everything.
///
/// Claims are chosen first (`known_by`, `min_confidence`), and what an edge comes to is judged by
/// the claims that are left; then edges are chosen by the rest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Only edges that one of these picks; empty for all.
    pub only: Vec<Term>,
    /// No edges that one of these picks.
    pub avoid: Vec<Term>,
    /// Only what held then, as [`holds`] says.
    pub as_of: Option<Edtf>,
    /// Only claims that had surely been published by then.
    pub known_by: Option<Edtf>,
    /// Only claims of at least this confidence.
    pub min_confidence: Option<f64>,
}

impl Filter {
    /// Whether every word means something in this graph.
    ///
    /// # Errors
    /// [`UnknownTerm`] names the first that does not.
    pub fn check(&self, graph: &Graph) -> Result<(), UnknownTerm> {
        let names = || graph.predicates().map(|predicate| predicate.name.as_str());
        for term in self.only.iter().chain(&self.avoid) {
            if let Term::Predicate(word) = term
                && names().all(|name| name != word)
            {
                return Err(UnknownTerm { word: word.clone(), known: names().collect::<Vec<_>>().join(", ") });
            }
        }
        Ok(())
    }

    /// The graph of what passes. Once edges are left out, so are the nodes that have none left.
    pub fn apply(&self, graph: Graph) -> Graph {
        if *self == Self::default() {
            return graph;
        }
        graph.retain(|claim| self.admits_claim(claim), |edge| self.admits_edge(&edge), |_, edges| edges > 0)
    }

    fn admits_claim(&self, claim: &Claim) -> bool {
        let published = claim.document.published.as_ref().and_then(Edtf::latest);
        self.known_by.as_ref().is_none_or(|by| published.is_some() && published <= by.latest())
            && self.min_confidence.is_none_or(|least| claim.confidence >= least)
    }

    fn admits_edge(&self, edge: &EdgeView<'_>) -> bool {
        (self.only.is_empty() || self.only.iter().any(|term| term.picks(edge)))
            && !self.avoid.iter().any(|term| term.picks(edge))
            && self.as_of.as_ref().is_none_or(|day| holds(edge, day))
    }
}
