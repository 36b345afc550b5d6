//! How nodes and edges look, wherever they are drawn: one place for every picture.
//!
//! The colours are those of Okabe and Ito, which readers with any common colour vision tell apart
//! (M. Okabe, K. Ito: Color Universal Design, 2008), and fills are their tints. Nothing is told by
//! colour alone: kinds differ in shape, statuses in line style.

use crate::graph::EdgeView;
use crate::model::{Group, NodeKind, Status};

/// The look of a kind of node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeStyle {
    /// Its shape, by Graphviz' name.
    pub shape: &'static str,
    /// The outline, as `#rrggbb`.
    pub line: &'static str,
    /// The inside, as `#rrggbb`; black text stands out from it.
    pub fill: &'static str,
}

/// The look of a kind of node.
pub const fn node(kind: NodeKind) -> NodeStyle {
    match kind {
        NodeKind::Person => NodeStyle { shape: "ellipse", line: "#0072B2", fill: "#DCEEF8" },
        NodeKind::Venue => NodeStyle { shape: "box", line: "#009E73", fill: "#D9F2EA" },
        NodeKind::Event => NodeStyle { shape: "hexagon", line: "#B07A00", fill: "#FBEBC8" },
    }
}

/// How a line is drawn, by Graphviz' name: the status of an edge.
pub const fn line(status: Status) -> &'static str {
    match status {
        Status::Confirmed => "bold",
        Status::Reported => "solid",
        Status::Rumored => "dashed",
        Status::Denied => "dotted",
    }
}

/// The colour of what is over.
pub const ENDED: &str = "#8C8C8C";

/// The colour of an edge, as `#rrggbb`: its group's, or grey once it is over.
pub const fn colour(group: Group, ended: bool) -> &'static str {
    if ended {
        return ENDED;
    }
    match group {
        Group::Family => "#0072B2",
        Group::Romance => "#D55E00",
        Group::Social => "#009E73",
        Group::Work => "#B07A00",
        Group::Presence => "#A04E82",
    }
}

/// The words on an edge: status and predicate, what stands against it, and since when.
pub fn label(edge: &EdgeView<'_>) -> String {
    let mut label = format!("{} {}", edge.status, edge.label);
    if edge.disputed {
        label.push_str(", disputed");
    }
    if edge.ended {
        label.push_str(", ended");
    }
    if let Some(date) = edge.date {
        label.push('\n');
        label.push_str(date.as_str());
    }
    label
}

/// An address that may be followed: only `http` and `https` are, nothing that could run.
pub fn link(url: Option<&str>) -> Option<&str> {
    url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}
