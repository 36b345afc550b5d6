//! `relgraph suppress`: keeps a person out of the graph and of every later build.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use relgraph::model::{Decision, Edtf, NodeKind};
use relgraph::resolve::{kept_forms, name_key};
use relgraph::store::Store;

use super::Outcome;
use super::blackout::BLACK;
use super::graph_file::GraphFile;
use super::redact::Redaction;
use super::settle::settle;
use super::stored_graph::{candidates, of_nodes};

/// Keep a person out of the graph and of every later build
///
/// Their node and every claim about them go; their name is blacked out in the words of others, in
/// addresses and in handles, also misspelt in one letter, in other accents or another order. What
/// stays are salted hashes of these spellings, enough to recognise the name and no more. A surname
/// that others bear too is theirs to keep.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The full name; whoever bears it in this graph is kept out under all of their full names
    name: String,
    /// Let the name in again; what was taken out comes back when its sources are built again
    #[arg(long)]
    undo: bool,
    /// Who decides this
    #[arg(long, value_name = "WHO", requires = "on")]
    by: Option<String>,
    /// When it was decided (EDTF)
    #[arg(long, value_name = "DATE", requires = "by")]
    on: Option<Edtf>,
    /// Why
    #[arg(long, value_name = "TEXT", requires = "by")]
    reason: Option<String>,
    #[command(flatten)]
    graph: GraphFile,
}

pub(crate) fn run(args: &Args) -> Result<Outcome> {
    let mut store = args.graph.open_or_create()?;
    let key = name_key(NodeKind::Person, &args.name);
    if !key.contains(' ') && !args.undo {
        eprintln!("relgraph: {:?} is one word: everyone who is called so alone is kept out", args.name);
    }
    if args.undo {
        return undo(args, &mut store, &key);
    }
    let keys = keys(&store, &args.name, &key)?;
    let readings = store.reading_keys()?;
    let decision = args.by.as_ref().zip(args.on.as_ref()).map(|(by, on)| Decision {
        by: by.clone(),
        on: on.clone(),
        reason: args.reason.clone(),
    });
    let changed = args.graph.write(&mut store, |writer| {
        let forms = keys.iter().flat_map(|key| kept_forms(key)).collect();
        let words = keys.iter().map(|key| key.split(' ').count()).max().unwrap_or(1);
        writer.suppress(&forms, words, decision.as_ref())?;
        let redaction = Redaction::of(writer.suppressed()?);
        writer.black_out_decisions(|text| redaction.black_out(text))?;
        let mut changed = 0;
        for key in &readings {
            let Some(mut reading) = writer.reading(key)? else { continue };
            if redaction.apply(&mut reading) {
                writer.remove(key)?;
                writer.rekey(key, &reading.key)?;
                writer.put(&reading)?;
                changed += 1;
            }
        }
        settle(writer)?;
        Ok(changed)
    })?;
    store.compact().with_context(|| args.graph.shown())?;
    println!("kept out from now on; {changed} articles and files spoke of them");
    Ok(Outcome::Found)
}

/// The key of the name, and of every other full name of whoever bears it.
fn keys(store: &Store, asked: &str, key: &str) -> Result<BTreeSet<String>> {
    let candidates = candidates(store, asked)?;
    let graph = of_nodes(candidates.into_values().filter(|node| node.kind == NodeKind::Person));
    let mut keys = BTreeSet::from([key.to_owned()]);
    for node in graph.nodes() {
        let names = node.aliases.iter().chain([&node.name]).map(|name| name_key(NodeKind::Person, name));
        let of_node: Vec<String> = names.filter(|key| key.contains(' ')).collect();
        if of_node.iter().any(|other| other == key) {
            keys.extend(of_node);
        }
    }
    Ok(keys)
}

fn undo(args: &Args, store: &mut Store, key: &str) -> Result<Outcome> {
    let let_in = args.graph.write(store, |writer| {
        let let_in = writer.unsuppress(key, BLACK)?;
        settle(writer)?;
        Ok(let_in)
    })?;
    if !let_in {
        bail!("{:?} is not kept out", args.name);
    }
    println!("let in again; build the sources anew to read what they say");
    Ok(Outcome::Found)
}
