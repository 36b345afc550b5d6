//! The options that choose what an answer is made from; the same for every question and export.

use anyhow::Result;
use relgraph::graph::Graph;
use relgraph::model::Edtf;
use relgraph::query::{Filter, Term};

/// What an answer is made from.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "What to look at")]
pub(crate) struct Select {
    /// Only these: groups (family, romance, social, work, presence), predicates (godparent_of),
    /// statuses (confirmed, reported, rumored, denied), `disputed`, `ended`
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    only: Vec<Term>,
    /// None of these; the same words
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    avoid: Vec<Term>,
    /// Only what held then (EDTF: 2018-05-04, 2018-05, 2018)
    #[arg(long, value_name = "DATE")]
    as_of: Option<Edtf>,
    /// Only what had been published by then; sources without a date are left out
    #[arg(long, value_name = "DATE")]
    known_by: Option<Edtf>,
    /// Only claims of at least this confidence, from 0 to 1
    #[arg(long, value_name = "NUMBER")]
    min_confidence: Option<f64>,
}

impl Select {
    /// The same as the library's filter.
    pub(crate) fn filter(&self) -> Filter {
        Filter {
            only: self.only.clone(),
            avoid: self.avoid.clone(),
            as_of: self.as_of.clone(),
            known_by: self.known_by.clone(),
            min_confidence: self.min_confidence,
        }
    }

    /// The part of the graph that is chosen.
    pub(crate) fn apply(&self, graph: Graph) -> Result<Graph> {
        let filter = self.filter();
        filter.check(&graph)?;
        Ok(filter.apply(graph))
    }
}
