//! `data/names` and `data/words`: what single words tell of the name that they stand in.
//!
//! Comes in: a word as the text writes it. Goes out: what the lists know of it. Capitals, accents
//! and curly apostrophes are folded here, and nowhere else.

use std::borrow::Cow;

use deunicode::deunicode;

use super::{Table, list};

const GIVEN: Table = list!("names/given");
const SURNAMES: Table = list!("names/surnames");
const FAMILIES: Table = list!("names/families");
const TITLES: Table = list!("names/titles");
const PARTICLES: Table = list!("names/particles");
const SUFFIXES: Table = list!("names/suffixes");
const ROLES: Table = list!("names/roles");
const ORGANISATIONS: Table = list!("names/organisations");
const BRANDS: Table = list!("names/brands");
const CAPITALS: Table = list!("names/capitals");
const ACTS: Table = list!("names/acts");
const STAGE: Table = list!("names/stage");
const WORKS: Table = list!("names/works");
const COMMON: Table = list!("words/common");

/// Of whom a name, title or role noun is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Women.
    Female,
    /// Men.
    Male,
    /// Both.
    Either,
}

impl Sex {
    fn parse(letter: &str) -> Self {
        match letter {
            "f" => Self::Female,
            "m" => Self::Male,
            _ => Self::Either,
        }
    }
}

/// What kind of title stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TitleClass {
    /// "Mr", "Ms", "Dr".
    Courtesy,
    /// "Sir", "Lady", "Duchess".
    Noble,
    /// "Prince", "Queen".
    Royal,
    /// The first word of a title of several: "Grand", "Dowager", "HRH".
    Prefix,
    /// "Rev", "Cardinal".
    Clergy,
    /// "Captain".
    Rank,
    /// "Judge", "President", "DJ".
    Office,
    /// "Aunt", "Grandpa".
    Kin,
}

/// A title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// Who bears it.
    pub sex: Sex,
    /// What kind it is.
    pub class: TitleClass,
}

/// A noun that says what somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Role {
    /// Of whom it is said.
    pub sex: Sex,
    /// Whether it tells a tie of family or love.
    pub kin: bool,
    /// Whether it tells an office of religion.
    pub faith: bool,
}

/// What a word written with a capital is, when it names nobody by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capital {
    /// A nationality or people.
    People,
    /// A belief or party.
    Belief,
    /// A month, weekday or feast.
    Calendar,
    /// Labels, abbreviations and the like.
    Noise,
}

/// What the lists of brands, media and bodies say of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brand {
    /// Never a person.
    Always,
    /// A label that is also its designer's name.
    Label,
}

/// Who bears a given name; `None` for a word that the list does not have.
///
/// ```
/// use relgraph::lexicon::names::{Sex, given};
/// assert_eq!(given("Beyoncé"), Some(Sex::Female));
/// assert_eq!(given("Rooftop"), None);
/// assert_eq!(given("ZOË"), Some(Sex::Female));
/// ```
pub fn given(word: &str) -> Option<Sex> {
    GIVEN.get(&name_key(word)).map(Sex::parse)
}

/// Whether a word is a common surname.
pub fn is_surname(word: &str) -> bool {
    SURNAMES.contains(&name_key(word))
}

/// The title that a word is, with or without its stop; one of two words takes after its last
/// ("Major-General").
pub fn title(word: &str) -> Option<Title> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if let Some((rank, office)) = word.split_once('-') {
        return title(rank).and(title(office));
    }
    let row = TITLES.get(word).or_else(|| is_caps(word).then(|| TITLES.get(&capitalised(word))).flatten())?;
    let (sex, class) = row.split_once('\t')?;
    let class = match class {
        "courtesy" => TitleClass::Courtesy,
        "noble" => TitleClass::Noble,
        "royal" => TitleClass::Royal,
        "prefix" => TitleClass::Prefix,
        "clergy" => TitleClass::Clergy,
        "rank" => TitleClass::Rank,
        "kin" => TitleClass::Kin,
        _ => TitleClass::Office,
    };
    Some(Title { sex: Sex::parse(sex), class })
}

/// Whether a word in lower case may stand inside a name: "de", "van", "bin".
pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(word)
}

/// Whether a word is a surname that stands before the given name ("Song Kang"), though it is a given name elsewhere.
pub fn is_family_first(word: &str) -> bool {
    FAMILIES.contains(word)
}

/// Whether a word may follow a name and belong to it: "Jr.", "III", "OBE".
pub fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(word.strip_suffix('.').unwrap_or(word))
}

/// Whether what follows a name is an honour or a degree, which its bearer is seldom called by:
/// "OBE", "QC"; not "Jr.".
pub fn is_honour(word: &str) -> bool {
    SUFFIXES.get(word.strip_suffix('.').unwrap_or(word)) == Some("honour")
}

/// The role noun that a word is, in singular or plural, whatever its case.
///
/// ```
/// use relgraph::lexicon::names::role;
/// assert!(role("actresses").is_some() && role("Wife").unwrap().kin);
/// assert!(role("table").is_none());
/// ```
pub fn role(word: &str) -> Option<Role> {
    let lower = lower(word);
    let row = singulars(&lower).find_map(|noun| ROLES.get(&noun))?;
    Some(Role { sex: Sex::parse(row.split('\t').next()?), kin: row.ends_with("kin"), faith: row.ends_with("faith") })
}

/// Whether a name that ends so is that of a company, a medium, a body, a team or a work.
pub fn is_organisation_word(word: &str) -> bool {
    let word = word.strip_suffix('.').unwrap_or(word);
    ORGANISATIONS.contains(word) || (is_caps(word) && ORGANISATIONS.contains(&capitalised(word)))
}

/// What the list of brands says of a whole name.
pub fn brand(name: &str) -> Option<Brand> {
    let name = straight(name);
    let row = BRANDS.get(&name).or_else(|| BRANDS.get(name.strip_prefix("The ")?))?;
    Some(if row == "label" { Brand::Label } else { Brand::Always })
}

/// What a capitalised word is that names nobody by itself, and whether it is a name as well.
pub fn capital(word: &str) -> Option<(Capital, bool)> {
    let row = CAPITALS
        .get(word)
        .or_else(|| CAPITALS.get(word.strip_suffix('s')?))
        .or_else(|| is_caps(word).then(|| CAPITALS.get(&capitalised(word))).flatten())?;
    let (class, ambiguous) = row.split_once('\t').unwrap_or((row, ""));
    let class = match class {
        "people" => Capital::People,
        "belief" => Capital::Belief,
        "calendar" => Capital::Calendar,
        _ => Capital::Noise,
    };
    Some((class, !ambiguous.is_empty()))
}

/// Whether a verb form mostly has a person for its subject.
pub fn is_act(word: &str) -> bool {
    ACTS.contains(word)
}

/// Whether a name, as it is written, is a widely known performer's that does not look like one: "50
/// Cent", "Cardi B".
pub fn is_stage_name(name: &str) -> bool {
    STAGE.contains(name)
}

/// Whether a noun says that the name beside it is that of a work or a body.
pub fn is_work(word: &str) -> bool {
    WORKS.contains(word)
}

/// Whether a word is plain English in some form, whatever its case.
///
/// ```
/// use relgraph::lexicon::names::is_common;
/// assert!(is_common("Speeches") && is_common("stopped") && is_common("Happily"));
/// assert!(!is_common("Delphine"));
/// ```
pub fn is_common(word: &str) -> bool {
    let lower = lower(word);
    let plain = |part: &str| COMMON.contains(part) || stems(part).any(|stem| COMMON.contains(&stem));
    plain(&lower) || lower.contains('-') && lower.split('-').all(plain)
}

/// The same of a word in just this form: "Hunter", but not "Carter", who carts.
pub fn is_common_itself(word: &str) -> bool {
    COMMON.contains(&lower(word))
}

/// A word of a name as the lists write it: ASCII letters, the first alone a capital.
pub fn name_key(word: &str) -> Cow<'_, str> {
    let plain = word.bytes().all(|b| b.is_ascii_alphabetic());
    if plain && !is_caps(word) {
        return Cow::Borrowed(word);
    }
    let folded = if word.is_ascii() { word.to_owned() } else { deunicode(word) };
    Cow::Owned(if is_caps(&folded) { capitalised(&folded) } else { folded })
}

/// Whether all letters are capitals, and there are at least two.
pub fn is_caps(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).take(2).count() == 2 && !word.chars().any(char::is_lowercase)
}

/// Each part of a word, cut at hyphens and apostrophes, in lower case but for its first letter.
pub fn capitalised(word: &str) -> String {
    let mut upper = true;
    let mut cased = String::with_capacity(word.len());
    for c in word.chars() {
        if upper {
            cased.push(c);
        } else {
            cased.extend(c.to_lowercase());
        }
        upper = !c.is_alphanumeric();
    }
    cased
}

/// A word in lower case.
pub(crate) fn lower(word: &str) -> Cow<'_, str> {
    if word.chars().any(char::is_uppercase) { Cow::Owned(word.to_lowercase()) } else { Cow::Borrowed(word) }
}

fn straight(name: &str) -> Cow<'_, str> {
    if name.contains('’') { Cow::Owned(name.replace('’', "'")) } else { Cow::Borrowed(name) }
}

/// A noun and what it may be the plural of.
fn singulars(noun: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let cut = |ending: &str, to: &str| noun.strip_suffix(ending).map(|stem| with_ending(stem, to));
    [Some(Cow::Borrowed(noun)), cut("s", ""), cut("es", ""), cut("ies", "y"), cut("wives", "wife"), cut("men", "man")]
        .into_iter()
        .flatten()
        .chain((noun == "children").then_some(Cow::Borrowed("child")))
}

/// What a word may be an inflected form of.
fn stems(word: &str) -> impl Iterator<Item = Cow<'_, str>> {
    const RULES: [(&str, &str); 23] = [
        ("s", ""),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
        ("sses", "ss"),
        ("oes", "o"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("ly", "le"),
        ("er", ""),
        ("er", "e"),
        ("ers", ""),
        ("ers", "e"),
        ("ies", "y"),
        ("ied", "y"),
        ("ness", ""),
        ("est", ""),
        ("ier", "y"),
        ("ily", "y"),
    ];
    let plain = RULES.into_iter().filter_map(move |(ending, to)| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() > 2).then(|| with_ending(stem, to))
    });
    let doubled = ["ed", "ing", "er"].into_iter().filter_map(move |ending| {
        let stem = word.strip_suffix(ending)?;
        let mut letters = stem.bytes().rev();
        (stem.len() > 3 && stem.is_ascii() && letters.next() == letters.next())
            .then(|| Cow::Borrowed(&stem[..stem.len() - 1]))
    });
    plain.chain(doubled)
}

fn with_ending<'w>(stem: &'w str, ending: &str) -> Cow<'w, str> {
    if ending.is_empty() { Cow::Borrowed(stem) } else { Cow::Owned(format!("{stem}{ending}")) }
}
