//! Whether two written names, or two nodes, can be one person.

use serde::Serialize;

use super::align::Alignment;
use super::features::{Pair, meaning, weigh};
use super::name::Name;
use super::profile::{Context, Profile};
use crate::model::{Appearance, NodeKind};

/// The answer, with what speaks for and against it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// `None` where it cannot be told.
    pub same: Option<bool>,
    /// How sure it is that the two are one, from 0 to 1.
    pub score: f64,
    /// What each clue adds to the log-odds, the strongest first.
    pub features: Vec<Clue>,
}

/// One clue and what it adds to the log-odds: above zero it speaks for one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Clue {
    /// A row of `data/resolve/weights.tsv`.
    pub name: &'static str,
    /// What it adds to the log-odds.
    pub adds: f64,
    /// What it stands on: names of others, trades.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<String>,
}

impl Clue {
    /// What it means, in a sentence.
    pub fn meaning(&self) -> &'static str {
        meaning(self.name)
    }
}

/// At least so sure, and it is the same person.
const SAME: f64 = 0.7;
/// At most so sure, and it is not.
const OTHER: f64 = 0.3;

/// A name compared without context that is less likely than this cannot be the same person's.
pub(super) const POSSIBLE: f64 = 0.2;

/// Compares two names as they are written, without any context.
///
/// ```
/// use relgraph::model::NodeKind::Person;
/// use relgraph::resolve::compare;
/// assert_eq!(compare(Person, "Macauley Culkin", "Macaulay Culkin").same, Some(true));
/// assert_eq!(compare(Person, "Brenda Song", "Brenda Strong").same, Some(false));
/// ```
pub fn compare(kind: NodeKind, a: &str, b: &str) -> Comparison {
    answer(&Name::of(kind, a), &Name::of(kind, b), None)
}

/// Compares whoever appears in one set of articles with whoever appears in another.
pub fn compare_nodes(a: &[Appearance], b: &[Appearance]) -> Comparison {
    let (one, other) = (Profile::of(a), Profile::of(b));
    let kind = a.first().map_or(NodeKind::Person, |appearance| appearance.kind);
    let pairs = one.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b)));
    let answers = pairs.map(|(a, b)| compare_people(kind, (a, &one), (b, &other)));
    answers.max_by(|a, b| a.score.total_cmp(&b.score)).unwrap_or(Comparison {
        same: None,
        score: 0.0,
        features: Vec::new(),
    })
}

/// Compares two people, each under one of their folded names. Where an article gives one of them
/// the other's name, that is the name to compare.
pub(super) fn compare_people(kind: NodeKind, a: (&str, &Profile), b: (&str, &Profile)) -> Comparison {
    let context = Context { is_alias: is_alias(a, b), ..Context::of(a.1, b.1) };
    let name_b = Name::of_key(kind, b.0);
    if context.is_alias {
        return answer(&name_b, &name_b, Some(&context));
    }
    answer(&Name::of_key(kind, a.0), &name_b, Some(&context))
}

/// Whether an article gives one of two people the other's name.
pub(super) fn is_alias(a: (&str, &Profile), b: (&str, &Profile)) -> bool {
    a.1.aliases.contains(b.0) || b.1.aliases.contains(a.0)
}

pub(super) fn answer(a: &Name, b: &Name, context: Option<&Context>) -> Comparison {
    let pair = Pair { a, b, alignment: Alignment::of(a, b), context };
    let mut clues = weigh(&pair);
    let score = logistic(clues.iter().map(|clue| clue.1).sum());
    clues.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(b.0)));
    let told = |name: &str| match (name, context) {
        ("tie", Some(context)) => context.shared_ties.clone(),
        ("company", Some(context)) => context.shared_company.clone(),
        ("trade", Some(context)) => context.shared_trades.clone(),
        _ => Vec::new(),
    };
    let features = clues.into_iter().map(|(name, adds)| Clue { name, adds, told: told(name) }).collect();
    let same = if score >= SAME {
        Some(true)
    } else if score <= OTHER {
        Some(false)
    } else {
        None
    };
    Comparison { same, score, features }
}

/// Log-odds as a probability, to four places so that every machine prints the same.
fn logistic(odds: f64) -> f64 {
    (1.0 / (1.0 + (-odds).exp()) * 10_000.0).round() / 10_000.0
}
