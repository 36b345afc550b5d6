//! Places what was said in the calendar.
//!
//! Comes in: drafts with their settings, in text order, and the publication date. Goes out: a
//! [`Placed`] for each. What was not said comes from the publication date (news sense: the nearest
//! past, unless the clause looks ahead), or from the time told before.

use super::period::{Period, Unit, easter};
use super::refine::Tense;
use super::said::{Draft, Feast, From, Part, Said, Which, YearOf};
use crate::model::Edtf;
use jiff::civil::{Date, Weekday};

/// An expression with its place in the calendar.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    pub(super) value: Edtf,
    /// Its period; of a range the first.
    pub(super) period: Period,
    /// Whether a part came from the context.
    pub(super) implied: bool,
}

/// From where expressions are counted at one place of the text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context {
    /// The publication date.
    pub(super) today: Option<Period>,
    /// The time told before, as far as "a day later" may mean it.
    pub(super) text: Option<Period>,
    /// The time told before in the same paragraph, which "in March" may be near to.
    pub(super) near: Option<Period>,
    /// The year that a heading, or the sentence so far, speaks of.
    pub(super) year: Option<i16>,
    pub(super) tense: Option<Tense>,
    /// Whether 5/4 is the fifth of April.
    pub(super) day_first: bool,
    /// When the happening was from which the draft counts ([`From::Event`]).
    pub(super) event: Option<Period>,
}

/// Places one expression; `None` where the context does not tell enough.
pub(super) fn place(draft: &Draft, context: &Context) -> Option<Placed> {
    let (first, second) = ends(draft, context)?;
    let mut text = first.edtf()?.to_string();
    if let Some(second) = second {
        text = format!("{}/{}", edge(first, false)?, edge(second, true)?);
    }
    if draft.approximate && !text.contains('/') {
        text.push('~');
    }
    let implied = is_implied(&draft.said) && draft.until.as_ref().is_none_or(is_implied);
    Some(Placed { value: text.parse().ok()?, period: first, implied })
}

/// One end of an interval: a week or a quarter by its outer day or month.
fn edge(period: Period, last: bool) -> Option<String> {
    let text = period.edtf()?.to_string();
    let (start, end) = text.split_once('/').unwrap_or((&text, &text));
    Some(if last { end } else { start }.to_owned())
}

/// Both ends of what was said; what one end leaves unsaid, the other tells.
fn ends(draft: &Draft, context: &Context) -> Option<(Period, Option<Period>)> {
    let Some(until) = &draft.until else { return Some((period(&draft.said, context)?, None)) };
    let start = period(&draft.said, context);
    let last = period(until, &Context { text: start.or(context.text), near: start.or(context.near), ..*context })?;
    let said = with_year_of(&draft.said, until);
    let first = period(&said, context)?;
    if first.first()? <= last.first()? {
        return Some((first, Some(last)));
    }
    let (earlier, later) = (first.shifted_year(-1), last.shifted_year(1));
    if said == draft.said && !is_implied(&said) { Some((first, Some(later?))) } else { Some((earlier?, Some(last))) }
}

/// "From May to June 2016": May of the same year.
fn with_year_of(said: &Said, other: &Said) -> Said {
    match (said, other) {
        (Said::Yearly(part, YearOf::Which(Which::Unsaid)), Said::Yearly(_, year)) => Said::Yearly(*part, *year),
        _ => said.clone(),
    }
}

/// Whether what was said needs a context.
fn is_implied(said: &Said) -> bool {
    match said {
        Said::Fixed(_) | Said::Slashed(..) | Said::Yearly(_, YearOf::Number(_)) => false,
        Said::WeekFrom(day) => is_implied(day),
        _ => true,
    }
}

fn period(said: &Said, context: &Context) -> Option<Period> {
    match *said {
        Said::Fixed(period) => Some(period),
        Said::Slashed(first, second, year) => {
            let day_first = first > 12 || (context.day_first && second <= 12);
            let (month, day) = if day_first { (second, first) } else { (first, second) };
            Period::day(year, month, day)
        }
        Said::Yearly(part, YearOf::Which(which)) => chosen(part, which, context),
        Said::Yearly(part, year) => part.in_year(year_number(year, context)?),
        Said::Weekday(weekday, which) => weekday_of(weekday, which, context),
        Said::Offset { unit, by, ref from } => offset(unit, by, from, context),
        Said::WeekFrom(ref day) => match period(day, context)? {
            Period::Day(day) => Some(Period::Week(day)),
            _ => None,
        },
        Said::DayOfMonth(day) => {
            let Period::Month(year, month) = context.text.or(context.today)?.within(Unit::Month)? else { return None };
            Period::day(year, month, day)
        }
    }
}

fn year_number(year: YearOf, context: &Context) -> Option<i16> {
    let (from, by) = match year {
        YearOf::Number(year) => return Some(year),
        YearOf::Publication(by) => (context.today?, by),
        YearOf::Text(by) => (context.text?, by),
        YearOf::Which(_) => return None,
    };
    match from.shifted(Unit::Year, by)? {
        Period::Year(year) => Some(year),
        _ => None,
    }
}

impl Part {
    /// This part of a year.
    fn in_year(self, year: i16) -> Option<Period> {
        Some(match self {
            Self::Month(month) => Period::Month(year, month),
            Self::Day(month, day) => return Period::day(year, month, day),
            Self::Season(code) => Period::Season(year, code),
            Self::Quarter(number) => Period::Quarter(year, number),
            Self::Feast(feast) => Period::Day(feast.in_year(year)?),
        })
    }
}

impl Feast {
    fn in_year(self, year: i16) -> Option<Date> {
        let later = |day: Date, days: i64| day.checked_add(jiff::Span::new().days(days)).ok();
        match self {
            Self::Day { month, day } => Date::new(year, month, day).ok(),
            Self::Easter { after } => later(easter(year)?, i64::from(after)),
            Self::Weekday { month, weekday, nth, after } => {
                let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
                let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?;
                later(day, i64::from(after))
            }
        }
    }
}

/// The one of a yearly thing that is meant where no year was said.
fn chosen(part: Part, which: Which, context: &Context) -> Option<Period> {
    if let (Which::Unsaid, Some(year)) = (which, context.year) {
        return part.in_year(year);
    }
    if matches!(which, Which::That | Which::Following) {
        return beside(part, which, context.text?);
    }
    if context.today.is_none() {
        return beside(part, which, context.near?);
    }
    let today = context.today?;
    let (first, last) = (today.first()?, today.last()?);
    let Period::Year(year) = today.within(Unit::Year)? else { return None };
    if today.unit() > Unit::Month && which != Which::This {
        return beside(part, which, context.near?);
    }
    let candidates = [year - 1, year, year + 1].into_iter().filter_map(|year| part.in_year(year));
    let begun = |period: &Period| period.first().is_some_and(|day| day <= last);
    let over = |period: &Period| period.last().is_some_and(|day| day < first);
    let mut candidates = candidates.collect::<Vec<_>>();
    match (which, context.tense) {
        (Which::Last, _) => candidates.into_iter().rfind(over),
        (Which::Next, _) => candidates.into_iter().find(|period| !begun(period)),
        (Which::This, _) => part.in_year(year),
        (_, Some(Tense::Future)) => candidates.into_iter().find(|period| !over(period)),
        (_, None) if matches!(part, Part::Day(..)) => {
            candidates.sort_by_key(|period| period.first().map_or(i64::MAX, |day| distance(day, first)));
            candidates.into_iter().next()
        }
        _ if matches!(part, Part::Day(..)) => candidates.into_iter().rfind(|period| soon(period, last)),
        _ => candidates.into_iter().rfind(begun),
    }
}

/// A yearly thing of the time told before, or the first after it.
fn beside(part: Part, which: Which, text: Period) -> Option<Period> {
    let Period::Year(year) = text.within(Unit::Year)? else { return None };
    let here = part.in_year(year)?;
    let first = text.first()?;
    match which {
        Which::Following if here.first()? <= first => part.in_year(year + 1),
        Which::Unsaid if text.unit() < Unit::Year && here.last()? < first => part.in_year(year + 1),
        Which::Last if here.last()? >= first => part.in_year(year - 1),
        Which::Next if here.first()? <= text.last()? => part.in_year(year + 1),
        _ => Some(here),
    }
}

/// Whether a day has come, or comes so soon that the one a year before cannot be meant.
fn soon(period: &Period, today: Date) -> bool {
    const SOON: i64 = 14;
    period.first().is_some_and(|day| day <= today || distance(day, today) <= SOON)
}

/// Days between two days.
fn distance(one: Date, other: Date) -> i64 {
    one.since(other).map_or(i64::MAX, |span| i64::from(span.get_days()).abs())
}

fn weekday_of(weekday: i8, which: Which, context: &Context) -> Option<Period> {
    let told = matches!(which, Which::That | Which::Following);
    let from = match (if told { context.text } else { context.today })? {
        Period::Day(day) => day,
        Period::Week(first) => return Period::Day(first).following(weekday),
        _ => return None,
    };
    let Period::Week(monday) = Period::Day(from).within(Unit::Week)? else { return None };
    let today = from.weekday().to_monday_one_offset();
    let ahead = context.tense == Some(Tense::Future);
    let weeks = match which {
        Which::Last => -i64::from(weekday >= today),
        Which::Next => 1,
        Which::This => i64::from(ahead && weekday < today),
        Which::That => i64::from(weekday < today),
        Which::Following => i64::from(weekday <= today),
        Which::Unsaid if ahead => i64::from(weekday < today),
        Which::Unsaid => -i64::from(weekday > today),
    };
    Period::weekday(monday, weekday, weeks)
}

fn offset(unit: Unit, by: i32, from: &From, context: &Context) -> Option<Period> {
    let base = match from {
        From::Publication => context.today?,
        From::Text => context.text.or(context.today.filter(|_| unit == Unit::Year && by <= 0))?,
        From::Said(said) => period(said, context)?,
        From::Event(_) => context.event?,
    };
    if (unit, by, from) == (Unit::Weekend, 0, &From::Publication) && context.tense != Some(Tense::Future) {
        return last_begun(base.within(Unit::Weekend)?, base);
    }
    let shifted = base.shifted(unit, by)?;
    let unseen = from == &From::Text && by > 0 && context.tense != Some(Tense::Future);
    let beyond = context.today.is_some_and(|today| shifted.first() > today.last());
    (!(unseen && beyond)).then_some(shifted)
}

/// This weekend, told in the past before it began, is the one before.
fn last_begun(weekend: Period, today: Period) -> Option<Period> {
    if weekend.first()? > today.last()? { weekend.shifted(Unit::Weekend, -1) } else { Some(weekend) }
}
