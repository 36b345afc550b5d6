//! A name taken apart, and whether two can be one.
//!
//! Comes in: the words of a name. Goes out: [`Name`], folded for comparison: no case, no accents,
//! no title. It compares names only; who is meant is decided by `people`.

use deunicode::deunicode;

use super::super::mention::Gender;
use crate::lexicon::names::{self, Sex, TitleClass};
use crate::lexicon::{Table, list};

/// Short forms of given names, with the names that they stand for.
const NICKNAMES: Table = list!("names/nicknames");

/// The words of a person's name, folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// Without title, suffix and nickname: "wren", "castellane".
    pub(super) words: Vec<String>,
    /// "jr", "sr", "iii".
    pub(super) suffix: Option<String>,
    /// What stands in quotation marks: "dee" of `Delilah "Dee" Marchetti`.
    pub(super) nickname: Option<String>,
    /// Whether a title stands before it: "Mr.", "Lady".
    pub(super) titled: bool,
    /// Whether it is a title of a ruling house: "Prince".
    pub(super) royal: bool,
    /// The rank of birth that its title tells: "prince", "grandduke"; empty where there is none.
    pub(super) rank: String,
    /// What its title tells.
    pub(super) gender: Gender,
}

/// How the words of a shorter name stand in a fuller one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The surname: "Jackson" of "Paris Jackson".
    Last,
    /// The first name or names.
    First,
    /// Another part, a half of a double name, or a nickname.
    Part,
    /// The initials: "JT".
    Initials,
    /// A short form of the first name: "Stef" of "Stefano".
    Nickname,
    /// A misspelling of one of its words, or its words without the space.
    Misspelt,
}

impl Name {
    /// Takes a name apart.
    pub(super) fn of(text: &str) -> Self {
        let mut name = Self {
            words: Vec::new(),
            suffix: None,
            nickname: None,
            titled: false,
            royal: false,
            rank: String::new(),
            gender: Gender::Unknown,
        };
        let (bare, nickname) = without_nickname(text);
        name.nickname = nickname.map(|nickname| fold(&nickname)).filter(|nickname| !nickname.is_empty());
        for word in bare.split([' ', '\u{a0}', '\n', ',']) {
            name.push(word);
        }
        if name.words.is_empty() {
            (name.titled, name.royal) = (false, false);
            name.words.push(name.nickname.take().unwrap_or_else(|| fold(&bare)));
        }
        name
    }

    fn push(&mut self, word: &str) {
        let folded = fold(word);
        let bare = folded.strip_suffix("'s").unwrap_or(&folded);
        if bare.is_empty() {
            return;
        }
        if self.words.is_empty() && matches!(word, "St" | "St." | "Saint") {
            self.titled = true;
        } else if self.words.is_empty()
            && let Some(title) = names::title(word)
        {
            self.titled = true;
            self.royal = title.class == TitleClass::Royal;
            if matches!(title.class, TitleClass::Royal | TitleClass::Noble | TitleClass::Prefix) {
                self.rank.push_str(bare);
            }
            self.gender = match title.sex {
                Sex::Female => Gender::Female,
                Sex::Male => Gender::Male,
                Sex::Either => self.gender,
            };
        } else if !self.words.is_empty() && names::is_suffix(word) {
            self.suffix = Some(bare.to_owned());
        } else {
            self.words.push(bare.to_owned());
        }
    }

    /// Its last word, without a first half that a hyphen joins.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Whether it has more than one word, so that it can be somebody's full name.
    pub(super) fn is_full(&self) -> bool {
        self.words.len() > 1
    }

    /// Whether a full name can be another form of this one, which the article used before: the same
    /// words, more or fewer middle names, initials for some, a half of a double surname, a nickname
    /// for the first name, or one word mistyped. A "Jr." that comes only now is somebody else.
    pub(super) fn agrees(&self, later: &Self) -> bool {
        if later.suffix.is_some() && later.suffix != self.suffix {
            return false;
        }
        let (short, long) = if self.words.len() <= later.words.len() { (self, later) } else { (later, self) };
        short.words == long.words
            || short.is_full() && (short.spans(long) || short.mistypes(long))
            || short.nicknames(long)
            || long.nicknames(short)
            || short.joined() == long.joined()
            || short.turned(long)
    }

    /// The same two words with the surname first, as names of East Asia and Hungary are also written;
    /// two given names the other way round are somebody else.
    fn turned(&self, other: &Self) -> bool {
        let ([a, b], [c, d]) = (self.words.as_slice(), other.words.as_slice()) else { return false };
        a == d && b == c && !(is_given(a) && is_given(b))
    }

    /// The nickname that the other shows, and the same surname.
    fn nicknames(&self, long: &Self) -> bool {
        let own = self.words.len() == 2 && long.nickname.as_ref() == self.words.first();
        own && same_surname(self.last(), long.last())
    }

    /// The words that stand for all words without their spaces.
    fn joined(&self) -> String {
        self.words.concat()
    }

    /// First and last words agree, and those between as far as both have them; or it is one end of
    /// the longer name.
    fn spans(&self, long: &Self) -> bool {
        let (a, b) = (&self.words, &long.words);
        if b.len() > a.len() && (b.starts_with(a) || b.ends_with(a)) {
            return true;
        }
        let first = alike(&a[0], &b[0]) || is_nickname(&a[0], &b[0]) || is_nickname(&b[0], &a[0]);
        let last = same_surname(&a[a.len() - 1], &b[b.len() - 1]);
        let mut middles = a[1..a.len() - 1].iter().zip(&b[1..b.len() - 1]);
        first && last && middles.all(|(word, other)| alike(word, other))
    }

    /// As many words, all the same but one, which is mistyped.
    fn mistypes(&self, long: &Self) -> bool {
        let pairs = || self.words.iter().zip(&long.words);
        self.words.len() == long.words.len()
            && pairs().filter(|(a, b)| a != b).count() == 1
            && pairs().all(|(a, b)| a == b || mistyped(a, b))
    }

    /// How this shorter name stands in a fuller one. Father and son are told apart by "Sr." and
    /// "Jr."; a prince goes by his first name, but not everyone of that name is the prince, and
    /// "Prince Leopold" is not "Grand Duke Leopold III".
    pub(super) fn fits(&self, full: &Self) -> Option<Fit> {
        let other_generation = self.suffix.is_some() && self.suffix != full.suffix;
        let commoner = self.royal && !full.royal && full.is_full();
        let ranked = !self.rank.is_empty() && !full.rank.is_empty() && self.rank != full.rank;
        if other_generation || commoner || ranked && full.suffix != self.suffix {
            return None;
        }
        if let [word] = self.words.as_slice() {
            return one_word_fits(word, full);
        }
        if full.words.len() <= self.words.len() {
            return None;
        }
        if full.words.ends_with(&self.words) {
            Some(Fit::Last)
        } else if full.words.starts_with(&self.words) {
            Some(Fit::First)
        } else {
            None
        }
    }
}

fn one_word_fits(word: &str, full: &Name) -> Option<Fit> {
    let (first, last) = (full.words.first()?, full.last());
    if word == last {
        Some(Fit::Last)
    } else if word == first {
        Some(Fit::First)
    } else if full.nickname.as_deref() == Some(word)
        || full.words.iter().any(|other| other == word || other.split('-').any(|half| half == word && half.len() > 2))
    {
        Some(Fit::Part)
    } else if full.is_full() && is_initials(word, &full.words) {
        Some(Fit::Initials)
    } else if full.is_full() && is_nickname(word, first) {
        Some(Fit::Nickname)
    } else if full.words.iter().any(|other| mistyped(word, other)) || full.is_full() && full.joined() == word {
        Some(Fit::Misspelt)
    } else {
        None
    }
}

/// The same word, or an initial of it.
fn alike(a: &str, b: &str) -> bool {
    a == b || (a.len() == 1 || b.len() == 1) && a.as_bytes().first() == b.as_bytes().first()
}

/// The same surname, or one a half of the other's double name.
fn same_surname(a: &str, b: &str) -> bool {
    a == b || b.split('-').any(|half| half == a) || a.split('-').any(|half| half == b)
}

/// Whether one of two folded words is likely a slip of the pen for the other: long words, one or
/// two letters apart, the same first letter, and not two spellings that part people ("son" and
/// "sen", a plural).
pub(super) fn mistyped(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.len() < 5 || long.len() - short.len() > 2 || short.as_bytes()[0] != long.as_bytes()[0] || short == long {
        return false;
    }
    let ending = |word: &str, other: &str| {
        word.strip_prefix(other).is_some_and(|rest| matches!(rest, "s" | "son" | "es" | "e" | "a" | "i" | "y"))
    };
    if ending(long, short) {
        return false;
    }
    let allowed = if short.len() >= 8 { 2 } else { 1 };
    strsim::osa_distance(a, b) <= allowed
}

/// Whether a word is a short form of a given name: of the list, or its first letters.
fn is_nickname(short: &str, given: &str) -> bool {
    let listed = NICKNAMES.get(short).is_some_and(|names| names.split(',').any(|name| name == given));
    listed || short.len() >= 3 && short.len() < given.len() && given.starts_with(short) && !given.contains('-')
}

/// Whether a folded word is a given name.
fn is_given(word: &str) -> bool {
    let (first, rest) = word.split_at_checked(1).unwrap_or_default();
    names::given(&(first.to_ascii_uppercase() + rest)).is_some()
}

/// Whether a word of capitals is made of the first letters of all words: "jt", "srk".
fn is_initials(word: &str, words: &[String]) -> bool {
    let firsts = || words.iter().flat_map(|word| word.split('-')).filter_map(|part| part.bytes().next());
    word.len() >= 2 && word.len() == firsts().count() && word.bytes().eq(firsts())
}

/// Case, accents, dots and curly marks folded away: "Karolina Pūkaitė" and "J.J." are "karolina
/// pukaite" and "jj".
pub(super) fn fold(text: &str) -> String {
    let ascii = deunicode(text);
    let kept = ascii.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '&'));
    kept.map(|c| c.to_ascii_lowercase()).collect::<String>().trim_matches(['-', '\'', ' ']).to_owned()
}

/// A name without what stands in quotation marks or brackets, and that.
fn without_nickname(text: &str) -> (String, Option<String>) {
    const OPEN: [char; 5] = ['"', '\u{201c}', '\u{2018}', '(', '\u{ab}'];
    const CLOSE: [char; 5] = ['"', '\u{201d}', '\u{2019}', ')', '\u{bb}'];
    let Some(open) = text.find(OPEN) else { return (text.to_owned(), None) };
    let inner = open + text[open..].chars().next().map_or(0, char::len_utf8);
    let Some(close) = text[inner..].find(CLOSE).map(|at| inner + at) else { return (text.to_owned(), None) };
    let after = close + text[close..].chars().next().map_or(0, char::len_utf8);
    (format!("{}{}", &text[..open], &text[after..]), Some(text[inner..close].to_owned()))
}
