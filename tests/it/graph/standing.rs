//! What claims come to: `tests/cases/graph/standing.txt`.

use super::{blocks, graph, orders};

#[test]
fn status_date_and_end_follow_from_the_claims_in_any_order() {
    for (expected, claims) in blocks("standing.txt") {
        let lines: Vec<String> =
            claims.iter().map(|claim| format!("Ana Vega | dating | Raul Ortiz | {claim}")).collect();
        for order in orders(&lines) {
            let graph = graph(&order);
            let edge = graph.edges().next().unwrap();
            let date = edge.date.map_or("-", |date| date.as_str());
            let mut found = format!("{} {date}", edge.status);
            for (holds, word) in [(edge.disputed, " disputed"), (edge.ended, " ended")] {
                found.push_str(if holds { word } else { "" });
            }
            assert_eq!(found, expected, "{order:#?}");
            assert_eq!(edge.claims.len(), lines.len(), "every claim is kept");
        }
    }
}
