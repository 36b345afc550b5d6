//! Inputs named on the command line: files, folders, `-`; plain, gzip or zstd.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use flate2::read::MultiGzDecoder;
use relgraph::error::Error;
use relgraph::extract::Source;
use relgraph::extract::article::{InputFormat, read_line, read_whole};
use ruzstd::decoding::StreamingDecoder;

/// The most that one article may have; a longer line or file is no article.
const LONGEST: u64 = 16 << 20;

/// A file to read, and its path below the folder that was named, or that it stands in where it was
/// named itself; none of standard input.
struct Found {
    path: PathBuf,
    below: Option<String>,
}

/// What to do with each article, and with what could not be read.
pub(crate) struct Sink<'a> {
    /// Takes one article; its error ends the reading.
    pub each: &'a mut dyn FnMut(Source) -> Result<()>,
    /// Takes what went wrong with one file or line; the others are still read.
    pub failed: &'a mut dyn FnMut(anyhow::Error),
}

/// Hands each article of the inputs to `sink`, in order: the inputs as named, the files of a
/// folder by their paths. `format` overrides what the names' endings tell.
///
/// # Errors
/// Only those of `sink.each`.
pub(crate) fn read(inputs: &[PathBuf], format: Option<InputFormat>, sink: &mut Sink<'_>) -> Result<()> {
    for input in inputs {
        match list(input) {
            Ok(files) => files.iter().try_for_each(|file| read_file(file, format, sink))?,
            Err(error) => (sink.failed)(error),
        }
    }
    Ok(())
}

/// The files of an input, in byte order of their paths.
fn list(input: &Path) -> Result<Vec<Found>> {
    let name = input.to_string_lossy();
    if name.starts_with("http://") || name.starts_with("https://") {
        return Err(anyhow!(
            "{name}: nothing is fetched from the network: save the page as a file (.html) and name that"
        ));
    }
    if !input.is_dir() {
        let below = input.file_name().filter(|name| *name != "-").map(|name| name.to_string_lossy().into_owned());
        return Ok(vec![Found { path: input.to_owned(), below }]);
    }
    let mut files = Vec::new();
    walk(input, input, &mut files).with_context(|| name.clone().into_owned())?;
    files.sort_by(|a, b| a.path.cmp(&b.path));
    if files.is_empty() {
        return Err(anyhow!(
            "{name}: no articles in this folder: looked for .txt, .html, .rss, .atom, .xml and .jsonl, also with .gz or .zst"
        ));
    }
    Ok(files)
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<Found>) -> io::Result<()> {
    for entry in folder.read_dir()? {
        let path = entry?.path();
        if path.is_dir() {
            walk(root, &path, files)?;
        } else if format_of(&path).is_some() {
            let below = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(Found { path, below: Some(below) });
        }
    }
    Ok(())
}

/// The form that a path's ending tells, looked for below `.gz` and `.zst`.
fn format_of(path: &Path) -> Option<InputFormat> {
    let ending = path.extension()?.to_str()?;
    match ending {
        "gz" | "zst" => format_of(Path::new(path.file_stem()?)),
        _ => InputFormat::of_ending(ending),
    }
}

fn read_file(file: &Found, format: Option<InputFormat>, sink: &mut Sink<'_>) -> Result<()> {
    let name = file.path.display().to_string();
    let opened = open(&file.path).and_then(|mut reader| {
        let told = format.or_else(|| format_of(&file.path));
        let format = told.map_or_else(|| reader.fill_buf().map(InputFormat::of_head), Ok)?;
        Ok((reader, format))
    });
    match opened {
        Ok((reader, InputFormat::Jsonl)) => read_lines(&name, reader, sink),
        Ok((reader, format)) => match read_articles(file, reader, format) {
            Ok(sources) => sources.into_iter().try_for_each(&mut sink.each),
            Err(why) => {
                (sink.failed)(Error::Input { input: name, why }.into());
                Ok(())
            }
        },
        Err(error) => {
            (sink.failed)(anyhow::Error::from(error).context(name));
            Ok(())
        }
    }
}

/// Opens a file or standard input, unpacking what is packed.
fn open(path: &Path) -> io::Result<Box<dyn BufRead>> {
    let raw: Box<dyn Read> = if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(open_file(path)?) };
    let mut reader = BufReader::new(raw);
    Ok(match reader.fill_buf()? {
        [0x1F, 0x8B, ..] => Box::new(BufReader::new(MultiGzDecoder::new(reader))),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => {
            Box::new(BufReader::new(StreamingDecoder::new(reader).map_err(io::Error::other)?))
        }
        _ => Box::new(reader),
    })
}

#[expect(clippy::disallowed_methods, reason = "cli is where files are opened")]
fn open_file(path: &Path) -> io::Result<File> {
    File::open(path)
}

fn read_articles(file: &Found, reader: Box<dyn BufRead>, format: InputFormat) -> Result<Vec<Source>, String> {
    let mut bytes = Vec::new();
    reader.take(LONGEST + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > LONGEST {
        return Err(too_long());
    }
    let mut sources = read_whole(bytes, format)?;
    if let [only] = &mut sources[..] {
        only.path.clone_from(&file.below);
    }
    Ok(sources)
}

fn too_long() -> String {
    format!(
        "more than {} MiB: no single article is so long; write one article a line (JSON Lines) or a file",
        LONGEST >> 20
    )
}

/// Reads one article a line; a line that is too long is passed over without being held.
fn read_lines(name: &str, mut reader: Box<dyn BufRead>, sink: &mut Sink<'_>) -> Result<()> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        let read = match reader.by_ref().take(LONGEST).read_until(b'\n', &mut line) {
            Ok(read) => read,
            Err(error) => {
                (sink.failed)(Error::Line { input: name.to_owned(), line: number, why: error.to_string() }.into());
                return Ok(());
            }
        };
        if read == 0 {
            return Ok(());
        }
        let cut = read as u64 == LONGEST && line.last() != Some(&b'\n');
        match if cut {
            reader.skip_until(b'\n').map_err(|error| error.to_string()).and_then(|_| Err(too_long()))
        } else {
            read_line(&line)
        } {
            Ok(Some(source)) => (sink.each)(source)?,
            Ok(None) => {}
            Err(why) => (sink.failed)(Error::Line { input: name.to_owned(), line: number, why }.into()),
        }
    }
    Ok(())
}
