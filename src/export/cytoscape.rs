//! Cytoscape JSON, for cytoscape.js, Cytoscape and NetworkX.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::flat::{self, Column, NODE};
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
    write_elements(out, graph.nodes().map(node))?;
    out.write_all(b"],\n\"edges\":[")?;
    write_elements(out, graph.edges().map(|edge| self::edge(&edge)))?;
    Ok(out.write_all(b"]}}\n")?)
}

fn write_elements(mut out: &mut dyn Write, elements: impl Iterator<Item = Value>) -> Result<(), ExportError> {
    for (index, data) in elements.enumerate() {
        out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &json!({ "data": data }))?;
    }
    Ok(())
}

fn node(node: &Node) -> Value {
    // NetworkX takes `value` for the node itself.
    let mut data = data(NODE, node);
    data.insert("id".to_owned(), json!(node.id));
    data.insert("value".to_owned(), json!(node.id));
    data.insert("aliases".to_owned(), json!(node.aliases));
    Value::Object(data)
}

fn edge(edge: &EdgeView<'_>) -> Value {
    let mut data = data(&flat::edge(), edge);
    for (key, value) in [("id", edge.id), ("source", edge.source), ("target", edge.target), ("key", edge.key)] {
        data.insert(key.to_owned(), json!(value));
    }
    data.insert("interaction".to_owned(), json!(edge.label));
    data.insert("claims".to_owned(), json!(edge.claims));
    Value::Object(data)
}

fn data<T: ?Sized>(columns: &[Column<T>], row: &T) -> Map<String, Value> {
    let cell = |column: &Column<T>| Some((column.name.to_owned(), (column.cell)(row)?.into()));
    columns.iter().filter_map(cell).collect()
}
