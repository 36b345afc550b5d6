//! The forms in which articles come, and the bytes of each to [`Source`]s.

use super::{Source, decode, feed, html, jsonl};

/// The form of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputFormat {
    /// Plain text, perhaps with a front matter.
    Text,
    /// A saved web page.
    Html,
    /// An RSS or Atom feed.
    Feed,
    /// JSON Lines: one article a line.
    Jsonl,
}

impl InputFormat {
    /// Every form, by the name used on the command line, with the endings that tell it.
    pub const ALL: [(Self, &'static str, &'static [&'static str]); 4] = [
        (Self::Text, "text", &["txt", "text", "md"]),
        (Self::Html, "html", &["html", "htm", "xhtml"]),
        (Self::Feed, "feed", &["rss", "atom", "xml"]),
        (Self::Jsonl, "jsonl", &["jsonl", "ndjson"]),
    ];

    /// The form that a file's ending (without dot) tells.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        Self::ALL.into_iter().find(|(_, _, endings)| endings.contains(&ending.as_str())).map(|(format, ..)| format)
    }

    /// The form that the first bytes suggest.
    pub fn of_head(head: &[u8]) -> Self {
        let head = String::from_utf8_lossy(&head[..head.len().min(512)]).to_lowercase();
        let head = head.trim_start_matches(['\u{FEFF}', ' ', '\n', '\r', '\t']);
        if ["<rss", "<feed", "<rdf:rdf"].iter().any(|mark| head.starts_with('<') && head.contains(mark)) {
            Self::Feed
        } else if head.starts_with("<!doctype html") || head.starts_with("<html") {
            Self::Html
        } else if head.starts_with('{') && head.contains('"') {
            Self::Jsonl
        } else {
            Self::Text
        }
    }
}

impl std::str::FromStr for InputFormat {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|(_, name, _)| *name == word);
        known.map(|(format, ..)| format).ok_or_else(|| format!("unknown form {word:?}: text, html, feed or jsonl"))
    }
}

/// Reads a whole input that is not JSON Lines: one article, or those of a feed.
///
/// # Errors
/// Says why nothing can be read, and what to do.
pub fn read_whole(bytes: Vec<u8>, format: InputFormat) -> Result<Vec<Source>, String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err("empty: there is no article in it".to_owned());
    }
    if format == InputFormat::Feed {
        return feed::read(&bytes);
    }
    let declared = (format == InputFormat::Html).then(|| html::declared_charset(&bytes)).flatten();
    let decoded = decode::decode(bytes, declared.as_deref())?;
    let mut source = match format {
        InputFormat::Html => html::read(&decoded.text)?,
        _ => Source::text(&decoded.text),
    };
    source.notes.extend(decoded.note);
    Ok(vec![source])
}

/// Reads one line of JSON Lines; `None` for a blank one.
///
/// # Errors
/// Says what is wrong with the line, and where in it.
pub fn read_line(line: &[u8]) -> Result<Option<Source>, String> {
    let line = std::str::from_utf8(line).map_err(|error| {
        format!("not UTF-8 at byte {}: convert it first, for example with iconv", error.valid_up_to())
    })?;
    let line = line.trim_start_matches('\u{FEFF}');
    if line.trim().is_empty() { Ok(None) } else { jsonl::read(line).map(Some) }
}
