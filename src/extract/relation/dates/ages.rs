//! In what year somebody was so old: "at 22 she married".
//!
//! Comes in: the ages and births that an article tells. Goes out: for each whose birth is known, or
//! whose age at the publication is, about that year; and the year that an age beside a hit makes. It
//! is never finer than a year, and marked as rough.

use std::collections::BTreeMap;

use super::Dated;
use super::sentence::of_clause;
use crate::extract::coref::ChainId;
use crate::extract::relation::hit::Hit;
use crate::extract::relation::scene::Scene;
use crate::extract::time::{Age, When};
use crate::model::Edtf;

/// The years of birth that the text lets one conclude; where it tells the birth, that.
pub(super) fn years(scene: &Scene<'_>, births: &BTreeMap<ChainId, Dated>) -> BTreeMap<ChainId, i16> {
    let mut years: BTreeMap<_, _> =
        births.iter().filter_map(|(&chain, (date, _))| Some((chain, year(date)?))).collect();
    for age in &scene.reading.times.ages {
        if let Some((chain, year)) = born(scene, age) {
            years.entry(chain).or_insert(year);
        }
    }
    years
}

/// About when a hit was that tells how old its subject was.
pub(super) fn of_hit(scene: &Scene<'_>, hit: &Hit<'_>, years: &BTreeMap<ChainId, i16>) -> Option<Dated> {
    let (all, sentence) = (&scene.reading.times.ages, scene.sentence(hit.anchor.start));
    let clause = scene.clause_of(hit.anchor.start);
    let from = all.partition_point(|age| age.tokens.start < sentence.start);
    let here = all[from..].iter().take_while(|age| age.tokens.start < sentence.end);
    let mut told = here.filter(|age| age.when == When::Then).filter_map(|age| {
        let own = scene.clause_of(age.tokens.end - 1);
        let beside = own == clause || scene.clause(own).parent == Some(clause);
        let &[chain] = scene.people(subject(scene, own, clause)).chains.as_slice() else { return None };
        let year = years.get(&chain)?.checked_add(age.years)?;
        beside.then(|| format!("{year:04}~").parse().ok())?
    });
    told.next().map(|date: Edtf| (date, true))
}

/// Who is so old: the subject of the age's clause, where it has one of its own.
fn subject(scene: &Scene<'_>, own: usize, clause: usize) -> crate::extract::relation::scene::Party {
    let told = scene.subject(own);
    if told.chains.is_empty() { scene.subject(clause) } else { told }
}

/// The year in which somebody was born, by their age at a date or at the publication.
fn born(scene: &Scene<'_>, age: &Age) -> Option<(ChainId, i16)> {
    let clause = scene.clause_of(age.tokens.start);
    let published = || scene.reading.article.document.published.as_ref();
    let (party, date) = match age.when {
        When::Turned => {
            let told = of_clause(scene, clause, scene.sentence_index(age.tokens.start))?;
            (scene.subject(clause), told.value.as_ref()?)
        }
        When::Now => {
            let name = age.tokens.start.checked_sub(1).and_then(|token| scene.name_at(token))?;
            (scene.mentioned(name), published()?)
        }
        // "has died aged 91"
        When::Then => {
            let verb = scene.verb(scene.clause(clause).verb.filter(|&verb| scene.verb(verb).perfect)?);
            (scene.subject(clause), published().filter(|_| scene.lemma(verb.head) == "die")?)
        }
    };
    let &[chain] = scene.people(party).chains.as_slice() else { return None };
    Some((chain, year(date)?.checked_sub(age.years)?))
}

/// The one year that a date lies in.
fn year(date: &Edtf) -> Option<i16> {
    let (first, last) = (date.earliest()?.year(), date.latest()?.year());
    (first == last).then_some(first)
}
