//! Whom somebody means by what they type, in a graph file; and who decides.

use std::cmp::Reverse;

use anyhow::{Result, bail};
use relgraph::graph::How;
use relgraph::model::{Appearance, Decision, Edtf, NameRef, Node, NodeHandle};
use relgraph::resolve::name_key;
use relgraph::store::{KeyedRef, Store};

use super::answer::plain;
use super::stored_graph::{candidates, of_nodes};

/// Who decided, when and why.
#[derive(Debug, clap::Args)]
pub(crate) struct Who {
    /// Who decides this
    #[arg(long, value_name = "WHO")]
    by: String,
    /// When it was decided (EDTF); the clock is never asked
    #[arg(long, value_name = "DATE")]
    on: Edtf,
    /// Why
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl Who {
    pub(crate) fn decision(&self) -> Decision {
        Decision { by: self.by.clone(), on: self.on.clone(), reason: self.reason.clone() }
    }
}

/// The one whom a typed name means.
#[derive(Debug)]
pub(crate) struct Meant {
    pub(crate) handle: NodeHandle,
    pub(crate) node: Node,
    /// How a judgement remembers it.
    pub(crate) name: KeyedRef,
}

/// The node that is meant: a name as one types it, an id, or NAME@SOURCE for whoever bears a name
/// in one source. A match other than to the letter is told on standard error.
pub(crate) fn meant(store: &Store, asked: &str) -> Result<Meant> {
    if let Some((name, reading)) = asked.rsplit_once('@')
        && let Some(meant) = in_reading(store, name.trim(), reading.trim())?
    {
        return Ok(meant);
    }
    let candidates = candidates(store, asked)?;
    let graph = of_nodes(candidates.values().cloned());
    let found = graph.find(asked)?;
    let node = graph.node(found.node);
    if !matches!(found.how, How::Name | How::Id) {
        eprintln!("relgraph: taking {} for {} ({})", plain(asked), plain(&node.name), found.how.as_str());
    }
    let Some((&handle, node)) = candidates.iter().find(|(_, candidate)| candidate.id == node.id) else {
        bail!("{asked:?} is not in this graph");
    };
    Ok(Meant { handle, node: node.clone(), name: remembered(store, asked, handle, node)? })
}

/// Whoever bears a name in one source.
fn in_reading(store: &Store, name: &str, reading: &str) -> Result<Option<Meant>> {
    for kind in relgraph::model::NodeKind::ALL {
        let key = name_key(kind, name);
        let bearer = store.bearers(kind, &key)?.into_iter().find(|(_, of)| of == reading);
        if let Some((handle, reading)) = bearer {
            let node = store.node(handle)?;
            let name = NameRef { kind, name: name.to_owned(), reading: Some(reading) };
            return Ok(Some(Meant { handle, node, name: KeyedRef { name, key } }));
        }
    }
    Ok(None)
}

/// By the name that was typed, else its commonest, where nobody else bears it; else also by the
/// first source that knows it by that name.
fn remembered(store: &Store, asked: &str, handle: NodeHandle, node: &Node) -> Result<KeyedRef> {
    let typed = name_key(node.kind, asked);
    let appearances = store.appearances_of(handle)?;
    let count = |key: &str| appearances.iter().filter(|it| it.key == key).count();
    let rank = |it: &&Appearance| (it.key != typed, Reverse(count(&it.key)), it.key.clone(), it.name.clone());
    let Some(common) = appearances.iter().min_by_key(rank) else {
        bail!("no source that stands names {}", node.name);
    };
    let bearers = store.bearers(node.kind, &common.key)?;
    let alone = bearers.iter().all(|(bearer, _)| *bearer == handle);
    let reading = (!alone).then(|| common.reading.clone());
    let name = NameRef { kind: node.kind, name: common.name.clone(), reading };
    Ok(KeyedRef { name, key: common.key.clone() })
}
