//! openCypher statements, for graph databases.

use std::io::Write;

use super::flat::{self, Cell, Column, NODE};
use super::{ExportError, Format, Options};
use crate::graph::{EdgeView, Graph};
use crate::model::NodeKind;

pub(super) const FORMAT: Format = Format {
    name: "cypher",
    ending: "cypher",
    about: "openCypher, one statement a line, that adds or renews nodes and relationships; tested against ArcadeDB",
    loses: "",
    write,
};

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    for node in graph.nodes() {
        let label = label(node.kind);
        writeln!(out, "MERGE (n:{label} {{id: {}}}) SET {};", quoted(&node.id), settings("n", NODE, node))?;
    }
    let columns = flat::edge();
    for edge in graph.edges() {
        writeln!(out, "{}", relationship(&edge, &columns))?;
    }
    Ok(())
}

fn relationship<'e>(edge: &EdgeView<'e>, columns: &[Column<EdgeView<'e>>]) -> String {
    let end = |name: char, id: &str, kind: NodeKind| format!("({name}:{} {{id: {}}})", label(kind), quoted(id));
    format!(
        "MATCH {}, {} MERGE (a)-[r:{} {{id: {}}}]->(b) SET {};",
        end('a', edge.source, edge.from.kind),
        end('b', edge.target, edge.to.kind),
        identifier(&edge.predicate.to_uppercase()),
        quoted(edge.id),
        settings("r", columns, edge)
    )
}

/// `n.name = 'Ana Vega', n.kind = 'person'`.
fn settings<T: ?Sized>(variable: &str, columns: &[Column<T>], row: &T) -> String {
    let setting = |column: &Column<T>| {
        let value = match (column.cell)(row)? {
            Cell::Text(text) => quoted(&text),
            cell => cell.to_string(),
        };
        Some(format!("{variable}.{} = {value}", identifier(column.name)))
    };
    columns.iter().filter_map(setting).collect::<Vec<_>>().join(", ")
}

const fn label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Person => "Person",
        NodeKind::Venue => "Venue",
        NodeKind::Event => "Event",
    }
}

/// A name of a relationship or property, in backticks, which a backtick in it doubles.
fn identifier(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

/// A string that ends where it should, on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            _ if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}') => {
                quoted.push_str(&format!("\\u{:04X}", u32::from(letter)));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}
