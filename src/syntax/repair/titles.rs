//! Commas inside the closing quotation mark of a title, as Americans write them: `stars in "Rose," and …`.
//!
//! Comes in: the tagged words of a sentence. Goes out: the same, where the comma of such a title and the mark behind
//! it have traded their tags, since the comma is the sentence's and not the title's. Speech keeps its comma:
//! `"Come in," she said`.

use super::{Tag, Token};
use crate::syntax::lists;

/// Longer than any title, in words.
const LONGEST: usize = 10;

/// Corrects the tags of a sentence.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let closing = |at: usize| word(at) == "," && is_mark(word(at + 1));
    let commas: Vec<usize> = (2..tokens.len()).filter(|&at| closing(at) && is_title(&word, at)).collect();
    for comma in commas {
        tokens[comma].tag = Tag::CloseQuote;
        tokens[comma + 1].tag = Tag::Comma;
    }
}

fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "”" | "''" | "’" | "'")
}

/// Whether what ends with this comma is a title: a few words behind a word of the sentence, and nobody says them.
fn is_title<'t>(word: &impl Fn(usize) -> &'t str, comma: usize) -> bool {
    let open =
        (comma.saturating_sub(LONGEST)..comma).rev().find(|&at| is_mark(word(at)) || matches!(word(at), "“" | "‘"));
    let Some(open) = open.filter(|&open| open > 0 && open + 1 < comma) else { return false };
    let says = |at: usize| lists::SAYING.contains_lower(word(at));
    let led = !matches!(word(open - 1), "," | ":" | "." | "–" | "—" | "-") && !says(open - 1);
    let told = (comma + 2..comma + 6).take_while(|&at| !matches!(word(at), "," | ".")).any(says);
    let capital = word(open + 1).starts_with(|first: char| !first.is_lowercase());
    led && capital && !told
}
