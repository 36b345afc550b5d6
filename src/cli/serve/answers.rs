//! The questions of the API: each takes its parameters from a request and answers in JSON.
//!
//! No answer grows with the graph: each has a limit, and says what it left off.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;
use relgraph::export::page::{MOST_NODES, page_data};
use relgraph::graph::{EdgeView, Graph};
use relgraph::model::{Node, Status};
use relgraph::query::{Paths, Profile, around, timeline as moments};
use serde::Serialize;

use super::http::{Request, Response};
use super::routes::{Site, fold};
use crate::cli::answer::Answer;
use crate::cli::{path as path_command, show, timeline as timeline_command};

type Result<T> = std::result::Result<T, Response>;

/// What a parameter is where it is not given, and at most.
struct Limit {
    name: &'static str,
    usual: usize,
    most: usize,
}

const FOUND: Limit = Limit { name: "limit", usual: 20, most: 50 };
const ROWS: Limit = Limit { name: "limit", usual: 200, most: 1_000 };
const STEPS: Limit = Limit { name: "max_hops", usual: 8, most: 12 };
const PATHS: Limit = Limit { name: "k", usual: 1, most: 5 };
const HOPS: Limit = Limit { name: "hops", usual: 1, most: 3 };
/// So many nodes of a large graph the page is given at a time.
const MOST_AROUND: usize = 250;

impl Limit {
    fn of(&self, request: &Request) -> Result<usize> {
        let Some(asked) = request.query.get(self.name) else { return Ok(self.usual) };
        let number = asked.parse::<usize>().ok().filter(|number| (1..=self.most).contains(number));
        number.ok_or_else(|| Response::error(400, &format!("`{}` is a number from 1 to {}", self.name, self.most)))
    }
}

fn required<'r>(request: &'r Request, name: &str) -> Result<&'r str> {
    let given = request.query.get(name).map(String::as_str).filter(|value| !value.is_empty());
    given.ok_or_else(|| Response::error(400, &format!("the parameter `{name}` is missing")))
}

/// The node that a parameter means, by id or by name.
fn wanted(site: &Site, request: &Request, name: &str) -> Result<NodeIndex> {
    let asked = required(request, name)?;
    if let Some(index) = site.graph.index_of(asked) {
        return Ok(index);
    }
    site.graph.find(asked).map(|found| found.node).map_err(|error| Response::error(404, &error.to_string()))
}

fn told<T: Serialize>(site: &Site, schema: &'static str, body: T) -> Result<Response> {
    let answer = Answer { schema, graph: site.name, matched_from: BTreeMap::new(), body };
    json(&answer)
}

fn json(answer: &impl Serialize) -> Result<Response> {
    let body = serde_json::to_vec(answer).map_err(|error| Response::error(500, &error.to_string()))?;
    Ok(Response::json(body))
}

/// Nodes by a part of their name.
pub(super) fn search(site: &Site, request: &Request) -> Result<Response> {
    #[derive(Serialize)]
    struct Body<'g> {
        nodes: Vec<&'g Node>,
        left_off: usize,
    }
    let (words, limit) = (fold(required(request, "q")?), FOUND.of(request)?);
    let mut found: BTreeMap<NodeIndex, u8> = BTreeMap::new();
    for (name, node) in site.names.iter().filter(|_| !words.is_empty()) {
        if let Some(rank) = rank(name, &words) {
            found.entry(*node).and_modify(|known| *known = rank.min(*known)).or_insert(rank);
        }
    }
    let mut nodes: Vec<(u8, &Node)> = found.into_iter().map(|(node, rank)| (rank, site.graph.node(node))).collect();
    nodes.sort_by_key(|(rank, node)| (*rank, &node.name, &node.id));
    let left_off = nodes.len().saturating_sub(limit);
    let nodes = nodes.into_iter().take(limit).map(|(_, node)| node).collect();
    told(site, "relgraph-search/1", Body { nodes, left_off })
}

/// How well a name fits: the whole of it, its beginning, the beginning of a word, anything of it.
fn rank(name: &str, words: &str) -> Option<u8> {
    match name.find(words)? {
        0 if name.len() == words.len() => Some(0),
        0 => Some(1),
        _ if name.contains(&format!(" {words}")) => Some(2),
        _ => Some(3),
    }
}

/// Everything about one node.
pub(super) fn node(site: &Site, request: &Request) -> Result<Response> {
    let (node, limit) = (wanted(site, request, "id")?, ROWS.of(request)?);
    let mut body = show::view(&Profile::of(&site.graph, node));
    let left_off = body.cut(limit);
    #[derive(Serialize)]
    struct Cut<T> {
        #[serde(flatten)]
        body: T,
        left_off: usize,
    }
    told(site, "relgraph-show/1", Cut { body, left_off })
}

/// How two nodes are connected; what is only denied connects nobody.
pub(super) fn path(site: &Site, request: &Request) -> Result<Response> {
    let (from, to) = (wanted(site, request, "from")?, wanted(site, request, "to")?);
    let (steps, count) = (STEPS.of(request)?, PATHS.of(request)?);
    let paths: Vec<_> = connecting(&site.graph, [from, to], steps).take(count).collect();
    let names = [from, to].map(|end| site.graph.node(end).name.as_str());
    told(site, "relgraph-path/1", path_command::body(&site.graph, names, &paths))
}

/// The paths between two along what is not merely denied.
fn connecting(graph: &Graph, [from, to]: [NodeIndex; 2], steps: usize) -> Paths<'_> {
    Paths::walking(graph, |edge| edge.standing.status > Status::Denied, from, to, steps)
}

/// The claims about a node, or between two, in the order of their dates.
pub(super) fn timeline(site: &Site, request: &Request) -> Result<Response> {
    let of = wanted(site, request, "of")?;
    let with = if request.query.contains_key("with") { Some(wanted(site, request, "with")?) } else { None };
    let mut found = moments(&site.graph, of, with);
    found.truncate(ROWS.of(request)?);
    told(
        site,
        "relgraph-timeline/1",
        timeline_command::body([Some(of), with].into_iter().flatten().map(|node| site.graph.node(node)), &found),
    )
}

/// Why an edge is in the graph: all claims of the relationship that a claim belongs to.
pub(super) fn why(site: &Site, request: &Request) -> Result<Response> {
    #[derive(Serialize)]
    struct Body<'g> {
        nodes: [&'g Node; 2],
        edges: [EdgeView<'g>; 1],
    }
    let id = required(request, "id")?;
    let index = site.claims.get(id).ok_or_else(|| Response::error(404, "there is no claim of that id"))?;
    let edge = site.graph.edge(*index);
    told(site, "relgraph-why/1", Body { nodes: [edge.from, edge.to], edges: [edge] })
}

/// What the page draws: all of a small graph, a neighbourhood, or a path with what is around it.
pub(super) fn graph(site: &Site, request: &Request) -> Result<Response> {
    let total = site.graph.nodes().len();
    let node = |name: &str| wanted(site, request, name);
    let (nodes, title) = if request.query.contains_key("around") {
        let centre = node("around")?;
        let near = nearest(&site.graph, centre, HOPS.of(request)?);
        (near, format!("Around {}", site.graph.node(centre).name))
    } else if request.query.contains_key("from") {
        let ends = [node("from")?, node("to")?];
        let names = ends.map(|end| site.graph.node(end).name.as_str());
        (on_path(site, ends, STEPS.of(request)?), format!("From {} to {}", names[0], names[1]))
    } else if total <= MOST_NODES {
        (site.graph.net().node_indices().collect(), whole_title(site))
    } else {
        let most = site
            .graph
            .net()
            .node_indices()
            .max_by_key(|&node| (site.graph.net().edges(node).count(), std::cmp::Reverse(node)));
        (most.map(|node| nearest(&site.graph, node, 1)).unwrap_or_default(), whole_title(site))
    };
    json(&page_data(&site.graph.part(&nodes), &title).live(total))
}

fn whole_title(site: &Site) -> String {
    site.name.map_or_else(|| "Who is linked to whom".to_owned(), |name| format!("Who is linked to whom: {name}"))
}

/// A node and those near it, the nearest of them where there are too many.
fn nearest(graph: &Graph, centre: NodeIndex, hops: usize) -> BTreeSet<NodeIndex> {
    let mut near: Vec<(usize, NodeIndex)> =
        around(graph, centre, hops).into_iter().map(|(node, hop)| (hop, node)).collect();
    near.sort_unstable();
    near.into_iter().take(MOST_AROUND).map(|(_, node)| node).collect()
}

/// The nodes of the best path between two, its ends always among them.
fn on_path(site: &Site, ends: [NodeIndex; 2], steps: usize) -> BTreeSet<NodeIndex> {
    let found = connecting(&site.graph, ends, steps).next();
    found.into_iter().flat_map(|path| path.nodes).chain(ends).collect()
}
