//! Happenings that a phrase names: "Jackson's 50th birthday party", "the Brandt-Ferrán wedding",
//! "the funeral of Ana Vega".
//!
//! Comes in: words, and the names that were decided on. Goes out: the words of each such phrase. A
//! happening without a name in its phrase ("the party") is left to coreference.

use std::ops::Range;

use super::decide::Found;
use super::function::is_function;
use super::word::{Shape, Words};
use crate::lexicon::happenings::{EventType, event_type};
use crate::lexicon::names::{Capital, capital, is_common, is_organisation_word, role};
use crate::model::NodeKind;
use crate::syntax::{Syntax, Tag};

/// A phrase that names a happening.
#[derive(Clone, Debug)]
pub(super) struct Happening {
    pub(super) words: Range<usize>,
    pub(super) sentence: usize,
    pub(super) rule: &'static str,
}

/// The rule of "her birthday party": whose it is, coreference tells.
pub(in crate::extract) const OWNED_BY_PRONOUN: &str = "pronoun-happening";

/// The phrases of a text, in text order; `names` are in text order too.
pub(super) fn find(syntax: &Syntax<'_>, words: &Words<'_>, names: &[Found]) -> Vec<Happening> {
    let mut found = Vec::new();
    for (index, sentence) in words.sentences.iter().enumerate() {
        let mut at = sentence.start;
        while at < sentence.end {
            let Some(head) = Head::at(words, at, sentence) else {
                at += 1;
                continue;
            };
            let compound = head.words.end < sentence.end && is_noun(syntax, words, head.words.end);
            if !compound && let Some((phrase, rule)) = phrase(words, names, sentence, &head) {
                found.push(Happening { words: phrase, sentence: index, rule });
            }
            at = head.words.end;
        }
    }
    found
}

/// Whether a noun follows, of which the happening only tells more: "wedding cake".
fn is_noun(syntax: &Syntax<'_>, words: &Words<'_>, word: usize) -> bool {
    let tag = syntax.tokens[words.list[word].tokens.start].tag;
    words.shape(word) == Shape::Lower && matches!(tag, Tag::NN | Tag::NNS)
}

/// "birthday party", "wedding": the nouns of a happening.
struct Head {
    words: Range<usize>,
    kind: EventType,
}

impl Head {
    fn at(words: &Words<'_>, at: usize, sentence: &Range<usize>) -> Option<Self> {
        let noun = |word: usize| {
            (word < sentence.end && words.shape(word) == Shape::Lower).then(|| event_type(words.text(word)))?
        };
        if is_match(words, at, sentence) {
            return Some(Self { words: at..at + 1, kind: EventType { sure: true, owned: false } });
        }
        let mut kind = noun(at)?;
        let mut end = at + 1;
        while let Some(next) = noun(end) {
            kind = EventType { sure: kind.sure || next.sure, owned: kind.owned || next.owned };
            end += 1;
        }
        Some(Self { words: at..end, kind })
    }
}

/// "a Dodgers game": a game is a happening behind the name of a team.
fn is_match(words: &Words<'_>, at: usize, sentence: &Range<usize>) -> bool {
    matches!(words.text(at), "game" | "match")
        && at > sentence.start
        && words.is_capital(at - 1)
        && is_organisation_word(words.text(at - 1))
}

/// The whole phrase around a head, if it has a name in it.
fn phrase(
    words: &Words<'_>,
    names: &[Found],
    sentence: &Range<usize>,
    head: &Head,
) -> Option<(Range<usize>, &'static str)> {
    let first = before_adjectives(words, sentence, head.words.start);
    let end = complement(words, names, sentence, head).unwrap_or(head.words.end);
    if head.kind.owned
        && let Some(owner) = owner(words, names, sentence, first)
    {
        return Some((owner..end, "owned-happening"));
    }
    let alone = end == head.words.end && first > sentence.start && is_whole_name(words, head);
    if head.kind.owned && alone && is_owner(words, sentence, first) {
        return Some((first - 1..end, OWNED_BY_PRONOUN));
    }
    if (head.kind.sure || head.kind.owned)
        && first > sentence.start
        && is_named(words, first - 1)
        && let Some(start) = modifier(words, sentence, first)
    {
        return Some((start..end, "named-happening"));
    }
    (end > head.words.end).then_some((first..end, "happening-of"))
}

/// Whether a noun names a happening without its name: "wedding", "birthday party", not "launch".
fn is_whole_name(words: &Words<'_>, head: &Head) -> bool {
    head.kind.sure || head.words.len() > 1 || matches!(words.text(head.words.start), "christening" | "funeral")
}

/// Whether a possessive pronoun stands before a head; what is done for a wedding is not done at it.
fn is_owner(words: &Words<'_>, sentence: &Range<usize>, first: usize) -> bool {
    let purpose = first > sentence.start + 1 && words.text(first - 2) == "for";
    matches!(words.text(first - 1).to_lowercase().as_str(), "his" | "her" | "their") && !purpose
}

/// Where the adjectives and numbers before a head begin: "50th", "surprise", "annual".
fn before_adjectives(words: &Words<'_>, sentence: &Range<usize>, head: usize) -> usize {
    let mut at = head;
    while at > sentence.start && head - at < 4 && is_adjective(words, at - 1) {
        at -= 1;
    }
    at
}

fn is_adjective(words: &Words<'_>, word: usize) -> bool {
    const ADJECTIVES: [&str; 43] = [
        "annual",
        "autumn",
        "baby",
        "birthday",
        "bridal",
        "charity",
        "civil",
        "cocktail",
        "costume",
        "cosy",
        "engagement",
        "fancy-dress",
        "farewell",
        "fashion",
        "film",
        "first",
        "garden",
        "holiday",
        "intimate",
        "launch",
        "lavish",
        "memorial",
        "movie",
        "music",
        "own",
        "post-show",
        "private",
        "recent",
        "rehearsal",
        "royal",
        "second",
        "secret",
        "spring",
        "star-studded",
        "state",
        "summer",
        "surprise",
        "television",
        "themed",
        "traditional",
        "upcoming",
        "white",
        "winter",
    ];
    let text = words.text(word);
    match words.shape(word) {
        Shape::Number => {
            ["th", "st", "nd", "rd"].iter().any(|ending| text.ends_with(ending))
                || text.len() == 4
                || word > 0 && is_month(words, word - 1)
        }
        Shape::Capital => is_month(words, word) && words.shape(word + 1) == Shape::Number,
        Shape::Lower => ADJECTIVES.binary_search(&text).is_ok(),
        _ => false,
    }
}

fn is_month(words: &Words<'_>, word: usize) -> bool {
    capital(words.text(word)).is_some_and(|(class, _)| class == Capital::Calendar)
}

/// Whether a word is written as names are; "amfAR" too.
fn is_named(words: &Words<'_>, word: usize) -> bool {
    words.is_capital(word) || words.shape(word) == Shape::Lower && words.text(word).contains(char::is_uppercase)
}

/// Where the owner begins: "Jackson's …", "Ana and Raul's …", "the Jacksons' …".
fn owner(words: &Words<'_>, names: &[Found], sentence: &Range<usize>, first: usize) -> Option<usize> {
    let mut sign = first;
    while sign > sentence.start && first - sign < 3 && words.is_capital(sign - 1) {
        sign -= 1;
    }
    if sign == sentence.start || words.shape(sign - 1) != Shape::Possessive {
        return None;
    }
    let family = sign >= sentence.start + 3
        && words.is_capital(sign - 2)
        && words.text(sign - 2).ends_with('s')
        && !words.text(sign - 1).ends_with('s')
        && words.text(sign - 3).eq_ignore_ascii_case("the");
    if family {
        return Some(sign - 2);
    }
    let at = name_ending(names, sign - 1)?;
    let person = at.kind == NodeKind::Person;
    let start = at.candidate.titles.start.min(at.candidate.words.start);
    let pair = start >= sentence.start + 2 && words.text(start - 1) == "and";
    let other = pair.then(|| name_ending(names, start - 1)).flatten().map(|name| name.candidate.words.start);
    person.then_some(other.unwrap_or(start))
}

/// Where the capitalised words before a head begin, those of one name or of two that a dash joins.
fn modifier(words: &Words<'_>, sentence: &Range<usize>, first: usize) -> Option<usize> {
    let mut start = first;
    while start > sentence.start {
        let joint = matches!(words.text(start - 1), "–" | "-" | "&")
            && start - 1 > sentence.start
            && words.is_capital(start - 2);
        if !is_named(words, start - 1) && !joint {
            break;
        }
        start -= 1;
    }
    let opens = start == sentence.start && start + 1 == first && is_common(words.text(start));
    while start < first && (is_leading(words.text(start)) || opens) {
        start += 1;
    }
    (start < first).then_some(start)
}

/// Words with a capital that begin a sentence or a date rather than a name.
fn is_leading(word: &str) -> bool {
    is_function(word)
        || capital(word).is_some_and(|(class, _)| {
            class == Capital::Calendar
                && !matches!(word, "Diwali" | "Christmas" | "Halloween" | "Easter" | "Eid" | "Holi")
        })
}

/// Where "of Ana and Raul", "to Ana", "of The Long Night" behind a head ends.
fn complement(words: &Words<'_>, names: &[Found], sentence: &Range<usize>, head: &Head) -> Option<usize> {
    let joint = words.text(head.words.end);
    if matches!(words.text(head.words.end - 1), "premiere" | "première" | "screening") && joint == "of" {
        return work(words, sentence, head.words.end + 1);
    }
    let tie = matches!(words.text(head.words.end - 1), "wedding" | "nuptials") && joint == "to";
    if joint != "of" && !tie || head.words.end + 1 >= sentence.end {
        return None;
    }
    let one = name_within(names, head.words.end + 1, 4)?;
    let start = one.candidate.titles.start;
    let trade = role(words.text(start - 1)).is_some();
    let direct = |word: usize| {
        let plain = words.shape(word) == Shape::Lower && !matches!(words.text(word), "his" | "her" | "their");
        plain || trade && words.is_capital(word)
    };
    if !(head.words.end + 1..start).all(direct) {
        return None;
    }
    if words.shape(one.candidate.words.end) == Shape::Possessive {
        return None;
    }
    let pair = words.text(one.candidate.words.end) == "and";
    let other = pair.then(|| name_within(names, one.candidate.words.end + 1, 1)).flatten();
    let end = other.unwrap_or(one).candidate.words.end;
    (one.kind == NodeKind::Person && head.kind.owned && end <= sentence.end).then_some(end)
}

/// Where the title of a work ends: in quotation marks, or a run of capitals with small words between
/// ("his new film The Lord of the Marsh").
fn work(words: &Words<'_>, sentence: &Range<usize>, of: usize) -> Option<usize> {
    let limit = sentence.end.min(of + 12);
    let first = (of..limit.min(of + 5)).find(|&word| words.shape(word) != Shape::Lower)?;
    if words.shape(first) == Shape::Quote {
        return (first + 1..limit).find(|&word| words.shape(word) == Shape::Quote).map(|close| close + 1);
    }
    let small = |word: usize| matches!(words.text(word), "of" | "the" | "and" | "a" | "to");
    let mut end = words.is_capital(first).then_some(first + 1)?;
    while let Some(next) = (end..limit.min(end + 3)).find(|&word| !small(word)).filter(|&word| words.is_capital(word)) {
        end = next + 1;
    }
    Some(end)
}

/// The name that ends right before a word.
fn name_ending(names: &[Found], end: usize) -> Option<&Found> {
    let at = names.partition_point(|name| name.candidate.words.end < end);
    names.get(at).filter(|name| name.candidate.words.end == end)
}

/// The first name that begins at most so many words behind `at`.
fn name_within(names: &[Found], at: usize, reach: usize) -> Option<&Found> {
    let next = names.partition_point(|name| name.candidate.titles.start < at);
    names.get(next).filter(|name| name.candidate.titles.start < at + reach)
}
