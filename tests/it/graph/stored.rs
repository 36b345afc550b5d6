//! A graph file answers as the whole graph does, though it reads only what a question needs.

use std::fmt::Write as _;
use std::fs;

use crate::support::{relgraph, scratch};

/// Edges between `nodes` people, drawn by a linear congruential generator.
fn edges(nodes: u64, count: u64) -> String {
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let statuses = ["reported", "rumored", "denied", "confirmed"];
    let predicates = ["met", "dating", "parent_of", "worked_with"];
    let mut lines = String::new();
    for _ in 0..count {
        let (a, b, status, predicate) = (draw(nodes), draw(nodes), draw(4) as usize, draw(4) as usize);
        if a != b {
            let (status, predicate, year) = (statuses[status], predicates[predicate], 2000 + draw(20));
            let _ = writeln!(
                lines,
                r#"{{"source": "Person N{a}", "predicate": "{predicate}", "target": "Person N{b}", "status": "{status}", "date": "{year}", "document": "d{}"}}"#,
                draw(9)
            );
        }
    }
    lines
}

#[test]
fn a_graph_file_gives_the_paths_of_the_whole_graph() {
    let folder = scratch();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (edges_file, db, json) = (path("edges.jsonl"), path("graph.db"), path("graph.json"));
    fs::write(&edges_file, edges(60, 110)).unwrap();
    let ok = |args: &[&str]| assert!(relgraph().args(args).output().unwrap().status.success(), "{args:?}");
    ok(&["import", "--graph", &db, &edges_file]);
    ok(&["export", "--graph", &db, "--json", "-o", &json]);
    let answer = |graph: &str, args: &[&str]| {
        let output = relgraph().args(["path", "--json", "--graph", graph]).args(args).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let mut found = 0;
    for (a, b) in [(0, 1), (4, 55), (8, 8)] {
        let ends = [format!("Person N{a}"), format!("Person N{b}")];
        for options in [
            &["-k", "1"][..],
            &["-k", "4"],
            &["-k", "3", "--max-hops", "4"],
            &["--include", "denied"],
            &["--avoid", "rumored", "-k", "2"],
            &["--only", "family,work"],
            &["--as-of", "2010"],
            &["--max-hops", "1"],
        ] {
            let args = [options, &[ends[0].as_str(), ends[1].as_str()]].concat();
            let (stored, whole) = (answer(&db, &args), answer(&json, &args));
            assert_eq!(stored, whole, "{args:?}");
            found += usize::from(stored.0 == Some(0));
        }
    }
    assert!(found > 12, "the graph is too thin to tell anything: {found}");
}
