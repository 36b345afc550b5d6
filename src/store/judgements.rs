//! Judgements on record.

use rusqlite::{Row, params};

use super::open::told;
use super::rows::{decision, parsed, undone};
use super::{Store, Writer};
use crate::error::Error;
use crate::model::{Decision, Judgement, NameRef, Verdict};

/// Whom a judgement speaks of, with the folded name by which the store knows them.
#[derive(Clone, Debug)]
pub struct KeyedRef {
    /// Whom.
    pub name: NameRef,
    /// The folded name.
    pub key: String,
}

impl Store {
    /// Every judgement, those taken back included, in the order in which they were given.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn judgements(&self) -> Result<Vec<Judgement>, Error> {
        all(&self.connection)
    }
}

fn all(connection: &super::Connection) -> Result<Vec<Judgement>, Error> {
    let mut statement = connection.prepare_cached("SELECT * FROM judgement ORDER BY id").map_err(told)?;
    let rows = statement.query_map([], judgement).map_err(told)?;
    rows.collect::<Result<_, _>>().map_err(told)
}

fn judgement(row: &Row<'_>) -> Result<Judgement, rusqlite::Error> {
    Ok(Judgement {
        number: row.get("id")?,
        verdict: parsed(row, "verdict")?,
        a: NameRef { kind: parsed(row, "a_kind")?, name: row.get("a_name")?, reading: row.get("a_reading")? },
        b: NameRef { kind: parsed(row, "b_kind")?, name: row.get("b_name")?, reading: row.get("b_reading")? },
        decision: decision(row)?,
        undone: undone(row)?,
    })
}

impl Writer<'_> {
    /// Every judgement, as [`Store::judgements`].
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written; so in all that follow.
    pub fn judgements(&self) -> Result<Vec<Judgement>, Error> {
        all(self.connection)
    }

    /// Puts a judgement on record; its number.
    ///
    /// # Errors
    /// As [`Writer::judgements`].
    pub fn judge(&mut self, verdict: Verdict, a: &KeyedRef, b: &KeyedRef, decision: &Decision) -> Result<i64, Error> {
        let sql = "INSERT INTO judgement (verdict, a_kind, a_name, a_key, a_reading, b_kind, b_name, b_key, b_reading, \
             decided_by, decided_on, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let values = params![
            verdict.as_str(),
            a.name.kind.as_str(),
            a.name.name,
            a.key,
            a.name.reading,
            b.name.kind.as_str(),
            b.name.name,
            b.key,
            b.name.reading,
            decision.by,
            decision.on.as_str(),
            decision.reason,
        ];
        let number = self.connection.prepare_cached(sql).and_then(|mut s| s.insert(values)).map_err(told)?;
        self.touch_judged(number)?;
        Ok(number)
    }

    /// Takes a judgement back, which stays on record; `false` where there is none in force of that
    /// number.
    ///
    /// # Errors
    /// As [`Writer::judgements`].
    pub fn undo_judgement(&mut self, number: i64, decision: &Decision) -> Result<bool, Error> {
        let sql =
            "UPDATE judgement SET undone_by = ?, undone_on = ?, undone_reason = ? WHERE id = ? AND undone_by IS NULL";
        let values = params![decision.by, decision.on.as_str(), decision.reason, number];
        let changed = self.connection.prepare_cached(sql).and_then(|mut s| s.execute(values)).map_err(told)?;
        self.touch_judged(number)?;
        Ok(changed > 0)
    }

    fn touch_judged(&self, number: i64) -> Result<(), Error> {
        let sql = "INSERT OR IGNORE INTO temp.touched SELECT name.id FROM judgement JOIN name \
             ON (name.kind = a_kind AND name.key = a_key) OR (name.kind = b_kind AND name.key = b_key) \
             WHERE judgement.id = ?";
        self.connection.prepare_cached(sql).and_then(|mut s| s.execute([number])).map_err(told)?;
        Ok(())
    }
}
