//! The neighbourhood of a node.

use std::collections::BTreeMap;

use petgraph::graph::NodeIndex;

use crate::graph::Graph;

/// The nodes within `hops` of `centre`, itself included, each with its distance.
pub fn around(graph: &Graph, centre: NodeIndex, hops: usize) -> BTreeMap<NodeIndex, usize> {
    let mut distance = BTreeMap::from([(centre, 0)]);
    let mut edge_of_known = vec![centre];
    for hop in 1..=hops {
        let mut next = Vec::new();
        for node in edge_of_known {
            for neighbour in graph.net().neighbors(node) {
                if let std::collections::btree_map::Entry::Vacant(unknown) = distance.entry(neighbour) {
                    unknown.insert(hop);
                    next.push(neighbour);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        edge_of_known = next;
    }
    distance
}
