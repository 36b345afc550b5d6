//! What tells a person from a namesake: whom they know, when they were seen, how they are spoken of.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{POSSIBLE, answer};
use super::name::Name;
use crate::model::{Appearance, Edtf, NodeKind, Status};

/// Everything that a set of appearances tells of whoever they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// Folded full names of whom claims tie them to.
    pub(super) ties: BTreeSet<String>,
    /// Folded full names of people in the same articles.
    pub(super) company: BTreeSet<String>,
    /// Keys of the readings in which they appear.
    pub(super) readings: BTreeSet<String>,
    /// Their own folded names.
    pub(super) names: BTreeSet<String>,
    /// Other full names that articles give them, folded.
    pub(super) aliases: BTreeSet<String>,
    /// What they are said to be by trade.
    pub(super) trades: BTreeSet<String>,
    /// How many appearances have each pronoun.
    pub(super) pronouns: BTreeMap<String, usize>,
    /// Years of birth told of them.
    pub(super) births: BTreeSet<i16>,
    /// Whom they are told to be married to at present, with the year of the telling.
    pub(super) spouses: BTreeSet<(String, i16)>,
    /// First and last year in which something is told of them.
    pub(super) active: Option<(i16, i16)>,
}

impl Profile {
    pub(super) fn of<'a>(appearances: impl IntoIterator<Item = &'a Appearance>) -> Self {
        let mut profile = Self::default();
        for appearance in appearances {
            profile.add(appearance);
        }
        profile
    }

    fn add(&mut self, it: &Appearance) {
        self.names.insert(it.key.clone());
        self.readings.insert(it.reading.clone());
        self.aliases.extend(it.alias_keys.iter().cloned());
        self.trades.extend(it.roles.iter().flat_map(|role| role.split('-')).map(trade));
        if let Some(pronoun) = &it.pronoun {
            *self.pronouns.entry(pronoun.clone()).or_default() += 1;
        }
        self.company.extend(it.company.iter().filter(|key| **key != it.key && is_telling(key)).cloned());
        let told = it.published.as_ref().and_then(year);
        for tie in &it.ties {
            let dated = tie.date.as_ref().and_then(year);
            if tie.other_kind == NodeKind::Person && is_telling(&tie.other) {
                self.ties.insert(tie.other.clone());
            }
            if tie.predicate == "parent_of" && !tie.forward {
                self.births.extend(dated);
            }
            let holds = !tie.ended && tie.status > Status::Rumored;
            if let (true, "married_to", Some(year)) = (holds, tie.predicate.as_str(), told.or(dated)) {
                self.spouses.insert((tie.other.clone(), year));
            }
            self.seen(dated);
        }
        self.seen(told);
    }

    fn seen(&mut self, year: Option<i16>) {
        if let Some(year) = year {
            let (first, last) = self.active.unwrap_or((year, year));
            self.active = Some((first.min(year), last.max(year)));
        }
    }

    /// The pronoun that is used by far the most; `None` where it is not clear.
    pub(super) fn pronoun(&self) -> Option<&str> {
        let total: usize = self.pronouns.values().sum();
        let (pronoun, count) = self.pronouns.iter().max_by_key(|(_, count)| **count)?;
        (count * 5 >= total * 4).then_some(pronoun)
    }
}

/// A trade, whoever plies it: "actress" and "actor" are one.
fn trade(role: &str) -> String {
    match role.strip_suffix("tress") {
        Some(stem) => format!("{stem}tor"),
        None => role.strip_suffix("ess").unwrap_or(role).to_owned(),
    }
}

/// Whether a folded name says who somebody is: a lone first name or surname does not.
fn is_telling(key: &str) -> bool {
    !Name::of_key(NodeKind::Person, key).is_lone()
}

fn year(date: &Edtf) -> Option<i16> {
    date.earliest().or_else(|| date.latest()).map(|day| day.year())
}

/// How two profiles speak for and against their being one person's.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// Names to whom claims tie both.
    pub(super) shared_ties: Vec<String>,
    /// Other names in whose company both stand.
    pub(super) shared_company: Vec<String>,
    /// An article gives one of them the other's name, and it is this that is compared.
    pub(super) is_alias: bool,
    /// Trades that both are said to ply.
    pub(super) shared_trades: Vec<String>,
    /// Both have trades, and none in common.
    pub(super) trades_differ: bool,
    /// One is "she", the other "he".
    pub(super) pronouns_differ: bool,
    /// Born in different years.
    pub(super) births_differ: bool,
    /// Married to different people at one time.
    pub(super) spouses_differ: bool,
    /// Years between the last that is told of one and the first that is told of the other.
    pub(super) years_apart: i16,
    /// Articles that name both.
    pub(super) together: usize,
    /// In how many readings the less attested of the two stands.
    pub(super) attested: usize,
}

/// Years within which two spouses at once are taken for two people's.
const AT_ONE_TIME: i16 = 2;

impl Context {
    pub(super) fn of(a: &Profile, b: &Profile) -> Self {
        let shared_ties: Vec<String> = a.ties.intersection(&b.ties).cloned().collect();
        let own = |key: &String| a.names.contains(key) || b.names.contains(key);
        let shared_company =
            a.company.intersection(&b.company).filter(|key| !shared_ties.contains(key) && !own(key)).cloned().collect();
        Self {
            shared_company,
            is_alias: false,
            shared_trades: a.trades.intersection(&b.trades).cloned().collect(),
            trades_differ: !a.trades.is_empty() && !b.trades.is_empty() && a.trades.is_disjoint(&b.trades),
            pronouns_differ: matches!((a.pronoun(), b.pronoun()), (Some(a), Some(b)) if a != b),
            births_differ: !a.births.is_empty() && !b.births.is_empty() && a.births.is_disjoint(&b.births),
            spouses_differ: shared_ties.is_empty() && spouses_differ(a, b),
            years_apart: years_apart(a, b),
            together: a.readings.intersection(&b.readings).count(),
            attested: a.readings.len().min(b.readings.len()),
            shared_ties,
        }
    }

    /// Whether anybody stands on both sides.
    pub(super) fn is_shared(&self) -> bool {
        !self.shared_ties.is_empty() || !self.shared_company.is_empty()
    }

    /// Whether the two cannot be one person, their names aside.
    pub(super) fn conflicts(&self) -> bool {
        self.pronouns_differ || self.births_differ || self.spouses_differ || self.years_apart >= A_LIFETIME
    }
}

/// Years after which a name is taken up by somebody else.
pub(super) const A_LIFETIME: i16 = 70;

/// Whether they are married to two people at one time: not to one who has taken a second surname.
fn spouses_differ(a: &Profile, b: &Profile) -> bool {
    let name = |key: &str| Name::of_key(NodeKind::Person, key);
    let others = |one: &str, other: &str| one != other && answer(&name(one), &name(other), None).score < POSSIBLE;
    a.spouses.iter().any(|(one, year)| {
        let at_once = |when: i16| year.abs_diff(when) <= AT_ONE_TIME.unsigned_abs();
        b.spouses.iter().any(|(other, when)| at_once(*when) && others(one, other))
    })
}

fn years_apart(a: &Profile, b: &Profile) -> i16 {
    match (a.active, b.active) {
        (Some((a_first, a_last)), Some((b_first, b_last))) => (b_first - a_last).max(a_first - b_last).max(0),
        _ => 0,
    }
}
