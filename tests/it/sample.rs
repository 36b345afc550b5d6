//! `graphs/` holds what `build` and `export` make of `data/articles`, byte for byte.
//!
//! `RELGRAPH_BLESS=1 cargo test sample` writes the files anew.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::{run, scratch};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample articles, in the order of their names.
fn articles() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(root().join("data/articles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Builds a graph of these inputs, one `build` after the other, and exports it.
fn built(inputs: &[Vec<&Path>], form: &str) -> Vec<u8> {
    let folder = scratch();
    let graph = folder.path().join("g.db");
    let graph = graph.to_str().unwrap();
    for inputs in inputs {
        let mut args = vec!["build", "--graph", graph];
        args.extend(inputs.iter().map(|path| path.to_str().unwrap()));
        let output = run(&args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let output = run(&["export", "--graph", graph, form]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn the_sample_is_what_build_and_export_make_of_the_articles() {
    let folder = root().join("data/articles");
    for (form, file) in [("--json", "sample.json"), ("--dot", "sample.dot")] {
        let made = built(&[vec![&folder]], form);
        let kept = root().join("graphs").join(file);
        if std::env::var_os("RELGRAPH_BLESS").is_some() {
            fs::write(&kept, &made).unwrap();
        }
        let same = fs::read(&kept).is_ok_and(|kept| kept == made);
        assert!(same, "graphs/{file} is not what `build data/articles` gives: RELGRAPH_BLESS=1 cargo test sample");
    }
}

#[test]
fn the_order_of_reading_changes_no_byte() {
    let articles = articles();
    let forward: Vec<&Path> = articles.iter().map(PathBuf::as_path).collect();
    let backward: Vec<&Path> = forward.iter().rev().copied().collect();
    let one_by_one: Vec<Vec<&Path>> = backward.iter().map(|path| vec![*path]).collect();
    let expected = built(&[forward], "--json");
    assert_eq!(built(&[backward], "--json"), expected);
    assert_eq!(built(&one_by_one, "--json"), expected);
}
