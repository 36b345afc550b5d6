//! What the tests share: the program, its answers, the cases, a scratch folder.

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The built program, away from any graph that the caller's environment names.
pub(crate) fn relgraph() -> Command {
    let mut command = Command::cargo_bin("relgraph").unwrap();
    command.env_remove("RELGRAPH_GRAPH");
    command
}

/// Runs the program to its end.
pub(crate) fn run(args: &[&str]) -> Output {
    relgraph().args(args).output().unwrap()
}

/// The JSON lines of an answer that went well.
pub(crate) fn answers(output: &Output) -> Vec<Value> {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The path of a file of `tests/cases`.
pub(crate) fn case(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name).to_str().unwrap().to_owned()
}

/// A folder that goes away with the test.
pub(crate) fn scratch() -> TempDir {
    tempfile::tempdir().unwrap()
}
