//! What opens a sentence and is said of its subject: "The son of a preacher, he …", "Born in Leeds, she …".
//!
//! Comes in: a mention. Goes out: whether such an opening stands before it, or which subject one is said
//! of. Who is named in an opening is another than the subject: of "A friend of Raul, he …" Raul is not "he".

use std::ops::Range;

use super::setting::Role;
use super::walk::Walk;
use super::{ChainId, describe};
use crate::extract::mention::Number;
use crate::model::{Form, NodeKind};
use crate::syntax::{NounKind, Tag, VerbForm};

/// How many tokens an opening has at most.
const LENGTH: usize = 40;
/// How many mentions.
const MENTIONS: usize = 12;

impl Walk<'_> {
    /// The mentions of the opening right before a subject; none where there is no opening.
    pub(super) fn opening(&self, subject: usize) -> Range<usize> {
        let (mention, setting) = (&self.mentions[subject], self.settings[subject]);
        let sentence = self.syntax.sentences[setting.sentence].tokens.start;
        let start = setting.noun.map_or(mention.tokens.start, |noun| self.syntax.noun(noun).tokens.start);
        let comma = start.checked_sub(1).filter(|&at| at > sentence && self.syntax.word(at) == ",");
        let opening = comma.map(|comma| self.first_word(sentence)..comma).filter(|words| words.len() <= LENGTH);
        let said = |words: &Range<usize>| {
            setting.role == Role::Subject && mention.number == Number::One && self.is_said_of_subject(words)
        };
        let Some(words) = opening.filter(said) else { return subject..subject };
        let earliest = subject.saturating_sub(MENTIONS);
        let first = (earliest..subject).find(|&at| self.mentions[at].tokens.start >= words.start);
        first.unwrap_or(subject)..subject
    }

    /// The first word behind "As", "Once", "Now" and the like.
    fn first_word(&self, sentence: usize) -> usize {
        let adverb = self.syntax.tokens[sentence].tag == Tag::RB || self.syntax.word(sentence) == "As";
        sentence + usize::from(adverb)
    }

    /// Whether words are a description or a participle with what hangs on it, without a verb of their own.
    fn is_said_of_subject(&self, words: &Range<usize>) -> bool {
        let syntax = self.syntax;
        let described = syntax.noun_of(words.start).map(|noun| syntax.noun(noun)).is_some_and(|noun| {
            noun.kind == NounKind::Common && noun.tokens.start == words.start && !noun.roles.is_empty()
        });
        let participle = matches!(syntax.tokens[words.start].tag, Tag::VBN | Tag::VBG | Tag::VBD);
        let mut verbs = syntax.verbs_in(words).map(|verb| syntax.verb(verb));
        let finite = verbs.any(|verb| verb.form == VerbForm::Finite && verb.tokens.start > words.start);
        (described || participle) && !finite
    }

    /// The subject that a description in an opening is said of.
    pub(super) fn fronted(&self, index: usize) -> Option<usize> {
        let mention = &self.mentions[index];
        let start = mention.tokens.start;
        let first = self.first_word(self.syntax.sentences[mention.sentence].tokens.start);
        let group = describe::group(self.syntax, mention)?;
        let said = start == first || self.syntax.word(start - 1) == "," && !self.ends_before(index, start - 1);
        if group.possessor.is_some() || self.settings[index].role == Role::Owner || !said {
            return None;
        }
        let behind = index + 1..self.mentions.len().min(index + MENTIONS);
        let mut behind = behind.take_while(|&at| self.mentions[at].sentence == mention.sentence);
        let subject = behind.find(|&at| self.opening(at).contains(&index))?;
        (self.mentions[subject].form != Form::Description).then_some(subject)
    }

    /// Whether the mention before another is a person's and ends at a token.
    fn ends_before(&self, index: usize, token: usize) -> bool {
        let before = index.checked_sub(1).map(|before| &self.mentions[before]);
        before.is_some_and(|before| before.tokens.end == token && before.kind == Some(NodeKind::Person))
    }

    /// Who is named in the opening before a subject, but by a name that it has ("Born Ana Roe, she").
    pub(super) fn others_in_opening(&self, subject: usize) -> Vec<ChainId> {
        let own = |at: usize| {
            let before = self.mentions[at].tokens.start.checked_sub(1);
            before.is_some_and(|word| matches!(self.syntax.word(word), "Born" | "born" | "as" | "named" | "called"))
        };
        let others = self.opening(subject).filter(|&at| self.mentions[at].form != Form::Pronoun && !own(at));
        others.flat_map(|at| self.coref.members(at).iter().copied()).collect()
    }
}
