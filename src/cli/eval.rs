//! `relgraph eval`: how well articles are read, for people who tune predicates for their own corpus.
//!
//! A folder holds pairs `NAME.txt` and `NAME.gold.json`; see [`super::eval_gold`] for their form.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use relgraph::extract::{Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::Extraction;

use super::Outcome;
use super::eval_gold::{Edge, Gold};
use super::words::Words;

/// Compare what is read of annotated articles with their annotations: precision, recall and F1 by predicate
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    words: Words,
    /// List also what was wrong or missed, with its evidence
    #[arg(long)]
    list: bool,
    /// Folder of NAME.txt files, each with a NAME.gold.json beside it
    gold: PathBuf,
}

/// Right, wrong and missed claims of one predicate.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let lexicon = args.words.lexicon()?;
    let mut tallies = BTreeMap::new();
    let mut faults = Vec::new();
    for gold_file in gold_files(&args.gold)? {
        let (gold, mut found) = read(&gold_file, &lexicon)?;
        args.words.keep_sure(&mut found);
        compare(&gold, &found, &lexicon, &mut tallies, &mut faults);
    }
    let mut out = io::stdout().lock();
    for fault in faults.iter().filter(|_| args.list) {
        writeln!(out, "{fault}")?;
    }
    write_table(&mut out, &tallies)?;
    Ok(Outcome::Found)
}

/// The annotations of a folder, by name.
fn gold_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".gold.json"));
    files.sort();
    anyhow::ensure!(!files.is_empty(), "{}: no NAME.gold.json in this folder", folder.display());
    Ok(files)
}

/// An annotation, and what is read of the article beside it.
#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
fn read(gold_file: &Path, lexicon: &Lexicon) -> Result<(Gold, Extraction)> {
    let text = fs::read_to_string(gold_file).with_context(|| format!("{}", gold_file.display()))?;
    let gold: Gold = serde_json::from_str(&text).with_context(|| format!("{}", gold_file.display()))?;
    let article = PathBuf::from(gold_file.to_string_lossy().replace(".gold.json", ".txt"));
    let text = fs::read_to_string(&article).with_context(|| format!("{}", article.display()))?;
    let source = Source { published: gold.published.clone(), ..Source::text(&text) };
    Ok((gold, extract(&source, lexicon)))
}

/// Counts what agrees, and words what does not.
fn compare(
    gold: &Gold,
    found: &Extraction,
    lexicon: &Lexicon,
    tallies: &mut BTreeMap<String, Tally>,
    faults: &mut Vec<String>,
) {
    let symmetric = |predicate: &str| lexicon.predicates.get(predicate).is_some_and(|entry| entry.predicate.symmetric);
    let key = |source: String, predicate: &str, target: String| {
        let swap = symmetric(predicate) && source > target;
        let (source, target) = if swap { (target, source) } else { (source, target) };
        (source, predicate.to_owned(), target)
    };
    let wanted: BTreeMap<_, &Edge> =
        gold.edges.iter().map(|edge| (key(edge.source.clone(), &edge.predicate, edge.target.clone()), edge)).collect();
    let links = gold.link(&found.nodes);
    let mut seen = BTreeSet::new();
    for claim in &found.claims {
        let end = |id: &str| links.get(id).cloned().unwrap_or_else(|| format!("? {id}"));
        let key = key(end(&claim.source), &claim.predicate, end(&claim.target));
        if !seen.insert(key.clone()) {
            continue;
        }
        let tally = tallies.entry(claim.predicate.clone()).or_default();
        match wanted.get(&key) {
            Some(edge) => tally.right += usize::from(edge.required),
            None => {
                tally.wrong += 1;
                faults.push(format!(
                    "{}\twrong\t{} {} {}\t{}\t{}",
                    gold.id, key.0, key.1, key.2, claim.rule, claim.evidence.text
                ));
            }
        }
    }
    for (key, edge) in wanted.iter().filter(|(key, edge)| edge.required && !seen.contains(*key)) {
        tallies.entry(edge.predicate.clone()).or_default().missed += 1;
        faults.push(format!("{}\tmissed\t{} {} {}\t\t{}", gold.id, key.0, key.1, key.2, edge.evidence));
    }
}

fn write_table(out: &mut impl Write, tallies: &BTreeMap<String, Tally>) -> io::Result<()> {
    let width = tallies.keys().map(String::len).max().unwrap_or(0).max(9);
    writeln!(out, "{:width$}  precision  recall     f1  right  wrong  missed", "predicate")?;
    let mut all = Tally::default();
    for (predicate, tally) in tallies {
        write_row(out, predicate, *tally, width)?;
        all.right += tally.right;
        all.wrong += tally.wrong;
        all.missed += tally.missed;
    }
    write_row(out, "all", all, width)
}

fn write_row(out: &mut impl Write, name: &str, tally: Tally, width: usize) -> io::Result<()> {
    let share = |of: usize| if of == 0 { 0.0 } else { tally.right as f64 / of as f64 };
    let (precision, recall) = (share(tally.right + tally.wrong), share(tally.right + tally.missed));
    let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    let Tally { right, wrong, missed } = tally;
    writeln!(out, "{name:width$}  {precision:9.3}  {recall:6.3}  {f1:5.3}  {right:5}  {wrong:5}  {missed:6}")
}
