//! Names that are kept out: only a salted hash of each is stored.

use rusqlite::{Row, params};
use sha2::{Digest, Sha256};

use super::open::told;
use super::{Connection, Store, Writer};
use crate::error::Error;
use crate::model::Decision;

/// A name that is kept out of the graph, as far as it is known: enough to recognise it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    salt: Vec<u8>,
    hash: Vec<u8>,
    /// How many words the folded name has.
    pub words: usize,
}

impl Suppression {
    /// Whether a folded name is the one that is kept out.
    pub fn is(&self, key: &str) -> bool {
        hash(&self.salt, key) == self.hash
    }
}

fn hash(salt: &[u8], key: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(key.as_bytes()).finalize().to_vec()
}

impl Store {
    /// Every name that is kept out.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn suppressions(&self) -> Result<Vec<Suppression>, Error> {
        all(&self.connection)
    }
}

fn all(connection: &Connection) -> Result<Vec<Suppression>, Error> {
    let sql = "SELECT salt, hash, words FROM suppression ORDER BY id";
    let mut statement = connection.prepare_cached(sql).map_err(told)?;
    let rows = statement.query_map([], suppression).map_err(told)?;
    rows.collect::<Result<_, _>>().map_err(told)
}

fn suppression(row: &Row<'_>) -> Result<Suppression, rusqlite::Error> {
    let words: i64 = row.get("words")?;
    Ok(Suppression {
        salt: row.get("salt")?,
        hash: row.get("hash")?,
        words: usize::try_from(words).unwrap_or_default(),
    })
}

impl Writer<'_> {
    /// Every name that is kept out, as [`Store::suppressions`].
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written; so in all that follow.
    pub fn suppressions(&self) -> Result<Vec<Suppression>, Error> {
        all(self.connection)
    }

    /// Lets a folded name in again; `false` where it was not kept out. Readings out of which
    /// something was taken will be read again when they are next met.
    ///
    /// # Errors
    /// As [`Writer::suppressions`].
    pub fn unsuppress(&mut self, key: &str) -> Result<bool, Error> {
        let mut let_in = false;
        for suppression in self.suppressions()?.into_iter().filter(|suppression| suppression.is(key)) {
            let sql = "DELETE FROM suppression WHERE hash = ?";
            self.connection.execute(sql, [&suppression.hash]).map_err(told)?;
            let_in = true;
        }
        if let_in {
            self.connection.execute("UPDATE reading SET hash = '' WHERE redacted", []).map_err(told)?;
        }
        Ok(let_in)
    }

    /// Keeps a folded name out from now on. The salt is the one thing in a graph that differs from
    /// run to run; no answer depends on it.
    ///
    /// # Errors
    /// As [`Writer::suppressions`].
    pub fn suppress(&mut self, key: &str, decision: Option<&Decision>) -> Result<(), Error> {
        let salt: Vec<u8> = self.connection.query_row("SELECT randomblob(16)", [], |row| row.get(0)).map_err(told)?;
        let sql =
            "INSERT INTO suppression (salt, hash, words, decided_by, decided_on, reason) VALUES (?, ?, ?, ?, ?, ?)";
        let words = i64::try_from(key.split(' ').count()).unwrap_or(i64::MAX);
        let values = params![
            salt,
            hash(&salt, key),
            words,
            decision.map(|it| &it.by),
            decision.map(|it| it.on.as_str()),
            decision.and_then(|it| it.reason.as_ref()),
        ];
        self.connection.prepare_cached(sql).and_then(|mut s| s.execute(values)).map_err(told)?;
        Ok(())
    }
}
