//! `relgraph extract`: articles in, one JSON object a line out. Nothing is stored.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Result;
use relgraph::extract::article::InputFormat;
use relgraph::extract::{Source, extract};
use relgraph::model::Edtf;

use super::Outcome;
use super::extract_explain;
use super::input::{self, Sink};
use super::words::Words;

/// Read articles and write what they say as JSON, one object a line; nothing is stored
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Publication date of the inputs that do not tell their own (EDTF: 2018-05-04, 2018-05, 2018)
    #[arg(long, value_name = "DATE")]
    published: Option<Edtf>,
    /// Form of the inputs: text, html, feed or jsonl; told by the name's ending unless given
    #[arg(long)]
    format: Option<InputFormat>,
    /// Write for people instead: each sentence with its mentions, times and relations, and the rule behind each
    #[arg(long)]
    explain: bool,
    #[command(flatten)]
    words: Words,
    /// Files, folders, or - for standard input
    #[arg(required = true)]
    input: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let lexicon = args.words.lexicon()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut outcome = Outcome::Found;
    let mut each = |mut source: Source| {
        source.published = source.published.or_else(|| args.published.clone());
        if args.explain {
            return Ok(extract_explain::write(&mut out, &source, &lexicon)?);
        }
        let mut found = extract(&source, &lexicon);
        args.words.keep_sure(&mut found);
        serde_json::to_writer(&mut out, &found).map_err(io::Error::from)?;
        Ok(out.write_all(b"\n")?)
    };
    let mut failed = |error: anyhow::Error| {
        eprintln!("relgraph: {error:#}");
        outcome = Outcome::Incomplete;
    };
    input::read(&args.input, args.format, &mut Sink { each: &mut each, failed: &mut failed })?;
    out.flush()?;
    Ok(outcome)
}
