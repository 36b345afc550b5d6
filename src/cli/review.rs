//! `relgraph review`: what a person should look at, and what people have decided.

use std::io::{self, BufWriter, Write};

use anyhow::Result;
use relgraph::model::{Doubt, Judgement, Verdict};
use relgraph::resolve::{Contradiction, MERGE, contradictions};
use relgraph::store::Store;
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, plain};
use super::graph_file::GraphFile;
use super::judge::{contradicting, told};

/// Show the least certain merges and the nearest misses first, and judgements that contradict
///
/// Decide with `relgraph same` or `relgraph different`. Exit status: 0 there is something to
/// review, 1 nothing, 2 error.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Show the judgements that were given instead, with their numbers
    #[arg(long)]
    judgements: bool,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphFile,
}

#[derive(Serialize)]
struct Body {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradictions: Vec<Vec<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doubts: Option<Vec<DoubtView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    judgements: Option<Vec<Judgement>>,
}

#[derive(Serialize)]
struct DoubtView {
    kind: &'static str,
    a: String,
    b: String,
    merged: bool,
    score: f64,
    why: String,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let store = args.graph.open_to_read()?;
    let judgements = store.judgements()?;
    let contradictions = contradictions_in(&store, &judgements)?;
    let mut doubts = if args.judgements { Vec::new() } else { store.doubts(MERGE)? };
    doubts.truncate(args.limit);
    let nothing = contradictions.is_empty() && doubts.is_empty() && (!args.judgements || judgements.is_empty());
    if args.json {
        json(args, contradictions, doubts, judgements)?;
    } else {
        print(args, &contradictions, &doubts, &judgements)?;
    }
    Ok(if nothing { Outcome::NothingFound } else { Outcome::Found })
}

/// Judgements in this graph that cannot all hold.
fn contradictions_in(store: &Store, judgements: &[Judgement]) -> Result<Vec<Contradiction>> {
    let mut appearances = Vec::new();
    for judgement in judgements.iter().filter(|it| it.undone.is_none() && it.verdict != Verdict::Rename) {
        for name in [&judgement.a, &judgement.b] {
            let key = relgraph::resolve::name_key(name.kind, &name.name);
            for (node, _) in store.bearers(name.kind, &key)? {
                appearances.extend(store.appearances_of(node)?);
            }
        }
    }
    appearances.sort_by_key(|it| it.handle);
    appearances.dedup_by_key(|it| it.handle);
    Ok(contradictions(&appearances, judgements))
}

fn json(args: &Args, found: Vec<Contradiction>, doubts: Vec<Doubt>, judgements: Vec<Judgement>) -> Result<()> {
    let view = |it: Doubt| DoubtView {
        kind: it.kind.as_str(),
        a: it.a,
        b: it.b,
        merged: it.merged,
        score: it.score,
        why: it.why,
    };
    let body = Body {
        contradictions: found.into_iter().map(|it| it.judgements).collect(),
        doubts: (!args.judgements).then(|| doubts.into_iter().map(view).collect()),
        judgements: args.judgements.then_some(judgements),
    };
    Answer { schema: "relgraph-review/1", graph: None, matched_from: Default::default(), body }.print()
}

fn print(args: &Args, found: &[Contradiction], doubts: &[Doubt], judgements: &[Judgement]) -> Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for contradiction in found {
        writeln!(out, "{}", contradicting(contradiction))?;
    }
    for doubt in doubts {
        let done = if doubt.merged { "taken for one" } else { "kept apart" };
        writeln!(out, "{:.2} {done}: {} | {} ({})", doubt.score, plain(&doubt.a), plain(&doubt.b), doubt.kind)?;
        writeln!(out, "     {}", plain(&doubt.why))?;
    }
    for it in judgements.iter().filter(|_| args.judgements) {
        let (a, verdict, b) = (told(&it.a), it.verdict.as_str(), told(&it.b));
        writeln!(out, "{} {verdict}: {a} | {b} ({})", it.number, decided(&it.decision))?;
        if let Some(undone) = &it.undone {
            writeln!(out, "     undone ({})", decided(undone))?;
        }
    }
    Ok(out.flush()?)
}

/// "Kim, 2018-05-04: the reason".
pub(crate) fn decided(decision: &relgraph::model::Decision) -> String {
    let reason = decision.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    plain(&format!("{}, {}{reason}", decision.by, decision.on))
}
