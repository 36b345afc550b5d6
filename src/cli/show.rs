//! `relgraph show`: everything about one person, venue or event.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::graph::{Claim, EdgeView};
use relgraph::model::{Group, Node};
use relgraph::query::{Occasion, Profile};
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, Names, claim_line, edge_line, plain, state};
use super::question::Question;

/// Show the relationships of one person, venue or event: grouped, dated, each with its sources
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A name as you would type it: case, accents and a safe misspelling do not matter
    name: String,
    #[command(flatten)]
    question: Question,
}

/// The answer in JSON.
#[derive(Serialize)]
pub(crate) struct Body<'g> {
    node: &'g Node,
    groups: Vec<GroupView<'g>>,
    occasions: Vec<OccasionView<'g>>,
}

impl Body<'_> {
    /// Keeps so many rows of each list; returns how many were left off.
    pub(crate) fn cut(&mut self, limit: usize) -> usize {
        let all = self.occasions.len() + self.groups.iter().map(|group| group.edges.len()).sum::<usize>();
        self.occasions.truncate(limit);
        self.groups.iter_mut().for_each(|group| group.edges.truncate(limit));
        all - self.occasions.len() - self.groups.iter().map(|group| group.edges.len()).sum::<usize>()
    }
}

#[derive(Serialize)]
struct GroupView<'g> {
    group: Group,
    edges: Vec<RelationView<'g>>,
}

/// An edge as it reads from the node that was asked about.
#[derive(Serialize)]
struct RelationView<'g> {
    relation: &'g str,
    other: &'g Node,
    #[serde(flatten)]
    edge: EdgeView<'g>,
}

#[derive(Serialize)]
struct OccasionView<'g> {
    source: &'g str,
    predicate: &'g str,
    target: &'g str,
    claim: &'g Claim,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let source = args.question.graph.source()?;
    let sample = source.name;
    let graph = source.around(&[&args.name])?;
    let mut names = Names::of(&graph);
    let node = graph.node(names.find("name", &args.name)?);
    let matched_from = names.matched;
    let chosen = args.question.select.apply(graph.clone())?;
    let Some(index) = chosen.index_of(&node.id) else {
        eprintln!("relgraph: nothing of what was chosen is about {}", plain(&node.name));
        return Ok(Outcome::NothingFound);
    };
    let profile = Profile::of(&chosen, index);
    if args.question.json {
        let body = view(&profile);
        Answer { schema: "relgraph-show/1", graph: sample, matched_from, body }.print()?;
    } else {
        print(&profile)?;
    }
    Ok(Outcome::Found)
}

pub(crate) fn view<'g>(profile: &Profile<'g>) -> Body<'g> {
    let node = profile.node;
    let relation =
        |edge: &EdgeView<'g>| RelationView { relation: edge.label_from(node), other: edge.other(node), edge: *edge };
    let group = |(group, edges): &(Group, Vec<EdgeView<'g>>)| GroupView {
        group: *group,
        edges: edges.iter().map(relation).collect(),
    };
    let occasion = |Occasion { edge, claim }: &Occasion<'g>| OccasionView {
        source: edge.source,
        predicate: edge.predicate,
        target: edge.target,
        claim,
    };
    Body {
        node,
        groups: profile.groups.iter().map(group).collect(),
        occasions: profile.occasions.iter().map(occasion).collect(),
    }
}

fn print(profile: &Profile<'_>) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let node = profile.node;
    writeln!(out, "{} ({})", plain(&node.name), node.kind)?;
    if !node.aliases.is_empty() {
        writeln!(out, "also: {}", plain(&node.aliases.join(", ")))?;
    }
    for (group, edges) in &profile.groups {
        writeln!(out, "\n{group}")?;
        for edge in edges {
            let (label, other) = (plain(edge.label_from(node)), plain(&edge.other(node).name));
            writeln!(out, "  {label} {other} {}", state(edge))?;
            for claim in edge.claims {
                writeln!(out, "    {}", claim_line(claim))?;
            }
        }
    }
    if !profile.occasions.is_empty() {
        writeln!(out, "\nwhat happened there")?;
    }
    for Occasion { edge, claim } in &profile.occasions {
        writeln!(out, "  {}\n    {}", edge_line(edge), claim_line(claim))?;
    }
    Ok(out.flush()?)
}
