//! People of one name: one person unless something tells them apart.

use std::collections::BTreeMap;

use super::lists::{is_known, is_mononym};
use super::name::Name;
use super::profile::{Context, Profile};
use super::sets::Sets;
use crate::model::{Appearance, NodeKind};

/// From this share of all appearances on, the best known of several namesakes is whoever is
/// otherwise not told apart.
const DOMINANT: f64 = 0.8;
/// A pronoun used of at least this share is no slip.
const NO_SLIP: f64 = 0.1;
/// At most so many groups are held against each other, the largest first.
const MOST_GROUPS: usize = 200;

/// Parts the appearances under one folded name into people; `labels` are judgements: two that
/// differ are two people. Members are indices into `appearances`.
///
/// Appearances that share ties or company are one person. Where two such groups cannot be one (he
/// and she, two years of birth, two spouses at one time, a lifetime between them), each group is
/// somebody of their own, for it is unsure who of them the rest would be. Without a conflict all
/// are one. A lone first name or surname says of nobody who they are: each stays with its article.
pub(super) fn part(appearances: &[&Appearance], judged: &[Option<usize>]) -> Vec<Vec<usize>> {
    let all = || vec![(0..appearances.len()).collect()];
    let Some(first) = appearances.first().filter(|_| appearances.len() > 1) else { return all() };
    let labels = labels(appearances, judged);
    let labelled = labels.iter().flatten().any(|label| Some(*label) != labels.iter().flatten().next().copied());
    if !labelled && first.kind != NodeKind::Person {
        return all();
    }
    if first.kind == NodeKind::Person && says_nothing(&first.key) {
        return (0..appearances.len()).map(|at| vec![at]).collect();
    }
    let groups = in_context(appearances, &labels);
    tell_apart(appearances, groups, &labels)
}

/// Whether a name is a lone one that many bear; one that nobody else bears, or that is widely known
/// by itself, is a stage name.
fn says_nothing(key: &str) -> bool {
    let name = Name::of_key(NodeKind::Person, key);
    let common = |at: &usize| is_known(&name.words[*at]) && !is_mononym(&name.words[*at]);
    name.is_lone() && name.telling().iter().all(common)
}

/// Marks by which appearances are surely told apart: judgements, else years of birth, else
/// pronouns, where they are used of two kinds and neither is a slip.
fn labels(appearances: &[&Appearance], judged: &[Option<usize>]) -> Vec<Option<usize>> {
    if judged.iter().any(Option::is_some) {
        return judged.to_vec();
    }
    let birth = |appearance: &&Appearance| {
        let births = Profile::of([*appearance]).births;
        births.first().filter(|_| births.len() == 1).and_then(|year| usize::try_from(*year).ok())
    };
    let births: Vec<Option<usize>> = appearances.iter().map(birth).collect();
    let mut years: Vec<usize> = births.iter().flatten().copied().collect();
    years.sort_unstable();
    if years.first() != years.last() {
        return births;
    }
    let pronoun = |appearance: &&Appearance| match appearance.pronoun.as_deref() {
        Some("she") => Some(0),
        Some("he") => Some(1),
        _ => None,
    };
    let pronouns: Vec<Option<usize>> = appearances.iter().map(pronoun).collect();
    let used = |label| pronouns.iter().filter(|it| **it == Some(label)).count();
    let (she, he) = (used(0), used(1));
    if share(she.min(he), she + he) >= NO_SLIP { pronouns } else { vec![None; appearances.len()] }
}

#[expect(clippy::cast_precision_loss, reason = "shares need no more")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Groups that share a tie or company, never across labels. A group without a label joins the
/// labelled one with which it shares most, where there is one such.
fn in_context(appearances: &[&Appearance], labels: &[Option<usize>]) -> Vec<Vec<usize>> {
    let profiles: Vec<Profile> = appearances.iter().map(|appearance| Profile::of([*appearance])).collect();
    let mut sets = Sets::new(appearances.len());
    let mut first_with: BTreeMap<(&str, Option<usize>), usize> = BTreeMap::new();
    let mut first_of_label: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for name in profile.ties.iter().chain(&profile.company) {
            let first = *first_with.entry((name, labels[at])).or_insert(at);
            sets.join(first, at);
        }
        if let Some(label) = labels[at] {
            let first = *first_of_label.entry(label).or_insert(at);
            sets.join(first, at);
        }
    }
    for group in sets.groups() {
        if labels[group[0]].is_some() {
            continue;
        }
        let shared = |label: &usize| {
            let names = group.iter().flat_map(|&at| profiles[at].ties.iter().chain(&profiles[at].company));
            names.filter(|name| first_with.contains_key(&(name.as_str(), Some(*label)))).count()
        };
        let mut counts: Vec<(usize, usize)> = first_of_label.keys().map(|label| (shared(label), *label)).collect();
        counts.sort_unstable_by(|a, b| b.cmp(a));
        let unique = counts.first().filter(|best| best.0 > 0 && counts.get(1).is_none_or(|next| next.0 < best.0));
        if let Some((_, label)) = unique {
            sets.join(first_of_label[label], group[0]);
        }
    }
    sets.groups()
}

/// One person where no two groups are in conflict; else each group somebody of their own, but for
/// those that nothing speaks against and that a well-known namesake takes in.
fn tell_apart(appearances: &[&Appearance], mut groups: Vec<Vec<usize>>, labels: &[Option<usize>]) -> Vec<Vec<usize>> {
    groups.sort_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    let profiles: Vec<Profile> =
        groups.iter().take(MOST_GROUPS).map(|group| Profile::of(group.iter().map(|&at| appearances[at]))).collect();
    let label = |group: &[usize]| group.iter().find_map(|&at| labels[at]);
    let several = |label: usize| labels.iter().flatten().any(|other| *other != label);
    let mut in_conflict: Vec<bool> = groups.iter().map(|group| label(group).is_some_and(several)).collect();
    for (i, a) in profiles.iter().enumerate() {
        for (j, b) in profiles.iter().enumerate().skip(i + 1) {
            if Context::of(a, b).conflicts() {
                (in_conflict[i], in_conflict[j]) = (true, true);
            }
        }
    }
    let conflict = in_conflict.contains(&true);
    let dominant = share(groups[0].len(), appearances.len()) >= DOMINANT;
    let mut people: Vec<Vec<usize>> = Vec::new();
    for (group, told_apart) in groups.into_iter().zip(in_conflict) {
        match people.first_mut() {
            Some(known) if !conflict || (dominant && !told_apart) => known.extend(group),
            _ => people.push(group),
        }
    }
    people.iter_mut().for_each(|members| members.sort_unstable());
    people
}
