//! A newsroom's graph: fifty invented articles with namesakes, misspellings, second surnames,
//! corrections and a withdrawal, read in any order, at once and one by one, by several at a time and
//! through kills. Who is one node and who is two stands in `tests/cases/newsroom/merges.tsv`.

#![expect(clippy::disallowed_methods, reason = "tests write and read files of their own")]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::Instant;

use proptest::prelude::*;
use relgraph::model::NodeHandle;
use relgraph::model::NodeKind::Person;
use relgraph::resolve::name_key;
use relgraph::store::{Connection, Store};
use tempfile::TempDir;

use crate::support::{case, run, scratch};

/// A graph file in a folder of its own.
struct Graph {
    folder: TempDir,
}

impl Graph {
    fn new() -> Self {
        Self { folder: scratch() }
    }

    fn path(&self) -> String {
        self.folder.path().join("graph.db").to_str().unwrap().to_owned()
    }

    /// Writes lines to a file beside the graph.
    fn lines(&self, name: &str, lines: &[&str]) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, lines.join("\n")).unwrap();
        path.to_str().unwrap().to_owned()
    }

    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        let path = self.path();
        let output = run(&[args, &["--graph", &path]].concat());
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    #[track_caller]
    fn build(&self, input: &str) {
        self.run(&["build", input]);
    }

    /// Everything in it, to be compared byte for byte.
    #[track_caller]
    fn export(&self) -> String {
        self.run(&["export", "--json"])
    }

    fn start_build(&self, input: &str) -> Child {
        Command::new(env!("CARGO_BIN_EXE_relgraph"))
            .args(["build", input, "--graph", &self.path()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap()
    }

    fn store(&self) -> Store {
        Store::open_to_read(Connection::open(self.path()).unwrap()).unwrap()
    }
}

fn articles() -> String {
    case("newsroom/articles.jsonl")
}

/// The lines of the articles.
fn lines() -> String {
    fs::read_to_string(articles()).unwrap()
}

/// What the graph is when all articles are read at once.
static AT_ONCE: LazyLock<String> = LazyLock::new(|| {
    let graph = Graph::new();
    graph.build(&articles());
    graph.export()
});

#[test]
fn everyone_is_who_the_table_says() {
    let graph = Graph::new();
    graph.build(&articles());
    let store = graph.store();
    let table = fs::read_to_string(case("newsroom/merges.tsv")).unwrap();
    let wrong: Vec<&str> = table.lines().filter(|line| !line.starts_with('#') && !holds(&store, line)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn holds(store: &Store, line: &str) -> bool {
    let fields: Vec<&str> = line.split('\t').collect();
    let [verdict, a, b, _] = fields[..] else { panic!("{line}") };
    let one = bearer(store, a) == bearer(store, b);
    one == (verdict == "one")
}

/// The node that bears a name in an article.
#[track_caller]
fn bearer(store: &Store, written: &str) -> NodeHandle {
    let (name, reading) = written.split_once('@').unwrap();
    let bearers = store.bearers(Person, &name_key(Person, name)).unwrap();
    bearers.iter().find(|(_, of)| of == reading).unwrap_or_else(|| panic!("nobody is {written}")).0
}

#[test]
fn the_order_of_reading_does_not_matter() {
    let lines = lines();
    let mut lines: Vec<&str> = lines.lines().collect();
    lines.reverse();
    let backwards = Graph::new();
    backwards.build(&backwards.lines("backwards.jsonl", &lines));
    assert_eq!(backwards.export(), *AT_ONCE);
    let one_by_one = Graph::new();
    for line in lines {
        one_by_one.build(&one_by_one.lines("one.jsonl", &[line]));
    }
    assert_eq!(one_by_one.export(), *AT_ONCE);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any order, in builds of any size: it is one graph.
    #[test]
    fn any_order_in_any_portions_gives_one_graph(
        (lines, portion) in (Just(lines().lines().map(str::to_owned).collect::<Vec<_>>()).prop_shuffle(), 1..30_usize)
    ) {
        let graph = Graph::new();
        for some in lines.chunks(portion) {
            let some: Vec<&str> = some.iter().map(String::as_str).collect();
            graph.build(&graph.lines("some.jsonl", &some));
        }
        assert_eq!(graph.export(), *AT_ONCE);
    }
}

#[test]
fn what_was_read_before_is_skipped_and_a_changed_article_replaces_its_claims() {
    let graph = Graph::new();
    graph.build(&articles());
    let want = graph.export();
    assert!(graph.run(&["build", &articles()]).starts_with("read 0 articles (0 of them changed), skipped 50"));
    assert_eq!(graph.export(), want);
    let lines = lines();
    let line = lines.lines().find(|line| line.contains("\"harbour-48\"")).unwrap();
    let corrected = line.replace("is married to", "has never met");
    assert_ne!(line, corrected);
    graph.build(&graph.lines("corrected.jsonl", &[&corrected]));
    assert!(!graph.export().contains("Ada Lund is married to"));
    graph.build(&graph.lines("restored.jsonl", &[line]));
    assert_eq!(graph.export(), want);
}

#[test]
fn a_withdrawn_source_leaves_every_answer_and_may_come_back() {
    let graph = Graph::new();
    graph.build(&articles());
    let want = graph.export();
    let who = ["--by", "Desk", "--on", "2020-05-01", "--reason", "made up"];
    graph.run(&[&["retract", "harbour-47"], &who[..]].concat());
    let without = graph.export();
    assert!(!without.contains("harbour-47") && without.contains("harbour-46"));
    assert!(graph.run(&["sources"]).contains("withdrawn (Desk, 2020-05-01: made up)"));
    // The withdrawal outlives another reading of the source.
    graph.build(&articles());
    assert_eq!(graph.export(), without);
    graph.run(&[&["retract", "--undo", "harbour-47"], &who[..]].concat());
    assert_eq!(graph.export(), want);
}

#[test]
fn judgements_merge_part_and_are_undone() {
    let graph = Graph::new();
    graph.build(&articles());
    let want = graph.export();
    let who = ["--by", "Desk", "--on", "2020-05-01"];
    let judge = |args: &[&str]| graph.run(&[args, &who[..]].concat());
    judge(&["same", "Elizabeth Marlowen", "Liz Marlowen"]);
    assert_eq!(
        bearer(&graph.store(), "Elizabeth Marlowen@harbour-23"),
        bearer(&graph.store(), "Liz Marlowen@harbour-24")
    );
    judge(&["different", "Corin Vasquell@harbour-03", "Corin Vasquell@harbour-46"]);
    let store = graph.store();
    assert_ne!(bearer(&store, "Corin Vasquell@harbour-03"), bearer(&store, "Corin Vasquell@harbour-46"));
    drop(store);
    judge(&["different", "Elizabeth Marlowen", "Liz Marlowen"]);
    assert!(graph.run(&["review"]).contains("judgements 1, 3 contradict each other"));
    for number in ["1", "2", "3"] {
        judge(&["undo", number]);
    }
    assert_eq!(graph.export(), want);
}

#[test]
fn a_suppressed_person_is_nowhere() {
    let graph = Graph::new();
    graph.build(&articles());
    graph.run(&["suppress", "Odalys Brennigan"]);
    graph.build(&articles());
    let export = graph.export();
    for name in ["Brennigan", "Brenigan", "Odalys"] {
        assert!(!export.contains(name), "{name}");
    }
    let bytes = fs::read(graph.path()).unwrap();
    assert!(!String::from_utf8_lossy(&bytes).contains("Odalys"), "left over in the file");
    graph.run(&["suppress", "--undo", "Odalys Brennigan"]);
    graph.build(&articles());
    assert_eq!(graph.export(), *AT_ONCE);
}

#[test]
fn a_killed_build_leaves_a_graph_and_can_be_taken_up() {
    let (graph, whole) = (Graph::new(), Graph::new());
    let lines = lines();
    let mut kept = 0;
    for (index, line) in lines.lines().enumerate() {
        let one = graph.lines("one.jsonl", &[line]);
        let begin = Instant::now();
        whole.build(&one);
        // From before the graph is opened to after all is done, wherever the machine is just then.
        let moment = begin.elapsed().mul_f64(f64::from(u8::try_from(index % 12).unwrap()) / 10.0);
        let mut build = graph.start_build(&one);
        sleep(moment);
        build.kill().unwrap();
        build.wait().unwrap();
        if Path::new(&graph.path()).exists() {
            let connection = Connection::open(graph.path()).unwrap();
            let checked: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
            assert_eq!(checked, "ok");
            let now = Store::open(connection).unwrap().counts().unwrap().readings;
            assert!((kept..=kept + 1).contains(&now), "{kept} articles were kept, now {now}");
            kept = now;
        }
    }
    assert!(kept > 0, "no build ended in time");
    graph.build(&articles());
    assert_eq!(graph.export(), *AT_ONCE);
}

#[test]
fn four_builds_at_once_wait_for_each_other() {
    let graph = Graph::new();
    let lines = lines();
    let lines: Vec<&str> = lines.lines().collect();
    let builds: Vec<Child> = lines
        .chunks(13)
        .enumerate()
        .map(|(index, some)| graph.start_build(&graph.lines(&format!("{index}.jsonl"), some)))
        .collect();
    assert_eq!(builds.len(), 4);
    for mut build in builds {
        assert!(build.wait().unwrap().success());
    }
    assert_eq!(graph.export(), *AT_ONCE);
}

#[test]
fn one_report_told_twice_is_one_source() {
    let graph = Graph::new();
    graph.build(&articles());
    let found: serde_json::Value = serde_json::from_str(&graph.export()).unwrap();
    let edges = found["edges"].as_array().unwrap();
    let repeated = |edge: &&serde_json::Value| {
        let claims = edge["claims"].as_array().unwrap();
        edge["predicate"] == "spotted_with" && claims.iter().any(|claim| claim["document"]["id"] == "harbour-50")
    };
    let edge = edges.iter().find(repeated).expect("an edge from both articles");
    assert_eq!(edge["sources"], 2, "harbour-10 and the report that harbour-49 and harbour-50 both tell");
}

#[test]
fn an_import_is_taken_whole_or_not_at_all() {
    let graph = Graph::new();
    let good =
        r#"{"source": "Ena Brisk", "predicate": "dating", "target": "Kai Lund", "document": "https://a.example/1"}"#;
    let alike = r#"{"source": "Éna Brisk", "predicate": "friend_of", "target": "Kai Lund", "status": "rumored"}"#;
    for bad in [
        r#"{"source": "Ena Brisk", "predicate": "haunts", "target": "Kai Lund"}"#,
        r#"{"source": "Ena Brisk", "predicate": "dating", "target": "Kai Lund", "date": "in May"}"#,
        r#"{"source": "Ena Brisk", "predicate": "dating", "target": "Kai Lund", "status": "sure"}"#,
        r#"{"source": "Ena Brisk", "predicate": "dating", "target": "Kai Lund", "target_kind": "dog"}"#,
        "no JSON",
    ] {
        let file = graph.lines("bad.jsonl", &[good, bad]);
        let output = run(&["import", "--graph", &graph.path(), &file]);
        assert_eq!(output.status.code(), Some(2), "{bad}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("line 2"), "{bad}");
        assert!(!Path::new(&graph.path()).exists(), "{bad}");
    }
    graph.run(&["import", &graph.lines("good.jsonl", &[good, alike])]);
    assert_eq!(graph.run(&["list", "people"]).lines().count(), 3, "two names of one file are two nodes");
    let table =
        "source,predicate,target,target_kind,evidence\nKai Lund,attended,Spring Ball,event,\"Lund, at the ball\"\n";
    graph.run(&["import", &graph.lines("table.csv", &[table])]);
    let why = graph.run(&["why", "Kai Lund", "attended", "Spring Ball"]);
    assert!(why.contains("Lund, at the ball"), "{why}");
}

#[test]
fn files_that_are_no_graph_are_refused_in_plain_words() {
    let graph = Graph::new();
    graph.build(&articles());
    let whole = fs::read(graph.path()).unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = graph.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes()); // user_version
    for (path, want) in [
        (
            file(
                "text.db",
                b"This is no graph at all, but a text that goes on for a while, as texts do. ".repeat(9).as_slice(),
            ),
            "no graph file",
        ),
        (file("cut.db", &whole[..whole.len() / 2]), "cut off"),
        (file("newer.db", &newer), "version 99"),
    ] {
        for command in [&["sources"][..], &["build", &articles()], &["export", "--json"]] {
            let before = fs::read(&path).unwrap();
            let output = run(&[command, &["--graph", &path]].concat());
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{path} {command:?}: {told}");
            assert!(told.contains(want), "{path} {command:?}: {told}");
            assert_eq!(fs::read(&path).unwrap(), before, "{path} was changed");
        }
    }
}
