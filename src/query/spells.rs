//! When a relationship held.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::graph::{Claim, EdgeView};
use crate::model::{Edtf, Group, Status};

/// A stretch of days in which a relationship held, as far as its claims tell; `None` is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first day on which it may have held.
    pub from: Option<Date>,
    /// The last day on which it may have held.
    pub to: Option<Date>,
}

impl Spell {
    /// Whether both spells were going on on one known day. Spells of which only an end is known may
    /// be far apart.
    pub fn surely_meets(&self, other: &Self) -> bool {
        let (Some(from), Some(other_from)) = (self.from, other.from) else { return false };
        let start = from.max(other_from);
        [self.to, other.to].into_iter().flatten().all(|to| to > start)
    }
}

/// Whether an edge held at some time within `when`.
///
/// A claim holds from the first day that its date may mean. A dated occasion (a kiss) has happened
/// from then on. What lasts, lasts until the end of its interval, or until a later claim ends it.
/// Without a date, kinship holds always, anything else from the day of publication; without that
/// either, always, unless it is over. What is told to be over without saying since when, is over by
/// the day of publication. Denials hold no more than anything else unless there is nothing else.
pub fn holds(edge: &EdgeView<'_>, when: &Edtf) -> bool {
    let (first, last) = (when.earliest(), when.latest());
    spells(edge).iter().any(|spell| {
        let begun = spell.from.is_none() || last.is_none() || spell.from <= last;
        let going_on = spell.to.is_none() || first.is_none() || spell.to >= first;
        begun && going_on
    })
}

/// The spells of an edge, in order; a relationship that ended and began again has two.
pub fn spells(edge: &EdgeView<'_>) -> Vec<Spell> {
    let told: Vec<&Claim> = match edge.status {
        Status::Denied => edge.claims.iter().collect(),
        _ => edge.claims.iter().filter(|claim| claim.status > Status::Denied).collect(),
    };
    let mut single: Vec<Spell> = told.iter().filter_map(|claim| spell(claim, edge)).collect();
    for spell in &mut single {
        let end = told.iter().filter(|_| edge.definition.lasting).filter_map(|claim| end_of(claim, spell.from)).min();
        spell.to = match (spell.to, end) {
            (Some(to), Some(end)) => Some(to.min(end)),
            (to, end) => to.or(end),
        };
    }
    merge(single)
}

/// The stretch that one claim alone tells of.
fn spell(claim: &Claim, edge: &EdgeView<'_>) -> Option<Spell> {
    let date = claim.date.as_ref();
    let from = match date {
        Some(date) => date.earliest(),
        None if claim.ended => return None,
        None if edge.group == Group::Family && edge.definition.lasting && edge.predicate != "married_to" => None,
        None => published(claim),
    };
    let closed = date.filter(|date| edge.definition.lasting && (date.is_interval() || claim.ended));
    Some(Spell { from, to: closed.and_then(Edtf::latest) })
}

/// The last day, if this claim tells of one, of a spell that began on `from`: an end told with the
/// date of the beginning leaves the day open, so it is over by the day of publication.
fn end_of(claim: &Claim, from: Option<Date>) -> Option<Date> {
    if !claim.ended {
        return None;
    }
    let date = claim.date.as_ref();
    let told = date.filter(|date| date.is_interval() || from.is_none() || date.earliest() > from);
    let end = told.and_then(Edtf::latest).or_else(|| published(claim)).or_else(|| date.and_then(Edtf::latest));
    end.filter(|end| from.is_none_or(|from| from <= *end))
}

fn published(claim: &Claim) -> Option<Date> {
    claim.document.published.as_ref().and_then(Edtf::latest)
}

/// Joins spells that share a day.
fn merge(mut spells: Vec<Spell>) -> Vec<Spell> {
    spells.sort_by(|a, b| a.from.cmp(&b.from).then(later_end(a.to, b.to)));
    let mut merged: Vec<Spell> = Vec::new();
    for spell in spells {
        match merged.last_mut() {
            Some(last) if last.to.is_none() || spell.from.is_none() || spell.from <= last.to => {
                if later_end(spell.to, last.to).is_gt() {
                    last.to = spell.to;
                }
            }
            _ => merged.push(spell),
        }
    }
    merged
}

/// Compares two last days; an open end is later than any.
fn later_end(a: Option<Date>, b: Option<Date>) -> Ordering {
    (a.is_none(), a).cmp(&(b.is_none(), b))
}
