//! Who "I" and "you" are where no quotation marks tell.
//!
//! Comes in: syntax and the chains of names. Goes out: for each paragraph who speaks it: the person
//! of its label ("Vega: I was tired."), and in an interview, whose questions are paragraphs of their
//! own, the one who is interviewed.

use std::ops::Range;

use super::super::mention::Mention;
use super::{ChainId, Coref};
use crate::model::{Form, NodeKind};
use crate::syntax::{LabelKind, ParagraphKind, Syntax};

/// In how many sentences an article tells that it is an interview.
const OPENING: usize = 8;
/// How many paragraphs must be questions, and how many of them must have an answer where no word says that it is one.
const QUESTIONS: usize = 3;
const EXCHANGES: usize = 2;

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
        let exchanges = (1..syntax.paragraphs.len()).filter(|&at| is_answer(syntax, at)).take(EXCHANGES).count();
        let told = answers == 2 || exchanges == EXCHANGES;
        // Who is only spoken of in the answers is not who gives them.
        let first = (0..syntax.paragraphs.len()).find(|&at| is_question(syntax, at)).unwrap_or_default();
        let opening = 0..syntax.paragraphs.get(first).map_or(0, |one| one.sentences.start.min(OPENING));
        let presented = || {
            let all = of_title(syntax, mentions, coref).or_else(|| of_opening(mentions, coref, opening));
            all.filter(|_| told)
        };
        let asked = questions == QUESTIONS || told;
        let interviewee = asked.then(|| interviewed(syntax, mentions, coref).or_else(presented)).flatten();
        Self { labels, interviewee }
    }

    /// Names the speaker of each answer that is a quotation of its own: the first mention of who is interviewed.
    pub(super) fn answer(
        &self,
        syntax: &Syntax<'_>,
        mentions: &[Mention],
        coref: &Coref,
        speakers: &mut [Option<usize>],
    ) {
        let Some(chain) = self.interviewee else { return };
        let named = |&at: &usize| mentions[at].form == Form::Name && coref.members(at) == [chain];
        let Some(first) = (0..mentions.len()).find(named) else { return };
        for (at, speaker) in speakers.iter_mut().enumerate().filter(|(_, speaker)| speaker.is_none()) {
            let quotation = syntax.quotation(at);
            let opens = quotation.tokens.start;
            let paragraph = opens.checked_sub(1).map(|open| syntax.paragraph_of(open));
            let whole = paragraph.filter(|&paragraph| {
                syntax.paragraphs[paragraph].span.start == quotation.span.start && is_answer(syntax, paragraph)
            });
            *speaker = whole.filter(|_| quotation.speech).map(|_| first);
        }
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
    let bold = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    bold.is_some_and(|text| text.ends_with(['?', '.', '…', '!']))
        || text.trim_end_matches(['*', '_']).ends_with('?')
        || text.starts_with("Q:")
}

/// Whether a paragraph answers the one before it: "I was tired."
fn is_answer(syntax: &Syntax<'_>, paragraph: usize) -> bool {
    let text = syntax.paragraphs[paragraph].span.of(syntax.text);
    let asked = paragraph > 0 && is_question(syntax, paragraph - 1) && !is_question(syntax, paragraph);
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    asked && (text.starts_with(['"', '“', '«', '„', '‘']) || words.any(|word| matches!(word, "I" | "my" | "My" | "me")))
}

/// The only person whom the title names.
fn of_title(syntax: &Syntax<'_>, mentions: &[Mention], coref: &Coref) -> Option<ChainId> {
    let kind = |mention: &Mention| syntax.paragraphs[syntax.sentences[mention.sentence].paragraph].kind;
    let title = mentions.iter().enumerate().take_while(|(_, mention)| kind(mention) == ParagraphKind::Headline);
    let people = title.filter_map(|(at, _)| coref.members(at).first().copied()).filter(|&one| is_person(coref, one));
    let mut people: Vec<ChainId> = people.collect();
    people.dedup();
    <[ChainId; 1]>::try_from(people).ok().map(|[one]| one)
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
