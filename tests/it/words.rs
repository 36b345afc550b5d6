//! What is looked for and how sure it must be: `--predicates`, `--min-confidence`, `eval`.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{answers, run, scratch};

/// A predicate that is not shipped.
const COACHES: &str = r#"
label = "coaches"
inverse = "coached by"
description = "Trains for a contest."
group = "work"
domain = ["person"]
range = ["person"]
symmetric = false
lasting = true
[words]
verbs = ["drill"]
"#;

/// A predicate that reaches for what is private.
const PRIVATE: &str = r#"
label = "shares an illness with"
description = "Had the same illness, or the same faith."
group = "social"
domain = ["person"]
range = ["person", "venue"]
symmetric = true
lasting = true
[words]
verbs = ["have cancer with", "pray with", "treat for depression with", "be in rehab with"]
together = ["have cancer", "pray", "be gay", "be in rehab"]
nouns = ["cancer patient", "rabbi"]
bonds = ["diagnosis"]
"#;

/// A scratch folder with `words/NAME.toml` and an article.
fn folder(predicate: (&str, &str), article: &str) -> TempDir {
    let folder = scratch();
    fs::create_dir(folder.path().join("words")).unwrap();
    fs::write(folder.path().join("words").join(predicate.0).with_extension("toml"), predicate.1).unwrap();
    fs::write(folder.path().join("a.txt"), article).unwrap();
    folder
}

fn path(folder: &TempDir, name: &str) -> String {
    folder.path().join(name).to_str().unwrap().to_owned()
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn predicates(found: &Value) -> Vec<&str> {
    found["claims"].as_array().unwrap().iter().filter_map(|claim| claim["predicate"].as_str()).collect()
}

#[test]
fn a_predicate_of_ones_own_is_looked_for_only_where_it_is_named() {
    let folder = folder(("coaches", COACHES), "Ana Vega drilled Raul Ortiz. Ana Vega married Bo Reece.\n");
    let (article, words) = (path(&folder, "a.txt"), path(&folder, "words"));
    assert_eq!(predicates(&answers(&run(&["extract", &article]))[0]), ["married_to"]);
    let with = answers(&run(&["extract", "--predicates", &words, &article]));
    assert_eq!(predicates(&with[0]), ["coaches", "married_to"]);
}

#[test]
fn a_graph_keeps_the_predicates_that_it_was_built_with() {
    let folder = folder(("coaches", COACHES), "Ana Vega drilled Raul Ortiz.\n");
    let (article, words, graph) = (path(&folder, "a.txt"), path(&folder, "words"), path(&folder, "g.db"));
    told(&run(&["build", "--graph", &graph, &article]));
    assert!(!told(&run(&["show", "--graph", &graph, "Ana Vega"])).contains("coaches"));
    // The same article, read for something else, is read again.
    let again = told(&run(&["build", "--graph", &graph, "--predicates", &words, &article]));
    assert!(again.contains("1 of them changed"), "{again}");
    assert!(told(&run(&["show", "--graph", &graph, "Ana Vega"])).contains("coaches"));
    assert!(told(&run(&["show", "--graph", &graph, "Raul Ortiz"])).contains("coached by"));
    let path = told(&run(&["path", "--graph", &graph, "Ana Vega", "Raul Ortiz"]));
    assert!(path.contains("coaches") || path.contains("coached by"), "{path}");
    let unchanged = told(&run(&["build", "--graph", &graph, "--predicates", &words, &article]));
    assert!(unchanged.contains("skipped 1 unchanged"), "{unchanged}");
}

#[test]
fn a_predicate_for_private_matters_yields_nothing() {
    let article = "Ana Vega and Raul Ortiz prayed in Dallas. Ana Vega prayed with Raul Ortiz. Ana Vega and Raul Ortiz are gay. \
        Ana Vega had cancer with Raul Ortiz. Ana Vega was in rehab with Raul Ortiz. Ana Vega's rabbi, Raul Ortiz, spoke. \
        Ana Vega's diagnosis with Raul Ortiz was sad.\n";
    let folder = folder(("private", PRIVATE), article);
    let output = run(&["extract", "--predicates", &path(&folder, "words"), &path(&folder, "a.txt")]);
    assert!(!predicates(&answers(&output)[0]).contains(&"private"), "{}", told(&output));
}

#[test]
fn a_malformed_predicate_file_is_named() {
    for (name, text) in
        [("broken", "label = "), ("odd", COACHES.split_once("[words]").unwrap().0.trim_end_matches("lasting = true\n"))]
    {
        let folder = folder((name, text), "Ana Vega met Bo Reece.\n");
        for command in ["extract", "build"] {
            let graph = path(&folder, "g.db");
            let words = path(&folder, "words");
            let article = path(&folder, "a.txt");
            let mut arguments = vec![command, "--predicates", &words, &article];
            if command == "build" {
                arguments.extend(["--graph", &graph]);
            }
            let output = run(&arguments);
            let why = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(!output.status.success() && why.contains(&format!("{name}.toml")), "{command}: {why}");
            assert!(!Path::new(&graph).exists(), "nothing is built of what cannot be read");
        }
    }
}

#[test]
fn claims_that_are_not_sure_enough_are_left_out() {
    let folder = folder(("coaches", COACHES), "Ana Vega's husband Bo Reece spoke. Tom Hall and Sue Hall posed.\n");
    let article = path(&folder, "a.txt");
    let all = answers(&run(&["extract", &article])).remove(0);
    let sure = |found: &Value| -> Vec<f64> {
        found["claims"].as_array().unwrap().iter().filter_map(|claim| claim["confidence"].as_f64()).collect()
    };
    let most = sure(&all).into_iter().fold(0.0, f64::max);
    assert!(sure(&all).iter().any(|&one| one < most), "the sentences are not equally sure: {all}");
    let few = answers(&run(&["extract", "--min-confidence", &most.to_string(), &article])).remove(0);
    assert_eq!(sure(&few), [most], "and no more are kept than are that sure");
    let graph = path(&folder, "g.db");
    let built = told(&run(&["build", "--graph", &graph, "--min-confidence", &most.to_string(), &article]));
    assert!(built.contains("found 1 claims"), "{built}");
    for wrong in ["2", "-0.1", "much"] {
        assert!(!run(&["extract", &format!("--min-confidence={wrong}"), &article]).status.success(), "{wrong}");
    }
}

#[test]
fn eval_counts_what_is_right_wrong_and_missed() {
    let folder = scratch();
    fs::write(folder.path().join("1.txt"), "Ana Vega married Bo Reece. Ana Vega met Tom Hall.\n").unwrap();
    let gold = r#"{"id": "1", "published": null,
        "nodes": [{"kind": "person", "name": "Ana Vega"}, {"kind": "person", "name": "Bo Reece", "aliases": ["Bo"]},
            {"kind": "person", "name": "Tom Hall"}],
        "edges": [{"source": "Bo Reece", "predicate": "married_to", "target": "Ana Vega", "evidence": "married"},
            {"source": "Ana Vega", "predicate": "parent_of", "target": "Bo Reece", "evidence": "nowhere"},
            {"source": "Tom Hall", "predicate": "dating", "target": "Ana Vega", "required": false}]}"#;
    fs::write(folder.path().join("1.gold.json"), gold).unwrap();
    let table = told(&run(&["eval", "--list", folder.path().to_str().unwrap()]));
    let row = |name: &str| -> Vec<String> {
        let row = table.lines().find(|line| line.starts_with(name)).unwrap_or_default();
        row.split_whitespace().skip(1).map(str::to_owned).collect()
    };
    // Symmetric predicates have no order; what is not required is not missed.
    assert_eq!(row("married_to"), ["1.000", "1.000", "1.000", "1", "0", "0"], "{table}");
    assert_eq!(row("met"), ["0.000", "0.000", "0.000", "0", "1", "0"], "{table}");
    assert_eq!(row("parent_of"), ["0.000", "0.000", "0.000", "0", "0", "1"], "{table}");
    assert_eq!(row("all"), ["0.500", "0.500", "0.500", "1", "1", "1"], "{table}");
    assert!(row("dating").is_empty(), "{table}");
    assert!(
        table.contains("1\twrong\tAna Vega met Tom Hall") && table.contains("1\tmissed\tAna Vega parent_of Bo Reece"),
        "{table}"
    );
    let sure = told(&run(&["eval", "--min-confidence", "1", folder.path().to_str().unwrap()]));
    assert!(sure.lines().last().is_some_and(|all| all.ends_with("0      0       2")), "{sure}");
    let empty = run(&["eval", scratch().path().to_str().unwrap()]);
    assert!(!empty.status.success() && String::from_utf8_lossy(&empty.stderr).contains("gold.json"));
}
