//! What a node of the graph is called, and its id.

use std::collections::{BTreeMap, BTreeSet};

use super::name::{name_key, search_words};
use crate::model::{Appearance, Node, NodeKind, ResolvedNode, content_hash};

/// Ids of a kind and a folded name that are taken already, by better attested namesakes.
pub(super) type Taken = BTreeMap<(NodeKind, String), usize>;

/// The node that a group of appearances is. Its id is a hash of its kind and folded name; of a
/// namesake that is less well attested, of its first reading too.
pub(super) fn node(
    appearances: &[Appearance],
    group: &[usize],
    renamed: &BTreeMap<usize, String>,
    taken: &mut Taken,
) -> ResolvedNode {
    let members = || group.iter().map(|&at| &appearances[at]);
    let kind = appearances[group[0]].kind;
    let attested = best_name(members());
    let key = name_key(kind, &attested);
    let count = taken.entry((kind, key.clone())).or_default();
    let reading = members().map(|it| it.reading.as_str()).min().unwrap_or_default();
    let namesake = if *count == 0 { "" } else { reading };
    *count += 1;
    let id = content_hash(&["node", kind.as_str(), &key, namesake]);
    let name = group.iter().find_map(|at| renamed.get(at)).cloned().unwrap_or(attested);
    let mut names: BTreeSet<&str> =
        members().flat_map(|it| it.aliases.iter().chain([&it.name])).map(String::as_str).collect();
    let words = search_words(kind, names.iter().copied().chain([name.as_str()]));
    names.remove(name.as_str());
    let aliases = names.into_iter().map(str::to_owned).collect();
    let handles = members().map(|it| it.handle).collect();
    ResolvedNode { node: Node { id, kind, name, aliases }, appearances: handles, words }
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
