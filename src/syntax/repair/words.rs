//! Single words of news that other writing uses otherwise.
//!
//! Comes in: a tagged text. Goes out: the same tags but for a few, which the net takes for what they
//! are more often in other writing: the owner "her" before a tie ("married her second husband"), the
//! verbs of "Vega shares two sons with", "Vega stars opposite Ortiz" and "used to date", the nouns of "is mum to Leo" and "born
//! to actress Ana Vega".

use super::retag;
use crate::syntax::lists::is_role;
use crate::syntax::{Syntax, Tag, Upos, lemma};

/// How many words may stand before the tie.
const REACH: usize = 3;

/// Corrects the tags of a text.
pub(super) fn mend(syntax: &mut Syntax<'_>) {
    for at in 1..syntax.tokens.len().saturating_sub(1) {
        if let Some(tag) = corrected(syntax, at) {
            retag(&mut syntax.tokens[at], tag);
        }
    }
}

/// The better tag of a word that has another neighbour before and behind it.
fn corrected(syntax: &Syntax<'_>, at: usize) -> Option<Tag> {
    let (tag, word) = (syntax.tokens[at].tag, syntax.word(at));
    let (before, behind) = (syntax.tokens[at - 1].tag, syntax.tokens[at + 1].tag);
    match tag {
        Tag::PRP if word == "her" && before_tie(syntax, at) => Some(Tag::PRPS),
        Tag::NNS
            if word == "shares"
                && (before.is_proper() || before == Tag::PRP)
                && (before_tie(syntax, at) || matches!(syntax.word(at + 1), "with" | "custody")) =>
        {
            Some(Tag::VBZ)
        }
        Tag::NN if before.is_proper() && is_seen_doing(syntax, at) => {
            Some(if word.ends_with("ing") { Tag::VBG } else { Tag::VB })
        }
        Tag::NN if before == Tag::VBN && word.ends_with("ing") && is_sight(syntax, at - 1) => Some(Tag::VBG),
        // No noun stands right behind "who".
        Tag::NNS if before == Tag::WP && syntax.word(at - 1).eq_ignore_ascii_case("who") => Some(Tag::VBZ),
        _ if tag.is_noun() && is_verb_of_name(syntax, at) => {
            Some(if word.ends_with('s') { Tag::VBZ } else { Tag::VBP })
        }
        Tag::NN if word == "date" && (is_infinitive(syntax, at) || is_wished(syntax, at)) => Some(Tag::VB),
        Tag::JJS if matches!(word, "eldest" | "youngest" | "oldest") && owned_alone(syntax, at) => Some(Tag::NN),
        Tag::VBZ if (word.ends_with("mates") || word == "twins") && behind.is_proper() => Some(Tag::NNS),
        Tag::VBD | Tag::VBN if word == "estranged" && before_tie(syntax, at) => Some(Tag::JJ),
        // "fuels romance rumors", "shut down dating rumors"
        _ if matches!(word, "romance" | "dating") && is_talk(syntax, at + 1) && tag != Tag::NN => Some(Tag::NN),
        Tag::NNS if matches!(word, "fuels" | "sparks" | "stokes") && is_talk(syntax, at + 2) => Some(Tag::VBZ),
        Tag::NN if word == "dating" && behind.is_proper() && (is_admitting(syntax, at - 1) || is_being(syntax, at)) => {
            Some(Tag::VBG)
        }
        Tag::JJ if matches!(word, "married" | "wed" | "divorced") && behind.is_proper() && is_later(syntax, at - 1) => {
            Some(Tag::VBD)
        }
        // ", TMZ reports.", "The Sun claims that …", "friends of the singer say."
        Tag::NNS if matches!(word, "reports" | "claims" | "notes") && is_told_by(syntax, at) => Some(Tag::VBZ),
        Tag::VB if word == "say" && behind == Tag::Stop && before.is_noun() => Some(Tag::VBP),
        Tag::JJ if word == "briefly" => Some(Tag::RB),
        // "The pair, who met in Rome, share two children"
        Tag::VB if word == "share" && before == Tag::Comma => Some(Tag::VBP),
        Tag::VBD if syntax.word(at - 1) == "having" => Some(Tag::VBN),
        Tag::VBP if word == "custody" => Some(Tag::NN),
        // "wearing matching rings", "his leading lady"
        Tag::VBG if behind.is_noun() && matches!(word, "matching" | "leading") => Some(Tag::JJ),
        Tag::JJ if matches!(word, "married" | "wed" | "divorced") && is_since(syntax, at) => Some(Tag::VBN),
        // "newly engaged Ana Vega"
        Tag::VBN if behind.is_proper() && syntax.word(at - 1).eq_ignore_ascii_case("newly") => Some(Tag::JJ),
        Tag::NN if before.is_proper() && behind == Tag::IN && is_pastime(word) => Some(Tag::VBG),
        // "announces split", but "have split"
        Tag::VBN
            if word == "split"
                && before.is_finite()
                && syntax.tokens[at - 1].upos == Upos::Verb
                && !matches!(syntax.word(at - 1), "have" | "has" | "had") =>
        {
            Some(Tag::NN)
        }
        // "neither confirmed nor denied"
        Tag::VBN if matches!(syntax.word(at - 1), "neither" | "nor") => Some(Tag::VBD),
        // "spoke of her split from Bo"
        Tag::VBN | Tag::VBD if word == "split" && owns(before) => Some(Tag::NN),
        Tag::NNS if word == "files" && syntax.word(at + 1) == "for" && is_parting(syntax, at + 2) => Some(Tag::VBZ),
        Tag::VBZ if word == "quits" && syntax.word(at - 1) == "it" => Some(Tag::NNS),
        Tag::IN | Tag::RB | Tag::RP if is_on_and_off(syntax, at) => Some(Tag::JJ),
        // "her then-boyfriend", "his then wife"
        Tag::RB if word == "then" && is_held_then(syntax, at) => Some(Tag::JJ),
        Tag::JJ | Tag::VB | Tag::IN if is_noun_of_tie(syntax, at, tag) => Some(Tag::NN),
        Tag::VB if is_trade_of_spouse(syntax, at) => Some(Tag::NN),
        // "Vega co-parents son Leo with Ortiz"
        Tag::NNS if matches!(word, "co-parents" | "coparents") && before.is_proper() => Some(Tag::VBZ),
        Tag::VBP if before == Tag::VBZ && behind.is_proper() && is_role(word) => Some(Tag::NN),
        // "her brother, Tom Hall, hosts the show"
        Tag::NNS if is_done(word) && before == Tag::Comma && behind == Tag::DT => Some(Tag::VBZ),
        _ => None,
    }
}

/// "his marriage to **costume** designer Mia", but not "engaged to marry designer Mia".
fn is_trade_of_spouse(syntax: &Syntax<'_>, at: usize) -> bool {
    let tied = at > 1
        && syntax.word(at - 1) == "to"
        && matches!(syntax.word(at - 2), "marriage" | "married" | "engaged" | "engagement" | "wedding" | "wed");
    let verb = matches!(syntax.word(at), "marry" | "wed" | "be");
    let named = at + 2 < syntax.tokens.len() && syntax.tokens[at + 2].tag.is_proper();
    tied && !verb && named && is_role(syntax.word(at + 1))
}

/// What people do in the third person that is a noun as well.
fn is_done(word: &str) -> bool {
    matches!(word, "hosts" | "fronts" | "heads" | "stars" | "runs" | "owns" | "judges" | "edits" | "coaches")
}

/// "used to **date**", "did not ever **date**".
fn is_infinitive(syntax: &Syntax<'_>, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| syntax.word(at));
    let adverb = |back: usize| matches!(word(back), "ever" | "actually" | "really" | "even" | "secretly" | "briefly");
    let not = |back: usize| {
        matches!(word(back), "not" | "n't" | "n\u{2019}t" | "never") && matches!(word(back + 1), "do" | "does" | "did")
    };
    word(1) == "to" && word(2) == "used" || not(1) || adverb(1) && not(2)
}

/// "would love to **date** Bo", "wants to date her", but not "to date, nobody".
fn is_wished(syntax: &Syntax<'_>, at: usize) -> bool {
    let verb = at.checked_sub(2).is_some_and(|verb| syntax.tokens[verb].tag.is_verb());
    let behind = syntax.tokens[at + 1].tag;
    verb && syntax.word(at - 1) == "to" && (behind.is_proper() || matches!(behind, Tag::PRP | Tag::PRPS))
}

/// Whether a verb of telling stands where one does: between a title and a stop or "that".
fn is_told_by(syntax: &Syntax<'_>, at: usize) -> bool {
    let titled = syntax.word(at - 1).starts_with(char::is_uppercase) && syntax.tokens[at - 1].tag.is_noun();
    let behind = &syntax.tokens[at + 1];
    let first = syntax.sentences[syntax.sentence_of(at)].tokens.start + 1 == at && syntax.word(at + 1) == "that";
    let opens =
        first || at > 1 && (syntax.tokens[at - 2].tag == Tag::Comma || syntax.word(at - 2).eq_ignore_ascii_case("the"));
    titled && opens && (behind.tag == Tag::Stop || syntax.word(at + 1) == "that")
}

/// Whether a word speaks of talk: "rumors", "speculation".
fn is_talk(syntax: &Syntax<'_>, at: usize) -> bool {
    const TALK: &[&str] = &["rumor", "rumour", "speculation", "gossip", "buzz", "chatter"];
    at < syntax.tokens.len() && TALK.iter().any(|word| syntax.word(at).trim_end_matches('s').eq_ignore_ascii_case(word))
}

/// The verbs and prepositions before what somebody does: "**denied** dating Bo", "accused **of** dating Bo".
fn is_admitting(syntax: &Syntax<'_>, at: usize) -> bool {
    const VERBS: &[&str] = &["deny", "admit", "start", "begin", "stop", "avoid", "regret", "quit", "recall", "confirm"];
    let tag = syntax.tokens[at].tag;
    let governs = tag == Tag::IN && matches!(syntax.word(at), "of" | "for" | "about" | "from" | "since" | "despite");
    governs || tag.is_verb() && VERBS.contains(&&*lemma::lemma(syntax.word(at), tag))
}

/// "**is no longer** dating Bo", "is reportedly dating Bo".
fn is_being(syntax: &Syntax<'_>, at: usize) -> bool {
    let adverb = |&at: &usize| matches!(syntax.tokens[at].tag, Tag::RB | Tag::RBR);
    let before = (at.saturating_sub(REACH)..at).rev().find(|at| !adverb(at));
    before.is_some_and(|be| &*lemma::lemma(syntax.word(be), syntax.tokens[be].tag) == "be")
}

/// "**has since** married chef Ana Vega".
fn is_since(syntax: &Syntax<'_>, at: usize) -> bool {
    let have = at.checked_sub(2).is_some_and(|have| matches!(syntax.word(have), "has" | "have" | "had"));
    have && matches!(syntax.tokens[at - 1].tag, Tag::RB | Tag::IN) && syntax.tokens[at + 1].tag.is_noun()
}

/// The adverb of "Ana Vega **later** married Bo", but not of "the happily married Bo".
fn is_later(syntax: &Syntax<'_>, at: usize) -> bool {
    let adverb = matches!(syntax.tokens[at].tag, Tag::RB | Tag::RBR);
    let before = at.checked_sub(1).map(|before| syntax.tokens[before].tag);
    adverb && before.is_some_and(|before| before.is_proper() || matches!(before, Tag::PRP | Tag::CC | Tag::WP))
}

/// The parts of "on-again, off-again", "on-off" and "on-screen" before a noun.
fn is_on_and_off(syntax: &Syntax<'_>, at: usize) -> bool {
    let word = |at: usize| if at < syntax.tokens.len() { syntax.word(at) } else { "" };
    let hyphen = |at: usize| matches!(word(at), "-" | "\u{2011}");
    let half = |at: usize| word(at).eq_ignore_ascii_case("on") || word(at).eq_ignore_ascii_case("off");
    half(at) && hyphen(at + 1) && (word(at + 2) == "again" || half(at + 2))
        || half(at) && hyphen(at + 1) && matches!(word(at + 2), "screen" | "stage" | "camera" | "air" | "set")
        || hyphen(at - 1) && at > 1 && half(at - 2) && (word(at) == "again" || half(at))
}

/// Whether a "then" stands before a tie: "her then-boyfriend", "his then wife"; not "then came her wife".
fn is_held_then(syntax: &Syntax<'_>, at: usize) -> bool {
    let owned = owns(syntax.tokens[at - 1].tag) || syntax.word(at - 1) == "her";
    let hyphen = syntax.tokens[at + 1].tag == Tag::HYPH;
    let tie = at + 1 + usize::from(hyphen);
    // "his then-infant son" tells of an age.
    let alone = |tie: usize| !matches!(syntax.tokens[tie + 1].tag, Tag::NN | Tag::NNS);
    (owned || hyphen) && tie + 1 < syntax.tokens.len() && is_role(syntax.word(tie)) && alone(tie)
}

const fn owns(tag: Tag) -> bool {
    matches!(tag, Tag::POS | Tag::PRPS)
}

/// "Ana's **eldest**, Leo": an owner before, no noun behind.
fn owned_alone(syntax: &Syntax<'_>, at: usize) -> bool {
    owns(syntax.tokens[at - 1].tag)
        && matches!(syntax.tokens[at + 1].tag, Tag::Comma | Tag::Stop | Tag::IN | Tag::VBZ | Tag::VBD)
}

/// "files for **divorce**".
fn is_parting(syntax: &Syntax<'_>, at: usize) -> bool {
    at < syntax.tokens.len() && matches!(syntax.word(at), "divorce" | "separation" | "annulment" | "custody")
}

/// "Ana Vega **stars** opposite Bo", "Ana and Bo **star** together in": never a noun there.
fn is_verb_of_name(syntax: &Syntax<'_>, at: usize) -> bool {
    matches!(syntax.word(at), "star" | "stars")
        && syntax.tokens[at - 1].tag.is_proper()
        && matches!(syntax.word(at + 1), "opposite" | "alongside" | "together" | "in" | "with")
}

/// "is **mum** to Leo", "born to **actress** Ana Vega".
fn is_noun_of_tie(syntax: &Syntax<'_>, at: usize, tag: Tag) -> bool {
    let word = syntax.word(at);
    let to = |at: usize| matches!(syntax.word(at), "to" | "of");
    if !is_role(word) {
        return false;
    }
    match tag {
        Tag::IN => syntax.tokens[at + 1].tag.is_proper(),
        Tag::JJ => to(at + 1) && at + 2 < syntax.tokens.len() && syntax.tokens[at + 2].tag.is_proper(),
        // Trades that are no verbs: not "host", "model", "coach".
        _ => {
            syntax.word(at - 1) == "to"
                && syntax.tokens[at + 1].tag.is_proper()
                && ["ess", "or", "ger", "ist", "ian", "ster"].iter().any(|ending| word.ends_with(ending))
        }
    }
}

/// "Ana Vega **dining** at the Ritz": what people are told to do at places, and hardly ever the second part of a name.
fn is_pastime(word: &str) -> bool {
    const PASTIMES: &[&str] = &[
        "dining",
        "lunching",
        "drinking",
        "partying",
        "dancing",
        "kissing",
        "hugging",
        "cuddling",
        "canoodling",
        "chatting",
        "shopping",
        "strolling",
        "hiking",
        "jogging",
        "swimming",
        "sunbathing",
        "holidaying",
        "vacationing",
    ];
    PASTIMES.contains(&word)
}

/// Whether a noun that says what somebody is stands behind a word, numbers and adjectives aside.
fn before_tie(syntax: &Syntax<'_>, at: usize) -> bool {
    let near = at + 1..syntax.tokens.len().min(at + 2 + REACH);
    let modifies = |tag| matches!(tag, Tag::CD | Tag::JJ | Tag::JJS | Tag::JJR | Tag::HYPH | Tag::VBN | Tag::DT);
    let noun = near.into_iter().find(|&at| !modifies(syntax.tokens[at].tag) && syntax.word(at) != "then");
    noun.is_some_and(|noun| {
        let tag = syntax.tokens[noun].tag;
        matches!(tag, Tag::NN | Tag::NNS) && is_role(syntax.word(noun))
    })
}

/// "photos show Ana and Bo **kissing**", "fans saw Ana **kiss** Bo": what somebody was seen to do.
fn is_seen_doing(syntax: &Syntax<'_>, at: usize) -> bool {
    const LONGEST: usize = 9;
    const DOING: &[&str] = &["kiss", "hug", "embrace", "dance", "argue", "leave"];
    let word = syntax.word(at);
    if !word.ends_with("ing") && !DOING.contains(&word) {
        return false;
    }
    let names = (at.saturating_sub(LONGEST)..at).rev();
    let mut before = names.skip_while(|&at| {
        let tag = syntax.tokens[at].tag;
        tag.is_proper() || matches!(tag, Tag::CC | Tag::Comma)
    });
    before.next().is_some_and(|verb| is_sight(syntax, verb))
}

/// "were **seen** kissing", "photos **show** Ana and Bo kissing".
fn is_sight(syntax: &Syntax<'_>, at: usize) -> bool {
    const SIGHTS: &[&str] = &["see", "show", "spot", "photograph", "film", "catch", "snap", "watch", "picture"];
    let tag = syntax.tokens[at].tag;
    tag.is_verb() && SIGHTS.contains(&&*lemma::lemma(syntax.word(at), tag))
}
