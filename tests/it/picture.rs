//! Pictures and the page: nothing overlaps, nothing of a name is markup, the same bytes each time.

use quick_xml::Reader;
use quick_xml::events::Event;
use relgraph::export::picture::layout::{Body, Link, Point, arrange};
use relgraph::export::{Options, format, node_link};
use relgraph::graph::Graph;

const SOCIETY: &str = include_str!("../browser/graphs/society.json");
const HOSTILE: &str = include_str!("../browser/graphs/hostile.json");

fn graph(json: &str) -> Graph {
    node_link::read_str(json).unwrap()
}

fn written(graph: &Graph, name: &str) -> Result<String, String> {
    let mut out = Vec::new();
    let written = (format(name).unwrap().write)(graph, &Options::default(), &mut out);
    written.map_err(|error| error.to_string())?;
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn no_box_lies_on_another() {
    for (count, links) in [(0, 0), (1, 0), (2, 1), (2, 5), (7, 7), (40, 20), (40, 90), (120, 500), (450, 700)] {
        let bodies: Vec<Body> =
            (0..count).map(|index| Body { width: 40.0 + (index % 7) as f64 * 30.0, height: 30.0 }).collect();
        let links: Vec<Link> =
            (0..links).map(|index| Link { a: (index * 13) % count, b: (index * index + 1) % count }).collect();
        let places = arrange(&bodies, &links, 1.5);
        assert_eq!(places, arrange(&bodies, &links, 1.5), "the same places each time");
        for a in 0..count {
            assert!(places[a].x.is_finite() && places[a].y.is_finite());
            for b in 0..a {
                assert!(apart(&bodies, &places, a, b), "{count} boxes, {} links: {a} on {b}", links.len());
            }
        }
    }
}

fn apart(bodies: &[Body], places: &[Point], a: usize, b: usize) -> bool {
    let (dx, dy) = ((places[a].x - places[b].x).abs(), (places[a].y - places[b].y).abs());
    dx >= f64::midpoint(bodies[a].width, bodies[b].width) || dy >= f64::midpoint(bodies[a].height, bodies[b].height)
}

#[test]
fn a_planted_overlap_is_found() {
    let bodies = [Body { width: 10.0, height: 10.0 }; 2];
    assert!(!apart(&bodies, &[Point { x: 0.0, y: 0.0 }, Point { x: 9.0, y: 9.0 }], 0, 1));
}

#[test]
fn the_picture_shows_everyone_the_statuses_and_the_sources() {
    let svg = written(&graph(SOCIETY), "svg").unwrap();
    assert_eq!(svg, written(&graph(SOCIETY), "svg").unwrap());
    for shown in [
        ">Ana Vega<",
        ">Zoë Hartwell<",
        ">Harbour Ball<",
        ">godparent of<",
        ">rumored, disputed · 2018-03 [1]<",
        ">ended · 2016/2018 [2]<",
        "line romance rumored",
        "line social denied",
        "Who came to the Harbour Ball, The Quay, 2019-07-02, https://example.org/quay",
        "prefers-color-scheme:dark",
    ] {
        assert!(svg.contains(shown), "{shown}");
    }
}

#[test]
fn nothing_of_a_name_is_markup_in_the_picture() {
    let svg = written(&graph(HOSTILE), "svg").unwrap();
    let mut reader = Reader::from_str(&svg);
    let known = ["svg", "title", "style", "rect", "text", "g", "path", "a", "circle"];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                assert!(known.contains(&name.as_str()), "<{name}>");
                for attribute in tag.attributes() {
                    let key = attribute.unwrap().key.as_ref().to_owned();
                    assert!(!key.starts_with("on") && key != "href", "{name} {key}: no address here may be followed");
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
}

#[test]
fn nothing_of_a_name_ends_the_data_of_the_page() {
    let html = written(&graph(HOSTILE), "html").unwrap();
    let society = written(&graph(SOCIETY), "html").unwrap();
    for tag in ["<script", "</script", "<img", "<!--", "onmouseover=\"window"] {
        assert_eq!(html.matches(tag).count(), society.matches(tag).count(), "{tag}");
    }
    let data = html.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["nodes"].as_array().unwrap().len(), 10);
    assert!(!html.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src *"));
    assert!(html.contains("default-src 'none'; script-src 'sha256-"));
}

#[test]
fn graphs_that_cannot_be_read_ask_for_a_selection() {
    let nodes = |count: usize| {
        let nodes: Vec<_> = (0..count)
            .map(|index| serde_json::json!({"id": index.to_string(), "kind": "person", "name": "x", "aliases": []}))
            .collect();
        graph(&serde_json::json!({"schema": "relgraph-graph/1", "predicates": [], "documents": [], "nodes": nodes, "edges": []}).to_string())
    };
    assert!(written(&nodes(300), "svg").is_ok());
    assert!(written(&nodes(301), "svg").unwrap_err().contains("--around"));
    assert!(written(&nodes(2_001), "html").unwrap_err().contains("--around"));
    for format in ["svg", "html"] {
        assert!(written(&nodes(0), format).is_ok(), "an empty graph is a graph");
    }
}
