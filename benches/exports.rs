//! How fast a large graph is written: `cargo bench --bench exports` (1,000,000 edges, or as many as
//! `RELGRAPH_BENCH_EDGES` says). Prints what each streaming format writes a second of the processor's
//! time, on one core, and by how much the process grew while it wrote.

#![expect(clippy::disallowed_methods, reason = "a bench looks at the clock and its environment")]

use std::io::{self, BufWriter, Write};
use std::sync::Arc;
use std::time::Instant;
use std::{env, fs};

use relgraph::export::{Options, format};
use relgraph::graph::{Builder, Graph};
use relgraph::lexicon::Predicates;
use relgraph::model::{Claim, Document, Evidence, LinkedClaim, Node, NodeKind, Status};

fn main() {
    let edges = env::var("RELGRAPH_BENCH_EDGES").ok().and_then(|it| it.parse().ok()).unwrap_or(1_000_000);
    let graph = graph(edges);
    for name in ["json", "csv", "dot", "graphml", "gexf", "claims", "n-quads", "cytoscape", "cypher"] {
        let mut out = BufWriter::with_capacity(1 << 16, Count(0));
        let (clock, processor, memory) = (Instant::now(), processor_seconds(), peak_memory());
        (format(name).expect("a format").write)(&graph, &Options::default(), &mut out).expect("written");
        let elapsed = clock.elapsed().as_secs_f64();
        let took = processor.zip(processor_seconds()).map_or(elapsed, |(before, after)| after - before);
        let grown =
            memory.zip(peak_memory()).map_or("unknown".to_owned(), |(before, after)| (after - before).to_string());
        let megabytes = out.into_inner().expect("written").0 as f64 / 1e6;
        let speed = megabytes / took;
        println!(
            "{name:10} {megabytes:6.0} MB in {took:6.2} s ({elapsed:.2} s passed): {speed:4.0} MB/s, grown by {grown} kB"
        );
    }
}

/// The processor's time of this process, where Linux tells it (in hundredths of a second).
fn processor_seconds() -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    let mut fields = told.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks = [fields.next()?, fields.next()?].map(|ticks| ticks.parse::<f64>().ok());
    Some((ticks[0]? + ticks[1]?) / 100.0)
}

/// The most memory that this process ever had, in kB, where Linux tells it.
fn peak_memory() -> Option<u64> {
    let told = fs::read_to_string("/proc/self/status").ok()?;
    told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().trim_end_matches(" kB").parse().ok()
}

/// Counts what is written to it.
#[derive(Debug)]
struct Count(usize);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Everyone met those who come one, two, … ten places further on.
fn graph(edges: usize) -> Graph {
    let mut builder = Builder::new(Predicates::shipped().iter().map(|entry| Arc::new(entry.predicate.clone())));
    let document = Document {
        id: "https://example.org/society/2018/05/16".to_owned(),
        title: Some("Who met whom at the Harbour Ball".to_owned()),
        published: "2018-05-16".parse().ok(),
        ..Document::default()
    };
    builder.document(Arc::new(document.clone()));
    let people = (edges / 10).max(20);
    for person in 0..people {
        let (id, name) = (format!("person-{person}"), format!("Ana Maria Vega {person}"));
        builder.node(Node { id, kind: NodeKind::Person, name, aliases: Vec::new() });
    }
    for edge in 0..edges {
        let (person, step) = (edge / 10, 1 + edge % 10);
        let claim = claim(edge, person % people, (person + step) % people);
        let linked = LinkedClaim { claim, document: document.id.clone(), before: String::new(), after: String::new() };
        builder.linked(linked).expect("a shipped predicate");
    }
    builder.build()
}

fn claim(number: usize, source: usize, target: usize) -> Claim {
    let text = "She had met him at the ball, a guest recalls".to_owned();
    Claim {
        id: format!("{number:016x}"),
        source: format!("person-{source}"),
        predicate: "met".to_owned(),
        target: format!("person-{target}"),
        status: Status::ALL[number % 4],
        ended: false,
        date: "2018-05~".parse().ok(),
        date_implied: false,
        place: None,
        event: None,
        said_by: Some("a guest".to_owned()),
        evidence: Evidence { start: 120, end: 120 + text.len(), text },
        rule: "met".to_owned(),
        confidence: 0.85,
    }
}
