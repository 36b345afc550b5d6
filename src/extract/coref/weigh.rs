//! How well somebody fits a pronoun: documented features and their weights.
//!
//! Comes in: what was said of a candidate so far. Goes out: [`Features`] and, from the weights of
//! `data/coref/pronoun.tsv`, a score; scores of all candidates and of "nobody in view" make
//! probabilities (a log-linear model over candidates; the features are those of the literature:
//! Lappin and Leass 1994 for salience and roles, centering for the last subject, Hobbs for
//! distance and binding). `examples/train_pronouns.rs` learns the weights.

use super::super::mention::Case;
use super::setting::Role;
use crate::lexicon::{Table, list};

/// The weights: a feature's name and its weight.
const WEIGHTS: Table = list!("coref/pronoun");

/// Declares the features that stand alone, in order.
macro_rules! features {
    ($($(#[$doc:meta])* $feature:ident = $name:literal,)*) => {
        /// What speaks for or against a candidate.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Feature { $($(#[$doc])* $feature,)* }

        /// Their names in the file of weights.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

features! {
    /// Nobody in view is meant; the only feature of that reading.
    Nobody = "nobody",
    /// Name, title or role show the pronoun's gender.
    SameGender = "gender-same",
    /// They show the other one.
    OtherGender = "gender-other",
    /// Spoken of in this sentence, before.
    SameSentence = "distance-0",
    /// Last spoken of in the sentence before.
    SentenceBefore = "distance-1",
    /// Two sentences before.
    TwoBefore = "distance-2",
    /// Further back, by the logarithm of the distance.
    Further = "distance-more",
    /// Another paragraph.
    OtherParagraph = "other-paragraph",
    /// Nobody else who fits was spoken of since.
    Latest = "latest",
    /// One other was.
    SecondLatest = "second-latest",
    /// How many others were, by the logarithm.
    Since = "others-since",
    /// How often spoken of so far, by the logarithm.
    Count = "count",
    /// The one spoken of most.
    MostSpoken = "most-spoken",
    /// The first whom the article speaks of.
    First = "first",
    /// The last mention was a pronoun.
    ByPronoun = "last-by-pronoun",
    /// The last mention was a description.
    ByDescription = "last-by-description",
    /// Never named so far.
    Nameless = "nameless",
    /// Named, but by a word that may be no person's name.
    Untyped = "untyped",
    /// How often the whole article names it, by the logarithm.
    Total = "total",
    /// How many words lie between, by the logarithm.
    Words = "words-between",
    /// In this sentence: the pronoun's clause hangs on that of the mention.
    Above = "clause-above",
    /// In this sentence: neither clause hangs on the other.
    Aside = "clause-aside",
    /// Subject of an earlier clause of this sentence.
    SubjectHere = "subject-in-sentence",
    /// Subject in the sentence before.
    SubjectBefore = "subject-before",
    /// The last subject of all.
    LastSubject = "last-subject",
    /// The first mention of the sentence before, for a pronoun that opens its own.
    OpenedBefore = "opened-sentence-before",
    /// Subject of the pronoun's own clause, the pronoun an object.
    BoundObject = "bound-object",
    /// Subject of the pronoun's own clause, the pronoun possessive.
    OwnSubject = "own-subject",
    /// Subject of the pronoun's own clause, the pronoun reflexive.
    Reflexive = "reflexive",
    /// The mention just before the pronoun stands in the same noun phrase: "Vega and her", "Vega's".
    Touching = "touching",
    /// One of several joined by "and".
    Joined = "joined",
    /// The pronoun stands in speech, the last mention outside.
    IntoSpeech = "into-speech",
    /// The other way round.
    OutOfSpeech = "out-of-speech",
    /// Both in one speech.
    SameSpeech = "same-speech",
    /// The only one of the pronoun's gender, or the only one at all, whom the headline names.
    HeadlineOnly = "headline-only",
    /// Named later in the sentence that the pronoun opens.
    Ahead = "ahead",
    /// So named, and the subject there.
    AheadSubject = "ahead-subject",
}

/// How many roles a candidate, and cases a pronoun, can have.
const ROLES: [&str; 5] = ["subject", "object", "oblique", "owner", "other"];
const CASES: [&str; 4] = ["subject", "object", "possessive", "reflexive"];
/// Pairs of case and role, for this sentence and for earlier ones.
const PAIRS: usize = ROLES.len() * CASES.len();
const COUNT: usize = NAMES.len() + 2 * PAIRS;

/// The features of one candidate: index and value of those that are not zero.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Features(Vec<(usize, f64)>);

impl Features {
    /// Those of "nobody in view".
    pub(super) fn nobody() -> Self {
        Self(vec![(Feature::Nobody as usize, 1.0)])
    }

    pub(super) fn set(&mut self, feature: Feature, value: f64) {
        self.0.push((feature as usize, value));
    }

    pub(super) fn flag(&mut self, feature: Feature, holds: bool) {
        if holds {
            self.set(feature, 1.0);
        }
    }

    /// The pair of the pronoun's case and the candidate's last role.
    pub(super) fn pair(&mut self, case: Case, role: Role, same_sentence: bool) {
        let case = match case {
            Case::Subject => 0,
            Case::Object | Case::Any => 1,
            Case::Possessive => 2,
            Case::Reflexive => 3,
        };
        let block = if same_sentence { 0 } else { PAIRS };
        self.0.push((NAMES.len() + block + case * ROLES.len() + role as usize, 1.0));
    }

    /// Index and value of each feature that is not zero.
    pub fn values(&self) -> &[(usize, f64)] {
        &self.0
    }
}

/// The name of every feature, by its index.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = NAMES.iter().map(|&name| name.to_owned()).collect();
    for place in ["here", "earlier"] {
        for case in CASES {
            names.extend(ROLES.iter().map(|role| format!("pair-{case}-{role}-{place}")));
        }
    }
    names
}

/// A weight for each feature.
#[derive(Clone, Debug)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// Those that are shipped.
    pub fn shipped() -> Self {
        let weight = |name: &String| WEIGHTS.get(name).and_then(|weight| weight.parse().ok()).unwrap_or(0.0);
        Self(names().iter().map(weight).collect())
    }

    /// Other ones, in the order of [`names`].
    pub fn new(weights: Vec<f64>) -> Self {
        debug_assert_eq!(weights.len(), COUNT);
        Self(weights)
    }

    /// Each feature's weight, in the order of [`names`].
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    /// The weighted sum of some features.
    pub fn score(&self, features: &Features) -> f64 {
        features.0.iter().map(|&(feature, value)| self.0[feature] * value).sum()
    }

    /// The probability of each of several candidates.
    pub fn probabilities<'f>(&self, candidates: impl Iterator<Item = &'f Features>) -> Vec<f64> {
        let scores: Vec<f64> = candidates.map(|features| self.score(features)).collect();
        let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = scores.iter().map(|score| (score - top).exp()).sum();
        scores.iter().map(|score| (score - top).exp() / total).collect()
    }
}
