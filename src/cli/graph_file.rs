//! The graph file that a command changes or reads through the store.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use relgraph::store::{Connection, OpenFlags, Store, Writer};

use super::graph_source::DEFAULT;

/// Which graph file to change or to look into.
#[derive(Debug, clap::Args)]
pub(crate) struct GraphFile {
    /// The graph's file
    #[arg(long, value_name = "PATH", env = "RELGRAPH_GRAPH", default_value = DEFAULT)]
    graph: PathBuf,
}

impl GraphFile {
    /// How messages name it.
    pub(crate) fn shown(&self) -> String {
        self.graph.display().to_string()
    }

    /// Opens the graph to change it; where there is none, an empty one is made.
    pub(crate) fn open_or_create(&self) -> Result<Store> {
        self.refuse_other_forms()?;
        let folder = self.graph.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("{}: cannot make the folder of the graph", folder.display()))?;
        }
        let opened = Connection::open(&self.graph).map_err(relgraph::error::Error::from).and_then(Store::open);
        opened.with_context(|| self.shown())
    }

    /// Opens a graph that is there to change it.
    pub(crate) fn open_to_change(&self) -> Result<Store> {
        self.refuse_other_forms()?;
        self.must_exist()?;
        self.open_or_create()
    }

    /// Changes the graph in one transaction; what fails names the file.
    pub(crate) fn write<T>(&self, store: &mut Store, change: impl FnOnce(&mut Writer<'_>) -> Result<T>) -> Result<T> {
        store.write(change).with_context(|| self.shown())
    }

    /// Opens a graph to read it.
    pub(crate) fn open_to_read(&self) -> Result<Store> {
        self.refuse_other_forms()?;
        self.must_exist()?;
        open_to_read(&self.graph)
    }

    fn must_exist(&self) -> Result<()> {
        if !self.graph.exists() {
            bail!("{}: there is no such graph: make one with `relgraph build`", self.shown());
        }
        Ok(())
    }

    fn refuse_other_forms(&self) -> Result<()> {
        let is_json = self.graph.extension().is_some_and(|ending| ending == "json");
        if is_json || self.graph.as_os_str() == "-" || self.graph.as_os_str() == "sample" {
            bail!("{}: this command needs the file of a graph that `relgraph build` keeps", self.shown());
        }
        Ok(())
    }
}

/// Opens the file of a graph to read it, also in a folder that cannot be written.
pub(crate) fn open_to_read(path: &Path) -> Result<Store> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI;
    let open = |target: PathBuf, flags| {
        Connection::open_with_flags(target, flags).map_err(relgraph::error::Error::from).and_then(Store::open_to_read)
    };
    let read_only = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    open(path.to_owned(), flags)
        .or_else(|first| open(immutable(path), read_only).map_err(|_| first))
        .with_context(|| path.display().to_string())
}

/// The name by which SQLite reads a file that nobody can change, without files of its own beside it.
fn immutable(path: &Path) -> PathBuf {
    let escaped = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    PathBuf::from(format!("file:{escaped}?immutable=1"))
}
