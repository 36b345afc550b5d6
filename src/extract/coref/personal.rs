//! Whom "he", "she", "I" and "you" mean.
//!
//! Comes in: the walk so far. Goes out: for a pronoun of the third person its candidates, weighed; for
//! one of the first or second the speaker of the words around it, or who is asked.

use super::super::mention::{Case, Gender, Person, Pronoun};
use super::description::FRONTED;
use super::interview::Interview;
use super::view::Question;
use super::walk::{Observer, Walk};
use super::weigh::Features;
use super::{ChainId, Reading};
use crate::model::Form;
use crate::syntax::Tag;

/// How sure it is that "he" is the man of the pair just meant, and how many mentions before are looked at.
const PAIRED: f64 = 0.85;
const PAIR_REACH: usize = 6;

impl Walk<'_> {
    /// A pronoun of the third person; the first waits until speakers are known.
    pub(super) fn pronoun(&mut self, index: usize, observer: Observer<'_>) {
        let Some(pronoun) = self.pronoun_at(index).filter(|pronoun| pronoun.person == Person::Third) else { return };
        if pronoun.plural {
            return self.group(index, None);
        }
        let speaker = self.speaker(index);
        let ahead = self.ahead(index);
        let scene = self.scene();
        let out = self.others_in_opening(index);
        let question = Question { mention: index, pronoun, speaker, ahead: &ahead, out: &out };
        let mut candidates: Vec<(Option<ChainId>, Features)> = self
            .view
            .candidates(question, scene)
            .into_iter()
            .map(|(chain, features)| (Some(chain), features))
            .collect();
        candidates.push((None, Features::nobody()));
        observer(index, &candidates);
        let chances = self.weights.probabilities(candidates.iter().map(|(_, features)| features));
        let reading = |((chain, _), confidence): (&(Option<ChainId>, Features), f64)| {
            chain.map(|chain| Reading { members: vec![chain], confidence, rule: "pronoun" })
        };
        if let Some(one) = self.one_of_the_pair(index, pronoun.gender) {
            self.read(index, one, PAIRED, "pair-member");
            return;
        }
        let mut readings: Vec<Reading> = candidates.iter().zip(chances).filter_map(reading).collect();
        readings.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        self.coref.readings[index] = readings;
        self.describe_opening(index);
    }

    /// Max of "Ana is dating Max. The pair dined, and he paid": of two just meant together in a sentence the only
    /// one of a gender, where nobody else of it was told of since.
    fn one_of_the_pair(&self, index: usize, gender: Gender) -> Option<ChainId> {
        let sentence = self.mentions[index].sentence;
        let here = (0..index).rev().take(PAIR_REACH).take_while(|&at| self.mentions[at].sentence == sentence);
        let of = |chain: ChainId| self.coref.chains[chain].gender;
        for at in here.filter(|_| gender != Gender::Unknown) {
            match *self.coref.members(at) {
                [] => {}
                [one] if of(one).agrees(gender) => return None,
                [_] => {}
                [one, other] if of(one) == gender && !of(other).agrees(gender) => return Some(one),
                [one, other] if of(other) == gender && !of(one).agrees(gender) => return Some(other),
                _ => return None,
            }
        }
        None
    }

    /// The descriptions that open a pronoun's sentence mean whom it means: "The son of a preacher, he …".
    fn describe_opening(&mut self, index: usize) {
        let &[chain] = self.coref.members(index) else { return };
        let open = |at: &usize| self.mentions[*at].form == Form::Description && self.fronted(*at) == Some(index);
        let fronted: Vec<usize> = self.opening(index).filter(open).collect();
        for at in fronted {
            self.read(at, chain, 0.9, FRONTED);
            let role = self.syntax.lemma(self.mentions[at].tokens.end - 1).to_lowercase();
            self.known.takes(chain, &role);
        }
    }

    /// Who speaks the words around a mention.
    pub(super) fn speaker(&self, index: usize) -> Option<ChainId> {
        let speech = self.settings[index].speech.and_then(|speech| self.speakers[speech])?;
        self.coref.members(speech).first().copied()
    }

    /// Its pronoun, "her" told apart by its tag.
    pub(super) fn pronoun_at(&self, index: usize) -> Option<Pronoun> {
        let mention = &self.mentions[index];
        let pronoun = Pronoun::of(mention.span.of(self.syntax.text))?;
        let case = match (pronoun.case, self.syntax.tokens[mention.tokens.start].tag) {
            (Case::Any, Tag::PRPS) => Case::Possessive,
            (Case::Any, _) if pronoun.person == Person::Third => Case::Object,
            (case, _) => case,
        };
        Some(Pronoun { case, ..pronoun })
    }

    /// "I" and "my" are the speaker of the words around them, "you" in an interview who is asked.
    pub(super) fn speaker_of_first_person(&mut self, index: usize, interview: &Interview) {
        if self.mentions[index].form != Form::Pronoun {
            return;
        }
        let setting = self.settings[index];
        let meant = match self.pronoun_at(index) {
            Some(Pronoun { person: Person::First, plural: false, .. }) if setting.speech.is_some() => {
                self.speaker(index).map(|chain| (chain, 0.9))
            }
            Some(Pronoun { person: Person::First, plural: false, .. }) => {
                interview.speaker(self.syntax, setting.paragraph).map(|chain| (chain, 0.85))
            }
            Some(Pronoun { person: Person::Second, .. }) if setting.speech.is_none() => {
                interview.addressee(self.syntax, setting.paragraph).map(|chain| (chain, 0.8))
            }
            _ => None,
        };
        if let Some((chain, confidence)) = meant {
            self.read(index, chain, confidence, "speaker");
        }
        if self.pronoun_at(index).is_some_and(|pronoun| pronoun.person == Person::First && pronoun.plural) {
            self.we(index);
        }
    }

    /// "We" and "our" with what two have who have a tie ("We met in June") are the speaker and the other
    /// of the two whom the article is about.
    fn we(&mut self, index: usize) {
        let Some(speaker) = self.speaker(index) else { return };
        let pair = self.groups.leading().filter(|pair| pair.contains(&speaker) && self.tells_of_tie(index));
        if let Some(members) = pair.map(<[ChainId]>::to_vec) {
            self.coref.readings[index] = vec![Reading { members, confidence: 0.6, rule: "we" }];
        }
    }
}
