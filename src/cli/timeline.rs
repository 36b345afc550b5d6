//! `relgraph timeline`: the dated claims about someone, or between two, in order.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::graph::Claim;
use relgraph::model::Node;
use relgraph::query::{Moment, timeline};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, Names, claim_line, edge_words};
use super::question::Question;

/// Show the claims about someone, or between two, in the order of their dates, with sources
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A name as you would type it
    a: String,
    /// Only what is told of the two
    b: Option<String>,
    #[command(flatten)]
    question: Question,
}

/// The answer in JSON.
#[derive(Serialize)]
pub(crate) struct Body<'g> {
    of: Vec<&'g str>,
    moments: Vec<MomentView<'g>>,
}

#[derive(Serialize)]
struct MomentView<'g> {
    source: &'g str,
    source_name: &'g str,
    predicate: &'g str,
    target: &'g str,
    target_name: &'g str,
    #[serde(flatten)]
    claim: &'g Claim,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let source = args.question.graph.source()?;
    let sample = source.name;
    let asked: Vec<&str> = std::iter::once(&args.a).chain(&args.b).map(String::as_str).collect();
    let graph = source.around(&asked)?;
    let mut names = Names::of(&graph);
    let a = graph.node(names.find("a", &args.a)?);
    let b = args.b.as_deref().map(|b| names.find("b", b)).transpose()?.map(|b| graph.node(b));
    let matched_from = names.matched;
    let chosen = args.question.select.apply(graph.clone())?;
    let moments = match (chosen.index_of(&a.id), b.map(|b| chosen.index_of(&b.id))) {
        (None, _) | (_, Some(None)) => Vec::new(),
        (Some(a), b) => timeline(&chosen, a, b.flatten()),
    };
    if args.question.json {
        let body = body(std::iter::once(a).chain(b), &moments);
        Answer { schema: "relgraph-timeline/1", graph: sample, matched_from, body }.print()?;
    } else {
        print(&moments)?;
    }
    Ok(if moments.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

/// The answer: what is told of a node, or of two.
pub(crate) fn body<'g>(of: impl Iterator<Item = &'g Node>, moments: &[Moment<'g>]) -> Body<'g> {
    Body { of: of.map(|node| node.name.as_str()).collect(), moments: moments.iter().map(view).collect() }
}

fn view<'g>(moment: &Moment<'g>) -> MomentView<'g> {
    let Moment { edge, claim } = moment;
    MomentView {
        source: edge.source,
        source_name: &edge.from.name,
        predicate: edge.predicate,
        target: edge.target,
        target_name: &edge.to.name,
        claim,
    }
}

fn print(moments: &[Moment<'_>]) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if moments.is_empty() {
        writeln!(out, "Nothing is told of them.")?;
    }
    for Moment { edge, claim } in moments {
        let date = claim.date.as_ref().map_or("undated", |date| date.as_str());
        writeln!(out, "{date:12} {}\n{:12}   {}", edge_words(edge), "", claim_line(claim))?;
    }
    Ok(out.flush()?)
}
