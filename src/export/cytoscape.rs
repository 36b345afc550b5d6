//! Cytoscape JSON, for cytoscape.js, Cytoscape and NetworkX.

use std::io::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Value, json};

use super::flat::{self, Cell, Column, NODE};
use super::{ExportError, Format, Options};
use crate::graph::{EdgeView, Graph};
use crate::model::Node;

pub(super) const FORMAT: Format = Format {
    name: "cytoscape",
    ending: "cyjs",
    about: "Cytoscape JSON (cytoscape.js, Cytoscape, NetworkX); an edge's claims as its data `claims`",
    loses: "",
    write,
};

fn write(graph: &Graph, options: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let name: Vec<Value> = options.name.iter().map(|name| json!(["name", name])).collect();
    write!(out, "{{\"data\":{},\"directed\":true,\"multigraph\":true,\"elements\":{{\"nodes\":[", json!(name))?;
    write_elements(out, graph.nodes().map(NodeData))?;
    out.write_all(b"],\n\"edges\":[")?;
    let columns = flat::edge();
    write_elements(out, graph.edges().map(|edge| EdgeData(edge, &columns)))?;
    Ok(out.write_all(b"]}}\n")?)
}

fn write_elements(mut out: &mut dyn Write, elements: impl Iterator<Item = impl Serialize>) -> Result<(), ExportError> {
    for (index, data) in elements.enumerate() {
        out.write_all(if index == 0 { b"\n{\"data\":" } else { b",\n{\"data\":" })?;
        serde_json::to_writer(&mut out, &data)?;
        out.write_all(b"}")?;
    }
    Ok(())
}

/// The data of a node. NetworkX takes `value` for the node itself.
struct NodeData<'g>(&'g Node);

impl Serialize for NodeData<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut data = serializer.serialize_map(None)?;
        write_cells(&mut data, NODE, self.0, "aliases")?;
        data.serialize_entry("aliases", &self.0.aliases)?;
        data.serialize_entry("id", &self.0.id)?;
        data.serialize_entry("value", &self.0.id)?;
        data.end()
    }
}

/// The data of an edge.
struct EdgeData<'g, 'c>(EdgeView<'g>, &'c [Column<EdgeView<'g>>]);

impl Serialize for EdgeData<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(edge, columns) = self;
        let mut data = serializer.serialize_map(None)?;
        write_cells(&mut data, columns, edge, "claims")?;
        data.serialize_entry("claims", edge.claims)?;
        for (key, text) in [("id", edge.id), ("source", edge.source), ("target", edge.target), ("key", edge.key)] {
            data.serialize_entry(key, text)?;
        }
        data.serialize_entry("interaction", edge.label)?;
        data.end()
    }
}

/// Writes all columns but the one that is told in full elsewhere.
fn write_cells<T: ?Sized, M: SerializeMap>(
    data: &mut M,
    columns: &[Column<T>],
    row: &T,
    but: &str,
) -> Result<(), M::Error> {
    for column in columns.iter().filter(|column| column.name != but) {
        match (column.cell)(row) {
            None => {}
            Some(Cell::Text(text)) => data.serialize_entry(column.name, &text)?,
            Some(Cell::Truth(truth)) => data.serialize_entry(column.name, &truth)?,
            Some(Cell::Whole(number)) => data.serialize_entry(column.name, &number)?,
            Some(Cell::Real(number)) => data.serialize_entry(column.name, &number)?,
        }
    }
    Ok(())
}
