//! openCypher statements, for graph databases.

use std::fmt::Write as _;
use std::io::Write;

use super::flat::{self, Cell, Column, NODE};
use super::{ExportError, Format, Options};
use crate::graph::{EdgeView, Graph};
use crate::model::{Node, NodeKind};

pub(super) const FORMAT: Format = Format {
    name: "cypher",
    ending: "cypher",
    about: "openCypher, one statement a line, that adds or renews nodes and relationships; tested against ArcadeDB",
    loses: "",
    write,
};

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut line = String::new();
    for node in graph.nodes() {
        line.clear();
        write_node(&mut line, node);
        out.write_all(line.as_bytes())?;
    }
    let columns = flat::edge();
    for edge in graph.edges() {
        line.clear();
        write_relationship(&mut line, &edge, &columns);
        out.write_all(line.as_bytes())?;
    }
    Ok(())
}

fn write_node(line: &mut String, node: &Node) {
    line.push_str("MERGE ");
    push_node(line, 'n', node);
    push_settings(line, 'n', NODE, node);
}

fn write_relationship<'e>(line: &mut String, edge: &EdgeView<'e>, columns: &[Column<EdgeView<'e>>]) {
    line.push_str("MATCH ");
    push_node(line, 'a', edge.from);
    line.push_str(", ");
    push_node(line, 'b', edge.to);
    line.push_str(" MERGE (a)-[r:");
    push_identifier(line, &edge.predicate.to_uppercase());
    line.push_str(" {id: ");
    push_quoted(line, edge.id);
    line.push_str("}]->(b)");
    push_settings(line, 'r', columns, edge);
}

/// `(n:Person {id: 'n1'})`.
fn push_node(line: &mut String, variable: char, node: &Node) {
    line.extend(['(', variable, ':']);
    line.push_str(label(node.kind));
    line.push_str(" {id: ");
    push_quoted(line, &node.id);
    line.push_str("})");
}

/// ` SET n.name = 'Ana Vega', n.kind = 'person';` and the end of the line.
fn push_settings<T: ?Sized>(line: &mut String, variable: char, columns: &[Column<T>], row: &T) {
    let mut between = " SET ";
    for column in columns {
        let Some(cell) = (column.cell)(row) else { continue };
        line.push_str(std::mem::replace(&mut between, ", "));
        line.extend([variable, '.']);
        push_identifier(line, column.name);
        line.push_str(" = ");
        match cell {
            Cell::Text(text) => push_quoted(line, &text),
            cell => drop(write!(line, "{cell}")),
        }
    }
    line.push_str(";\n");
}

const fn label(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Person => "Person",
        NodeKind::Venue => "Venue",
        NodeKind::Event => "Event",
    }
}

/// A name of a relationship or property, in backticks, which a backtick in it doubles.
fn push_identifier(line: &mut String, name: &str) {
    line.push('`');
    line.push_str(&name.replace('`', "``"));
    line.push('`');
}

/// A string that ends where it should, on one line.
fn push_quoted(line: &mut String, text: &str) {
    line.push('\'');
    let mut rest = text;
    while let Some(at) = rest.find(is_special) {
        line.push_str(&rest[..at]);
        let mut letters = rest[at..].chars();
        letters.next().into_iter().for_each(|letter| push_escape(line, letter));
        rest = letters.as_str();
    }
    line.push_str(rest);
    line.push('\'');
}

/// Whether a letter cannot stand in a string as it is.
fn is_special(letter: char) -> bool {
    matches!(letter, '\'' | '\\' | '\u{2028}' | '\u{2029}' | '\u{FFFE}' | '\u{FFFF}') || letter.is_control()
}

fn push_escape(line: &mut String, letter: char) {
    match letter {
        '\'' | '\\' => line.extend(['\\', letter]),
        '\n' => line.push_str("\\n"),
        '\r' => line.push_str("\\r"),
        '\t' => line.push_str("\\t"),
        _ => drop(write!(line, "\\u{:04X}", u32::from(letter))),
    }
}
