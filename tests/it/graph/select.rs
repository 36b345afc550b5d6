//! What is left of a graph by the options that choose.

use relgraph::query::{Filter, around};

use super::graph;

const LINES: [&str; 7] = [
    "A | parent_of | B | confirmed @2015-01-01",
    "A | dating | C | rumored 2017 @2017-06-01",
    "A | dating | C | denied @2018-06-01 #b",
    "C | feuding_with | D | denied @2018-06-01 #b",
    "D | married_to | E | reported 2016/2018 ended @2019-01-01",
    "E | attended | Gala | reported 2018-05-06",
    "Gala | held_at | Hall | reported 2018-05-06",
];

#[track_caller]
fn check(filter: &Filter, expected: &[&str]) {
    let chosen = filter.apply(graph(&LINES));
    let edges: Vec<String> =
        chosen.edges().map(|edge| format!("{} {} {}", edge.from.name, edge.status, edge.to.name)).collect();
    assert_eq!(edges, expected);
    assert!(chosen.nodes().all(|node| edges.iter().any(|edge| edge.contains(&node.name))), "no lonely nodes");
}

fn terms(words: &str) -> Vec<relgraph::query::Term> {
    words.split(',').map(|word| word.parse().unwrap()).collect()
}

#[test]
fn edges_are_chosen_by_group_status_predicate_and_state() {
    let only = |words| Filter { only: terms(words), ..Filter::default() };
    let avoid = |words| Filter { avoid: terms(words), ..Filter::default() };
    check(&only("family"), &["A confirmed B"]);
    check(&only("romance,held_at"), &["A rumored C", "D reported E", "Gala reported Hall"]);
    check(&only("disputed"), &["A rumored C"]);
    check(&only("ended"), &["D reported E"]);
    check(&avoid("rumored,presence"), &["A confirmed B", "C denied D", "D reported E"]);
    check(&Filter { only: terms("romance"), avoid: terms("ended"), ..Filter::default() }, &["A rumored C"]);
}

#[test]
fn claims_are_chosen_before_edges_are_judged() {
    let known_by = |day: &str| Filter { known_by: Some(day.parse().unwrap()), ..Filter::default() };
    check(&known_by("2016"), &["A confirmed B"]);
    check(&known_by("2017-12"), &["A confirmed B", "A rumored C"]);
    check(&known_by("2018"), &["A confirmed B", "A rumored C", "C denied D"]);
    let undisputed = known_by("2017-12").apply(graph(&LINES));
    assert!(undisputed.edges().all(|edge| !edge.disputed), "nobody had denied it yet");
    check(&Filter { min_confidence: Some(0.9), ..Filter::default() }, &[]);
}

#[test]
fn what_held_then_is_chosen_by_date() {
    let as_of = |day: &str| Filter { as_of: Some(day.parse().unwrap()), ..Filter::default() };
    check(&as_of("2014"), &["A confirmed B"]);
    check(&as_of("2017-03-03"), &["A confirmed B", "A rumored C", "D reported E"]);
    check(
        &as_of("2018-05-07"),
        &["A confirmed B", "A rumored C", "D reported E", "E reported Gala", "Gala reported Hall"],
    );
    check(&as_of("2020"), &["A confirmed B", "A rumored C", "C denied D", "E reported Gala", "Gala reported Hall"]);
}

#[test]
fn a_word_that_picks_nothing_anywhere_is_told() {
    let filter = Filter { avoid: terms("rumoured"), ..Filter::default() };
    let told = filter.check(&graph(&LINES)).unwrap_err().to_string();
    assert!(told.contains("\"rumoured\"") && told.contains("rumored") && told.contains("godparent_of"), "{told}");
}

#[test]
fn the_neighbourhood_grows_by_hops() {
    let graph = graph(&LINES);
    let centre = graph.find("D").unwrap().node;
    let near = |hops| {
        let mut names: Vec<&str> =
            around(&graph, centre, hops).keys().map(|&node| graph.node(node).name.as_str()).collect();
        names.sort_unstable();
        names.join(" ")
    };
    assert_eq!(near(0), "D");
    assert_eq!(near(1), "C D E");
    assert_eq!(near(2), "A C D E Gala");
    assert_eq!(near(9), "A B C D E Gala Hall");
}
