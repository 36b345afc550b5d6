//! Dates in the text, as vague as they were said.
//!
//! Comes in: an article (for its publication date) and its syntax. Goes out: [`Times`]. Nothing is
//! made more precise than it was said; parts that come from context are marked as implied.
//! Durations ("for three years") are no dates.
//!
//! Expressions are first recognised by the parsers of `parse`, one file a kind, then mended by the
//! refiners of `refine`, then placed in the calendar by `resolve`. A new word is a row of
//! `data/calendar`, a new form a parser and a line in the list of `parse`.

mod age;
mod event;
mod lasted;
mod parse;
mod period;
mod publication;
mod refine;
mod resolve;
mod said;
mod scope;
mod story;
mod words;

use std::ops::Range;

pub use age::{Age, When};
pub use lasted::Lasted;

use super::Article;
use crate::lexicon::Lexicon;
use crate::model::{Edtf, Span};
use crate::syntax::Syntax;

/// Which side of a date is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// "In 2016": none.
    #[default]
    At,
    /// "Since 2016": it begins then and goes on.
    Since,
    /// "Until 2016": it ends then.
    Until,
    /// "Before 2016".
    Before,
    /// "After 2016".
    After,
}

/// One date expression.
#[derive(Clone, Debug)]
pub struct Time {
    /// Its words.
    pub span: Span,
    /// The tokens that it touches.
    pub tokens: Range<usize>,
    /// Index of its sentence.
    pub sentence: usize,
    /// What its words say; of "since 2016" the year alone ([`Self::extent`] tells the rest).
    /// `None` where it cannot be resolved.
    pub value: Option<Edtf>,
    /// Whether a part of the value comes from context.
    pub implied: bool,
    /// The rule that read it.
    pub rule: &'static str,
    /// Which side of it is open.
    pub bound: Bound,
    /// Whether its clause looks ahead ("will wed on Friday").
    pub future: bool,
    /// Whether it only describes a noun: "the land case of 2009", "her 1996 hit", "Monday's gala". It
    /// dates that happening, but not what the sentence tells.
    pub modifier: bool,
    /// Whether it heads an entry ("June 2018: ...") or stands alone as a heading, and so dates what
    /// follows: see [`Times::heading_over`].
    pub heading: bool,
    /// Whether it tells when the article was written or appeared, and dates nothing that it tells.
    pub dateline: bool,
}

impl Time {
    /// The stretch of time that it tells with its [`Bound`]: `2016/..` of "since 2016", `../2016`
    /// of "until 2016" and "before 2016". An interval keeps its outer end only.
    pub fn extent(&self) -> Option<Edtf> {
        let value = self.value.as_ref()?;
        let (start, end) = value.as_str().split_once('/').unwrap_or((value.as_str(), value.as_str()));
        match self.bound {
            Bound::At => Some(value.clone()),
            Bound::Since | Bound::After => format!("{start}/..").parse().ok(),
            Bound::Until | Bound::Before => format!("../{end}").parse().ok(),
        }
    }
}

/// All dates of an article.
#[derive(Clone, Debug, Default)]
pub struct Times {
    /// In text order, without overlaps.
    pub expressions: Vec<Time>,
    /// The publication date that the text lets one conclude, where none was given.
    pub inferred_publication: Option<Edtf>,
    /// Durations up to the publication or a date, in text order: "for two months".
    pub lasted: Vec<Lasted>,
    /// Ages of the grown-up, in text order: "at 22".
    pub ages: Vec<Age>,
    /// What stands under a label or heading with a date.
    sections: Vec<scope::Section>,
}

/// Finds the dates of an article.
pub fn find(article: &Article, syntax: &Syntax<'_>, _lexicon: &Lexicon) -> Times {
    let words = words::Words::of(syntax);
    let drafts = refine::all(&words, parse::all(&words));
    let given = article.document.published.clone();
    let dateline = publication::dateline(&words, &drafts);
    let inferred_publication = if given.is_none() { publication::infer(&drafts, dateline) } else { None };
    let published = given.as_ref().or(inferred_publication.as_ref());
    let ages = age::read(&words);
    let mut expressions = story::read(syntax, &words, &drafts, (published, &ages));
    if let Some(dateline) = dateline.filter(|dateline| dateline.is_only_that(given.as_ref())) {
        let time = &mut expressions[dateline.draft];
        (time.dateline, time.modifier, time.heading) = (true, true, false);
    }
    let sections = scope::sections(syntax, &expressions);
    let lasted = lasted::read(&words, &expressions, given.as_ref().and_then(period::Period::of));
    Times { expressions, inferred_publication, lasted, ages, sections }
}
