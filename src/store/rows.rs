//! Between columns and values.

use std::str::FromStr;

use rusqlite::types::{FromSqlError, Type};
use rusqlite::{Error as SqlError, Row};

use crate::model::{Claim, Decision, Document, Edtf, Evidence, LinkedClaim, PublishedBy};

/// A column that holds the text of a value.
pub(super) fn parsed<T: FromStr>(row: &Row<'_>, column: &str) -> Result<T, SqlError> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unreadable(column, &text))
}

/// Like [`parsed`], of a column that may be null.
pub(super) fn parsed_option<T: FromStr>(row: &Row<'_>, column: &str) -> Result<Option<T>, SqlError> {
    let text: Option<String> = row.get(column)?;
    text.map(|text| text.parse().map_err(|_| unreadable(column, &text))).transpose()
}

fn unreadable(column: &str, text: &str) -> SqlError {
    let why = format!("column {column} holds {text:?}");
    SqlError::FromSqlConversionFailure(0, Type::Text, Box::new(FromSqlError::Other(why.into())))
}

/// A JSON array of texts.
pub(super) fn texts(row: &Row<'_>, column: &str) -> Result<Vec<String>, SqlError> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|_| unreadable(column, &text))
}

/// Texts as a JSON array.
pub(super) fn json(texts: &[String]) -> String {
    serde_json::Value::from(texts.to_vec()).to_string()
}

/// The columns of [`document`], of a table called `document`.
pub(super) const DOCUMENT: &str = "document.key AS document_key, document.title, document.url, document.publisher, \
     document.author, document.published, document.published_by";

pub(super) fn document(row: &Row<'_>) -> Result<Document, SqlError> {
    let by: Option<String> = row.get("published_by")?;
    Ok(Document {
        id: row.get("document_key")?,
        title: row.get("title")?,
        url: row.get("url")?,
        publisher: row.get("publisher")?,
        author: row.get("author")?,
        published: parsed_option(row, "published")?,
        published_by: by.and_then(|word| ALL_PUBLISHED_BY.into_iter().find(|by| published_by(*by) == word)),
    })
}

const ALL_PUBLISHED_BY: [PublishedBy; 3] = [PublishedBy::Given, PublishedBy::Found, PublishedBy::Inferred];

pub(super) const fn published_by(by: PublishedBy) -> &'static str {
    match by {
        PublishedBy::Given => "given",
        PublishedBy::Found => "found",
        PublishedBy::Inferred => "inferred",
    }
}

/// A claim between nodes of the graph: everything but its `WHERE`.
pub(super) const LINKED_CLAIM: &str = "SELECT claim.*, document.key AS document_key, s.key AS source_node, \
     t.key AS target_node, p.key AS place_node, e.key AS event_node \
     FROM claim JOIN document ON document.id = claim.document \
     JOIN appearance sa ON sa.id = claim.source JOIN node s ON s.id = sa.node \
     JOIN appearance ta ON ta.id = claim.target JOIN node t ON t.id = ta.node \
     LEFT JOIN appearance pa ON pa.id = claim.place LEFT JOIN node p ON p.id = pa.node \
     LEFT JOIN appearance ea ON ea.id = claim.event LEFT JOIN node e ON e.id = ea.node";

pub(super) fn linked_claim(row: &Row<'_>) -> Result<LinkedClaim, SqlError> {
    let offset = |column: &str| Ok::<_, SqlError>(usize::try_from(row.get::<_, i64>(column)?).unwrap_or_default());
    let claim = Claim {
        id: row.get("claim")?,
        source: row.get("source_node")?,
        predicate: row.get("predicate")?,
        target: row.get("target_node")?,
        status: parsed(row, "status")?,
        ended: row.get("ended")?,
        date: parsed_option::<Edtf>(row, "date")?,
        date_implied: row.get("date_implied")?,
        place: row.get("place_node")?,
        event: row.get("event_node")?,
        said_by: row.get("said_by")?,
        evidence: Evidence { start: offset("start")?, end: offset("end")?, text: row.get("evidence")? },
        rule: row.get("rule")?,
        confidence: row.get("confidence")?,
    };
    Ok(LinkedClaim { claim, document: row.get("document_key")?, before: row.get("before")?, after: row.get("after")? })
}

/// Columns `decided_by`, `decided_on`, `reason`.
pub(super) fn decision(row: &Row<'_>) -> Result<Decision, SqlError> {
    Ok(Decision { by: row.get("decided_by")?, on: parsed(row, "decided_on")?, reason: row.get("reason")? })
}

/// Columns `undone_by`, `undone_on`, `undone_reason`; `None` where nothing was undone.
pub(super) fn undone(row: &Row<'_>) -> Result<Option<Decision>, SqlError> {
    let by: Option<String> = row.get("undone_by")?;
    by.map(|by| Ok(Decision { by, on: parsed(row, "undone_on")?, reason: row.get("undone_reason")? })).transpose()
}
