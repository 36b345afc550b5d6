//! Bytes and fields to an article: its text, and what it tells of itself.
//!
//! Comes in: a [`Source`]. Goes out: an [`Article`] with its text and its [`Document`]. Never looks
//! at what the article says of anybody.

mod decode;
mod feed;
mod front_matter;
mod headline;
mod html;
mod input;
mod jsonl;
mod language;

pub use input::{InputFormat, read_line, read_whole};

use crate::model::{Document, Edtf, PublishedBy, content_hash};

/// An article as it was handed in, with whatever the caller knows of it.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The text, with its front matter if it has one.
    pub text: String,
    /// The input's own id.
    pub id: Option<String>,
    /// Its path below the folder that was named, or that it stands in.
    pub path: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The canonical URL.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// How the publication date came to be known; `Given` where this is `None`.
    pub published_by: Option<PublishedBy>,
    /// Whether the caller counts offsets in `text` as it is given, so that a headline which is not
    /// part of it is read but not counted (a line of JSON Lines, as the contract says).
    pub counts_in_text: bool,
    /// What could not be done so far, in plain words.
    pub notes: Vec<String>,
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
    /// What the article tells of itself.
    pub document: Document,
    /// The headline and the text, without front matter; every offset of later stages counts in it.
    pub text: String,
    /// How many bytes at the head of `text` the caller does not count: a headline that stands only
    /// in the `title` of a line of JSON Lines.
    pub uncounted: usize,
    /// What could not be done with it, in plain words.
    pub notes: Vec<String>,
}

impl Article {
    /// The article of a source. What the caller gives goes before what the front matter tells.
    ///
    /// ```
    /// use relgraph::extract::{Article, Source};
    /// let article = Article::read(&Source::text("---\ntitle: Two met\npublished: 2018-05\n---\nAna met Raul."));
    /// assert_eq!(article.text, "Two met\n\nAna met Raul.");
    /// assert_eq!(article.document.title.as_deref(), Some("Two met"));
    /// ```
    pub fn read(source: &Source) -> Self {
        let head = front_matter::split(&source.text);
        let mut article = Self {
            document: Document::default(),
            text: head.body.to_owned(),
            uncounted: 0,
            notes: source.notes.clone(),
        };
        let field = |key: &str| head.fields.iter().find(|(name, _)| name == key).map(|(_, value)| (*value).to_owned());
        let given =
            |value: &Option<String>, key: &str| value.clone().or_else(|| field(key)).filter(|value| !value.is_empty());
        let url = given(&source.url, "url");
        let keys = [given(&source.id, "id"), url.clone(), source.path.clone()];
        article.document = Document {
            id: keys.into_iter().flatten().next().unwrap_or_else(|| content_hash(&[&source.text])),
            title: given(&source.title, "title"),
            url,
            publisher: given(&source.publisher, "publisher"),
            author: given(&source.author, "author"),
            ..Document::default()
        };
        let told = source.published.clone().or_else(|| article.date(field("published").as_deref()));
        article.document.published_by = told.as_ref().map(|_| source.published_by.unwrap_or(PublishedBy::Given));
        article.document.published = told;
        article.set_headline(source.counts_in_text);
        article
            .notes
            .extend(head.unread.iter().map(|line| format!("line {line} of the front matter is no `key: value`")));
        article
    }

    /// The name of the article's language, where that is surely not English.
    pub fn foreign_language(&self) -> Option<&'static str> {
        language::foreign(&self.text)
    }

    /// Puts the title above the text: it is part of what an article says, and often the only place
    /// that has the names in full.
    fn set_headline(&mut self, uncounted: bool) {
        let with = headline::above(self.document.title.as_deref(), &self.text);
        self.uncounted = if uncounted { with.len() - self.text.len() } else { 0 };
        self.text = with.into_owned();
    }

    /// The date of the front matter; one that is none becomes a note.
    fn date(&mut self, told: Option<&str>) -> Option<Edtf> {
        let told = told.filter(|told| !told.is_empty())?;
        told.parse().map_err(|error| self.notes.push(format!("front matter, published: {error}"))).ok()
    }
}
