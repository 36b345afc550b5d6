//! `relgraph explain`: why two nodes are one or two.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::resolve::{Comparison, compare_nodes};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, plain};
use super::graph_file::GraphFile;
use super::naming::{Meant, meant};

/// Tell what speaks for and against two nodes being one: names, neighbours, dates
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// One node: its name, its id, or NAME@SOURCE
    a: String,
    /// The other
    b: String,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphFile,
}

#[derive(Serialize)]
struct Body<'a> {
    a: &'a str,
    b: &'a str,
    /// Whether the graph has them as one node.
    one_node: bool,
    #[serde(flatten)]
    comparison: Comparison,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let store = args.graph.open_to_read()?;
    let (a, b) = (meant(&store, &args.a)?, meant(&store, &args.b)?);
    let mut appearances = [store.appearances_of(a.handle)?, store.appearances_of(b.handle)?];
    if a.handle == b.handle {
        for (asked, of) in [&a, &b].into_iter().zip(&mut appearances) {
            let name = &asked.name;
            let wanted = |reading: &str| name.name.reading.as_ref().is_none_or(|only| only == reading);
            of.retain(|it| it.key == name.key && wanted(&it.reading));
        }
    }
    let comparison = compare_nodes(&appearances[0], &appearances[1]);
    let one_node = a.handle == b.handle;
    if args.json {
        let body = Body { a: &a.node.name, b: &b.node.name, one_node, comparison };
        Answer { schema: "relgraph-explain/1", graph: None, matched_from: Default::default(), body }.print()?;
    } else {
        print(&a, &b, &comparison)?;
    }
    Ok(Outcome::Found)
}

fn print(a: &Meant, b: &Meant, comparison: &Comparison) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let is = if a.handle == b.handle { "one node" } else { "two nodes" };
    writeln!(out, "{} (id {}) and {} (id {}): {is}", plain(&a.node.name), a.node.id, plain(&b.node.name), b.node.id)?;
    writeln!(out, "that they are one is {:.0} % likely by what the sources tell:", comparison.score * 100.0)?;
    for clue in &comparison.features {
        let (name, adds, about) = (clue.name, clue.adds, clue.meaning());
        writeln!(out, "  {adds:+.1} {name}: {about}")?;
        for told in &clue.told {
            writeln!(out, "       {}", plain(told))?;
        }
    }
    Ok(out.flush()?)
}
