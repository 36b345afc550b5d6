//! `relgraph import`: what was exported comes back; what a file says by hand stays as it was said.

use std::fs;

use serde_json::{Value, json};

use crate::support::{case, run, scratch};

/// What the program prints, where it goes well.
fn ok(args: &[&str]) -> String {
    let output = run(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A graph file and a file to import, in a folder of their own.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: scratch() }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    fn graph(&self, name: &str) -> Value {
        serde_json::from_str(&ok(&["export", "--json", "--graph", &self.path(name)])).unwrap()
    }

    fn import(&self, lines: &[Value]) -> Value {
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        fs::write(self.path("edges.jsonl"), text).unwrap();
        ok(&["import", "--graph", &self.path("again.db"), &self.path("edges.jsonl")]);
        self.graph("again.db")
    }
}

#[test]
fn exported_claims_give_the_same_claims_and_nodes_again() {
    let desk = Desk::new();
    ok(&["build", "--graph", &desk.path("first.db"), &case("newsroom/articles.jsonl")]);
    let first = desk.graph("first.db");
    let names: Vec<&str> =
        first["nodes"].as_array().unwrap().iter().map(|node| node["name"].as_str().unwrap()).collect();
    assert!(names.windows(2).any(|pair| pair[0] == pair[1]), "namesakes are among them");
    ok(&["export", "--format", "claims", "--graph", &desk.path("first.db"), "-o", &desk.path("claims.jsonl")]);
    ok(&["import", "--graph", &desk.path("again.db"), &desk.path("claims.jsonl")]);
    let again = desk.graph("again.db");
    assert_eq!(again["nodes"], first["nodes"]);
    assert_eq!(again["edges"], first["edges"]);
}

fn edge(source: &str, source_id: &str, target: &str) -> Value {
    json!({"source": source, "source_id": source_id, "predicate": "met", "target": target})
}

#[test]
fn three_namesakes_of_one_file_are_three_nodes() {
    let graph = Desk::new().import(&[
        edge("Ana Vega", "a", "Raul"),
        edge("Ana Vega", "b", "Raul"),
        edge("Ana Vega", "c", "Raul"),
    ]);
    let ids: std::collections::BTreeSet<&str> =
        graph["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap()).collect();
    assert_eq!((ids.len(), graph["edges"].as_array().unwrap().len()), (4, 3), "{ids:?}");
}

#[test]
fn another_name_for_an_id_is_another_name_of_that_node() {
    let graph = Desk::new().import(&[
        edge("Ana Vega", "a", "Raul"),
        edge("Ana Vega-Ortiz", "a", "Piet"),
        json!({"node": "Ana Vega", "node_id": "a", "aliases": ["Anita"]}),
        json!({"node": "The Ritz", "node_kind": "venue"}),
    ]);
    let nodes = graph["nodes"].as_array().unwrap();
    let vega = nodes.iter().find(|node| node["name"] == "Ana Vega").unwrap();
    assert_eq!(vega["aliases"], json!(["Ana Vega-Ortiz", "Anita"]));
    assert!(nodes.iter().any(|node| node["name"] == "The Ritz"), "a node of which nothing is claimed");
}

#[test]
fn two_edges_that_differ_in_who_says_so_are_two_claims() {
    let says = |who: &str| json!({"source": "Ana", "predicate": "dating", "target": "Raul", "said_by": who});
    let graph = Desk::new().import(&[says("a friend"), says("a rival"), says("a friend")]);
    assert_eq!(graph["edges"][0]["claims"].as_array().unwrap().len(), 2);
}

#[test]
fn an_id_means_one_thing() {
    let desk = Desk::new();
    let claim = |id: &str, target: &str| json!({"id": id, "source": "Ana", "predicate": "met", "target": target});
    for (lines, told) in [
        (
            [edge("Ana", "x", "Raul"), json!({"node": "The Ritz", "node_kind": "venue", "node_id": "x"})],
            "person in line 1",
        ),
        ([claim("c1", "Raul"), claim("c1", "Piet")], "that of line 1"),
        ([edge("Ana", "x", "Raul"), json!({"node": "Ana", "source": "Raul"})], "not of both"),
    ] {
        fs::write(desk.path("bad.jsonl"), lines.map(|line| line.to_string()).join("\n")).unwrap();
        let output = run(&["import", "--graph", &desk.path("bad.db"), &desk.path("bad.jsonl")]);
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && error.contains("line 2") && error.contains(told), "{error}");
    }
}

#[test]
fn names_without_any_word_are_names() {
    let graph =
        Desk::new().import(&[edge("!?", "a", "\u{fffe}\u{ffff}"), edge("…", "b", "50"), edge("…", "c", "a b c")]);
    assert_eq!(graph["nodes"].as_array().unwrap().len(), 6);
    assert_eq!(run(&["compare", "!?", "…"]).status.code(), Some(0));
}
