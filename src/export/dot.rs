//! DOT, for Graphviz.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;

use dot_writer::{Attributes, DotWriter, Scope};
use petgraph::graph::NodeIndex;

use super::latch::Latch;
use super::{ExportError, Format, Options, style};
use crate::graph::{EdgeView, Graph};
use crate::model::Node;

pub(super) const FORMAT: Format = Format {
    name: "dot",
    ending: "dot",
    about: "Graphviz DOT: people, venues and events by shape, status by line style, ended relations grey",
    loses: "of several claims on one edge only the leading one's words and address, as tooltip and URL",
    write,
};

/// Beyond so many labelled edges `dot` takes minutes; `sfdp` does not.
const LAYERED_EDGES: usize = 150;

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut latch = Latch::new(out);
    {
        let mut writer = DotWriter::from(&mut latch);
        let mut digraph = writer.digraph();
        defaults(&mut digraph, graph.edges().len());
        for (index, node) in graph.nodes().enumerate() {
            write_node(&mut digraph, index, node);
        }
        for edge in graph.edges() {
            let end = |id: &str| graph.index_of(id).map_or(0, NodeIndex::index);
            write_edge(&mut digraph, end(edge.source), end(edge.target), &edge);
        }
    }
    Ok(latch.finish()?)
}

fn defaults(digraph: &mut Scope<'_, '_>, edges: usize) {
    if edges > LAYERED_EDGES {
        digraph.graph_attributes().set("layout", "sfdp", false).set("overlap", "prism", false);
    }
    digraph.node_attributes().set_font("Helvetica").set("style", "filled", false);
    digraph.edge_attributes().set_font("Helvetica").set_font_size(10.0);
}

fn write_node(digraph: &mut Scope<'_, '_>, index: usize, node: &Node) {
    let look = style::node(node.kind);
    digraph
        .node_named(name(index))
        .set_label(&escape(&node.name))
        .set("id", &escape(&node.id), true)
        .set("shape", look.shape, false)
        .set("color", look.line, true)
        .set("fillcolor", look.fill, true)
        .set("tooltip", &escape(&tooltip(node)), true);
}

fn write_edge(digraph: &mut Scope<'_, '_>, source: usize, target: usize, edge: &EdgeView<'_>) {
    let leading = &edge.claims[0];
    let colour = style::colour(edge.group, edge.ended);
    let edges = digraph.edge(name(source), name(target));
    let mut attributes = edges.attributes();
    attributes
        .set_label(&escape(&style::label(edge)))
        .set("id", &escape(edge.id), true)
        .set("style", style::line(edge.status), false)
        .set("color", colour, true)
        .set("fontcolor", colour, true);
    if !edge.directed {
        attributes.set("dir", "none", false).set("arrowhead", "none", false);
    }
    if !leading.words().is_empty() {
        attributes.set("tooltip", &escape(leading.words()), true);
    }
    if let Some(url) = style::link(leading.document.url.as_deref()) {
        attributes.set("URL", &address(url), true);
    }
}

/// The name that the file knows a node by; real names stand in labels only.
fn name(index: usize) -> String {
    format!("n{index}")
}

fn tooltip(node: &Node) -> String {
    match node.aliases.as_slice() {
        [] => format!("{}: {}", node.kind, node.name),
        aliases => format!("{}: {} ({})", node.kind, node.name, aliases.join(", ")),
    }
}

/// Text as it must stand between quotes so that Graphviz shows it unchanged: its escapes (`\N`,
/// `\l`) and character entities (`&amp;`) are disarmed, control characters become spaces.
fn escape(text: &str) -> Cow<'_, str> {
    let harmless = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\\' | b'&');
    if text.bytes().all(harmless) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        match letter {
            '"' => escaped.push_str("\\\""),
            '\\' => escaped.push_str("\\\\"),
            '\n' => escaped.push_str("\\n"),
            '&' if begins_entity(&text[at + 1..]) => escaped.push_str("&amp;"),
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped.into()
}

/// An address as Graphviz may copy it into XML: older versions do so without any escapes.
fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for letter in url.chars() {
        match letter {
            '&' => address.push_str("&amp;"),
            '"' | '\'' | '<' | '>' | '\\' | '`' | ' ' => {
                let _ = write!(address, "%{:02X}", u32::from(letter));
            }
            _ if letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}') => {}
            _ => address.push(letter),
        }
    }
    address
}

/// Whether what follows an ampersand makes it a character entity.
fn begins_entity(rest: &str) -> bool {
    let end = rest.bytes().take(32).position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'));
    end.is_some_and(|end| end > 0 && rest.as_bytes()[end] == b';')
}

#[cfg(test)]
mod tests {
    use super::{address, escape};

    #[test]
    fn what_graphviz_would_interpret_is_disarmed() {
        for (name, written) in [
            ("Zoë & Söhne", "Zoë & Söhne"),
            ("AT&T; and &amp; &#65; &x", "AT&amp;T; and &amp;amp; &amp;#65; &x"),
            (r#"Kit "KM" Marlow"#, r#"Kit \"KM\" Marlow"#),
            (r"\N back\", r"\\N back\\"),
            ("a\nb\u{7}c\0", "a\\nb c "),
        ] {
            assert_eq!(escape(name), written, "{name}");
        }
    }

    #[test]
    fn addresses_are_safe_in_xml() {
        assert_eq!(address("https://a.org/?x=1&y=\"2\"<é>\0"), "https://a.org/?x=1&amp;y=%222%22%3Cé%3E");
    }
}
