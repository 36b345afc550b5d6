//! `relgraph conflicts`: claims that cannot all be true, side by side.

use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::graph::Claim;
use relgraph::model::Node;
use relgraph::query::{Clash, Conflict, conflicts};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, claim_line, edge_line, plain};
use super::question::Question;

/// List claims that cannot all be true (told and denied, two spouses at once, …) side by side
///
/// Nothing is chosen between them. Exit status: 0 there are some, 1 there are none, 2 error.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    question: Question,
}

/// The answer in JSON.
#[derive(Serialize)]
struct Body<'g> {
    conflicts: Vec<ConflictView<'g>>,
}

#[derive(Serialize)]
struct ConflictView<'g> {
    clash: Clash,
    about: &'g Node,
    sides: Vec<SideView<'g>>,
}

#[derive(Serialize)]
struct SideView<'g> {
    source: &'g str,
    source_name: &'g str,
    predicate: &'g str,
    target: &'g str,
    target_name: &'g str,
    claims: &'g [&'g Claim],
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let opened = args.question.graph.open()?;
    let chosen = args.question.select.apply(opened.graph)?;
    let found = conflicts(&chosen);
    if args.question.json {
        let body = Body { conflicts: found.iter().map(view).collect() };
        let matched_from = BTreeMap::new();
        Answer { schema: "relgraph-conflicts/1", graph: opened.name, matched_from, body }.print()?;
    } else {
        print(&found)?;
    }
    Ok(if found.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

fn view<'g>(conflict: &'g Conflict<'g>) -> ConflictView<'g> {
    let sides = conflict.sides.iter().map(|(edge, claims)| SideView {
        source: edge.source,
        source_name: &edge.from.name,
        predicate: edge.predicate,
        target: edge.target,
        target_name: &edge.to.name,
        claims,
    });
    ConflictView { clash: conflict.clash, about: conflict.about, sides: sides.collect() }
}

fn print(found: &[Conflict<'_>]) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if found.is_empty() {
        writeln!(out, "No claims were found that cannot all be true.")?;
    }
    for conflict in found {
        writeln!(out, "{}: {}", plain(&conflict.about.name), conflict.clash.as_str())?;
        for (edge, claims) in &conflict.sides {
            writeln!(out, "  {}", edge_line(edge))?;
            for claim in claims {
                writeln!(out, "    {}", claim_line(claim))?;
            }
        }
    }
    Ok(out.flush()?)
}
