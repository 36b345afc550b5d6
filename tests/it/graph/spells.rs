//! When relationships held: `tests/cases/graph/spells.txt`.

use relgraph::query::{Spell, holds, spells};

use super::{blocks, graph, orders};

#[test]
fn spells_follow_from_the_claims_in_any_order() {
    for (expected, claims) in blocks("spells.txt") {
        let (predicate, expected) = expected.split_once(": ").unwrap();
        let lines: Vec<String> =
            claims.iter().map(|claim| format!("Ana Vega | {predicate} | Raul Ortiz | {claim}")).collect();
        for order in orders(&lines) {
            let graph = graph(&order);
            let found: Vec<String> = spells(&graph.edges().next().unwrap()).iter().map(shown).collect();
            assert_eq!(found.join(", "), expected, "{predicate} {order:#?}");
        }
    }
}

fn shown(spell: &Spell) -> String {
    let day = |day: Option<jiff::civil::Date>| day.map_or_else(String::new, |day| day.to_string());
    format!("{}..{}", day(spell.from), day(spell.to))
}

#[test]
fn a_relationship_holds_from_its_first_possible_day_to_its_last() {
    let graph = graph(&["Ana Vega | dating | Raul Ortiz | reported 2016-03/2018-05"]);
    let edge = graph.edges().next().unwrap();
    for (day, expected) in [
        ("2016-02-29", false),
        ("2016-03-01", true),
        ("2016", true),
        ("2017", true),
        ("2018-05-31", true),
        ("2018-06", false),
        ("../2016-03-01", true),
        ("2018-06/..", false),
    ] {
        assert_eq!(holds(&edge, &day.parse().unwrap()), expected, "{day}");
    }
}
