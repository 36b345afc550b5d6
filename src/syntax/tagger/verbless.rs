//! The verb of a sentence or headline that seems to have none.
//!
//! Comes in: the tags of a sentence, and how much worse each word would do as a finite verb. Goes
//! out: the word that had better be one. A rare verb behind a name ("Ana sang", "Ana Vega hugs Raul
//! Ortiz") looks to the tagger like one noun more; that nothing would then be said, and what stands
//! around the word, tell it apart.

use crate::syntax::{Tag, lists};

/// How much worse than as its tag a word may do as a verb, in the units of the model's scores. More
/// than this lowers the accuracy on EWT dev (94.50 XPOS with 0 and with 1.6 million, 94.44 with 3, of a
/// model that did not learn from dev).
const LIBERTY: i32 = 1_600_000;
/// How much easier that is where the words around call for a verb.
const CALLED_FOR: i32 = 4;
/// How much easier it is where they rather do.
const LIKELY: i32 = 2;

/// The word that must be the verb of a sentence that has none; `loss` tells of each word how much
/// worse it would do as one.
pub(super) fn missing_verb(
    words: &[&str],
    tags: &[Tag],
    locked: &[bool],
    mut loss: impl FnMut(usize) -> i32,
) -> Option<usize> {
    let sight = Sight { words, tags, locked };
    if tags.len() < 3 || (0..tags.len()).any(|at| sight.is_verb(at)) {
        return None;
    }
    let whole = *tags.last()? == Tag::Stop;
    let ease = |at: usize| if whole { sight.ease(at) } else { sight.headline_ease(at) };
    let candidate = |at: usize| sight.fits(at).then(|| ease(at)).flatten().map(|ease| (loss(at) / ease, at));
    let (loss, at) = (0..tags.len()).filter_map(candidate).min()?;
    (loss < LIBERTY).then_some(at)
}

/// A sentence while it is looked at.
#[derive(Clone, Copy)]
struct Sight<'a> {
    words: &'a [&'a str],
    tags: &'a [Tag],
    locked: &'a [bool],
}

impl Sight<'_> {
    fn tag(self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Stop)
    }

    /// Whether a subject stands right before a word.
    fn has_subject(self, at: usize) -> bool {
        at > 0 && (self.tags[at - 1].is_noun() || self.tags[at - 1] == Tag::PRP)
    }

    /// Whether a word is the verb of its sentence; not that of "…, says a friend.", nor "to live"
    fn is_verb(self, at: usize) -> bool {
        let says = at > 0 && self.tags[at - 1] == Tag::Comma && lists::SAYING.contains(self.words[at]);
        let commands = self.tags[at] == Tag::VB && !self.has_subject(at) && (at == 0 || self.tags[at - 1] != Tag::TO);
        self.tags[at].is_finite() && !says || commands
    }

    /// Whether a word can be a verb behind the one before it.
    fn fits(self, at: usize) -> bool {
        // "Rovers fans" cannot be: a plural takes no verb in "-s".
        let agrees = at > 0 && !(self.tags[at - 1].is_plural() && self.words[at].ends_with('s'));
        let open = self.tags[at].is_noun() || self.tags[at].is_adjective() || self.tags[at].is_verb();
        let small = self.words[at].starts_with(char::is_lowercase);
        self.has_subject(at) && agrees && !self.locked[at] && (self.owns_doing(at) || open && small)
    }

    /// How many times easier than elsewhere a word becomes the verb of a sentence.
    fn ease(self, at: usize) -> Option<i32> {
        let after_several = self.is_behind_two(at) || self.is_behind_several(at);
        let called_for = self.owns_doing(at)
            || self.locked[at - 1]
            || after_several && !self.words[at].ends_with('s')
            || self.is_third(at) && self.has_object(at);
        let likely = self.is_third(at) && self.tag(at + 1) == Tag::IN || self.tags[at - 1] == Tag::PRP;
        Some(if called_for {
            CALLED_FOR
        } else if likely {
            LIKELY
        } else {
            1
        })
    }

    /// The same of a headline, which may go without a verb: only right behind the name or names that
    /// it begins with, and before what a verb has behind it.
    fn headline_ease(self, at: usize) -> Option<i32> {
        let begins = self.tags[..at].iter().all(|tag| tag.is_noun() || matches!(tag, Tag::CC | Tag::JJ | Tag::POS));
        let several = self.is_behind_two(at) && !self.words[at].ends_with('s');
        if !begins || !(several || self.is_third(at)) {
            return None;
        }
        match self.tag(at + 1) {
            _ if self.has_object(at) || self.has_company(at) => Some(CALLED_FOR),
            Tag::IN | Tag::TO | Tag::RP | Tag::RB | Tag::JJ | Tag::NN if !lists::is_role(self.words[at]) => Some(1),
            _ => None,
        }
    }

    /// "Ana Vega hugs", "Singer dates": a word in "-s" behind one name or role.
    fn is_third(self, at: usize) -> bool {
        let somebody =
            self.tags[at - 1].is_proper() || self.tags[at - 1] == Tag::NN && lists::is_role(self.words[at - 1]);
        self.words[at].ends_with('s') && somebody && !self.is_behind_two(at)
    }

    /// Whether an object begins behind a word that no noun has there.
    fn has_object(self, at: usize) -> bool {
        let tag = self.tag(at + 1);
        tag.is_proper() || matches!(tag, Tag::DT | Tag::PRP | Tag::PRPS)
    }

    /// "Ana Vega parties with Raul Ortiz"
    fn has_company(self, at: usize) -> bool {
        self.tag(at + 1) == Tag::IN && self.words[at + 1] == "with" && self.tag(at + 2).is_proper()
    }

    /// "Ana and Raul share", "Ana Vega and Raul Ortiz share": two names joined by a conjunction.
    fn is_behind_two(self, at: usize) -> bool {
        let names = |tags: &[Tag]| tags.iter().rev().take_while(|tag| tag.is_proper()).count();
        let last = names(&self.tags[..at]);
        let before = &self.tags[..at - last];
        last > 0 && matches!(before, [.., Tag::CC]) && names(&before[..before.len() - 1]) > 0
    }

    /// "The stars date in secret", "the pair split": many, or a word for several.
    fn is_behind_several(self, at: usize) -> bool {
        let tag = self.tags[at - 1];
        let word = self.words[at - 1];
        tag == Tag::NNS || tag == Tag::NN && lists::SEVERAL.contains(&word.strip_prefix("ex-").unwrap_or(word))
    }

    /// "Ana's dating Raul": whether a possessive sign, a word in "-ing" and a name follow one another.
    fn owns_doing(self, at: usize) -> bool {
        matches!(self.tags[at..], [Tag::POS, _, name, ..] if name.is_proper()) && self.words[at + 1].ends_with("ing")
    }
}
