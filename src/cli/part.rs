//! The options that choose a part of the graph by place: around a node, or between two.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use relgraph::graph::Graph;
use relgraph::query::{Paths, around};

use super::answer::Names;

/// Which part of the chosen graph to take; all of it where nothing is said.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "What to look at")]
pub(crate) struct Part {
    /// Only what is near this node
    #[arg(long, value_name = "NAME")]
    around: Option<String>,
    /// How near: so many steps
    #[arg(long, value_name = "N", default_value_t = 1, requires = "around")]
    hops: usize,
    /// Only the best path between these two
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with = "around")]
    path: Option<Vec<String>>,
}

impl Part {
    /// The part of the chosen graph that lies around a node or between two.
    pub(crate) fn apply(&self, graph: Graph) -> Result<Graph> {
        Ok(self.named(graph)?.0)
    }

    /// The same, with words that say which part it is; none for all of it.
    pub(crate) fn named(&self, graph: Graph) -> Result<(Graph, Option<String>)> {
        let mut names = Names::of(&graph);
        let name = |node| graph.node(node).name.clone();
        let (nodes, told): (BTreeSet<_>, String) = if let Some(centre) = &self.around {
            let centre = names.find("around", centre)?;
            (around(&graph, centre, self.hops).into_keys().collect(), format!("Around {}", name(centre)))
        } else if let Some([a, b]) = self.path.as_deref() {
            let (a, b) = (names.find("from", a)?, names.find("to", b)?);
            let path = Paths::new(&graph, a, b, usize::MAX).next();
            let nodes = path.with_context(|| "there is no path between the two")?.nodes;
            (nodes.into_iter().collect(), format!("From {} to {}", name(a), name(b)))
        } else {
            return Ok((graph, None));
        };
        let ids: BTreeSet<String> = nodes.iter().map(|&node| graph.node(node).id.clone()).collect();
        Ok((graph.retain(|_| true, |_| true, |node, _| ids.contains(&node.id)), Some(told)))
    }
}
