//! What holds for every format: hostile names, failing writers, the same bytes for the same graph.

use std::io::{self, Write};

use relgraph::export::{ExportError, FORMATS, Options, format};

use super::graph;
use super::round_trip::hostile;

#[test]
fn every_format_writes_hostile_graphs_and_empty_ones_the_same_way_twice() {
    for form in FORMATS {
        for graph in [hostile(), relgraph::graph::Graph::default()] {
            let written = || {
                let mut bytes = Vec::new();
                (form.write)(&graph, &Options::default(), &mut bytes)
                    .unwrap_or_else(|error| panic!("{}: {error}", form.name));
                bytes
            };
            let bytes = written();
            assert_eq!(bytes, written(), "{}", form.name);
            let text = String::from_utf8(bytes).unwrap_or_else(|error| panic!("{}: {error}", form.name));
            let harmless = form.name.starts_with("csv") || form.name.starts_with("neo4j") || form.name == "n-quads";
            assert!(harmless || !text.contains('\0'), "{} writes a NUL", form.name);
        }
    }
}

#[test]
fn formats_have_names_of_their_own_and_are_found_by_them() {
    for form in FORMATS {
        assert_eq!(format(form.name).unwrap().about, form.about, "two formats are called {}", form.name);
        assert!(!form.about.is_empty() && !form.ending.is_empty());
    }
    assert!(format("word").is_none());
}

/// Fails once so many bytes are written, as a full disk does.
struct Full(usize);

impl Write for Full {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_fails_is_told() {
    for form in FORMATS {
        let told = (form.write)(&hostile(), &Options::default(), &mut Full(100));
        assert!(matches!(told, Err(ExportError::Io(_))), "{}: {told:?}", form.name);
    }
}

#[test]
fn mermaid_refuses_what_it_would_not_draw() {
    let lines: Vec<String> = (0..501).map(|n| format!("A | met | Person {n:03} | reported")).collect();
    let write = format("mermaid").unwrap().write;
    let told = write(&graph(&lines), &Options::default(), &mut io::sink()).unwrap_err().to_string();
    assert!(told.contains("501 edges") && told.contains("--around"), "{told}");
    assert!(write(&graph(&lines[1..]), &Options::default(), &mut io::sink()).is_ok());
}

#[test]
fn dot_tells_kinds_and_states_apart() {
    let mut bytes = Vec::new();
    let lines = [
        "A | dating | B | rumored 2018-03",
        "A | parent_of | C | confirmed",
        "B | dating | C | denied",
        "B | married_to | D | reported ended",
        "A | attended | Gala | reported",
        "Gala | held_at | Hall | reported",
    ];
    (format("dot").unwrap().write)(&graph(&lines), &Options::default(), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let line = |part: &str| text.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{part}\n{text}"));
    for (part, expected) in [
        ("rumored dating\\n2018-03", &["style=dashed", "arrowhead=none"][..]),
        ("denied dating", &["style=dotted"]),
        ("married to", &["ended", "#8C8C8C"]),
        ("\"A\"", &["shape=ellipse"]),
        ("\"Gala\"", &["shape=hexagon"]),
        ("\"Hall\"", &["shape=box"]),
    ] {
        expected.iter().for_each(|word| assert!(line(part).contains(word), "{word}: {}", line(part)));
    }
    assert!(!line("confirmed parent of").contains("arrowhead"), "a parent points to a child");
}

#[test]
fn rumours_and_denials_are_never_plain_triples() {
    let lines = ["A | married_to | B | denied", "C | married_to | D | rumored", "E | married_to | F | reported"];
    for name in ["turtle", "n-quads", "json-ld"] {
        let mut bytes = Vec::new();
        (format(name).unwrap().write)(&graph(&lines), &Options::default(), &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text.matches("P26").count(), 1, "{name}: {text}");
    }
}

#[test]
fn cells_do_not_run_as_formulas() {
    let mut bytes = Vec::new();
    (format("csv-nodes").unwrap().write)(&hostile(), &Options::default(), &mut bytes).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains("'=HYPERLINK") && text.contains("'+1"), "{text}");
}
