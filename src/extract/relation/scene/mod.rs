//! What the frames look at: chunks with the people, venues and events that they speak of.
//!
//! Comes in: a [`Reading`]. Goes out: [`Scene`], which answers "who is the subject of this verb",
//! "who stands behind this preposition", "whom does this noun group mean". It decides no relation.
//! Here stands what is looked up of single words and chunks; `index` builds it, `who` tells whom a
//! stretch of text means, `owners` whom an owner, `together` whom a plural means that coreference left open.

mod index;
mod owners;
mod party;
mod together;
mod who;

pub(super) use party::Party;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use super::Reading;
use super::phrase::Phrases;
use super::setting::Setting;
use crate::extract::coref::ChainId;
use crate::lexicon::Predicates;
use crate::model::{NodeKind, Span};
use crate::syntax::{Chunks, Clause, ClauseKind, NounGroup, NounKind, Tag, VerbGroup};

/// One article, ready for the frames.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) predicates: &'a Predicates,
    /// Of each token its lemma in lower case.
    lemmas: Vec<Cow<'a, str>>,
    /// Of each token the noun group that holds it.
    noun_at: Vec<Option<u32>>,
    /// Of each token the innermost name mention that holds it.
    name_at: Vec<Option<u32>>,
    /// Of each token the pronoun or description that ends with it.
    other_at: Vec<Option<u32>>,
    /// Of each verb group its clause.
    clause_of_verb: Vec<Option<u32>>,
    /// Of each noun group the coordination that it belongs to.
    coordination_of: Vec<Option<u32>>,
    /// Of each noun group those that stand in apposition to it.
    appositions_of: Vec<Vec<u32>>,
    /// Of each noun group the preposition that governs it.
    governor_of: Vec<Option<u32>>,
    /// Of each noun group the prepositions that may hang on it.
    hanging_on: Vec<Vec<u32>>,
    /// Of each verb group the prepositions behind it in its clause.
    behind_verb: Vec<Vec<u32>>,
    /// Of each clause the clauses right inside it.
    children_of: Vec<Vec<u32>>,
    /// The two people whom the article is about, if it is about two.
    pair: Vec<ChainId>,
    /// Of each token its sentence.
    sentence_at: Vec<u32>,
    /// Where each passage is set; found when first asked for.
    setting: OnceCell<Setting>,
    /// The words of predicates; found when first asked for.
    phrases: OnceCell<Phrases<'a>>,
}

impl<'a> Scene<'a> {
    pub(super) fn chunks(&self) -> &'a Chunks {
        &self.reading.syntax.chunks
    }

    /// Where each passage is set.
    pub(super) fn setting(&self) -> &Setting {
        self.setting.get_or_init(|| Setting::of(self))
    }

    /// The words of predicates.
    pub(super) fn phrases(&self) -> &Phrases<'a> {
        self.phrases.get_or_init(|| Phrases::of(self))
    }

    pub(super) fn group(&self, index: usize) -> &'a NounGroup {
        &self.chunks().nouns[index]
    }

    pub(super) fn verb(&self, index: usize) -> &'a VerbGroup {
        &self.chunks().verbs[index]
    }

    pub(super) fn clause(&self, index: usize) -> &'a Clause {
        &self.chunks().clauses[index]
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.reading.syntax.tokens[token].tag
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.reading.syntax.word(token)
    }

    /// The word's lemma, in lower case.
    pub(super) fn lemma(&self, token: usize) -> &str {
        &self.lemmas[token]
    }

    /// Whether a word stands in the plural.
    pub(super) fn is_plural(&self, token: usize) -> bool {
        let word = self.word(token);
        self.tag(token).is_plural() || self.tag(token).is_proper() && word.len() > self.lemmas[token].len()
    }

    /// Whether the token is `word`, by lemma or as written, case aside.
    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.lemma(token) == word || self.word(token).eq_ignore_ascii_case(word)
    }

    pub(super) fn len(&self) -> usize {
        self.reading.syntax.tokens.len()
    }

    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        self.reading.syntax.sentences[self.sentence_at[token] as usize].tokens.clone()
    }

    /// The item of a list that a token stands in, from semicolon to semicolon; elsewhere its sentence.
    pub(super) fn item(&self, token: usize) -> Range<usize> {
        const LONGEST: usize = 64;
        let sentence = self.sentence(token);
        let mark = |&at: &usize| self.word(at) == ";";
        let start = (sentence.start..token).rev().take(LONGEST).find(mark);
        let end = (token..sentence.end).take(LONGEST).find(mark);
        start.map_or(sentence.start, |mark| mark + 1)..end.unwrap_or(sentence.end)
    }

    pub(super) fn sentence_index(&self, token: usize) -> usize {
        self.sentence_at[token] as usize
    }

    pub(super) fn noun_at(&self, token: usize) -> Option<usize> {
        self.noun_at.get(token).copied().flatten().map(|index| index as usize)
    }

    /// The first verb group at or behind a token.
    pub(super) fn first_verb_of(&self, token: usize) -> Option<usize> {
        let verbs = &self.chunks().verbs;
        let at = verbs.partition_point(|verb| verb.tokens.start < token);
        (at < verbs.len()).then_some(at)
    }

    /// The verb group whose last token this is.
    pub(super) fn verb_ending_at(&self, token: usize) -> Option<usize> {
        let verbs = &self.chunks().verbs;
        let at = verbs.partition_point(|verb| verb.tokens.end <= token);
        (at < verbs.len() && verbs[at].tokens.end == token + 1).then_some(at)
    }

    pub(super) fn name_at(&self, token: usize) -> Option<usize> {
        self.name_at.get(token).copied().flatten().map(|index| index as usize)
    }

    pub(super) fn clause_of_verb(&self, verb: usize) -> Option<usize> {
        self.clause_of_verb[verb].map(|index| index as usize)
    }

    pub(super) fn clause_of(&self, token: usize) -> usize {
        self.chunks().clause_of[token] as usize
    }

    pub(super) fn children_of(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        self.children_of[clause].iter().map(|&index| index as usize)
    }

    /// The participles that go on telling what a clause began, in its item of a list: "was seen in Rome, kissing Raul".
    pub(super) fn participles_of(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        let from = self.clause(clause).verb.map_or(0, |verb| self.verb(verb).tokens.start);
        self.children_of(clause).filter(move |&child| {
            let inner = self.clause(child);
            inner.kind == ClauseKind::Participial && self.item(inner.tokens.start).start <= from
        })
    }

    pub(super) fn appositions(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.appositions_of[group].iter().map(|&index| index as usize)
    }

    /// The prepositions that may hang on a noun group.
    pub(super) fn hanging_on(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.hanging_on[group].iter().map(|&index| index as usize)
    }

    /// The prepositions behind a verb group in its clause.
    pub(super) fn behind_verb(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        self.behind_verb[verb].iter().map(|&index| index as usize)
    }

    /// The preposition that governs a noun group, or the coordination that it stands in.
    pub(super) fn governor(&self, group: usize) -> Option<usize> {
        let first = self.coordinated(group).first().copied().unwrap_or(group);
        self.governor_of[group].or(self.governor_of[first]).map(|index| index as usize)
    }

    /// A preposition in lower case; of several words the last.
    pub(super) fn preposition(&self, index: usize) -> &str {
        let tokens = &self.chunks().prepositions[index].tokens;
        self.lemma(tokens.end - 1)
    }

    /// The groups of the coordination that a group stands in; empty where it stands alone.
    pub(super) fn coordinated(&self, group: usize) -> &'a [usize] {
        let list = self.coordination_of[group];
        list.map_or(&[], |list| &self.chunks().coordinations[list as usize].groups)
    }

    /// The name mention that a group is headed by.
    pub(super) fn name_of(&self, group: usize) -> Option<usize> {
        let group = self.group(group);
        // A given name may look like a pronoun: "Her", but "Blanche".
        if matches!(group.kind, NounKind::Pronoun | NounKind::Relative) && self.name_at(group.head).is_none() {
            return None;
        }
        // A date may have been drawn into the group: "Ana Vega last week".
        let last = group.tokens.clone().rev().find(|&token| !self.is_time(token));
        self.name_at(group.head).or_else(|| last.and_then(|token| self.name_at(token)))
    }

    /// Whether a token is no part of a name or of a title; "wedding" is none of "Ana Vega's wedding".
    pub(super) fn is_plain(&self, token: usize) -> bool {
        let event = |mention: usize| {
            let readings = &self.reading.coref.readings[mention];
            readings.first().is_some_and(|one| one.members.iter().all(|&chain| self.kind(chain) == NodeKind::Event))
        };
        let titled = |group: usize| self.group(group).is_titled(token);
        self.name_at(token).is_none_or(event) && !self.noun_at(token).is_some_and(titled)
    }

    /// Whether a token belongs to a date.
    pub(super) fn is_time(&self, token: usize) -> bool {
        let times = &self.reading.times.expressions;
        let at = times.partition_point(|time| time.tokens.end <= token);
        times.get(at).is_some_and(|time| time.tokens.contains(&token))
    }

    /// Where a name would stand that is said to be whom the words before mean: of "(her new man,) believed to be Bo".
    pub(super) fn thought_to_be(&self, end: usize) -> Option<usize> {
        const WORDS: &[&str] = &["believe", "think", "say", "rumor", "rumour", "report", "understand", "suspect"];
        let last = self.sentence(end.checked_sub(1)?).end;
        let at = if end < last && self.word(end) == "," { end + 1 } else { end };
        let told = at + 3 < last && WORDS.contains(&self.lemma(at));
        (told && self.is(at + 1, "to") && self.is(at + 2, "be")).then_some(at + 3)
    }

    /// The group that begins at a token, with all that it owns: of "her sister Cat" the last.
    pub(super) fn whole_group(&self, token: usize) -> Option<usize> {
        let mut group = self.noun_at(token)?;
        while group + 1 < self.chunks().nouns.len() && self.group(group + 1).possessor == Some(group) {
            group += 1;
        }
        Some(group)
    }

    /// The preposition before the relative word of a clause: "with whom", "at which".
    pub(super) fn fronted_relative(&self, clause: usize) -> Option<usize> {
        let marker =
            self.clause(clause).marker.filter(|&marker| self.is(marker, "which") || self.is(marker, "whom"))?;
        let prepositions = &self.chunks().prepositions;
        let at = prepositions.partition_point(|preposition| preposition.tokens.end < marker);
        (at < prepositions.len() && prepositions[at].tokens.end == marker).then_some(at)
    }

    /// The object of a clause: the group behind its verb that no preposition governs.
    pub(super) fn object(&self, clause: usize) -> Option<usize> {
        self.clause(clause).object
    }

    /// Those of the party that are of one of these kinds.
    pub(super) fn only(&self, mut party: Party, kinds: &[NodeKind]) -> Party {
        party.chains.retain(|&chain| kinds.contains(&self.reading.coref.chains[chain].kind));
        party
    }

    /// Those of the party that are people.
    pub(super) fn people(&self, party: Party) -> Party {
        self.only(party, &[NodeKind::Person])
    }

    pub(super) fn kind(&self, chain: ChainId) -> NodeKind {
        self.reading.coref.chains[chain].kind
    }

    /// The bytes from the first to the last of these tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let all = &self.reading.syntax.tokens;
        all[tokens.start].span.join(all[tokens.end - 1].span)
    }
}
