//! Who speaks each quotation.
//!
//! Comes in: syntax and mentions. Goes out: for each quotation the mention that speaks it. Read from
//! the words beside it ("…," says X; X told People: "…"; X: …), else from the speech before it in
//! the same paragraph, or the one that was left open at the end of the paragraph before. Who that
//! mention is, others tell.

use super::super::mention::{Mention, Person, Pronoun};
use super::setting::Setting;
use crate::model::{Form, NodeKind};
use crate::syntax::{LabelKind, Quotation, Syntax, Tag, is_saying};

/// How many tokens away from its quotation a speaker may stand.
const NEAR: usize = 14;

/// The mention that speaks each quotation of a text.
pub(super) fn speakers(syntax: &Syntax<'_>, mentions: &[Mention], settings: &[Setting]) -> Vec<Option<usize>> {
    let mut speakers: Vec<Option<usize>> = Vec::new();
    let mut before: Option<usize> = None;
    for quotation in &syntax.chunks.quotations {
        let beside = || {
            let beside = Beside { syntax, mentions, settings, quotation };
            beside.behind().or_else(|| beside.ahead()).or_else(|| beside.label())
        };
        let speaker = if quotation.nested || !quotation.speech || quotation.tokens.is_empty() {
            None
        } else {
            beside().or_else(|| carried_on(syntax, before.map(|at| (at, speakers[at])), quotation))
        };
        if speaker.is_some() {
            before = Some(speakers.len());
        }
        speakers.push(speaker);
    }
    speakers
}

/// The speaker of the speech before, where this one goes on with it.
fn carried_on(syntax: &Syntax<'_>, before: Option<(usize, Option<usize>)>, quotation: &Quotation) -> Option<usize> {
    let (at, speaker) = before?;
    let earlier = syntax.quotation(at);
    let (last, first) = (earlier.tokens.end.checked_sub(1)?, quotation.tokens.start);
    let (from, to) = (syntax.paragraph_of(last), syntax.paragraph_of(first));
    let goes_on = if earlier.closed { from == to } else { from + 1 == to };
    speaker.filter(|_| goes_on)
}

/// A quotation and what stands around it.
struct Beside<'a> {
    syntax: &'a Syntax<'a>,
    mentions: &'a [Mention],
    settings: &'a [Setting],
    quotation: &'a Quotation,
}

impl Beside<'_> {
    /// `"…," says X` and `"…," X told People`, in the sentence that the quotation ends in or the
    /// fragment behind it.
    fn behind(&self) -> Option<usize> {
        let close = self.quotation.tokens.end;
        let sentence = self.syntax.sentences.get(self.syntax.sentence_of(close.min(self.syntax.tokens.len() - 1)))?;
        let end = sentence.tokens.end.min(close + NEAR);
        let verb = (close..end).find(|&at| self.says(at))?;
        let between = || (close + 1..verb).all(|at| self.syntax.tokens[at].tag != Tag::OpenQuote);
        let subject = self.within(close..verb).last();
        between().then(|| subject.or_else(|| self.within(verb + 1..(verb + 6).min(end)).next())).flatten()
    }

    /// `X told People: "…"` and `"…" she said. "…"`, in the sentence that the quotation begins in.
    fn ahead(&self) -> Option<usize> {
        let open = self.quotation.tokens.start - 1;
        let sentence = &self.syntax.sentences[self.syntax.sentence_of(open)];
        let start = sentence.tokens.start.max(open.saturating_sub(2 * NEAR));
        let verb = (start..open).rev().find(|&at| self.says(at))?;
        self.within(start..verb).last().or_else(|| self.within(verb + 1..open).next())
    }

    /// `X: …` at the head of the paragraph.
    fn label(&self) -> Option<usize> {
        let paragraph = &self.syntax.paragraphs[self.syntax.paragraph_of(self.quotation.tokens.start)];
        let label = paragraph.label.as_ref().filter(|label| label.kind == LabelKind::Word)?;
        self.within(label.tokens.clone()).next()
    }

    fn says(&self, token: usize) -> bool {
        let tag = self.syntax.tokens[token].tag;
        (tag.is_verb() || tag == Tag::NN || tag == Tag::NNS) && is_saying(self.syntax.word(token))
    }

    /// The mentions of people within a run of tokens who can speak: not in speech themselves, not
    /// owners, not "me".
    fn within(&self, tokens: std::ops::Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let first = self.mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        let last = self.mentions.partition_point(|mention| mention.tokens.start < tokens.end).max(first);
        (first..last).filter(|&at| self.can_speak(at))
    }

    fn can_speak(&self, mention: usize) -> bool {
        let entry = &self.mentions[mention];
        let third = entry.form != Form::Pronoun
            || Pronoun::of(entry.span.of(self.syntax.text)).is_some_and(|pronoun| pronoun.person == Person::Third);
        let place = matches!(entry.kind, Some(NodeKind::Venue | NodeKind::Event));
        let owner = self.settings[mention].role == super::setting::Role::Owner;
        third && !place && !owner && self.settings[mention].speech.is_none()
    }
}
