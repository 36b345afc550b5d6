//! Who "I" and "you" are where no quotation marks tell.
//!
//! Comes in: syntax and the chains of names. Goes out: for each paragraph who speaks it: the person
//! of its label ("Vega: I was tired."), and in an interview, whose questions are paragraphs of their
//! own, the one who is interviewed.

use std::ops::Range;

use super::super::mention::Mention;
use super::{ChainId, Coref};
use crate::model::{Form, NodeKind};
use crate::syntax::{LabelKind, Syntax};

/// In how many sentences an article tells that it is an interview.
const OPENING: usize = 8;
/// How many paragraphs must be questions.
const QUESTIONS: usize = 3;

/// Who speaks the paragraphs of an article.
#[derive(Debug, Default)]
pub(super) struct Interview {
    /// For each paragraph the person of its label.
    labels: Vec<Option<ChainId>>,
    /// Who is interviewed.
    interviewee: Option<ChainId>,
}

impl Interview {
    /// Reads labels and questions.
    pub(super) fn of(syntax: &Syntax<'_>, mentions: &[Mention], coref: &Coref) -> Self {
        let person = |at: usize| coref.members(at).first().copied().filter(|&chain| is_person(coref, chain));
        let labels = syntax.paragraphs.iter().map(|paragraph| {
            let label = paragraph.label.as_ref().filter(|label| label.kind == LabelKind::Word)?;
            let first = mentions.partition_point(|mention| mention.tokens.start < label.tokens.start);
            let named = mentions.get(first).filter(|mention| mention.form == Form::Name)?;
            person(first).filter(|_| named.tokens.end + 1 == label.tokens.end)
        });
        let labels = labels.collect();
        let questions = (0..syntax.paragraphs.len()).filter(|&at| is_question(syntax, at)).take(QUESTIONS).count();
        // "Q: …" and "A: …" are an interview even where no word says so.
        let answers = syntax.paragraphs.iter().filter(|one| one.span.of(syntax.text).starts_with("A:")).take(2).count();
        let presented = || (answers == 2).then(|| of_opening(mentions, coref, 0..OPENING)).flatten();
        let asked = questions == QUESTIONS || answers == 2;
        let interviewee = asked.then(|| interviewed(syntax, mentions, coref).or_else(presented)).flatten();
        Self { labels, interviewee }
    }

    /// Who says "I" in a paragraph, outside quotation marks.
    pub(super) fn speaker(&self, syntax: &Syntax<'_>, paragraph: usize) -> Option<ChainId> {
        self.labels[paragraph].or_else(|| self.interviewee.filter(|_| !is_question(syntax, paragraph)))
    }

    /// Who is called "you" there.
    pub(super) fn addressee(&self, syntax: &Syntax<'_>, paragraph: usize) -> Option<ChainId> {
        self.interviewee.filter(|_| self.labels[paragraph].is_none() && is_question(syntax, paragraph))
    }
}

fn is_person(coref: &Coref, chain: ChainId) -> bool {
    coref.chains[chain].kind == NodeKind::Person && coref.chains[chain].makes_node
}

fn is_question(syntax: &Syntax<'_>, paragraph: usize) -> bool {
    let text = syntax.paragraphs[paragraph].span.of(syntax.text);
    text.ends_with('?') || text.starts_with("Q:")
}

/// The person named beside "interview" in the opening; of several the one whom the article names most.
fn interviewed(syntax: &Syntax<'_>, mentions: &[Mention], coref: &Coref) -> Option<ChainId> {
    let opening = syntax.sentences.iter().take(OPENING);
    let (at, _) = opening.enumerate().find(|(_, sentence)| {
        sentence
            .tokens
            .clone()
            .any(|at| syntax.word(at).get(..9).is_some_and(|word| word.eq_ignore_ascii_case("interview")))
    })?;
    of_opening(mentions, coref, at..at + 2)
}

/// Of those named in some sentences the one whom the article names most.
fn of_opening(mentions: &[Mention], coref: &Coref, sentences: Range<usize>) -> Option<ChainId> {
    let named = |chain: ChainId| (0..mentions.len()).filter(|&at| coref.members(at) == [chain]).count();
    let here = (0..mentions.len()).take_while(|&index| mentions[index].sentence < sentences.end);
    let people =
        here.filter(|&index| mentions[index].sentence >= sentences.start && mentions[index].form == Form::Name);
    let mut chains: Vec<ChainId> = people.filter_map(|index| coref.members(index).first().copied()).collect();
    chains.retain(|&chain| is_person(coref, chain));
    chains.sort_unstable();
    chains.dedup();
    chains.into_iter().max_by_key(|&chain| (named(chain), usize::MAX - chain))
}
