//! `relgraph compare`: can two written names be one person? Needs no graph.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use relgraph::error::Error;
use relgraph::model::NodeKind;
use relgraph::resolve::{Comparison, compare};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Outcome;

/// Tell whether two written names can be one person, with what speaks for and against it
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relgraph compare \"Macauley Culkin\" \"Macaulay Culkin\"
  relgraph compare --file pairs.jsonl     # {\"name1\": …, \"name2\": …} a line")]
pub(crate) struct Args {
    /// One name
    #[arg(required_unless_present = "file", requires = "name2")]
    name1: Option<String>,
    /// The other
    name2: Option<String>,
    /// Pairs to compare, {"name1": …, "name2": …} a line; - for standard input
    #[arg(long, value_name = "PAIRS.jsonl", conflicts_with_all = ["name1", "name2"])]
    file: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Pair {
    name1: String,
    name2: String,
}

/// The answer as it is written: clues by name.
#[derive(Serialize)]
struct Answer {
    same: Option<bool>,
    score: f64,
    features: Map<String, Value>,
}

impl From<Comparison> for Answer {
    fn from(it: Comparison) -> Self {
        let features = it.features.into_iter().map(|clue| (clue.name.to_owned(), clue.adds.into())).collect();
        Self { same: it.same, score: it.score, features }
    }
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let mut out = BufWriter::new(io::stdout().lock());
    match (&args.file, &args.name1, &args.name2) {
        (Some(file), ..) => compare_file(file, &mut out)?,
        (None, Some(a), Some(b)) => answer(&mut out, a, b)?,
        _ => unreachable!("clap asks for two names or a file"),
    }
    out.flush()?;
    Ok(Outcome::Found)
}

fn compare_file(file: &PathBuf, out: &mut impl Write) -> Result<()> {
    let input = file.display().to_string();
    let reader: Box<dyn io::Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        #[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
        let opened = std::fs::File::open(file);
        Box::new(opened.with_context(|| input.clone())?)
    };
    for (index, line) in BufReader::new(reader).lines().enumerate() {
        let line = line.with_context(|| input.clone())?;
        if line.trim().is_empty() {
            continue;
        }
        let pair: Pair = serde_json::from_str(&line).map_err(|error| Error::Line {
            input: input.clone(),
            line: index + 1,
            why: error.to_string(),
        })?;
        answer(out, &pair.name1, &pair.name2)?;
    }
    Ok(())
}

fn answer(out: &mut impl Write, a: &str, b: &str) -> Result<()> {
    serde_json::to_writer(&mut *out, &Answer::from(compare(NodeKind::Person, a, b))).map_err(io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}
