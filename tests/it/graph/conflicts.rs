//! Claims that cannot all be true: `tests/cases/graph/conflicts.txt`.

use relgraph::query::conflicts;

use super::{blocks, graph};

#[test]
fn conflicts_are_listed_side_by_side() {
    for (expected, claims) in blocks("conflicts.txt") {
        let graph = graph(&claims);
        let found: Vec<String> = conflicts(&graph)
            .iter()
            .map(|conflict| {
                format!("{}, {}, {} sides", conflict.about.name, conflict.clash.as_str(), conflict.sides.len())
            })
            .collect();
        let found = if found.is_empty() { "none".to_owned() } else { found.join("; ") };
        assert_eq!(found, expected, "{claims:#?}");
    }
}
