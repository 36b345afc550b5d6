//! `relgraph sources` and `relgraph retract`: where the claims come from, and their withdrawal.

use std::io::{self, BufWriter, Write};

use anyhow::{Result, bail};
use relgraph::model::SourceRow;
use relgraph::store::Store;
use serde::Serialize;

use super::Outcome;
use super::answer::{Answer, plain, source};
use super::graph_file::GraphFile;
use super::naming::Who;
use super::review::decided;
use super::settle::settle;

/// List the sources, how many claims each makes, and which were withdrawn
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Answer in JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    graph: GraphFile,
}

#[derive(Serialize)]
struct Body {
    sources: Vec<SourceRow>,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let sources = args.graph.open_to_read()?.sources()?;
    let nothing = sources.is_empty();
    if args.json {
        let body = Body { sources };
        Answer { schema: "relgraph-sources/1", graph: None, matched_from: Default::default(), body }.print()?;
    } else {
        let mut out = BufWriter::new(io::stdout().lock());
        for row in &sources {
            writeln!(out, "{} ({} claims): {}", plain(&row.document.id), row.claims, source(&row.document))?;
            if let Some(retraction) = &row.retraction {
                writeln!(out, "  withdrawn ({})", decided(&retraction.decision))?;
                if let Some(undone) = &retraction.undone {
                    writeln!(out, "  reinstated ({})", decided(undone))?;
                }
            }
        }
        out.flush()?;
    }
    Ok(if nothing { Outcome::NothingFound } else { Outcome::Found })
}

/// Withdraw a source: its claims leave every answer, the withdrawal stays on record
#[derive(Debug, clap::Args)]
pub(crate) struct Retract {
    /// The source's id, URL or title (see `relgraph sources`)
    source: String,
    /// Take a withdrawal back
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    graph: GraphFile,
}

pub(crate) fn retract(args: &Retract) -> Result<Outcome> {
    let mut store = args.graph.open_to_change()?;
    let key = meant(&store, &args.source)?;
    let decision = args.who.decision();
    if !args.undo && decision.reason.is_none() {
        bail!("a withdrawal needs its --reason");
    }
    let done = args.graph.write(&mut store, |writer| {
        let done = match args.undo {
            false => writer.retract(&key, &decision)?,
            true => writer.undo_retraction(&key, &decision)?,
        };
        settle(writer)?;
        Ok(done)
    })?;
    match (args.undo, done) {
        (false, true) => println!("{key} is withdrawn; `relgraph retract --undo` takes that back"),
        (false, false) => bail!("{key} is withdrawn already"),
        (true, true) => println!("{key} stands again; its withdrawal stays on record"),
        (true, false) => bail!("{key} is not withdrawn"),
    }
    Ok(Outcome::Found)
}

/// The key of the source that is meant.
fn meant(store: &Store, asked: &str) -> Result<String> {
    if store.document(asked)?.is_some() {
        return Ok(asked.to_owned());
    }
    let sources = store.sources()?;
    let is = |value: &Option<String>| value.as_deref() == Some(asked);
    let mut fitting =
        sources.iter().map(|row| &row.document).filter(|document| is(&document.url) || is(&document.title));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one.id.clone()),
        (Some(_), Some(_)) => {
            bail!("several sources are called {asked:?}: name one by its id (see `relgraph sources`)")
        }
        (None, _) => {
            let folded = asked.to_lowercase();
            let near =
                sources.iter().map(|row| row.document.id.as_str()).filter(|id| id.to_lowercase().contains(&folded));
            let near: Vec<&str> = near.take(8).collect();
            let hint = if near.is_empty() { String::new() } else { format!("; perhaps {}", near.join(", ")) };
            bail!("there is no source {asked:?} (see `relgraph sources`){hint}")
        }
    }
}
