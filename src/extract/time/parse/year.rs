//! "2012", "2012-15", "'09" after "in".

use super::Found;
use super::feast::is_rung_in;
use super::number::{four_digits, short_year};
use crate::extract::time::period::Period;
use crate::extract::time::said::Said;
use crate::extract::time::words::{Word, Words};
use crate::syntax::Tag;

/// A year by its number. Four digits may count people, money or houses: see [`is_a_count`].
pub(super) fn parse(words: &Words<'_>, at: usize) -> Option<Found> {
    const TELLING: [&str; 6] = ["in", "since", "of", "until", "early", "late"];
    if let Some((end, year)) = short_year(words, at).filter(|_| words.after(at, &TELLING)) {
        return Some(Found::new(end, Said::Fixed(Period::Year(year))));
    }
    let year = four_digits(words, at)?;
    let told = is_told(words, at);
    if is_a_part(words, at) || is_a_count(words, at, told) || (!told && !(1900..=2100).contains(&year)) {
        return None;
    }
    if is_rung_in(words, at) {
        return Some(Found::new(at + 1, Said::Fixed(Period::day(year - 1, 12, 31)?)));
    }
    let (end, last) = range(words, at + 1, year);
    let until = last.map(|year| Said::Fixed(Period::Year(year)));
    Some(Found { until, ..Found::new(end, Said::Fixed(Period::Year(year))) })
}

/// The second year of "2012-15" or "2012-2015".
fn range(words: &Words<'_>, at: usize, first: i16) -> (usize, Option<i16>) {
    let bracketed = at > 1 && words.mark(at - 2, '(') && words.mark(at + 2, ')');
    let joined = words.mark(at, '-') && ((words.glued(at) && words.glued(at + 1)) || bracketed);
    match words.at(at + 1) {
        Word::Digits(short, 2) if joined && !is_followed(words, at + 2) => {
            let last = first - first % 100 + short as i16;
            if last > first { (at + 2, Some(last)) } else { (at, None) }
        }
        Word::Digits(..) if joined => match four_digits(words, at + 1).filter(|&last| last > first) {
            Some(last) => (at + 2, Some(last)),
            None => (at, None),
        },
        _ => (at, None),
    }
}

/// Whether something that belongs to the figures is glued to them at `at`.
fn is_followed(words: &Words<'_>, at: usize) -> bool {
    words.glued(at) && !matches!(words.at(at), Word::Mark(')' | ',' | '.' | ';' | ':' | '"' | ']'))
}

/// Whether the words before make a year of the number.
fn is_told(words: &Words<'_>, at: usize) -> bool {
    const TELLING: [&str; 16] = [
        "in",
        "since",
        "until",
        "by",
        "from",
        "to",
        "of",
        "before",
        "after",
        "between",
        "and",
        "early",
        "late",
        "around",
        "the",
        "possessive",
    ];
    let circa = words.mark(at.wrapping_sub(1), '.') && at > 1 && matches!(words.letters(at - 2), "c" | "ca");
    circa
        || words.after(at, &TELLING)
        || matches!(words.before(at), Word::Mark('(' | '-') | Word::Break | Word::Month(..))
}

/// Whether the figures are glued to something: a price, a telephone number, a model, an address.
fn is_a_part(words: &Words<'_>, at: usize) -> bool {
    let money = matches!(words.before(at), Word::Mark('$' | '£' | '€' | '#' | '+' | '@' | '&' | '*' | '_'));
    let glued = words.glued(at) && !matches!(words.before(at), Word::Mark('(' | '-' | '"' | '\'' | '[' | '.' | ','));
    let range = words.mark(at.wrapping_sub(1), '-') && words.glued(at) && !ends_a_date(words, at - 1);
    let behind = words.glued(at + 1) && matches!(words.at(at + 1), Word::Other | Word::Mark('%' | '°' | '_' | '@'));
    let quoted = matches!(words.before(at), Word::Mark('"')) && words.mark(at + 1, '"');
    let street = words.capital(at + 1) && (words.is(at + 2, &["title"]) || words.is(at + 1, &["title"]));
    money || glued || range || behind || quoted || street
}

/// Whether a dash at `at` may join this number to a date before it: "2012-2015", "mid-2011".
fn ends_a_date(words: &Words<'_>, at: usize) -> bool {
    match words.before(at) {
        Word::Digits(year, 4) => (1000..2200).contains(&year),
        Word::Digits(..) | Word::Mark(_) => false,
        _ => true,
    }
}

/// Whether the number counts what follows it: "2000 people", "more than 1500".
fn is_a_count(words: &Words<'_>, at: usize, told: bool) -> bool {
    let next = words.letters(at + 1);
    let plural = words.tag(at + 1) == Some(Tag::NNS) || next.ends_with("children");
    let many = plural && words.after(at, &["of"]);
    let people =
        matches!(next, "people" | "women" | "men" | "miles" | "feet" | "meters" | "metres" | "dollars" | "pounds");
    let unit = matches!(words.at(at + 1), Word::Unit(_));
    let compared =
        matches!(words.letters(at.wrapping_sub(1)), "than" | "least" | "over" | "number" | "No" | "room" | "Room");
    people || many || unit || compared || (plural && !told && !words.capital(at + 1))
}
