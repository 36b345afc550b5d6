//! Verb groups: auxiliaries, negation, adverbs between them, the full verb, its particle.
//!
//! Comes in: a tagged sentence. Goes out: [`VerbGroup`]s.

use std::ops::Range;

use super::{Chunks, Tense, VerbForm, VerbGroup, noun};
use crate::syntax::{Syntax, Tag, Upos};

/// Finds the verb groups of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: Range<usize>, chunks: &mut Chunks) {
    let mut at = sentence.start;
    while at < sentence.end {
        let adjective =
            matches!(syntax.tokens[at].tag, Tag::VBN | Tag::VBG) && noun::modifies(syntax, at, sentence.end);
        match group(syntax, at, sentence.end).filter(|_| !adjective) {
            Some(found) => {
                at = found.tokens.end;
                chunks.verbs.push(found);
            }
            None => at += 1,
        }
    }
}

/// The verb group that begins at `start`.
fn group(syntax: &Syntax<'_>, start: usize, end: usize) -> Option<VerbGroup> {
    let tag = |at: usize| syntax.tokens[at].tag;
    let infinitive = tag(start) == Tag::TO;
    let mut at = start + usize::from(infinitive);
    let mut verbs: Vec<usize> = Vec::new();
    let (mut negation, mut modal, mut last) = (None, None, start);
    while at < end {
        let word = syntax.word(at);
        if tag(at).is_verb() || tag(at) == Tag::MD {
            if tag(at) == Tag::MD {
                modal = Some(at);
            }
            let full = syntax.tokens[at].upos != Upos::Aux;
            verbs.push(at);
            last = at + 1;
            at += 1;
            if full {
                break;
            }
            continue;
        }
        let negates = matches!(word.to_lowercase().as_str(), "n't" | "n’t" | "not" | "never" | "nt");
        if negates {
            negation = Some(at);
            if !verbs.is_empty() {
                last = at + 1;
            }
        } else if !tag(at).is_adverb() || (verbs.is_empty() && !infinitive) {
            break;
        }
        at += 1;
    }
    let &first = verbs.first()?;
    let &head = verbs.last()?;
    let particle = (last < end && tag(last) == Tag::RP).then_some(last);
    let end = particle.map_or(last, |at| at + 1);
    let form = form(infinitive, tag(first));
    let lemmas: Vec<_> = verbs.iter().map(|&at| syntax.lemma(at)).collect();
    let aux = &lemmas[..lemmas.len() - 1];
    let passive = tag(head) == Tag::VBN && aux.last().is_some_and(|lemma| matches!(&**lemma, "be" | "get"));
    Some(VerbGroup {
        tokens: start..end,
        head,
        form,
        tense: tense(syntax, first, form, modal),
        passive,
        progressive: tag(head) == Tag::VBG && aux.iter().any(|lemma| lemma == "be"),
        perfect: aux.iter().any(|lemma| lemma == "have"),
        negation,
        modal,
        particle,
        fronted: None,
        copula: lemmas.last().is_some_and(|lemma| lemma == "be"),
    })
}

fn form(infinitive: bool, first: Tag) -> VerbForm {
    match first {
        _ if infinitive => VerbForm::Infinitive,
        Tag::VBG => VerbForm::Gerund,
        Tag::VBN => VerbForm::Participle,
        Tag::VB => VerbForm::Infinitive,
        _ => VerbForm::Finite,
    }
}

fn tense(syntax: &Syntax<'_>, first: usize, form: VerbForm, modal: Option<usize>) -> Tense {
    match (form, modal) {
        (VerbForm::Finite, Some(modal)) if syntax.lemma(modal) == "will" => Tense::Future,
        (VerbForm::Finite, None) if syntax.tokens[first].tag == Tag::VBD => Tense::Past,
        (VerbForm::Finite, None) => Tense::Present,
        _ => Tense::None,
    }
}
