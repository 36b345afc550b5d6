//! Noun groups: determiner, adjectives, nouns, one head.
//!
//! Comes in: a tagged sentence. Goes out: [`NounGroup`]s; a possessor is a group of its own.
//!
//! ```text
//! group  = [predeterminer] [determiner] modifier* noun | determiner | pronoun | number
//! modifier = adverb before adjective | adjective | participle | noun | number | "-" | "&" | "/" | title
//! title = a few words in quotation marks right before a noun: his "Long Way" co-star
//! ```

use std::ops::Range;

use super::sight::Sight;
use super::{Chunks, NounGroup, NounKind, Number};
use crate::lexicon::names::given;
use crate::syntax::{Tag, lists};

/// Longer than any group that somebody wrote; a row of names without commas is cut.
const MOST_WORDS: usize = 32;

/// Finds the noun groups of a sentence.
pub(super) fn find(sight: Sight<'_>, chunks: &mut Chunks) {
    let mut at = sight.sentence.start;
    let mut owner: Option<(usize, usize)> = None;
    while at < sight.sentence.end {
        if sight.tag(at) == Tag::POS {
            let last = chunks.nouns.len().wrapping_sub(1);
            owner = chunks.nouns.last().filter(|group| group.tokens.end == at).map(|_| (last, at + 1));
        }
        let Some(mut group) = group(sight, at) else {
            at += 1;
            continue;
        };
        group.possessor = owner.filter(|&(_, start)| start == at).map(|(noun, _)| noun);
        let owns = matches!(sight.tag(at), Tag::PRPS | Tag::WPS);
        at = group.tokens.end;
        owner = owns.then_some((chunks.nouns.len(), at));
        chunks.nouns.push(group);
    }
}

/// The noun group that begins at `start`.
fn group(sight: Sight<'_>, start: usize) -> Option<NounGroup> {
    match sight.tag(start) {
        Tag::DT | Tag::JJ if sight.is(start, &["each", "one"]) && sight.is(start + 1, &["other", "another"]) => {
            return Some(bare(sight, start..start + 2, NounKind::Pronoun));
        }
        Tag::CD if sight.is(start, &["one"]) && sight.is(start + 1, &["another"]) => {
            return Some(bare(sight, start..start + 2, NounKind::Pronoun));
        }
        Tag::PRP | Tag::PRPS => return Some(bare(sight, start..start + 1, NounKind::Pronoun)),
        Tag::WP | Tag::WPS => return Some(bare(sight, start..start + 1, NounKind::Relative)),
        Tag::WDT if !(sight.tag(start + 1).is_noun() && sight.is(start, &["which", "what"])) => {
            return Some(bare(sight, start..start + 1, NounKind::Relative));
        }
        _ => {}
    }
    let mut at = start;
    while matches!(sight.tag(at), Tag::PDT | Tag::DT | Tag::WDT) && at < start + 2 {
        at += 1;
    }
    let determiner = (at > start).then(|| at - 1);
    let end = run(sight, at, determiner.is_some());
    match head(sight, at..end, determiner.is_some()) {
        Some(head) => Some(filled(sight, start, head, determiner)),
        None => determiner.map(|at| bare(sight, start..at + 1, NounKind::Pronoun)),
    }
}

/// The end of the run of modifiers and nouns from `start`.
fn run(sight: Sight<'_>, start: usize, determined: bool) -> usize {
    let mut at = start;
    let owned = || matches!(sight.tag(start.wrapping_sub(1)), Tag::PRPS | Tag::POS | Tag::WPS);
    let led = determined || owned();
    while at < start + MOST_WORDS {
        // `"Long Way" actor Ana Vega` may begin with it.
        at = match quoted_title(sight, at).filter(|title| led || at > start || is_role(sight, title.end)) {
            Some(title) => title.end,
            None if belongs(sight, start, at, determined) => at + 1,
            None => break,
        };
    }
    at
}

/// A title that tells more of the noun right behind it: `his "Long Way" co-star`, with its marks.
fn quoted_title(sight: Sight<'_>, open: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 8;
    // Straight marks may be taken for either side's; the space around them tells.
    let mark = |at: usize| matches!(sight.tag(at), Tag::CloseQuote | Tag::OpenQuote);
    let opens = mark(open) && sight.is_glued(open + 1) && !sight.is_glued(open);
    if !opens || !sight.word(open + 1).starts_with(|first: char| !first.is_lowercase()) {
        return None;
    }
    let close = (open + 2..open + LONGEST).find(|&at| mark(at))?;
    let ends = matches!(sight.tag(close - 1), Tag::Comma | Tag::Stop);
    (!ends && matches!(sight.tag(close + 1), Tag::NN | Tag::NNS)).then_some(open..close + 1)
}

fn belongs(sight: Sight<'_>, start: usize, at: usize, determined: bool) -> bool {
    let (tag, before) = (sight.tag(at), sight.tag(at.wrapping_sub(1)));
    let inside = at > start;
    let joined = inside && sight.is_glued(at) && is_joint(sight, at - 1);
    let border = || is_border(sight, at) && !is_dated_noun(sight, start, at, determined);
    if !sight.sentence.contains(&at) || (inside && !joined && border()) {
        return false;
    }
    let after_noun = inside && before.is_noun() && !joined;
    match tag {
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::AFX | Tag::FW | Tag::GW | Tag::ADD => true,
        Tag::JJ | Tag::JJR | Tag::JJS => !after_noun || is_modifier(sight, at),
        Tag::CD | Tag::Dollar => {
            !after_noun || sight.tag(at + 1).is_noun() || (before.is_proper() && !is_year(sight.word(at)))
        }
        Tag::VBN | Tag::VBG => joined || is_attributive(sight, at, start, determined),
        Tag::RB | Tag::RBR | Tag::RBS => {
            joined || (!after_noun && leads_to_adjective(sight, at) && (determined || inside))
        }
        Tag::HYPH => inside,
        Tag::CC | Tag::SYM | Tag::Comma => inside && is_inner_joint(sight, at),
        _ => joined,
    }
}

/// Whether a word stands between two hyphens of one word: the "in" of "brother-in-law".
pub(super) fn is_hyphenated(syntax: &crate::syntax::Syntax<'_>, at: usize, end: usize) -> bool {
    let hyphen = |at: usize| at < end && syntax.tokens[at].tag == Tag::HYPH;
    at > 0 && hyphen(at - 1) && hyphen(at + 1)
}

/// A hyphen or slash that ties two words.
fn is_joint(sight: Sight<'_>, at: usize) -> bool {
    sight.is_glued(at) && matches!(sight.word(at), "-" | "‑" | "–" | "/")
}

/// "&" between names ("Katz & Co" only when no name follows that could stand alone), "/" and "-"
/// without spaces.
fn is_inner_joint(sight: Sight<'_>, at: usize) -> bool {
    match sight.word(at) {
        "/" | "-" | "–" => sight.is_glued(at) && sight.is_glued(at + 1),
        // "his tall, dark boyfriend"
        "," => sight.tag(at - 1).is_adjective() && sight.tag(at + 1).is_adjective() && is_modifier(sight, at + 1),
        "&" => sight.is(at + 1, &["co", "co.", "sons", "company", "bros", "bros."]),
        _ => joins_roles(sight, at),
    }
}

/// "singer and actress Ana Vega": two roles before one name are one group.
fn joins_roles(sight: Sight<'_>, at: usize) -> bool {
    sight.is(at, &["and", "&"])
        && at > sight.sentence.start
        && sight.tag(at - 1) == Tag::NN
        && sight.tag(at + 1) == Tag::NN
        && is_role(sight, at - 1)
        && is_role(sight, at + 1)
        && sight.tag(at + 2).is_proper()
}

/// Where one noun group meets the next without a mark: "last year | Vega", "on Friday | Vega",
/// "May 2017 | Paris".
fn is_border(sight: Sight<'_>, at: usize) -> bool {
    let before = sight.word(at - 1);
    let (tag, last) = (sight.tag(at), sight.tag(at - 1));
    if last == Tag::CD && is_year(before) {
        return true;
    }
    let weekday = |word: &str| lists::TIMES.get_lower(word) == Some("weekday");
    if tag.is_proper() && (weekday(before) && sight.word(at) != "Night" || weekday(sight.word(at)) && last.is_noun()) {
        return true;
    }
    tag.is_proper() && matches!(last, Tag::NN | Tag::NNS) && lists::TIMES.get_lower(before) == Some("span")
}

/// "Her 2015 wedding", "the June 2015 split", "the 2018 Golden Globes": a year that the group began with tells more of its noun.
fn is_dated_noun(sight: Sight<'_>, start: usize, at: usize, determined: bool) -> bool {
    let led = determined || matches!(sight.tag(start.wrapping_sub(1)), Tag::PRPS | Tag::POS);
    let month = |word: &str| lists::TIMES.get_lower(word) == Some("month");
    let first = at == start + 1 || at == start + 2 && month(sight.word(start));
    led && first && is_year(sight.word(at - 1)) && (sight.tag(at).is_noun() || sight.tag(at) == Tag::JJ)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a noun follows an adjective, so that it modifies it.
fn is_modifier(sight: Sight<'_>, at: usize) -> bool {
    let next = (at + 1..at + 4).find(|&at| !matches!(sight.tag(at), Tag::JJ | Tag::HYPH | Tag::CD));
    let name = sight.word(at).starts_with(char::is_uppercase) && sight.tag(at.wrapping_sub(1)).is_proper();
    name || next.is_some_and(|at| sight.tag(at).is_noun())
}

/// Whether a participle stands before its noun: "the rumored couple", "estranged wife Ana".
fn is_attributive(sight: Sight<'_>, at: usize, start: usize, determined: bool) -> bool {
    let next = sight.tag(at + 1);
    let adjacent = at > start && (sight.tag(at - 1).is_adjective() || sight.tag(at - 1) == Tag::CD);
    let owned = matches!(sight.tag(at.wrapping_sub(1)), Tag::PRPS | Tag::POS | Tag::WPS);
    let led = determined || owned || adjacent;
    let noun_follows = next.is_noun() || (next.is_adjective() && sight.tag(at + 2).is_noun()) || next == Tag::HYPH;
    if led {
        return noun_follows && (determined || owned || sight.tag(at) == Tag::VBN);
    }
    let opens =
        at == sight.sentence.start || matches!(sight.tag(at - 1), Tag::IN | Tag::CC | Tag::Comma | Tag::OpenQuote);
    sight.tag(at) == Tag::VBN
        && opens
        && matches!(next, Tag::NN | Tag::NNS | Tag::JJ)
        && (next != Tag::JJ || sight.tag(at + 2).is_noun())
}

fn leads_to_adjective(sight: Sight<'_>, at: usize) -> bool {
    matches!(sight.tag(at + 1), Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN) && sight.tag(at + 2).is_noun()
}

/// The head of a run: its last noun, else a number, else (behind "the") an adjective.
fn head(sight: Sight<'_>, run: Range<usize>, determined: bool) -> Option<usize> {
    let last = |wanted: &dyn Fn(Tag) -> bool| run.clone().rev().find(|&at| wanted(sight.tag(at)));
    let noun = last(&|tag| tag.is_noun() || matches!(tag, Tag::ADD | Tag::FW));
    let tail_name = run.clone().next_back().filter(|&at| {
        at > run.start && sight.tag(at) == Tag::JJ && sight.tag(at - 1).is_proper() && is_modifier(sight, at)
    });
    let adjective = || last(&|tag| determined && (tag.is_adjective() || tag == Tag::VBN));
    tail_name.or(noun).or_else(|| last(&|tag| tag == Tag::CD)).or_else(adjective)
}

fn filled(sight: Sight<'_>, start: usize, head: usize, determiner: Option<usize>) -> NounGroup {
    let tag = sight.tag(head);
    let title = (start..head).find_map(|at| quoted_title(sight, at));
    let titled = |at: usize| title.as_ref().is_some_and(|title| title.contains(&at));
    let roles: Vec<usize> = (start..=head).filter(|&at| is_role(sight, at) && !titled(at)).collect();
    let name = name(sight, start, head);
    let kind = match tag {
        _ if name.is_some() => NounKind::Name,
        Tag::CD => NounKind::Quantity,
        _ => NounKind::Common,
    };
    let plural = tag.is_plural() || (kind == NounKind::Quantity && !sight.is(head, &["one"])) || is_crowd(sight, head);
    NounGroup {
        tokens: start..head + 1,
        head,
        kind,
        number: if plural { Number::Plural } else { Number::Singular },
        determiner,
        possessor: None,
        name,
        roles,
        age: age(sight, start..head + 1),
        title,
    }
}

/// The run of proper nouns that ends with the head, without a title or role at its start.
fn name(sight: Sight<'_>, start: usize, head: usize) -> Option<Range<usize>> {
    let proper = |at: usize| sight.tag(at).is_proper();
    let tail = sight.tag(head) == Tag::JJ && head > start && proper(head - 1);
    if !proper(head) && !tail {
        return None;
    }
    let inner = |at: usize| {
        proper(at) || at == head || ((is_joint(sight, at) || sight.word(at) == "&") && at > start && proper(at - 1))
    };
    let mut first = (start..=head).rev().take_while(|&at| inner(at)).last()?;
    while first < head && (is_role(sight, first) || lists::TITLES.contains(sight.word(first).trim_end_matches('.'))) {
        first += 1;
    }
    Some(first..head + 1)
}

/// "33-year-old" before the head; "Vega, 33," and "Vega (33)" behind a name.
fn age(sight: Sight<'_>, tokens: Range<usize>) -> Option<usize> {
    let inside = tokens.clone().find(|&at| {
        sight.tag(at) == Tag::CD
            && (at + 1..at + 4).any(|at| sight.is(at, &["year", "month"]))
            && (at + 2..at + 6).any(|at| sight.is(at, &["old"]))
    });
    let behind = tokens.end + 1;
    let young = sight.word(behind).parse().is_ok_and(|age: u8| age < 120);
    let enclosed = match sight.word(tokens.end) {
        "," => sight.is_break(behind + 1),
        "(" => sight.word(behind + 1) == ")",
        _ => false,
    };
    inside.or_else(|| (young && enclosed).then_some(behind))
}

/// Words in the singular that speak of several.
fn is_crowd(sight: Sight<'_>, head: usize) -> bool {
    sight.is(head, &["couple", "pair", "duo", "trio", "people", "family", "group", "quartet"])
}

/// A noun that says what somebody is.
pub(super) fn is_role(sight: Sight<'_>, at: usize) -> bool {
    let word = sight.word(at);
    let word = word.strip_prefix("ex-").or_else(|| word.strip_prefix("co-")).unwrap_or(word);
    match sight.tag(at) {
        Tag::NN | Tag::NNS => lists::is_role(word),
        // "Actress Ana Vega"; not "Dean Martin".
        Tag::NNP => sight.tag(at + 1).is_proper() && lists::is_role(word) && given(word).is_none(),
        _ => false,
    }
}

fn bare(sight: Sight<'_>, tokens: Range<usize>, kind: NounKind) -> NounGroup {
    let plural = [
        "they",
        "them",
        "we",
        "us",
        "their",
        "our",
        "themselves",
        "ourselves",
        "both",
        "these",
        "those",
        "all",
        "many",
    ];
    let number = if sight.is(tokens.start, &plural) || tokens.len() > 1 { Number::Plural } else { Number::Singular };
    let determiner = matches!(sight.tag(tokens.start), Tag::DT | Tag::PDT).then_some(tokens.start);
    let (head, name, roles) = (tokens.end - 1, None, Vec::new());
    NounGroup { tokens, head, kind, number, determiner, possessor: None, name, roles, age: None, title: None }
}
