//! `relgraph list`: the nodes of a graph.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::model::{Node, NodeKind};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, plain};
use super::graph_source::GraphArg;

/// List people, venues and events, or find some by a part of their names
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only these
    kind: Option<Kind>,
    /// Only those one of whose names has this in it (case and accents do not matter)
    #[arg(long, value_name = "NAME")]
    like: Option<String>,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphArg,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Kind {
    People,
    Venues,
    Events,
}

impl Kind {
    const fn node_kind(self) -> NodeKind {
        match self {
            Self::People => NodeKind::Person,
            Self::Venues => NodeKind::Venue,
            Self::Events => NodeKind::Event,
        }
    }
}

#[derive(Serialize)]
struct Body<'g> {
    nodes: Vec<&'g Node>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let opened = args.graph.open()?;
    let like = args.like.as_ref().map(|like| folded(like));
    let wanted = |node: &&Node| {
        let is_like = |like: &String| node.aliases.iter().chain([&node.name]).any(|name| folded(name).contains(like));
        args.kind.is_none_or(|kind| kind.node_kind() == node.kind) && like.as_ref().is_none_or(is_like)
    };
    let nodes: Vec<&Node> = opened.graph.nodes().filter(wanted).collect();
    let nothing = nodes.is_empty();
    if args.json {
        let body = Body { nodes };
        Answer { schema: "relgraph-list/1", graph: opened.name, matched_from: Default::default(), body }.print()?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        for node in nodes {
            let aliases =
                if node.aliases.is_empty() { String::new() } else { format!(", also {}", node.aliases.join(", ")) };
            writeln!(out, "{} ({}, id {}){}", plain(&node.name), node.kind, node.id, plain(&aliases))?;
        }
        out.flush()?;
    }
    Ok(if nothing { Outcome::NothingFound } else { Outcome::Found })
}

/// Without case, accents and runs of spaces.
fn folded(text: &str) -> String {
    let plain = deunicode::deunicode(text).to_lowercase();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
