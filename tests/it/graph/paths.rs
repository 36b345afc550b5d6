//! Paths, best first: `tests/cases/graph/paths.txt`.

use relgraph::graph::Graph;
use relgraph::query::{Path, Paths};

use super::{blocks, graph};

#[test]
fn paths_come_best_first_whatever_the_order_of_the_claims() {
    for (question, lines) in blocks("paths.txt") {
        let (claims, expected): (Vec<String>, Vec<String>) = lines.into_iter().partition(|line| line.contains(" | "));
        let (from, to) = question.split_once(" to ").unwrap();
        let mut reversed = claims.clone();
        reversed.reverse();
        for order in [claims, reversed] {
            let graph = graph(&order);
            let [from, to] = [from, to].map(|name| graph.find(name).unwrap().node);
            let found: Vec<String> = Paths::new(&graph, from, to, usize::MAX)
                .map(|path| shown(&graph, &path))
                .take(expected.len() + 1)
                .collect();
            assert_eq!(found, expected, "{question}");
        }
    }
}

/// "A dating B met C".
fn shown(graph: &Graph, path: &Path) -> String {
    let mut shown = graph.node(path.nodes[0]).name.clone();
    for (edge, node) in path.edges.iter().zip(&path.nodes[1..]) {
        shown.push_str(&format!(" {} {}", graph.edge(*edge).predicate, graph.node(*node).name));
    }
    shown
}

#[test]
fn paths_keep_to_the_number_of_hops() {
    let graph = graph(&["A | met | B | reported", "B | met | C | reported", "A | met | C | denied"]);
    let [a, c] = ["A", "C"].map(|name| graph.find(name).unwrap().node);
    let hops = |max| Paths::new(&graph, a, c, max).map(|path| path.edges.len()).collect::<Vec<_>>();
    assert_eq!(hops(0), [0; 0]);
    assert_eq!(hops(1), [1]);
    assert_eq!(hops(2), [1, 2]);
    assert_eq!(Paths::new(&graph, a, a, 3).map(|path| path.nodes.len()).collect::<Vec<_>>(), [1]);
}

#[test]
fn many_equal_paths_are_found_as_they_are_asked_for() {
    let layer = |from: &str, to: &str| {
        let ends = |layer: &str| {
            if layer.len() == 1 { vec![layer.to_owned()] } else { (0..30).map(|i| format!("{layer} {i:02}")).collect() }
        };
        let pairs: Vec<String> = ends(from)
            .iter()
            .flat_map(|a| ends(to).iter().map(|b| format!("{a} | met | {b} | reported")).collect::<Vec<_>>())
            .collect();
        pairs
    };
    let lines = [layer("A", "Left"), layer("Left", "Middle"), layer("Middle", "Right"), layer("Right", "Z")].concat();
    let graph = graph(&lines);
    let [a, z] = ["A", "Z"].map(|name| graph.find(name).unwrap().node);
    let found: Vec<String> = Paths::new(&graph, a, z, 9).take(31).map(|path| shown(&graph, &path)).collect();
    assert_eq!(found[0], "A met Left 00 met Middle 00 met Right 00 met Z");
    assert_eq!(found[30], "A met Left 00 met Middle 01 met Right 00 met Z");
}
