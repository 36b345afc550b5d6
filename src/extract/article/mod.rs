//! Bytes and fields to an article: its text, and what it tells of itself.
//!
//! Comes in: a [`Source`]. Goes out: an [`Article`] with decoded text and its [`Document`]. Never
//! looks at what the article says of anybody.

use crate::model::{Document, Edtf, PublishedBy, content_hash};

/// An article as it was handed in, with whatever the caller knows of it.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub text: String,
    /// The input's own id.
    pub id: Option<String>,
    /// Its path below the folder that was named.
    pub path: Option<String>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub published: Option<Edtf>,
}

impl Source {
    /// A bare text of which nothing else is known.
    pub fn text(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }
}

/// An article, ready to be read.
#[derive(Clone, Debug)]
pub struct Article {
    pub document: Document,
    /// Every offset of later stages counts in this text.
    pub text: String,
    pub notes: Vec<String>,
}

impl Article {
    /// The article of a source.
    pub fn read(source: &Source) -> Self {
        let keys = [&source.id, &source.url, &source.path];
        let id = keys.into_iter().flatten().next().cloned().unwrap_or_else(|| content_hash(&[&source.text]));
        let document = Document {
            id,
            title: source.title.clone(),
            url: source.url.clone(),
            publisher: source.publisher.clone(),
            author: source.author.clone(),
            published: source.published.clone(),
            published_by: source.published.as_ref().map(|_| PublishedBy::Given),
        };
        Self { document, text: source.text.clone(), notes: Vec::new() }
    }
}
