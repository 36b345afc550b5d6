//! `relgraph path`: how two people are connected.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use petgraph::graph::NodeIndex;
use relgraph::graph::{EdgeView, Graph};
use relgraph::model::NodeKind;
use relgraph::query::{Filter, Path, Paths};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, Names, claim_line, edge_line, plain};
use super::question::Question;
use super::stored_path::{Wanted, and_not_denied};

/// Show how two people (venues, events) are connected, with the words and sources of every step
///
/// The best path comes first: fewest steps, then best attested, then by name. Exit status: 0 a path
/// was found, 1 there is none, 2 error (a name that is unknown or may mean several, for one).
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A name as you would type it: case, accents and a safe misspelling do not matter
    from: String,
    /// The other end
    to: String,
    /// At most so many steps
    #[arg(long, value_name = "N")]
    max_hops: Option<usize>,
    /// So many paths, best first
    #[arg(short, value_name = "N", default_value_t = 1)]
    k: usize,
    /// Also walk relationships that are only denied
    #[arg(long, value_name = "WHAT")]
    include: Option<Include>,
    #[command(flatten)]
    question: Question,
}

/// What is left out unless asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Include {
    Denied,
}

/// The answer in JSON.
#[derive(Serialize)]
pub(crate) struct Body<'g> {
    from: &'g str,
    to: &'g str,
    paths: Vec<PathView<'g>>,
}

#[derive(Serialize)]
struct PathView<'g> {
    nodes: Vec<NodeView<'g>>,
    edges: Vec<EdgeView<'g>>,
}

#[derive(Serialize)]
struct NodeView<'g> {
    id: &'g str,
    kind: NodeKind,
    name: &'g str,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let filter = args.filter();
    let wanted = Wanted { filter: &filter, k: args.k, max_hops: args.max_hops.unwrap_or(usize::MAX) };
    let source = args.question.graph.source()?;
    let name = source.name;
    let (graph, max_hops) = source.between([&args.from, &args.to], &wanted)?;
    filter.check(&graph)?;
    let mut names = Names::of(&graph);
    let (from, to) = (names.find("from", &args.from)?, names.find("to", &args.to)?);
    let matched_from = names.matched;
    // Everyone is connected with themselves, whatever edges are chosen.
    let chosen = if from == to { graph.clone() } else { filter.apply(graph.clone()) };
    let ends = [from, to].map(|end| chosen.index_of(&graph.node(end).id));
    let paths: Vec<Path> = match ends {
        [Some(from), Some(to)] => Paths::new(&chosen, from, to, max_hops).take(args.k).collect(),
        _ => Vec::new(),
    };
    let outcome = if paths.is_empty() { Outcome::NothingFound } else { Outcome::Found };
    let names = [from, to].map(|end| graph.node(end).name.as_str());
    let body = body(&chosen, names, &paths);
    if args.question.json {
        Answer { schema: "relgraph-path/1", graph: name, matched_from, body }.print()?;
    } else {
        print(&body)?;
    }
    Ok(outcome)
}

impl Args {
    /// The edges that a path may use.
    fn filter(&self) -> Filter {
        let filter = self.question.select.filter();
        if self.include.is_none() { and_not_denied(filter) } else { filter }
    }
}

/// The answer: paths of a graph between two of these names.
pub(crate) fn body<'g>(graph: &'g Graph, [from, to]: [&'g str; 2], paths: &[Path]) -> Body<'g> {
    Body { from, to, paths: paths.iter().map(|path| view(graph, path)).collect() }
}

fn view<'g>(graph: &'g Graph, path: &Path) -> PathView<'g> {
    let node = |&index: &NodeIndex| {
        let node = graph.node(index);
        NodeView { id: &node.id, kind: node.kind, name: &node.name }
    };
    PathView {
        nodes: path.nodes.iter().map(node).collect(),
        edges: path.edges.iter().map(|&edge| graph.edge(edge)).collect(),
    }
}

fn print(body: &Body<'_>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if body.paths.is_empty() {
        writeln!(out, "No path from {} to {}.", plain(body.from), plain(body.to))?;
    }
    for (index, path) in body.paths.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        let names: Vec<String> = path.nodes.iter().map(|node| plain(node.name)).collect();
        writeln!(out, "{} ({})", names.join(" — "), hops(path.edges.len()))?;
        for edge in &path.edges {
            writeln!(out, "  {}", edge_line(edge))?;
            for claim in edge.claims {
                writeln!(out, "    {}", claim_line(claim))?;
            }
        }
    }
    Ok(out.flush()?)
}

fn hops(count: usize) -> String {
    if count == 1 { "1 step".to_owned() } else { format!("{count} steps") }
}
