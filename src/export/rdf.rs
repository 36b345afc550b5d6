//! The graph as RDF: Turtle, N-Quads and JSON-LD.
//!
//! Each claim is a resource of its own (an `rdf:Statement` with its status, date, words and source),
//! in a graph that is named by its source. Only what a source states or confirms is a plain triple
//! as well: a rumour or a denial never is, so that nobody who queries for facts takes it for one.

use std::io::{self, Write};

use oxjsonld::JsonLdSerializer;
use oxrdf::vocab::{rdf, rdfs, xsd};
use oxrdf::{GraphName, Literal, NamedNode, Quad, Term};
use oxttl::{NQuadsSerializer, TurtleSerializer};

use super::{ExportError, Format, Options, style};
use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Document, Edtf, Node, NodeKind, Predicate, Status};

pub(super) const TURTLE: Format = Format {
    name: "turtle",
    ending: "ttl",
    about: "RDF 1.1 Turtle (schema.org and Wikidata terms); each claim an rdf:Statement with status and source",
    loses: "which plain triple comes from which source: see n-quads",
    write: write_turtle,
};

pub(super) const NQUADS: Format = Format {
    name: "n-quads",
    ending: "nq",
    about: "RDF 1.1 N-Quads: as turtle, with one named graph for each source",
    loses: "",
    write: write_nquads,
};

pub(super) const JSON_LD: Format = Format {
    name: "json-ld",
    ending: "jsonld",
    about: "JSON-LD 1.1 with its context inline: as n-quads",
    loses: "",
    write: write_json_ld,
};

/// The terms of our own.
const VOCABULARY: &str = "urn:relgraph:vocabulary:";
const SCHEMA: &str = "https://schema.org/";
const WIKIDATA: &str = "http://www.wikidata.org/prop/direct/";
const PROV: &str = "http://www.w3.org/ns/prov#";
/// The Library of Congress' datatype of EDTF dates.
const EDTF: &str = "http://id.loc.gov/datatypes/edtf/EDTF";

const PREFIXES: [(&str, &str); 6] = [
    ("rg", VOCABULARY),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("schema", SCHEMA),
    ("wdt", WIKIDATA),
    ("prov", PROV),
];

/// Terms of others that say the same as a predicate; `true` where they point the other way.
const TERMS: [(&str, &str, &str, bool); 15] = [
    ("attended", SCHEMA, "attendee", true),
    ("attended", WIKIDATA, "P1344", false),
    ("dating", WIKIDATA, "P451", false),
    ("friend_of", SCHEMA, "knows", false),
    ("godparent_of", WIKIDATA, "P1290", true),
    ("held_at", SCHEMA, "location", false),
    ("held_at", WIKIDATA, "P276", false),
    ("married_to", SCHEMA, "spouse", false),
    ("married_to", WIKIDATA, "P26", false),
    ("parent_of", SCHEMA, "children", false),
    ("parent_of", WIKIDATA, "P40", false),
    ("relative_of", WIKIDATA, "P1038", false),
    ("sibling_of", SCHEMA, "sibling", false),
    ("sibling_of", WIKIDATA, "P3373", false),
    ("worked_with", SCHEMA, "colleague", false),
];

fn write_turtle(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut serializer = TurtleSerializer::new();
    for (prefix, iri) in PREFIXES {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    describe(graph, &mut |quad| writer.serialize_triple(oxrdf::TripleRef::from(quad.as_ref())))?;
    writer.finish()?;
    Ok(())
}

fn write_nquads(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut writer = NQuadsSerializer::new().for_writer(out);
    Ok(describe(graph, &mut |quad| writer.serialize_quad(&quad))?)
}

fn write_json_ld(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    let mut serializer = JsonLdSerializer::new();
    for (prefix, iri) in PREFIXES {
        serializer = serializer.with_prefix(prefix, iri).map_err(io::Error::other)?;
    }
    let mut writer = serializer.for_writer(out);
    describe(graph, &mut |quad| writer.serialize_quad(&quad))?;
    writer.finish()?.write_all(b"\n")?;
    Ok(())
}

/// What takes the statements, one by one.
type Sink<'s> = dyn FnMut(Quad) -> io::Result<()> + 's;

/// States everything.
fn describe(graph: &Graph, sink: &mut Sink<'_>) -> io::Result<()> {
    for predicate in graph.predicates() {
        define(predicate, sink)?;
    }
    for document in graph.documents() {
        describe_document(document, sink)?;
    }
    for node in graph.nodes() {
        describe_node(node, sink)?;
    }
    for edge in graph.edges() {
        for claim in edge.claims {
            describe_claim(&edge, claim, sink)?;
        }
    }
    Ok(())
}

/// Statements about one subject in one graph.
struct About<'s, 'k> {
    subject: NamedNode,
    graph: GraphName,
    sink: &'s mut Sink<'k>,
}

impl About<'_, '_> {
    fn state(&mut self, predicate: NamedNode, object: impl Into<Term>) -> io::Result<()> {
        (self.sink)(Quad::new(self.subject.clone(), predicate, object, self.graph.clone()))
    }

    fn text(&mut self, predicate: NamedNode, text: Option<&str>) -> io::Result<()> {
        text.map_or(Ok(()), |text| self.state(predicate, Literal::new_simple_literal(text)))
    }

    fn date(&mut self, predicate: NamedNode, date: Option<&Edtf>) -> io::Result<()> {
        let typed = |date: &Edtf| Literal::new_typed_literal(date.as_str(), NamedNode::new_unchecked(EDTF));
        date.map_or(Ok(()), |date| self.state(predicate, typed(date)))
    }
}

fn define(predicate: &Predicate, sink: &mut Sink<'_>) -> io::Result<()> {
    let subject = own(&predicate.name);
    let mut about = About { subject, graph: GraphName::DefaultGraph, sink };
    about.state(rdf::TYPE.into(), rdf::PROPERTY.into_owned())?;
    if predicate.symmetric {
        about.state(rdf::TYPE.into(), NamedNode::new_unchecked("http://www.w3.org/2002/07/owl#SymmetricProperty"))?;
    }
    about.text(rdfs::LABEL.into(), Some(&predicate.label))?;
    about.text(rdfs::COMMENT.into(), Some(&predicate.description))
}

fn describe_document(document: &Document, sink: &mut Sink<'_>) -> io::Result<()> {
    let mut about = About { subject: document_name(document), graph: GraphName::DefaultGraph, sink };
    about.state(rdf::TYPE.into(), term(SCHEMA, "NewsArticle"))?;
    about.text(term(SCHEMA, "identifier"), Some(&document.id))?;
    about.text(term(SCHEMA, "headline"), document.title.as_deref())?;
    about.text(term(SCHEMA, "url"), document.url.as_deref())?;
    about.text(term(SCHEMA, "publisher"), document.publisher.as_deref())?;
    about.text(term(SCHEMA, "author"), document.author.as_deref())?;
    about.date(term(SCHEMA, "datePublished"), document.published.as_ref())
}

fn describe_node(node: &Node, sink: &mut Sink<'_>) -> io::Result<()> {
    let kind = match node.kind {
        NodeKind::Person => "Person",
        NodeKind::Venue => "Place",
        NodeKind::Event => "Event",
    };
    let mut about = About { subject: node_name(&node.id), graph: GraphName::DefaultGraph, sink };
    about.state(rdf::TYPE.into(), term(SCHEMA, kind))?;
    about.text(term(SCHEMA, "name"), Some(&node.name))?;
    node.aliases.iter().try_for_each(|alias| about.text(term(SCHEMA, "alternateName"), Some(alias)))
}

fn describe_claim(edge: &EdgeView<'_>, claim: &Claim, sink: &mut Sink<'_>) -> io::Result<()> {
    let source = document_name(&claim.document);
    let (subject, object) = (node_name(edge.source), node_name(edge.target));
    if claim.status >= Status::Reported {
        plain(edge.predicate, &subject, &object, &source, sink)?;
    }
    let name = NamedNode::new_unchecked(format!("urn:relgraph:claim:{}", encoded(&claim.id)));
    let mut about = About { subject: name, graph: source.clone().into(), sink };
    about.state(rdf::TYPE.into(), rdf::STATEMENT.into_owned())?;
    about.state(rdf::SUBJECT.into(), subject)?;
    about.state(rdf::PREDICATE.into(), own(edge.predicate))?;
    about.state(rdf::OBJECT.into(), object)?;
    about.text(own("status"), Some(claim.status.as_str()))?;
    about.date(own("date"), claim.date.as_ref())?;
    for (name, truth) in [("ended", claim.ended), ("dateImplied", claim.date_implied)] {
        about.state(own(name), Literal::from(truth))?;
    }
    about.text(own("saidBy"), claim.said_by.as_deref())?;
    for (name, id) in [("place", &claim.place), ("event", &claim.event)] {
        id.as_ref().map_or(Ok(()), |id| about.state(own(name), node_name(id)))?;
    }
    about.text(own("evidence"), claim.evidence.text.as_deref())?;
    for (name, offset) in [("start", claim.evidence.start), ("end", claim.evidence.end)] {
        let number = |offset: usize| Literal::new_typed_literal(offset.to_string(), xsd::INTEGER);
        offset.map_or(Ok(()), |offset| about.state(own(name), number(offset)))?;
    }
    about.text(own("rule"), Some(&claim.rule))?;
    about.state(own("confidence"), Literal::from(claim.confidence))?;
    about.state(term(PROV, "wasDerivedFrom"), source)
}

/// States a claim as a fact of its source, in our own terms and in those of others.
fn plain(
    predicate: &str,
    subject: &NamedNode,
    object: &NamedNode,
    source: &NamedNode,
    sink: &mut Sink<'_>,
) -> io::Result<()> {
    let mut state = |from: &NamedNode, term: NamedNode, to: &NamedNode| {
        sink(Quad::new(from.clone(), term, to.clone(), source.clone()))
    };
    state(subject, own(predicate), object)?;
    for (_, vocabulary, name, turned) in TERMS.iter().filter(|(known, ..)| *known == predicate) {
        let (from, to) = if *turned { (object, subject) } else { (subject, object) };
        state(from, term(vocabulary, name), to)?;
    }
    Ok(())
}

fn own(name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{VOCABULARY}{}", encoded(name)))
}

fn term(vocabulary: &str, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{vocabulary}{name}"))
}

fn node_name(id: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("urn:relgraph:node:{}", encoded(id)))
}

/// A source by its address, where that is one.
fn document_name(document: &Document) -> NamedNode {
    let address = style::link(document.url.as_deref()).and_then(|url| NamedNode::new(url).ok());
    address.unwrap_or_else(|| NamedNode::new_unchecked(format!("urn:relgraph:document:{}", encoded(&document.id))))
}

/// Text as a part of an IRI: letters and digits of ASCII as they are, all else percent-encoded.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => encoded.push(byte.into()),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
