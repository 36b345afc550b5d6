//! Whom "they", "the pair" and "both" can mean.
//!
//! Comes in: who was spoken of together, in text order. Goes out: for what is asked the groups of the
//! right number, each with how sure it is: those last joined by "and", named together or meant by an
//! earlier group, and the two of whom the whole article tells. That nobody known is meant has a
//! weight of its own.

use super::{Chain, ChainId};
use crate::lexicon::{Table, list};
use crate::model::NodeKind;

/// What two people share, do together or are to each other.
const TIES: Table = list!("coref/ties");

/// How many groups stay in view.
const VIEW: usize = 12;
/// How many pairs of one blood stay in view, and how many children of one family are looked at.
const KINDRED: usize = 32;
const FAMILY: usize = 6;
/// How much a group counts so many sentences behind, from its own one on.
const NEAR: [f64; 5] = [1.8, 0.5, 0.2, 0.1, 0.06];
/// The same for groups of a number that is told, further back than that.
const FAR: f64 = 0.03;
/// By how much less two of one blood are meant where a love is told of.
const KIN: f64 = 0.15;
/// By how much less "the couple" means two of whom no tie was told.
const STRANGERS: f64 = 0.4;
/// By how much less it means two whose tie was told to be over.
const OVER: f64 = 0.5;
/// How many sentences back those are looked for.
const REACH: usize = 16;

/// How people came to be a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// Joined by "and".
    Joined,
    /// So joined by blood: "Ana and her brother Raul".
    Kin,
    /// One says or does to the other what has a tie: "Ana married Raul", "Ana, who was engaged to Raul".
    Tied,
    /// Meant by a group before.
    Meant,
    /// The only people of a sentence.
    Together,
    /// The people of a sentence, one of whom only owns something there: "Vega's romance with Hale".
    Owning,
    /// The people of the headline.
    Headline,
}

/// People spoken of together.
#[derive(Clone, Debug)]
struct Group {
    members: Vec<ChainId>,
    sentence: usize,
    bond: Bond,
    /// Whether its sentence tells of a tie between people.
    tied: bool,
    /// Whether it tells of one that is over.
    over: bool,
}

/// What a mention of several asks for.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// Its sentence.
    pub(super) sentence: usize,
    /// How many they are, where that is told.
    pub(super) size: Option<usize>,
    /// Whether it speaks of former ties ("the exes"): those of whom the story was just told, rather
    /// than those that its headline joins.
    pub(super) past: bool,
    /// Whether it names two who love each other: "the couple", "the lovebirds".
    pub(super) couple: bool,
    /// Whether what is said of them is said of two who have a tie: "they divorced", "their romance".
    pub(super) tied: bool,
    /// Whether they are called by a role: "her siblings" may be of one blood, whatever is told of them.
    pub(super) kin: bool,
    /// How much speaks for others than the people known.
    pub(super) others: f64,
    /// Who is none of them.
    pub(super) out: Vec<ChainId>,
    /// The people of the sentence so far, or those in view of the gender that is told.
    pub(super) here: Vec<ChainId>,
    /// Who was spoken of in the sentence or the one before.
    pub(super) present: Vec<ChainId>,
    /// Whether it stands in a heading between paragraphs.
    pub(super) heading: bool,
    /// Whether the two of whom the whole article tells were named so far.
    pub(super) leading: bool,
}

/// The groups of an article so far.
#[derive(Debug, Default)]
pub(super) struct Groups {
    recent: Vec<Group>,
    headline: Option<Group>,
    leading: Option<Vec<ChainId>>,
    /// Who is whose parent, child or sibling.
    kin: Vec<[ChainId; 2]>,
}

/// Whether a word tells of a tie between two people.
pub(super) fn is_tie(word: &str) -> bool {
    TIES.contains(word)
}

/// Whether a word tells that such a tie is over.
pub(super) fn is_over(word: &str) -> bool {
    TIES.get(word) == Some("past")
}

/// Whether a word names two who love each other.
pub(super) fn is_couple(word: &str) -> bool {
    TIES.get(word) == Some("couple")
}

impl Groups {
    /// No groups yet, but the two of whom an article tells.
    pub(super) fn new(chains: &[Chain], totals: &[usize]) -> Self {
        Self { leading: leading(chains, totals), ..Self::default() }
    }

    /// Notes that people were spoken of together.
    pub(super) fn note(&mut self, mut members: Vec<ChainId>, sentence: usize, bond: Bond) {
        members.sort_unstable();
        members.dedup();
        if members.len() < 2 || members.len() > 8 {
            return;
        }
        let group = Group { members, sentence, bond, tied: false, over: false };
        if bond == Bond::Headline {
            self.headline = Some(group);
            return;
        }
        let known = |other: &Group| other.members == group.members && other.sentence == sentence;
        if matches!(bond, Bond::Together | Bond::Owning) && self.recent.iter().any(known) {
            return;
        }
        let part = |other: &Group| other.members.iter().all(|member| group.members.contains(member));
        self.recent.retain(|other| {
            other.members != group.members && !(other.sentence == sentence && other.bond == bond && part(other))
        });
        self.recent.insert(0, group);
        self.recent.truncate(VIEW);
    }

    /// Notes that two are of one blood: a love is not theirs.
    pub(super) fn kin(&mut self, one: ChainId, other: ChainId) {
        let pair = [one.min(other), one.max(other)];
        if !self.kin.contains(&pair) {
            self.kin.insert(0, pair);
            self.kin.truncate(KINDRED);
        }
    }

    /// Notes that several are of one blood: "two children, Mia and Leo".
    pub(super) fn kindred(&mut self, people: &[ChainId]) {
        for (index, &one) in people.iter().take(FAMILY).enumerate() {
            people[..index].iter().for_each(|&other| self.kin(one, other));
        }
    }

    /// Whether a group is two of one blood.
    fn are_kin(&self, members: &[ChainId]) -> bool {
        self.kin.iter().any(|pair| pair == members)
    }

    /// The two last joined by "and", in the order of their names, if that was just before.
    pub(super) fn last_joined(&self, sentence: usize) -> Option<[ChainId; 2]> {
        let joined = |group: &&Group| {
            group.members.len() == 2 && matches!(group.bond, Bond::Joined | Bond::Meant | Bond::Together)
        };
        let group = self.recent.iter().find(joined).filter(|group| sentence - group.sentence <= 2)?;
        Some([group.members[0], group.members[1]])
    }

    /// The two of whom the article tells.
    pub(super) fn leading(&self) -> Option<&[ChainId]> {
        self.leading.as_deref()
    }

    /// Notes that a sentence tells of a tie, and whether of one that is over.
    pub(super) fn tie(&mut self, sentence: usize, over: bool) {
        let here = self.recent.iter_mut().chain(&mut self.headline).filter(|group| group.sentence == sentence);
        here.for_each(|group| (group.tied, group.over) = (true, over));
    }

    /// The groups that a mention can mean, best first, with how sure each is; `can_be` rules others out.
    pub(super) fn rank(&self, ask: &Ask, can_be: impl Fn(&[ChainId]) -> bool) -> Vec<(Vec<ChainId>, f64)> {
        let fits = |members: &[ChainId]| {
            ask.size.is_none_or(|size| members.len() == size) && !ask.out.iter().any(|out| members.contains(out))
        };
        let recent = self.recent.iter().map(|group| (&group.members, weight(group, ask)));
        let headline = self.headline.as_ref().filter(|_| ask.size.is_some() || ask.heading);
        let headline = headline.map(|group| (&group.members, titled(group, ask)));
        let leading = self.leading.as_ref().filter(|_| ask.leading).map(|pair| (pair, leads(pair, ask)));
        let here = Some((&ask.here, 1.6)).filter(|(here, _)| here.len() == ask.size.unwrap_or(2));
        let mut ranked: Vec<(Vec<ChainId>, f64)> = Vec::new();
        // Those who were told of together more than once are the likelier for it.
        for (members, weight) in recent.chain(headline).chain(leading).chain(here) {
            let weight = if ask.tied && !ask.kin && self.are_kin(members) { KIN * weight } else { weight };
            match ranked.iter_mut().find(|(known, _)| known == members) {
                Some((_, known)) => *known += weight,
                None if weight > 0.0 && fits(members) => ranked.push((members.clone(), weight)),
                None => {}
            }
        }
        ranked.retain(|(members, _)| can_be(members));
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let total: f64 = ranked.iter().map(|(_, weight)| weight).sum::<f64>() + ask.others;
        ranked.iter_mut().for_each(|(_, weight)| *weight /= total);
        ranked
    }
}

/// The two whom an article names far more often than anybody else.
fn leading(chains: &[Chain], totals: &[usize]) -> Option<Vec<ChainId>> {
    let person = |&chain: &ChainId| chains[chain].kind == NodeKind::Person && chains[chain].makes_node;
    let mut people: Vec<ChainId> = (0..chains.len()).filter(person).collect();
    people.sort_by_key(|&chain| (std::cmp::Reverse(totals[chain]), chain));
    let third = people.get(2).map_or(0, |&chain| totals[chain]);
    let &[first, second, ..] = people.as_slice() else { return None };
    let clear = totals[second] >= 2 && 2 * third <= totals[second];
    clear.then(|| vec![first.min(second), first.max(second)])
}

/// How much speaks for the people of the headline: most in the headings below it, and where it is the title of
/// a love story ("Ana and Raul's romance").
fn titled(group: &Group, ask: &Ask) -> f64 {
    match (ask.past, ask.heading) {
        (_, true) => 1.5,
        (true, false) if !group.tied => 0.15,
        _ if group.tied => 0.65,
        _ => 0.45,
    }
}

/// How much speaks for the two whom the article is about: less where others were just spoken of.
fn leads(pair: &[ChainId], ask: &Ask) -> f64 {
    let alone = ask.present.iter().all(|chain| pair.contains(chain));
    if ask.tied || ask.size.is_some() || alone { 0.3 } else { 0.12 }
}

/// How much speaks for a group.
fn weight(group: &Group, ask: &Ask) -> f64 {
    let bond = match group.bond {
        Bond::Joined => 1.5,
        Bond::Kin if ask.tied => 0.2,
        Bond::Kin => 1.4,
        Bond::Tied if ask.past => 3.0,
        Bond::Tied => 1.5,
        Bond::Meant => 1.8,
        Bond::Together if ask.size.is_none() && group.members.len() > 2 => 0.2,
        Bond::Together if ask.past && group.tied => 3.0,
        Bond::Together => 0.9,
        Bond::Owning => 0.9,
        Bond::Headline => 0.4,
    };
    let behind = ask.sentence - group.sentence;
    let far = if ask.size.is_some() && behind <= REACH { FAR } else { 0.0 };
    let two = group.members.len() == 2;
    let love = match (ask.couple, ask.past) {
        (true, false) if !group.tied => STRANGERS,
        (true, false) if group.over => OVER,
        _ => 1.0,
    };
    let fit = match (ask.tied, group.tied) {
        (true, true) if two => 1.6,
        (true, _) if !two => 0.15,
        _ => 1.0,
    };
    bond * fit * love * NEAR.get(behind).copied().unwrap_or(far)
}
