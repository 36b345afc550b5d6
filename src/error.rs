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
    Data {
        /// The file's name.
        file: String,
        /// What is wrong, and the remedy.
        why: String,
    },
    /// One line of an input is not what it should be.
    #[error("{input}, line {line}: {why}")]
    Line {
        /// The input's name.
        input: String,
        /// The line's number, from 1.
        line: usize,
        /// What is wrong, and the remedy.
        why: String,
    },
    /// A whole input cannot be read.
    #[error("{input}: {why}")]
    Input {
        /// The input's name.
        input: String,
        /// What is wrong, and the remedy.
        why: String,
    },
    /// The graph file cannot be opened, read or written.
    #[error("{why}")]
    Graph {
        /// What is wrong, and the remedy.
        why: String,
    },
    /// A text that is no date.
    #[error(transparent)]
    Edtf(#[from] EdtfError),
}
