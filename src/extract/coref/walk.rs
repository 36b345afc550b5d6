//! From left to right through the article: whom pronouns, descriptions and groups mean.
//!
//! Comes in: the chains of all names. Goes out: the same, with readings for what has no name of its
//! own, and chains for those who are never named. It looks back over those last spoken of only, so
//! its time grows with the article's length and not faster.

use super::super::mention::{Case, Gender, Mention, Number, Person, Pronoun};
use super::describe::{self, Known};
use super::group::{Bond, Groups};
use super::setting::{Role, Setting};
use super::view::{Question, Scene, View};
use super::weigh::{Features, Weights};
use super::{Chain, ChainId, Coref, Reading};
use crate::model::{Form, NodeKind};
use crate::syntax::{ParagraphKind, Syntax, Tag};

/// Told of each third-person pronoun: its mention, and the candidates with their features.
pub type Observer<'o> = &'o mut dyn FnMut(usize, &[(Option<ChainId>, Features)]);

/// A walk through one article.
pub(super) struct Walk<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) settings: &'a [Setting],
    /// The mention that speaks each quotation.
    pub(super) speakers: &'a [Option<usize>],
    pub(super) weights: &'a Weights,
    pub(super) coref: Coref,
    view: View,
    known: Known,
    groups: Groups,
    /// People spoken of in the sentence so far.
    here: Vec<ChainId>,
}

impl<'a> Walk<'a> {
    /// A walk that is about to begin.
    pub(super) fn new(
        syntax: &'a Syntax<'a>,
        mentions: &'a [Mention],
        settings: &'a [Setting],
        speakers: &'a [Option<usize>],
        weights: &'a Weights,
        coref: Coref,
    ) -> Self {
        let (view, known, groups) = (View::default(), Known::default(), Groups::default());
        Self { syntax, mentions, settings, speakers, weights, coref, view, known, groups, here: Vec::new() }
    }

    /// Resolves what has no name of its own.
    pub(super) fn run(mut self, observer: Observer<'_>) -> Coref {
        for index in 0..self.mentions.len() {
            if index > 0 && self.mentions[index].sentence != self.mentions[index - 1].sentence {
                self.sentence_ends(index - 1);
            }
            let mention = &self.mentions[index];
            match (mention.form, mention.number) {
                (Form::Pronoun, _) => self.pronoun(index, observer),
                (Form::Description, Number::One) => self.description(index),
                (Form::Description, Number::Many(size)) => self.group(index, size),
                (Form::Name, _) => {}
            }
            self.note(index);
        }
        for index in 0..self.mentions.len() {
            self.speaker_of_first_person(index);
        }
        self.coref
    }

    /// A pronoun of the third person; the first waits until speakers are known.
    fn pronoun(&mut self, index: usize, observer: Observer<'_>) {
        let Some(pronoun) = self.pronoun_at(index).filter(|pronoun| pronoun.person == Person::Third) else { return };
        if pronoun.plural {
            return self.group(index, None);
        }
        let speech = self.settings[index].speech.and_then(|speech| self.speakers[speech]);
        let speaker = speech.and_then(|mention| self.coref.members(mention).first().copied());
        let ahead = self.ahead(index);
        let scene = Scene { mentions: self.mentions, settings: self.settings, chains: &self.coref.chains };
        let question = Question { mention: index, pronoun, speaker, ahead: &ahead };
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
        let mut readings: Vec<Reading> = candidates.iter().zip(chances).filter_map(reading).collect();
        readings.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
        self.coref.readings[index] = readings;
    }

    /// Its pronoun, "her" told apart by its tag.
    fn pronoun_at(&self, index: usize) -> Option<Pronoun> {
        let mention = &self.mentions[index];
        let pronoun = Pronoun::of(mention.span.of(self.syntax.text))?;
        let case = match (pronoun.case, self.syntax.tokens[mention.tokens.start].tag) {
            (Case::Any, Tag::PRPS) => Case::Possessive,
            (Case::Any, _) if pronoun.person == Person::Third => Case::Object,
            (case, _) => case,
        };
        Some(Pronoun { case, ..pronoun })
    }

    /// The people named later in the sentence that a pronoun opens ("In her memoir, Vega …").
    fn ahead(&self, index: usize) -> Vec<(ChainId, Role)> {
        let here = self.settings[index];
        let sentence = here.sentence;
        let opens = here.order == 0 && here.role != Role::Subject
            || here.clause.is_some_and(|clause| self.syntax.clause(clause).parent.is_some() && here.order == 0);
        let rest = self.mentions[index + 1..].iter().enumerate().take(6);
        rest.take_while(|(_, mention)| opens && mention.sentence == sentence)
            .filter(|(_, mention)| mention.form == Form::Name)
            .filter_map(|(offset, _)| {
                let at = index + 1 + offset;
                let &chain = self.coref.members(at).first()?;
                (self.coref.chains[chain].kind == NodeKind::Person).then_some((chain, self.settings[at].role))
            })
            .collect()
    }

    /// A description of one person: by the name beside it, by its owner's kin, by its role or age;
    /// else somebody new.
    fn description(&mut self, index: usize) {
        let mention = &self.mentions[index];
        if mention.kind != Some(NodeKind::Person) {
            return;
        }
        if let Some(name) = describe::apposed(self.syntax, self.mentions, index)
            && let &[chain] = self.coref.members(name)
        {
            return self.read(index, chain, 0.95, "apposition");
        }
        let Some(group) = describe::group(self.syntax, mention) else { return };
        let role = self.syntax.lemma(group.head).into_owned();
        if let Some(owner) = self.owner(index)
            && let Some(chain) = self.known.kin(owner, &role)
        {
            return self.read(index, chain, 0.9, "kin");
        }
        if group.possessor.is_none() && describe::definite(self.syntax, mention) {
            let age = group.age.map(|age| describe::number(self.syntax.word(age)));
            if let Some(chain) = age.and_then(|age| self.known.aged(&age)) {
                return self.read(index, chain, 0.9, "age");
            }
            if let Some(chain) = self.in_role(&role, mention.gender) {
                return self.read(index, chain, 0.75, "role");
            }
        }
        let chain = self.coref.add(Chain {
            kind: NodeKind::Person,
            name: mention.span.of(self.syntax.text).to_owned(),
            aliases: Vec::new(),
            gender: mention.gender,
            makes_node: false,
        });
        self.read(index, chain, 0.6, "somebody-new");
    }

    /// The last person in view who was introduced in a role.
    fn in_role(&self, role: &str, gender: Gender) -> Option<ChainId> {
        let scene = Scene { mentions: self.mentions, settings: self.settings, chains: &self.coref.chains };
        let fits = |&(chain, _): &(ChainId, usize)| {
            let known = self.coref.chains[chain].gender;
            self.known.is(chain, role) && (gender == known || gender == Gender::Unknown || known == Gender::Unknown)
        };
        self.view.people(scene).find(fits).map(|(chain, _)| chain)
    }

    /// A group: those last spoken of together.
    fn group(&mut self, index: usize, size: Option<usize>) {
        let sentence = self.settings[index].sentence;
        let ranked = self.groups.rank(sentence, size);
        let rule = if self.mentions[index].form == Form::Pronoun { "they" } else { "group" };
        let reading = |(members, confidence): (Vec<ChainId>, f64)| Reading { members, confidence, rule };
        self.coref.readings[index] = ranked.into_iter().map(reading).collect();
        let members = self.coref.members(index).to_vec();
        if members.len() > 1 {
            self.groups.note(members, sentence, Bond::Meant);
        }
    }

    fn read(&mut self, index: usize, chain: ChainId, confidence: f64, rule: &'static str) {
        self.coref.readings[index] = vec![Reading { members: vec![chain], confidence, rule }];
    }

    /// The chain that owns a mention's noun group.
    fn owner(&self, index: usize) -> Option<ChainId> {
        let possessor = self.syntax.noun(self.settings[index].noun?).possessor?;
        let owner = (index.saturating_sub(3)..index).rev().find(|&at| self.settings[at].noun == Some(possessor))?;
        self.coref.members(owner).first().copied()
    }

    /// Takes a resolved mention into view.
    fn note(&mut self, index: usize) {
        let &[chain] = self.coref.members(index) else { return };
        let (mention, setting) = (&self.mentions[index], self.settings[index]);
        let owner = self.owner(index);
        self.known.note(self.syntax, setting, chain, owner);
        let joined = self.joined(index);
        let scene = Scene { mentions: self.mentions, settings: self.settings, chains: &self.coref.chains };
        self.view.note(chain, index, joined.is_some(), scene);
        let known = &mut self.coref.chains[chain].gender;
        if *known == Gender::Unknown && self.coref.readings[index][0].confidence > 0.7 {
            *known = mention.gender;
        }
        if self.coref.chains[chain].kind == NodeKind::Person {
            if let Some(other) = joined {
                self.groups.note(vec![other, chain], setting.sentence, Bond::Joined);
            }
            if setting.role != Role::Owner && !self.here.contains(&chain) {
                self.here.push(chain);
            }
        }
    }

    /// The person before this one that "and" joins to it.
    fn joined(&self, index: usize) -> Option<ChainId> {
        let (mention, before) = (&self.mentions[index], self.mentions[..index].last()?);
        let between = before.tokens.end..mention.tokens.start;
        let joins = between.len() <= 2
            && between.clone().all(|at| matches!(self.syntax.word(at), "and" | "&" | ","))
            && between.clone().any(|at| self.syntax.word(at) != ",");
        let &chain = self.coref.members(index - 1).first().filter(|_| joins)?;
        (self.coref.chains[chain].kind == NodeKind::Person).then_some(chain)
    }

    /// At the end of a sentence: its people were spoken of together.
    fn sentence_ends(&mut self, last: usize) {
        let sentence = self.settings[last].sentence;
        let headline = self.syntax.paragraphs[self.settings[last].paragraph].kind == ParagraphKind::Headline;
        let people = std::mem::take(&mut self.here);
        if headline {
            self.groups.note(people.clone(), sentence, Bond::Headline);
        }
        if people.len() == 2 {
            self.groups.note(people, sentence, Bond::Together);
        }
    }

    /// "I" and "my" in speech are its speaker.
    fn speaker_of_first_person(&mut self, index: usize) {
        let first = self.pronoun_at(index).is_some_and(|pronoun| pronoun.person == Person::First && !pronoun.plural);
        if self.mentions[index].form != Form::Pronoun || !first {
            return;
        }
        let speaker = self.settings[index].speech.and_then(|speech| self.speakers[speech]);
        if let Some(&chain) = speaker.and_then(|mention| self.coref.members(mention).first()) {
            self.read(index, chain, 0.9, "speaker");
        }
    }
}
