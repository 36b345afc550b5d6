//! Round-ups, whose headline dates their entries: "The biggest celebrity splits of 2023".
//!
//! Comes in: a [`Scene`]. Goes out: the date that the headline tells of what it collects, and whether a hit is an
//! entry of it. What an entry tells besides ("they had met in school") is not dated.

use super::Dated;
use super::sentence::{dated, days, in_sentence};
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::Time;
use crate::syntax::{LabelKind, ParagraphKind};

/// What a headline collects, and when all of it happened.
pub(super) struct RoundUp {
    date: Dated,
    what: What,
}

/// What is collected.
#[derive(Clone, Copy)]
enum What {
    Partings,
    Weddings,
    Engagements,
    /// Whatever the entries claim.
    Rumours,
}

impl RoundUp {
    /// The round-up that an article is, if it is one.
    pub(super) fn of(scene: &Scene<'_>) -> Option<Self> {
        let syntax = scene.reading.syntax;
        let headline = syntax.paragraphs.iter().position(|paragraph| paragraph.kind == ParagraphKind::Headline)?;
        let sentences = syntax.paragraphs[headline].sentences.clone();
        let mut times = sentences.flat_map(|sentence| in_sentence(scene, sentence));
        let time = times.find(|time| is_scope(scene, time))?;
        let first = scene.sentence(time.tokens.start).start;
        let what = (first..time.tokens.start).rev().find_map(|token| collected(scene, token))?;
        Some(Self { date: dated(time)?, what })
    }

    /// The date of a hit that is an entry.
    pub(super) fn date(&self, scene: &Scene<'_>, hit: &Hit<'_>, sentence: usize) -> Option<Dated> {
        let fits = match self.what {
            What::Partings => hit.trigger.ended,
            What::Weddings => hit.predicate.name == "married_to" && !hit.trigger.ended,
            What::Engagements => hit.predicate.name == "engaged_to" && !hit.trigger.ended,
            What::Rumours => true,
        };
        (fits && begins_entry(scene, sentence)).then(|| self.date.clone())
    }
}

/// "of 2023", "from this summer": up to a year, behind the noun for what is collected.
fn is_scope(scene: &Scene<'_>, time: &Time) -> bool {
    const YEAR: i32 = 366;
    let before = time.tokens.start.checked_sub(1).map_or("", |at| scene.lemma(at));
    let inside = ["of", "from", "in"].iter().any(|word| scene.is(time.tokens.start, word));
    (inside || matches!(before, "of" | "from" | "in")) && days(time).is_some_and(|days| days < YEAR) && !time.future
}

/// What a plural collects.
fn collected(scene: &Scene<'_>, token: usize) -> Option<What> {
    let what = match scene.lemma(token) {
        "breakup" | "break-up" | "split" | "divorce" | "separation" => What::Partings,
        "wedding" | "marriage" => What::Weddings,
        "engagement" | "proposal" => What::Engagements,
        "rumor" | "rumour" => What::Rumours,
        _ => return None,
    };
    scene.word(token).ends_with('s').then_some(what)
}

/// Whether a sentence is the first of an entry: right under its heading, or behind its number or label.
fn begins_entry(scene: &Scene<'_>, sentence: usize) -> bool {
    let paragraphs = &scene.reading.syntax.paragraphs;
    let own = scene.reading.syntax.sentences[sentence].paragraph;
    let paragraph = &paragraphs[own];
    let label = paragraph.label.as_ref().map(|label| label.kind);
    let numbered = label == Some(LabelKind::Number);
    let under = own > 0 && paragraphs[own - 1].kind == ParagraphKind::Heading;
    let entry = match paragraph.kind {
        ParagraphKind::Body => numbered || under || label == Some(LabelKind::Word),
        ParagraphKind::Heading => numbered,
        _ => false,
    };
    entry && paragraph.sentences.start == sentence
}
