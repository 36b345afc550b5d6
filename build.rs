//! Lists the files of `data/predicates`, so that a new predicate is one new file and nothing else.

#![allow(clippy::disallowed_methods, reason = "a build script reads its folder and its environment")]

use std::path::Path;
use std::{env, fs};

fn main() {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("data/predicates");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let rows: String = files.iter().map(|path| row(path)).collect();
    let code = format!(
        "/// Name and text of each shipped predicate file, by name.\nconst SHIPPED: &[(&str, &str)] = &[\n{rows}];\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("predicates.rs"), code).unwrap();
}

/// One row of the list: the file's name without its ending, and its text.
fn row(path: &Path) -> String {
    format!("    ({:?}, include_str!({:?})),\n", path.file_stem().unwrap().to_str().unwrap(), path)
}
