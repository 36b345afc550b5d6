//! What a node of the graph is called, and its id.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{name_key, search_words};
use crate::model::{Appearance, Node, NodeKind, ResolvedNode, content_hash};

/// The node that a group of appearances is, under an id that is not `taken` yet.
pub(super) fn node(
    appearances: &[Appearance],
    group: &[usize],
    renamed: &BTreeMap<usize, String>,
    taken: &mut BTreeSet<String>,
) -> ResolvedNode {
    let members = || group.iter().map(|&at| &appearances[at]);
    let kind = appearances[group[0]].kind;
    let attested = best_name(members());
    let id = id(members(), kind, &name_key(kind, &attested), taken);
    let name = group.iter().find_map(|at| renamed.get(at)).cloned().unwrap_or(attested);
    let mut names: BTreeSet<&str> =
        members().flat_map(|it| it.aliases.iter().chain([&it.name])).map(String::as_str).collect();
    let words = search_words(kind, names.iter().copied().chain([name.as_str()]));
    names.remove(name.as_str());
    let aliases = names.into_iter().map(str::to_owned).collect();
    let handles = members().map(|it| it.handle).collect();
    ResolvedNode { node: Node { id, kind, name, aliases }, appearances: handles, words }
}

/// A hash of kind and folded name; after it, for a namesake that is less well attested, one of the
/// first reading. So it tells of which name it is, and a node that was exported and imported again
/// may keep its id, for nobody of another name can have it.
fn id<'a>(
    members: impl Iterator<Item = &'a Appearance> + Clone,
    kind: NodeKind,
    key: &str,
    taken: &mut BTreeSet<String>,
) -> String {
    let own = content_hash(&["node", kind.as_str(), key, ""]);
    let of_name = |id: &str| id.strip_prefix(&own).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
    let imported = members.clone().all(|it| it.asserted);
    let given = members.clone().filter(|it| imported && of_name(&it.label)).map(|it| it.label.clone()).min();
    let first = members.map(|it| (it.reading.as_str(), it.label.as_str())).min().unwrap_or_default();
    let told_apart = |by: &[&str]| format!("{own}-{}", &content_hash(by)[..8]);
    let further = (0..).map(|number: usize| told_apart(&[first.0, first.1, &number.to_string()]));
    let ids = given.into_iter().chain([own.clone(), told_apart(&[first.0])]).chain(further);
    let free = ids.into_iter().find(|id| !taken.contains(id)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

/// The commonest spelling; of several as common one not in capitals, then the fullest, then the
/// first in byte order.
fn best_name<'a>(members: impl Iterator<Item = &'a Appearance>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for member in members {
        *counts.entry(&member.name).or_default() += 1;
    }
    let shouted = |name: &str| !name.chars().any(char::is_lowercase);
    let rank = |(name, count): &(&&str, &usize)| {
        (std::cmp::Reverse(**count), shouted(name), std::cmp::Reverse(name.split_whitespace().count()))
    };
    counts.iter().min_by_key(rank).map(|(name, _)| (*name).to_owned()).unwrap_or_default()
}
