//! Inputs named on the command line: files, folders, `-`; text or JSON Lines.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use relgraph::error::Error;
use relgraph::extract::Source;
use relgraph::model::Edtf;
use serde::Deserialize;

/// The form of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    Text,
    Jsonl,
}

/// One line of a JSON Lines input.
#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    text: String,
    title: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    author: Option<String>,
    published: Option<Edtf>,
}

/// A file to read, and its path below the folder that was named.
struct Found {
    path: PathBuf,
    below: Option<String>,
}

/// Hands each article of the inputs to `each`, in order; what cannot be read goes to `failed`,
/// and the rest is still read.
///
/// # Errors
/// Only those of `each`.
pub(crate) fn read(
    inputs: &[PathBuf],
    format: Option<Format>,
    mut each: impl FnMut(Source) -> Result<()>,
    mut failed: impl FnMut(anyhow::Error),
) -> Result<()> {
    for input in inputs {
        let files = match list(input) {
            Ok(files) => files,
            Err(error) => {
                failed(error);
                continue;
            }
        };
        for file in files {
            let format = format.unwrap_or_else(|| told_by_name(&file.path));
            match format {
                Format::Text => match read_text(&file) {
                    Ok(source) => each(source)?,
                    Err(error) => failed(error),
                },
                Format::Jsonl => read_lines(&file, &mut each, &mut failed)?,
            }
        }
    }
    Ok(())
}

fn told_by_name(path: &Path) -> Format {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("jsonl" | "ndjson") => Format::Jsonl,
        _ => Format::Text,
    }
}

/// The files of an input, in byte order of their paths.
fn list(input: &Path) -> Result<Vec<Found>> {
    if input.as_os_str() == "-" || input.is_file() {
        return Ok(vec![Found { path: input.to_owned(), below: None }]);
    }
    let mut files = Vec::new();
    walk(input, input, &mut files).with_context(|| format!("{}", input.display()))?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    anyhow::ensure!(!files.is_empty(), "{}: no articles in this folder (looked for .txt and .jsonl)", input.display());
    Ok(files)
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<Found>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "txt" || ending == "jsonl" || ending == "ndjson") {
            let below = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(Found { path, below: Some(below) });
        }
    }
    Ok(())
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let file = File::open(path).with_context(|| format!("{}", path.display()))?;
    Ok(Box::new(file))
}

fn read_text(file: &Found) -> Result<Source> {
    let mut bytes = Vec::new();
    open(&file.path)?.read_to_end(&mut bytes).with_context(|| format!("{}", file.path.display()))?;
    let text = String::from_utf8(bytes).map_err(|error| Error::Input {
        input: file.path.display().to_string(),
        why: format!(
            "not UTF-8 (byte {}): convert it first, for example with `iconv -t UTF-8`",
            error.utf8_error().valid_up_to()
        ),
    })?;
    Ok(Source { path: file.below.clone(), ..Source::text(&text) })
}

fn read_lines(
    file: &Found,
    each: &mut impl FnMut(Source) -> Result<()>,
    failed: &mut impl FnMut(anyhow::Error),
) -> Result<()> {
    let reader = match open(&file.path) {
        Ok(reader) => BufReader::new(reader),
        Err(error) => {
            failed(error);
            return Ok(());
        }
    };
    for (index, line) in reader.lines().enumerate() {
        let input = file.path.display().to_string();
        match line.map_err(|error| error.to_string()).and_then(|line| parse(&line)) {
            Ok(Some(source)) => each(source)?,
            Ok(None) => {}
            Err(why) => failed(Error::Line { input, line: index + 1, why }.into()),
        }
    }
    Ok(())
}

fn parse(line: &str) -> Result<Option<Source>, String> {
    if line.trim().is_empty() {
        return Ok(None);
    }
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    Ok(Some(Source {
        text: line.text,
        id: line.id,
        path: None,
        title: line.title,
        url: line.url,
        publisher: line.publisher,
        author: line.author,
        published: line.published,
    }))
}
