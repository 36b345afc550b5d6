//! Noun groups that speak of people without naming them.
//!
//! Comes in: syntax. Goes out: one mention for each "the actress", "her father", "a friend" (one
//! person) and "the pair", "both", "the three of them", "all four" (several). The possessor is no
//! part of it: of "her father" the mention is "father". Whom it means is for `coref`. A group with
//! a name in it is the name's mention, not one of these.

use super::{Gender, Mention, Number};
use crate::lexicon::names::{self, Sex};
use crate::lexicon::{Table, list};
use crate::model::{Form, NodeKind};
use crate::syntax::{self, NounGroup, NounKind, Syntax};

/// Nouns for several people, with their number.
const GROUPS: Table = list!("names/groups");

/// The descriptions of a text, in text order.
pub(super) fn find(syntax: &Syntax<'_>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = syntax.chunks.nouns.iter().filter_map(|group| described(syntax, group)).collect();
    mentions.extend(counted(syntax));
    mentions.sort_by_key(|mention| mention.tokens.start);
    mentions.dedup_by(|later, earlier| later.tokens.start < earlier.tokens.end);
    mentions
}

/// A noun group that a role noun or a noun for several people heads.
fn described(syntax: &Syntax<'_>, group: &NounGroup) -> Option<Mention> {
    if group.kind != NounKind::Common || group.tokens.len() > 10 {
        return None;
    }
    let head = names::lower(syntax.word(group.head));
    if let Some(size) = GROUPS.get(&head).filter(|_| is_definite(syntax, group)) {
        return Some(mention(syntax, group, Gender::Unknown, Number::Many(size.parse().ok()), "group-noun"));
    }
    let role = names::role(&head)?;
    let gender = match role.sex {
        Sex::Female => Gender::Female,
        Sex::Male => Gender::Male,
        Sex::Either => Gender::Unknown,
    };
    let several = group.number == syntax::Number::Plural || head.ends_with("men") && !head.ends_with("women");
    let number = if several { Number::Many(counted_by(syntax, group)) } else { Number::One };
    Some(mention(syntax, group, gender, number, "role-noun"))
}

/// How many tokens "the 27-year-old" has at `at`, where no noun stands behind it; else 0.
fn years_old(syntax: &Syntax<'_>, at: usize, end: usize) -> usize {
    let word = |at: usize| if at < end { syntax.word(at) } else { "" };
    let whole = word(at + 1).ends_with("-year-old");
    let cut = (2..6).map(|offset| word(at + offset)).eq(["-", "year", "-", "old"]);
    let length = if whole { 2 } else { 6 };
    let noun = syntax.tokens.get(at + length).is_some_and(|token| at + length < end && token.tag.is_noun());
    if word(at).eq_ignore_ascii_case("the") && (whole || cut) && !noun { length } else { 0 }
}

/// "Both", "all four", "the two", "the three of them", "the 27-year-old": numbers that stand for
/// people.
fn counted(syntax: &Syntax<'_>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, sentence) in syntax.sentences.iter().enumerate() {
        for at in sentence.tokens.clone() {
            let aged = years_old(syntax, at, sentence.tokens.end);
            let (length, number, rule) = match count_at(syntax, at, sentence.tokens.end) {
                _ if aged > 0 => (aged, Number::One, "age"),
                Some((length, size)) => (length, Number::Many(Some(size)), "count"),
                None => continue,
            };
            mentions.push(Mention {
                span: syntax.span(at..at + length),
                tokens: at..at + length,
                sentence: index,
                form: Form::Description,
                kind: Some(NodeKind::Person),
                gender: Gender::Unknown,
                number,
                confidence: 1.0,
                fictional: false,
                byline: false,
                rule,
            });
        }
    }
    mentions
}

/// How many tokens such a number has at `at`, and which it is.
fn count_at(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<(usize, usize)> {
    let word = |at: usize| if at < end { syntax.word(at) } else { "" };
    let stands_alone = |next: usize| {
        let beside = word(next);
        let of_them = beside == "of" && matches!(word(next + 1), "them" | "us" | "whom");
        let noun = syntax.tokens.get(next).is_some_and(|token| {
            next < end && (token.tag.is_noun() || token.tag.is_adjective() || token.tag == syntax::Tag::CD)
        });
        of_them
            || !noun
                && !matches!(beside, "-" | "%" | "of" | "and" | "or" | "the" | "a" | "his" | "her" | "their" | "in")
    };
    let after_them = |next: usize| if word(next) == "of" && word(next + 1) == "them" { next + 2 } else { next };
    let first = word(at);
    if first.eq_ignore_ascii_case("both") && stands_alone(at + 1) {
        return Some((after_them(at + 1) - at, 2));
    }
    let definite = ["the", "all", "these", "those"].iter().any(|opener| first.eq_ignore_ascii_case(opener));
    let size = cardinal(word(at + 1)).filter(|_| definite)?;
    stands_alone(at + 2).then(|| (after_them(at + 2) - at, size))
}

fn mention(syntax: &Syntax<'_>, group: &NounGroup, gender: Gender, number: Number, rule: &'static str) -> Mention {
    Mention {
        span: syntax.span(group.tokens.clone()),
        tokens: group.tokens.clone(),
        sentence: syntax.sentence_of(group.head),
        form: Form::Description,
        kind: Some(NodeKind::Person),
        gender,
        number,
        confidence: 1.0,
        fictional: false,
        byline: false,
        rule,
    }
}

/// The number in a group: two of "his two brothers".
fn counted_by(syntax: &Syntax<'_>, group: &NounGroup) -> Option<usize> {
    group.tokens.clone().find_map(|at| cardinal(syntax.word(at)))
}

fn cardinal(word: &str) -> Option<usize> {
    const WORDS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.iter().position(|&number| word.eq_ignore_ascii_case(number)).map(|at| at + 2)
}

/// Whether a group speaks of somebody known: "the", "these", or owned.
fn is_definite(syntax: &Syntax<'_>, group: &NounGroup) -> bool {
    let opener = group.determiner.map(|at| syntax.word(at).to_lowercase());
    group.possessor.is_some() || opener.is_some_and(|word| matches!(word.as_str(), "the" | "these" | "both" | "all"))
}
