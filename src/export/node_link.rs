//! Node-link JSON, as NetworkX reads it; also the form in which a graph is kept and read back.

use std::io::{Read, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ExportError, Format, Options};
use crate::graph::{Builder, Claim, Graph, UnknownPredicate};
use crate::model::{Document, Node, Predicate};

pub(super) const FORMAT: Format = Format {
    name: "json",
    ending: "json",
    about: "node-link JSON (NetworkX 3.6, D3 with --edges-key links): every claim with its evidence and source",
    loses: "",
    write,
};

/// The version of the form; a reader refuses any other.
pub const SCHEMA: &str = "relgraph-graph/1";

/// What NetworkX keeps as the attributes of the graph.
#[derive(Serialize)]
struct Attributes<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    graph: Option<&'a str>,
}

fn write(graph: &Graph, options: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let name = options.name.as_deref();
    let attributes = serde_json::to_string(&Attributes { name, graph: name })?;
    write!(out, "{{\"schema\":\"{SCHEMA}\",\"directed\":true,\"multigraph\":true,\"graph\":{attributes}")?;
    write_list(out, "predicates", graph.predicates())?;
    write_list(out, "documents", graph.documents())?;
    write_list(out, "nodes", graph.nodes())?;
    write_list(out, &options.edges_key, graph.edges())?;
    Ok(out.write_all(b"}\n")?)
}

/// Writes a member whose value is a list, one item a line.
fn write_list<T: Serialize>(
    mut out: &mut dyn Write,
    key: &str,
    items: impl Iterator<Item = T>,
) -> Result<(), ExportError> {
    write!(out, ",\n{}:[", serde_json::to_string(key)?)?;
    for (index, item) in items.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &item)?;
    }
    Ok(out.write_all(b"]")?)
}

/// Why a file is no graph.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is not the JSON that [`read`] expects; says where.
    #[error("not a graph in node-link JSON, or cut off: {0}")]
    Json(#[from] serde_json::Error),
    /// It is of another version.
    #[error("a graph of the form {0:?}; this version reads {SCHEMA:?}: export it again with the same version")]
    Schema(String),
    /// An edge has a predicate that the file does not define.
    #[error(transparent)]
    Predicate(#[from] UnknownPredicate),
    /// An edge ends at a node that the file does not list.
    #[error("an edge ends at {0:?}, which is none of the nodes")]
    Dangling(String),
}

#[derive(Deserialize)]
struct File {
    schema: String,
    predicates: Vec<Arc<Predicate>>,
    documents: Vec<Arc<Document>>,
    nodes: Vec<Node>,
    #[serde(alias = "links")]
    edges: Vec<EdgeRow>,
}

#[derive(Deserialize)]
struct EdgeRow {
    source: String,
    target: String,
    predicate: String,
    claims: Vec<Claim>,
}

/// Reads a graph that was exported as `json` (with `edges` or `links`). What edges come to is
/// judged anew from their claims.
///
/// # Errors
/// [`ReadError`] when it is not wholly such a graph.
pub fn read(reader: impl Read) -> Result<Graph, ReadError> {
    build(serde_json::from_reader(reader)?)
}

/// Reads a graph from text; see [`read`].
///
/// # Errors
/// Those of [`read`].
pub fn read_str(text: &str) -> Result<Graph, ReadError> {
    build(serde_json::from_str(text)?)
}

fn build(file: File) -> Result<Graph, ReadError> {
    if file.schema != SCHEMA {
        return Err(ReadError::Schema(file.schema));
    }
    let mut builder = Builder::new(file.predicates);
    file.documents.into_iter().for_each(|document| builder.document(document));
    file.nodes.into_iter().for_each(|node| builder.node(node));
    for edge in file.edges {
        for end in [&edge.source, &edge.target] {
            if !builder.has_node(end) {
                return Err(ReadError::Dangling(end.clone()));
            }
        }
        for claim in edge.claims {
            builder.claim(&edge.source, &edge.predicate, &edge.target, claim)?;
        }
    }
    Ok(builder.build())
}
