//! RSS and Atom feeds to the articles that they carry.

use feed_rs::model::Entry;
use feed_rs::parser;

use super::{Source, html};
use crate::model::PublishedBy;

/// Reads a feed; each entry is an article.
///
/// # Errors
/// Says why, for bytes that are no feed.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Source>, String> {
    // Without its own ids a feed gets random ones, which would differ from run to run.
    let parser = parser::Builder::new().id_generator(|_, _, _| String::new()).build();
    let feed = parser.parse(bytes).map_err(|error| format!("no RSS or Atom feed ({error})"))?;
    let publisher = feed.title.map(|title| title.content);
    Ok(feed.entries.into_iter().map(|entry| article(entry, publisher.clone())).collect())
}

fn article(entry: Entry, publisher: Option<String>) -> Source {
    let body = entry.content.and_then(|content| content.body).or_else(|| entry.summary.map(|summary| summary.content));
    let title = entry.title.map(|title| title.content);
    let published = entry.published.or(entry.updated).and_then(|time| time.date_naive().to_string().parse().ok());
    Source {
        text: html::fragment(&body.unwrap_or_default()),
        id: Some(entry.id).filter(|id| !id.is_empty()),
        url: entry.links.into_iter().next().map(|link| link.href),
        author: entry.authors.into_iter().find_map(|author| author.name),
        published_by: published.as_ref().map(|_| PublishedBy::Found),
        published,
        publisher,
        title,
        ..Source::default()
    }
}
