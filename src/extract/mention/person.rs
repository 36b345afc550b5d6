//! The parts of a person's name.
//!
//! Comes in: a candidate decided to be a person. Goes out: which of its titles belong to the name,
//! and what it tells of the bearer's gender.

use std::ops::Range;

use super::Gender;
use super::candidate::{Candidate, is_first_lady};
use super::word::Words;
use crate::lexicon::names::{Sex, TitleClass, given, is_family_first, is_honour, is_suffix, is_surname, role, title};
use crate::model::NodeKind;

/// The words that are the name: with the titles that are part of how somebody is called ("Princess
/// Ottilie", "Mr. Trent"), without those that only tell an office and without honours behind it
/// ("QC").
pub(super) fn span(words: &Words<'_>, candidate: &Candidate, kind: NodeKind) -> Range<usize> {
    let Range { start, mut end } = candidate.words;
    if kind != NodeKind::Person {
        return start..end;
    }
    while end > start + 1 && (is_honour(words.text(end - 1)) || words.text(end - 1) == ",") {
        end -= 1;
    }
    let husbands = given(words.text(start)) == Some(Sex::Male);
    let regnal = |word: &str| is_suffix(word) || word == "I";
    let single = end - start == 1 || end - start == 2 && regnal(words.text(end - 1));
    // "First Lady Esther Lungu" has an office, not a rank.
    let office = |word: usize| word > 0 && is_first_lady(words, word - 1);
    let kept = candidate.titles.clone().rev().take_while(|&word| !office(word)).take_while(|&word| {
        title(words.text(word)).is_some_and(|title| match title.class {
            TitleClass::Noble | TitleClass::Royal | TitleClass::Prefix => true,
            TitleClass::Courtesy if !single => husbands && title.sex == Sex::Female,
            TitleClass::Courtesy => title.sex != Sex::Either,
            TitleClass::Kin | TitleClass::Clergy => single,
            TitleClass::Rank | TitleClass::Office => false,
        })
    });
    start - kept.count()..end
}

/// What titles, given names and the role before a name tell of the bearer's gender.
pub(super) fn gender(words: &Words<'_>, candidate: &Candidate) -> Gender {
    let titles = candidate.titles.clone().filter_map(|word| title(words.text(word))).map(|title| title.sex);
    let before = candidate.titles.start.checked_sub(1);
    let role = before.and_then(|word| role(words.text(word))).map(|role| role.sex);
    // "Turner said" tells nothing: alone, it is rather a surname. Of "DJ Ana Vega" the second word tells.
    let lone = candidate.words.len() == 1 && is_surname(words.text(candidate.words.start));
    let own = candidate.words.start..candidate.words.end - usize::from(candidate.words.len() > 1);
    let mut own = own.filter(|&word| !lone && !is_family_first(words.text(word)) && !is_of(words.text(word)));
    let first = own.find_map(|word| {
        let text = words.text(word);
        given(text).or_else(|| of_halves(text))
    });
    let known = titles.chain(role).chain(first).find(|&sex| sex != Sex::Either);
    match known {
        Some(Sex::Female) => Gender::Female,
        Some(Sex::Male) => Gender::Male,
        _ => Gender::Unknown,
    }
}

/// Particles of surnames that are given names as well: "Von Castell smiled".
fn is_of(word: &str) -> bool {
    matches!(word, "Von" | "De" | "Du" | "Del" | "Di" | "Da" | "Der" | "La" | "Le")
}

/// What the halves of a double name tell: the first, unless it is either's ("Jean-Luc").
fn of_halves(name: &str) -> Option<Sex> {
    let mut halves = name.split('-').filter_map(given);
    let first = halves.next()?;
    Some(if first == Sex::Either { halves.next().unwrap_or(first) } else { first })
}
