//! Verb groups: auxiliaries, negation, adverbs between them, the full verb, its particle.
//!
//! Comes in: a tagged sentence with its noun groups. Goes out: [`VerbGroup`]s outside of those.
//!
//! ```text
//! group = ["never"] [auxiliary | modal | adverb | "not"]* verb ["going to" verb | "used to" verb] [particle]
//! ```

use std::ops::Range;

use super::sight::{Sight, noun_starting_at};
use super::{Chunks, Tense, VerbForm, VerbGroup};
use crate::syntax::{Tag, Upos};

/// Adverbs that end a phrasal verb where the tagger does not call them particles.
const PARTICLES: &[&str] = &["up", "out", "off", "down", "away", "apart", "together", "back", "over", "on"];

/// Finds the verb groups of a sentence; `first_noun` is the index of its first noun group.
pub(super) fn find(sight: Sight<'_>, first_noun: usize, chunks: &mut Chunks) {
    let first_verb = chunks.verbs.len();
    let (mut at, mut noun) = (sight.sentence.start, first_noun);
    while at < sight.sentence.end {
        while chunks.nouns.get(noun).is_some_and(|group| group.tokens.end <= at) {
            noun += 1;
        }
        if let Some(group) = chunks.nouns.get(noun).filter(|group| group.tokens.contains(&at)) {
            at = group.tokens.end;
            continue;
        }
        let end = chunks.nouns.get(noun).map_or(sight.sentence.end, |group| group.tokens.start);
        match group(sight, at, end.min(sight.sentence.end)) {
            Some(found) => {
                at = found.tokens.end;
                chunks.verbs.push(found);
            }
            None => at += 1,
        }
    }
    join_questions(sight, first_verb, chunks);
}

/// The words of a group while it is read.
#[derive(Default)]
struct Parts {
    verbs: Vec<usize>,
    negation: Option<usize>,
    modal: Option<usize>,
    /// Whether "going to" or "used to" stands before the last verb.
    going: bool,
    used: bool,
    end: usize,
}

/// The verb group that begins at `start` and may run up to `end`.
fn group(sight: Sight<'_>, start: usize, end: usize) -> Option<VerbGroup> {
    let infinitive = sight.tag(start) == Tag::TO;
    let parts = read(sight, start + usize::from(infinitive), end, infinitive);
    let (&first, &head) = (parts.verbs.first()?, parts.verbs.last()?);
    let particle = particle(sight, parts.end, sight.tag(head));
    let start = if infinitive { start } else { first.min(parts.negation.unwrap_or(first)) };
    let end = particle.filter(|&at| at == parts.end).map_or(parts.end, |at| at + 1);
    Some(describe(sight, start..end, &parts, particle, infinitive))
}

fn read(sight: Sight<'_>, start: usize, end: usize, infinitive: bool) -> Parts {
    let mut parts = Parts { end: start, ..Parts::default() };
    let mut at = start;
    while at < end {
        let tag = sight.tag(at);
        let negates = is_negation(sight, at);
        if tag.is_verb() || tag == Tag::MD {
            if tag == Tag::MD {
                parts.modal = Some(at);
            }
            parts.verbs.push(at);
            parts.end = at + 1;
            if leads_on(sight, at, &parts) {
                (parts.going, parts.used) = (sight.is(at, &["going", "gon"]), sight.is(at, &["used"]));
                at += 1;
            } else if sight.syntax.tokens[at].upos != Upos::Aux && !is_got(sight, at) {
                break;
            }
        } else if negates {
            parts.negation = Some(at);
            if !parts.verbs.is_empty() {
                parts.end = at + 1;
            }
        } else if !is_inner_adverb(sight, at, &parts, infinitive) {
            break;
        }
        at += 1;
    }
    parts
}

/// "n't", "not", "never", the "longer" of "no longer".
fn is_negation(sight: Sight<'_>, at: usize) -> bool {
    sight.is(at, &["n't", "n’t", "not", "never", "nt"])
        || (sight.is(at, &["longer"]) && sight.is(at.wrapping_sub(1), &["no"]))
}

fn is_inner_adverb(sight: Sight<'_>, at: usize, parts: &Parts, infinitive: bool) -> bool {
    let adverb = sight.tag(at).is_adverb() || (sight.is(at, &["no"]) && sight.is(at + 1, &["longer"]));
    adverb && (infinitive || parts.negation.is_some() || !parts.verbs.is_empty() || sight.is(at, &["no"]))
}

/// "going to marry", "used to date": one group with the verb that follows.
fn leads_on(sight: Sight<'_>, at: usize, parts: &Parts) -> bool {
    let going = parts.verbs.len() > 1 && sight.is(at, &["going", "gon"]);
    (going || sight.is(at, &["used"])) && sight.is(at + 1, &["to", "na"]) && sight.tag(at + 2) == Tag::VB
}

/// "got married": "get" before a participle is an auxiliary.
fn is_got(sight: Sight<'_>, at: usize) -> bool {
    sight.is(at, &["get", "gets", "got", "getting", "gotten"]) && sight.tag(at + 1) == Tag::VBN
}

/// The particle behind a verb, or behind the pronoun that is its object ("called it off").
fn particle(sight: Sight<'_>, end: usize, head: Tag) -> Option<usize> {
    let is_particle = |at: usize| sight.tag(at) == Tag::RP || (sight.tag(at) == Tag::RB && sight.is(at, PARTICLES));
    if !head.is_verb() {
        return None;
    }
    if is_particle(end) {
        return Some(end);
    }
    let object = sight.tag(end) == Tag::PRP || sight.is(end, &["things"]);
    (object && sight.tag(end + 1) == Tag::RP).then_some(end + 1)
}

fn describe(
    sight: Sight<'_>,
    tokens: Range<usize>,
    parts: &Parts,
    particle: Option<usize>,
    infinitive: bool,
) -> VerbGroup {
    let (head, before) = (parts.verbs[parts.verbs.len() - 1], &parts.verbs[..parts.verbs.len() - 1]);
    let first = parts.verbs[0];
    let be = |at: usize| is_be(sight, at);
    let got = before.last().is_some_and(|&at| is_got(sight, at));
    let form = form(sight, parts, infinitive);
    VerbGroup {
        head,
        form,
        tense: tense(sight, first, form, parts),
        passive: sight.tag(head) == Tag::VBN && before.last().is_some_and(|&at| be(at) || got),
        progressive: !parts.going
            && before.iter().any(|&at| be(at))
            && parts.verbs.iter().any(|&at| sight.tag(at) == Tag::VBG),
        perfect: before.iter().any(|&at| is_have(sight, at))
            && parts.verbs.iter().skip(1).any(|&at| matches!(sight.tag(at), Tag::VBN | Tag::VBD)),
        negation: parts.negation,
        modal: parts.modal,
        particle,
        tokens,
        fronted: None,
        copula: be(head) && sight.syntax.tokens[head].upos == Upos::Aux || (be(head) && before.is_empty()),
    }
}

fn is_be(sight: Sight<'_>, at: usize) -> bool {
    const BE: &[&str] = &["be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "’m", "’re", "ai"];
    sight.is(at, BE)
        || (sight.is(at, &["'s", "’s"]) && !sight.tag(at + 1).is_verb()
            || sight.is(at, &["'s", "’s"]) && sight.tag(at + 1) == Tag::VBG
            || sight.is(at, &["'s", "’s"])
                && sight.tag(at + 1) == Tag::VBN
                && !sight.is(at + 1, &["been", "got", "had"]))
}

fn is_have(sight: Sight<'_>, at: usize) -> bool {
    sight.is(at, &["have", "has", "had", "having", "'ve", "’ve", "'d", "’d"])
        || (sight.is(at, &["'s", "’s"]) && !is_be(sight, at))
}

fn form(sight: Sight<'_>, parts: &Parts, infinitive: bool) -> VerbForm {
    match sight.tag(parts.verbs[0]) {
        _ if infinitive => VerbForm::Infinitive,
        Tag::VB => VerbForm::Infinitive,
        Tag::VBG => VerbForm::Gerund,
        Tag::VBN => VerbForm::Participle,
        _ => VerbForm::Finite,
    }
}

fn tense(sight: Sight<'_>, first: usize, form: VerbForm, parts: &Parts) -> Tense {
    match (form, parts.modal) {
        (VerbForm::Finite, Some(modal)) if sight.is(modal, &["will", "'ll", "’ll", "wo", "shall"]) => Tense::Future,
        (VerbForm::Finite, Some(_)) => Tense::None,
        (VerbForm::Finite, None) if parts.going && sight.tag(first) != Tag::VBD => Tense::Future,
        (VerbForm::Finite, None) if parts.used || matches!(sight.tag(first), Tag::VBD | Tag::VBN) => Tense::Past,
        (VerbForm::Finite, None) => Tense::Present,
        _ => Tense::None,
    }
}

/// "Are they dating?": the auxiliary, the subject and the verb are one group with a fronted auxiliary.
fn join_questions(sight: Sight<'_>, first: usize, chunks: &mut Chunks) {
    let mut kept = first;
    for at in first..chunks.verbs.len() {
        let verb = chunks.verbs[at].clone();
        match chunks.verbs[first..kept].last().filter(|front| asks(sight, chunks, front, &verb)) {
            Some(front) => {
                let joined = joined(sight, front, verb);
                chunks.verbs[kept - 1] = joined;
            }
            None => {
                chunks.verbs[kept] = verb;
                kept += 1;
            }
        }
    }
    chunks.verbs.truncate(kept);
}

/// Whether `front` is an auxiliary alone, one noun group stands behind it, and then `verb`, which has
/// no tense of its own.
fn asks(sight: Sight<'_>, chunks: &Chunks, front: &VerbGroup, verb: &VerbGroup) -> bool {
    let auxiliary = sight.syntax.tokens[front.head].upos == Upos::Aux && front.fronted.is_none();
    let opens = front.tokens.start == sight.sentence.start
        || matches!(
            sight.tag(front.tokens.start - 1),
            Tag::WRB | Tag::WP | Tag::WDT | Tag::CC | Tag::OpenQuote | Tag::Comma | Tag::Colon
        );
    let infinitive = sight.tag(verb.tokens.start) == Tag::TO;
    let does = sight.is(front.head, &["do", "does", "did"]) && verb.tokens.len() == 1;
    let subject = noun_starting_at(chunks, front.tokens.end).map(|noun| list_end(sight, chunks, noun));
    auxiliary
        && opens
        && (verb.form != VerbForm::Finite || (does && matches!(sight.tag(verb.head), Tag::VB | Tag::VBP)))
        && !infinitive
        && subject
            .is_some_and(|end| end == verb.tokens.start || (sight.tag(end).is_adverb() && end + 1 == verb.tokens.start))
        && (!front.copula || sight.tag(verb.head) == Tag::VBG || sight.tag(verb.head) == Tag::VBN)
}

/// Where the list ends that a noun group begins: behind "Raul" of "Ana and Raul".
fn list_end(sight: Sight<'_>, chunks: &Chunks, noun: usize) -> usize {
    let end = chunks.nouns[noun].tokens.end;
    let comma = usize::from(sight.tag(end) == Tag::Comma);
    let conjunction = usize::from(sight.tag(end + comma) == Tag::CC);
    match noun_starting_at(chunks, end + comma + conjunction).filter(|_| comma + conjunction > 0) {
        Some(next) => list_end(sight, chunks, next),
        None => end,
    }
}

fn joined(sight: Sight<'_>, front: &VerbGroup, verb: VerbGroup) -> VerbGroup {
    let be = is_be(sight, front.head);
    let modal = front.modal.or(verb.modal);
    VerbGroup {
        form: VerbForm::Finite,
        tense: front.tense,
        passive: verb.passive || (be && sight.tag(verb.head) == Tag::VBN),
        progressive: verb.progressive || (be && sight.tag(verb.head) == Tag::VBG),
        perfect: verb.perfect || is_have(sight, front.head),
        negation: front.negation.or(verb.negation),
        modal,
        fronted: Some(front.head),
        ..verb
    }
}
