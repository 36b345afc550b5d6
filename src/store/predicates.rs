//! Predicates of the user's own, beside those that the program knows.
//!
//! Comes in: what a build was told to look for. Goes out: the same, so that every later question can
//! tell what an edge of that name is.

use super::open::told;
use super::{Store, Writer};
use crate::error::Error;
use crate::model::Predicate;

impl Store {
    /// The predicates that builds brought along, by name.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn predicates(&self) -> Result<Vec<Predicate>, Error> {
        let sql = "SELECT definition FROM predicate ORDER BY name";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).map_err(told)?;
        rows.map(|row| {
            let text = row.map_err(told)?;
            serde_json::from_str(&text).map_err(|error| Error::Graph { why: format!("a predicate: {error}") })
        })
        .collect()
    }
}

impl Writer<'_> {
    /// Keeps a predicate; one of the same name is replaced.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be written.
    pub fn put_predicate(&mut self, predicate: &Predicate) -> Result<(), Error> {
        let text = serde_json::to_string(predicate).map_err(|error| Error::Graph { why: error.to_string() })?;
        let sql = "INSERT OR REPLACE INTO predicate (name, definition) VALUES (?1, ?2)";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        statement.execute((&predicate.name, text)).map_err(told)?;
        Ok(())
    }
}
