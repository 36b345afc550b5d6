//! Keeping what was read of an article or an imported file, and replacing it.

use rusqlite::{OptionalExtension, params};

use super::open::told;
use super::rows::{json, published_by};
use super::{Connection, Store, Writer};
use crate::error::Error;
use crate::model::{Document, Form, KeyedNode, MentionRow, Reading, ReadingKind, SourcedClaim};

impl Store {
    /// The hash under which a reading was kept; `None` where it is not known.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn hash_of(&self, reading: &str) -> Result<Option<String>, Error> {
        hash_of(&self.connection, reading)
    }

    /// How many documents, articles' nodes and claims are kept.
    ///
    /// # Errors
    /// As [`Store::hash_of`].
    pub fn counts(&self) -> Result<Counts, Error> {
        let count = |table: &str| {
            let sql = format!("SELECT count(*) FROM {table}");
            self.connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).map_err(told)
        };
        Ok(Counts {
            documents: count("document")?,
            nodes: count("node")?,
            claims: count("claim")?,
            readings: count("reading")?,
        })
    }
}

/// How much a graph holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Sources.
    pub documents: i64,
    /// Articles and imported files.
    pub readings: i64,
    /// People, venues and events.
    pub nodes: i64,
    /// Claims, those of withdrawn sources among them.
    pub claims: i64,
}

fn hash_of(connection: &Connection, reading: &str) -> Result<Option<String>, Error> {
    let mut statement = connection.prepare_cached("SELECT hash FROM reading WHERE key = ?").map_err(told)?;
    statement.query_row([reading], |row| row.get(0)).optional().map_err(told)
}

impl Writer<'_> {
    /// The hash under which a reading was kept; `None` where it is not known.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written; so in all that follow.
    pub fn hash_of(&self, reading: &str) -> Result<Option<String>, Error> {
        hash_of(self.connection, reading)
    }

    /// Keeps a reading in the place of its former state; whether there was one.
    ///
    /// # Errors
    /// As [`Writer::hash_of`].
    pub fn put(&mut self, reading: &Reading) -> Result<bool, Error> {
        let replaced = self.remove(&reading.key)?;
        self.insert(reading).map_err(told)?;
        Ok(replaced)
    }

    /// Forgets a reading; whether it was known.
    ///
    /// # Errors
    /// As [`Writer::hash_of`].
    pub fn remove(&mut self, reading: &str) -> Result<bool, Error> {
        let sql = "SELECT id FROM reading WHERE key = ?";
        let id: Option<i64> = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row([reading], |row| row.get(0)).optional())
            .map_err(told)?;
        let Some(id) = id else { return Ok(false) };
        let steps = [
            "INSERT OR IGNORE INTO temp.touched SELECT name FROM appearance WHERE reading = ?",
            "INSERT OR IGNORE INTO temp.touched SELECT name.id FROM appearance JOIN appearance_alias alias \
                 ON alias.appearance = appearance.id JOIN name ON name.kind = alias.kind AND name.key = alias.key \
                 WHERE reading = ?",
            "INSERT OR IGNORE INTO temp.left_node SELECT node FROM appearance WHERE reading = ? AND node IS NOT NULL",
            "DELETE FROM link WHERE claim IN (SELECT id FROM claim WHERE reading = ?)",
            "DELETE FROM claim WHERE reading = ?",
            "DELETE FROM mention WHERE reading = ?",
            "DELETE FROM appearance_alias WHERE appearance IN (SELECT id FROM appearance WHERE reading = ?)",
            "DELETE FROM appearance WHERE reading = ?",
            "INSERT OR IGNORE INTO temp.left_document SELECT document FROM reading_document WHERE reading = ?",
            "DELETE FROM reading_document WHERE reading = ?",
            "DELETE FROM reading WHERE id = ?",
        ];
        for step in steps {
            self.connection.prepare_cached(step).and_then(|mut s| s.execute([id])).map_err(told)?;
        }
        Ok(true)
    }

    fn insert(&self, reading: &Reading) -> Result<(), rusqlite::Error> {
        let sql = "INSERT INTO reading (key, kind, hash, redacted) VALUES (?, ?, ?, ?)";
        let values = params![reading.key, reading.kind.as_str(), reading.hash, reading.redacted];
        let id = self.connection.prepare_cached(sql)?.insert(values)?;
        let mut documents = Ids::default();
        for document in &reading.documents {
            let row = self.document(document, reading.kind)?;
            documents.push(&document.id, row);
            let sql = "INSERT OR IGNORE INTO reading_document (reading, document) VALUES (?, ?)";
            self.connection.prepare_cached(sql)?.execute([id, row])?;
        }
        let mut nodes = Ids::default();
        for node in &reading.nodes {
            nodes.push(&node.node.id, self.appearance(id, node)?);
        }
        for claim in &reading.claims {
            self.claim(id, claim, &documents, &nodes)?;
        }
        for mention in &reading.mentions {
            self.mention(id, mention, &nodes)?;
        }
        Ok(())
    }

    /// An article tells of its own document; an import only adds what is not known of one.
    fn document(&self, document: &Document, kind: ReadingKind) -> Result<i64, rusqlite::Error> {
        const FIELDS: [&str; 6] = ["title", "url", "publisher", "author", "published", "published_by"];
        let told_by_it = |field: &&str| match kind {
            ReadingKind::Article => format!("{field} = excluded.{field}"),
            ReadingKind::Import => format!("{field} = coalesce({field}, excluded.{field})"),
        };
        let updates: Vec<String> = FIELDS.iter().map(told_by_it).collect();
        let sql = format!(
            "INSERT INTO document (key, {}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET {} RETURNING id",
            FIELDS.join(", "),
            updates.join(", ")
        );
        let values = params![
            document.id,
            document.title,
            document.url,
            document.publisher,
            document.author,
            document.published.as_ref().map(|date| date.as_str()),
            document.published_by.map(published_by),
        ];
        self.connection.prepare_cached(&sql)?.query_row(values, |row| row.get(0))
    }

    fn appearance(&self, reading: i64, keyed: &KeyedNode) -> Result<i64, rusqlite::Error> {
        let name = self.name(keyed.node.kind.as_str(), &keyed.key)?;
        self.connection.prepare_cached("INSERT OR IGNORE INTO temp.touched VALUES (?)")?.execute([name])?;
        let sql = "INSERT INTO appearance (reading, label, text, aliases, pronoun, name, roles) \
             VALUES (?, ?, ?, ?, ?, ?, ?)";
        let node = &keyed.node;
        let roles = json(&keyed.roles);
        let values = params![reading, node.id, node.name, json(&node.aliases), keyed.pronoun, name, roles];
        let appearance = self.connection.prepare_cached(sql)?.insert(values)?;
        let sql = "INSERT INTO appearance_alias (appearance, kind, key) VALUES (?, ?, ?)";
        for alias in &keyed.alias_keys {
            self.connection.prepare_cached(sql)?.execute(params![appearance, node.kind.as_str(), alias])?;
        }
        Ok(appearance)
    }

    /// The row of a folded name; a new one is remembered as new.
    fn name(&self, kind: &str, key: &str) -> Result<i64, rusqlite::Error> {
        let known = "SELECT id FROM name WHERE kind = ? AND key = ?";
        let found = self.connection.prepare_cached(known)?.query_row([kind, key], |row| row.get(0)).optional()?;
        if let Some(id) = found {
            return Ok(id);
        }
        let id = self.connection.prepare_cached("INSERT INTO name (kind, key) VALUES (?, ?)")?.insert([kind, key])?;
        self.connection.prepare_cached("INSERT INTO temp.new_name VALUES (?)")?.execute([id])?;
        Ok(id)
    }

    fn claim(&self, reading: i64, it: &SourcedClaim, documents: &Ids, nodes: &Ids) -> Result<(), rusqlite::Error> {
        let sql = "INSERT INTO claim (claim, reading, document, source, predicate, target, status, ended, date, \
             date_implied, place, event, said_by, start, \"end\", evidence, before, after, rule, confidence) \
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let claim = &it.claim;
        let optional = |id: &Option<String>| id.as_deref().and_then(|id| nodes.get(id));
        let (Some(source), Some(target), Some(document)) =
            (nodes.get(&claim.source), nodes.get(&claim.target), documents.get(&it.document))
        else {
            return Ok(()); // a claim about nobody of this reading says nothing
        };
        self.connection.prepare_cached(sql)?.execute(params![
            claim.id,
            reading,
            document,
            source,
            claim.predicate,
            target,
            claim.status.as_str(),
            claim.ended,
            claim.date.as_ref().map(|date| date.as_str()),
            claim.date_implied,
            optional(&claim.place),
            optional(&claim.event),
            claim.said_by,
            i64::try_from(claim.evidence.start).unwrap_or(i64::MAX),
            i64::try_from(claim.evidence.end).unwrap_or(i64::MAX),
            claim.evidence.text,
            it.context.before,
            it.context.after,
            claim.rule,
            claim.confidence,
        ])?;
        Ok(())
    }

    fn mention(&self, reading: i64, mention: &MentionRow, nodes: &Ids) -> Result<(), rusqlite::Error> {
        let sql =
            "INSERT INTO mention (reading, appearance, start, \"end\", text, form, chain) VALUES (?, ?, ?, ?, ?, ?, ?)";
        let form = match mention.form {
            Form::Name => "name",
            Form::Pronoun => "pronoun",
            Form::Description => "description",
        };
        self.connection.prepare_cached(sql)?.execute(params![
            reading,
            mention.node.as_deref().and_then(|id| nodes.get(id)),
            i64::try_from(mention.start).unwrap_or(i64::MAX),
            i64::try_from(mention.end).unwrap_or(i64::MAX),
            mention.text,
            form,
            mention.chain,
        ])?;
        Ok(())
    }
}

/// Ids within one reading and their rows.
#[derive(Default)]
struct Ids(std::collections::BTreeMap<String, i64>);

impl Ids {
    fn push(&mut self, id: &str, row: i64) {
        self.0.insert(id.to_owned(), row);
    }

    fn get(&self, id: &str) -> Option<i64> {
        self.0.get(id).copied()
    }
}
