//! `data/venues`: places that everybody knows, and the words that make a name that of a place.

use super::names::{capitalised, is_caps, lower};
use super::{Table, list};

const CITIES: Table = list!("venues/cities");
const PLACES: Table = list!("venues/places");
const TYPES: Table = list!("venues/types");

/// A place of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// How well known it is: 1 a town, 2 a city, 3 a big city, a country, a famous place.
    pub fame: u8,
    /// Whether it is a name of people or a plain word as well.
    pub ambiguous: bool,
    /// Whether it is a country, a state or the like, that follows the name of a town.
    pub region: bool,
}

/// What a word tells of the name that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceType {
    /// Names of places begin with it: "Lake", "Hotel".
    pub first: bool,
    /// Names of places end with it: "Hotel", "Park".
    pub last: bool,
    /// A name may follow with "of": "University of".
    pub of: bool,
}

/// The place of that name.
///
/// ```
/// use relgraph::lexicon::places::place;
/// assert!(place("NEW YORK").is_some() && place("Zürich").is_some());
/// assert!(place("Jordan").unwrap().ambiguous);
/// ```
pub fn place(name: &str) -> Option<Place> {
    let cased =
        if is_caps(name) && !name.contains('.') && name.len() > 3 { capitalised(name) } else { name.to_owned() };
    if let Some(row) = PLACES.get(&cased) {
        return Some(Place {
            fame: 3,
            ambiguous: row.ends_with("ambiguous"),
            region: row.starts_with("country") || row.starts_with("state"),
        });
    }
    let folded = if cased.is_ascii() { cased } else { deunicode::deunicode(&cased) };
    let size = CITIES.get(&folded)?.rsplit('\t').next()?;
    Some(Place { fame: size.parse().unwrap_or(1), ambiguous: false, region: false })
}

/// What a word of any case tells of the name that it stands in; `None` for other words.
pub fn place_type(word: &str) -> Option<PlaceType> {
    let row = TYPES.get(&lower(word))?;
    let first = row.starts_with("first") || row.starts_with("both");
    Some(PlaceType { first, last: !row.starts_with("first"), of: row.ends_with("\tof") })
}
