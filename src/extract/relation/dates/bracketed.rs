//! Years in brackets behind a name: "was married to Bo Reece (2001-2009) and to Tom Hall (since 2011)".
//!
//! Comes in: a date, or the two ends of a hit. Goes out: behind whose name the date stands, or the date of the bond
//! with that one. A single year may be anything, and so long a stretch is a life: neither dates a bond.

use super::Dated;
use super::sentence::{dated, days};
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::{Bound, Time};
use crate::model::Group;

/// No bond of an article lasts so many days, but a life does.
const LIFE: i32 = 45 * 366;

/// How far behind the words of a bond its brackets may open.
const REACH: usize = 8;

/// The date of a hit's bond in the brackets behind the name of one of its ends.
pub(super) fn of_pair(scene: &Scene<'_>, hit: &Hit<'_>, ends: [ChainId; 2]) -> Option<Dated> {
    if !hit.predicate.lasting || !matches!(hit.predicate.group, Group::Romance | Group::Work) {
        return None;
    }
    let behind_end = |time: &&Time| {
        let chains = behind(scene, time).map(|name| scene.mentioned(name).chains).unwrap_or_default();
        chains.len() == 1 && ends.contains(&chains[0]) && tells_bond(scene, time)
    };
    let (all, until) = (&scene.reading.times.expressions, hit.tokens.end + REACH);
    let from = all.partition_point(|time| time.tokens.start <= hit.anchor.start);
    all[from..].iter().take_while(|time| time.tokens.start < until).find(behind_end).and_then(dated)
}

/// The name behind which a date stands in brackets: "Bo Reece (m. 1990; div. 1995)".
pub(super) fn behind(scene: &Scene<'_>, time: &Time) -> Option<usize> {
    const LEAD: usize = 4;
    let start = time.tokens.start;
    let open = (start.saturating_sub(LEAD)..start).rev().find(|&token| scene.word(token) == "(")?;
    let leads = |token: usize| matches!(scene.lemma(token), "since" | "from" | "m" | "m." | "." | "marry" | "married");
    let name = open.checked_sub(1).and_then(|token| scene.name_at(token));
    name.filter(|_| (open + 1..start).all(leads))
}

/// "2001-2009", "since 2011", "m. 1990"
fn tells_bond(scene: &Scene<'_>, time: &Time) -> bool {
    let stretch =
        time.value.as_ref().is_some_and(|value| value.is_interval()) && days(time).is_some_and(|days| days < LIFE);
    let before = time.tokens.start - 1;
    stretch || time.bound == Bound::Since || scene.word(before) != "("
}
