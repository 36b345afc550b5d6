//! Who is in view: what was said of each chain so far.
//!
//! Comes in: one mention after the other, with the chain it means. Goes out: the candidates for the
//! next one and their features. It holds a bounded number of chains in view, so that a step takes
//! the same time at the end of a long article as at its start.

use super::super::mention::{Case, Gender, Mention, Pronoun};
use super::setting::{Role, Setting};
use super::weigh::{Feature, Features};
use super::{Chain, ChainId};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// How many chains stay in view.
const VIEW: usize = 16;
/// How many sentences back a pronoun looks.
const REACH: usize = 8;

/// What was said of a chain so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entity {
    /// Its latest mention.
    pub(super) last: usize,
    /// How many mentions so far.
    count: usize,
    /// The latest mention that was a subject.
    subject: Option<usize>,
    /// Whether the latest mention was joined to another by "and".
    joined: bool,
    /// Whether it was named so far.
    named: bool,
}

/// Who is in view.
#[derive(Debug, Default)]
pub(super) struct View {
    entities: Vec<Entity>,
    /// Chains by their latest mention, the latest first.
    recent: Vec<ChainId>,
    /// The chain of the first person of all.
    first: Option<ChainId>,
    most_spoken: Option<ChainId>,
    last_subject: Option<ChainId>,
    /// Sentence and chain of the latest sentence's first person, and of the one before.
    openers: [Option<(usize, ChainId)>; 2],
}

/// Everything that a step looks at.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) syntax: &'a Syntax<'a>,
    /// How often the article names each chain that was named first of all.
    pub(super) totals: &'a [usize],
    pub(super) mentions: &'a [Mention],
    pub(super) settings: &'a [Setting],
    pub(super) chains: &'a [Chain],
    /// The people of the headline.
    pub(super) headline: &'a [ChainId],
}

/// What is asked of the view: whom a pronoun at `mention` means.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) mention: usize,
    pub(super) pronoun: Pronoun,
    /// Who speaks the words around it.
    pub(super) speaker: Option<ChainId>,
    /// Who is named later in the sentence that it opens, with the role there.
    pub(super) ahead: &'a [(ChainId, Role)],
    /// Who is somebody else.
    pub(super) out: &'a [ChainId],
}

impl View {
    /// Notes that a mention means a chain.
    pub(super) fn note(&mut self, chain: ChainId, mention: usize, joined: bool, scene: Scene<'_>) {
        let setting = scene.settings[mention];
        if self.entities.len() < scene.chains.len() {
            self.entities.resize(scene.chains.len(), Entity::default());
        }
        let entity = &mut self.entities[chain];
        entity.last = mention;
        entity.count += 1;
        entity.joined = joined;
        entity.named |= scene.mentions[mention].form == Form::Name;
        let count = entity.count;
        self.recent.retain(|&other| other != chain);
        self.recent.insert(0, chain);
        self.recent.truncate(VIEW);
        if scene.chains[chain].kind != NodeKind::Person {
            return;
        }
        self.first.get_or_insert(chain);
        if self.most_spoken.is_none_or(|most| count > self.entities[most].count) {
            self.most_spoken = Some(chain);
        }
        if setting.role == Role::Subject {
            self.entities[chain].subject = Some(mention);
            self.last_subject = Some(chain);
        }
        if self.openers[0].is_none_or(|(sentence, _)| sentence != setting.sentence) {
            self.openers = [Some((setting.sentence, chain)), self.openers[0]];
        }
    }

    /// Whether a chain was spoken of so far.
    pub(super) fn is_met(&self, chain: ChainId) -> bool {
        self.entities.get(chain).is_some_and(|entity| entity.count > 0)
    }

    /// The people in view, the latest first, each with its latest mention.
    pub(super) fn people<'a>(&'a self, scene: Scene<'a>) -> impl Iterator<Item = (ChainId, usize)> + 'a {
        let person = move |&chain: &ChainId| scene.chains[chain].kind == NodeKind::Person;
        self.recent.iter().copied().filter(move |chain| person(chain)).map(|chain| (chain, self.entities[chain].last))
    }

    /// The candidates of a singular pronoun with their features, the latest first; who speaks the
    /// words around it is none.
    pub(super) fn candidates(&self, question: Question<'_>, scene: Scene<'_>) -> Vec<(ChainId, Features)> {
        let here = scene.settings[question.mention];
        let mut found = Vec::new();
        let mut since = 0;
        for (chain, last) in self.people(scene) {
            let there = scene.settings[last];
            if here.sentence.abs_diff(there.sentence) > REACH
                || question.speaker == Some(chain)
                || question.out.contains(&chain)
            {
                continue;
            }
            found.push((chain, self.features(chain, last, since, question, scene)));
            since += usize::from(scene.chains[chain].gender.agrees(question.pronoun.gender));
        }
        for &(chain, role) in question.ahead {
            let known = found.iter_mut().find(|(other, _)| *other == chain);
            let features = match known {
                Some((_, features)) => features,
                None => {
                    let mut features = Features::default();
                    gender(&mut features, scene.chains[chain].gender, question.pronoun.gender);
                    found.push((chain, features));
                    let last = found.len() - 1;
                    &mut found[last].1
                }
            };
            features.flag(Feature::Ahead, true);
            features.flag(Feature::AheadSubject, role == Role::Subject);
        }
        found
    }

    fn features(
        &self,
        chain: ChainId,
        last: usize,
        since: usize,
        question: Question<'_>,
        scene: Scene<'_>,
    ) -> Features {
        let (here, there) = (scene.settings[question.mention], scene.settings[last]);
        let entity = self.entities[chain];
        let mut features = Features::default();
        gender(&mut features, scene.chains[chain].gender, question.pronoun.gender);
        distance(&mut features, here, there);
        features.flag(Feature::Latest, since == 0);
        features.flag(Feature::SecondLatest, since == 1);
        features.set(Feature::Since, (since as f64 + 1.0).ln());
        features.set(Feature::Count, (entity.count as f64).ln());
        features.flag(Feature::MostSpoken, self.most_spoken == Some(chain));
        features.flag(Feature::First, self.first == Some(chain));
        features.flag(Feature::ByPronoun, scene.mentions[last].form == Form::Pronoun);
        features.flag(Feature::ByDescription, scene.mentions[last].form == Form::Description);
        features.flag(Feature::Nameless, !entity.named);
        features.flag(Feature::Untyped, entity.named && !scene.chains[chain].makes_node);
        features.flag(Feature::Joined, entity.joined);
        features.set(Feature::Total, (scene.totals.get(chain).copied().unwrap_or(0) as f64 + 1.0).ln());
        features.set(Feature::Words, (here.head.abs_diff(there.head) as f64 + 1.0).ln());
        clauses(&mut features, here, there, scene.syntax);
        self.subjects(&mut features, chain, here, question, scene);
        binding(&mut features, here, there, question);
        speech(&mut features, here, there);
        features.flag(Feature::HeadlineOnly, is_headline(chain, question.pronoun.gender, scene));
        features.pair(question.pronoun.case, there.role, here.sentence == there.sentence);
        features
    }

    /// What it was the subject of.
    fn subjects(
        &self,
        features: &mut Features,
        chain: ChainId,
        here: Setting,
        question: Question<'_>,
        scene: Scene<'_>,
    ) {
        if let Some(subject) = self.entities[chain].subject {
            let behind = here.sentence - scene.settings[subject].sentence.min(here.sentence);
            features.flag(Feature::SubjectHere, behind == 0);
            features.flag(Feature::SubjectBefore, behind == 1);
        }
        features.flag(Feature::LastSubject, self.last_subject == Some(chain));
        let opens = here.order == 0 && question.pronoun.case == Case::Subject;
        let opener = self.openers[0].filter(|&(sentence, _)| sentence + 1 == here.sentence);
        features.flag(Feature::OpenedBefore, opens && opener.is_some_and(|(_, opener)| opener == chain));
    }
}

/// Whether the headline names nobody else who is of a gender, or nobody else at all.
fn is_headline(chain: ChainId, gender: Gender, scene: Scene<'_>) -> bool {
    let of = |other: ChainId| scene.chains[other].gender;
    let rival = |&other: &ChainId| other != chain && (of(chain) != gender || of(other).agrees(gender));
    scene.headline.contains(&chain) && of(chain).agrees(gender) && !scene.headline.iter().any(rival)
}

fn gender(features: &mut Features, candidate: Gender, pronoun: Gender) {
    features.flag(Feature::SameGender, candidate == pronoun);
    features.flag(Feature::OtherGender, !candidate.agrees(pronoun));
}

fn distance(features: &mut Features, here: Setting, there: Setting) {
    match here.sentence.saturating_sub(there.sentence) {
        0 => features.flag(Feature::SameSentence, true),
        1 => features.flag(Feature::SentenceBefore, true),
        2 => features.flag(Feature::TwoBefore, true),
        more => features.set(Feature::Further, (more as f64).ln()),
    }
    features.flag(Feature::OtherParagraph, here.paragraph != there.paragraph);
}

/// What the grammar of one clause allows: "Vega praised him" is not Vega, "Vega lost his hat" may
/// be, "Vega hurt himself" must be.
fn binding(features: &mut Features, here: Setting, there: Setting, question: Question<'_>) {
    let own = here.sentence == there.sentence && here.clause.is_some() && here.clause == there.clause;
    let subject = own && there.role == Role::Subject;
    match question.pronoun.case {
        Case::Reflexive => features.flag(Feature::Reflexive, subject),
        Case::Possessive => features.flag(Feature::OwnSubject, subject),
        Case::Object | Case::Any => features.flag(Feature::BoundObject, subject),
        Case::Subject => {}
    }
    features.flag(Feature::Touching, here.sentence == there.sentence && here.head <= there.head + 2);
}

/// How the clauses of one sentence hang together.
fn clauses(features: &mut Features, here: Setting, there: Setting, syntax: &Syntax<'_>) {
    let (Some(own), Some(other)) = (here.clause, there.clause) else { return };
    if here.sentence != there.sentence || own == other {
        return;
    }
    let above = |from: usize, to: usize| {
        let mut at = Some(from);
        (0..8).any(|_| {
            at = at.and_then(|clause| syntax.clause(clause).parent);
            at == Some(to)
        })
    };
    features.flag(Feature::Above, above(own, other));
    features.flag(Feature::Aside, !above(own, other) && !above(other, own));
}

fn speech(features: &mut Features, here: Setting, there: Setting) {
    features.flag(Feature::SameSpeech, here.speech.is_some() && here.speech == there.speech);
    features.flag(Feature::IntoSpeech, here.speech.is_some() && there.speech.is_none());
    features.flag(Feature::OutOfSpeech, here.speech.is_none() && there.speech.is_some());
}
