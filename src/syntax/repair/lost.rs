//! A sentence in want of a verb gets back the one that was taken for an adjective or a participle.
//!
//! Comes in: a tagged sentence. Goes out: the same, with a past tense where the whole sentence has no
//! finite verb of its own: "Ana, 34, the eldest of the girls, *married* Raul.", "Ana, 34, once *dated* Raul.", "Ana
//! and Raul *dated* briefly." Headlines and captions without a full stop stay as they are.

use super::retag;
use crate::syntax::{Tag, Token};

/// Corrects the tags of one sentence.
pub(super) fn mend(text: &str, tokens: &mut [Token]) {
    let whole = tokens.last().is_some_and(|last| last.tag == Tag::Stop);
    if let Some(at) = whole.then(|| lost_verb(text, tokens)).flatten() {
        retag(&mut tokens[at], Tag::VBD);
    }
}

/// The word that must be the verb, where no other can be.
fn lost_verb(text: &str, tokens: &[Token]) -> Option<usize> {
    let mut relative = false;
    let mut commas = 0;
    let mut lost = None;
    for at in 0..tokens.len() {
        match tokens[at].tag {
            Tag::Comma => {
                (relative, commas) = (false, commas + 1);
            }
            Tag::WP | Tag::WDT | Tag::WPS | Tag::WRB => relative = true,
            Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD | Tag::VB if !relative => return None,
            Tag::JJ | Tag::VBN if lost.is_none() && !relative && can_be_verb(tokens, at, commas) => {
                lost = Some(at).filter(|&at| tokens[at].tag == Tag::VBN || tokens[at].span.of(text).ends_with("ed"));
            }
            _ => {}
        }
    }
    lost
}

/// Whether a word stands where the verb of a subject stands: behind a noun, or behind an aside.
fn can_be_verb(tokens: &[Token], at: usize, commas: usize) -> bool {
    let adverbs = tokens[..at].iter().rev().take_while(|token| token.tag == Tag::RB).count();
    let Some(before) = at.checked_sub(adverbs + 1).map(|before| tokens[before].tag) else { return false };
    let behind = tokens[at + 1].tag;
    let follows = match before {
        Tag::Comma => commas > 1,
        Tag::NNP | Tag::NNPS | Tag::NNS | Tag::PRP | Tag::CloseBracket => true,
        _ => false,
    };
    let participle = tokens[at].tag == Tag::VBN;
    let governs = behind.is_proper() || matches!(behind, Tag::PRP | Tag::PRPS | Tag::NN | Tag::DT);
    let alone = matches!(behind, Tag::IN | Tag::RB | Tag::Stop | Tag::TO);
    follows && (governs || participle && alone)
}
