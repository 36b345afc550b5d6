//! What a frame found, before scope, dates and confidence are judged.

use std::ops::Range;

use super::scene::{Party, Scene};
use crate::extract::coref::ChainId;
use crate::lexicon::Trigger;
use crate::model::Predicate;

/// A frame's find: words that claim a predicate, and between whom.
#[derive(Clone, Debug)]
pub(super) struct Hit<'a> {
    pub(super) predicate: &'a Predicate,
    pub(super) trigger: &'a Trigger,
    /// Source and target of each claim.
    pub(super) pairs: Vec<(ChainId, ChainId)>,
    /// The words that claim it.
    pub(super) anchor: Range<usize>,
    /// Everything it stands on, from the first word to the last.
    pub(super) tokens: Range<usize>,
    /// The frame's name.
    pub(super) frame: &'static str,
    /// How sure coreference is of its ends.
    pub(super) certainty: f64,
}

impl<'a> Hit<'a> {
    /// A hit between two parties: each of the one with each of the other.
    pub(super) fn between(
        scene: &Scene<'_>,
        (predicate, trigger): (&'a Predicate, &'a Trigger),
        source: &Party,
        target: &Party,
        anchor: Range<usize>,
        frame: &'static str,
    ) -> Option<Self> {
        let pairs = source.chains.iter().flat_map(|&a| target.chains.iter().map(move |&b| (a, b))).collect();
        let tokens = covering(&[&source.tokens, &target.tokens, &anchor]);
        let certainty = source.confidence.min(target.confidence);
        Self { predicate, trigger, pairs, anchor, tokens, frame, certainty }.admitted(scene)
    }

    /// A hit among the members of one party: every two of them.
    pub(super) fn among(
        scene: &Scene<'_>,
        (predicate, trigger): (&'a Predicate, &'a Trigger),
        party: &Party,
        anchor: Range<usize>,
        frame: &'static str,
    ) -> Option<Self> {
        let chains = &party.chains;
        let pairs =
            (0..chains.len()).flat_map(|i| (i + 1..chains.len()).map(move |j| (chains[i], chains[j]))).collect();
        let tokens = covering(&[&party.tokens, &anchor]);
        Self { predicate, trigger, pairs, anchor, tokens, frame, certainty: party.confidence }.admitted(scene)
    }

    /// Without the pairs that the predicate's domain and range do not admit; `None` if none is left.
    fn admitted(mut self, scene: &Scene<'_>) -> Option<Self> {
        let (domain, range) = (&self.predicate.domain, &self.predicate.range);
        self.pairs.retain(|&(a, b)| a != b && domain.contains(&scene.kind(a)) && range.contains(&scene.kind(b)));
        (!self.pairs.is_empty() && self.pairs.len() <= MOST_PAIRS).then_some(self)
    }
}

/// More pairs than this come from a list that was misread, or are of no use to a reader.
const MOST_PAIRS: usize = 190;

/// The smallest range that holds all of these that are not empty.
fn covering(ranges: &[&Range<usize>]) -> Range<usize> {
    let known = || ranges.iter().filter(|range| !range.is_empty());
    let start = known().map(|range| range.start).min().unwrap_or(0);
    start..known().map(|range| range.end).max().unwrap_or(start)
}
