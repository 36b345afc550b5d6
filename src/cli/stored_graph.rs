//! From a graph file to the graph that is asked: the whole of it, or what a question needs.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use anyhow::Result;
use relgraph::graph::{Builder, Graph};
use relgraph::lexicon::Predicates;
use relgraph::model::{Claim, ClaimHandle, Link, Node, NodeHandle, Predicate};
use relgraph::resolve::asked_words;
use relgraph::store::Store;

/// Everything that a graph file holds.
pub(crate) fn whole(store: &Store) -> Result<Graph> {
    let mut builder = builder(store)?;
    for source in store.sources()?.into_iter().filter(|source| source.stands()) {
        builder.document(Arc::new(source.document));
    }
    store.each_node(|_, node| {
        builder.node(node);
        anyhow::Ok(())
    })?;
    store.each_claim(|claim| Ok::<_, anyhow::Error>(builder.linked(claim)?))?;
    Ok(builder.build())
}

/// Whoever may be meant by a typed name, without their relationships.
pub(crate) fn candidates(store: &Store, asked: &str) -> Result<BTreeMap<NodeHandle, Node>> {
    let mut found: BTreeMap<NodeHandle, Node> = store.node_of_id(asked)?.into_iter().collect();
    for word in asked_words(asked) {
        found.extend(store.find(&word)?);
    }
    Ok(found)
}

/// A graph of these nodes alone.
pub(crate) fn of_nodes(nodes: impl IntoIterator<Item = Node>) -> Graph {
    let mut builder = Builder::new(shipped());
    nodes.into_iter().for_each(|node| builder.node(node));
    builder.build()
}

/// A graph of some nodes and everything that is claimed of them, their neighbours included, and
/// of what happened at those that are places or events.
pub(crate) fn around(store: &Store, nodes: &[NodeHandle]) -> Result<Graph> {
    let mut part = Part::default();
    for &node in nodes {
        part.links(node, store.links(node)?.iter());
        part.claims.extend(store.occasions(node)?);
    }
    part.graph(store)
}

/// A part of a graph: nodes, and claims between them.
#[derive(Debug, Default)]
pub(crate) struct Part {
    nodes: std::collections::BTreeSet<NodeHandle>,
    claims: std::collections::BTreeSet<ClaimHandle>,
}

impl Part {
    /// Takes in a node with some of its links.
    pub(crate) fn links<'l>(&mut self, node: NodeHandle, links: impl IntoIterator<Item = &'l Link>) {
        self.nodes.insert(node);
        for link in links {
            self.nodes.insert(link.other);
            self.claims.insert(link.claim);
        }
    }

    /// The graph of this part; the places and events of its claims stand in it too.
    pub(crate) fn graph(&self, store: &Store) -> Result<Graph> {
        let mut builder = builder(store)?;
        for &node in &self.nodes {
            builder.node(store.node(node)?);
        }
        let handles: Vec<ClaimHandle> = self.claims.iter().copied().collect();
        let mut documents = BTreeMap::new();
        for linked in store.claims(&handles)? {
            let key = linked.document.clone();
            if let std::collections::btree_map::Entry::Vacant(entry) = documents.entry(key) {
                let document = store.document(entry.key())?.map(Arc::new);
                document.iter().for_each(|document| builder.document(Arc::clone(document)));
                entry.insert(());
            }
            let Claim { source, target, place, event, .. } = &linked.claim;
            for id in [Some(source), Some(target), place.as_ref(), event.as_ref()].into_iter().flatten() {
                if !builder.has_node(id) {
                    store.node_of_id(id)?.into_iter().for_each(|(_, node)| builder.node(node));
                }
            }
            builder.linked(linked)?;
        }
        Ok(builder.build())
    }
}

fn builder(store: &Store) -> Result<Builder> {
    Ok(Builder::new(predicates(store)?))
}

/// What edges may be: the shipped predicates, and those that builds brought along.
pub(crate) fn predicates(store: &Store) -> Result<impl Iterator<Item = Arc<Predicate>>> {
    Ok(shipped().chain(store.predicates()?.into_iter().map(Arc::new)))
}

fn shipped() -> impl Iterator<Item = Arc<Predicate>> {
    static SHIPPED: LazyLock<Vec<Arc<Predicate>>> =
        LazyLock::new(|| Predicates::shipped().iter().map(|entry| Arc::new(entry.predicate.clone())).collect());
    SHIPPED.iter().map(Arc::clone)
}
