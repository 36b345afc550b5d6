//! Stretches of the calendar, each as vague as it was said, and arithmetic on them.
//!
//! Comes in: years, months, days. Goes out: [`Period`]s, which print as EDTF. It knows no words.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::model::Edtf;

/// How long a period is; in order of length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Day,
    Weekend,
    Week,
    Month,
    Season,
    Quarter,
    Year,
    Decade,
    Century,
}

/// A stretch of the calendar that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// By its Saturday.
    Weekend(Date),
    /// By its Monday.
    Week(Date),
    Month(i16, i8),
    /// Year and EDTF code: 21 spring to 24 winter, which ends in the year after.
    Season(i16, i8),
    /// Year and number, 1 to 4.
    Quarter(i16, i8),
    Year(i16),
    /// By its first year: 1990.
    Decade(i16),
    /// By its first two digits: 19 is the 20th century.
    Century(i16),
}

impl Period {
    /// The day, if there is one.
    pub(super) fn day(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::Day)
    }

    /// The year that it begins in.
    fn year_of(self) -> i16 {
        match self {
            Self::Day(day) | Self::Weekend(day) | Self::Week(day) => day.year(),
            Self::Month(year, _) | Self::Season(year, _) | Self::Quarter(year, _) | Self::Year(year) => year,
            Self::Decade(year) => year,
            Self::Century(century) => century * 100,
        }
    }

    pub(super) const fn unit(self) -> Unit {
        match self {
            Self::Day(_) => Unit::Day,
            Self::Weekend(_) => Unit::Weekend,
            Self::Week(_) => Unit::Week,
            Self::Month(..) => Unit::Month,
            Self::Season(..) => Unit::Season,
            Self::Quarter(..) => Unit::Quarter,
            Self::Year(_) => Unit::Year,
            Self::Decade(_) => Unit::Decade,
            Self::Century(_) => Unit::Century,
        }
    }

    /// Its first day.
    pub(super) fn first(self) -> Option<Date> {
        let month = match self {
            Self::Day(day) | Self::Weekend(day) | Self::Week(day) => return Some(day),
            Self::Month(_, month) => month,
            Self::Season(_, code) => (code - 20) * 3,
            Self::Quarter(_, number) => number * 3 - 2,
            Self::Year(_) | Self::Decade(_) | Self::Century(_) => 1,
        };
        Date::new(self.year_of(), month, 1).ok()
    }

    /// Its last day.
    pub(super) fn last(self) -> Option<Date> {
        let first = self.first()?;
        let span = match self.unit() {
            Unit::Day => return Some(first),
            Unit::Weekend => 2.days(),
            Unit::Week => 7.days(),
            Unit::Month => 1.month(),
            Unit::Season | Unit::Quarter => 3.months(),
            Unit::Year => 1.year(),
            Unit::Decade => 10.years(),
            Unit::Century => 100.years(),
        };
        first.checked_add(span).ok()?.yesterday().ok()
    }

    /// The period of that length that holds this one; `None` where `unit` is shorter.
    pub(super) fn within(self, unit: Unit) -> Option<Self> {
        if self.unit() > unit {
            return None;
        }
        let first = self.first()?;
        let (year, month) = (first.year(), first.month());
        let monday = || first.checked_sub(i64::from(first.weekday().to_monday_zero_offset()).days()).ok();
        Some(match unit {
            Unit::Day => self,
            Unit::Week => Self::Week(monday()?),
            Unit::Weekend => Self::Weekend(monday()?.checked_add(5.days()).ok()?),
            Unit::Month => Self::Month(year, month),
            Unit::Season => Self::Season(if month < 3 { year - 1 } else { year }, season_of(month)),
            Unit::Quarter => Self::Quarter(year, (month - 1) / 3 + 1),
            Unit::Year => Self::Year(self.year_of()),
            Unit::Decade => Self::Decade(year - year % 10),
            Unit::Century => Self::Century(year / 100),
        })
    }

    /// The period of length `unit` that lies `by` such units from the one that holds this.
    pub(super) fn shifted(self, unit: Unit, by: i32) -> Option<Self> {
        let from = self.within(unit)?;
        let by = i64::from(by);
        let moved = |day: Date, days: i64| day.checked_add(days.days()).ok();
        let year =
            |year: i16, by: i64| i16::try_from(i64::from(year) + by).ok().filter(|year| (1..=9999).contains(year));
        Some(match from {
            Self::Day(day) => Self::Day(moved(day, by)?),
            Self::Weekend(day) => Self::Weekend(moved(day, 7 * by)?),
            Self::Week(day) => Self::Week(moved(day, 7 * by)?),
            Self::Month(y, month) => {
                let months = i64::from(month) - 1 + by;
                Self::Month(year(y, months.div_euclid(12))?, months.rem_euclid(12) as i8 + 1)
            }
            Self::Season(y, code) => Self::Season(year(y, by)?, code),
            Self::Quarter(y, number) => {
                let quarters = i64::from(number) - 1 + by;
                Self::Quarter(year(y, quarters.div_euclid(4))?, quarters.rem_euclid(4) as i8 + 1)
            }
            Self::Year(y) => Self::Year(year(y, by)?),
            Self::Decade(y) => Self::Decade(year(y, 10 * by)?),
            Self::Century(century) => Self::Century(year(century, by).filter(|century| *century < 100)?),
        })
    }

    /// The first such weekday (Monday is 1) from its first day on.
    pub(super) fn following(self, weekday: i8) -> Option<Self> {
        let first = self.first()?;
        let ahead = (weekday - first.weekday().to_monday_one_offset()).rem_euclid(7);
        first.checked_add(i64::from(ahead).days()).ok().map(Self::Day)
    }

    /// The same part of another year.
    pub(super) fn shifted_year(self, by: i16) -> Option<Self> {
        let year = |year: i16| year.checked_add(by).filter(|year| (1..=9999).contains(year));
        Some(match self {
            Self::Day(day) => Self::day(year(day.year())?, day.month(), day.day())?,
            Self::Month(y, month) => Self::Month(year(y)?, month),
            Self::Season(y, code) => Self::Season(year(y)?, code),
            Self::Quarter(y, number) => Self::Quarter(year(y)?, number),
            period => period.shifted(Unit::Year, i32::from(by))?,
        })
    }

    /// The day of the week so numbered (Monday is 1), so many weeks after that of `monday`.
    pub(super) fn weekday(monday: Date, weekday: i8, weeks: i64) -> Option<Self> {
        monday.checked_add((i64::from(weekday) - 1 + 7 * weeks).days()).ok().map(Self::Day)
    }

    /// As EDTF: a week and a weekend as the interval of their days, a quarter of its months.
    pub(super) fn edtf(self) -> Option<Edtf> {
        match self {
            Self::Day(day) => return Some(Edtf::from_day(day)),
            Self::Weekend(_) | Self::Week(_) => format!("{}/{}", self.first()?, self.last()?),
            Self::Quarter(year, number) => format!("{year:04}-{:02}/{year:04}-{:02}", number * 3 - 2, number * 3),
            Self::Month(year, part) | Self::Season(year, part) => format!("{year:04}-{part:02}"),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}X", year / 10),
            Self::Century(century) => format!("{century:02}XX"),
        }
        .parse()
        .ok()
    }

    /// A date as a period, where it is one single period; the marks of doubt are left aside.
    pub(super) fn of(date: &Edtf) -> Option<Self> {
        let (first, last) = (date.earliest()?, date.latest()?);
        if date.is_interval() && first.checked_add(6.days()).ok() == Some(last) {
            return Some(Self::Week(first));
        }
        let units = [Unit::Day, Unit::Month, Unit::Year];
        units.into_iter().filter_map(|unit| Self::Day(first).within(unit)).find(|period| period.last() == Some(last))
    }
}

/// The EDTF code of the season that a month belongs to.
const fn season_of(month: i8) -> i8 {
    if month < 3 { 24 } else { 20 + month / 3 }
}

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    Date::new(year, (days / 31) as i8, (days % 31) as i8 + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edtf(period: Option<Period>) -> String {
        period.and_then(Period::edtf).map_or_else(String::new, |date| date.to_string())
    }

    #[test]
    fn periods_print_as_vague_as_they_are() {
        assert_eq!(edtf(Period::day(2018, 5, 2)), "2018-05-02");
        let day = Period::day(2018, 5, 2).unwrap();
        for (unit, expected) in [
            (Unit::Week, "2018-04-30/2018-05-06"),
            (Unit::Weekend, "2018-05-05/2018-05-06"),
            (Unit::Month, "2018-05"),
            (Unit::Season, "2018-21"),
            (Unit::Quarter, "2018-04/2018-06"),
            (Unit::Year, "2018"),
            (Unit::Decade, "201X"),
            (Unit::Century, "20XX"),
        ] {
            assert_eq!(edtf(day.within(unit)), expected);
        }
        assert_eq!(Period::Year(2018).within(Unit::Month), None);
        assert_eq!(edtf(Period::day(2018, 1, 2).unwrap().within(Unit::Season)), "2017-24");
    }

    #[test]
    fn shifting_carries_over_the_year() {
        let day = Period::day(2018, 1, 31).unwrap();
        assert_eq!(edtf(day.shifted(Unit::Month, -1)), "2017-12");
        assert_eq!(edtf(day.shifted(Unit::Day, 1)), "2018-02-01");
        assert_eq!(edtf(day.shifted(Unit::Quarter, -1)), "2017-10/2017-12");
        assert_eq!(edtf(day.shifted(Unit::Century, -1)), "19XX");
        assert_eq!(Period::Year(9999).shifted(Unit::Year, 1), None);
        assert_eq!(Period::Year(2000).shifted(Unit::Year, i32::MAX), None);
    }

    #[test]
    fn easter_falls_where_the_almanacs_say() {
        for (year, day) in [(1961, "1961-04-02"), (2000, "2000-04-23"), (2018, "2018-04-01"), (2024, "2024-03-31")] {
            assert_eq!(easter(year).unwrap().to_string(), day);
        }
    }
}
