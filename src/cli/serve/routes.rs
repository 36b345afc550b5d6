//! Which question is asked where, and who may ask.

use std::collections::BTreeMap;

use petgraph::graph::{EdgeIndex, NodeIndex};
use relgraph::export::page;
use relgraph::graph::Graph;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::answers;
use super::http::{Request, Response};

/// The description of the API.
const OPENAPI: &str = include_str!("openapi.json");

/// A graph that is served, with what makes answers quick.
pub(super) struct Site {
    pub(super) graph: Graph,
    /// "sample" where no graph was built or named.
    pub(super) name: Option<&'static str>,
    /// Every name of every node, folded; in the graph's order.
    pub(super) names: Vec<(String, NodeIndex)>,
    /// The edge that each claim belongs to.
    pub(super) claims: BTreeMap<String, EdgeIndex>,
    hosts: Vec<String>,
    page: Vec<u8>,
    page_policy: String,
}

impl Site {
    pub(super) fn new(graph: Graph, name: Option<&'static str>, hosts: Vec<String>) -> Self {
        let mut names = Vec::new();
        for index in graph.net().node_indices() {
            let node = graph.node(index);
            names.extend(std::iter::once(&node.name).chain(&node.aliases).map(|name| (fold(name), index)));
        }
        let claims = graph
            .net()
            .edge_indices()
            .flat_map(|index| graph.net()[index].claims().iter().map(move |claim| (claim.id.clone(), index)))
            .collect();
        let page_policy = format!("{}; frame-ancestors 'none'", page::policy("'self'"));
        Self { graph, name, names, claims, hosts, page: page::live().into_bytes(), page_policy }
    }

    /// The answer to a request.
    pub(super) fn answer(&self, request: &Request) -> Response {
        if !self.hosts.contains(&request.host) {
            return Response::error(421, "this server is not called that (see --allow-host)");
        }
        let own = format!("http://{}", request.host);
        if request.origin.as_ref().is_some_and(|origin| *origin != own) {
            return Response::error(403, "pages of other sites may not ask");
        }
        let answer = match request.path.as_str() {
            "/" => return self.page(),
            "/api/v1/openapi.json" => return Response::json(OPENAPI.as_bytes().to_vec()),
            "/api/v1/search" => answers::search(self, request),
            "/api/v1/node" => answers::node(self, request),
            "/api/v1/path" => answers::path(self, request),
            "/api/v1/timeline" => answers::timeline(self, request),
            "/api/v1/why" => answers::why(self, request),
            "/api/v1/graph" => answers::graph(self, request),
            _ => Err(Response::error(404, "nothing is here; see /api/v1/openapi.json")),
        };
        answer.unwrap_or_else(|refusal| refusal)
    }

    fn page(&self) -> Response {
        let (kind, policy) = ("text/html; charset=utf-8", self.page_policy.clone());
        Response { status: 200, kind, policy, body: self.page.clone() }
    }
}

/// Text without case, accents and punctuation, for searching; the page folds in the same way.
pub(super) fn fold(text: &str) -> String {
    let plain: String = text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).collect();
    let words: Vec<&str> =
        plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
