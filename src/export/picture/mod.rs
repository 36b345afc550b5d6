//! Pictures: a graph as nodes and lines, and the relationships of one node along time.
//!
//! Comes in: a [`Graph`], usually a selection of at most some eighty nodes. Goes out: SVG, the same
//! bytes for the same graph; `png` makes pixels of it. People, venues and events differ in
//! shape and colour, statuses in line style; dates and the numbers of the sources stand on the
//! lines, a legend and the sources below. No name becomes markup, nothing is fetched, no program is
//! run: whoever has Graphviz hands it in as a function.

mod arrangement;
mod canvas;
mod faults;
mod footer;
mod graphviz;
pub mod layout;
#[cfg(feature = "png")]
pub mod png;
mod route;
pub(super) mod scene;
mod sheet;
mod text;
mod timeline;

use std::io::Write;

use self::arrangement::Arrangement;
use self::scene::Scene;
pub use self::timeline::timeline;
use super::{ExportError, Format};
use crate::graph::Graph;

pub(super) const SVG: Format = Format {
    name: "svg",
    ending: "svg",
    about: "a picture for browsers and documents, light and dark; `relgraph draw` has more to choose",
    loses: "of an edge's claims all but the first one's words, which are its tooltip; confidence",
    write: |graph, options, out| write(graph, &Look { title: options.name.clone(), ..Look::default() }, None, out),
};

/// Beyond so many nodes a picture is no longer read but looked at; a selection is asked for.
pub const MOST_NODES: usize = 300;

/// Runs Graphviz: takes a graph in DOT, and returns what `dot -Tjson` makes of it, `None` where
/// that fails.
pub type Graphviz<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Which ground a picture stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Light or dark, as the reader's surroundings are.
    #[default]
    Both,
    /// Light everywhere.
    Light,
    /// Dark everywhere.
    Dark,
}

/// What a caller may choose about a picture.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The words above it.
    pub title: Option<String>,
    /// Light or dark.
    pub ground: Ground,
}

/// Writes a graph as SVG, its nodes placed by Graphviz where it is handed in and does better than
/// [`layout`].
///
/// # Errors
/// [`ExportError::Refused`] when there are more than [`MOST_NODES`] nodes, and failures of the writer.
pub fn write(
    graph: &Graph,
    look: &Look,
    graphviz: Option<Graphviz<'_>>,
    out: &mut dyn Write,
) -> Result<(), ExportError> {
    let count = graph.nodes().len();
    if count > MOST_NODES {
        return Err(ExportError::Refused(format!(
            "a picture of {count} nodes cannot be read (at most {MOST_NODES}): choose a part, by --around NAME, --only or --min-confidence"
        )));
    }
    let scene = Scene::of(graph);
    let arrangement = Arrangement::of(&scene, graphviz);
    Ok(out.write_all(sheet::svg(&scene, &arrangement, look).as_bytes())?)
}
