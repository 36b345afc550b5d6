//! GEXF with a time axis, for Gephi, NetworkX and graphology.

use std::io::{self, Write};

use quick_xml::Writer;

use super::flat::{self, Column, Kind, NODE};
use super::xml::{attribute, begin};
use super::{ExportError, Format, Options};
use crate::graph::{EdgeView, Graph};
use crate::query::{Spell, spells};

const LOSES: &str = "control characters; symmetric edges point one way (see their attribute `symmetric`); on the \
                     time axis dates are widened to days (their own text is the attribute `date`)";

pub(super) const FORMAT: Format = Format {
    name: "gexf",
    ending: "gexf",
    about: "GEXF 1.3, dynamic (Gephi, NetworkX 3.6, graphology); all claims as JSON in the attribute `claims`",
    loses: LOSES,
    write: write_13,
};

pub(super) const FORMAT_12: Format = Format {
    name: "gexf12",
    ending: "gexf",
    about: "GEXF 1.2draft, dynamic, for older readers",
    loses: LOSES,
    write: write_12,
};

fn write_13(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    write(graph, "http://gexf.net/1.3", "1.3", out)
}

fn write_12(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    write(graph, "http://www.gexf.net/1.2draft", "1.2", out)
}

fn write(graph: &Graph, namespace: &str, version: &str, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = begin(out)?;
    let root = writer.create_element("gexf").with_attributes([("xmlns", namespace), ("version", version)]);
    root.write_inner_content(|writer| {
        let mode = [("mode", "dynamic"), ("defaultedgetype", "directed"), ("timeformat", "date")];
        writer.create_element("graph").with_attributes(mode).write_inner_content(|writer| {
            attributes(writer, "node", NODE)?;
            attributes(writer, "edge", &flat::edge())?;
            writer.create_element("nodes").write_inner_content(|writer| nodes(writer, graph))?;
            writer.create_element("edges").write_inner_content(|writer| edges(writer, graph))?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(writer.into_inner().write_all(b"\n")?)
}

/// Declares the attributes of nodes or edges.
fn attributes<T: ?Sized>(writer: &mut Writer<&mut dyn Write>, class: &str, columns: &[Column<T>]) -> io::Result<()> {
    let head = [("class", class), ("mode", "static")];
    writer.create_element("attributes").with_attributes(head).write_inner_content(|writer| {
        for Column { name, kind, .. } in columns {
            let attributes = [("id", *name), ("title", *name), ("type", kind_name(*kind))];
            writer.create_element("attribute").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

fn nodes(writer: &mut Writer<&mut dyn Write>, graph: &Graph) -> io::Result<()> {
    for node in graph.nodes() {
        let attributes = [attribute("id", &node.id), attribute("label", &node.name)];
        let element = writer.create_element("node").with_attributes(attributes);
        element.write_inner_content(|writer| values(writer, NODE, node))?;
    }
    Ok(())
}

fn edges(writer: &mut Writer<&mut dyn Write>, graph: &Graph) -> io::Result<()> {
    for edge in graph.edges() {
        let attributes = [("id", edge.id), ("source", edge.source), ("target", edge.target), ("label", edge.label)];
        let element =
            writer.create_element("edge").with_attributes(attributes.map(|(name, text)| attribute(name, text)));
        element.write_inner_content(|writer| {
            values(writer, &flat::edge(), &edge)?;
            times(writer, &edge)
        })?;
    }
    Ok(())
}

fn values<T: ?Sized>(writer: &mut Writer<&mut dyn Write>, columns: &[Column<T>], row: &T) -> io::Result<()> {
    writer.create_element("attvalues").write_inner_content(|writer| {
        for column in columns {
            let Some(cell) = (column.cell)(row) else { continue };
            let text = cell.to_string();
            let value = [attribute("for", column.name), attribute("value", &text)];
            writer.create_element("attvalue").with_attributes(value).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The spells of an edge; none where nothing is known of when it held, which readers take for always.
fn times(writer: &mut Writer<&mut dyn Write>, edge: &EdgeView<'_>) -> io::Result<()> {
    let known: Vec<Spell> = spells(edge).into_iter().filter(|spell| spell.from.or(spell.to).is_some()).collect();
    if known.is_empty() {
        return Ok(());
    }
    writer.create_element("spells").write_inner_content(|writer| {
        for spell in &known {
            let start = spell.from.map(|day| ("start", day.to_string()));
            let end = spell.to.map(|day| ("end", day.to_string()));
            let days: Vec<(&str, String)> = start.into_iter().chain(end).collect();
            let days = days.iter().map(|(name, day)| (*name, day.as_str()));
            writer.create_element("spell").with_attributes(days).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Truth => "boolean",
        Kind::Whole => "integer",
        Kind::Real => "double",
    }
}
