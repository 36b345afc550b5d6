//! The verb of a sentence that seems to have none.
//!
//! Comes in: the tags of a sentence, and how much worse each word would do as a finite verb. Goes
//! out: the word that had better be one. A rare verb behind a name ("Ana sang") looks to the tagger
//! like one name more; that the sentence would then say nothing tells it apart.

use crate::syntax::Tag;

/// How much worse than as its tag a word may do as a verb, in the units of the model's scores. More
/// than this lowers the accuracy on EWT dev (94.50 XPOS with 0 and with 1.6 million, 94.44 with 3).
const LIBERTY: i32 = 1_600_000;
/// How much easier that is where the words before call for a verb.
const CALLED_FOR: i32 = 4;

/// The word that must be the verb of a sentence that has none; `loss` tells of each word how much
/// worse it would do as one.
pub(super) fn missing_verb(
    words: &[&str],
    tags: &[Tag],
    locked: &[bool],
    loss: impl Fn(usize) -> i32,
) -> Option<usize> {
    let subject = |at: usize| at > 0 && (tags[at - 1].is_noun() || tags[at - 1] == Tag::PRP);
    let is_verb = |at: usize| tags[at].is_finite() || (tags[at] == Tag::VB && !subject(at));
    if tags.len() < 3 || *tags.last()? != Tag::Stop || (0..tags.len()).any(is_verb) {
        return None;
    }
    let candidate = |at: usize| {
        let doing = owns_doing(words, tags, at);
        // "Rovers fans" cannot be: a plural takes no verb in "-s".
        let agrees = at > 0 && !(tags[at - 1].is_plural() && words[at].ends_with('s'));
        let open = tags[at].is_noun() || tags[at].is_adjective() || tags[at].is_verb();
        let small = words[at].starts_with(char::is_lowercase);
        let fits = subject(at) && agrees && !locked[at] && (doing || open && small);
        let called_for = doing || is_behind_two(tags, at) || at > 0 && locked[at - 1];
        fits.then(|| (loss(at) / if called_for { CALLED_FOR } else { 1 }, at))
    };
    let (loss, at) = (0..tags.len()).filter_map(candidate).min()?;
    (loss < LIBERTY).then_some(at)
}

/// "Ana and Raul share": whether two names joined by a conjunction stand before a word.
fn is_behind_two(tags: &[Tag], at: usize) -> bool {
    matches!(tags[..at], [.., first, Tag::CC, second] if first.is_proper() && second.is_proper())
}

/// "Ana's dating Raul": whether a possessive sign, a word in "-ing" and a name follow one another.
fn owns_doing(words: &[&str], tags: &[Tag], at: usize) -> bool {
    matches!(tags[at..], [Tag::POS, _, name, ..] if name.is_proper()) && words[at + 1].ends_with("ing")
}
