//! From left to right through the article: whom pronouns, descriptions and groups mean.
//!
//! Comes in: the chains of all names. Goes out: the same, with readings for what has no name of its
//! own, and chains for those who are never named. It looks back over those last spoken of only, so
//! its time grows with the article's length and not faster.

use std::collections::BTreeMap;

use super::super::mention::{Gender, Mention, Number};
use super::describe::Known;
use super::group::{Bond, Groups, is_over};
use super::interview::Interview;
use super::setting::{Role, Setting};
use super::view::{Scene, View};
use super::weigh::{Features, Weights};
use super::{ChainId, Coref, Reading};
use crate::model::{Form, NodeKind};
use crate::syntax::{ParagraphKind, Syntax};

/// Told of each third-person pronoun: its mention, and the candidates with their features.
pub type Observer<'o> = &'o mut dyn FnMut(usize, &[(Option<ChainId>, Features)]);

/// How surely a pronoun must mean a word to make a person of it.
const EXPLAINED: f64 = 0.8;

/// A walk through one article.
pub(super) struct Walk<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    pub(super) mentions: &'a [Mention],
    pub(super) settings: &'a [Setting],
    /// The mention that speaks each quotation.
    pub(super) speakers: &'a [Option<usize>],
    pub(super) weights: &'a Weights,
    pub(super) coref: Coref,
    pub(super) view: View,
    pub(super) known: Known,
    pub(super) groups: Groups,
    /// The first pair that the article weds.
    pub(super) wed: Option<[ChainId; 2]>,
    /// People spoken of in the sentence so far.
    pub(super) here: Vec<ChainId>,
    /// People who own something in it.
    pub(super) owners: Vec<ChainId>,
    /// How often each chain is named in the whole article.
    pub(super) totals: Vec<usize>,
    /// The people whom the headline names.
    pub(super) headline: Vec<ChainId>,
    /// The mention that heads each noun group.
    pub(super) of_noun: BTreeMap<usize, usize>,
    /// The coordination of each noun group that stands in one.
    pub(super) coordination: BTreeMap<usize, usize>,
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
        let (view, known) = (View::default(), Known::default());
        let heads = settings.iter().enumerate().filter_map(|(index, setting)| Some((setting.noun?, index)));
        let of_noun = heads.filter(|&(noun, index)| syntax.noun(noun).head == settings[index].head).collect();
        let joined = syntax.chunks.coordinations.iter().enumerate();
        let coordination = joined.flat_map(|(at, joined)| joined.groups.iter().map(move |&noun| (noun, at))).collect();
        let here = Vec::new();
        let mut totals = vec![0; coref.chains.len()];
        for &chain in (0..mentions.len()).flat_map(|index| coref.members(index)) {
            totals[chain] += 1;
        }
        let groups = Groups::new(&coref.chains, &totals);
        let headline = in_headline(syntax, mentions, &coref);
        Self {
            syntax,
            mentions,
            settings,
            speakers,
            weights,
            coref,
            view,
            known,
            groups,
            wed: None,
            here,
            owners: Vec::new(),
            totals,
            headline,
            of_noun,
            coordination,
        }
    }

    /// Resolves what has no name of its own.
    pub(super) fn run(mut self, interview: &Interview, observer: Observer<'_>) -> Coref {
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
            self.speaker_of_first_person(index, interview);
        }
        self.type_by_pronouns();
        self.coref
    }

    /// A word that nothing but "he" and "she" explain names a person, if several do so surely.
    fn type_by_pronouns(&mut self) {
        let mut explained = vec![(0, 0); self.coref.chains.len()];
        for (index, mention) in self.mentions.iter().enumerate() {
            let Some(reading) = self.coref.readings[index].first() else { continue };
            let &[chain] = reading.members.as_slice() else { continue };
            match mention.form {
                Form::Name if mention.kind.is_none() => explained[chain].0 += 1,
                Form::Pronoun if reading.rule == "pronoun" && reading.confidence >= EXPLAINED => {
                    explained[chain].1 += 1;
                }
                _ => {}
            }
        }
        for (chain, (names, pronouns)) in self.coref.chains.iter_mut().zip(explained) {
            let untyped = chain.kind == NodeKind::Person && names > 1 && !chain.makes_node;
            chain.makes_node |= untyped && pronouns >= names.max(2);
        }
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            syntax: self.syntax,
            totals: &self.totals,
            mentions: self.mentions,
            settings: self.settings,
            chains: &self.coref.chains,
            headline: &self.headline,
        }
    }

    pub(super) fn read(&mut self, index: usize, chain: ChainId, confidence: f64, rule: &'static str) {
        self.coref.readings[index] = vec![Reading { members: vec![chain], confidence, rule }];
    }

    /// The chain that owns a mention's noun group.
    pub(super) fn owner(&self, index: usize) -> Option<ChainId> {
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
        let scene = Scene {
            syntax: self.syntax,
            totals: &self.totals,
            mentions: self.mentions,
            settings: self.settings,
            chains: &self.coref.chains,
            headline: &self.headline,
        };
        self.view.note(chain, index, joined.len() > 1, scene);
        let (known, reading) = (&mut self.coref.chains[chain].gender, &self.coref.readings[index][0]);
        if *known == Gender::Unknown && reading.confidence > 0.7 && reading.rule != "surname" {
            *known = mention.gender;
        }
        if self.coref.chains[chain].kind == NodeKind::Person {
            if let Some(owner) = owner.filter(|_| self.is_blood(setting.noun)) {
                self.groups.kin(owner, chain);
            }
            self.wed = self.wed.or_else(|| self.weds(index, chain, &joined));
            if joined.len() > 1 {
                let bond = if self.is_blood(setting.noun) { Bond::Kin } else { Bond::Joined };
                self.groups.note(joined, setting.sentence, bond);
            }
            if let Some(other) =
                self.tied_to(index).filter(|&other| other != chain && self.coref.chains[chain].makes_node)
            {
                self.groups.note(vec![chain, other], setting.sentence, Bond::Tied);
            }
            let counts = setting.role != Role::Owner || self.in_headline(index);
            let present = if counts { &mut self.here } else { &mut self.owners };
            if self.coref.chains[chain].makes_node && !present.contains(&chain) {
                present.push(chain);
            }
        }
    }

    /// At the end of a sentence: its people were spoken of together.
    fn sentence_ends(&mut self, last: usize) {
        let sentence = self.settings[last].sentence;
        let mut people = std::mem::take(&mut self.here);
        let owners = std::mem::take(&mut self.owners);
        if self.in_headline(last) {
            self.groups.note(people.clone(), sentence, Bond::Headline);
        }
        let tied = self.syntax.sentences[sentence].tokens.clone().any(|at| self.is_tie_at(at));
        if (2..=4).contains(&people.len()) {
            self.groups.note(people, sentence, Bond::Together);
        } else if tied && people.len() < 2 {
            people.extend(owners.into_iter().filter(|owner| !people.contains(owner)).collect::<Vec<_>>());
            self.groups.note(people, sentence, Bond::Owning);
        }
        if tied {
            let over = self.syntax.sentences[sentence].tokens.clone().any(|at| is_over(&self.syntax.lemma(at)));
            self.groups.tie(sentence, over);
        }
    }

    pub(super) fn in_headline(&self, index: usize) -> bool {
        self.syntax.paragraphs[self.settings[index].paragraph].kind == ParagraphKind::Headline
    }
}

/// The people whom the headline names, in its order.
fn in_headline(syntax: &Syntax<'_>, mentions: &[Mention], coref: &Coref) -> Vec<ChainId> {
    let titled = |mention: &Mention| {
        let paragraph = syntax.sentences[mention.sentence].paragraph;
        syntax.paragraphs[paragraph].kind == ParagraphKind::Headline
    };
    let mut people: Vec<ChainId> = Vec::new();
    for &chain in (0..mentions.len()).filter(|&at| titled(&mentions[at])).flat_map(|at| coref.members(at)) {
        if coref.chains[chain].makes_node && coref.chains[chain].kind == NodeKind::Person && !people.contains(&chain) {
            people.push(chain);
        }
    }
    people
}
