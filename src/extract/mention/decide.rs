//! Which candidates are names of people, venues and events.
//!
//! Comes in: the candidates of a whole article with their clues. Goes out: [`Found`]s. What the
//! article says of a name anywhere counts everywhere: a full name explains its short forms, running
//! text explains headlines. Only names that are both a person's and a place's are decided where
//! they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::candidate::{self, Candidate};
use super::clue::{self, Clue, Score};
use super::style::Style;
use super::word::{Shape, Words};
use super::{context, shape};
use crate::lexicon::names::{self, given, is_common, is_surname};
use crate::lexicon::places::place;
use crate::model::NodeKind;

/// A name that was decided on.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) candidate: Candidate,
    pub(super) kind: NodeKind,
    /// From 0 to 1.
    pub(super) confidence: f32,
    /// Whether the possessive sign behind it belongs to the name: "Nando's".
    pub(super) house: bool,
    /// The clue that spoke most for it.
    pub(super) reason: &'static str,
}

/// How much must speak for a name of several words and for one of a single word.
const PERSON: (i32, i32) = (23, 25);
const VENUE: i32 = 20;
const EVENT: i32 = 28;

/// Decides on all candidates of an article, in text order.
pub(super) fn decide(words: &Words<'_>, candidates: Vec<Candidate>) -> Vec<Found> {
    let readings: Vec<Reading> = candidates.into_iter().map(|candidate| Reading::of(words, candidate)).collect();
    let mut article = Article::default();
    article.tally(&readings);
    article.full_names(words, &readings);
    let cut = readings.into_iter().flat_map(|reading| article.cut(words, reading));
    let mut found: Vec<Found> = Vec::new();
    let mut kin = 0;
    for mut reading in cut.collect::<Vec<_>>() {
        let beside = found.last().is_some_and(|name| is_beside(words, name, &reading.candidate));
        let listed = is_listed_kin(words, kin, &reading.candidate);
        if listed {
            kin = reading.candidate.words.end;
        }
        let company = if listed { Some(clue::KIN_LISTED) } else { beside.then_some(clue::BESIDE) };
        company.into_iter().for_each(|clue| reading.local.add(clue));
        found.extend(article.judge(words, reading, company));
    }
    found.sort_by_key(|found| found.candidate.words.start);
    without_regions(words, found)
}

/// Whether a name stands behind kin in the plural ("two daughters, Ama"), or behind such a name, which ends at
/// `before`, in its list.
fn is_listed_kin(words: &Words<'_>, before: usize, next: &Candidate) -> bool {
    let start = next.titles.start;
    let joint = |word: usize| matches!(words.text(word), "and" | "&" | ",");
    let marked = start.checked_sub(1).filter(|&word| matches!(words.text(word), "," | ":"));
    let noun = marked.and_then(|mark| mark.checked_sub(1)).map(|word| words.text(word));
    let kin = |word: &str| {
        (word.ends_with('s') || word.ends_with("children")) && names::role(word).is_some_and(|role| role.kin)
    };
    let first = start > words.sentences[next.sentence].start + 1 && noun.is_some_and(kin);
    first
        || before > words.sentences[next.sentence].start
            && (1..=2).contains(&start.saturating_sub(before))
            && (before..start).all(joint)
}

/// Whether only "and" or a comma stands between a person and the next name.
fn is_beside(words: &Words<'_>, before: &Found, next: &Candidate) -> bool {
    let between = before.candidate.words.end..next.titles.start;
    let joint = |word: usize| matches!(words.text(word), "and" | "&" | ",");
    before.kind == NodeKind::Person
        && before.candidate.sentence == next.sentence
        && (1..=2).contains(&between.len())
        && between.clone().all(joint)
        && words.text(between.end - 1) != ","
}

/// "Toledo, Ohio" names one place: the region behind it is not another.
fn without_regions(words: &Words<'_>, found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for name in found {
        let start = name.candidate.words.start;
        let region = kept.last().is_some_and(|before| {
            before.kind == NodeKind::Venue && before.candidate.words.end + 1 == start && words.text(start - 1) == ","
        });
        let known = region
            && name.kind == NodeKind::Venue
            && place(words.texts(&name.candidate.words)).is_some_and(|place| place.region);
        if !known {
            kept.push(name);
        }
    }
    kept
}

/// A candidate with what speaks of it where it stands.
struct Reading {
    candidate: Candidate,
    key: String,
    own: Score,
    local: Score,
}

impl Reading {
    fn of(words: &Words<'_>, candidate: Candidate) -> Self {
        let (mut own, mut local) = (Score::default(), Score::default());
        shape::read(words, &candidate, &mut own);
        if candidate.style == Style::Running {
            context::read(words, &candidate, &words.sentences[candidate.sentence], &mut local);
        }
        Self { key: candidate.key(words), candidate, own, local }
    }
}

/// What the whole article says of each name.
#[derive(Default)]
struct Article {
    /// By name: the clues around all its uses, each kind of clue twice at most.
    around: BTreeMap<String, Score>,
    /// Names of one word that running text uses.
    singles: BTreeSet<String>,
    /// Full names of people in running text.
    people: BTreeSet<String>,
    /// Words of full names of people.
    parts: BTreeSet<String>,
    /// The last words of full names of people, each with one of these names.
    families: BTreeMap<String, String>,
    /// Other names of several words with their kind.
    things: BTreeMap<String, NodeKind>,
}

impl Article {
    fn tally(&mut self, readings: &[Reading]) {
        for reading in
            readings.iter().filter(|reading| reading.candidate.style == Style::Running && !reading.candidate.plain)
        {
            if reading.candidate.is_single() {
                self.singles.insert(reading.key.clone());
            }
            if !reading.candidate.is_single()
                && let Some(around) = self.around.get_mut(&reading.key)
                && !around.has(clue::REPEATED)
            {
                around.add(clue::REPEATED);
            }
            let around = self.around.entry(reading.key.clone()).or_default();
            for &clue in reading.local.clues.iter().filter(|clue| clue.name != clue::DATED.name) {
                if around.clues.iter().filter(|known| known.name == clue.name).count() < 2 {
                    around.add(clue);
                }
            }
        }
    }

    /// Finds the full names, whose words then explain short ones.
    fn full_names(&mut self, words: &Words<'_>, readings: &[Reading]) {
        for reading in readings.iter().filter(|reading| !reading.candidate.is_single()) {
            let score = self.score(reading);
            match verdict(&score, false) {
                Some(NodeKind::Person) if reading.candidate.style == Style::Running => {
                    self.people.insert(reading.key.clone());
                    let name = reading.candidate.words.clone();
                    let family = reading.key.rsplit(' ').next().unwrap_or_default();
                    self.families.entry(family.to_owned()).or_insert_with(|| reading.key.clone());
                    let own = name.take_while(|&word| words.text(word) != "of");
                    for word in own.filter(|&word| words.is_capital(word)) {
                        self.parts.insert(candidate::key(words, &(word..word + 1)));
                    }
                }
                Some(kind @ (NodeKind::Venue | NodeKind::Event)) => {
                    self.things.insert(reading.key.clone(), kind);
                }
                _ => {}
            }
        }
    }

    /// All that speaks of a reading.
    fn score(&self, reading: &Reading) -> Score {
        let mut score = reading.own.clone();
        let sure = score.person >= 40 && score.venue == 0;
        if let Some(around) = self.around.get(&reading.key) {
            around.clues.iter().filter(|clue| !(sure && is_preposition(clue))).for_each(|&clue| score.add(clue));
        }
        if !reading.candidate.is_single() {
            let last = reading.key.rsplit(' ').next().unwrap_or_default();
            let first = reading.key.split(' ').next().unwrap_or_default();
            score.add_if(self.singles.contains(last) || self.singles.contains(first), clue::SHORT_FORM);
            let related = self.families.get(last).is_some_and(|other| *other != reading.key);
            let plain = reading.own.has(clue::PLAIN) || is_common(first) || reading.own.venue > 0;
            score.add_if(related && !plain, clue::FAMILY);
        }
        score
    }

    /// Cuts a title's piece to the names in it that running text has; leaves every other reading.
    fn cut(&self, words: &Words<'_>, reading: Reading) -> Vec<Reading> {
        if reading.candidate.style == Style::Running || self.knows(&reading.key) {
            return vec![reading];
        }
        let names = self.known_within(words, &reading.candidate.words);
        if names.is_empty() {
            return vec![reading];
        }
        let part = |name: Range<usize>| {
            let titles = if name.start == reading.candidate.words.start {
                reading.candidate.titles.clone()
            } else {
                name.start..name.start
            };
            Reading::of(words, Candidate { words: name, titles, ..reading.candidate.clone() })
        };
        names.into_iter().map(part).collect()
    }

    fn knows(&self, key: &str) -> bool {
        self.people.contains(key) || self.things.contains_key(key)
    }

    /// The longest names within a piece that running text has.
    fn known_within(&self, words: &Words<'_>, piece: &Range<usize>) -> Vec<Range<usize>> {
        let mut names = Vec::new();
        let mut at = piece.start;
        while at < piece.end {
            let limit = piece.end.min(at + 6);
            let longest = (at + 2..=limit).rev().find(|&end| self.knows(&candidate::key(words, &(at..end))));
            at = longest.map_or(at + 1, |end| {
                names.push(at..end);
                end
            });
        }
        names
    }

    fn judge(&self, words: &Words<'_>, reading: Reading, company: Option<Clue>) -> Option<Found> {
        if reading.local.has(clue::DATED) || reading.candidate.plain && !self.parts.contains(&reading.key) {
            return None;
        }
        let single = reading.candidate.is_single();
        let mut score = self.score(&reading);
        company.into_iter().for_each(|clue| score.add(clue));
        if single && self.parts.contains(&reading.key) {
            score.add(clue::PART_OF_NAME);
            if reading.own.venue > 10 {
                score = reading.own.clone();
                score.join(&reading.local);
                score.add(clue::PART_OF_NAME);
                score.add_if(has_preposition(&reading.local) && score.venue > 30, clue::PLACE_NEAR);
                score.add_if(has_preposition(&reading.local) && score.venue > 30, clue::PLACE_IN);
            }
        }
        if reading.candidate.style != Style::Running && !single {
            return self.judge_title(words, reading, &score);
        }
        if self.is_saints_house(&reading.key) {
            return Some(found(reading.candidate, NodeKind::Venue, &score));
        }
        let kind = verdict(&score, single)?;
        if reading.candidate.style != Style::Running && kind == NodeKind::Person && !self.parts.contains(&reading.key) {
            return None;
        }
        let house = kind == NodeKind::Venue && reading.local.has(clue::HOUSE);
        Some(Found { house, ..found(reading.candidate, kind, &score) })
    }

    /// "St. James" where the article has "St. James' Palace".
    fn is_saints_house(&self, key: &str) -> bool {
        let saint = key.starts_with("st ") || key.starts_with("st. ");
        let house = |(name, kind): (&String, &NodeKind)| *kind == NodeKind::Venue && name.starts_with(key);
        saint && self.things.range(key.to_owned()..).next().is_some_and(house)
    }

    /// In a title, names that running text has count, and the longest of them within the piece.
    fn judge_title(&self, words: &Words<'_>, reading: Reading, score: &Score) -> Option<Found> {
        if self.people.contains(&reading.key) {
            return Some(found(reading.candidate, NodeKind::Person, score));
        }
        if let Some(&kind) = self.things.get(&reading.key) {
            return Some(found(reading.candidate, kind, score));
        }
        let kind = verdict(score, false)?;
        let name = &reading.candidate.words;
        let named = given(words.text(name.start)).is_some() && !is_common(words.text(name.start));
        let plain = name
            .clone()
            .any(|word| is_plain(words, word) && !(named && word + 1 == name.end && is_surname(words.text(word))));
        (!plain || kind != NodeKind::Person).then(|| found(reading.candidate, kind, score))
    }
}

fn is_plain(words: &Words<'_>, word: usize) -> bool {
    let text = words.text(word);
    words.shape(word) == Shape::Capital && is_common(text) && given(text).is_none()
}

fn has_preposition(score: &Score) -> bool {
    score.clues.iter().any(is_preposition)
}

fn is_preposition(clue: &Clue) -> bool {
    let prepositions = [clue::PLACE_IN, clue::PLACE_AT, clue::PLACE_TO, clue::PLACE_NEAR, clue::MOTION];
    prepositions.iter().any(|known| known.name == clue.name)
}

fn found(candidate: Candidate, kind: NodeKind, score: &Score) -> Found {
    let weight = match kind {
        NodeKind::Person => score.person,
        NodeKind::Venue => score.venue,
        NodeKind::Event => score.event,
    };
    Found {
        candidate,
        kind,
        confidence: (weight as f32 / 80.0).clamp(0.3, 0.99),
        house: false,
        reason: score.reason(kind),
    }
}

/// The reading that has enough in its favour.
fn verdict(score: &Score, single: bool) -> Option<NodeKind> {
    let (kind, weight) = score.best()?;
    let enough = match kind {
        NodeKind::Person => {
            if single {
                PERSON.1
            } else {
                PERSON.0
            }
        }
        NodeKind::Venue => VENUE,
        NodeKind::Event => EVENT,
    };
    (weight >= enough).then_some(kind)
}
