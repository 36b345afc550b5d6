//! `relgraph view`: the page of a graph, opened in the browser.

use std::env;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use relgraph::export::page;

use super::Outcome;
use super::graph_source::GraphArg;
use super::part::Part;
use super::select::Select;

/// Open the graph, or a part of it, as a page in the browser
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Write the page and print where it is, without opening it
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    graph: GraphArg,
    #[command(flatten)]
    select: Select,
    #[command(flatten)]
    part: Part,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let source = args.graph.source()?;
    let name = source.name;
    let graph = args.part.open(source, &args.select)?.graph;
    let path = env::temp_dir().join(format!("relgraph-{}.html", std::process::id()));
    let mut file = BufWriter::new(File::create_new(&path).with_context(|| path.display().to_string())?);
    page::write(&graph, name, &mut file)?;
    file.flush()?;
    println!("{}", path.display());
    if !args.no_open && !open(&path) {
        eprintln!("relgraph: no browser could be started; open that file by hand");
    }
    Ok(Outcome::Found)
}

/// Hands a file to the program that opens such files here.
fn open(path: &Path) -> bool {
    let programs: &[&[&str]] = if cfg!(target_os = "macos") {
        &[&["open"]]
    } else if cfg!(windows) {
        &[&["explorer"]]
    } else {
        &[&["xdg-open"], &["gio", "open"], &["sensible-browser"]]
    };
    programs.iter().any(|program| start(program, path))
}

fn start(program: &[&str], path: &Path) -> bool {
    let path = PathBuf::from(path);
    let mut command = Command::new(program[0]);
    command.args(&program[1..]).arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}
