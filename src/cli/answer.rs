//! What all answers share: finding names, JSON with a version, and lines about edges and claims.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use anyhow::Result;
use petgraph::graph::NodeIndex;
use relgraph::graph::{Claim, EdgeView, Graph, How};
use relgraph::model::Document;
use serde::Serialize;

/// An answer in JSON: its form's version, what it was asked from, and the answer itself.
#[derive(Serialize)]
pub(crate) struct Answer<'a, T> {
    pub(crate) schema: &'static str,
    /// "sample" where no graph was built or named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) graph: Option<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) matched_from: BTreeMap<&'static str, Matched<'a>>,
    #[serde(flatten)]
    pub(crate) body: T,
}

/// How a name was matched other than to the letter.
#[derive(Clone, Serialize)]
pub(crate) struct Matched<'a> {
    asked: &'a str,
    name: String,
    how: How,
    told: &'static str,
}

impl<T: Serialize> Answer<'_, T> {
    pub(crate) fn print(&self) -> Result<()> {
        let mut out = io::stdout().lock();
        serde_json::to_writer_pretty(&mut out, self).map_err(io::Error::from)?;
        Ok(out.write_all(b"\n")?)
    }
}

/// The names of a question, matched to nodes.
pub(crate) struct Names<'a> {
    graph: &'a Graph,
    pub(crate) matched: BTreeMap<&'static str, Matched<'a>>,
}

impl<'a> Names<'a> {
    pub(crate) const fn of(graph: &'a Graph) -> Self {
        Self { graph, matched: BTreeMap::new() }
    }

    /// The node that `asked` means; a match other than to the letter is told on standard error,
    /// and kept under `part`.
    pub(crate) fn find(&mut self, part: &'static str, asked: &'a str) -> Result<NodeIndex> {
        let found = self.graph.find(asked)?;
        if found.how != How::Name {
            let name = self.graph.node(found.node).name.clone();
            let told = found.how.as_str();
            eprintln!("relgraph: taking {} for {} ({told})", plain(asked), plain(&name));
            self.matched.insert(part, Matched { asked, name, how: found.how, told });
        }
        Ok(found.node)
    }
}

/// Text for a terminal: control characters, which could move its cursor, become spaces.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

/// "Ana Vega godparent of Raul Ortiz [reported, 2018-05]".
pub(crate) fn edge_line(edge: &EdgeView<'_>) -> String {
    format!("{} {}", edge_words(edge), state(edge))
}

/// "Ana Vega godparent of Raul Ortiz".
pub(crate) fn edge_words(edge: &EdgeView<'_>) -> String {
    format!("{} {} {}", plain(&edge.from.name), plain(edge.label), plain(&edge.to.name))
}

/// "[rumored, disputed, 2018-05, ended, 3 sources]".
pub(crate) fn state(edge: &EdgeView<'_>) -> String {
    let mut state = format!("[{}", edge.status);
    if edge.disputed {
        state.push_str(", disputed");
    }
    if let Some(date) = edge.date {
        let _ = write!(state, ", {date}");
    }
    if edge.ended {
        state.push_str(", ended");
    }
    if edge.sources > 1 {
        let _ = write!(state, ", {} sources", edge.sources);
    }
    state + "]"
}

/// "rumored 2018-05 at Sushi Park, said by a source: “the words” (Title, Publisher, 2018-05-16, URL)".
pub(crate) fn claim_line(claim: &Claim) -> String {
    let mut line = claim.status.to_string();
    if let Some(date) = &claim.date {
        let _ = write!(line, " {date}");
    }
    for name in [&claim.place_name, &claim.event_name].into_iter().flatten() {
        let _ = write!(line, " at {}", plain(name));
    }
    if claim.ended {
        line.push_str(", ended");
    }
    if let Some(said_by) = &claim.said_by {
        let _ = write!(line, ", said by {}", plain(said_by));
    }
    if !claim.words().is_empty() {
        let quoted = claim.words().starts_with(['“', '"']);
        let words = plain(claim.words());
        let _ = if quoted { write!(line, ": {words}") } else { write!(line, ": “{words}”") };
    }
    let _ = write!(line, " ({})", source(&claim.document));
    line
}

/// A source by everything that is known of it; by its id where nothing is.
pub(crate) fn source(document: &Document) -> String {
    let published = document.published.as_ref().map(ToString::to_string);
    let parts = [&document.title, &document.publisher, &published, &document.url];
    let known: Vec<String> = parts.into_iter().flatten().map(|part| plain(part)).collect();
    if known.is_empty() { plain(&document.id) } else { known.join(", ") }
}
