//! How two nodes are connected.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Add;

use petgraph::algo::dijkstra;
use petgraph::graph::{EdgeIndex, NodeIndex};
use petgraph::visit::{EdgeFiltered, EdgeRef};

use crate::graph::{Edge, Graph};
use crate::model::Status;

/// A chain of nodes, each joined to the next by its best edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// From the one end to the other, as indices of [`Graph::net`].
    pub nodes: Vec<NodeIndex>,
    /// One fewer than nodes; where several edges join two nodes, the best attested one, of equals
    /// that of the closer group (family before romance before social, work, presence).
    pub edges: Vec<EdgeIndex>,
}

/// The paths between two nodes, best first: fewest hops, then best attested, then by the names of
/// the nodes on the way. No node is on a path twice, and no two paths have the same nodes.
///
/// Relationships are walked from either end. The paths are found as they are asked for, each in
/// O(hops × edges of a node × log) after one shortest-path tree of the graph.
#[derive(Debug)]
pub struct Paths<'g> {
    graph: &'g Graph,
    /// Which edges may be walked.
    admits: fn(&Edge) -> bool,
    target: NodeIndex,
    max_hops: usize,
    /// What it costs at least to reach the target; none for the nodes that are not connected to it.
    remaining: Vec<Option<Cost>>,
    /// Partial paths with the least that any completion costs. Nodes stand by their rank, which
    /// makes the first by name pop first among equals.
    open: BinaryHeap<Reverse<(Cost, Vec<usize>)>>,
    by_name: Vec<NodeIndex>,
    rank: Vec<usize>,
}

/// What a path costs; the parts add up, and compare in their order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    hops: usize,
    /// See [`weakness`].
    weakness: u32,
    /// Less for edges with several sources.
    single_sources: u32,
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            hops: self.hops + other.hops,
            weakness: self.weakness + other.weakness,
            single_sources: self.single_sources + other.single_sources,
        }
    }
}

impl<'g> Paths<'g> {
    /// The paths from `source` to `target` of at most `max_hops` edges.
    pub fn new(graph: &'g Graph, source: NodeIndex, target: NodeIndex, max_hops: usize) -> Self {
        Self::walking(graph, |_| true, source, target, max_hops)
    }

    /// The same, along those edges alone that `admits` lets through.
    pub fn walking(
        graph: &'g Graph,
        admits: fn(&Edge) -> bool,
        source: NodeIndex,
        target: NodeIndex,
        max_hops: usize,
    ) -> Self {
        let open_ways = EdgeFiltered::from_fn(graph.net(), |edge| admits(edge.weight()));
        let costs = dijkstra(&open_ways, target, None, |edge| cost(edge.weight()));
        let remaining: Vec<_> = graph.net().node_indices().map(|node| costs.get(&node).copied()).collect();
        let mut by_name: Vec<NodeIndex> = graph.net().node_indices().collect();
        by_name.sort_by_key(|&node| (&graph.node(node).name, node));
        let mut rank = vec![0; by_name.len()];
        for (place, node) in by_name.iter().enumerate() {
            rank[node.index()] = place;
        }
        let first = remaining[source.index()].map(|least| Reverse((least, vec![rank[source.index()]])));
        Self { graph, admits, target, max_hops, remaining, open: first.into_iter().collect(), by_name, rank }
    }

    /// Opens every way to go on from a partial path.
    fn extend(&mut self, least: Cost, ranks: &[usize]) {
        let here = self.by_name[ranks[ranks.len() - 1]];
        let ways = self.graph.net().edges(here).filter(|edge| (self.admits)(edge.weight()));
        let mut next: Vec<NodeIndex> = ways.map(|edge| edge.target()).collect();
        next.sort_unstable();
        next.dedup();
        for node in next {
            let rank = self.rank[node.index()];
            if ranks.contains(&rank) {
                continue;
            }
            if let Some(least) = self.least(least, here, node).filter(|least| least.hops <= self.max_hops) {
                self.open.push(Reverse((least, [ranks, &[rank]].concat())));
            }
        }
    }

    /// The least cost of a path, so far one of `least`, whose next step is from `here` to `node`.
    fn least(&self, least: Cost, here: NodeIndex, node: NodeIndex) -> Option<Cost> {
        let instead = self.remaining[here.index()]?;
        let onward = cost(&self.graph.net()[self.hop(here, node)?]) + self.remaining[node.index()]?;
        Some(Cost {
            hops: least.hops - instead.hops + onward.hops,
            weakness: least.weakness - instead.weakness + onward.weakness,
            single_sources: least.single_sources - instead.single_sources + onward.single_sources,
        })
    }

    /// The best edge between two nodes that may be walked.
    fn hop(&self, a: NodeIndex, b: NodeIndex) -> Option<EdgeIndex> {
        let net = self.graph.net();
        let key = |index: &EdgeIndex| {
            let edge = &net[*index];
            (weakness(edge), edge.predicate.group, single_sources(edge), *index)
        };
        let ways = net.edges_connecting(a, b).filter(|edge| (self.admits)(edge.weight()));
        ways.map(|edge| edge.id()).min_by_key(key)
    }
}

impl Iterator for Paths<'_> {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        while let Some(Reverse((least, ranks))) = self.open.pop() {
            if least.hops > self.max_hops {
                continue;
            }
            let nodes: Vec<NodeIndex> = ranks.iter().map(|&rank| self.by_name[rank]).collect();
            if nodes.last() == Some(&self.target) {
                let edges = nodes.windows(2).filter_map(|pair| self.hop(pair[0], pair[1])).collect();
                return Some(Path { nodes, edges });
            }
            self.extend(least, &ranks);
        }
        None
    }
}

fn cost(edge: &Edge) -> Cost {
    Cost { hops: 1, weakness: weakness(edge), single_sources: single_sources(edge) }
}

/// How little an edge can be relied on. A dispute weighs more than the step from confirmed to
/// reported, and a rumour more than a dispute.
fn weakness(edge: &Edge) -> u32 {
    let status = match edge.standing.status {
        Status::Confirmed => 0,
        Status::Reported => 1,
        Status::Rumored => 6,
        Status::Denied => 20,
    };
    status + if edge.standing.disputed { 3 } else { 0 }
}

/// 12 for one source, 6 for two, 4 for three …
fn single_sources(edge: &Edge) -> u32 {
    12 / u32::try_from(edge.sources()).unwrap_or(12).clamp(1, 12)
}
