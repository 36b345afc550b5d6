//! From an article's bytes to its claims.
//!
//! Comes in: a [`Source`] and a [`Lexicon`]. Goes out: an [`Extraction`]. The stages stand in
//! reading order; each borrows the earlier values and returns a new one, and sees only earlier
//! stages. Nothing here fails, whatever the bytes: what could not be done is a note.

pub mod article;
pub mod mention;
pub mod time;
// Each stage may use only those above it.
pub mod coref;
pub mod relation;

mod assemble;

pub use article::{Article, Source};

use crate::lexicon::Lexicon;
use crate::model::Extraction;
use crate::syntax;

/// Reads one article.
///
/// ```
/// use relgraph::extract::{Source, extract};
/// use relgraph::lexicon::Lexicon;
/// let found = extract(&Source::text("Ana Vega met Raul Ortiz."), &Lexicon::shipped());
/// assert_eq!(found.nodes.len(), 2);
/// ```
pub fn extract(source: &Source, lexicon: &Lexicon) -> Extraction {
    let mut article = Article::read(source);
    if let Some(language) = article.foreign_language() {
        article.notes.push(format!("this text is not English but {language}: nothing was read from it"));
        return Extraction { document: article.document, notes: article.notes, ..Extraction::default() };
    }
    let mut syntax = syntax::analyse(&article.text, lexicon);
    let mentions = mention::find(&article, &syntax, lexicon);
    syntax::lock(&mut syntax, &mention::people(&mentions));
    let times = time::find(&article, &syntax, lexicon);
    let coref = coref::resolve(&article, &syntax, &mentions, lexicon);
    let relations = relation::find(
        &relation::Reading { article: &article, syntax: &syntax, mentions: &mentions, times: &times, coref: &coref },
        lexicon,
    );
    assemble::assemble(&article, &syntax, &mentions, &times, &coref, relations)
}
