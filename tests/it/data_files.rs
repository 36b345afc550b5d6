//! Every list of `data` keeps the form that `lexicon::Table` reads: sorted by byte order, no key
//! twice, no stray spaces.

use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_list_is_sorted_and_has_no_key_twice() {
    let mut lists = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"), &mut lists);
    let wrong: Vec<String> = lists.iter().flat_map(|path| faults(path)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn walk(folder: &Path, lists: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, lists);
        } else if path.extension().is_some_and(|ending| ending == "tsv") {
            lists.push(path);
        }
    }
    lists.sort();
}

fn faults(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let (mut faults, mut before, mut head) = (Vec::new(), None, true);
    for (index, line) in text.lines().enumerate() {
        head &= line.starts_with('#');
        if head {
            continue;
        }
        let key = line.split('\t').next().unwrap();
        let fault = if key.is_empty() || key.trim() != key {
            Some("an empty key, or one with spaces around it")
        } else if before.is_some_and(|before| before >= key) {
            Some("not after the key of the line before")
        } else {
            None
        };
        faults.extend(fault.map(|fault| format!("{}:{}: {key:?}: {fault}", path.display(), index + 1)));
        before = Some(key);
    }
    faults
}
