//! A page to explore a graph, as one file that asks nobody for anything.
//!
//! Comes in: a [`Graph`] of at most [`MOST_NODES`] nodes. Goes out: HTML with its scripts, its style
//! and the graph inside, the same bytes for the same graph. Its policy lets in the scripts of this
//! crate alone, each by its hash; the graph is data that no script element can end, and the scripts
//! make text of names, never markup. Served live, the same page asks the server that it came from.

mod data;

use std::fmt::Write as _;
use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

pub use self::data::{PageData, page_data};
use super::theme::{DARK, LIGHT, Theme};
use super::{ExportError, Format};
use crate::graph::Graph;
use crate::model::{Group, NodeKind};

pub(super) const FORMAT: Format = Format {
    name: "html",
    ending: "html",
    about: "a page to explore in any browser: one file, no server, at most 2,000 nodes",
    loses: "",
    write: |graph, options, out| write(graph, options.name.as_deref(), out),
};

/// So many nodes a page holds: more can neither be read nor drawn quickly.
pub const MOST_NODES: usize = 2_000;

/// The library that draws, and our scripts, in the order in which they need each other.
const SCRIPTS: [&str; 10] = [
    include_str!("vendor/cytoscape.min.js"),
    include_str!("app/dom.js"),
    include_str!("app/model.js"),
    include_str!("app/state.js"),
    include_str!("app/drawing.js"),
    include_str!("app/panel.js"),
    include_str!("app/controls.js"),
    include_str!("app/table.js"),
    include_str!("app/source.js"),
    include_str!("app/main.js"),
];

/// The text of the page, which has no script.
const BODY: &str = include_str!("app/body.html");
const STYLE: &str = include_str!("app/page.css");

/// Writes the page of a graph; `name` is what the graph is called.
///
/// # Errors
/// [`ExportError::Refused`] when it has more than [`MOST_NODES`] nodes, and failures of the writer.
pub fn write(graph: &Graph, name: Option<&str>, out: &mut dyn Write) -> Result<(), ExportError> {
    let count = graph.nodes().len();
    if count > MOST_NODES {
        return Err(ExportError::Refused(format!(
            "a page holds at most {MOST_NODES} nodes, and here are {count}: choose a part (--around NAME --hops 2, --only, --min-confidence), or run `relgraph serve`"
        )));
    }
    let title =
        name.map_or_else(|| "Who is linked to whom".to_owned(), |name| format!("Who is linked to whom: {name}"));
    let data = serde_json::to_string(&page_data(graph, &title))?;
    Ok(out.write_all(html(&title, &data, "'none'").as_bytes())?)
}

/// The page without a graph, which asks the server that it came from.
pub fn live() -> String {
    let data = r#"{"schema":"relgraph-page/1","title":"relgraph","live":true,"total":0,"nodes":[],"edges":[]}"#;
    html("relgraph", data, "'self'")
}

/// The policy of the page: nothing is let in but its own scripts, by their hashes; `connect` says
/// whom the scripts may ask.
pub fn policy(connect: &str) -> String {
    let hash = |script: &&str| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())));
    let scripts: String = SCRIPTS.iter().map(hash).collect();
    format!(
        "default-src 'none'; script-src{scripts}; style-src 'unsafe-inline'; img-src data:; connect-src {connect}; base-uri 'none'; form-action 'none'"
    )
}

fn html(title: &str, data: &str, connect: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let mut html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{}{STYLE}</style>\n</head>\n<body>\n{BODY}",
        policy(connect),
        colours()
    );
    let _ = writeln!(html, "<script type=\"application/json\" id=\"data\">{}</script>", inert(data));
    for script in SCRIPTS {
        let _ = writeln!(html, "<script>{script}</script>");
    }
    html + "</body>\n</html>\n"
}

/// JSON that neither ends the element it stands in nor begins another one.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// The colours of both themes, as custom properties.
fn colours() -> String {
    format!(
        ":root {{\n{}}}\n@media (prefers-color-scheme: dark) {{ :root {{\n{}}} }}\n",
        properties(&LIGHT),
        properties(&DARK)
    )
}

fn properties(theme: &Theme) -> String {
    let Theme { paper, ink, faint, rule, ended, .. } = theme;
    let mut css = format!("--paper: {paper}; --ink: {ink}; --faint: {faint}; --rule: {rule}; --ended: {ended};\n");
    for kind in NodeKind::ALL {
        let (line, fill) = theme.node(kind);
        let _ = writeln!(css, "--{kind}: {line}; --{kind}-fill: {fill};");
    }
    for group in Group::ALL {
        let _ = writeln!(css, "--{group}: {};", theme.group(group));
    }
    css
}

#[cfg(test)]
mod tests {
    use super::{SCRIPTS, inert};

    #[test]
    fn data_ends_no_element() {
        let json = serde_json::to_string("</script><script>alert(1)</script><!--\u{2028}").unwrap();
        let text = inert(&json);
        assert!(!text.contains('<') && !text.contains('\u{2028}'));
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), serde_json::from_str::<String>(&json).unwrap());
    }

    #[test]
    fn no_script_ends_its_element() {
        for script in SCRIPTS {
            let lower = script.to_lowercase();
            assert!(!lower.contains("</script") && !lower.contains("<!--"));
        }
    }
}
