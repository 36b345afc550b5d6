//! A disk that is full, a folder that cannot be written: told with the file and a remedy, and nothing
//! is lost.

#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "tests write and read files of their own")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use relgraph::error::Error;
use relgraph::model::{Document, Reading, ReadingKind};
use relgraph::store::{Connection, Store};

use crate::support::{case, run, scratch};

/// A reading that fills some pages.
fn reading(number: usize) -> Reading {
    let key = format!("reading-{number}");
    let document = Document { id: key.clone(), title: Some("a long title ".repeat(500)), ..Document::default() };
    Reading {
        key,
        kind: ReadingKind::Article,
        hash: String::new(),
        documents: vec![document],
        nodes: Vec::new(),
        claims: Vec::new(),
        mentions: Vec::new(),
        redacted: false,
    }
}

#[test]
fn a_full_disk_rolls_back_to_what_was_kept_before() {
    let folder = scratch();
    let path = folder.path().join("graph.db");
    let mut store = Store::open(Connection::open(&path).unwrap()).unwrap();
    store.write(|writer| writer.put(&reading(0))).unwrap();
    drop(store);
    let connection = Connection::open(&path).unwrap();
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = pages + 4; // as a disk with so much room left
    connection.query_row(&format!("PRAGMA max_page_count = {limit}"), [], |_| Ok(())).unwrap();
    let mut store = Store::open(connection).unwrap();
    let failed = store.write(|writer| (1..100).try_for_each(|number| writer.put(&reading(number)).map(drop)));
    let Err(Error::Graph { why }) = failed else { panic!("{failed:?}") };
    assert!(why.contains("the disk is full") && why.contains("make room"), "{why}");
    assert_eq!(store.reading_keys().unwrap(), ["reading-0"]);
    // The store still works as far as there is room.
    store.write(|writer| writer.remove("reading-0")).unwrap();
    assert_eq!(store.counts().unwrap().readings, 0);
}

/// A graph of the first of the newsroom's articles, and all of them to build.
fn graph_in(folder: &Path) -> (String, String) {
    let first = folder.join("first.jsonl");
    fs::write(&first, fs::read_to_string(case("newsroom/articles.jsonl")).unwrap().lines().next().unwrap()).unwrap();
    let graph = folder.join("graph.db").to_str().unwrap().to_owned();
    let output = run(&["build", first.to_str().unwrap(), "--graph", &graph]);
    assert!(output.status.success());
    let all = folder.join("all.jsonl");
    fs::copy(case("newsroom/articles.jsonl"), &all).unwrap();
    (graph, all.to_str().unwrap().to_owned())
}

/// What the program says of a graph: that it is told on standard error with the file's name, and how
/// to mend it.
#[track_caller]
fn is_told(output: &Output, graph: &str, remedy: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains(graph) && told.contains(remedy), "{told}");
}

#[test]
fn a_build_for_which_there_is_no_room_changes_nothing() {
    let folder = scratch();
    let (graph, all) = graph_in(folder.path());
    let before = run(&["export", "--json", "--graph", &graph]).stdout;
    // No file may grow beyond its blocks of 512 bytes: the quota of a user, as `ulimit` sets it.
    let script = "trap '' XFSZ; ulimit -f 8; exec \"$0\" build \"$1\" --graph \"$2\"";
    let output =
        Command::new("sh").args(["-c", script, env!("CARGO_BIN_EXE_relgraph"), &all, &graph]).output().unwrap();
    is_told(&output, &graph, "space and your quota");
    assert_eq!(run(&["export", "--json", "--graph", &graph]).stdout, before);
    assert!(run(&["build", &all, "--graph", &graph]).status.success());
}

/// The program as somebody whom permissions bind, whoever runs the tests.
fn as_nobody(folder: &Path) -> Command {
    let program: PathBuf = folder.join("relgraph");
    fs::copy(env!("CARGO_BIN_EXE_relgraph"), &program).unwrap();
    let mut command = Command::new(program);
    command.env_remove("RELGRAPH_GRAPH");
    if fs::metadata(folder).unwrap().uid() == 0 {
        command.uid(65534).gid(65534);
    }
    command
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_can_still_be_asked() {
    let folder = scratch();
    let (graph, all) = graph_in(folder.path());
    let mut nobody = as_nobody(folder.path());
    let asked = |command: &mut Command, args: &[&str]| command.args(args).output().unwrap();
    fs::set_permissions(&graph, Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    let output = asked(&mut nobody, &["build", &all, "--graph", &graph]);
    is_told(&output, &graph, "check its permissions");
    let mut nobody = Command::new(nobody.get_program());
    if fs::metadata(folder.path()).unwrap().uid() == 0 {
        nobody.uid(65534).gid(65534);
    }
    let output = asked(&mut nobody, &["list", "people", "--graph", &graph]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains("Edgar Harcastle"));
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    let elsewhere = folder.path().join("closed");
    fs::create_dir(&elsewhere).unwrap();
    fs::set_permissions(&elsewhere, Permissions::from_mode(0o555)).unwrap();
    let new = elsewhere.join("new.db").to_str().unwrap().to_owned();
    let mut nobody = Command::new(folder.path().join("relgraph"));
    if fs::metadata(folder.path()).unwrap().uid() == 0 {
        nobody.uid(65534).gid(65534);
    }
    is_told(&asked(&mut nobody, &["build", &all, "--graph", &new]), &new, "may be read and written");
}
