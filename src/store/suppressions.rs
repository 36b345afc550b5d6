//! Names that are kept out: only salted hashes of what their spellings look like are stored.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::params;
use sha2::{Digest, Sha256};

use super::open::told;
use super::{Connection, Store, Writer};
use crate::error::Error;
use crate::model::Decision;

/// The names that are kept out, as far as they are known: enough to recognise them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suppressed {
    /// One salt for a graph, so that a form is hashed once however many names are kept out.
    hashes: BTreeMap<Vec<u8>, BTreeSet<Vec<u8>>>,
    /// How many words the longest of them has.
    pub longest: usize,
}

impl Suppressed {
    /// Whether nobody is kept out.
    pub fn is_empty(&self) -> bool {
        self.hashes.is_empty()
    }

    /// Whether a form (see `resolve::asked_forms`) is one of a name that is kept out.
    pub fn has(&self, form: &str) -> bool {
        self.hashes.iter().any(|(salt, hashes)| hashes.contains(&hash(salt, form)))
    }

    /// A short mark that tells texts apart in which the same name was blacked out, and tells nothing
    /// of it.
    pub fn mark(&self, text: &str) -> String {
        let salt = self.hashes.keys().next().map_or(&[][..], Vec::as_slice);
        hash(salt, text).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }
}

fn hash(salt: &[u8], form: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(form.as_bytes()).finalize().to_vec()
}

impl Store {
    /// Every name that is kept out.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn suppressed(&self) -> Result<Suppressed, Error> {
        all(&self.connection)
    }
}

fn all(connection: &Connection) -> Result<Suppressed, Error> {
    let sql = "SELECT salt, hash, words FROM suppression JOIN suppression_form ON suppression = id";
    let mut statement = connection.prepare_cached(sql).map_err(told)?;
    let mut rows = statement.query([]).map_err(told)?;
    let mut found = Suppressed::default();
    while let Some(row) = rows.next().map_err(told)? {
        let (salt, hash, words): (_, _, i64) = row.try_into().map_err(told)?;
        found.hashes.entry(salt).or_default().insert(hash);
        found.longest = found.longest.max(usize::try_from(words).unwrap_or_default());
    }
    Ok(found)
}

impl Writer<'_> {
    /// Every name that is kept out, as [`Store::suppressed`].
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written; so in all that follow.
    pub fn suppressed(&self) -> Result<Suppressed, Error> {
        all(self.connection)
    }

    /// Keeps a name out from now on: all forms by which it is recognised, and how many words it has.
    /// The salt is the one thing in a graph that differs from run to run; no answer depends on it.
    ///
    /// # Errors
    /// As [`Writer::suppressed`].
    pub fn suppress(
        &mut self,
        forms: &BTreeSet<String>,
        words: usize,
        decision: Option<&Decision>,
    ) -> Result<(), Error> {
        let sql = "INSERT INTO suppression (salt, words, decided_by, decided_on, reason) \
             VALUES (coalesce((SELECT salt FROM suppression ORDER BY id LIMIT 1), randomblob(16)), ?, ?, ?, ?) \
             RETURNING id, salt";
        let values = params![
            i64::try_from(words).unwrap_or(i64::MAX),
            decision.map(|it| &it.by),
            decision.map(|it| it.on.as_str()),
            decision.and_then(|it| it.reason.as_ref()),
        ];
        let (id, salt): (i64, Vec<u8>) = self
            .connection
            .prepare_cached(sql)
            .and_then(|mut s| s.query_row(values, |row| row.try_into()))
            .map_err(told)?;
        let sql = "INSERT OR IGNORE INTO suppression_form (suppression, hash) VALUES (?, ?)";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        for form in forms {
            statement.execute(params![id, hash(&salt, form)]).map_err(told)?;
        }
        Ok(())
    }

    /// Lets a folded name in again, with the other names that were kept out together with it;
    /// `false` where it was not kept out. Readings out of which something was taken will be read
    /// again when they are next met; those whose very key was blacked out are forgotten until then.
    ///
    /// # Errors
    /// As [`Writer::suppressed`].
    pub fn unsuppress(&mut self, key: &str, black: &str) -> Result<bool, Error> {
        let mut let_in = false;
        for (id, salt) in self.salts()? {
            let sql = "SELECT EXISTS (SELECT 1 FROM suppression_form WHERE suppression = ? AND hash = ?)";
            let is_it: bool =
                self.connection.query_row(sql, params![id, hash(&salt, key)], |row| row.get(0)).map_err(told)?;
            if is_it {
                self.connection.execute("DELETE FROM suppression_form WHERE suppression = ?", [id]).map_err(told)?;
                self.connection.execute("DELETE FROM suppression WHERE id = ?", [id]).map_err(told)?;
                let_in = true;
            }
        }
        if let_in {
            self.connection.execute("UPDATE reading SET hash = '' WHERE redacted", []).map_err(told)?;
            let blacked_out: Vec<String> =
                self.texts("SELECT key FROM reading WHERE redacted AND instr(key, ?) ORDER BY key", [black])?;
            blacked_out.iter().try_for_each(|key| self.remove(key).map(drop))?;
        }
        Ok(let_in)
    }

    fn salts(&self) -> Result<Vec<(i64, Vec<u8>)>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT id, salt FROM suppression").map_err(told)?;
        let rows = statement.query_map([], |row| row.try_into()).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }

    fn texts(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<String>, Error> {
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        statement.query_map(values, |row| row.get(0)).map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }

    /// What was decided of a reading is from now on decided of it under its new key.
    ///
    /// # Errors
    /// As [`Writer::suppressed`].
    pub fn rekey(&mut self, former: &str, key: &str) -> Result<(), Error> {
        for sql in [
            "UPDATE retraction SET document = ?2 WHERE document = ?1",
            "UPDATE judgement SET a_reading = ?2 WHERE a_reading = ?1",
            "UPDATE judgement SET b_reading = ?2 WHERE b_reading = ?1",
        ] {
            self.connection.execute(sql, [former, key]).map_err(told)?;
        }
        Ok(())
    }

    /// Lets `black` change every text that people wrote into their decisions.
    ///
    /// # Errors
    /// As [`Writer::suppressed`].
    pub fn black_out_decisions(&mut self, black: impl Fn(&mut String) -> bool) -> Result<(), Error> {
        const TEXTS: [(&str, &[&str]); 3] = [
            ("judgement", &["a_name", "a_key", "b_name", "b_key", "reason", "undone_reason"]),
            ("retraction", &["reason", "undone_reason"]),
            ("suppression", &["reason"]),
        ];
        for (table, columns) in TEXTS {
            for column in columns {
                let sql = format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL");
                for former in self.texts(&sql, [])? {
                    let mut text = former.clone();
                    if black(&mut text) {
                        let sql = format!("UPDATE {table} SET {column} = ? WHERE {column} = ?");
                        self.connection.execute(&sql, [text, former]).map_err(told)?;
                    }
                }
            }
        }
        Ok(())
    }
}
