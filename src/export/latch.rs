//! A writer for libraries that panic when writing fails.

use std::io::{self, Write};

/// Takes everything, and keeps the first failure of the writer behind it.
pub(super) struct Latch<W> {
    inner: W,
    failure: Option<io::Error>,
}

impl<W: Write> Latch<W> {
    pub(super) const fn new(inner: W) -> Self {
        Self { inner, failure: None }
    }

    /// The first failure, if there was one.
    pub(super) fn finish(self) -> io::Result<()> {
        self.failure.map_or(Ok(()), Err)
    }
}

impl<W: Write> Write for Latch<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failure.is_none() {
            self.failure = self.inner.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
