//! Opens the graph that a question is put to.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use relgraph::export::node_link;
use relgraph::graph::{Graph, choose};
use relgraph::query::Filter;
use relgraph::store::Store;

use super::stored_path::{self, Wanted};
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

/// A graph in memory, and whether it is the sample.
pub(crate) struct Opened {
    pub(crate) graph: Graph,
    /// `Some("sample")` where the answer comes from the sample graph, which must be told.
    pub(crate) name: Option<&'static str>,
}

/// A graph of which only what a question needs is read.
pub(crate) struct Source {
    graph: Asked,
    /// As in [`Opened`].
    pub(crate) name: Option<&'static str>,
}

enum Asked {
    Whole(Graph),
    Stored(Store),
}

impl Source {
    /// All of it.
    pub(crate) fn whole(self) -> Result<Graph> {
        match self.graph {
            Asked::Whole(graph) => Ok(graph),
            Asked::Stored(store) => stored_graph::whole(&store),
        }
    }

    /// As much of it as questions about some nodes need, whom typed names may mean included.
    pub(crate) fn around(self, asked: &[&str]) -> Result<Graph> {
        let Asked::Stored(store) = self.graph else { return self.whole() };
        let mut candidates = BTreeMap::new();
        let mut meant = Vec::new();
        for name in asked {
            let found = stored_graph::candidates(&store, name)?;
            meant.extend(choose(name, || found.iter()).map(|(handle, _)| *handle));
            candidates.extend(found);
        }
        if meant.len() == asked.len() {
            return stored_graph::around(&store, &meant);
        }
        Ok(stored_graph::of_nodes(candidates.into_values()))
    }

    /// As much of it as lies within some hops of a node along what a filter lets through, whom a typed
    /// name may mean included.
    pub(crate) fn near(self, asked: &str, hops: usize, filter: &Filter) -> Result<Graph> {
        let Asked::Stored(store) = self.graph else { return self.whole() };
        let candidates = stored_graph::candidates(&store, asked)?;
        match choose(asked, || candidates.iter()) {
            Ok((&centre, _)) => stored_path::near(&store, centre, hops, filter),
            Err(_) => Ok(stored_graph::of_nodes(candidates.into_values())),
        }
    }

    /// As much of it as paths between two nodes need, whom typed names may mean included; and up to
    /// how many hops it holds every path.
    pub(crate) fn between(self, asked: [&str; 2], wanted: &Wanted<'_>) -> Result<(Graph, usize)> {
        let Asked::Stored(store) = self.graph else { return Ok((self.whole()?, wanted.max_hops)) };
        let [a, b] = [stored_graph::candidates(&store, asked[0])?, stored_graph::candidates(&store, asked[1])?];
        match (choose(asked[0], || a.iter()), choose(asked[1], || b.iter())) {
            (Ok((&a, _)), Ok((&b, _))) => stored_path::between(&store, [a, b], wanted),
            _ => Ok((stored_graph::of_nodes(a.into_values().chain(b.into_values())), wanted.max_hops)),
        }
    }
}

impl GraphArg {
    /// Reads all of the graph. Tells on standard error when it is the sample.
    pub(crate) fn open(&self) -> Result<Opened> {
        let source = self.source()?;
        let name = source.name;
        Ok(Opened { graph: source.whole()?, name })
    }

    /// Opens the graph for a question. Tells on standard error when it is the sample.
    pub(crate) fn source(&self) -> Result<Source> {
        match self.graph.as_deref() {
            Some(path) if path.as_os_str() == SAMPLE_NAME => sample("the sample graph, as asked"),
            Some(path) => open(path),
            None if Path::new(DEFAULT).exists() => open(Path::new(DEFAULT)),
            None => {
                sample("the sample graph: none was named, and there is no graphs/relgraph.db (see `relgraph build`)")
            }
        }
    }
}

fn sample(told: &str) -> Result<Source> {
    eprintln!("relgraph: answering from {told}");
    let graph = node_link::read_str(SAMPLE).context("the sample graph")?;
    Ok(Source { graph: Asked::Whole(graph), name: Some(SAMPLE_NAME) })
}

fn open(path: &Path) -> Result<Source> {
    let shown = path.display();
    let graph = if path.as_os_str() == "-" {
        Asked::Whole(node_link::read(BufReader::new(io::stdin().lock())).context("standard input")?)
    } else if path.extension().is_some_and(|ending| ending == "json") {
        let file = open_file(path).with_context(|| format!("{shown}: cannot open this graph"))?;
        Asked::Whole(node_link::read(BufReader::new(file)).with_context(|| shown.to_string())?)
    } else {
        open_file(path).with_context(|| format!("{shown}: cannot open this graph"))?;
        Asked::Stored(graph_file::open_to_read(path)?)
    };
    Ok(Source { graph, name: None })
}

#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
fn open_file(path: &Path) -> io::Result<File> {
    File::open(path)
}
