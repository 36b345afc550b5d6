//! Finds the node that a person means by a typed name.

use petgraph::graph::NodeIndex;

use super::Graph;
use crate::model::{Node, NodeKind};

/// How a typed name was matched; the surest way that fits one node alone is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// The node's name, to the letter.
    Name,
    /// The node's id.
    Id,
    /// Another name of the node, to the letter.
    Alias,
    /// One of its names but for case, accents and punctuation.
    Fold,
    /// A person's surname alone, which nobody else here has.
    Surname,
    /// One of its names but for a safe misspelling (Macauley for Macaulay).
    Spelling,
}

impl How {
    /// What is told of a match.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "by name",
            Self::Id => "by id",
            Self::Alias => "by another name",
            Self::Fold => "but for case, accents and punctuation",
            Self::Surname => "by surname alone",
            Self::Spelling => "by a likely misspelling",
        }
    }
}

/// The node that a typed name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The node, as an index of [`Graph::net`].
    pub node: NodeIndex,
    /// How sure that is.
    pub how: How,
}

/// A node that may have been meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// What tells it from its namesakes.
    pub id: String,
    /// Its kind.
    pub kind: NodeKind,
    /// Its name.
    pub name: String,
}

/// No node, or not one alone, is surely meant by a typed name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", worded(.asked, *.ambiguous, .candidates))]
pub struct NotFound {
    /// What was typed.
    pub asked: String,
    /// Whether several nodes fit equally well; else none does, and the candidates are only near.
    pub ambiguous: bool,
    /// Who may have been meant, the likeliest first.
    pub candidates: Vec<Candidate>,
}

fn worded(asked: &str, ambiguous: bool, candidates: &[Candidate]) -> String {
    let lines: String =
        candidates.iter().map(|one| format!("\n  {} ({}, id {})", one.name, one.kind, one.id)).collect();
    match (ambiguous, candidates.is_empty()) {
        (true, _) => format!("{asked:?} may be any of these; write the full name or the id:{lines}"),
        (false, false) => format!("no node is surely meant by {asked:?}; the nearest names:{lines}"),
        (false, true) => format!("no node is named {asked:?}, nor anything near it"),
    }
}

/// At most so many candidates are listed.
const LISTED: usize = 8;
/// Names less alike than this (Jaro-Winkler) are not near.
const NEAR: f64 = 0.84;

impl Graph {
    /// The node that `asked` means: its name or id to the letter, else the surest other way in
    /// which it fits one node alone (see [`How`]).
    ///
    /// # Errors
    /// [`NotFound`] with the candidates where several fit equally well, or none surely.
    pub fn find(&self, asked: &str) -> Result<Found, NotFound> {
        let key = Key::of(asked);
        let mut best: Option<How> = None;
        let mut fitting = Vec::new();
        for node in self.net.node_indices() {
            let Some(how) = how(asked, &key, self.node(node)) else { continue };
            if best.is_none_or(|best| how < best) {
                best = Some(how);
                fitting.clear();
            }
            if best == Some(how) {
                fitting.push(node);
            }
        }
        match (best, fitting.as_slice()) {
            (Some(how), &[node]) => Ok(Found { node, how }),
            (Some(_), several) => Err(self.not_found(asked, true, several)),
            (None, _) => Err(self.not_found(asked, false, &self.near(&key))),
        }
    }

    fn not_found(&self, asked: &str, ambiguous: bool, nodes: &[NodeIndex]) -> NotFound {
        let candidate = |&index: &NodeIndex| {
            let Node { id, kind, name, .. } = self.node(index).clone();
            Candidate { id, kind, name }
        };
        NotFound { asked: asked.to_owned(), ambiguous, candidates: nodes.iter().take(LISTED).map(candidate).collect() }
    }

    /// The nodes whose names are nearest, nearest first.
    fn near(&self, asked: &Key) -> Vec<NodeIndex> {
        let mut near: Vec<(f64, NodeIndex)> = self
            .net
            .node_indices()
            .map(|node| (nearness(asked, self.node(node)), node))
            .filter(|(near, _)| *near >= NEAR)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        near.into_iter().map(|(_, node)| node).collect()
    }
}

/// The surest way in which a typed name fits a node.
fn how(asked: &str, key: &Key, node: &Node) -> Option<How> {
    if node.name == asked {
        return Some(How::Name);
    }
    if node.id == asked {
        return Some(How::Id);
    }
    let name = Key::of(&node.name);
    let stands_alone = |alias: &&String| !name.is_part(&Key::of(alias));
    if node.aliases.iter().filter(stands_alone).any(|alias| alias == asked) {
        return Some(How::Alias);
    }
    let others: Vec<Key> = node.aliases.iter().filter(stands_alone).map(|alias| Key::of(alias)).collect();
    let mut keys = std::iter::once(&name).chain(&others);
    if key.words.is_empty() {
        None
    } else if keys.clone().any(|other| other.words == key.words) {
        Some(How::Fold)
    } else if node.kind == NodeKind::Person && name.surname().is_some_and(|surname| key.words == [surname]) {
        Some(How::Surname)
    } else if keys.any(|other| misspelt(key, other)) {
        Some(How::Spelling)
    } else {
        None
    }
}

/// How alike two names are as strings; a lone first name or surname is near its bearer.
fn nearness(asked: &Key, node: &Node) -> f64 {
    let like = |name: &str| {
        let key = Key::of(name);
        if key.is_part(asked) { 1.0 } else { strsim::jaro_winkler(&asked.words.join(" "), &key.words.join(" ")) }
    };
    node.aliases.iter().chain([&node.name]).map(|name| like(name)).fold(0.0, f64::max)
}

/// A name without case, accents and punctuation, word by word.
struct Key {
    words: Vec<String>,
}

impl Key {
    fn of(name: &str) -> Self {
        let plain = deunicode::deunicode(name).to_lowercase().replace(['\'', '.'], "");
        let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        Self { words: words.map(str::to_owned).collect() }
    }

    /// The last word of a name of several, "Jr." and the like aside.
    fn surname(&self) -> Option<&str> {
        let last = self.words.iter().rposition(|word| !["jr", "sr", "ii", "iii", "iv"].contains(&word.as_str()))?;
        (last > 0).then(|| self.words[last].as_str())
    }

    /// Whether `part` is one word of this name of several.
    fn is_part(&self, part: &Self) -> bool {
        self.words.len() > 1 && part.words.len() == 1 && self.words.contains(&part.words[0])
    }
}

/// Whether two names of several words differ in one word alone, by a safe misspelling of it.
fn misspelt(a: &Key, b: &Key) -> bool {
    if a.words.len() < 2 || a.words.len() != b.words.len() {
        return false;
    }
    let mut unlike = a.words.iter().zip(&b.words).filter(|(a, b)| a != b);
    matches!((unlike.next(), unlike.next()), (Some((a, b)), None) if safely_misspelt(a, b))
}

/// Long words that begin alike and are one or two slips of a finger apart. Short ones (Song and
/// Strong, Tyler and Taylor) are different names, and so are those that differ by "-son".
fn safely_misspelt(a: &str, b: &str) -> bool {
    let shorter = a.chars().count().min(b.chars().count());
    let ends_apart = |ending: &str| a.ends_with(ending) != b.ends_with(ending);
    shorter >= 6
        && a.chars().next() == b.chars().next()
        && strsim::normalized_damerau_levenshtein(a, b) >= 0.78
        && !ends_apart("son")
        && !ends_apart("s")
}

#[cfg(test)]
mod tests {
    use super::super::{Builder, Graph};
    use super::How;
    use crate::model::{Node, NodeKind};

    fn graph(names: &[(&str, &[&str])]) -> Graph {
        let mut builder = Builder::default();
        for (index, (name, aliases)) in names.iter().enumerate() {
            let aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
            builder.node(Node { id: format!("n{index}"), kind: NodeKind::Person, name: (*name).to_owned(), aliases });
        }
        builder.build()
    }

    #[track_caller]
    fn check(graph: &Graph, asked: &str, name: &str, how: How) {
        let found = graph.find(asked).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((graph.node(found.node).name.as_str(), found.how), (name, how), "{asked}");
    }

    #[track_caller]
    fn refused(graph: &Graph, asked: &str, candidates: &[&str]) {
        let error = graph.find(asked).expect_err(asked);
        let names: Vec<&str> = error.candidates.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, candidates, "{asked}");
    }

    #[test]
    fn names_are_matched_as_people_type_them() {
        let graph = graph(&[
            ("Salomé Vandermeer", &["Vandermeer", "Sal"]),
            ("Otto Lindqvist Jr.", &[]),
            ("Ada Lindqvist", &["Ada"]),
            ("Brenda Strong", &[]),
            ("Zuzu", &[]),
        ]);
        check(&graph, "Salomé Vandermeer", "Salomé Vandermeer", How::Name);
        check(&graph, "n4", "Zuzu", How::Id);
        check(&graph, "Sal", "Salomé Vandermeer", How::Alias);
        check(&graph, "salome VANDERMEER", "Salomé Vandermeer", How::Fold);
        check(&graph, "zuzu", "Zuzu", How::Fold);
        check(&graph, "vandermeer", "Salomé Vandermeer", How::Surname);
        check(&graph, "Salome Vandermere", "Salomé Vandermeer", How::Spelling);
        check(&graph, "strong", "Brenda Strong", How::Surname);
    }

    #[test]
    fn whatever_is_less_sure_lists_candidates() {
        let graph = graph(&[("Otto Lindqvist Jr.", &[]), ("Ada Lindqvist", &["Ada"]), ("Brenda Strong", &[])]);
        refused(&graph, "Lindqvist", &["Ada Lindqvist", "Otto Lindqvist Jr."]);
        refused(&graph, "Ada", &["Ada Lindqvist"]);
        refused(&graph, "Brenda Song", &["Brenda Strong"]);
        refused(&graph, "Somebody Else", &[]);
        refused(&graph, "", &[]);
    }

    #[test]
    fn namesakes_are_told_apart_by_id() {
        let graph = graph(&[("Kit Marlow", &[]), ("Kit Marlow", &[])]);
        refused(&graph, "Kit Marlow", &["Kit Marlow", "Kit Marlow"]);
        check(&graph, "n1", "Kit Marlow", How::Id);
    }
}
