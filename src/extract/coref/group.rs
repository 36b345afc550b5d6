//! Whom "they", "the pair" and "both" mean.
//!
//! Comes in: who was spoken of together, in text order. Goes out: for a group its members: those
//! last joined by "and", named together or meant by an earlier group, of the right number.

use super::ChainId;

/// How many groups stay in view.
const VIEW: usize = 8;
/// How many sentences back a group looks.
const REACH: usize = 4;

/// How people came to be a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bond {
    /// Joined by "and".
    Joined,
    /// Meant by a group before.
    Meant,
    /// The only people of a sentence.
    Together,
    /// The people of the headline.
    Headline,
}

/// People spoken of together.
#[derive(Clone, Debug)]
struct Group {
    members: Vec<ChainId>,
    sentence: usize,
    bond: Bond,
}

/// The groups of an article so far.
#[derive(Debug, Default)]
pub(super) struct Groups {
    recent: Vec<Group>,
    headline: Option<Group>,
}

impl Groups {
    /// Notes that people were spoken of together.
    pub(super) fn note(&mut self, mut members: Vec<ChainId>, sentence: usize, bond: Bond) {
        members.sort_unstable();
        members.dedup();
        if members.len() < 2 || members.len() > 8 {
            return;
        }
        let group = Group { members, sentence, bond };
        if bond == Bond::Headline {
            self.headline = Some(group);
            return;
        }
        let known = |other: &Group| other.members == group.members && other.sentence == sentence;
        if bond == Bond::Together && self.recent.iter().any(known) {
            return;
        }
        let part = |other: &Group| other.members.iter().all(|member| group.members.contains(member));
        self.recent.retain(|other| {
            other.members != group.members && !(other.sentence == sentence && other.bond == bond && part(other))
        });
        self.recent.insert(0, group);
        self.recent.truncate(VIEW);
    }

    /// The groups that a mention in `sentence` can mean, best first, with how sure each is. `past`
    /// tells that it speaks of former ties ("the exes"): those of whom the story was just told, rather
    /// than those that its headline joins.
    pub(super) fn rank(&self, sentence: usize, size: Option<usize>, past: bool) -> Vec<(Vec<ChainId>, f64)> {
        let fits = |group: &&Group| size.is_none_or(|size| group.members.len() == size);
        let recent = self.recent.iter().filter(fits).filter(|group| sentence - group.sentence <= REACH);
        let recent = recent.map(|group| (&group.members, weight(group, sentence - group.sentence, size, past)));
        let headline = self.headline.as_ref().filter(fits).filter(|_| size.is_some());
        let headline = headline.map(|group| (&group.members, if past { 0.15 } else { 0.45 }));
        let mut ranked: Vec<(Vec<ChainId>, f64)> = Vec::new();
        // Those who were told of together more than once are the likelier for it.
        for (members, weight) in recent.chain(headline) {
            match ranked.iter_mut().find(|(known, _)| known == members) {
                Some((_, known)) => *known += weight,
                None => ranked.push((members.clone(), weight)),
            }
        }
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        let total: f64 = ranked.iter().map(|(_, weight)| weight).sum::<f64>() + if size.is_some() { 0.1 } else { 0.3 };
        ranked.iter_mut().for_each(|(_, weight)| *weight /= total);
        ranked
    }
}

fn weight(group: &Group, behind: usize, size: Option<usize>, past: bool) -> f64 {
    let bond = match group.bond {
        Bond::Joined => 1.5,
        Bond::Meant => 1.8,
        Bond::Together if size.is_none() && group.members.len() > 2 => 0.2,
        Bond::Together if past => 3.0,
        Bond::Together => 0.8,
        Bond::Headline => 0.4,
    };
    bond / (1.0 + behind as f64).powi(2)
}
