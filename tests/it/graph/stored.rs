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

/// A graph as a file of SQLite, which is read in parts, and as JSON, which is read whole.
struct Both {
    folder: tempfile::TempDir,
}

impl Both {
    fn new(nodes: u64, count: u64) -> Self {
        let both = Self { folder: scratch() };
        fs::write(both.path("edges.jsonl"), edges(nodes, count)).unwrap();
        let ok = |args: &[&str]| assert!(relgraph().args(args).output().unwrap().status.success(), "{args:?}");
        ok(&["import", "--graph", &both.path("graph.db"), &both.path("edges.jsonl")]);
        ok(&["export", "--graph", &both.path("graph.db"), "--json", "-o", &both.path("graph.json")]);
        both
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// The exit status and answer of both, which must be the same.
    fn answer(&self, args: &[&str]) -> (Option<i32>, String) {
        let [stored, whole] = ["graph.db", "graph.json"].map(|graph| {
            let output = relgraph().args(args).args(["--graph", &self.path(graph)]).output().unwrap();
            let told = [output.stdout, output.stderr].concat();
            (output.status.code(), String::from_utf8(told).unwrap())
        });
        assert_eq!(stored, whole, "{args:?}");
        stored
    }
}

#[test]
fn a_graph_file_gives_the_paths_of_the_whole_graph() {
    let both = Both::new(60, 110);
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
            let args = [&["path", "--json", &ends[0], &ends[1]], options].concat();
            found += usize::from(both.answer(&args).0 == Some(0));
        }
    }
    assert!(found > 12, "the graph is too thin to tell anything: {found}");
}

#[test]
fn a_graph_file_gives_the_parts_of_the_whole_graph() {
    let both = Both::new(60, 110);
    let parts = [
        &["--around", "Person N4"][..],
        &["--around", "person n4", "--hops", "2"],
        &["--around", "Person N4", "--hops", "3", "--only", "romance", "--avoid", "denied"],
        &["--around", "Person N4", "--hops", "2", "--as-of", "2010"],
        &["--around", "Person N4", "--min-confidence", "0.5"],
        &["--path", "Person N0", "Person N1"],
        &["--path", "Person N4", "Person N55", "--avoid", "rumored"],
        &["--path", "Person N8", "Person N8"],
    ];
    for part in parts {
        let (status, told) = both.answer(&[&["export", "--json"], part].concat());
        assert!(status == Some(0) && told.contains("Person N"), "{part:?}: {told}");
    }
}

#[test]
fn a_part_of_which_nothing_is_chosen_is_told_by_its_name() {
    let both = Both::new(60, 110);
    for (part, status, words) in [
        (&["--around", "Person N4", "--as-of", "1900"][..], 1, "of Person N4 nothing is told"),
        (&["--path", "Person N4", "Person N55", "--only", "ended"], 1, "no path from Person N4 to Person N55"),
        (&["--around", "Nobody Atall"], 2, "Nobody Atall"),
        (&["--around", "Person N4", "--only", "nonsense"], 2, "nonsense"),
    ] {
        let (exit, told) = both.answer(&[&["export", "--json"], part].concat());
        assert!(exit == Some(status) && told.contains(words), "{part:?}: {exit:?} {told}");
    }
}
