//! Other names that the article itself gives somebody.
//!
//! Comes in: mentions. Goes out: for a name the other one beside it that it says to be the same
//! person's: "X, whose real name is Y", "Y (born in Leeds), better known as X", "X, the Duke of Z,".
//! It compares no names.

use super::super::mention::Mention;
use crate::lexicon::names::{TitleClass, given, title};
use crate::model::{Form, NodeKind};
use crate::syntax::Syntax;

/// How many mentions and how many tokens may stand between the two names.
const BETWEEN: (usize, usize) = (8, 40);

/// How many words right before a name can say that it is another's.
const TAIL: usize = 6;

/// How many sentences back the one stands who is told to be born under another name.
const BORN: usize = 3;

/// The earlier name in the same sentence that a name is said to be another of; "Born Ana Hall in Leeds, she …"
/// that of whom it was told before.
pub(super) fn named_before(syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<usize> {
    let name = mentions.get(index)?;
    if is_birth_name(syntax, name) {
        return told_before(mentions, index);
    }
    let near = mentions[..index].iter().enumerate().rev().take(BETWEEN.0);
    let mut before = near.take_while(|(_, other)| other.sentence == name.sentence);
    let (at, other) = before.find(|(_, other)| may_be_person(other))?;
    (is_called(syntax, other, name) || is_titled(syntax, other, name)).then_some(at)
}

/// The later name in the same sentence that a name is said to be another of.
pub(super) fn named_behind(syntax: &Syntax<'_>, mentions: &[Mention], index: usize) -> Option<usize> {
    let next = (index + 1..mentions.len().min(index + BETWEEN.0)).find(|&at| may_be_person(&mentions[at]))?;
    (named_before(syntax, mentions, next) == Some(index)).then_some(next)
}

/// "**Born Ana Hall** in Leeds to a baker, she …": a name at birth opens the sentence, and a pronoun goes on.
fn is_birth_name(syntax: &Syntax<'_>, name: &Mention) -> bool {
    let sentence = &syntax.sentences[name.sentence].tokens;
    let (start, end) = (name.tokens.start, name.tokens.end);
    let word = |at: usize| if sentence.contains(&at) { syntax.word(at) } else { "" };
    let opens = start == sentence.start + 1 && word(sentence.start) == "Born";
    let told = matches!(word(end), "in" | "on" | "to" | "at" | "," | "into" | "near");
    let mut behind = (end..sentence.end).filter(|&at| syntax.word(at) == ",").map(|comma| word(comma + 1));
    opens && name.tokens.len() > 1 && told && behind.any(|next| matches!(next, "she" | "he" | "they"))
}

/// The one of whom the last sentence with a name told first.
fn told_before(mentions: &[Mention], index: usize) -> Option<usize> {
    let here = mentions[index].sentence;
    let from = mentions[..index].partition_point(|mention| mention.sentence + BORN < here);
    let people = || (from..index).filter(|&at| may_be_person(&mentions[at]) && mentions[at].sentence < here);
    let last = people().next_back().map(|at| mentions[at].sentence)?;
    people().find(|&at| mentions[at].sentence == last)
}

fn may_be_person(mention: &Mention) -> bool {
    mention.form == Form::Name && matches!(mention.kind, None | Some(NodeKind::Person))
}

/// Whether the words before the second name say that the first is called so.
fn is_called(syntax: &Syntax<'_>, first: &Mention, second: &Mention) -> bool {
    if second.tokens.start <= first.tokens.end || second.tokens.start - first.tokens.end > BETWEEN.1 {
        return false;
    }
    let words: Vec<String> = (first.tokens.end..second.tokens.start)
        .map(|at| syntax.word(at).to_lowercase())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .collect();
    let tail: Vec<&str> = words[words.len().saturating_sub(TAIL)..].iter().map(String::as_str).collect();
    match tail.as_slice() {
        ["now"] => words.len() == 1,
        [] => is_called_at_home(syntax, first, second),
        [.., "real" | "birth" | "full" | "stage", "name"] => true,
        [.., "name", "is" | "was"] | [.., "goes", "by"] => true,
        [.., "stage" | "pen" | "birth", "name", "of"] | [.., "pseudonym" | "moniker", "of"] => {
            words.first().is_some_and(|word| matches!(word.as_str(), "is" | "was" | "the" | "a"))
        }
        [.., "pseudonym" | "moniker" | "alias" | "nickname"] => tail.iter().any(|word| matches!(*word, "by" | "under")),
        [before @ .., "as"] => before.iter().any(|word| matches!(*word, "known" | "aka" | "identified")),
        [.., "n\u{e9}e" | "nee" | "aka" | "a.k.a." | "a.k.a" | "formerly"] => true,
        [.., "born"] => words.len() <= 2,
        _ => false,
    }
}

/// "Zephira (Nora Quill to her mom)": what those at home call somebody.
fn is_called_at_home(syntax: &Syntax<'_>, first: &Mention, second: &Mention) -> bool {
    let word = |at: usize| syntax.tokens.get(at).map_or("", |_| syntax.word(at));
    let (open, end) = (first.tokens.end, second.tokens.end);
    let home = matches!(word(end + 2), "mom" | "mum" | "mother" | "parents" | "family" | "friends" | "fans");
    open + 1 == second.tokens.start
        && word(open) == "("
        && word(end) == "to"
        && matches!(word(end + 1), "his" | "her" | "their")
        && home
}

/// "Prince William, the Duke of Cambridge,", "Raul Pike, 2nd Earl of Thorne (1780-1841)": the title
/// that somebody holds stands behind the name and is closed as an apposition is; one more name
/// behind it would make it a list.
fn is_titled(syntax: &Syntax<'_>, holder: &Mention, title: &Mention) -> bool {
    let between = holder.tokens.end..title.tokens.start;
    let comma = |at: usize| matches!(syntax.word(at), "," | "(");
    let article = |at: usize| {
        let word = syntax.word(at);
        word.eq_ignore_ascii_case("the") || word.starts_with(|c: char| c.is_ascii_digit())
    };
    let one = holder.gender.agrees(title.gender);
    let joined = one && !between.is_empty() && comma(between.start) && between.clone().skip(1).all(article);
    joined && between.len() <= 3 && is_territorial(title.span.of(syntax.text)) && is_closed(syntax, title.tokens.end)
}

/// "Duke of Thorne": a title and a place, without a name.
fn is_territorial(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let rank = words.next().and_then(title_class);
    let of = words.next() == Some("of");
    of && rank.is_some_and(|class| matches!(class, TitleClass::Noble | TitleClass::Royal))
}

fn title_class(word: &str) -> Option<TitleClass> {
    title(word).map(|title| title.class)
}

/// Whether an apposition ends at `end`, and no list goes on behind it.
fn is_closed(syntax: &Syntax<'_>, end: usize) -> bool {
    let word = |at: usize| syntax.tokens.get(at).map_or("", |token| token.span.of(syntax.text));
    let next = word(end + 1);
    let name = next.starts_with(char::is_uppercase) && (given(next).is_some() || title_class(next).is_some());
    let listed = matches!(next, "and" | "the") || name;
    matches!(word(end), "." | ")" | "(" | "who" | ";" | "" | "\u{2013}" | "\u{2014}") || word(end) == "," && !listed
}
