//! What every question to a graph takes: which graph, which part of it, and the form of the answer.

use super::graph_source::GraphArg;
use super::select::Select;

/// What every question takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Question {
    /// Answer in JSON
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) graph: GraphArg,
    #[command(flatten)]
    pub(crate) select: Select,
}
