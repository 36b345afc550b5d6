//! How many words a second `syntax` reads on one core, beside the word split of
//! `unicode-segmentation` over the same text in the same run.
//!
//! ```sh
//! cargo bench --bench syntax               # over data/articles
//! cargo bench --bench syntax -- FOLDER     # over the .txt files of a folder
//! ```
//!
//! It also reads what tempts a reader into quadratic time, at two sizes.

#![allow(clippy::disallowed_methods, reason = "a bench reads the clock and its input")]

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use relgraph::lexicon::Lexicon;
use relgraph::syntax::analyse;
use unicode_segmentation::UnicodeSegmentation;

/// Each article is read again until so much time has passed; its best round counts.
const PATIENCE: Duration = Duration::from_millis(200);

fn main() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/articles");
    let folder = std::env::args().skip(1).find(|word| !word.starts_with('-')).map_or(shipped, PathBuf::from);
    let articles = read(&folder);
    let lexicon = Lexicon::shipped();
    let words: usize = articles.iter().map(|article| analyse(article, &lexicon).tokens.len()).sum();
    let syntax: Duration = articles.iter().map(|article| best(|| analyse(article, &lexicon).tokens.len())).sum();
    let split: Duration = articles.iter().map(|article| best(|| article.split_word_bounds().count())).sum();
    println!("{} articles, {words} words", articles.len());
    println!("syntax                {:>10.0} words/s", words as f64 / syntax.as_secs_f64());
    println!("unicode-segmentation  {:>10.0} words/s", words as f64 / split.as_secs_f64());
    for (name, piece) in [
        ("letters", "a"),
        ("commas", "a, "),
        ("quotes", "\" "),
        ("open quotes", "“a "),
        ("who", "Ana who met "),
        ("words", "Ana met Bo and "),
    ] {
        let time = |bytes: usize| {
            let text = piece.repeat(bytes / piece.len());
            let start = Instant::now();
            black_box(analyse(&text, &lexicon));
            start.elapsed()
        };
        let (small, large) = (time(500_000), time(5_000_000));
        println!("{name:<12} 0.5 MB {:>6} ms, 5 MB {:>6} ms", small.as_millis(), large.as_millis());
    }
}

fn read(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder can be read");
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.iter().filter_map(|path| std::fs::read_to_string(path).ok()).collect()
}

/// The shortest time of one round.
fn best(mut round: impl FnMut() -> usize) -> Duration {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < PATIENCE {
        let start = Instant::now();
        black_box(round());
        best = best.min(start.elapsed());
    }
    best
}
