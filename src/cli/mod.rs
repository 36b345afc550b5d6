//! The command line: one file a subcommand; the only code that opens files or prints.
//!
//! Exit status: 0 found or done, 1 nothing found, 2 error. A reader that goes away (a closed pipe)
//! is no error.

mod answer;
mod blackout;
mod build;
mod compare;
mod completions;
mod conflicts;
mod draw;
mod eval;
mod eval_gold;
mod explain;
mod export;
mod extract;
mod extract_explain;
mod graph_file;
mod graph_source;
mod import;
mod input;
mod judge;
mod list;
mod naming;
mod part;
mod path;
mod question;
mod reading;
mod redact;
mod review;
mod select;
mod serve;
mod settle;
mod show;
mod sources;
mod stored_graph;
mod stored_path;
mod suppress;
mod timeline;
mod view;
mod why;
mod words;

use std::io::ErrorKind;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Reads celebrity and society news and builds a graph of who is linked to whom: dated, sourced
/// claims, each with its status.
#[derive(Debug, Parser)]
#[command(name = "relgraph", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Record that two nodes are one
    Same(judge::Pair),
    /// Record that two nodes, or two of one name, are not one
    Different(judge::Pair),
    /// Show a node under another name
    Rename(judge::Pair),
    /// Take a judgement back
    Undo(judge::Undo),
    Review(review::Args),
    Explain(explain::Args),
    Sources(sources::Args),
    Retract(sources::Retract),
    Suppress(suppress::Args),
    List(list::Args),
    Why(why::Args),
    Build(build::Args),
    Eval(eval::Args),
    Compare(compare::Args),
    Extract(extract::Args),
    Import(import::Args),
    Path(path::Args),
    Show(show::Args),
    Export(export::Args),
    Timeline(timeline::Args),
    Conflicts(conflicts::Args),
    Draw(draw::Args),
    View(view::Args),
    Serve(serve::Args),
    Completions(completions::Args),
    Man(completions::ManArgs),
}

/// How a command that went well ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Found,
    NothingFound,
    /// The answer is incomplete; what failed was told on standard error.
    Incomplete,
}

/// There is nothing to write, which is no fault.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct NothingFound(String);

/// Parses the command line, runs it, and turns its end into an exit status.
pub(crate) fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match cli.command {
        Command::Same(args) => judge::same(&args),
        Command::Different(args) => judge::different(&args),
        Command::Rename(args) => judge::rename(&args),
        Command::Undo(args) => judge::undo(&args),
        Command::Review(args) => review::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Sources(args) => sources::run(&args),
        Command::Retract(args) => sources::retract(&args),
        Command::Suppress(args) => suppress::run(&args),
        Command::List(args) => list::run(&args),
        Command::Why(args) => why::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Import(args) => import::run(&args),
        Command::Path(args) => path::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Timeline(args) => timeline::run(&args),
        Command::Conflicts(args) => conflicts::run(&args),
        Command::Draw(args) => draw::run(&args),
        Command::View(args) => view::run(&args),
        Command::Serve(args) => serve::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => completions::man(&args),
    };
    match result {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound) => ExitCode::from(1),
        Ok(Outcome::Incomplete) => ExitCode::from(2),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) if error.is::<NothingFound>() => {
            eprintln!("relgraph: {error}");
            ExitCode::from(1)
        }
        Err(error) => {
            eprintln!("relgraph: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == ErrorKind::BrokenPipe)
}
