//! GraphML, for yEd, igraph, NetworkX and Gephi.

use std::io::{self, Write};

use quick_xml::Writer;

use super::flat::{self, Column, Kind, NODE};
use super::xml::{attribute, begin, content};
use super::{ExportError, Format, Options};
use crate::graph::Graph;

pub(super) const FORMAT: Format = Format {
    name: "graphml",
    ending: "graphml",
    about: "GraphML (yEd, igraph, NetworkX, Gephi); all claims of an edge as JSON in its attribute `claims`",
    loses: "control characters; symmetric edges point one way (see their attribute `symmetric`)",
    write,
};

// Whether an edge points is an attribute of ours: NetworkX reads no graph whose edges are partly
// directed. Dates are text: it knows no other type for them.

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = begin(out)?;
    let root = writer.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|writer| {
        keys(writer, "node", NODE)?;
        keys(writer, "edge", &flat::edge())?;
        let attributes = [("id", "relgraph"), ("edgedefault", "directed")];
        writer.create_element("graph").with_attributes(attributes).write_inner_content(|writer| {
            for node in graph.nodes() {
                let element = writer.create_element("node").with_attribute(attribute("id", &node.id));
                element.write_inner_content(|writer| cells(writer, "node", NODE, node))?;
            }
            for edge in graph.edges() {
                let ends = [("id", edge.id), ("source", edge.source), ("target", edge.target)];
                let ends = ends.map(|(name, value)| attribute(name, value));
                let element = writer.create_element("edge").with_attributes(ends);
                element.write_inner_content(|writer| cells(writer, "edge", &flat::edge(), &edge))?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(writer.into_inner().write_all(b"\n")?)
}

fn keys<T: ?Sized>(writer: &mut Writer<&mut dyn Write>, owner: &str, columns: &[Column<T>]) -> io::Result<()> {
    for Column { name, kind, .. } in columns {
        let id = format!("{owner}.{name}");
        let attributes = [("id", id.as_str()), ("for", owner), ("attr.name", name), ("attr.type", kind_name(*kind))];
        writer.create_element("key").with_attributes(attributes).write_empty()?;
    }
    Ok(())
}

fn cells<T: ?Sized>(
    writer: &mut Writer<&mut dyn Write>,
    owner: &str,
    columns: &[Column<T>],
    row: &T,
) -> io::Result<()> {
    for column in columns {
        let Some(cell) = (column.cell)(row) else { continue };
        let key = format!("{owner}.{}", column.name);
        let text = cell.to_string();
        writer.create_element("data").with_attribute(("key", key.as_str())).write_text_content(content(&text))?;
    }
    Ok(())
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Truth => "boolean",
        Kind::Whole => "int",
        Kind::Real => "double",
    }
}
