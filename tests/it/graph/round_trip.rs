//! A graph that was exported is read back whole, whatever its names hold.

use relgraph::export::{Options, format, node_link};
use relgraph::graph::Graph;

use super::graph;

/// Names and words that break careless writers.
pub(super) const HOSTILE: [&str; 14] = [
    "Kit \"KM\" Marlow",
    "back\\slash\\",
    "\\N \\l \\G",
    "AT&amp;T &#65; & <b>bold</b>",
    "</script><script>alert(1)</script>",
    "]]> -->",
    "=HYPERLINK(\"http://evil\")",
    "+1 @handle -x",
    "line\nbreak\ttab\rreturn",
    "nul\u{0}bell\u{7}escape\u{1b}[31m",
    "right\u{202e}tfel mark\u{200f}",
    "'); DROP TABLE nodes; -- `$(x)` ${y} {{z}}",
    "日本の名前 Łukasz 👩‍👩‍👧",
    "a, b; c | d : e / f # g % h",
];

pub(super) fn hostile() -> Graph {
    let long = "Very Long ".repeat(1_000);
    let names: Vec<&str> = HOSTILE.iter().copied().chain([long.as_str()]).collect();
    let lines: Vec<String> = names
        .windows(2)
        .map(|pair| {
            // The notation uses these three itself.
            let [a, b] = [pair[0], pair[1]].map(|name| name.replace(" | ", " ¦ "));
            let words = b.replace('"', "”");
            format!("{a} | met | {b} | rumored 2018~ \"{words}\"")
        })
        .collect();
    graph(&lines)
}

fn json(graph: &Graph, options: &Options) -> Vec<u8> {
    let mut bytes = Vec::new();
    (format("json").unwrap().write)(graph, options, &mut bytes).unwrap();
    bytes
}

#[test]
fn node_link_json_is_read_back_to_the_byte() {
    let lines = [
        "A | parent_of | B | confirmed @2015-01-01 \"his father\"",
        "A | dating | C | rumored 2017 @2017-06-01 at Sushi_Park",
        "C | dating | A | denied @2018-06-01 #b",
        "E | attended | Gala | reported 2018-05-06 implied",
    ];
    for graph in [graph(&lines), hostile(), Graph::default()] {
        let written = json(&graph, &Options::default());
        let read = node_link::read(&written[..]).unwrap();
        assert_eq!(json(&read, &Options::default()), written);
    }
}

#[test]
fn the_edges_may_have_another_key() {
    let options = Options { edges_key: "links".to_owned(), ..Options::default() };
    let written = json(&hostile(), &options);
    let value: serde_json::Value = serde_json::from_slice(&written).unwrap();
    assert_eq!(value["links"].as_array().unwrap().len(), 14);
    assert!(node_link::read(&written[..]).is_ok());
}

#[test]
fn what_is_no_graph_is_told() {
    let whole = String::from_utf8(json(&graph(&["A | met | B | reported"]), &Options::default())).unwrap();
    for (wrong, told) in [
        (String::new(), "cut off"),
        (whole[..whole.len() - 3].to_owned(), "cut off"),
        ("[1, 2]".to_owned(), "not a graph"),
        (whole.replace("relgraph-graph/1", "relgraph-graph/9"), "relgraph-graph/9"),
        (whole.replace("\"predicate\":\"met\"", "\"predicate\":\"sang_with\""), "sang_with"),
        (whole.replace("\"source\":\"person:A\"", "\"source\":\"person:X\""), "person:X"),
        (whole.replace("\"status\":\"reported\"", "\"status\":\"true\""), "true"),
    ] {
        let error = node_link::read_str(&wrong).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains(told), "{error}");
    }
}
