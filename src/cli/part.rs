//! The options that choose a part of the graph by place: around a node, or between two.

use std::collections::BTreeSet;

use anyhow::Result;
use petgraph::graph::NodeIndex;
use relgraph::graph::Graph;
use relgraph::query::{Paths, around};

use super::NothingFound;
use super::answer::Names;
use super::graph_source::Source;
use super::select::Select;
use super::stored_path::{Wanted, and_not_denied};

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
    /// Only the best path between these two; what is only denied connects nobody
    #[arg(long, num_args = 2, value_names = ["A", "B"], conflicts_with = "around")]
    path: Option<Vec<String>>,
}

/// A part of a graph, and words that say which; none for all of it.
pub(crate) struct Chosen {
    pub(crate) graph: Graph,
    pub(crate) about: Option<String>,
}

impl Part {
    /// Reads the chosen part of a graph and no more. Names are looked up in all of it, whatever is
    /// chosen.
    ///
    /// # Errors
    /// [`NothingFound`] where nothing of the part is chosen.
    pub(crate) fn open(&self, source: Source, select: &Select) -> Result<Chosen> {
        match (&self.around, self.path.as_deref()) {
            (Some(centre), _) => self.near(centre, source, select),
            (None, Some([a, b])) => path([a, b], source, select),
            _ => Ok(Chosen { graph: select.apply(source.whole()?)?, about: None }),
        }
    }

    fn near(&self, centre: &str, source: Source, select: &Select) -> Result<Chosen> {
        let graph = source.near(centre, self.hops, &select.filter())?;
        let node = graph.node(Names::of(&graph).find("around", centre)?).clone();
        let chosen = select.apply(graph)?;
        let Some(centre) = chosen.index_of(&node.id) else {
            return Err(NothingFound(format!("of {} nothing is told that was asked for", node.name)).into());
        };
        let near = around(&chosen, centre, self.hops).into_keys().collect();
        Ok(Chosen { graph: chosen.part(&near), about: Some(format!("Around {}", node.name)) })
    }
}

/// The nodes of the best path, and everything chosen that joins each to the next.
fn path(asked: [&str; 2], source: Source, select: &Select) -> Result<Chosen> {
    let filter = and_not_denied(select.filter());
    let wanted = Wanted { filter: &filter, k: 1, max_hops: usize::MAX };
    let (graph, reach) = source.between(asked, &wanted)?;
    filter.check(&graph)?;
    let mut names = Names::of(&graph);
    let ends = [names.find("from", asked[0])?, names.find("to", asked[1])?].map(|end| graph.node(end).clone());
    let walked = filter.apply(graph.clone());
    let found = match ends.each_ref().map(|end| walked.index_of(&end.id)) {
        [Some(a), Some(b)] => Paths::new(&walked, a, b, reach).next(),
        _ => None,
    };
    let Some(found) = found else {
        return Err(NothingFound(format!("there is no path from {} to {}", ends[0].name, ends[1].name)).into());
    };
    let ids: Vec<&str> = found.nodes.iter().map(|&node| walked.node(node).id.as_str()).collect();
    let chosen = select.apply(graph)?;
    let nodes: BTreeSet<NodeIndex> = ids.iter().filter_map(|id| chosen.index_of(id)).collect();
    let step = |id: &str| ids.iter().position(|on_path| *on_path == id);
    let joins = |a: &str, b: &str| step(a).zip(step(b)).is_some_and(|(a, b)| a.abs_diff(b) == 1);
    let graph = chosen.part(&nodes).retain(|_| true, |edge| joins(edge.source, edge.target), |_, _| true);
    Ok(Chosen { graph, about: Some(format!("From {} to {}", ends[0].name, ends[1].name)) })
}
