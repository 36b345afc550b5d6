//! Whom a mention of several means in the walk: "they", "the pair", "both", "the two actresses".
//!
//! Comes in: the walk so far. Goes out: the names beside the mention, else the groups in view, weighed
//! against others who may be meant: "fans … they", "the photos … them", "her parents". A role in the
//! plural ("the designers") means a group only where one of them was introduced so.

use super::super::mention::{Case, Gender, Mention, Number};
use super::group::{Ask, Bond, is_couple, is_tie};
use super::setting::Role;
use super::walk::Walk;
use super::{ChainId, Reading, describe};
use crate::model::Form;
use crate::syntax::{self, NounGroup, NounKind, ParagraphKind, Tag};

/// How many tokens around a mention tell of a tie.
const AROUND: usize = 6;
/// How many mentions around one are looked at.
const BESIDE: usize = 6;
/// How many sentences back "the two women" looks.
const LATELY: usize = 3;
/// How much speaks for others where it was told of one who is nobody surely.
const UNSURE: f64 = 0.4;
/// How many noun groups before a mention are looked at.
const BEFORE: usize = 12;

impl Walk<'_> {
    /// A mention of several.
    pub(super) fn group(&mut self, index: usize, size: Option<usize>) {
        let mut named = describe::named(self.syntax, self.mentions, index);
        if named.is_empty() {
            named = self.apposed_to(index);
        }
        let named: Vec<ChainId> = named.into_iter().filter_map(|at| self.joinable(at)).collect();
        if named.len() > 1 && size.is_none_or(|size| size == named.len()) {
            let role = self.syntax.lemma(self.mentions[index].tokens.end - 1).to_lowercase();
            named.iter().for_each(|&chain| self.known.takes(chain, &role));
            if matches!(role.as_str(), "child" | "kid" | "son" | "daughter" | "sibling" | "brother" | "sister" | "twin")
            {
                self.groups.kindred(&named);
            }
            self.coref.readings[index] = vec![Reading { members: named, confidence: 0.9, rule: "apposition" }];
            return;
        }
        let each = self.reciprocal(index);
        if each.len() > 1 {
            self.coref.readings[index] = vec![Reading { members: each, confidence: 0.9, rule: "reciprocal" }];
            return;
        }
        let wed = self.wed.filter(|_| self.mentions[index].span.of(self.syntax.text).ends_with("newlyweds"));
        if let Some(pair) = wed {
            self.coref.readings[index] = vec![Reading { members: pair.to_vec(), confidence: 0.85, rule: "wedding" }];
            return;
        }
        let Some(ask) = self.asked(index, size) else { return };
        let ranked = self.groups.rank(&ask, |members| self.can_be(index, members));
        let rule = if self.mentions[index].form == Form::Pronoun { "they" } else { "group" };
        let reading = |(members, confidence): (Vec<ChainId>, f64)| Reading { members, confidence, rule };
        self.coref.readings[index] = ranked.into_iter().map(reading).collect();
        let members = self.coref.members(index).to_vec();
        if members.len() > 1 {
            let unseen: Vec<ChainId> = members.iter().copied().filter(|chain| !self.here.contains(chain)).collect();
            self.here.extend(unseen);
            self.groups.note(members, ask.sentence, Bond::Meant);
        }
    }

    /// "Each other" means the several who are the subject of its clause.
    fn reciprocal(&self, index: usize) -> Vec<ChainId> {
        let word = self.mentions[index].span.of(self.syntax.text);
        let clause = self.settings[index].clause.map(|clause| self.syntax.clause(clause));
        let each = word.eq_ignore_ascii_case("each other") || word.eq_ignore_ascii_case("one another");
        let Some(subject) = clause.and_then(|clause| clause.subject).filter(|_| each) else { return Vec::new() };
        let alone = [subject];
        let joined = self.coordination.get(&subject).map(|&at| self.syntax.chunks.coordinations[at].groups.as_slice());
        let groups = joined.unwrap_or(&alone).iter().filter_map(|noun| self.of_noun.get(noun));
        groups.flat_map(|&mention| self.coref.members(mention).iter().copied()).collect()
    }

    /// The names before a comma that a description of several stands behind: "Ana and Raul, the main couple,".
    fn apposed_to(&self, index: usize) -> Vec<usize> {
        let mention = &self.mentions[index];
        let group = describe::group(self.syntax, mention).filter(|_| mention.form == Form::Description);
        let start =
            group.map(|group| group.possessor.map_or(group.tokens.start, |owner| self.syntax.noun(owner).tokens.start));
        let Some(comma) = start.and_then(|start| start.checked_sub(1)).filter(|&at| self.syntax.word(at) == ",") else {
            return Vec::new();
        };
        let before = (index.saturating_sub(2)..index).rev().find(|&at| self.mentions[at].tokens.end == comma);
        before.map_or(Vec::new(), |last| self.joined_mentions(last))
    }

    /// What a mention asks for; `None` for those who are others in any case: "180 guests", and "her
    /// parents" where nobody knows who she is.
    fn asked(&self, index: usize, size: Option<usize>) -> Option<Ask> {
        let (mention, setting) = (&self.mentions[index], self.settings[index]);
        let owned = mention.form == Form::Description
            && describe::group(self.syntax, mention).is_some_and(|group| group.possessor.is_some());
        let owner = self.owner(index);
        if owned && owner.is_none() || mention.rule == "role-noun" && !describe::definite(self.syntax, mention) {
            return None;
        }
        let tied = self.tells_of_tie(index);
        let nobody = if tied || size.is_some() { 0.1 } else { 0.25 };
        let mut out: Vec<ChainId> = owner.into_iter().filter(|_| owned).collect();
        out.extend(self.speaker(index));
        out.extend(self.bound(index));
        Some(Ask {
            sentence: setting.sentence,
            size,
            past: describe::is_past(self.syntax, mention),
            couple: mention.form == Form::Description && is_couple(&self.syntax.lemma(mention.tokens.end - 1)),
            tied,
            kin: mention.rule == "role-noun",
            others: nobody + self.rivals(index),
            out,
            here: self.seen_here(index),
            present: self.spoken_of_since(setting.sentence.saturating_sub(1)),
            heading: self.syntax.paragraphs[setting.paragraph].kind == ParagraphKind::Heading,
            leading: self.has_met_leading(),
        })
    }

    /// Whether the two whom the article is about were spoken of so far; nobody means who comes later.
    fn has_met_leading(&self) -> bool {
        let met = |chain: &ChainId| self.view.is_met(*chain) || self.headline.contains(chain);
        self.groups.leading().is_some_and(|pair| pair.iter().all(met))
    }

    /// The people of the sentence so far; for "the two women" the women lately in view.
    fn seen_here(&self, index: usize) -> Vec<ChainId> {
        let mention = &self.mentions[index];
        let mut people = self.here.clone();
        let before = self.syntax.sentences[mention.sentence].tokens.start..mention.tokens.start;
        let counted = matches!(mention.number, Number::Many(Some(_)));
        if people.len() == 1 && counted && before.into_iter().any(|at| self.is_tie_at(at)) {
            people.extend(self.owners.iter().copied().filter(|owner| !self.here.contains(owner)));
        }
        if mention.gender != Gender::Unknown {
            people = self.spoken_of_since(mention.sentence.saturating_sub(LATELY));
            people.retain(|&chain| self.coref.chains[chain].gender == mention.gender);
        }
        people.sort_unstable();
        people
    }

    /// The people who were spoken of in a sentence or since.
    pub(super) fn spoken_of_since(&self, sentence: usize) -> Vec<ChainId> {
        let scene = self.scene();
        let since = |&(chain, last): &(ChainId, usize)| {
            self.settings[last].sentence >= sentence && self.coref.chains[chain].makes_node
        };
        self.view.people(scene).filter(since).map(|(chain, _)| chain).collect()
    }

    /// Whether a group can be what a description calls it: a role that is not counted must be one of
    /// theirs, and none of them of the other gender.
    fn can_be(&self, index: usize, members: &[ChainId]) -> bool {
        let mention = &self.mentions[index];
        if mention.rule != "role-noun" {
            return true;
        }
        let fits = |&chain: &ChainId| self.coref.chains[chain].gender.agrees(mention.gender);
        let role = self.syntax.lemma(mention.tokens.end - 1).to_lowercase();
        let counted = matches!(mention.number, Number::Many(Some(_)));
        let owned = describe::group(self.syntax, mention).is_some_and(|group| group.possessor.is_some());
        let told = match (owned, role.as_str()) {
            (true, "parent") => true,
            (true, _) => members.iter().all(|&chain| self.known.is(chain, &role)),
            (false, _) => counted || is_tie(&role) || members.iter().any(|&chain| self.known.is(chain, &role)),
        };
        members.iter().all(fits) && told
    }

    /// Whether what is said of a mention is said of two who have a tie: "they divorced", "their
    /// wedding", "the newlyweds".
    pub(super) fn tells_of_tie(&self, index: usize) -> bool {
        let mention = &self.mentions[index];
        let sentence = &self.syntax.sentences[mention.sentence].tokens;
        let case = self.pronoun_at(index).map(|pronoun| pronoun.case);
        let around = match case {
            Some(Case::Object | Case::Reflexive) => mention.tokens.start.saturating_sub(AROUND)..mention.tokens.start,
            Some(Case::Possessive) => mention.tokens.end..mention.tokens.end + AROUND / 2,
            Some(_) => mention.tokens.end..mention.tokens.end + AROUND,
            None => mention.tokens.start.saturating_sub(AROUND)..mention.tokens.end + AROUND,
        };
        let mut inside = around.start.max(sentence.start)..around.end.min(sentence.end);
        inside.any(|at| self.is_tie_at(at))
    }

    pub(super) fn is_tie_at(&self, at: usize) -> bool {
        let tag = self.syntax.tokens[at].tag;
        (tag.is_noun() || tag.is_verb() || tag.is_adjective() || tag == Tag::RB) && is_tie(&self.syntax.lemma(at))
    }

    /// Who stands in the clause of a mention as something else than it: the Vega of "Vega introduced
    /// them", and what a possessive owns: the daughter Pia of "their daughter Pia".
    fn bound(&self, index: usize) -> Vec<ChainId> {
        let near = index.saturating_sub(BESIDE)..self.mentions.len().min(index + BESIDE);
        let other = near.filter(|&at| at != index && self.mentions[at].sentence == self.mentions[index].sentence);
        let bound = other.filter(|&at| self.acts_on(at, index) || at > index && self.owns(index, at));
        bound.filter_map(|at| self.coref.members(at).first().copied()).collect()
    }

    /// Whether a mention is the subject of the clause whose object a pronoun is, or the other way round.
    fn acts_on(&self, one: usize, pronoun: usize) -> bool {
        let case = self.pronoun_at(pronoun).map(|pronoun| pronoun.case);
        if self.mentions[one].number != Number::One {
            return false;
        }
        let Some(clause) = self.settings[pronoun].clause.map(|clause| self.syntax.clause(clause)) else { return false };
        let (one, own) = (self.settings[one].noun, self.settings[pronoun].noun);
        let role = self.settings[pronoun].role;
        match case {
            Some(Case::Object) => one == clause.subject && (clause.object == own || role == Role::Oblique),
            Some(Case::Subject) => one == clause.object && clause.subject == own,
            _ => false,
        }
    }

    /// How much speaks for others: what stands in the plural before a mention, and a "they" of the
    /// same sentence that means nobody known.
    fn rivals(&self, index: usize) -> f64 {
        let mention = &self.mentions[index];
        let before = index.checked_sub(1).map(|at| &self.mentions[at]);
        let unknown = |other: &Mention| {
            other.sentence == mention.sentence && other.form == Form::Pronoun && other.number == mention.number
        };
        let vague = before.is_some_and(unknown) && self.coref.members(index - 1).is_empty();
        let group = self.syntax.chunks.nouns.partition_point(|group| group.tokens.start < mention.tokens.start);
        let things = if mention.form == Form::Pronoun { self.things_before(index, group) } else { 0.0 };
        things + if vague { 0.5 } else { 0.0 } + if self.tells_of_somebody_unsure(index) { UNSURE } else { 0.0 }
    }

    /// Whether "he" or "she", of whom it was just told, is nobody surely: the two may be that one and another.
    fn tells_of_somebody_unsure(&self, index: usize) -> bool {
        let sentence = self.mentions[index].sentence;
        let near = (index.saturating_sub(BESIDE)..index).filter(|&at| self.mentions[at].sentence + 1 >= sentence);
        let one = |at: &usize| {
            let mention = &self.mentions[*at];
            mention.form == Form::Pronoun && mention.number == Number::One && self.settings[*at].role == Role::Subject
        };
        let told = self.here.len() < 2;
        told && near
            .filter(one)
            .any(|at| self.mentions[at].gender != Gender::Unknown && self.coref.members(at).is_empty())
    }

    /// How much the last noun group in the plural speaks for itself: more for people than for things,
    /// more in the pronoun's own sentence than in the one before.
    fn things_before(&self, index: usize, group: usize) -> f64 {
        let mention = &self.mentions[index];
        let nouns = &self.syntax.chunks.nouns[group.saturating_sub(BEFORE)..group];
        let rival = |noun: &&NounGroup| {
            noun.kind == NounKind::Common && noun.number == syntax::Number::Plural && !self.means_somebody(noun.head)
        };
        let Some(noun) = nouns.iter().rev().find(rival) else { return 0.0 };
        let people = crate::lexicon::names::role(&self.syntax.word(noun.head).to_lowercase()).is_some();
        let behind = mention.sentence - self.syntax.sentence_of(noun.head).min(mention.sentence);
        let base = [0.35, 0.12].get(behind).copied().unwrap_or(0.0);
        base * if people { 2.0 } else { 1.0 }
    }

    /// Whether a mention of people known ends at a token.
    fn means_somebody(&self, token: usize) -> bool {
        let at = self.mentions.partition_point(|mention| mention.tokens.end <= token);
        self.mentions.get(at).is_some_and(|mention| mention.tokens.contains(&token))
            && !self.coref.members(at).is_empty()
    }
}
