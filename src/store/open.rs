//! Opening a graph file: its pragmas, its version, and what SQLite's complaints mean to a reader.

use std::time::Duration;

use rusqlite::{Connection, ErrorCode};

use super::Store;
use crate::error::Error;

/// The version of the schema that this program writes.
pub const VERSION: i64 = 3;

/// Marks a SQLite file as a graph of relgraph ("relg").
const APPLICATION: i64 = 0x7265_6c67;

/// One script for each version, from the version before it.
const MIGRATIONS: [&str; VERSION as usize] =
    [include_str!("schema.sql"), include_str!("schema-2.sql"), include_str!("schema-3.sql")];

/// More than all statements of the store, so that each is parsed once.
const STATEMENTS: usize = 128;

/// How long a writer waits for another one; a long build of others is no error.
const PATIENCE: Duration = Duration::from_secs(24 * 60 * 60);

impl Store {
    /// Opens a graph to read and write; an empty file becomes an empty graph, an older version is
    /// brought up to date.
    ///
    /// # Errors
    /// [`Error::Graph`] when it is no graph, of a newer version, damaged, or cannot be written.
    pub fn open(connection: Connection) -> Result<Self, Error> {
        prepare(&connection)?;
        if version(&connection)? < VERSION {
            migrate(&connection)?;
        }
        Ok(Self { connection })
    }

    /// Opens a graph to read.
    ///
    /// # Errors
    /// [`Error::Graph`] when it is no graph, of another version, or damaged.
    pub fn open_to_read(connection: Connection) -> Result<Self, Error> {
        connection.busy_timeout(PATIENCE).map_err(told)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        match version(&connection)? {
            VERSION => Ok(Self { connection }),
            0 => Err(graph_error("this graph is empty: put articles into it with `relgraph build`")),
            older => Err(graph_error(format!(
                "this graph is of version {older}; `relgraph build` brings it up to version {VERSION}"
            ))),
        }
    }
}

fn prepare(connection: &Connection) -> Result<(), Error> {
    connection.busy_timeout(PATIENCE).map_err(told)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    version(connection)?;
    // Readers never lock out a writer under WAL; a commit is on the disk when it returns.
    let pragmas = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
        PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536;";
    connection.execute_batch(pragmas).map_err(told)
}

/// The version of a graph; 0 of an empty file.
fn version(connection: &Connection) -> Result<i64, Error> {
    let pragma = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).map_err(told);
    let (application, version) = (pragma("application_id")?, pragma("user_version")?);
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).map_err(told)?;
    match (application, version) {
        (0, 0) if tables == 0 => Ok(0),
        (APPLICATION, newer) if newer > VERSION => Err(graph_error(format!(
            "this graph is of version {newer}, this program reads up to version {VERSION}: use a newer relgraph"
        ))),
        (APPLICATION, version) => Ok(version),
        _ => Err(graph_error("this is a SQLite file, but no graph of relgraph: name another with --graph")),
    }
}

/// Brings a graph up to date in one transaction. Another process may have been faster, so the
/// version is asked again inside it.
fn migrate(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch("BEGIN IMMEDIATE").map_err(told)?;
    let done = version(connection).and_then(|from| {
        for script in &MIGRATIONS[usize::try_from(from).unwrap_or_default()..] {
            connection.execute_batch(script).map_err(told)?;
        }
        let marks = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT");
        connection.execute_batch(&marks).map_err(told)
    });
    if done.is_err() {
        let _ = connection.execute_batch("ROLLBACK");
    }
    done
}

fn graph_error(why: impl Into<String>) -> Error {
    Error::Graph { why: why.into() }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        told(error)
    }
}

/// What a complaint of SQLite means, and what to do.
#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` hands over")]
pub(super) fn told(error: rusqlite::Error) -> Error {
    let why = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "this is no graph file (nor any SQLite file)",
        Some(ErrorCode::DatabaseCorrupt) => {
            "this graph file is damaged or cut off: restore it from a copy, or build it anew"
        }
        Some(ErrorCode::DiskFull) => "the disk is full; what was kept before is unharmed: make room and run this again",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "the graph file or its folder cannot be written: check its permissions, or name another with --graph"
        }
        Some(ErrorCode::CannotOpen) => {
            "the graph file cannot be opened: check that its folder exists and that it may be read and written"
        }
        Some(ErrorCode::SystemIoFailure) => {
            "reading or writing the graph file failed; what was kept before is unharmed: check the disk, its space and \
             your quota, and run this again"
        }
        _ => return graph_error(error.to_string()),
    };
    graph_error(format!("{why} ({error})"))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{APPLICATION, MIGRATIONS, Store, VERSION, version};

    #[test]
    fn a_graph_of_the_first_version_is_brought_up_to_date_with_all_that_is_in_it() {
        let connection = Connection::open_in_memory().unwrap();
        let marks = format!("PRAGMA application_id = {APPLICATION}; PRAGMA user_version = 1;");
        let kept = "INSERT INTO reading (key, kind, hash) VALUES ('a', 'article', 'h');
            INSERT INTO name (kind, key) VALUES ('person', 'ana vega');
            INSERT INTO appearance (reading, label, text, aliases, name) VALUES (1, 'p1', 'Ana Vega', '[]', 1);
            INSERT INTO suppression (salt, hash, words) VALUES (x'00', x'01', 2);";
        connection.execute_batch(&[MIGRATIONS[0], &marks, kept].concat()).unwrap();
        let mut store = Store::open(connection).unwrap();
        assert_eq!(version(&store.connection).unwrap(), VERSION);
        assert_eq!(store.suppressed().unwrap().longest, 2);
        let reading = store.write(|writer| writer.reading("a")).unwrap().unwrap();
        assert_eq!((reading.hash.as_str(), reading.nodes[0].node.name.as_str()), ("h", "Ana Vega"));
    }
}
