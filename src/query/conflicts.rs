//! Claims that cannot all be true, side by side; which of them is, is not for us to choose.

use std::collections::BTreeMap;

use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Edtf, Node, Status};

use super::spells;

/// Why claims cannot all be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Clash {
    /// Told by one, denied by another.
    Denied,
    /// What happens once has two dates.
    Dates,
    /// Married to two people at once.
    TwoSpouses,
    /// Two fathers, two mothers, or more than two parents.
    TooManyParents,
    /// Parent and child, or sibling and parent, of one another.
    Kinship,
}

impl Clash {
    /// The heading of a clash.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Denied => "told and denied",
            Self::Dates => "dates against each other",
            Self::TwoSpouses => "married to two people at once",
            Self::TooManyParents => "more parents than a child has",
            Self::Kinship => "kin in two ways that exclude each other",
        }
    }
}

/// Claims that cannot all be true.
#[derive(Clone, Debug)]
pub struct Conflict<'g> {
    /// Why not.
    pub clash: Clash,
    /// Whom it is about.
    pub about: &'g Node,
    /// The relationships, each with those of its claims that clash.
    pub sides: Vec<(EdgeView<'g>, Vec<&'g Claim>)>,
}

/// What happens once between the same two, so that its dates must agree.
const ONCE: [&str; 3] = ["married_to", "met", "parent_of"];
const FATHER: [&str; 4] = ["father", "dad", "daddy", "papa"];
const MOTHER: [&str; 5] = ["mother", "mom", "mum", "mommy", "mama"];

/// Every conflict, by kind, then by the name of whom it is about. Rumours clash with nothing but
/// their denial: they claim less than the rest.
pub fn conflicts(graph: &Graph) -> Vec<Conflict<'_>> {
    let mut found: Vec<Conflict<'_>> = graph.edges().flat_map(within).collect();
    for index in graph.net().node_indices() {
        let node = graph.node(index);
        let stated: Vec<EdgeView<'_>> =
            graph.edges_of(index).into_iter().filter(|edge| edge.status >= Status::Reported).collect();
        found.extend(two_spouses(node, &stated));
        found.extend(parents(node, &stated));
        found.extend(kinship(node, &stated));
    }
    found.sort_by_key(|conflict| (conflict.clash, &conflict.about.name, &conflict.about.id));
    found
}

/// The conflicts between the claims of one edge.
fn within(edge: EdgeView<'_>) -> Vec<Conflict<'_>> {
    let mut found = Vec::new();
    if edge.disputed {
        found.push(Conflict { clash: Clash::Denied, about: edge.from, sides: vec![whole(edge)] });
    }
    let dated: Vec<&Claim> = edge.claims.iter().filter(|claim| begins(claim).is_some()).collect();
    if ONCE.contains(&edge.predicate) && spells(&edge).len() < 2 && disagree(&dated) {
        found.push(Conflict { clash: Clash::Dates, about: edge.from, sides: vec![(edge, dated)] });
    }
    found
}

/// The date by which a claim tells of a beginning: not that of an end, not a denied one.
fn begins(claim: &Claim) -> Option<&Edtf> {
    claim.date.as_ref().filter(|_| claim.status >= Status::Reported && !claim.ended)
}

/// Whether two of the dates have no day in common.
fn disagree(claims: &[&Claim]) -> bool {
    let mut last_start = None;
    let mut first_end = None;
    for date in claims.iter().filter_map(|claim| begins(claim)) {
        last_start = last_start.max(date.earliest());
        first_end = [first_end, date.latest()].into_iter().flatten().min();
    }
    matches!((first_end, last_start), (Some(end), Some(start)) if end < start)
}

fn two_spouses<'g>(node: &'g Node, edges: &[EdgeView<'g>]) -> Vec<Conflict<'g>> {
    let marriages: Vec<&EdgeView<'g>> = edges.iter().filter(|edge| edge.predicate == "married_to").collect();
    let pairs = marriages.iter().enumerate().flat_map(|(at, a)| marriages[at + 1..].iter().map(move |b| (*a, *b)));
    pairs
        .filter(|(a, b)| at_once(a, b))
        .map(|(a, b)| Conflict { clash: Clash::TwoSpouses, about: node, sides: vec![whole(*a), whole(*b)] })
        .collect()
}

/// Whether two marriages surely overlapped: both were going on on one known day.
fn at_once(a: &EdgeView<'_>, b: &EdgeView<'_>) -> bool {
    let b = spells(b);
    spells(a).iter().any(|a| b.iter().any(|b| a.surely_meets(b)))
}

fn parents<'g>(node: &'g Node, edges: &[EdgeView<'g>]) -> Option<Conflict<'g>> {
    let parents: Vec<&EdgeView<'g>> =
        edges.iter().filter(|edge| edge.predicate == "parent_of" && edge.target == node.id).collect();
    let called = |words: &[&str]| parents.iter().filter(|edge| edge.claims.iter().any(|c| says(c, words))).count();
    let too_many = parents.len() > 2 || called(&FATHER) > 1 || called(&MOTHER) > 1;
    let sides = parents.iter().map(|edge| whole(**edge)).collect();
    too_many.then_some(Conflict { clash: Clash::TooManyParents, about: node, sides })
}

/// Whether a claim's words have one of these among them.
fn says(claim: &Claim, words: &[&str]) -> bool {
    let text = claim.words().to_lowercase();
    text.split(|letter: char| !letter.is_alphabetic()).any(|word| words.contains(&word))
}

/// Kin of the same other person in two ways that exclude each other, told once for each pair.
fn kinship<'g>(node: &'g Node, edges: &[EdgeView<'g>]) -> Vec<Conflict<'g>> {
    let mut by_other: BTreeMap<&str, Vec<EdgeView<'g>>> = BTreeMap::new();
    for edge in edges.iter().filter(|edge| ["parent_of", "grandparent_of", "sibling_of"].contains(&edge.predicate)) {
        by_other.entry(&edge.other(node).id).or_default().push(*edge);
    }
    by_other
        .into_iter()
        .filter(|(other, edges)| node.id.as_str() < *other && edges.len() > 1)
        .map(|(_, edges)| Conflict {
            clash: Clash::Kinship,
            about: node,
            sides: edges.into_iter().map(whole).collect(),
        })
        .collect()
}

/// An edge with all its claims.
fn whole(edge: EdgeView<'_>) -> (EdgeView<'_>, Vec<&Claim>) {
    (edge, edge.claims.iter().collect())
}
