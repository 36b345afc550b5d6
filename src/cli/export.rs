//! `relgraph export`: the graph, or a part of it, in a form that other programs read.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use relgraph::export::{ExportError, FORMATS, Format, Options, format};

use super::Outcome;
use super::graph_source::GraphArg;
use super::part::Part;
use super::select::Select;

/// Write the graph, or a part of it, for another program
#[derive(Debug, clap::Args)]
#[command(after_help = formats_help())]
pub(crate) struct Args {
    /// Which form to write (see the list below)
    #[arg(long, value_parser = format_parser(), required_unless_present_any = ["dot", "json"])]
    format: Option<&'static Format>,
    /// The same as --format dot
    #[arg(long, conflicts_with_all = ["format", "json"])]
    dot: bool,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Write to this file instead of standard output; an existing file is replaced only when all went well
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The member that holds the edges in JSON: `links` for D3 and older NetworkX
    #[arg(long, value_name = "KEY", default_value = "edges")]
    edges_key: String,
    #[command(flatten)]
    graph: GraphArg,
    #[command(flatten)]
    select: Select,
    #[command(flatten)]
    part: Part,
}

fn format_parser() -> impl TypedValueParser<Value = &'static Format> {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
        .map(|name| format(&name).expect("only names of formats are let through"))
}

/// The table of formats, for the help.
fn formats_help() -> String {
    let row = |format: &Format| match format.loses {
        "" => format!("\n  {:10} {}", format.name, format.about),
        loses => format!("\n  {:10} {}\n  {:10}   leaves out: {loses}", format.name, format.about, ""),
    };
    format!("Formats:{}", FORMATS.iter().map(row).collect::<String>())
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let source = args.graph.source()?;
    let name = source.name.map(str::to_owned);
    let graph = args.part.open(source, &args.select)?.graph;
    let format = args.format.or_else(|| format(if args.dot { "dot" } else { "json" })).expect("shipped formats");
    let options = Options { name, edges_key: args.edges_key.clone() };
    let write = |out: &mut dyn Write| -> Result<()> {
        let mut out = BufWriter::with_capacity(1 << 16, out);
        match (format.write)(&graph, &options, &mut out) {
            Err(ExportError::Io(error)) => return Err(error.into()),
            other => other?,
        }
        Ok(out.flush()?)
    };
    match &args.output {
        None => write(&mut io::stdout().lock())?,
        Some(path) => replace(path, write).with_context(|| path.display().to_string())?,
    }
    Ok(Outcome::Found)
}

/// Writes a file beside `path`, then puts it in its place: a failed run leaves what was there.
#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
pub(crate) fn replace(path: &Path, write: impl Fn(&mut dyn Write) -> Result<()>) -> Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = File::create(&beside).map_err(anyhow::Error::from).and_then(|mut file| {
        write(&mut file)?;
        Ok(file.sync_all()?)
    });
    let done = written.and_then(|()| Ok(fs::rename(&beside, path)?));
    if done.is_err() {
        let _ = fs::remove_file(&beside);
    }
    done
}
