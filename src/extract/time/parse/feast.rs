//! "Christmas Eve", "last Thanksgiving", "Valentine's Day 2015".

use super::Found;
use super::number::{which, year_behind};
use crate::extract::time::period::Unit;
use crate::extract::time::said::{Feast, From, Part, Said, Which, YearOf};
use crate::extract::time::words::{Count, Sure, Word, Words};
use crate::lexicon::{Table, list};

const FEASTS: Table = list!("calendar/feasts");

/// A feast of `data/calendar/feasts.tsv`.
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    if let Some(found) = turn_of_year(words, at) {
        return Some(found);
    }
    let chosen = which(words, at);
    let start = chosen.map_or(at, |(behind, _)| behind);
    let (end, feast) = name(words, start)?;
    let (end, year) = year_behind(words, end)
        .filter(|_| chosen.is_none_or(|(_, which)| which == Which::This))
        .unwrap_or((end, YearOf::Which(chosen.map_or(Which::Unsaid, |(_, which)| which))));
    if names_a_thing(words, start, end) || is_surname(words, start) {
        return None;
    }
    let said = Said::Yearly(Part::Feast(feast), year);
    if words.at(end) == Word::Unit(Count::Of(Unit::Weekend)) {
        let before = Said::Offset { unit: Unit::Day, by: -3, from: From::Said(Box::new(said)) };
        let said = Said::Offset { unit: Unit::Weekend, by: 0, from: From::Said(Box::new(before)) };
        return Some(Found::new(end + 1, said));
    }
    Some(Found::new(end, said))
}

/// "(at) New Year": the last night of a year or the first day of the next; "(rang in) the New Year": that night.
fn turn_of_year(words: &Words<'_>, at: usize) -> Option<Found> {
    const SPENT: [&str; 8] = ["at", "over", "for", "spent", "spend", "spending", "celebrated", "celebrating"];
    let letters = |at: usize, word: &str| words.letters(at).eq_ignore_ascii_case(word);
    let the = usize::from(letters(at, "the"));
    let begins = the == 1 && is_rung_in(words, at) || the == 0 && at > 0 && SPENT.contains(&words.letters(at - 1));
    let owns = words.mark(at + the + 2, '\'');
    if !begins
        || owns
        || !letters(at + the, "new")
        || !letters(at + the + 1, "year")
        || !words.capital(at + the) && the == 0
    {
        return None;
    }
    let day = |month, day| Said::Yearly(Part::Day(month, day), YearOf::Which(Which::Unsaid));
    Some(Found { until: (the == 0).then(|| day(1, 1)), ..Found::new(at + the + 2, day(12, 31)) })
}

/// Whether "rang in" stands before: "rang in the New Year", "ringing in 2020".
pub(super) fn is_rung_in(words: &Words<'_>, at: usize) -> bool {
    const RING: [&str; 8] = ["ring", "rings", "rang", "rung", "ringing", "saw", "see", "seeing"];
    at > 1 && words.letters(at - 1) == "in" && RING.contains(&words.letters(at - 2))
}

/// The longest feast that begins at `at`, and where it ends.
fn name(words: &Words<'_>, at: usize) -> Option<(usize, Feast)> {
    const LONGEST: usize = 9;
    if !words.capital(at) || matches!(words.at(at), Word::Break | Word::Month(_, Sure::Short)) {
        return None;
    }
    let (mut key, mut best) = (String::new(), None);
    for end in at..at + LONGEST {
        match words.at(end) {
            Word::Break => break,
            Word::Mark('\'' | '.') => continue,
            Word::Mark(_) | Word::Digits(..) => break,
            _ if !words.glued(end) && end > at => key.push(' '),
            _ => {}
        }
        key.extend(words.letters(end).chars().flat_map(char::to_lowercase));
        best = FEASTS.get(&key).and_then(rule).map(|feast| (end + 1, feast)).or(best);
    }
    best
}

/// Whether the feast only describes what follows: "Christmas album", "Halloween Kills", "her Mother's
/// Day co-star". What happens on a feast's day is dated by it: "a New Year's Eve ceremony".
fn names_a_thing(words: &Words<'_>, start: usize, end: usize) -> bool {
    let day =
        words.at(end - 1) == Word::Unit(Count::Of(Unit::Day)) || matches!(words.letters(end - 1), "Eve" | "Night");
    let owned = words.after(start, &["possessive"]);
    let noun = words.is_noun(end) && !words.capital(end) && !words.is(end, &["part-of-day"]);
    let meal = matches!(words.letters(end), "dinner" | "lunch" | "brunch" | "breakfast");
    let other = words.at(end) == Word::Other;
    let title = words.is(end, &["title"]) || (words.capital(end) && words.at(end) == Word::Other);
    let song = words.after(start, &["of"]) && start > 1 && words.letters(start - 2).eq_ignore_ascii_case("days");
    title || song || words.is(end, &["ware"]) || (noun && other && !meal && (owned || !day))
}

/// Whether the word is somebody's surname: "Johnnie Christmas".
fn is_surname(words: &Words<'_>, at: usize) -> bool {
    at > 0 && words.before(at) == Word::Other && words.capital(at - 1)
}

/// The rule in the second column of the list.
fn rule(value: &str) -> Option<Feast> {
    let (kind, numbers) = value.split_once(' ')?;
    let mut numbers = numbers.split(' ').map_while(|number| number.parse::<i16>().ok());
    let mut small = || numbers.next().and_then(|number| i8::try_from(number).ok());
    Some(match kind {
        "day" => Feast::Day { month: small()?, day: small()? },
        "easter" => Feast::Easter { after: i16::from(small()?) },
        _ => Feast::Weekday { month: small()?, weekday: small()?, nth: small()?, after: small().unwrap_or(0) },
    })
}

#[cfg(test)]
mod tests {
    use super::{FEASTS, rule};

    #[test]
    fn every_rule_of_the_list_is_read() {
        for (name, value) in FEASTS.iter() {
            assert!(rule(value).is_some(), "{name}: {value}");
        }
    }
}
