//! Tables: nodes and edges as CSV, under the names that Gephi or neo4j-admin look for.

use std::borrow::Cow;
use std::io::Write;

use super::flat::{self, Cell, Column, NODE};
use super::{ExportError, Format, Options};
use crate::graph::{EdgeView, Graph};
use crate::model::Node;

const LOSES: &str = "cells that a spreadsheet would run as a formula (=, +, -, @ first) get an apostrophe before them";

pub(super) const EDGES: Format = Format {
    name: "csv",
    ending: "csv",
    about: "the edges as a table (pandas, DuckDB, Gephi: Source, Target, Type), all claims as JSON in `claims`",
    loses: LOSES,
    write: write_edges,
};

pub(super) const NODES: Format = Format {
    name: "csv-nodes",
    ending: "csv",
    about: "the nodes as a table (pandas, DuckDB, Gephi: Id, Label)",
    loses: LOSES,
    write: write_nodes,
};

pub(super) const NEO4J_EDGES: Format = Format {
    name: "neo4j-edges",
    ending: "csv",
    about: "relationships for neo4j-admin import (:START_ID, :END_ID, :TYPE)",
    loses: LOSES,
    write: write_neo4j_edges,
};

pub(super) const NEO4J_NODES: Format = Format {
    name: "neo4j-nodes",
    ending: "csv",
    about: "nodes for neo4j-admin import (:ID, :LABEL)",
    loses: LOSES,
    write: write_neo4j_nodes,
};

/// A column by the name that a reader looks for.
type Named<T> = (&'static str, for<'g> fn(&'g T) -> Option<Cell<'g>>);

fn text(text: &str) -> Option<Cell<'_>> {
    Some(Cell::Text(text.into()))
}

fn write_nodes(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let head: [Named<Node>; 2] = [("Id", |node| text(&node.id)), ("Label", |node| text(&node.name))];
    table(out, &head, NODE, graph.nodes())
}

fn write_edges(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let head: [Named<EdgeView<'_>>; 7] = [
        ("Source", |edge| text(edge.source)),
        ("Target", |edge| text(edge.target)),
        ("Type", |edge| text(if edge.directed { "Directed" } else { "Undirected" })),
        ("Id", |edge| text(edge.id)),
        ("Label", |edge| text(edge.label)),
        ("source_name", |edge| text(&edge.from.name)),
        ("target_name", |edge| text(&edge.to.name)),
    ];
    table(out, &head, &flat::edge(), graph.edges())
}

fn write_neo4j_nodes(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let head: [Named<Node>; 2] = [("id:ID", |node| text(&node.id)), (":LABEL", |node| text(node.kind.as_str()))];
    table(out, &head, NODE, graph.nodes())
}

fn write_neo4j_edges(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let head: [Named<EdgeView<'_>>; 4] = [
        (":START_ID", |edge| text(edge.source)),
        (":END_ID", |edge| text(edge.target)),
        (":TYPE", |edge| text(edge.predicate)),
        ("id", |edge| text(edge.id)),
    ];
    table(out, &head, &flat::edge(), graph.edges())
}

/// Writes a table: first the columns of `head`, then all others.
fn table<'g, T: 'g>(
    out: &mut dyn Write,
    head: &[Named<T>],
    columns: &[Column<T>],
    rows: impl Iterator<Item = impl std::borrow::Borrow<T>>,
) -> Result<(), ExportError> {
    let mut writer = csv::Writer::from_writer(out);
    let failed = |error: csv::Error| std::io::Error::from(error);
    let names = head.iter().map(|(name, _)| *name).chain(columns.iter().map(|column| column.name));
    writer.write_record(names).map_err(failed)?;
    for row in rows {
        let row = row.borrow();
        let cells = head.iter().map(|(_, cell)| cell(row)).chain(columns.iter().map(|column| (column.cell)(row)));
        for cell in cells {
            writer.write_field(cell.map_or_else(Cow::default, guarded).as_bytes()).map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    Ok(writer.flush()?)
}

/// A cell that no spreadsheet runs as a formula.
fn guarded(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) => format!("'{text}").into(),
        Cell::Text(text) => text,
        cell => cell.to_string().into(),
    }
}
