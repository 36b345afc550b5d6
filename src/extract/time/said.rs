//! What a date expression says, before anybody asks from where it is counted.
//!
//! Comes in: what a parser recognised. Goes out: [`Draft`]s of [`Said`], plain values that
//! `resolve` places in the calendar.

use std::ops::Range;

use super::period::{Period, Unit};

/// A recognised expression.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The words that it covers.
    pub(super) words: Range<usize>,
    pub(super) said: Said,
    /// The other end, where a range was said.
    pub(super) until: Option<Said>,
    /// Whether it was said to be only about then.
    pub(super) approximate: bool,
    /// The parser that read it.
    pub(super) rule: &'static str,
}

/// What was said.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Said {
    /// A period that needs nothing else: a full date, a decade.
    Fixed(Period),
    /// Something that comes round every year.
    Yearly(Part, YearOf),
    /// A day of the week; Monday is 1.
    Weekday(i8, Which),
    /// So many units before or after something.
    Offset { unit: Unit, by: i32, from: From },
    /// "The week of June 9": seven days from then.
    WeekFrom(Box<Self>),
    /// "The 25th", of a month that the context tells.
    DayOfMonth(i8),
    /// 5/4/2018: month first or day first, as the article writes elsewhere.
    Slashed(i8, i8, i16),
}

/// What comes round every year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    Month(i8),
    /// Month and day.
    Day(i8, i8),
    /// By its EDTF code.
    Season(i8),
    Quarter(i8),
    Feast(Feast),
}

/// When a feast falls, by the rules of `data/calendar/feasts.tsv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Feast {
    Day {
        month: i8,
        day: i8,
    },
    /// The `nth` such weekday of a month (-1: its last), and so many days after it.
    Weekday {
        month: i8,
        weekday: i8,
        nth: i8,
        after: i8,
    },
    /// So many days after Easter Sunday.
    Easter {
        after: i16,
    },
}

/// Of which year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum YearOf {
    Number(i16),
    /// So many years from the year of publication ("of last year").
    Publication(i32),
    /// So many years from the year told before ("of that year").
    Text(i32),
    Which(Which),
}

/// Which of those that come round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Unsaid,
    Last,
    This,
    Next,
    /// "That Friday", "the following March": of the time told before, or the first after it.
    That,
    Following,
}

/// From where an offset is counted.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum From {
    Publication,
    /// The time told before.
    Text,
    /// The expression that follows: "the day before Christmas".
    Said(Box<Said>),
    /// A happening that the text dates elsewhere, by the word of its head noun: "days before the gala".
    Event(usize),
}
