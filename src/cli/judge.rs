//! `relgraph same`, `different`, `rename`, `undo`: judgements, kept as data.

use anyhow::{Result, bail};
use relgraph::model::{NameRef, Verdict};
use relgraph::resolve::Contradiction;
use relgraph::store::{KeyedRef, Store};

use super::Outcome;
use super::answer::plain;
use super::graph_file::GraphFile;
use super::naming::{Meant, Who, meant};
use super::settle::settle;

/// What a judgement speaks of, and who gives it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
A name is taken as one types it, or as an id, or as NAME@SOURCE: whoever bears that name in one
source (see `relgraph sources`). Judgements are kept, survive every build, and can be undone.")]
pub(crate) struct Pair {
    /// One of the two
    a: String,
    /// The other; for `rename` the name to show
    b: String,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    graph: GraphFile,
}

/// Which judgement to take back.
#[derive(Debug, clap::Args)]
pub(crate) struct Undo {
    /// The judgement's number (see `relgraph review --judgements`)
    number: i64,
    #[command(flatten)]
    who: Who,
    #[command(flatten)]
    graph: GraphFile,
}

pub(crate) fn same(args: &Pair) -> Result<Outcome> {
    let mut store = args.graph.open_to_change()?;
    let (a, b) = (meant(&store, &args.a)?, meant(&store, &args.b)?);
    one_kind(&a, &b)?;
    judge(&mut store, args, Verdict::Same, &a.name, &b.name)
}

pub(crate) fn different(args: &Pair) -> Result<Outcome> {
    let mut store = args.graph.open_to_change()?;
    let (a, b) = (meant(&store, &args.a)?, meant(&store, &args.b)?);
    one_kind(&a, &b)?;
    let (one, other) = (&a.name, &b.name);
    let told_apart = one.key != other.key
        || matches!((&one.name.reading, &other.name.reading), (Some(one), Some(other)) if one != other);
    if !told_apart {
        bail!(
            "both names mean {} everywhere: say NAME@SOURCE for each, with a source that means one of the two",
            plain(&a.node.name)
        );
    }
    judge(&mut store, args, Verdict::Different, one, other)
}

pub(crate) fn rename(args: &Pair) -> Result<Outcome> {
    let mut store = args.graph.open_to_change()?;
    let a = meant(&store, &args.a)?;
    let name = NameRef { kind: a.node.kind, name: args.b.clone(), reading: None };
    let key = relgraph::resolve::name_key(a.node.kind, &args.b);
    judge(&mut store, args, Verdict::Rename, &a.name, &KeyedRef { name, key })
}

fn one_kind(a: &Meant, b: &Meant) -> Result<()> {
    if a.node.kind != b.node.kind {
        bail!("{} is a {}, {} a {}", a.node.name, a.node.kind, b.node.name, b.node.kind);
    }
    Ok(())
}

fn judge(store: &mut Store, args: &Pair, verdict: Verdict, a: &KeyedRef, b: &KeyedRef) -> Result<Outcome> {
    let (number, contradictions) = args.graph.write(store, |writer| {
        let number = writer.judge(verdict, a, b, &args.who.decision())?;
        Ok((number, settle(writer)?))
    })?;
    let relation = match verdict {
        Verdict::Same => "the same as",
        Verdict::Different => "different from",
        Verdict::Rename => "shown as",
    };
    println!("judgement {number}: {} is {relation} {}", told(&a.name), told(&b.name));
    tell(&contradictions);
    Ok(Outcome::Found)
}

/// "Ana Vega", or "Ana Vega (in gazette/7.txt)".
pub(crate) fn told(name: &NameRef) -> String {
    let reading = name.reading.as_ref().map(|reading| format!(" (in {reading})")).unwrap_or_default();
    plain(&format!("{}{reading}", name.name))
}

pub(crate) fn undo(args: &Undo) -> Result<Outcome> {
    let mut store = args.graph.open_to_change()?;
    let done = args.graph.write(&mut store, |writer| {
        let done = writer.undo_judgement(args.number, &args.who.decision())?;
        Ok(done.then_some(settle(writer)?))
    })?;
    let Some(contradictions) = done else {
        bail!("there is no judgement {} in force (see `relgraph review --judgements`)", args.number);
    };
    println!("judgement {} is undone; it stays on record", args.number);
    tell(&contradictions);
    Ok(Outcome::Found)
}

/// Tells which judgements cannot all hold.
pub(crate) fn tell(contradictions: &[Contradiction]) {
    for contradiction in contradictions {
        eprintln!("relgraph: {}", contradicting(contradiction));
    }
}

pub(crate) fn contradicting(contradiction: &Contradiction) -> String {
    let numbers: Vec<String> = contradiction.judgements.iter().map(ToString::to_string).collect();
    format!(
        "judgements {} contradict each other: whom they call the same stay apart until one of them is undone",
        numbers.join(", ")
    )
}
