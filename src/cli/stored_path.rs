//! Finds the part of a graph file in which the best paths between two nodes lie, reading no more.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;
use petgraph::algo::dijkstra;
use petgraph::graphmap::UnGraphMap;
use relgraph::graph::{Builder, Graph};
use relgraph::model::{Claim, Document, Evidence, Link, LinkedClaim, Node, NodeHandle, NodeKind, Status};
use relgraph::query::{Filter, Paths, Term};
use relgraph::store::Store;

use super::stored_graph::{Part, predicates};

/// What is wanted of the paths between two nodes.
pub(super) struct Wanted<'a> {
    /// Which edges they may use.
    pub(super) filter: &'a Filter,
    /// How many.
    pub(super) k: usize,
    /// How long at most.
    pub(super) max_hops: usize,
}

/// A graph that holds the best paths between two nodes, and up to how many hops it holds every path
/// that there is.
pub(super) fn between(store: &Store, ends: [NodeHandle; 2], wanted: &Wanted<'_>) -> Result<(Graph, usize)> {
    let mut search = Search { store, wanted, neighbours: BTreeMap::new(), balls: ends.map(Ball::around) };
    loop {
        let reach = search.reach();
        if search.balls_meet() || !search.can_grow() {
            let graph = search.part(ends, reach)?;
            if !search.can_grow() || search.is_enough(&graph, ends, reach)? {
                return Ok((graph, if search.can_grow() { reach } else { wanted.max_hops }));
            }
        }
        search.grow()?;
    }
}

/// A graph that holds everything within so many hops of a node along what the filter lets through.
pub(super) fn near(store: &Store, centre: NodeHandle, hops: usize, filter: &Filter) -> Result<Graph> {
    let mut inside = BTreeSet::from([centre]);
    let mut edge = vec![centre];
    for _ in 0..hops {
        for node in std::mem::take(&mut edge) {
            let others = neighbours(store, node, filter)?;
            edge.extend(others.into_iter().filter(|other| inside.insert(*other)));
        }
    }
    let mut part = Part::default();
    for &node in &inside {
        part.links(node, store.links(node)?.iter().filter(|link| inside.contains(&link.other)));
    }
    part.graph(store)
}

/// Two balls of nodes that grow towards each other. Once their radii add up to a number of hops,
/// every path of so many hops at most runs within what was read.
struct Search<'a> {
    store: &'a Store,
    wanted: &'a Wanted<'a>,
    /// Where an edge may lead from each node that was passed.
    neighbours: BTreeMap<NodeHandle, Vec<NodeHandle>>,
    balls: [Ball; 2],
}

struct Ball {
    radius: usize,
    inside: BTreeSet<NodeHandle>,
    /// The nodes at the distance of the radius, whose links are not followed yet.
    edge: Vec<NodeHandle>,
}

impl Ball {
    fn around(centre: NodeHandle) -> Self {
        Self { radius: 0, inside: BTreeSet::from([centre]), edge: vec![centre] }
    }
}

impl Search<'_> {
    fn reach(&self) -> usize {
        self.balls[0].radius + self.balls[1].radius
    }

    fn balls_meet(&self) -> bool {
        let [a, b] = &self.balls;
        a.edge.iter().any(|node| b.inside.contains(node)) || b.edge.iter().any(|node| a.inside.contains(node))
    }

    /// Whether there may be more paths of the length that is wanted. A ball that cannot grow holds
    /// all that its centre is connected with.
    fn can_grow(&self) -> bool {
        self.reach() < self.wanted.max_hops && self.balls.iter().all(|ball| !ball.edge.is_empty())
    }

    /// Grows the ball that has less to follow.
    fn grow(&mut self) -> Result<()> {
        let smaller = usize::from(self.balls[1].edge.len() < self.balls[0].edge.len());
        let edge = std::mem::take(&mut self.balls[smaller].edge);
        for node in edge {
            if !self.neighbours.contains_key(&node) {
                self.neighbours.insert(node, neighbours(self.store, node, self.wanted.filter)?);
            }
            let Ball { inside, edge, .. } = &mut self.balls[smaller];
            edge.extend(self.neighbours[&node].iter().filter(|other| inside.insert(**other)));
        }
        self.balls[smaller].radius += 1;
        Ok(())
    }

    fn is_enough(&self, graph: &Graph, ends: [NodeHandle; 2], reach: usize) -> Result<bool> {
        let [a, b] = [self.store.node(ends[0])?.id, self.store.node(ends[1])?.id];
        let graph = self.wanted.filter.apply(graph.clone());
        let (Some(a), Some(b)) = (graph.index_of(&a), graph.index_of(&b)) else { return Ok(false) };
        Ok(Paths::new(&graph, a, b, reach).take(self.wanted.k).count() == self.wanted.k)
    }

    /// The graph of all paths of at most `reach` hops: every node that is near enough to both ends,
    /// and what was read between these.
    fn part(&self, ends: [NodeHandle; 2], reach: usize) -> Result<Graph> {
        let net = self.net();
        let [from_a, from_b] = ends.map(|end| dijkstra(&net, end, None, |_| 1));
        let near = |node: &NodeHandle| {
            matches!((from_a.get(node), from_b.get(node)), (Some(a), Some(b)) if a + b <= reach) || ends.contains(node)
        };
        let mut part = Part::default();
        ends.iter().for_each(|end| part.links(*end, []));
        for (node, others) in self.neighbours.iter().filter(|(node, _)| near(node)) {
            let links = self.store.links(*node)?;
            let admitted = |link: &&Link| near(&link.other) && others.binary_search(&link.other).is_ok();
            part.links(*node, links.iter().filter(admitted));
        }
        part.graph(self.store)
    }

    /// All that was read, to be walked from either end.
    fn net(&self) -> UnGraphMap<NodeHandle, ()> {
        let passed = self.neighbours.iter();
        passed.flat_map(|(&node, others)| others.iter().map(move |&other| (node, other, ()))).collect()
    }
}

/// Those neighbours that some edge leads to which the filter lets through, in their order.
fn neighbours(store: &Store, node: NodeHandle, filter: &Filter) -> Result<Vec<NodeHandle>> {
    if *filter == and_not_denied(Filter::default()) {
        return Ok(store.neighbours(node)?);
    }
    let links = store.links(node)?;
    let others = if *filter == Filter::default() {
        links.iter().map(|link| link.other).collect()
    } else {
        judged(store, &links, filter)?
    };
    Ok(others.into_iter().collect())
}

/// A filter that walks only along what is not merely denied; alone the filter of a plain question,
/// which need not judge whole edges.
pub(super) fn and_not_denied(mut filter: Filter) -> Filter {
    filter.avoid.push(Term::Status(Status::Denied));
    filter
}

/// The neighbours that are left when the filter has judged the edges to them.
fn judged(store: &Store, links: &[Link], filter: &Filter) -> Result<BTreeSet<NodeHandle>> {
    let node = |id: String| Node { name: id.clone(), id, kind: NodeKind::Person, aliases: Vec::new() };
    let mut builder = Builder::new(predicates(store)?);
    builder.node(node("here".to_owned()));
    for link in links {
        let (here, other) = ("here".to_owned(), link.other.0.to_string());
        builder.node(node(other.clone()));
        let (source, target) = if link.forward { (here, other) } else { (other, here) };
        let document =
            Document { id: link.claim.0.to_string(), published: link.published.clone(), ..Document::default() };
        let (claim, id) = (claim(link, source, target), document.id.clone());
        builder.document(document.into());
        builder.linked(LinkedClaim { claim, document: id, before: String::new(), after: String::new() })?;
    }
    let left = filter.apply(builder.build());
    Ok(left.nodes().filter_map(|node| node.id.parse().ok().map(NodeHandle)).collect())
}

/// A link as a claim without words.
fn claim(link: &Link, source: String, target: String) -> Claim {
    Claim {
        id: link.claim.0.to_string(),
        source,
        predicate: link.predicate.clone(),
        target,
        status: link.status,
        ended: link.ended,
        date: link.date.clone(),
        date_implied: false,
        place: None,
        event: None,
        said_by: None,
        evidence: Evidence { start: 0, end: 0, text: String::new() },
        rule: String::new(),
        confidence: link.confidence,
    }
}
