//! Who may import whom. The table is that of `ARCHITECTURE.md`; a test holds both to the code.

use std::fs;
use std::path::{Path, PathBuf};

/// Each module and what it may import of the crate besides itself.
const MAY_IMPORT: [(&str, &[&str]); 10] = [
    ("model", &[]),
    ("error", &["model"]),
    ("lexicon", &["model", "error"]),
    ("syntax", &["model", "lexicon"]),
    ("extract", &["model", "lexicon", "syntax"]),
    ("store", &["model", "error"]),
    ("resolve", &["model", "lexicon"]),
    ("graph", &["model", "resolve"]),
    ("query", &["model", "graph"]),
    ("export", &["model", "graph", "query"]),
];

/// The stages of reading, first to last: each may use only those before it.
const STAGES: [&str; 5] = ["article", "mention", "time", "coref", "relation"];

#[test]
fn modules_import_only_what_they_may() {
    let wrong: Vec<String> =
        sources().iter().flat_map(|(module, file, code)| wrong_imports(module, file, code)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_planted_wrong_import_is_found() {
    for (module, file, code) in [
        ("model", "claim.rs", "use crate::lexicon::Lexicon;"),
        ("model", "claim.rs", "fn f() { crate::graph::build() }"),
        ("graph", "build.rs", "use crate::{model, store};"),
        ("resolve", "mod.rs", "use crate::{\n    model::Node,\n    extract::{Article, coref},\n};"),
        ("extract", "mention/names.rs", "use crate::extract::coref::Chain;"),
        ("extract", "mention/names.rs", "use super::super::relation::Relation;"),
        ("extract", "mention/mod.rs", "use super::relation::Relation;"),
    ] {
        assert_eq!(wrong_imports(module, file, code).len(), 1, "{module}/{file}: {code}");
    }
    for (module, file, code) in [
        ("graph", "build.rs", "use crate::{model::{Claim, Node}, resolve};\n// use crate::store"),
        ("extract", "coref/mod.rs", "use super::mention::Mention;"),
        ("extract", "mod.rs", "use crate::extract::relation;"),
    ] {
        assert_eq!(wrong_imports(module, file, code), Vec::<String>::new(), "{module}/{file}: {code}");
    }
}

#[test]
fn every_module_is_in_the_table_and_in_the_architecture() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (module, _, _) in sources() {
        let (_, may) = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| panic!("{module} is not in the table"));
        let may = if may.is_empty() { "nothing".to_owned() } else { may.join(", ") };
        assert!(
            architecture.contains(&format!("| `{module}` | {may} |")),
            "ARCHITECTURE.md must say: | `{module}` | {may} |"
        );
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Module, path below it and code of each file of the library.
fn sources() -> Vec<(String, String, String)> {
    let src = root().join("src");
    let mut files = Vec::new();
    walk(&src, &mut files);
    let named = files.into_iter().filter_map(|path| {
        let below = path.strip_prefix(&src).unwrap().to_str().unwrap().to_owned();
        let (module, file) = match below.split_once('/') {
            Some((module, file)) => (module.to_owned(), file.to_owned()),
            None => (below.trim_end_matches(".rs").to_owned(), below.clone()),
        };
        let outside = matches!(module.as_str(), "lib" | "main" | "cli" | "bin");
        (!outside).then(|| (module, file, fs::read_to_string(&path).unwrap()))
    });
    named.collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// What one file imports against the rules.
fn wrong_imports(module: &str, file: &str, code: &str) -> Vec<String> {
    let may = MAY_IMPORT.iter().find(|(name, _)| *name == module).map_or(&[][..], |(_, may)| *may);
    let mut wrong = Vec::new();
    for path in imported(code, "crate::") {
        let top = path.split("::").next().unwrap().to_owned();
        let known = MAY_IMPORT.iter().any(|(name, _)| *name == top);
        if known && top != module && !may.contains(&top.as_str()) {
            wrong.push(format!("{module}/{file} imports {path}"));
        }
    }
    if module == "extract" {
        wrong.extend(wrong_stages(file, code));
    }
    wrong
}

/// Later stages that a file of a stage looks at.
fn wrong_stages(file: &str, code: &str) -> Vec<String> {
    let Some(own) = STAGES.iter().position(|stage| file.split('/').next() == Some(stage)) else { return Vec::new() };
    let mut seen = imported(code, "crate::extract::");
    let depth = file.matches('/').count() + usize::from(!file.ends_with("mod.rs"));
    let up = "super::".repeat(depth);
    seen.extend(imported(code, &up));
    let later = |path: &String| STAGES[own + 1..].iter().any(|stage| path.split("::").next() == Some(stage));
    seen.into_iter().filter(later).map(|path| format!("extract/{file} looks ahead to {path}")).collect()
}

/// The paths that stand behind `prefix` in the code, groups in braces taken apart at their first level.
fn imported(code: &str, prefix: &str) -> Vec<String> {
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut paths = Vec::new();
    for (at, _) in code.match_indices(prefix) {
        let own_start = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            _ if !own_start => {}
            Some(group) => paths.extend(first_level(group)),
            None => paths.push(rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | ':')).collect()),
        }
    }
    paths
}

/// The items of a brace group, up to its closing brace.
fn first_level(group: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            c if depth == 0 && !c.is_whitespace() => items.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    items.retain(|item| !item.is_empty());
    items
}
