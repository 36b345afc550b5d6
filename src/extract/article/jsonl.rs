//! One line of JSON Lines to an article.

use serde::Deserialize;

use super::Source;
use crate::model::Edtf;

/// The fields of a line; unknown ones are passed over.
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

/// Reads one line.
///
/// # Errors
/// Says what is wrong with the line, and where in it.
pub(super) fn read(line: &str) -> Result<Source, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| {
        format!("{error}; a line is one object like {{\"id\": \"1\", \"text\": \"…\", \"published\": \"2018-05-04\"}}")
    })?;
    Ok(Source {
        text: line.text,
        id: line.id.filter(|id| !id.is_empty()),
        title: line.title,
        url: line.url,
        publisher: line.publisher,
        author: line.author,
        published: line.published,
        counts_in_text: true,
        ..Source::default()
    })
}
