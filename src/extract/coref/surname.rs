//! Surnames that are told once for two, "her parents, Erik and Marie Holm", or put behind a name: "Erik [Holm]".
//!
//! Comes in: a given name alone. Goes out: the full name, where the words before it tell that the two are of one
//! family. Of others it says nothing: "Rihanna and Chris Brown" share no surname.

use super::super::mention::Mention;
use super::name::Name;
use crate::lexicon::{Table, list, names};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// Names that stand alone.
const MONONYMS: Table = list!("names/mononyms");

/// Nouns for people of one family, who mostly have one surname.
const FAMILY: &[&str] = &[
    "parents",
    "brothers",
    "sisters",
    "siblings",
    "twins",
    "sons",
    "daughters",
    "children",
    "kids",
    "grandparents",
    "grandchildren",
    "grandsons",
    "granddaughters",
];

/// The full name of a given name that is joined to the full name of kin.
pub(super) fn lent(syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<String> {
    let (name, next) = (&mentions[index], mentions.get(index + 1)?);
    let own = name.span.of(syntax.text);
    let full = next.span.of(syntax.text);
    if is_added(syntax, name, next) {
        return Some(format!("{own} {full}"));
    }
    let (given, surname) = full.split_once(' ')?;
    let person = next.form == Form::Name && next.kind == Some(NodeKind::Person);
    let joined = name.tokens.end + 1 == next.tokens.start && matches!(syntax.word(name.tokens.end), "and" | "&");
    let plain = |word: &str| names::given(word).is_some() && !MONONYMS.contains(Name::of(word).last());
    (person && joined && name.tokens.len() == 1 && plain(own) && plain(given) && is_of_family(syntax, name))
        .then(|| format!("{own} {surname}"))
}

/// "I told Kim [Tarrant]": whether an editor put the surname behind a given name.
pub(super) fn is_added(syntax: &Syntax<'_>, given: &Mention, surname: &Mention) -> bool {
    let bracket = |at: usize, mark: &str| syntax.tokens.get(at).is_some_and(|_| syntax.word(at) == mark);
    let person = |mention: &Mention| {
        mention.form == Form::Name && matches!(mention.kind, None | Some(NodeKind::Person)) && mention.tokens.len() == 1
    };
    person(given)
        && person(surname)
        && given.tokens.end + 1 == surname.tokens.start
        && bracket(given.tokens.end, "[")
        && bracket(surname.tokens.end, "]")
}

/// Whether the word before a name, past a mark, calls it one of a family: "parents, Erik", "twins Max".
fn is_of_family(syntax: &Syntax<'_>, name: &Mention) -> bool {
    let word = |back: usize| name.tokens.start.checked_sub(back).map_or("", |at| syntax.word(at));
    let noun = if matches!(word(1), "," | ":" | "\u{2013}" | "\u{2014}") { word(2) } else { word(1) };
    FAMILY.iter().any(|family| noun.eq_ignore_ascii_case(family))
}
