//! FollowTheMoney entities as JSON Lines, for Aleph, OpenAleph and the tools of investigators.

use std::io::Write;

use serde_json::{Map, Value, json};

use super::{ExportError, Format, Options, style};
use crate::graph::{Claim, EdgeView, Graph};
use crate::model::{Document, Edtf, Group, Node, NodeKind};

pub(super) const FORMAT: Format = Format {
    name: "ftm",
    ending: "ftm.json",
    about: "FollowTheMoney entities, one a line: a link for each claim, an article for each source",
    loses: "spans, rule, confidence, names beyond 384 characters; EDTF marks (~, ?, seasons, 199X) in dates, which stand whole in `description`",
    write,
};

fn write(graph: &Graph, _: &Options, out: &mut dyn Write) -> Result<(), ExportError> {
    for node in graph.nodes() {
        entity(out, &self::node(node))?;
    }
    for document in graph.documents() {
        entity(out, &self::document(document))?;
    }
    for edge in graph.edges() {
        for claim in edge.claims {
            entity(out, &link(&edge, claim))?;
        }
    }
    Ok(())
}

fn entity(mut out: &mut dyn Write, entity: &Value) -> Result<(), ExportError> {
    serde_json::to_writer(&mut out, entity)?;
    Ok(out.write_all(b"\n")?)
}

/// The properties of an entity; what is absent or empty is left out.
struct Properties(Map<String, Value>);

impl Properties {
    fn add<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        let kept = |value: &'v str| clipped(clean(value), limit(name));
        let values: Vec<String> = values.into_iter().map(kept).filter(|value| !value.is_empty()).collect();
        if !values.is_empty() {
            self.0.insert(name.to_owned(), json!(values));
        }
    }

    fn entity(self, id: &str, schema: &str) -> Value {
        json!({ "id": id, "schema": schema, "properties": self.0 })
    }
}

/// Text as FollowTheMoney keeps it: single spaces, no control characters.
fn clean(text: &str) -> String {
    let hidden = |letter: char| letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    let words = text.split(|letter: char| letter.is_whitespace() || hidden(letter)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// How many characters a property holds (followthemoney.types).
fn limit(property: &str) -> usize {
    match property {
        "full" => 250,
        "name" | "alias" => 384,
        "sourceUrl" => 4_096,
        "summary" | "description" => 65_000,
        _ => 1_024,
    }
}

fn clipped(text: String, limit: usize) -> String {
    match text.char_indices().nth(limit) {
        None => text,
        Some(_) => text.chars().take(limit - 1).collect::<String>().trim_end().to_owned() + "…",
    }
}

fn node(node: &Node) -> Value {
    let mut properties = Properties(Map::new());
    properties.add("name", [node.name.as_str()]);
    properties.add("alias", node.aliases.iter().map(String::as_str));
    let schema = match node.kind {
        NodeKind::Person => "Person",
        NodeKind::Venue => "Address",
        NodeKind::Event => "Event",
    };
    if node.kind == NodeKind::Venue {
        properties.add("full", [node.name.as_str()]);
    }
    properties.entity(&id("node", &node.id), schema)
}

fn document(document: &Document) -> Value {
    let mut properties = Properties(Map::new());
    properties.add("title", document.title.as_deref());
    properties.add("fileName", [document.id.as_str()]);
    properties.add("sourceUrl", style::link(document.url.as_deref()));
    properties.add("publisher", document.publisher.as_deref());
    properties.add("author", document.author.as_deref());
    properties.add("date", document.published.as_ref().and_then(start).as_deref());
    properties.entity(&id("document", &document.id), "Article")
}

fn link(edge: &EdgeView<'_>, claim: &Claim) -> Value {
    let mut properties = Properties(Map::new());
    let (schema, source, target, role) = match edge.group {
        _ if edge.from.kind != NodeKind::Person || edge.to.kind != NodeKind::Person => {
            ("UnknownLink", "subject", "object", "role")
        }
        Group::Family => ("Family", "person", "relative", "relationship"),
        _ => ("Associate", "person", "associate", "relationship"),
    };
    properties.add(source, [id("node", edge.source).as_str()]);
    properties.add(target, [id("node", edge.target).as_str()]);
    properties.add(role, [edge.label]);
    properties.add("summary", [format!("{} {}", claim.status, edge.label).as_str()]);
    properties.add("description", [told(claim).as_str()]);
    properties.add("proof", [id("document", &claim.document.id).as_str()]);
    properties.add("publisher", claim.document.publisher.as_deref());
    properties.add("sourceUrl", style::link(claim.document.url.as_deref()));
    properties.add("recordId", [claim.id.as_str()]);
    if let Some(date) = &claim.date {
        let part = if claim.ended { "date" } else { "startDate" };
        properties.add(if date.is_interval() { "startDate" } else { part }, start(date).as_deref());
        properties.add("endDate", end(date).as_deref());
    }
    properties.entity(&id("claim", &claim.id), schema)
}

/// Everything about a claim that no property holds.
fn told(claim: &Claim) -> String {
    let mut told = claim.status.to_string();
    for (word, value) in [
        (", date ", claim.date.as_ref().map(Edtf::as_str)),
        (", said by ", claim.said_by.as_deref()),
        (", at ", claim.place_name.as_deref()),
        (", at ", claim.event_name.as_deref()),
        (if claim.ended { ", ended" } else { "" }, Some("")),
        (": ", claim.evidence.text.as_deref()),
    ] {
        if let Some(value) = value {
            told.push_str(word);
            told.push_str(value);
        }
    }
    told
}

/// The beginning of a date in the forms that FollowTheMoney knows (2018, 2018-05, 2018-05-02).
fn start(date: &Edtf) -> Option<String> {
    let text = date.as_str().split('/').next()?.trim_end_matches(['~', '?', '%']);
    simple(text).or_else(|| date.earliest().map(|day| day.to_string()))
}

/// The end of an interval; none where it has none.
fn end(date: &Edtf) -> Option<String> {
    let text = date.as_str().split_once('/')?.1.trim_end_matches(['~', '?', '%']);
    simple(text).or_else(|| date.latest().map(|day| day.to_string()))
}

/// A date that is written with digits alone and is no season.
fn simple(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let month = parts.get(1).is_none_or(|month| *month <= "12");
    (digits && month && parts[0].len() == 4).then(|| text.to_owned())
}

/// An id of FollowTheMoney's: letters, digits and hyphens.
fn id(kind: &str, id: &str) -> String {
    let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { format!("{kind}-{id}") } else { format!("{kind}-{}", crate::model::content_hash(&[id])) }
}
