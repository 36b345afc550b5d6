//! Dates as vague as their source: EDTF (ISO 8601-2), levels 0 and 1.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, Edtf as Parsed};
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date, season or interval in EDTF, kept and printed exactly as it was written.
///
/// Levels 0 and 1 are read: `2018-05-02`, `2018-05`, `2018`, `2018~`, `2018-03?`, `199X`,
/// `2016-22` (a season), `2016/2019`, `../2018-05-06`, `2016/..`. Clock times, sets and the other
/// means of level 2 are refused. Seasons are the northern ones, and a winter ends in the next year.
///
/// Bounds are those of the words as written: `2016~` runs from 2016-01-01 to 2016-12-31. Only the
/// comparisons that claim something for certain ([`before`](Self::before)) take doubt into account:
/// there a date with `~` or `?` reaches one unit further on both sides, so that `2016~` is not
/// before `2017`, nor is `2018-05-02?` before `2018-05-03`.
///
/// ```
/// use relgraph::model::Edtf;
/// let met: Edtf = "2017-05".parse()?;
/// assert_eq!(met.to_string(), "2017-05");
/// assert_eq!(met.earliest().unwrap().to_string(), "2017-05-01");
/// assert_eq!(met.latest().unwrap().to_string(), "2017-05-31");
/// assert!(met.before(&"2018".parse()?) && met.overlaps(&"2017-21".parse()?));
/// assert!(!"2017~".parse::<Edtf>()?.before(&"2018".parse()?));
/// # Ok::<(), relgraph::model::EdtfError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Edtf {
    text: String,
    earliest: Option<Date>,
    latest: Option<Date>,
}

/// Why a text is no date of EDTF levels 0 and 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is no EDTF date ({why}); write 2018, 2018-05, 2018-05-02, 2018~, 199X, 2016-22 or 2016/2019")]
pub struct EdtfError {
    text: String,
    why: String,
}

impl Edtf {
    /// The text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day that the date may mean; `None` where its start is open or unknown.
    pub const fn earliest(&self) -> Option<Date> {
        self.earliest
    }

    /// The last day that the date may mean; `None` where its end is open or unknown.
    pub const fn latest(&self) -> Option<Date> {
        self.latest
    }

    /// Whether it is only about that date: `2016~`, `2016%`.
    pub fn is_approximate(&self) -> bool {
        self.text.contains(['~', '%'])
    }

    /// Whether the source was not sure of it: `2016?`, `2016%`.
    pub fn is_uncertain(&self) -> bool {
        self.text.contains(['?', '%'])
    }

    /// Whether every day of this date surely lies before every day of `other`, also where one of
    /// them is only approximate or uncertain.
    pub fn before(&self, other: &Self) -> bool {
        matches!((self.reach().1, other.reach().0), (Some(end), Some(start)) if end < start)
    }

    /// Whether the two dates may share a day; an open end shares with everything beyond it.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.before(other) && !other.before(self)
    }

    /// Whether every day of `other` is a day of this date, both taken as written; an open end
    /// holds everything beyond it, and only what is open too can hold an open end.
    ///
    /// ```
    /// # use relgraph::model::Edtf;
    /// let holds = |one: &str, other: &str| one.parse::<Edtf>().unwrap().contains(&other.parse().unwrap());
    /// assert!(holds("2018", "2018-05") && holds("2016/..", "2018") && holds("2018-05", "2018-05~"));
    /// assert!(!holds("2018-05", "2018") && !holds("2016/2019", "2018/.."));
    /// ```
    pub fn contains(&self, other: &Self) -> bool {
        let from = self.earliest.is_none_or(|start| other.earliest.is_some_and(|first| start <= first));
        let to = self.latest.is_none_or(|end| other.latest.is_some_and(|last| last <= end));
        from && to
    }

    /// What two sources say together of one occasion: the narrower where one contains the other
    /// (the surer where they say the same), else the days that they share; `None` where, as
    /// written, they share none.
    ///
    /// ```
    /// # use relgraph::model::Edtf;
    /// let both = |one: &str, other: &str| {
    ///     one.parse::<Edtf>().unwrap().intersection(&other.parse().unwrap()).map(|date| date.to_string())
    /// };
    /// assert_eq!(both("2018", "2018-05").as_deref(), Some("2018-05"));
    /// assert_eq!(both("2018-05~", "2018-05").as_deref(), Some("2018-05"));
    /// assert_eq!(both("2018-05/2018-07", "2018-22").as_deref(), Some("2018-06-01/2018-07-31"));
    /// assert_eq!(both("2018", "2019"), None);
    /// ```
    pub fn intersection(&self, other: &Self) -> Option<Self> {
        let doubt = |date: &Self| (date.is_approximate() || date.is_uncertain(), date.text.len());
        match (self.contains(other), other.contains(self)) {
            (true, true) => Some(if doubt(other) < doubt(self) { other } else { self }.clone()),
            (true, false) => Some(other.clone()),
            (false, true) => Some(self.clone()),
            (false, false) => Self::between(self.earliest.max(other.earliest), least(self.latest, other.latest)),
        }
    }

    /// Whether it may have begun by that day: for a graph as of a date. An open or unknown start
    /// may lie before any day.
    pub fn may_begin_by(&self, day: Date) -> bool {
        self.earliest.is_none_or(|start| start <= day)
    }

    /// Whether it is over on that day; what has an open or unknown end is never over.
    pub fn is_over_by(&self, day: Date) -> bool {
        self.latest.is_some_and(|end| end < day)
    }

    /// Whether the date is written as an interval, with a `/`.
    pub fn is_interval(&self) -> bool {
        self.text.contains('/')
    }

    /// The days from one to another, where `None` is an open end; `None` where there are none.
    fn between(from: Option<Date>, to: Option<Date>) -> Option<Self> {
        let end = |day: Option<Date>| day.map_or_else(|| "..".to_owned(), |day| day.to_string());
        match (from, to) {
            (Some(from), Some(to)) if to < from => None,
            (Some(from), Some(to)) if from == to => Some(Self::from_day(from)),
            _ => format!("{}/{}", end(from), end(to)).parse().ok(),
        }
    }

    /// The first and the last day that it may mean, its doubts taken in: each end reaches one unit
    /// further.
    fn reach(&self) -> (Option<Date>, Option<Date>) {
        if !self.is_approximate() && !self.is_uncertain() {
            return (self.earliest, self.latest);
        }
        let (start, end) = self.text.split_once('/').unwrap_or((&self.text, &self.text));
        let sooner = |day: Date| day.checked_sub(unit(start)).unwrap_or(Date::MIN);
        let later = |day: Date| day.checked_add(unit(end)).unwrap_or(Date::MAX);
        (self.earliest.map(sooner), self.latest.map(later))
    }

    /// One single day as a date.
    pub fn from_day(day: Date) -> Self {
        Self { text: day.to_string(), earliest: Some(day), latest: Some(day) }
    }
}

/// The earlier of two ends, of which an open one is the last.
fn least(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// The unit in which one end of a date is written.
fn unit(end: &str) -> Span {
    let mut parts = end.trim_end_matches(['~', '?', '%']).trim_start_matches('-').split('-');
    let year = parts.next().unwrap_or_default();
    match (parts.next(), parts.next()) {
        (_, Some(_)) => 1.day(),
        (Some("21" | "22" | "23" | "24"), None) => 3.months(),
        (Some(_), None) => 1.month(),
        _ if year.ends_with("XX") => 100.years(),
        _ if year.ends_with('X') => 10.years(),
        _ => 1.year(),
    }
}

/// By first day, then by last day, then by text; an open start comes first, an open end last.
impl Ord for Edtf {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |date: &Self| (date.earliest, date.latest.is_none(), date.latest);
        key(self).cmp(&key(other)).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let refuse = |why: &str| EdtfError { text: text.to_owned(), why: why.to_owned() };
        let parsed = Parsed::parse(text).map_err(|error| refuse(&error.to_string()))?;
        if matches!(parsed, Parsed::DateTime(_)) {
            return Err(refuse("a clock time is more than a date"));
        }
        if parsed.level() > 1 {
            return Err(refuse("level 2 is not used here"));
        }
        let bounds = parsed.bounds();
        Ok(Self { text: text.to_owned(), earliest: day(bounds.earliest), latest: day(bounds.latest) })
    }
}

/// A concrete bound as a day of the calendar; open, unknown and beyond the calendar are `None`.
fn day(bound: Bound) -> Option<Date> {
    let Bound::Date(date) = bound else { return None };
    let year = i16::try_from(date.year).ok()?;
    Date::new(year, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Edtf {
        text.parse().unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn bounds_are_those_of_the_words() {
        for (text, first, last) in [
            ("2018-05-02", "2018-05-02", "2018-05-02"),
            ("2018-02", "2018-02-01", "2018-02-28"),
            ("2018~", "2018-01-01", "2018-12-31"),
            ("199X", "1990-01-01", "1999-12-31"),
            ("19XX", "1900-01-01", "1999-12-31"),
            ("2016-21", "2016-03-01", "2016-05-31"),
            ("2016-24", "2016-12-01", "2017-02-28"),
            ("2016/2019-03", "2016-01-01", "2019-03-31"),
        ] {
            let read = date(text);
            assert_eq!(read.earliest().unwrap().to_string(), first, "{text}");
            assert_eq!(read.latest().unwrap().to_string(), last, "{text}");
            assert_eq!(read.to_string(), text);
        }
        assert_eq!(date("../2018").earliest(), None);
        assert_eq!(date("2018/..").latest(), None);
    }

    #[test]
    fn what_is_no_date_of_these_levels_is_refused() {
        for text in ["", "2018-13", "2018-02-30", "yesterday", "2018-05-02T10:00", "[2018,2019]", "2018-33", "5/4/2018"]
        {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    #[test]
    fn doubt_reaches_one_unit_further() {
        assert!(!date("2016~").before(&date("2017")) && date("2016~").before(&date("2018")));
        assert!(!date("2018-05?").before(&date("2018-06")) && date("2018-05?").before(&date("2018-07")));
        assert!(!date("2018-05-02%").before(&date("2018-05-03")) && date("2018-05-02%").before(&date("2018-05-04")));
        assert!(!date("2016-22~").before(&date("2016-23")) && date("2016-22~").before(&date("2016-12")));
        assert!(!date("199X~").before(&date("2005")) && date("199X~").before(&date("2010")));
    }

    #[test]
    fn open_ends_reach_everything_beyond() {
        assert!(date("2016/..").overlaps(&date("2020")) && !date("2016/..").overlaps(&date("2015")));
        assert!(date("2016/..").may_begin_by("2016-01-01".parse().unwrap()));
        assert!(!date("2016/..").is_over_by("2030-01-01".parse().unwrap()));
        assert!(date("../2016").is_over_by("2017-01-01".parse().unwrap()));
        assert_eq!(date("2016/..").intersection(&date("../2018")), Some(date("2016-01-01/2018-12-31")));
    }

    /// Any date that can be written here.
    fn any() -> impl Strategy<Value = Edtf> {
        let end = (1800..2100_i16, 1..=12_u8, 1..=28_u8, 0..5_u8).prop_map(|(year, month, day, form)| match form {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{}", 21 + month % 4),
            3 => format!("{:03}X", year / 10),
            _ => format!("{year}-{month:02}-{day:02}"),
        });
        let doubt = prop_oneof![Just(""), Just("~"), Just("?"), Just("%")];
        let single = (end.clone(), doubt).prop_map(|(end, doubt)| format!("{end}{doubt}"));
        let interval = (end.clone(), end).prop_filter_map("in order", |(one, other)| {
            let (one, other) = (date(&one), date(&other));
            (one.latest < other.earliest).then(|| format!("{one}/{other}"))
        });
        let open =
            single.clone().prop_flat_map(|end| prop_oneof![Just(format!("../{end}")), Just(format!("{end}/.."))]);
        prop_oneof![4 => single, 1 => interval, 1 => open].prop_filter_map("read", |text| text.parse().ok())
    }

    proptest! {
        #[test]
        fn a_date_is_printed_as_it_was_written(one in any()) {
            prop_assert_eq!(&one.to_string().parse::<Edtf>().unwrap(), &one);
            prop_assert!(one.contains(&one) && one.overlaps(&one) && !one.before(&one));
        }

        #[test]
        fn before_is_an_order_and_excludes_overlap(one in any(), other in any(), third in any()) {
            prop_assert!(!(one.before(&other) && other.before(&one)));
            prop_assert_eq!(one.overlaps(&other), other.overlaps(&one));
            prop_assert!(!(one.before(&other) && one.overlaps(&other)));
            prop_assert!(!(one.before(&other) && other.before(&third)) || one.before(&third));
        }

        #[test]
        fn an_intersection_lies_in_both(one in any(), other in any()) {
            let both = one.intersection(&other);
            prop_assert_eq!(both.is_some(), other.intersection(&one).is_some());
            if let Some(both) = both {
                prop_assert!(one.contains(&both) && other.contains(&both), "{} of {} and {}", both, one, other);
            } else {
                prop_assert!(one.latest < other.earliest || other.latest < one.earliest);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}|[0-9X~?%/.T-]{0,24}") {
            if let Ok(read) = text.parse::<Edtf>() {
                prop_assert!(read.overlaps(&read));
            }
        }
    }
}
