//! The commands of the README run, in order, in a folder that holds only the sample articles.

use std::fs;
use std::path::Path;
use std::process::Command;

use assert_cmd::cargo::cargo_bin;

use crate::support::scratch;

/// The lines of the README's `sh` blocks.
fn commands() -> Vec<String> {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let mut inside = false;
    let mut lines = Vec::new();
    for line in readme.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside => lines.push(line.to_owned()),
            _ => {}
        }
    }
    lines
}

fn is_installed(program: &str) -> bool {
    let found = Command::new("sh").args(["-c", &format!("command -v {program}")]).output();
    found.is_ok_and(|output| output.status.success())
}

#[test]
fn every_command_of_the_readme_works() {
    let folder = scratch();
    let articles = folder.path().join("data/articles");
    fs::create_dir_all(&articles).unwrap();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, articles.join(path.file_name().unwrap())).unwrap();
    }
    let programs = cargo_bin("relgraph").parent().unwrap().to_owned();
    let path = std::env::join_paths(
        std::iter::once(programs).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    )
    .unwrap();
    let commands = commands();
    assert!(commands.len() > 20);
    for line in commands {
        if ["jq", "dot"].iter().any(|program| line.contains(&format!("| {program} ")) && !is_installed(program)) {
            continue;
        }
        let output = Command::new("bash")
            .args(["-c", &format!("set -o pipefail; {line}")])
            .current_dir(folder.path())
            .env("PATH", &path)
            .env_remove("RELGRAPH_GRAPH")
            .output()
            .unwrap();
        assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
    }
}
