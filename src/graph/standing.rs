//! What the claims of one edge come to, by rules that only choose among what was said.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Claim;
use crate::model::{Edtf, Status};

/// The status, date and end of a relationship, derived from its claims.
///
/// - **status**: the strongest among the claims, confirmed over reported over rumored over denied.
/// - **disputed**: a denial stands beside a claim of another status.
/// - **date**: of the claims with the strongest status that has a dated claim at all (a date told
///   in the text before one that was partly implied), the earliest; where a vaguer date comes
///   first, the most precise one that lies within it. A date is chosen, never composed.
/// - **ended**: what the last word says. Claims that are not denials are taken by their day of
///   publication, undated articles first; an end stands until a later article tells of a date
///   after it. Where all claims are denials, nothing has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The strongest status.
    pub status: Status,
    /// Whether a denial stands beside something else.
    pub disputed: bool,
    /// When it began or happened.
    pub date: Option<Edtf>,
    /// Whether it is over.
    pub ended: bool,
}

impl Standing {
    /// Judges by one edge's claims.
    pub fn of(claims: &[Claim]) -> Self {
        let status = claims.iter().map(|claim| claim.status).max().unwrap_or(Status::Denied);
        let denied = claims.iter().any(|claim| claim.status == Status::Denied);
        let disputed = denied && status > Status::Denied;
        Self { status, disputed, date: date(claims).cloned(), ended: ended(claims) }
    }
}

fn date(claims: &[Claim]) -> Option<&Edtf> {
    let dated = || claims.iter().filter_map(|claim| Some((claim, claim.date.as_ref()?)));
    let rank = |claim: &Claim| (claim.status, Reverse(claim.date_implied));
    let best = dated().map(|(claim, _)| rank(claim)).max()?;
    let candidates = || dated().filter(|(claim, _)| rank(claim) == best).map(|(_, date)| date);
    let first = candidates().min()?;
    if first.is_interval() {
        return Some(first);
    }
    candidates().filter(|date| first.contains(date)).min_by_key(|date| (width(date), *date))
}

/// How many days a date leaves open.
fn width(date: &Edtf) -> i32 {
    match (date.earliest(), date.latest()) {
        (Some(from), Some(to)) => (to - from).get_days(),
        _ => i32::MAX,
    }
}

fn ended(claims: &[Claim]) -> bool {
    let mut told: Vec<&Claim> = claims.iter().filter(|claim| claim.status > Status::Denied).collect();
    told.sort_by_key(|claim| (published(claim), claim.ended));
    let mut over: Option<Option<Date>> = None;
    for claim in told {
        if claim.ended {
            over = Some(end_of(claim));
        } else if over.is_some_and(|end| begins_after(claim, end)) {
            over = None;
        }
    }
    over.is_some()
}

/// The last day on which a claim that something is over leaves it standing.
fn end_of(claim: &Claim) -> Option<Date> {
    claim.date.as_ref().and_then(Edtf::latest).or_else(|| published(claim))
}

fn begins_after(claim: &Claim, end: Option<Date>) -> bool {
    let start = claim.date.as_ref().and_then(Edtf::earliest);
    matches!((start, end), (Some(start), Some(end)) if start > end)
}

fn published(claim: &Claim) -> Option<Date> {
    claim.document.published.as_ref().and_then(Edtf::latest)
}
