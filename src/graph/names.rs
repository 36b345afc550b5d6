//! Finds the node that a person means by a typed name.

use petgraph::graph::NodeIndex;

use super::Graph;
use crate::model::{Node, NodeKind};
use crate::resolve::{asked_words, blocks, compare, name_key};

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
        let nodes = || self.net.node_indices().map(|index| (index, self.node(index)));
        choose(asked, nodes).map(|(node, how)| Found { node, how })
    }
}

/// The one of some nodes that `asked` means, and how; see [`Graph::find`], which asks all.
///
/// # Errors
/// [`NotFound`] with the candidates where several fit equally well, or none surely.
pub fn choose<'n, T, I>(asked: &str, nodes: impl Fn() -> I) -> Result<(T, How), NotFound>
where
    I: Iterator<Item = (T, &'n Node)>,
{
    let asked = Asked::of(asked);
    let mut fitting = best(nodes().map(|(tag, node)| (asked.fits(node), tag, node)));
    if fitting.is_empty() {
        fitting = best(nodes().map(|(tag, node)| (asked.misspells(node), tag, node)));
    }
    match fitting.pop() {
        Some((how, tag, _)) if fitting.is_empty() => Ok((tag, how)),
        Some(last) => {
            let several: Vec<&Node> = fitting.iter().chain([&last]).map(|(_, _, node)| *node).collect();
            Err(not_found(&asked, true, &several))
        }
        None => Err(not_found(&asked, false, &asked.near(nodes().map(|(_, node)| node)))),
    }
}

/// The nodes that fit best, in their order.
fn best<'n, T>(nodes: impl Iterator<Item = (Option<How>, T, &'n Node)>) -> Vec<(How, T, &'n Node)> {
    let mut best: Vec<(How, T, &'n Node)> = Vec::new();
    for (how, tag, node) in nodes {
        let Some(how) = how else { continue };
        if best.first().is_some_and(|(known, ..)| how < *known) {
            best.clear();
        }
        if best.first().is_none_or(|(known, ..)| how == *known) {
            best.push((how, tag, node));
        }
    }
    best
}

fn not_found(asked: &Asked<'_>, ambiguous: bool, nodes: &[&Node]) -> NotFound {
    let candidate = |node: &&Node| Candidate { id: node.id.clone(), kind: node.kind, name: node.name.clone() };
    let candidates = nodes.iter().take(LISTED).map(candidate).collect();
    NotFound { asked: asked.typed.to_owned(), ambiguous, candidates }
}

/// What was typed, folded as the name of each kind.
struct Asked<'t> {
    typed: &'t str,
    keys: [String; NodeKind::ALL.len()],
    /// See [`asked_words`]; sorted.
    words: Vec<String>,
}

impl<'t> Asked<'t> {
    fn of(typed: &'t str) -> Self {
        Self { typed, keys: NodeKind::ALL.map(|kind| name_key(kind, typed)), words: asked_words(typed) }
    }

    /// The surest way in which it fits a node, misspellings aside.
    fn fits(&self, node: &Node) -> Option<How> {
        if node.name == self.typed {
            return Some(How::Name);
        }
        if node.id == self.typed {
            return Some(How::Id);
        }
        let asked = &self.keys[node.kind as usize];
        let key = name_key(node.kind, &node.name);
        if own_aliases(node, &key).any(|alias| alias == self.typed) {
            Some(How::Alias)
        } else if asked.trim().is_empty() {
            None
        } else if key == *asked || own_aliases(node, &key).any(|alias| name_key(node.kind, alias) == *asked) {
            Some(How::Fold)
        } else if node.kind == NodeKind::Person && surname(&key) == Some(asked) {
            Some(How::Surname)
        } else {
            None
        }
    }

    /// Whether it is a safe misspelling of one of a node's names: nothing but slips of a finger,
    /// no nicknames, initials or further words, as [`compare`] tells them.
    fn misspells(&self, node: &Node) -> Option<How> {
        let key = name_key(node.kind, &node.name);
        let slip = |name: &String| {
            let told = compare(node.kind, self.typed, name);
            told.same == Some(true) && told.features.iter().all(|clue| SLIP.contains(&clue.name))
        };
        let names = || own_aliases(node, &key).chain([&node.name]).filter(|name| self.may_be(node.kind, name));
        names().any(slip).then_some(How::Spelling)
    }

    /// Whether a name shares a block with what was typed; only then is it worth comparing.
    fn may_be(&self, kind: NodeKind, name: &str) -> bool {
        blocks(kind, &name_key(kind, name)).iter().any(|block| self.words.binary_search(block).is_ok())
    }

    /// The nodes whose names are nearest, nearest first.
    fn near<'n>(&self, nodes: impl Iterator<Item = &'n Node>) -> Vec<&'n Node> {
        let mut near: Vec<(f64, &Node)> =
            nodes.map(|node| (self.nearness(node), node)).filter(|(near, _)| *near >= NEAR).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        near.into_iter().map(|(_, node)| node).collect()
    }

    /// How alike it is to one of a node's names as a string; a word of a name is near it.
    fn nearness(&self, node: &Node) -> f64 {
        let asked = &self.keys[node.kind as usize];
        let like = |name: &String| {
            let key = name_key(node.kind, name);
            if key.split(' ').any(|word| word == asked) { 1.0 } else { strsim::jaro_winkler(asked, &key) }
        };
        node.aliases.iter().chain([&node.name]).map(like).fold(0.0, f64::max)
    }
}

/// The clues of [`compare`] that a mere misspelling gives.
const SLIP: [&str; 3] = ["covered", "prior", "misspelling"];

/// The other names of a node that are not just a word of its name, as surnames and first names are.
fn own_aliases<'n>(node: &'n Node, key: &str) -> impl Iterator<Item = &'n String> {
    let own = |alias: &&String| {
        let alias = name_key(node.kind, alias);
        !key.contains(' ') || key.split(' ').all(|word| word != alias)
    };
    node.aliases.iter().filter(own)
}

/// The last word of a folded name of several, generations aside.
fn surname(key: &str) -> Option<&str> {
    let mut words = key.split(' ').rev().filter(|word| !["jr", "sr", "ii", "iii", "iv"].contains(word));
    let last = words.next()?;
    words.next().map(|_| last)
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
