//! The form of an annotation that `relgraph eval` reads, and which node it means by which.
//!
//! ```json
//! {"id": "7", "published": "2018-05-04",
//!  "nodes": [{"kind": "person", "name": "Ana Vega", "aliases": ["Vega"]}],
//!  "edges": [{"source": "Ana Vega", "predicate": "dating", "target": "Raul Ortiz", "required": true, "evidence": "…"}]}
//! ```
//!
//! Edges that are not required are neither right nor wrong when they are found.

use std::collections::BTreeMap;

use relgraph::model::{Edtf, Node, NodeKind};
use serde::Deserialize;

/// An annotated article.
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    /// Its name in lists.
    #[serde(default)]
    pub(crate) id: String,
    /// When it was published.
    pub(crate) published: Option<Edtf>,
    nodes: Vec<GoldNode>,
    /// What a careful reader finds in it.
    pub(crate) edges: Vec<Edge>,
}

/// A person, venue or event of an annotation.
#[derive(Debug, Deserialize)]
struct GoldNode {
    kind: NodeKind,
    name: String,
    #[serde(default)]
    aliases: Vec<String>,
}

/// A relationship of an annotation; its ends are names of nodes.
#[derive(Debug, Deserialize)]
pub(crate) struct Edge {
    pub(crate) source: String,
    pub(crate) predicate: String,
    pub(crate) target: String,
    #[serde(default = "yes")]
    pub(crate) required: bool,
    #[serde(default)]
    pub(crate) evidence: String,
}

const fn yes() -> bool {
    true
}

impl Gold {
    /// Of each node that was found the name of the annotated node that it is, if any: the same
    /// name first, then one of its other names.
    pub(crate) fn link(&self, found: &[Node]) -> BTreeMap<String, String> {
        found.iter().filter_map(|node| Some((node.id.clone(), self.match_node(node)?.name.clone()))).collect()
    }

    fn match_node(&self, node: &Node) -> Option<&GoldNode> {
        let name = fold(&node.name);
        let of_kind = || self.nodes.iter().filter(|gold| gold.kind == node.kind);
        let same = of_kind().find(|gold| fold(&gold.name) == name);
        let called = || of_kind().find(|gold| gold.aliases.iter().any(|alias| fold(alias) == name));
        let calling = || of_kind().find(|gold| node.aliases.iter().any(|alias| fold(alias) == fold(&gold.name)));
        same.or_else(called).or_else(calling)
    }
}

/// A name without case, marks and the difference between apostrophes.
fn fold(name: &str) -> String {
    let plain = name.replace('’', "'").to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
