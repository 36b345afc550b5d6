//! Sources, and their withdrawal.

use std::collections::BTreeMap;

use rusqlite::{Row, params};

use super::open::told;
use super::rows::{DOCUMENT, decision, document, undone};
use super::{Store, Writer};
use crate::error::Error;
use crate::model::{Decision, Document, Retraction, SourceRow};

impl Store {
    /// Every source, by key, with what hangs on it.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn sources(&self) -> Result<Vec<SourceRow>, Error> {
        let sql = format!(
            "SELECT {DOCUMENT}, (SELECT count(*) FROM claim WHERE claim.document = document.id) AS claims \
             FROM document ORDER BY document.key"
        );
        let mut retractions = self.retractions()?;
        let mut statement = self.connection.prepare(&sql).map_err(told)?;
        let rows = statement.query_map([], |row| Ok((document(row)?, row.get::<_, i64>("claims")?))).map_err(told)?;
        rows.map(|row| {
            let (document, claims) = row.map_err(told)?;
            let retraction = retractions.remove(&document.id);
            Ok(SourceRow { document, claims: usize::try_from(claims).unwrap_or_default(), retraction })
        })
        .collect()
    }

    /// One source by its key.
    ///
    /// # Errors
    /// As [`Store::sources`].
    pub fn document(&self, key: &str) -> Result<Option<Document>, Error> {
        let sql = format!("SELECT {DOCUMENT} FROM document WHERE key = ?");
        let mut statement = self.connection.prepare_cached(&sql).map_err(told)?;
        let mut rows = statement.query_map([key], document).map_err(told)?;
        rows.next().transpose().map_err(told)
    }

    /// The last retraction of each source, by its key.
    fn retractions(&self) -> Result<BTreeMap<String, Retraction>, Error> {
        let mut statement = self.connection.prepare("SELECT * FROM retraction ORDER BY id").map_err(told)?;
        let rows = statement.query_map([], |row| Ok((row.get("document")?, retraction(row)?))).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }
}

fn retraction(row: &Row<'_>) -> Result<Retraction, rusqlite::Error> {
    Ok(Retraction { decision: decision(row)?, undone: undone(row)? })
}

impl Writer<'_> {
    /// Withdraws a source; `false` where it is withdrawn already.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written.
    pub fn retract(&mut self, document: &str, decision: &Decision) -> Result<bool, Error> {
        let sql = "INSERT INTO retraction (document, decided_by, decided_on, reason) SELECT ?1, ?2, ?3, ?4 \
             WHERE NOT EXISTS (SELECT 1 FROM retraction WHERE document = ?1 AND undone_by IS NULL)";
        self.change_retraction(sql, document, decision)
    }

    /// Takes a retraction back, which stays on record; `false` where there is none in force.
    ///
    /// # Errors
    /// As [`Writer::retract`].
    pub fn undo_retraction(&mut self, document: &str, decision: &Decision) -> Result<bool, Error> {
        let sql = "UPDATE retraction SET undone_by = ?2, undone_on = ?3, undone_reason = ?4 \
             WHERE document = ?1 AND undone_by IS NULL";
        self.change_retraction(sql, document, decision)
    }

    fn change_retraction(&self, sql: &str, document: &str, decision: &Decision) -> Result<bool, Error> {
        let values = params![document, decision.by, decision.on.as_str(), decision.reason];
        let changed = self.connection.prepare_cached(sql).and_then(|mut s| s.execute(values)).map_err(told)?;
        for sql in [
            "INSERT OR IGNORE INTO temp.touched SELECT name FROM appearance WHERE reading IN ( \
                 SELECT reading FROM reading_document JOIN document ON document.id = document \
                 WHERE document.key = ?)",
            "INSERT OR IGNORE INTO temp.relink SELECT claim.id FROM claim JOIN document \
                 ON document.id = claim.document WHERE document.key = ?",
        ] {
            self.connection.prepare_cached(sql).and_then(|mut s| s.execute([document])).map_err(told)?;
        }
        Ok(changed > 0)
    }
}
