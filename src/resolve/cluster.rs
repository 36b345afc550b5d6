//! From appearances to nodes: block, compare, join.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Comparison, POSSIBLE, answer, compare_people, is_alias};
use super::judged::{Contradiction, Judged};
use super::name::{Name, blocks};
use super::namesakes;
use super::nodes::node;
use super::profile::Profile;
use super::sets::Sets;
use crate::model::{Appearance, Doubt, Judgement, NodeKind, ResolvedNode};

/// What resolution made of appearances.
#[derive(Clone, Debug, Default)]
pub struct Resolved {
    /// By kind, name and id.
    pub nodes: Vec<ResolvedNode>,
    /// Merges that are not certain, and pairs that nearly merged; the least certain first.
    pub doubts: Vec<Doubt>,
    /// Judgements that contradict each other.
    pub contradictions: Vec<Contradiction>,
}

/// At least so sure, and two names are merged across articles.
pub const MERGE: f64 = 0.94;
/// Less sure than this, and a merge is worth a look.
const CERTAIN: f64 = 0.98;
/// At least so sure, and a pair that is not merged is worth a look.
const NEAR: f64 = 0.5;
/// Of one name at most so many namesakes are compared with those of another.
const MOST_NAMESAKES: usize = 20;

/// Whether two folded names are so alike that they must be settled together.
pub fn alike(kind: NodeKind, a: &str, b: &str) -> bool {
    let (a, b) = (Name::of_key(kind, a), Name::of_key(kind, b));
    a.is_lone() == b.is_lone() && answer(&a, &b, None).score >= NEAR
}

/// Decides who of the appearances are one.
///
/// The appearances must be closed under [`alike`] and under judgements: whoever might be one with
/// any of them is among them. Then the outcome depends on their content alone, not on their order
/// nor on what was settled before.
pub fn resolve(appearances: &[Appearance], judgements: &[Judgement]) -> Resolved {
    let judged = Judged::of(appearances, judgements);
    let mut sets = Sets::new(appearances.len());
    let by_name = by_name(appearances);
    for members in by_name.values() {
        let of_name: Vec<&Appearance> = members.iter().map(|&at| &appearances[at]).collect();
        for person in namesakes::part(&of_name, &judged.labels(appearances, members)) {
            for at in &person {
                sets.join(members[person[0]], members[*at]);
            }
        }
    }
    let contradictions = judged.join(&mut sets);
    let doubts = Merging { appearances, judged: &judged, by_name: &by_name }.run(&mut sets);
    let mut nodes: Vec<ResolvedNode> = Vec::new();
    let groups = sets.groups();
    let mut taken = BTreeSet::new();
    for group in by_importance(appearances, groups) {
        nodes.push(node(appearances, &group, &judged.renamed, &mut taken));
    }
    nodes.sort_by(|a, b| {
        let key = |it: &'_ ResolvedNode| (it.node.kind, it.node.name.clone(), it.node.id.clone());
        key(a).cmp(&key(b))
    });
    Resolved { nodes, doubts, contradictions }
}

/// Judgements that cannot all hold, among these appearances.
pub fn contradictions(appearances: &[Appearance], judgements: &[Judgement]) -> Vec<Contradiction> {
    resolve(appearances, judgements).contradictions
}

type ByName<'a> = BTreeMap<(NodeKind, &'a str), Vec<usize>>;

fn by_name(appearances: &[Appearance]) -> ByName<'_> {
    let mut by_name = ByName::new();
    for (at, appearance) in appearances.iter().enumerate() {
        by_name.entry((appearance.kind, &appearance.key)).or_default().push(at);
    }
    by_name
}

/// Those that articles tell of first, then the best attested, then by their first reading.
fn by_importance(appearances: &[Appearance], mut groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let imported = |group: &[usize]| group.iter().all(|&at| appearances[at].asserted);
    let first = |group: &[usize]| group.iter().map(|&at| &appearances[at].reading).min().cloned();
    groups.sort_by_cached_key(|group| {
        (imported(group), std::cmp::Reverse(group.len()), first(group), appearances[group[0]].key.clone())
    });
    groups
}

/// Joins people of different, but alike names.
struct Merging<'a> {
    appearances: &'a [Appearance],
    judged: &'a Judged,
    by_name: &'a ByName<'a>,
}

/// Two people who may be one.
struct Candidate {
    a: usize,
    b: usize,
    /// Whether an article gives one the other's name.
    is_alias: bool,
    comparison: Comparison,
}

impl<'s> Merging<'s> {
    /// Joins the surest first; what remains in doubt is returned.
    fn run(&self, sets: &mut Sets) -> Vec<Doubt> {
        let mut people = People::of(self.appearances, sets);
        let candidates = self.candidates(sets, &people);
        let mut doubts = Vec::new();
        for candidate in &candidates {
            let (x, y) = (sets.find(candidate.a), sets.find(candidate.b));
            if x == y {
                continue;
            }
            let score = candidate.comparison.score;
            let merged = score >= MERGE
                && !self.judged.forbid(sets, x, y)
                && people.compatible(x, y)
                && !self.ambiguous(candidate, &candidates);
            if merged {
                sets.join(x, y);
                people.join(x, y);
            }
            if !merged || score < CERTAIN {
                doubts.push(self.doubt(candidate, merged));
            }
        }
        doubts
    }

    fn candidates(&self, sets: &mut Sets, people: &People) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        for (kind, a, b) in self.alike_names() {
            let is_lone = |key: &str| Name::of_key(kind, key).is_lone();
            let uneven = is_lone(a) != is_lone(b);
            for &x in people.of_name(sets, &self.by_name[&(kind, a)]).iter().take(MOST_NAMESAKES) {
                for &y in people.of_name(sets, &self.by_name[&(kind, b)]).iter().take(MOST_NAMESAKES) {
                    let (one, other) = ((a, &people.profiles[&x]), (b, &people.profiles[&y]));
                    let is_alias = is_alias(one, other);
                    if x == y || uneven && !is_alias {
                        continue;
                    }
                    let comparison = compare_people(kind, one, other);
                    if comparison.score >= NEAR {
                        candidates.push(Candidate { a: x, b: y, is_alias, comparison });
                    }
                }
            }
        }
        let key = |at: usize| (&self.appearances[at].key, &self.appearances[at].reading);
        candidates.sort_by(|p, q| {
            q.comparison
                .score
                .total_cmp(&p.comparison.score)
                .then_with(|| (key(p.a), key(p.b)).cmp(&(key(q.a), key(q.b))))
        });
        candidates
    }

    /// Pairs of different names that share a block, or that an article gives to one person; in order.
    fn alike_names(&self) -> Vec<(NodeKind, &'s str, &'s str)> {
        let mut in_block: BTreeMap<String, Vec<(NodeKind, &'s str)>> = BTreeMap::new();
        for &(kind, key) in self.by_name.keys() {
            for block in blocks(kind, key) {
                in_block.entry(block).or_default().push((kind, key));
            }
        }
        let mut pairs: Vec<(NodeKind, &'s str, &'s str)> = Vec::new();
        for names in in_block.values() {
            for (at, (kind, a)) in names.iter().enumerate() {
                let others = names[at + 1..].iter().filter(|(other, _)| other == kind);
                pairs.extend(others.map(|(_, b)| (*kind, *a.min(b), *a.max(b))));
            }
        }
        for appearance in self.appearances {
            let known = |alias: &&String| self.by_name.contains_key(&(appearance.kind, alias.as_str()));
            let pair = |alias: &'s String| {
                let (key, alias) = (appearance.key.as_str(), alias.as_str());
                (appearance.kind, key.min(alias), key.max(alias))
            };
            pairs.extend(appearance.alias_keys.iter().filter(known).map(pair));
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// Whether one of the two may as well be a third, who cannot be the other.
    fn ambiguous(&self, candidate: &Candidate, all: &[Candidate]) -> bool {
        let name = |at: usize| Name::of_key(self.appearances[at].kind, &self.appearances[at].key);
        let rivals = |shared: usize, other: usize| {
            all.iter()
                .filter(move |rival| rival.is_alias == candidate.is_alias && rival.comparison.score >= MERGE)
                .filter(move |rival| rival.a == shared || rival.b == shared)
                .map(move |rival| if rival.a == shared { rival.b } else { rival.a })
                .filter(move |third| *third != other)
                .any(|third| answer(&name(third), &name(other), None).score < POSSIBLE)
        };
        rivals(candidate.a, candidate.b) || rivals(candidate.b, candidate.a)
    }

    fn doubt(&self, candidate: &Candidate, merged: bool) -> Doubt {
        let clue = |clue: &super::compare::Clue| format!("{} {:+}", clue.name, clue.adds);
        let (a, b) = (&self.appearances[candidate.a], &self.appearances[candidate.b]);
        Doubt {
            kind: a.kind,
            a: a.name.clone(),
            b: b.name.clone(),
            merged,
            score: candidate.comparison.score,
            why: candidate.comparison.features.iter().map(clue).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Whoever has been told apart so far, by the smallest of their appearances.
struct People {
    profiles: BTreeMap<usize, Profile>,
    sizes: BTreeMap<usize, usize>,
    names: BTreeMap<usize, Vec<(NodeKind, String)>>,
    /// Other names that articles give them.
    aliases: BTreeMap<usize, BTreeSet<String>>,
}

impl People {
    fn of(appearances: &[Appearance], sets: &mut Sets) -> Self {
        let (mut profiles, mut sizes) = (BTreeMap::new(), BTreeMap::new());
        for group in sets.groups() {
            profiles.insert(group[0], Profile::of(group.iter().map(|&at| &appearances[at])));
            sizes.insert(group[0], group.len());
        }
        let names = sets.groups().into_iter().map(|group| {
            let of_group: BTreeSet<_> =
                group.iter().map(|&at| (appearances[at].kind, appearances[at].key.clone())).collect();
            (group[0], of_group.into_iter().collect())
        });
        let names = names.collect();
        let aliases = profiles.iter().map(|(root, profile): (_, &Profile)| (*root, profile.aliases.clone())).collect();
        Self { profiles, sizes, names, aliases }
    }

    /// Whether every name of one person may be the same one's as every name of the other, those aside
    /// that an article gives as another name of either.
    fn compatible(&self, x: usize, y: usize) -> bool {
        let told = |key: &str| self.aliases[&x].contains(key) || self.aliases[&y].contains(key);
        let possible = |(kind, a): &(NodeKind, String), b: &str| {
            a == b
                || told(a)
                || told(b)
                || answer(&Name::of_key(*kind, a), &Name::of_key(*kind, b), None).score >= POSSIBLE
        };
        self.names[&x].iter().all(|a| self.names[&y].iter().all(|(_, b)| possible(a, b)))
    }

    /// Two people became one, who stands under the smaller number.
    fn join(&mut self, x: usize, y: usize) {
        let names = self.names.remove(&x.max(y)).unwrap_or_default();
        self.names.entry(x.min(y)).or_default().extend(names);
        let aliases = self.aliases.remove(&x.max(y)).unwrap_or_default();
        self.aliases.entry(x.min(y)).or_default().extend(aliases);
    }

    /// The people among some appearances, the best attested first.
    fn of_name(&self, sets: &mut Sets, members: &[usize]) -> Vec<usize> {
        let mut roots: Vec<usize> = members.iter().map(|&at| sets.find(at)).collect();
        roots.sort_unstable();
        roots.dedup();
        roots.sort_by_key(|root| std::cmp::Reverse(self.sizes[root]));
        roots
    }
}
