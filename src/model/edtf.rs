//! Dates as vague as their source: EDTF (ISO 8601-2), levels 0 and 1.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, Edtf as Parsed};
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A date, season or interval in EDTF, kept and printed exactly as it was written.
///
/// Levels 0 and 1 are read: `2018-05-02`, `2018-05`, `2018`, `2018~`, `2018-03?`, `199X`,
/// `2016-22` (a season), `2016/2019`, `../2018-05-06`, `2016/..`. Clock times, sets and the other
/// means of level 2 are refused.
///
/// ```
/// use relgraph::model::Edtf;
/// let met: Edtf = "2017-05".parse()?;
/// assert_eq!(met.to_string(), "2017-05");
/// assert_eq!(met.earliest().unwrap().to_string(), "2017-05-01");
/// assert_eq!(met.latest().unwrap().to_string(), "2017-05-31");
/// assert!(met.before(&"2018".parse()?) && met.overlaps(&"2017-21".parse()?));
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

    /// Whether every day of this date lies before every day of `other`.
    pub fn before(&self, other: &Self) -> bool {
        matches!((self.latest, other.earliest), (Some(end), Some(start)) if end < start)
    }

    /// Whether the two dates may share a day; an open end shares with everything beyond it.
    pub fn overlaps(&self, other: &Self) -> bool {
        !self.before(other) && !other.before(self)
    }

    /// Whether the date is written as an interval, with a `/`.
    pub fn is_interval(&self) -> bool {
        self.text.contains('/')
    }

    /// One single day as a date.
    pub fn from_day(day: Date) -> Self {
        Self { text: day.to_string(), earliest: Some(day), latest: Some(day) }
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
