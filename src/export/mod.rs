//! The graph in the forms that other programs read.
//!
//! Comes in: a [`Graph`], whole or a selection. Goes out: bytes, streamed to a writer, the same for
//! the same graph. One file a format, one line in [`FORMATS`]. Names and words may hold anything;
//! each format escapes or drops what it cannot hold and says so in [`Format::loses`].

mod claims;
mod csv;
mod cypher;
mod cytoscape;
mod dot;
mod flat;
mod ftm;
mod gexf;
mod graphml;
mod latch;
mod mermaid;
pub mod node_link;
pub mod page;
pub mod picture;
mod rdf;
pub mod style;
pub mod theme;
mod xml;

use std::io::{self, Write};

use crate::graph::Graph;

/// A form that a graph can be written in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// What `--format` calls it.
    pub name: &'static str,
    /// What file names end in.
    pub ending: &'static str,
    /// What it is and who reads it, in one line.
    pub about: &'static str,
    /// What it cannot hold, in one line; empty where nothing is lost.
    pub loses: &'static str,
    /// Writes the graph.
    pub write: Writer,
}

/// Writes a graph in one format.
pub type Writer = fn(&Graph, &Options, &mut dyn Write) -> Result<(), ExportError>;

/// Every format, in the order in which the help lists them.
pub const FORMATS: &[Format] = &[
    dot::FORMAT,
    node_link::FORMAT,
    graphml::FORMAT,
    gexf::FORMAT,
    gexf::FORMAT_12,
    csv::EDGES,
    csv::NODES,
    csv::NEO4J_EDGES,
    csv::NEO4J_NODES,
    claims::FORMAT,
    rdf::TURTLE,
    rdf::NQUADS,
    rdf::JSON_LD,
    ftm::FORMAT,
    cypher::FORMAT,
    cytoscape::FORMAT,
    mermaid::FORMAT,
    picture::SVG,
    page::FORMAT,
];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// What a caller may choose about an export.
#[derive(Clone, Debug)]
pub struct Options {
    /// What the graph is called, where it has a name of its own ("sample").
    pub name: Option<String>,
    /// The member that holds the edges in node-link JSON.
    pub edges_key: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { name: None, edges_key: "edges".to_owned() }
    }
}

/// Why a graph was not, or not wholly, written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The writer failed.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The format is not made for this graph.
    #[error("{0}")]
    Refused(String),
}

impl From<serde_json::Error> for ExportError {
    fn from(error: serde_json::Error) -> Self {
        Self::Io(error.into())
    }
}
