//! Documents, claims and judgements at rest, in one SQLite file.
//!
//! Comes in: an open connection (only cli opens files), [`Reading`](crate::model::Reading)s,
//! judgements, and the nodes that resolution makes of them. Goes out: plain model values. It never
//! decides anything: not who is who, not what an edge's status is.
//!
//! What the graph is built from:
//!
//! - the whole of it: [`Store::each_node`], then [`Store::each_claim`] (a
//!   [`LinkedClaim`](crate::model::LinkedClaim) at a time, its ends already nodes of the graph,
//!   retracted sources left out), and [`Store::sources`];
//! - only what a question needs: [`Store::find`] for the nodes under a search word (see
//!   `resolve::search_words`), [`Store::links`] for the compact [`Link`](crate::model::Link)s of one
//!   node (one range scan, no words) and, once a path is found, [`Store::claims`] and
//!   [`Store::node`]. A search over 100,000 articles reads only the nodes that it visits.
//!
//! How a graph changes: [`Store::write`] opens one transaction; [`Writer::put`] keeps a reading,
//! and then every name that it touched is settled anew ([`Writer::new_names`],
//! [`Writer::components`], [`Writer::appearances`], [`Writer::set_nodes`]). What is derived depends
//! on what is kept alone, never on the order in which it came.

mod answers;
mod appearances;
mod judgements;
mod open;
mod predicates;
mod readings;
mod reread;
mod rows;
mod settle;
mod sources;
mod suppressions;

pub use judgements::KeyedRef;
pub use open::VERSION;
pub use readings::Counts;
pub use rusqlite::{Connection, OpenFlags};
pub use settle::{NameId, NameRow};
pub use suppressions::Suppressed;

use crate::error::Error;

/// A graph file, open.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

/// One transaction that changes a graph; lost unless [`Store::write`] ends well.
#[derive(Debug)]
pub struct Writer<'s> {
    connection: &'s Connection,
}

impl Store {
    /// Runs `change` in one transaction, waiting until other writers are done. All of it is kept,
    /// or, where `change` or the disk fails, nothing.
    ///
    /// # Errors
    /// That of `change`; [`Error::Graph`] when the file cannot be written.
    pub fn write<T, E: From<Error>>(&mut self, change: impl FnOnce(&mut Writer<'_>) -> Result<T, E>) -> Result<T, E> {
        self.connection.execute_batch("BEGIN IMMEDIATE").map_err(|error| E::from(open::told(error)))?;
        let done = Writer::begin(&self.connection).map_err(E::from).and_then(|mut writer| change(&mut writer));
        match done {
            Ok(value) => match self.connection.execute_batch("COMMIT") {
                Ok(()) => Ok(value),
                Err(error) => {
                    self.roll_back();
                    Err(E::from(open::told(error)))
                }
            },
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// Writes the file anew without what was deleted, of which SQLite may leave traces.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be written.
    pub fn compact(&mut self) -> Result<(), Error> {
        self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").map_err(open::told)
    }

    /// SQLite may have rolled back by itself (a full disk); then there is nothing left to do.
    fn roll_back(&self) {
        let _ = self.connection.execute_batch("ROLLBACK");
    }
}
