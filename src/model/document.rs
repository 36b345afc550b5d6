//! The source of a claim: one article and what it tells of itself.

use serde::{Deserialize, Serialize};

use super::Edtf;

/// How the publication date came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedBy {
    /// Told by the caller, the front matter or a field of the input.
    Given,
    /// Read from the page.
    Found,
    /// Concluded from dates in the text.
    Inferred,
}

/// One article as a source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The document's key: its given id, else its canonical URL, else its path below the folder
    /// that was named (of a file named itself, its name), else the hash of its content.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// Where it was published: the canonical URL.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// When it was published.
    pub published: Option<Edtf>,
    /// How that date came to be known.
    pub published_by: Option<PublishedBy>,
}
