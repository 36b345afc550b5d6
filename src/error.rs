//! What can fail at the edges: reading files, tables and graphs.
//!
//! Comes in: the facts of a failure. Goes out: one type, worded only in its `Display`. Analysis of
//! text never fails; it leaves notes.

use crate::model::EdtfError;

/// A failure, with the facts that its reader needs to mend it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A data file (a predicate, a list) does not say what it should.
    #[error("{file}: {why}")]
    Data { file: String, why: String },
    /// One line of an input is not what it should be.
    #[error("{input}, line {line}: {why}")]
    Line { input: String, line: usize, why: String },
    /// A whole input cannot be read.
    #[error("{input}: {why}")]
    Input { input: String, why: String },
    /// The graph file cannot be opened, read or written; says why, and what to do.
    #[error("{why}")]
    Graph { why: String },
    #[error(transparent)]
    Edtf(#[from] EdtfError),
}
