//! Puts a graph together in its one order, whatever the order in which its parts come.

use std::collections::BTreeMap;
use std::sync::Arc;

use petgraph::graph::{NodeIndex, UnGraph};

use super::{Claim, Edge, Graph};
use crate::model::{self, Document, Extraction, LinkedClaim, Node, Predicate, content_hash};

/// Collects nodes and claims, then makes a [`Graph`] of them.
///
/// ```
/// use relgraph::graph::Builder;
/// use relgraph::lexicon::Predicates;
/// let predicates = Predicates::shipped();
/// let mut builder = Builder::new(predicates.iter().map(|entry| entry.predicate.clone().into()));
/// builder.extraction(&relgraph::model::Extraction::default())?;
/// assert_eq!(builder.build().nodes().len(), 0);
/// # Ok::<(), relgraph::graph::UnknownPredicate>(())
/// ```
#[derive(Debug, Default)]
pub struct Builder {
    predicates: BTreeMap<String, Arc<Predicate>>,
    documents: BTreeMap<String, Arc<Document>>,
    nodes: BTreeMap<String, Node>,
    /// By ids of the ends and predicate, as told.
    claims: BTreeMap<(String, String, String), Vec<Claim>>,
}

/// A claim has a predicate that was not defined.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown predicate {0:?}")]
pub struct UnknownPredicate(pub String);

impl Builder {
    /// A builder of graphs whose edges have these predicates.
    pub fn new(predicates: impl IntoIterator<Item = Arc<Predicate>>) -> Self {
        let predicates = predicates.into_iter().map(|predicate| (predicate.name.clone(), predicate)).collect();
        Self { predicates, ..Self::default() }
    }

    /// Adds a source. One of that id that was added before stays.
    pub fn document(&mut self, document: Arc<Document>) {
        self.documents.entry(document.id.clone()).or_insert(document);
    }

    /// Adds a node; one of the same id that was added before takes over its other names.
    pub fn node(&mut self, node: Node) {
        match self.nodes.get_mut(&node.id) {
            None => drop(self.nodes.insert(node.id.clone(), node)),
            Some(known) => known.aliases.extend(std::iter::once(node.name).chain(node.aliases)),
        }
    }

    /// Whether a node of that id was added.
    pub fn has_node(&self, id: &str) -> bool {
        self.nodes.contains_key(id)
    }

    /// Adds a claim between two nodes, which must have been added when the graph is built.
    ///
    /// # Errors
    /// [`UnknownPredicate`]; then nothing is added.
    pub fn claim(
        &mut self,
        source: &str,
        predicate: &str,
        target: &str,
        mut claim: Claim,
    ) -> Result<(), UnknownPredicate> {
        if !self.predicates.contains_key(predicate) {
            return Err(UnknownPredicate(predicate.to_owned()));
        }
        let known = self.documents.entry(claim.document.id.clone()).or_insert_with(|| Arc::clone(&claim.document));
        claim.document = Arc::clone(known);
        let ends = (source.to_owned(), predicate.to_owned(), target.to_owned());
        self.claims.entry(ends).or_default().push(claim);
        Ok(())
    }

    /// Adds a claim between two nodes of the graph, whose document was added before.
    ///
    /// # Errors
    /// [`UnknownPredicate`]; then nothing is added.
    pub fn linked(&mut self, linked: LinkedClaim) -> Result<(), UnknownPredicate> {
        let unnamed = || Arc::new(Document { id: linked.document.clone(), ..Document::default() });
        let document = self.documents.get(&linked.document).map_or_else(unnamed, Arc::clone);
        let model::Claim { source, predicate, target, .. } = linked.claim.clone();
        self.claim(&source, &predicate, &target, Claim::new(linked, document))
    }

    /// Adds everything that was read from one article. A node is whoever bears exactly that name.
    ///
    /// # Errors
    /// [`UnknownPredicate`] of a claim; what stands before it is added.
    pub fn extraction(&mut self, read: &Extraction) -> Result<(), UnknownPredicate> {
        self.document(Arc::new(read.document.clone()));
        let mut ids = BTreeMap::new();
        for node in &read.nodes {
            let id = content_hash(&[node.kind.as_str(), &node.name]);
            ids.insert(node.id.as_str(), id.clone());
            self.node(Node { id, ..node.clone() });
        }
        let global = |id: &String| ids.get(id.as_str()).unwrap_or(id).clone();
        for claim in &read.claims {
            let claim = model::Claim {
                source: global(&claim.source),
                target: global(&claim.target),
                place: claim.place.as_ref().map(global),
                event: claim.event.as_ref().map(global),
                ..claim.clone()
            };
            let document = read.document.id.clone();
            self.linked(LinkedClaim { claim, document, before: String::new(), after: String::new() })?;
        }
        Ok(())
    }

    /// The graph. Claims whose ends were never added are left out.
    pub fn build(mut self) -> Graph {
        self.tidy_nodes();
        let mut nodes: Vec<Node> = self.nodes.values().cloned().collect();
        nodes.sort_by(|a, b| (a.kind, &a.name, &a.id).cmp(&(b.kind, &b.name, &b.id)));
        let mut net = UnGraph::with_capacity(nodes.len(), self.claims.len());
        let ids: BTreeMap<String, NodeIndex> =
            nodes.into_iter().map(|node| (node.id.clone(), net.add_node(node))).collect();
        for ((source, target, _), edge) in self.edges(&ids) {
            net.add_edge(source, target, edge);
        }
        Graph { net, ids, documents: self.documents, predicates: self.predicates }
    }

    /// Adds a finished edge again.
    pub(super) fn edge(&mut self, source: &str, target: &str, edge: Edge) {
        let ends = (source.to_owned(), edge.predicate.name.clone(), target.to_owned());
        self.claims.entry(ends).or_default().extend(edge.into_claims());
    }

    /// Sorts each node's other names, once each, without its name.
    fn tidy_nodes(&mut self) {
        for node in self.nodes.values_mut() {
            node.aliases.sort_unstable();
            node.aliases.dedup();
            let Node { name, aliases, .. } = node;
            aliases.retain(|alias| alias != name);
        }
    }

    /// The edges in their order; both directions of a symmetric predicate are one.
    fn edges(&mut self, ids: &BTreeMap<String, NodeIndex>) -> BTreeMap<(NodeIndex, NodeIndex, String), Edge> {
        let mut claims: BTreeMap<_, Vec<Claim>> = BTreeMap::new();
        for ((source, name, target), told) in std::mem::take(&mut self.claims) {
            let (Some(&source), Some(&target)) = (ids.get(&source), ids.get(&target)) else { continue };
            let turned = self.predicates[&name].symmetric && target < source;
            let (source, target) = if turned { (target, source) } else { (source, target) };
            claims.entry((source, target, name)).or_default().extend(told);
        }
        let named = |id: &Option<String>| id.as_ref().and_then(|id| self.nodes.get(id)).map(|node| node.name.clone());
        let edge = |name: &str, mut claims: Vec<Claim>| {
            for claim in &mut claims {
                claim.place_name = named(&claim.place).or(claim.place_name.take());
                claim.event_name = named(&claim.event).or(claim.event_name.take());
            }
            Edge::new(Arc::clone(&self.predicates[name]), claims)
        };
        claims
            .into_iter()
            .map(|(key, claims)| {
                let edge = edge(&key.2, claims);
                (key, edge)
            })
            .collect()
    }
}
