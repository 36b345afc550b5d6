//! The subject and the object of a verb.
//!
//! Comes in: where a verb stands among the groups of its sentence. Goes out: the noun groups that are
//! its subject and object.

use super::Finder;
use crate::syntax::chunk::groups::saying;
use crate::syntax::chunk::{Clause, ClauseKind, NounKind};
use crate::syntax::{Tag, lists};

impl Finder<'_, '_> {
    /// The subject of a finite verb whose adverbs begin at `before`.
    pub(super) fn subject(&self, before: usize, floor: usize) -> Option<usize> {
        if let Some(group) = self.groups.ending(before).filter(|&group| self.chunks.nouns[group].tokens.start >= floor)
        {
            let out = self.out_of_phrase(group, floor);
            return if self.governed(out, floor) { None } else { Some(out) };
        }
        let last = before.checked_sub(1).filter(|&last| last >= floor.max(self.sentence.start))?;
        if !matches!(self.tag(last), Tag::Comma | Tag::CloseBracket | Tag::CloseQuote | Tag::Colon) {
            return None;
        }
        let opening = (self.sentence.start..last).rev().find(|&token| self.opens_aside(token, last))?;
        let group = self.past_age(self.groups.ending(opening)?)?;
        Some(self.out_of_phrase(group, self.sentence.start))
    }

    /// **Ana** of "“He is my brother,” says Ana": who speaks, behind the verb that follows the speech.
    pub(super) fn inverted(&self, verb: usize, before: usize) -> Option<usize> {
        let quoted = |at: usize| at > self.sentence.start && self.tag(at - 1) == Tag::CloseQuote;
        let verb = &self.chunks.verbs[verb];
        let speech = quoted(before) || quoted(before.saturating_sub(1)) && self.tag(before - 1) == Tag::Comma;
        let group = self.groups.starting(verb.tokens.end).filter(|_| speech && !verb.passive)?;
        saying(self.syntax, verb.head).then(|| self.groups.top(group))
    }

    /// "Ana Vega, 34, the eldest son of …, married": the group before an age between commas.
    fn past_age(&self, group: usize) -> Option<usize> {
        let first = self.groups.first(group);
        let aged = self.chunks.nouns[group].kind == NounKind::Quantity
            && first > self.sentence.start
            && self.tag(first - 1) == Tag::Comma;
        if aged { self.groups.ending(first - 1) } else { Some(group) }
    }

    /// Whether an aside that ends at `last` begins at this comma, dash or bracket.
    fn opens_aside(&self, token: usize, last: usize) -> bool {
        let pairs = match self.tag(last) {
            Tag::CloseBracket => self.tag(token) == Tag::OpenBracket,
            Tag::Colon => self.tag(token) == Tag::Colon,
            _ => self.tag(token) == Tag::Comma,
        };
        pairs && self.groups.ending(token).is_some() && {
            let next = self.tag(token + 1);
            let described = self.groups.starting(token + 1).map(|group| self.groups.top(group));
            matches!(
                next,
                Tag::WP
                    | Tag::WDT
                    | Tag::WPS
                    | Tag::CD
                    | Tag::VBN
                    | Tag::VBG
                    | Tag::IN
                    | Tag::WRB
                    | Tag::RB
                    | Tag::TO
                    | Tag::JJ
            ) || self.tag(last) != Tag::Comma
                || described.is_some_and(|group| {
                    self.chunks.appositions.iter().rev().take(8).any(|pair| pair.described_by == group)
                })
                || described.is_some_and(|group| {
                    self.chunks.nouns[group].kind == NounKind::Common
                        || self.chunks.nouns[group].determiner.is_some()
                        || !self.chunks.nouns[group].roles.is_empty()
                })
        }
    }

    /// Out of the prepositions that hang on the subject: "the mother of Ana" is the mother.
    pub(super) fn out_of_phrase(&self, mut group: usize, floor: usize) -> usize {
        for _ in 0..4 {
            let first = self.groups.first(self.list_head(group));
            let Some(at) = first.checked_sub(1).filter(|&at| at > floor && matches!(self.tag(at), Tag::IN | Tag::TO))
            else {
                break;
            };
            // "sources close to the singer"
            let at = if at > floor + 1 && self.is(at - 1, &["close"]) { at - 1 } else { at };
            match self.groups.ending(at) {
                Some(outer) if !self.subordinates(at) => group = outer,
                _ => break,
            }
        }
        group
    }

    /// Whether a preposition stands before the group, so that it is no subject.
    fn governed(&self, group: usize, floor: usize) -> bool {
        let first = self.groups.first(self.list_head(group));
        first
            .checked_sub(1)
            .filter(|&at| at >= floor)
            .is_some_and(|at| matches!(self.tag(at), Tag::IN | Tag::TO) && !self.subordinates(at))
    }

    /// The first of the coordination that a group ends, else the group.
    pub(super) fn list_head(&self, group: usize) -> usize {
        let lists = self.chunks.coordinations.iter().rev().take_while(|list| list.tokens.end > self.sentence.start);
        lists.into_iter().find(|list| list.groups.contains(&group)).map_or(group, |list| list.groups[0])
    }

    /// The subject that a verb without one resumes: that of the last main clause.
    pub(super) fn resumed(&self, earlier: &[Clause]) -> Option<usize> {
        earlier.iter().rev().find(|clause| clause.kind == ClauseKind::Main).and_then(|clause| clause.subject)
    }

    /// The first group behind the verb that no preposition governs and that is no time.
    pub(super) fn object(&self, found: &[Clause], index: usize) -> Option<usize> {
        let verb = &self.chunks.verbs[found[index].verb?];
        let end = found.get(index + 1).map_or(self.sentence.end, |next| next.tokens.start);
        let mut at = verb.tokens.end;
        while at < end
            && matches!(self.tag(at), Tag::RB | Tag::RP | Tag::OpenQuote | Tag::Colon | Tag::PDT)
            && at < verb.tokens.end + 3
        {
            at += 1;
        }
        // What follows may be the next clause's: "Ana said | Raul left", "Ana knows | who left".
        if at >= end {
            return None;
        }
        let group = self.groups.top(self.groups.starting(at)?);
        let head = self.chunks.nouns[group].head;
        let time = self.is_day(group) || self.is(head, &["times"]);
        (!time && found[index].subject != Some(group)).then_some(group)
    }

    /// Whether a group is headed by a word of the calendar or for a time: "Monday", "last month".
    pub(super) fn is_day(&self, group: usize) -> bool {
        let head = self.syntax.word(self.chunks.nouns[group].head);
        lists::CALENDAR.contains_lower(head) || lists::TIMES.contains_lower(head)
    }
}
