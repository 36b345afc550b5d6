//! `relgraph why`: every claim behind a relationship, with its words in their context.

use std::io::{self, BufWriter, Write};

use anyhow::{Result, bail};
use relgraph::graph::{Claim, EdgeView, Graph};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, Names, edge_line, plain, source};
use super::question::Question;

/// Tell why two nodes are linked: each claim, who says it, in which source, in which words
///
/// Exit status: 0 there are such claims, 1 there are none, 2 error.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// One end
    a: String,
    /// What is claimed: a predicate's name or label ("godparent_of", "godparent of"), or any
    predicate: String,
    /// The other end
    b: String,
    #[command(flatten)]
    question: Question,
}

#[derive(Serialize)]
struct Body<'g> {
    edges: Vec<EdgeView<'g>>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let source = args.question.graph.source()?;
    let sample = source.name;
    let graph = source.around(&[&args.a, &args.b])?;
    let mut names = Names::of(&graph);
    let ends = [names.find("a", &args.a)?, names.find("b", &args.b)?];
    let ids = ends.map(|end| graph.node(end).id.clone());
    let matched_from = names.matched;
    check_predicate(&graph, &args.predicate)?;
    let chosen = args.question.select.apply(graph.clone())?;
    let edges = between(&chosen, &ids, &args.predicate);
    let nothing = edges.is_empty();
    if args.question.json {
        let body = Body { edges };
        Answer { schema: "relgraph-why/1", graph: sample, matched_from, body }.print()?;
    } else if nothing {
        eprintln!("relgraph: no source that stands claims that");
    } else {
        print(&edges)?;
    }
    Ok(if nothing { Outcome::NothingFound } else { Outcome::Found })
}

fn is_predicate(asked: &str, name: &str, label: &str, inverse: &str) -> bool {
    asked == "any" || [name, label, inverse].contains(&asked)
}

fn check_predicate(graph: &Graph, asked: &str) -> Result<()> {
    let known = graph.predicates().any(|it| is_predicate(asked, &it.name, &it.label, &it.inverse));
    if !known {
        let names: Vec<&str> = graph.predicates().map(|predicate| predicate.name.as_str()).collect();
        bail!("there is no predicate {asked:?}: any, or one of {}", names.join(", "));
    }
    Ok(())
}

fn between<'g>(graph: &'g Graph, ids: &[String; 2], predicate: &str) -> Vec<EdgeView<'g>> {
    let Some(node) = graph.index_of(&ids[0]) else { return Vec::new() };
    let mut edges = graph.edges_of(node);
    edges.retain(|edge| {
        let definition = edge.definition;
        (edge.source == ids[1] || edge.target == ids[1])
            && is_predicate(predicate, &definition.name, &definition.label, &definition.inverse)
    });
    edges
}

fn print(edges: &[EdgeView<'_>]) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for edge in edges {
        writeln!(out, "{}", edge_line(edge))?;
        for claim in edge.claims {
            print_claim(&mut out, claim)?;
        }
    }
    Ok(out.flush()?)
}

fn print_claim(out: &mut impl Write, claim: &Claim) -> Result<()> {
    let date = claim.date.as_ref().map(|date| format!(", {date}")).unwrap_or_default();
    let ended = if claim.ended { ", ended" } else { "" };
    let said_by = claim.said_by.as_ref().map(|who| format!(", said by {}", plain(who))).unwrap_or_default();
    writeln!(out, "\n  {}{date}{ended}{said_by}", claim.status)?;
    if !claim.words().is_empty() {
        let (before, after) = claim.context();
        writeln!(out, "    {}«{}»{}", plain(before), plain(claim.words()), plain(after))?;
    }
    writeln!(out, "    {}", source(&claim.document))?;
    writeln!(out, "    rule {}, confidence {:.2}, claim {}", claim.rule, claim.confidence, claim.id)?;
    Ok(())
}
