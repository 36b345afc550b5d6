//! Which date governs a sentence that tells none itself.
//!
//! Comes in: the dates of an article. Goes out: the date that the sentences before it in its
//! paragraph leave standing, else that of the label or the heading above it. A date never passes
//! into a link to another story, a byline or a caption, nor out of one.

use std::ops::Range;

use super::{Bound, Time, Times};
use crate::syntax::{ParagraphKind, Syntax};

/// The sentences that stand under a date.
#[derive(Clone, Debug)]
pub(super) struct Section {
    sentences: Range<usize>,
    /// Index of the date.
    time: usize,
}

/// How many sentences a date is carried on.
const CARRIED: usize = 2;

impl Times {
    /// The date that a sentence without one takes from the sentences before it in its paragraph,
    /// or from the label or heading that it stands under; `None` where none governs it.
    ///
    /// ```
    /// use relgraph::extract::{Article, Source, time};
    /// use relgraph::{lexicon::Lexicon, syntax};
    ///
    /// let article = Article::read(&Source::text("June 2018: They dined in Rome. He sang."));
    /// let (lexicon, text) = (Lexicon::shipped(), article.text.as_str());
    /// let syntax = syntax::analyse(text, &lexicon);
    /// let times = time::find(&article, &syntax, &lexicon);
    /// let last = syntax.sentences.len() - 1;
    /// assert_eq!(times.over(&syntax, last).unwrap().value.as_ref().unwrap().as_str(), "2018-06");
    /// ```
    pub fn over(&self, syntax: &Syntax<'_>, sentence: usize) -> Option<&Time> {
        let paragraph = &syntax.paragraphs[syntax.sentences[sentence].paragraph];
        if !is_story(paragraph.kind) {
            return None;
        }
        self.carried(paragraph.sentences.start.max(sentence.saturating_sub(CARRIED))..sentence)
            .or_else(|| self.heading_over(sentence))
    }

    /// The date of the label or heading that a sentence stands under.
    pub fn heading_over(&self, sentence: usize) -> Option<&Time> {
        let index = self.sections.partition_point(|section| section.sentences.end <= sentence);
        let section = self.sections.get(index).filter(|section| section.sentences.contains(&sentence))?;
        Some(&self.expressions[section.time])
    }

    /// The one date of the last dated sentence, where it tells when something took place.
    fn carried(&self, sentences: Range<usize>) -> Option<&Time> {
        let times = self.in_sentences(&sentences);
        let last = times.iter().rfind(|time| time.value.is_some())?.sentence;
        let mut told = times.iter().filter(|time| time.sentence == last && time.value.is_some());
        told.next().filter(|time| told.next().is_none() && is_occasion(time))
    }

    /// The dates of some sentences.
    pub fn in_sentences(&self, sentences: &Range<usize>) -> &[Time] {
        let from = self.expressions.partition_point(|time| time.sentence < sentences.start);
        let to = self.expressions.partition_point(|time| time.sentence < sentences.end);
        &self.expressions[from..to.max(from)]
    }
}

/// Whether a date tells when something took place: not since when, of what kind a noun is, or so
/// vaguely that the next sentence is hardly about the same occasion.
fn is_occasion(time: &Time) -> bool {
    const LONGEST: i32 = 31;
    let days = time.value.as_ref().and_then(|value| Some((value.latest()? - value.earliest()?).get_days()));
    time.bound == Bound::At && !time.future && !time.modifier && days.is_some_and(|days| days < LONGEST)
}

/// The sections of an article, in order.
pub(super) fn sections(syntax: &Syntax<'_>, times: &[Time]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut headings = times.iter().enumerate().filter(|(_, time)| heads(syntax, time)).peekable();
    while let Some((index, time)) = headings.next() {
        let next = headings.peek().map_or(syntax.sentences.len(), |(_, next)| next.sentence);
        let end = section_end(syntax, time, next);
        let from = sections.last().map_or(0, |before| before.sentences.end);
        if from <= time.sentence && time.sentence < end {
            sections.push(Section { sentences: time.sentence..end, time: index });
        }
    }
    sections
}

fn heads(syntax: &Syntax<'_>, time: &Time) -> bool {
    let kind = syntax.paragraphs[syntax.sentences[time.sentence].paragraph].kind;
    time.value.is_some()
        && time.bound == Bound::At
        && !time.dateline
        && (time.heading || kind == ParagraphKind::Heading)
}

/// One past the last sentence under a heading: a label governs its own paragraph, a heading that
/// stands alone everything up to the next heading or the next dated label.
fn section_end(syntax: &Syntax<'_>, time: &Time, next: usize) -> usize {
    let own = syntax.sentences[time.sentence].paragraph;
    let end = syntax.paragraphs[own].sentences.end;
    let words_behind = syntax.sentences[end - 1].tokens.end - time.tokens.end;
    if time.heading && words_behind > 1 && syntax.paragraphs[own].kind == ParagraphKind::Body {
        return end;
    }
    let below = syntax.paragraphs[own + 1..].iter().take_while(|paragraph| paragraph.sentences.start < next);
    let same = below.take_while(|paragraph| paragraph.kind != ParagraphKind::Heading);
    same.last().map_or(end, |last| last.sentences.end.min(next))
}

/// Whether a paragraph tells the story itself.
const fn is_story(kind: ParagraphKind) -> bool {
    matches!(kind, ParagraphKind::Body | ParagraphKind::Heading | ParagraphKind::Headline)
}
