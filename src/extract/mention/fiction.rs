//! Names that are somebody's only on screen or page.
//!
//! Comes in: words and decided names. Goes out: the keys of names that belong to characters. Real
//! people who are played ("plays Princess Diana") are told by being named elsewhere as well.

use std::collections::{BTreeMap, BTreeSet};

use super::decide::Found;
use super::word::{Shape, Words};
use crate::lexicon::names::role;
use crate::model::NodeKind;

/// How many words a cue may stand before the name.
const REACH: usize = 7;

/// The keys of the names that are mostly told as a character's.
pub(super) fn characters(words: &Words<'_>, names: &[Found]) -> BTreeSet<String> {
    let mut uses: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for name in names.iter().filter(|name| name.kind == NodeKind::Person) {
        let (all, played) = uses.entry(name.candidate.key(words)).or_default();
        *all += 1;
        *played += usize::from(is_played(words, name));
    }
    let cast = cast(words, names);
    let mostly = |&(all, played): &(usize, usize)| played > 0 && played * 2 >= all;
    uses.into_iter().filter(|(key, uses)| cast.contains(key) || mostly(uses)).map(|(key, _)| key).collect()
}

/// The characters of a cast told as "Kitty Marlow (Gwen Tarrant)"; one such pair alone may be
/// somebody's other name.
fn cast(words: &Words<'_>, names: &[Found]) -> BTreeSet<String> {
    let actor = |pair: &&[Found]| {
        let (character, actor) = (&pair[0].candidate.words, &pair[1].candidate.words);
        let people = pair.iter().all(|name| name.kind == NodeKind::Person);
        let inside =
            character.end + 1 == actor.start && words.text(character.end) == "(" && words.text(actor.end) == ")";
        people && inside && actor.len() > 1
    };
    let characters: Vec<&[Found]> = names.windows(2).filter(actor).collect();
    if characters.len() < 2 {
        return BTreeSet::new();
    }
    characters.into_iter().map(|pair| pair[0].candidate.key(words)).collect()
}

fn is_played(words: &Words<'_>, name: &Found) -> bool {
    let sentence = &words.sentences[name.candidate.sentence];
    let (start, end) = (name.candidate.titles.start, name.candidate.words.end);
    let after = |places: usize| if end + places < sentence.end { words.text(end + places) } else { "" };
    if after(0) == "," && after(1) == "played" && after(2) == "by" || after(0) == "(" && after(1) == "played" {
        return true;
    }
    if is_part_in_show(words, sentence.start, start, &after) || is_called_part(words, sentence.start, start) {
        return true;
    }
    let mut described = true;
    for at in (sentence.start.max(start.saturating_sub(REACH))..start).rev() {
        let text = words.text(at);
        match text {
            "plays" | "played" | "playing" | "portrays" | "portrayed" | "portraying" | "play" => return described,
            "character" | "characters" if start - at <= 2 => return true,
            "of" if matches!(words.text(at.wrapping_sub(1)), "role" | "part" | "character" | "portrayal") => {
                return start - at <= 2;
            }
            // "stars such as Ana Vega" are no parts of hers
            "as" if start - at <= 2 && (at == sentence.start || words.text(at - 1) != "such") => {
                return (2..6).any(|back| at >= sentence.start + back - 1 && is_casting(words.text(at + 1 - back)));
            }
            _ => {}
        }
        let was = described;
        let inside = matches!(words.shape(at), Shape::Lower | Shape::Possessive | Shape::Quote)
            || words.text(at) == "-"
            || role(text).is_some();
        described &= inside
            && !matches!(
                text,
                "who"
                    | "by"
                    | "and"
                    | "that"
                    | "with"
                    | "for"
                    | "at"
                    | "on"
                    | "in"
                    | "when"
                    | "against"
                    | "opposite"
                    | "alongside"
            );
        let screen = text == "on" && words.text(at + 1) == "-" && words.text(at + 2) == "screen";
        described |= screen && was;
    }
    false
}

/// "grew up as Jonah Pike on the popular 1980s sitcom": a part in a show.
fn is_part_in_show<'t>(words: &Words<'t>, first: usize, start: usize, after: &impl Fn(usize) -> &'t str) -> bool {
    let led = start > first && words.text(start - 1) == "as";
    let show = |word: &str| matches!(word, "sitcom" | "soap" | "series" | "drama" | "dramedy" | "comedy" | "show");
    led && matches!(after(0), "on" | "in")
        && (1..7).map(after).take_while(|word| !matches!(*word, "," | "and")).any(show)
}

/// "stars as a professor named Milo": a part that is told like a person; "worked as a cook named" is none.
fn is_called_part(words: &Words<'_>, first: usize, start: usize) -> bool {
    let called = start > first + 3 && matches!(words.text(start - 1), "named" | "called");
    let noun = called && role(words.text(start - 2)).is_some();
    noun && (first + 1..start - 2)
        .rev()
        .take(4)
        .any(|at| words.text(at - 1) == "as" && matches!(words.text(at), "a" | "an" | "the"))
}

/// Verbs and nouns of casting that "as" follows.
fn is_casting(word: &str) -> bool {
    matches!(
        word,
        "starring"
            | "stars"
            | "starred"
            | "star"
            | "cast"
            | "returns"
            | "returned"
            | "returning"
            | "reprise"
            | "reprised"
            | "reprising"
            | "role"
            | "turn"
            | "appears"
            | "appeared"
            | "performance"
            | "stint"
            | "debuted"
            | "fame"
            | "known"
            | "best"
    )
}
