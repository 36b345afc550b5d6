//! Lists the files of `data/predicates`, so that a new predicate is one new file and nothing else, and
//! indexes each list of `data`, so that a word is looked up in one step and nothing is built when
//! the program starts.

#![allow(clippy::disallowed_methods, reason = "a build script reads its folder and its environment")]

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/lexicon/slots.rs"]
mod slots;

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap()).join("data");
    let out = PathBuf::from(env::var("OUT_DIR").unwrap());
    println!("cargo::rerun-if-changed={}", data.display());
    println!("cargo::rerun-if-changed=src/lexicon/slots.rs");
    let rows: String = files(&data.join("predicates"), "toml").iter().map(|path| row(path)).collect();
    let code = format!(
        "/// Name and text of each shipped predicate file, by name.\nconst SHIPPED: &[(&str, &str)] = &[\n{rows}];\n"
    );
    fs::write(out.join("predicates.rs"), code).unwrap();
    for folder in fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for list in files(&folder, "tsv") {
            let index = out.join(list.strip_prefix(&data).unwrap()).with_extension("slots");
            fs::create_dir_all(index.parent().unwrap()).unwrap();
            fs::write(index, index_of(&fs::read_to_string(&list).unwrap())).unwrap();
        }
    }
}

/// The files of a folder with this ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == ending));
    files.sort();
    files
}

/// One row of the list of predicates: the file's name without its ending, and its text.
fn row(path: &Path) -> String {
    format!("    ({:?}, include_str!({:?})),\n", path.file_stem().unwrap().to_str().unwrap(), path)
}

/// The slots of a list, see `slots`.
fn index_of(list: &str) -> Vec<u8> {
    let mut place = 0;
    let mut keys = Vec::new();
    for line in list.split_inclusive('\n') {
        if !keys.is_empty() || !line.starts_with('#') {
            keys.push((place, line.trim_end_matches('\n').split('\t').next().unwrap()));
        }
        place += line.len();
    }
    assert!(place < 1 << slots::PLACE_BITS, "a list is too long for its slots");
    let mut index = vec![0_u32; 2 * keys.len() + slots::SPARE];
    for (place, key) in keys {
        let hash = slots::hash(key);
        let home = slots::home(hash, index.len());
        let free = (home..index.len() - 1).find(|&at| index[at] == 0).expect("enough spare slots");
        index[free] = hash << slots::PLACE_BITS | (place as u32 + 1);
    }
    index.into_iter().flat_map(u32::to_le_bytes).collect()
}
