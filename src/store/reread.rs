//! A reading as it was kept.

use rusqlite::{OptionalExtension, Row};

use super::open::told;
use super::rows::{DOCUMENT, document, parsed, parsed_option, texts};
use super::{Store, Writer};
use crate::error::Error;
use crate::model::{Claim, Context, Evidence, Form, KeyedNode, MentionRow, Node, Reading, ReadingKind, SourcedClaim};

impl Store {
    /// The keys of every reading, in order.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn reading_keys(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare("SELECT key FROM reading ORDER BY key").map_err(told)?;
        statement.query_map([], |row| row.get(0)).map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }
}

impl Writer<'_> {
    /// A reading as it was kept; `None` where it is not known.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn reading(&self, key: &str) -> Result<Option<Reading>, Error> {
        let sql = "SELECT * FROM reading WHERE key = ?";
        let found = self.connection.prepare_cached(sql).and_then(|mut statement| {
            statement
                .query_row([key], |row| {
                    let id: i64 = row.get("id")?;
                    let is_import = row.get::<_, String>("kind")? == "import";
                    let kind = if is_import { ReadingKind::Import } else { ReadingKind::Article };
                    Ok((id, kind, row.get("hash")?, row.get("redacted")?))
                })
                .optional()
        });
        let Some((id, kind, hash, redacted)) = found.map_err(told)? else { return Ok(None) };
        Ok(Some(Reading {
            key: key.to_owned(),
            kind,
            hash,
            redacted,
            documents: self.rows(&of_reading(DOCUMENT), id, document)?,
            nodes: self.rows(NODES, id, node)?,
            claims: self.rows(CLAIMS, id, claim)?,
            mentions: self.rows(MENTIONS, id, mention)?,
        }))
    }

    fn rows<T>(&self, sql: &str, reading: i64, row: fn(&Row<'_>) -> rusqlite::Result<T>) -> Result<Vec<T>, Error> {
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        statement.query_map([reading], row).map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }
}

fn of_reading(columns: &str) -> String {
    format!(
        "SELECT {columns} FROM reading_document JOIN document ON document.id = document \
         WHERE reading = ? ORDER BY document.key"
    )
}

const NODES: &str = "SELECT appearance.*, name.kind AS kind, name.key AS key, \
     (SELECT json_group_array(key ORDER BY key) FROM appearance_alias WHERE appearance = appearance.id) AS alias_keys \
     FROM appearance \
     JOIN name ON name.id = appearance.name WHERE reading = ? ORDER BY appearance.id";

fn node(row: &Row<'_>) -> rusqlite::Result<KeyedNode> {
    let (id, kind, name) = (row.get("label")?, parsed(row, "kind")?, row.get("text")?);
    let node = Node { id, kind, name, aliases: texts(row, "aliases")? };
    Ok(KeyedNode {
        node,
        key: row.get("key")?,
        pronoun: row.get("pronoun")?,
        alias_keys: texts(row, "alias_keys")?,
        roles: texts(row, "roles")?,
    })
}

const CLAIMS: &str = "SELECT claim.*, document.key AS document_key, s.label AS source_label, t.label AS target_label, \
     p.label AS place_label, e.label AS event_label FROM claim JOIN document ON document.id = claim.document \
     JOIN appearance s ON s.id = claim.source JOIN appearance t ON t.id = claim.target \
     LEFT JOIN appearance p ON p.id = claim.place LEFT JOIN appearance e ON e.id = claim.event \
     WHERE claim.reading = ? ORDER BY claim.id";

fn claim(row: &Row<'_>) -> rusqlite::Result<SourcedClaim> {
    let claim = Claim {
        id: row.get("claim")?,
        source: row.get("source_label")?,
        predicate: row.get("predicate")?,
        target: row.get("target_label")?,
        status: parsed(row, "status")?,
        ended: row.get("ended")?,
        date: parsed_option(row, "date")?,
        date_implied: row.get("date_implied")?,
        place: row.get("place_label")?,
        event: row.get("event_label")?,
        said_by: row.get("said_by")?,
        evidence: Evidence { start: offset(row, "start")?, end: offset(row, "end")?, text: row.get("evidence")? },
        rule: row.get("rule")?,
        confidence: row.get("confidence")?,
    };
    let context = Context { before: row.get("before")?, after: row.get("after")? };
    Ok(SourcedClaim { claim, document: row.get("document_key")?, context })
}

const MENTIONS: &str = "SELECT mention.*, appearance.label AS label FROM mention \
     LEFT JOIN appearance ON appearance.id = mention.appearance WHERE mention.reading = ? ORDER BY mention.rowid";

fn mention(row: &Row<'_>) -> rusqlite::Result<MentionRow> {
    let form = match row.get::<_, String>("form")?.as_str() {
        "pronoun" => Form::Pronoun,
        "description" => Form::Description,
        _ => Form::Name,
    };
    Ok(MentionRow {
        start: offset(row, "start")?,
        end: offset(row, "end")?,
        text: row.get("text")?,
        form,
        node: row.get("label")?,
        chain: row.get("chain")?,
    })
}

fn offset(row: &Row<'_>, column: &str) -> rusqlite::Result<usize> {
    Ok(usize::try_from(row.get::<_, i64>(column)?).unwrap_or_default())
}
