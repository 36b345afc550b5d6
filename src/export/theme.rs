//! The colours of pictures and of the page, for light and for dark surroundings.
//!
//! Light is what [`style`] says for every picture; dark is the same hues, lightened until
//! words and lines stand out from a dark ground (at least 4.5 : 1 for words, 3 : 1 for lines).

use super::style;
use crate::model::{Group, NodeKind};

/// One set of colours, each as `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The ground.
    pub paper: &'static str,
    /// Words.
    pub ink: &'static str,
    /// Words that matter less.
    pub faint: &'static str,
    /// Lines between parts.
    pub rule: &'static str,
    /// What is over.
    pub ended: &'static str,
    /// Outline and inside of each kind of node, in the order of [`NodeKind::ALL`].
    nodes: [(&'static str, &'static str); 3],
    /// Lines of each group, in the order of [`Group::ALL`].
    groups: [&'static str; 5],
}

/// For a white ground.
pub const LIGHT: Theme = Theme {
    paper: "#FFFFFF",
    ink: "#1B1F24",
    faint: "#59636E",
    rule: "#D5DAE0",
    ended: "#76777A",
    nodes: [
        (style::node(NodeKind::Person).line, style::node(NodeKind::Person).fill),
        (style::node(NodeKind::Venue).line, style::node(NodeKind::Venue).fill),
        (style::node(NodeKind::Event).line, style::node(NodeKind::Event).fill),
    ],
    groups: [
        style::colour(Group::Family, false),
        style::colour(Group::Romance, false),
        style::colour(Group::Social, false),
        style::colour(Group::Work, false),
        style::colour(Group::Presence, false),
    ],
};

/// For a dark ground.
pub const DARK: Theme = Theme {
    paper: "#14181D",
    ink: "#EDF0F3",
    faint: "#A7B0BA",
    rule: "#39414A",
    ended: "#9B9EA3",
    nodes: [("#56B4E9", "#12303F"), ("#2FC9A0", "#0F332A"), ("#E0B040", "#3A2C08")],
    groups: ["#56B4E9", "#FF8A4C", "#2FC9A0", "#E0B040", "#D994C2"],
};

impl Theme {
    /// Outline and inside of a kind of node.
    pub const fn node(&self, kind: NodeKind) -> (&'static str, &'static str) {
        self.nodes[kind as usize]
    }

    /// The line of a relationship of this group that is not over.
    pub const fn group(&self, group: Group) -> &'static str {
        self.groups[group as usize]
    }
}
