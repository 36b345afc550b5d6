//! Mermaid, for pictures in Markdown.

use std::fmt::Write as _;
use std::io::Write;

use petgraph::graph::NodeIndex;

use super::{ExportError, Format, Options, style};
use crate::graph::{EdgeView, Graph};
use crate::model::{NodeKind, Status};

pub(super) const FORMAT: Format = Format {
    name: "mermaid",
    ending: "mmd",
    about: "a Mermaid flowchart, for Markdown; at most 500 edges",
    loses: "words, sources and other names; names and labels beyond 80 characters",
    write,
};

/// Mermaid draws no more, nor a longer text, unless its page is told to.
const MOST_EDGES: usize = 500;
const MOST_TEXT: usize = 50_000;
/// Names and labels are cut here.
const LABEL: usize = 80;

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let edges = graph.edges().len();
    if edges > MOST_EDGES {
        return Err(refused(&format!("{edges} edges")));
    }
    let text = flowchart(graph);
    if text.len() > MOST_TEXT {
        return Err(refused(&format!("{} characters", text.len())));
    }
    Ok(out.write_all(text.as_bytes())?)
}

fn refused(much: &str) -> ExportError {
    ExportError::Refused(format!(
        "mermaid draws at most {MOST_EDGES} edges in {MOST_TEXT} characters, and this graph has {much}: choose a part \
         of it with --around NAME --hops N, --only or --path A B"
    ))
}

fn flowchart(graph: &Graph) -> String {
    let mut text = String::from("flowchart LR\n");
    for kind in NodeKind::ALL {
        let look = style::node(kind);
        let _ = writeln!(text, "  classDef {kind} fill:{},stroke:{},color:#000", look.fill, look.line);
    }
    for (index, node) in graph.nodes().enumerate() {
        let (open, close) = match node.kind {
            NodeKind::Person => ("([", "])"),
            NodeKind::Venue => ("[", "]"),
            NodeKind::Event => ("{{", "}}"),
        };
        let _ = writeln!(text, "  n{index}{open}\"{}\"{close}:::{}", label(&node.name), node.kind);
    }
    for edge in graph.edges() {
        let end = |id: &str| graph.index_of(id).map_or(0, NodeIndex::index);
        let words = label(&style::label(&edge));
        let _ = writeln!(text, "  n{} {}|\"{words}\"| n{}", end(edge.source), arrow(&edge), end(edge.target));
    }
    for (index, edge) in graph.edges().enumerate() {
        let dots = if edge.status == Status::Denied { ",stroke-dasharray:1 4" } else { "" };
        let _ = writeln!(text, "  linkStyle {index} stroke:{}{dots}", style::colour(edge.group, edge.ended));
    }
    text
}

/// The line of a status, with a head where the edge points.
const fn arrow(edge: &EdgeView<'_>) -> &'static str {
    match (edge.status, edge.directed) {
        (Status::Confirmed, true) => "==>",
        (Status::Confirmed, false) => "===",
        (Status::Reported, true) => "-->",
        (Status::Reported, false) => "---",
        (Status::Rumored | Status::Denied, true) => "-.->",
        (Status::Rumored | Status::Denied, false) => "-.-",
    }
}

/// Text that Mermaid shows as it is: everything that it or a browser might interpret is an entity.
fn label(text: &str) -> String {
    let mut label = String::new();
    for letter in text.chars().take(LABEL) {
        match letter {
            '\n' => label.push_str("<br/>"),
            // No XML, and so no drawing, may hold the last two.
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => label.push(' '),
            _ if letter.is_alphanumeric() || " ,.:;()-–—‘’“”/".contains(letter) => label.push(letter),
            _ => {
                let _ = write!(label, "#{};", u32::from(letter));
            }
        }
    }
    if text.chars().nth(LABEL).is_some() {
        label.push('…');
    }
    label
}
