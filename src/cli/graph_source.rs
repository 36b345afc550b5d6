//! Opens the graph that a question is put to.

use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use relgraph::export::node_link;
use relgraph::graph::Graph;

use super::{graph_file, stored_graph};

/// Where `build` keeps its graph unless told otherwise.
pub(crate) const DEFAULT: &str = "graphs/relgraph.db";
/// The name of the graph that is shipped.
const SAMPLE_NAME: &str = "sample";
/// What `build` makes of `data/articles`.
const SAMPLE: &str = include_str!("../../graphs/sample.json");

/// Which graph to ask.
#[derive(Debug, clap::Args)]
pub(crate) struct GraphArg {
    /// The graph to ask: a file of `build`, a JSON export (.json, or - for standard input), or
    /// `sample`. Where none is named: graphs/relgraph.db if there is one, else the sample
    #[arg(long, value_name = "PATH", env = "RELGRAPH_GRAPH")]
    graph: Option<PathBuf>,
}

/// A graph, and whether it is the sample.
pub(crate) struct Opened {
    pub(crate) graph: Graph,
    /// `Some("sample")` where the answer comes from the sample graph, which must be told.
    pub(crate) name: Option<&'static str>,
}

impl GraphArg {
    /// Opens the graph. Tells on standard error when it is the sample.
    pub(crate) fn open(&self) -> Result<Opened> {
        match self.graph.as_deref() {
            Some(path) if path.as_os_str() == SAMPLE_NAME => sample("the sample graph, as asked"),
            Some(path) => Ok(Opened { graph: open(path)?, name: None }),
            None if Path::new(DEFAULT).exists() => Ok(Opened { graph: open(Path::new(DEFAULT))?, name: None }),
            None => {
                sample("the sample graph: none was named, and there is no graphs/relgraph.db (see `relgraph build`)")
            }
        }
    }
}

fn sample(told: &str) -> Result<Opened> {
    eprintln!("relgraph: answering from {told}");
    let graph = node_link::read_str(SAMPLE).context("the sample graph")?;
    Ok(Opened { graph, name: Some(SAMPLE_NAME) })
}

fn open(path: &Path) -> Result<Graph> {
    let shown = path.display();
    if path.as_os_str() == "-" {
        return node_link::read(io::stdin().lock()).context("standard input");
    }
    let file = File::open(path).with_context(|| format!("{shown}: cannot open this graph"))?;
    if path.extension().is_some_and(|ending| ending == "json") {
        return node_link::read(BufReader::new(file)).with_context(|| shown.to_string());
    }
    drop(file);
    stored_graph::whole(&graph_file::open_to_read(path)?)
}
