//! From left to right through the article: whom pronouns, descriptions and groups mean.
//!
//! Comes in: the chains of all names. Goes out: the same, with readings for what has no name of its
//! own, and chains for those who are never named. It looks back over those last spoken of only, so
//! its time grows with the article's length and not faster.

use std::collections::BTreeMap;

use super::super::mention::{Case, Gender, Mention, Number, Person, Pronoun};
use super::describe::{self, Known};
use super::group::{Bond, Groups};
use super::interview::Interview;
use super::setting::{Role, Setting};
use super::view::{Question, Scene, View};
use super::wedding;
use super::weigh::{Features, Weights};
use super::{Chain, ChainId, Coref, Reading};
use crate::model::{Form, NodeKind};
use crate::syntax::{ParagraphKind, Syntax, Tag};

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
    view: View,
    known: Known,
    groups: Groups,
    /// The first pair that the article weds.
    wed: Option<[ChainId; 2]>,
    /// People spoken of in the sentence so far.
    here: Vec<ChainId>,
    /// How often each chain is named in the whole article.
    totals: Vec<usize>,
    /// The mention that heads each noun group.
    of_noun: BTreeMap<usize, usize>,
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
        let (view, known, groups) = (View::default(), Known::default(), Groups::default());
        let heads = settings.iter().enumerate().filter_map(|(index, setting)| Some((setting.noun?, index)));
        let of_noun = heads.filter(|&(noun, index)| syntax.noun(noun).head == settings[index].head).collect();
        let joined = syntax.chunks.coordinations.iter().enumerate();
        let coordination = joined.flat_map(|(at, joined)| joined.groups.iter().map(move |&noun| (noun, at))).collect();
        let here = Vec::new();
        let mut totals = vec![0; coref.chains.len()];
        for &chain in (0..mentions.len()).flat_map(|index| coref.members(index)) {
            totals[chain] += 1;
        }
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
            totals,
            of_noun,
            coordination,
        }
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
        let interview = Interview::of(self.syntax, self.mentions, &self.coref);
        for index in 0..self.mentions.len() {
            self.speaker_of_first_person(index, &interview);
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

    fn scene(&self) -> Scene<'_> {
        Scene {
            syntax: self.syntax,
            totals: &self.totals,
            mentions: self.mentions,
            settings: self.settings,
            chains: &self.coref.chains,
        }
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
        let scene = self.scene();
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
        if let Some(other) = self.predicated(index)
            && let &[chain] = self.coref.members(other)
        {
            return self.read(index, chain, 0.9, "predicate");
        }
        let group = describe::group(self.syntax, mention);
        let role = group.map(|group| self.syntax.lemma(group.head).into_owned()).unwrap_or_default();
        if let Some(owner) = self.owner(index)
            && let Some(chain) = self.known.kin(owner, &role)
        {
            return self.read(index, chain, 0.9, "kin");
        }
        if group.is_none_or(|group| group.possessor.is_none()) && describe::definite(self.syntax, mention) {
            if let Some(chain) = describe::age(self.syntax, mention).and_then(|age| self.known.aged(&age)) {
                return self.read(index, chain, 0.9, "age");
            }
            if let Some(chain) = self.in_role(&role, mention.gender) {
                return self.read(index, chain, 0.75, "role");
            }
            if let Some(chain) = self.wed.and_then(|pair| wedding::meant(&role, pair, &self.coref.chains)) {
                return self.read(index, chain, 0.8, "wedding");
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

    /// The mention that a copula says a description to be: "Castellane's godmother is Imogen
    /// Baptiste", "Culkin is her godfather"; not "isn't", not "may be".
    fn predicated(&self, index: usize) -> Option<usize> {
        let setting = self.settings[index];
        let clause = self.syntax.clause(setting.clause?);
        let verb = self.syntax.verb(clause.verb?);
        if !verb.copula || verb.negation.is_some() || verb.modal.is_some() {
            return None;
        }
        let (noun, subject, object) = (setting.noun?, clause.subject?, clause.object?);
        let other = if noun == subject { object } else { subject };
        let mention = *self.of_noun.get(&other).filter(|_| noun == subject || noun == object)?;
        let one = self.mentions[mention].number == Number::One && self.mentions[mention].kind == Some(NodeKind::Person);
        (one && mention != index && self.mentions[mention].form != Form::Description).then_some(mention)
    }

    /// The last person in view who was introduced in a role.
    fn in_role(&self, role: &str, gender: Gender) -> Option<ChainId> {
        let scene = self.scene();
        let fits = |&(chain, _): &(ChainId, usize)| {
            let known = self.coref.chains[chain].gender;
            self.known.is(chain, role) && (gender == known || gender == Gender::Unknown || known == Gender::Unknown)
        };
        self.view.people(scene).find(fits).map(|(chain, _)| chain)
    }

    /// The pair that a mention completes: "Ana married Raul", "the wedding of Ana and Raul".
    fn weds(&self, index: usize, chain: ChainId, joined: &[ChainId]) -> Option<[ChainId; 2]> {
        let setting = self.settings[index];
        if let &[a, b] = joined {
            return wedding::joins(self.syntax, &self.mentions[index]).then_some([a, b]);
        }
        let subject = *self.of_noun.get(&wedding::subject(self.syntax, setting)?)?;
        let &[spouse] = self.coref.members(subject) else { return None };
        (spouse != chain && self.coref.chains[spouse].kind == NodeKind::Person).then_some([spouse, chain])
    }

    /// A group: those named beside it, else those last spoken of together; "180 guests" are
    /// others, and "her parents" are not she and somebody.
    fn group(&mut self, index: usize, size: Option<usize>) {
        let mention = &self.mentions[index];
        let named = describe::named(self.syntax, self.mentions, index);
        let named: Vec<ChainId> = named.into_iter().filter_map(|at| self.joinable(at)).collect();
        if named.len() > 1 && size.is_none_or(|size| size == named.len()) {
            self.coref.readings[index] = vec![Reading { members: named, confidence: 0.9, rule: "apposition" }];
            return;
        }
        let group = describe::group(self.syntax, mention);
        let owned = mention.form == Form::Description && group.is_some_and(|group| group.possessor.is_some());
        let owner = self.owner(index);
        if owned && owner.is_none() || mention.rule == "role-noun" && !describe::definite(self.syntax, mention) {
            return;
        }
        let sentence = self.settings[index].sentence;
        let past = describe::is_past(self.syntax, &self.mentions[index]);
        let mut ranked = self.groups.rank(sentence, size, past);
        ranked.retain(|(members, _)| !owned || !owner.is_some_and(|owner| members.contains(&owner)));
        let rule = if self.mentions[index].form == Form::Pronoun { "they" } else { "group" };
        let reading = |(members, confidence): (Vec<ChainId>, f64)| Reading { members, confidence, rule };
        self.coref.readings[index] = ranked.into_iter().map(reading).collect();
        let members = self.coref.members(index).to_vec();
        if members.len() > 1 {
            let unseen: Vec<ChainId> = members.iter().copied().filter(|chain| !self.here.contains(chain)).collect();
            self.here.extend(unseen);
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
        let scene = Scene {
            syntax: self.syntax,
            totals: &self.totals,
            mentions: self.mentions,
            settings: self.settings,
            chains: &self.coref.chains,
        };
        self.view.note(chain, index, joined.len() > 1, scene);
        let (known, reading) = (&mut self.coref.chains[chain].gender, &self.coref.readings[index][0]);
        if *known == Gender::Unknown && reading.confidence > 0.7 && reading.rule != "surname" {
            *known = mention.gender;
        }
        if self.coref.chains[chain].kind == NodeKind::Person {
            self.wed = self.wed.or_else(|| self.weds(index, chain, &joined));
            if joined.len() > 1 {
                self.groups.note(joined, setting.sentence, Bond::Joined);
            }
            let counts = setting.role != Role::Owner || self.in_headline(index);
            if counts && self.coref.chains[chain].makes_node && !self.here.contains(&chain) {
                self.here.push(chain);
            }
        }
    }

    /// The people whom "and" and commas join to a mention, as far as they stand before it, with its
    /// own chain; nobody but that where it is joined to none.
    fn joined(&self, index: usize) -> Vec<ChainId> {
        let mut first = index;
        while first > 0 && index - first < 8 && self.joins(first - 1, first) {
            first -= 1;
        }
        let mut members: Vec<usize> = (first..=index).collect();
        let conjoined = |&at: &usize| {
            self.mentions[at].tokens.start > 0
                && matches!(self.syntax.word(self.mentions[at].tokens.start - 1), "and" | "And" | "&")
        };
        if !members.iter().skip(1).any(conjoined) {
            members = self.coordinated(index);
        }
        let chains = members.into_iter().filter_map(|at| self.joinable(at));
        chains.collect()
    }

    /// Whether nothing but "and" and commas stands between two mentions.
    fn joins(&self, before: usize, after: usize) -> bool {
        let between = self.mentions[before].tokens.end..self.mentions[after].tokens.start;
        !between.is_empty()
            && between.len() <= 2
            && between.clone().all(|at| matches!(self.syntax.word(at), "and" | "And" | "&" | ","))
            && self.joinable(before).is_some()
    }

    /// The mentions up to this one whose noun groups stand in its coordination.
    fn coordinated(&self, index: usize) -> Vec<usize> {
        let Some(noun) = self.settings[index].noun.filter(|noun| self.of_noun.get(noun) == Some(&index)) else {
            return vec![index];
        };
        let Some(&coordination) = self.coordination.get(&noun) else { return vec![index] };
        let groups = &self.syntax.chunks.coordinations[coordination].groups;
        groups.iter().filter_map(|noun| self.of_noun.get(noun).copied()).filter(|&at| at <= index).collect()
    }

    /// The one person that a mention means, if it can be joined to others: no untyped word.
    fn joinable(&self, mention: usize) -> Option<ChainId> {
        let &[chain] = self.coref.members(mention) else { return None };
        let entry = &self.coref.chains[chain];
        let typed = entry.makes_node || self.mentions[mention].form != Form::Name;
        (entry.kind == NodeKind::Person && typed).then_some(chain)
    }

    /// At the end of a sentence: its people were spoken of together.
    fn sentence_ends(&mut self, last: usize) {
        let sentence = self.settings[last].sentence;
        let headline = self.in_headline(last);
        let people = std::mem::take(&mut self.here);
        if headline {
            self.groups.note(people.clone(), sentence, Bond::Headline);
        }
        if (2..=4).contains(&people.len()) {
            self.groups.note(people, sentence, Bond::Together);
        }
    }

    fn in_headline(&self, index: usize) -> bool {
        self.syntax.paragraphs[self.settings[index].paragraph].kind == ParagraphKind::Headline
    }

    /// "I" and "my" are the speaker of the words around them, "you" in an interview who is asked.
    fn speaker_of_first_person(&mut self, index: usize, interview: &Interview) {
        if self.mentions[index].form != Form::Pronoun {
            return;
        }
        let setting = self.settings[index];
        let said = setting.speech.and_then(|speech| self.speakers[speech]);
        let meant = match self.pronoun_at(index) {
            Some(Pronoun { person: Person::First, plural: false, .. }) if setting.speech.is_some() => {
                said.and_then(|mention| self.coref.members(mention).first().copied()).map(|chain| (chain, 0.9))
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
    }
}
