//! What judgements say of a set of appearances, and where they contradict each other.

use std::collections::BTreeMap;

use super::name::name_key;
use super::sets::Sets;
use crate::model::{Appearance, Judgement, NameRef, NodeKind, Verdict};

/// Judgements that cannot all hold: the nodes that they speak of stay apart until one is undone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contradiction {
    /// Their numbers, ascending.
    pub judgements: Vec<i64>,
}

/// Judgements in force, as sets of appearances.
#[derive(Debug, Default)]
pub(super) struct Judged {
    same: Vec<Pair>,
    pub(super) different: Vec<Pair>,
    /// Names to show, by appearance.
    pub(super) renamed: BTreeMap<usize, String>,
}

/// Two sets of appearances (indices, ascending) that one judgement speaks of.
#[derive(Debug)]
pub(super) struct Pair {
    number: i64,
    pub(super) a: Vec<usize>,
    pub(super) b: Vec<usize>,
}

impl Judged {
    pub(super) fn of(appearances: &[Appearance], judgements: &[Judgement]) -> Self {
        let mut of_name: BTreeMap<(NodeKind, &str), Vec<usize>> = BTreeMap::new();
        for (at, appearance) in appearances.iter().enumerate() {
            of_name.entry((appearance.kind, &appearance.key)).or_default().push(at);
        }
        let meant = |name: &NameRef| -> Vec<usize> {
            let key = name_key(name.kind, &name.name);
            let of_name = of_name.get(&(name.kind, key.as_str()));
            let here = |at: &&usize| name.reading.as_ref().is_none_or(|reading| appearances[**at].reading == *reading);
            of_name.into_iter().flatten().filter(here).copied().collect()
        };
        let mut judged = Self::default();
        for judgement in judgements.iter().filter(|judgement| judgement.undone.is_none()) {
            let a = meant(&judgement.a);
            let pair = |b| Pair { number: judgement.number, a: a.clone(), b };
            match judgement.verdict {
                Verdict::Same => judged.same.push(pair(meant(&judgement.b))),
                Verdict::Different => judged.different.push(pair(meant(&judgement.b))),
                Verdict::Rename => judged.renamed.extend(a.iter().map(|at| (*at, judgement.b.name.clone()))),
            }
        }
        judged
    }

    /// For each appearance of `members` (of one name) the person that judgements, or the file in
    /// which it was written by hand, say it is, where they tell it from another of them; those told
    /// to be the same bear one label.
    pub(super) fn labels(&self, appearances: &[Appearance], members: &[usize]) -> Vec<Option<usize>> {
        let place = |at: &usize| members.binary_search(at).ok();
        let mut sets = Sets::new(members.len());
        for pair in &self.same {
            for (a, b) in pair.a.iter().filter_map(place).zip(pair.b.iter().filter_map(place)) {
                sets.join(a, b);
            }
        }
        let mut labels = vec![None; members.len()];
        for pair in &self.different {
            for (a, b) in pair.a.iter().filter_map(place).zip(pair.b.iter().filter_map(place)) {
                for at in [a, b] {
                    labels[at] = Some(sets.find(at));
                }
            }
        }
        for several in asserted_together(appearances, members) {
            for at in several {
                labels[at] = Some(sets.find(at));
            }
        }
        labels
    }

    /// Joins whom judgements call the same, unless others call them different: that is reported,
    /// and they stay as they were.
    pub(super) fn join(&self, sets: &mut Sets) -> Vec<Contradiction> {
        let mut wanted = sets.clone();
        for pair in &self.same {
            join_all(&mut wanted, pair);
        }
        let mut contradicted: BTreeMap<usize, Vec<i64>> = BTreeMap::new();
        for pair in &self.different {
            if let Some(root) = common(&mut wanted, pair) {
                contradicted.entry(root).or_default().push(pair.number);
            }
        }
        for pair in &self.same {
            let root = pair.a.first().map(|&at| wanted.find(at));
            match root.and_then(|root| contradicted.get_mut(&root)) {
                Some(numbers) => numbers.push(pair.number),
                None => join_all(sets, pair),
            }
        }
        let contradiction = |mut judgements: Vec<i64>| {
            judgements.sort_unstable();
            Contradiction { judgements }
        };
        contradicted.into_values().filter(|numbers| numbers.len() > 1).map(contradiction).collect()
    }

    /// Whether a judgement forbids that two sets become one.
    pub(super) fn forbid(&self, sets: &mut Sets, x: usize, y: usize) -> bool {
        self.different.iter().any(|pair| {
            let mut roots = |members: &[usize]| -> Vec<usize> { members.iter().map(|&at| sets.find(at)).collect() };
            let (a, b) = (roots(&pair.a), roots(&pair.b));
            (a.contains(&x) && b.contains(&y)) || (a.contains(&y) && b.contains(&x))
        })
    }
}

/// Places in `members` of those that one file writes as different nodes.
fn asserted_together(appearances: &[Appearance], members: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    let mut of_file: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, at) in members.iter().enumerate().filter(|(_, at)| appearances[**at].asserted) {
        of_file.entry(&appearances[*at].reading).or_default().push(place);
    }
    of_file.into_values().filter(|several| several.len() > 1)
}

fn join_all(sets: &mut Sets, pair: &Pair) {
    let Some(&first) = pair.a.first().filter(|_| !pair.b.is_empty()) else { return };
    for &other in pair.a.iter().chain(&pair.b) {
        sets.join(first, other);
    }
}

/// A set in which both sides of a judgement stand.
fn common(sets: &mut Sets, pair: &Pair) -> Option<usize> {
    let a: Vec<usize> = pair.a.iter().map(|&at| sets.find(at)).collect();
    pair.b.iter().map(|&at| sets.find(at)).find(|root| a.contains(root))
}
