//! The scene that a passage is set at: the event and the venue spoken of last.
//!
//! Comes in: a [`Scene`]. Goes out: [`Setting`], which tells for any word the event under way
//! there, and what "the party" or "the restaurant" means. An event spoken of in a link to another
//! story sets no scene, and a heading without an event closes one but that of the headline.

use std::collections::BTreeSet;

use super::scene::{Party, Scene};
use crate::extract::coref::ChainId;
use crate::extract::time::{Bound, Time};
use crate::lexicon::{Table, list};
use crate::model::{Form, NodeKind};
use crate::syntax::{ClauseKind, LabelKind, NounGroup, Paragraph, ParagraphKind, Tag, Tense};

/// Nouns that stand for an event or a venue told before: "the party", "the restaurant".
const GATHERINGS: Table = list!("cues/gatherings");

/// How many paragraphs on a scene still holds.
const REACH: usize = 4;

/// Where a passage is set.
pub(super) struct Setting {
    /// First token, paragraph and chain of each event spoken of, in text order.
    events: Vec<(usize, usize, ChainId)>,
    venues: Vec<(usize, usize, ChainId)>,
    /// The events that are named more than once.
    told_again: BTreeSet<ChainId>,
    /// The event of the headline or the first sentences.
    main: Option<ChainId>,
    /// Of each token its paragraph is looked up here: the first token of each paragraph.
    paragraphs: Vec<usize>,
    /// The paragraphs that are headings.
    headings: Vec<usize>,
    /// First tokens of what begins another scene without a name: "a birthday bash", "In October 2020".
    breaks: Vec<usize>,
}

impl Setting {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let syntax = scene.reading.syntax;
        let first = |index: usize| syntax.sentences[syntax.paragraphs[index].sentences.start].tokens.start;
        let mut setting = Self {
            events: Vec::new(),
            venues: Vec::new(),
            told_again: BTreeSet::new(),
            main: None,
            paragraphs: (0..syntax.paragraphs.len()).map(first).collect(),
            headings: Vec::new(),
            breaks: breaks(scene),
        };
        let kinds = syntax.paragraphs.iter().enumerate();
        setting.headings =
            kinds.filter(|(index, one)| begins_entry(scene, *index, one)).map(|(index, _)| index).collect();
        for (index, mention) in scene.reading.mentions.iter().enumerate() {
            let paragraph = syntax.sentences[mention.sentence].paragraph;
            let elsewhere = matches!(syntax.paragraphs[paragraph].kind, ParagraphKind::Related | ParagraphKind::Byline);
            let party = scene.mentioned(index);
            let &[chain] = party.chains.as_slice() else { continue };
            if mention.form != Form::Name || elsewhere {
                continue;
            }
            match scene.kind(chain) {
                NodeKind::Event if is_aside(scene, mention.tokens.start) => {}
                NodeKind::Event => setting.events.push((mention.tokens.start, paragraph, chain)),
                NodeKind::Venue => setting.venues.push((mention.tokens.start, paragraph, chain)),
                NodeKind::Person => {}
            }
        }
        let mut once = BTreeSet::new();
        setting.told_again =
            setting.events.iter().map(|&(.., chain)| chain).filter(|&chain| !once.insert(chain)).collect();
        // Not one of the first entry of a list.
        let entry = |&heading: &usize| heading > 1 || is_numbered(&syntax.paragraphs[heading]);
        let section = setting.headings.iter().copied().find(entry).unwrap_or(usize::MAX);
        let opens = |&&(_, paragraph, _): &&(usize, usize, ChainId)| paragraph < section.min(3);
        setting.main = setting.events.first().filter(opens).map(|(.., chain)| *chain);
        setting
    }

    /// The event that the article is about.
    pub(super) const fn main(&self) -> Option<ChainId> {
        self.main
    }

    /// The event under way at a token: one that is told of for sure, else the last one named.
    pub(super) fn event_at(&self, token: usize) -> Option<ChainId> {
        self.sure_event_at(token).or_else(|| self.within(&self.events, token, REACH))
    }

    /// The event that a passage is set at: the one that its paragraph names, else one that was
    /// named again and again shortly before, else the one that the article is about.
    pub(super) fn sure_event_at(&self, token: usize) -> Option<ChainId> {
        let told_again = |chain: &ChainId| self.told_again.contains(chain);
        self.within(&self.events, token, 0)
            .or_else(|| self.within(&self.events, token, REACH).filter(told_again))
            .or(self.main)
    }

    /// What a definite noun group ("the party", "the restaurant") means, if of one of these kinds.
    pub(super) fn definite(&self, scene: &Scene<'_>, group: usize, kinds: &[NodeKind]) -> Party {
        let group = scene.group(group);
        let kind = match GATHERINGS.get(scene.lemma(group.head)).filter(|_| is_definite(scene, group)) {
            Some("event" | "named event") => NodeKind::Event,
            Some(_) => NodeKind::Venue,
            None => return Party::default(),
        };
        let all = if kind == NodeKind::Event { &self.events } else { &self.venues };
        let named = || self.last_called(scene, all, group);
        let found = named().or_else(|| match GATHERINGS.get(scene.lemma(group.head)) {
            Some("event") => self.event_at(group.head),
            Some("venue") => self.within(all, group.head, REACH),
            _ => None,
        });
        let chains = found.filter(|_| kinds.contains(&kind)).into_iter().collect();
        Party { chains, confidence: 0.8, tokens: group.tokens.clone() }
    }

    /// The last of these before a group whose own name has the group's noun: of "the club" the
    /// Magnolia Club, whatever was named since.
    fn last_called(&self, scene: &Scene<'_>, all: &[(usize, usize, ChainId)], group: &NounGroup) -> Option<ChainId> {
        const VIEW: usize = 12;
        let noun = scene.lemma(group.head);
        let to = all.partition_point(|(start, ..)| *start <= group.head);
        let called = |chain: ChainId| {
            let name = &scene.reading.coref.chains[chain].name;
            name.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case(noun))
        };
        all[..to].iter().rev().take(VIEW).map(|&(.., chain)| chain).find(|&chain| called(chain))
    }

    /// The last of these before a token, if it is not more paragraphs back than `reach` and no other scene
    /// began in a paragraph behind it.
    fn within(&self, all: &[(usize, usize, ChainId)], token: usize, reach: usize) -> Option<ChainId> {
        let here = self.paragraphs.partition_point(|&first| first <= token).saturating_sub(1);
        let &(_, paragraph, chain) = all[..all.partition_point(|(start, ..)| *start <= token)].last()?;
        let next = self.headings.partition_point(|&heading| heading <= paragraph);
        let cut = self.headings.get(next).is_some_and(|&heading| heading <= here);
        let behind = self.paragraphs.get(paragraph + 1).copied().unwrap_or(usize::MAX);
        let other = self.breaks.get(self.breaks.partition_point(|&first| first < behind));
        (here - paragraph <= reach && !cut && other.is_none_or(|&other| other > token)).then_some(chain)
    }
}

/// Whether an event only tells who somebody is, when something else was, or how two came to know each
/// other: "Vega, the host of Saturday's Film Awards, was …", "Ortiz, who won at the Film Awards, …",
/// "days before the Film Awards", "they met at the Film Awards".
fn is_aside(scene: &Scene<'_>, token: usize) -> bool {
    let clause = scene.clause(scene.clause_of(token));
    let relative = clause.kind == ClauseKind::Relative && clause.tokens.contains(&token);
    let told = || {
        let group = scene.noun_at(token)?;
        let of = scene.governor(group).filter(|&index| matches!(scene.preposition(index), "of" | "at" | "from"))?;
        let noun = scene.chunks().prepositions[of].noun?;
        let person = scene.appositions(noun).any(|other| scene.people(scene.own(other)).is_known());
        let role = scene.name_of(noun).is_none() && scene.group(noun).determiner.is_some();
        (person && role).then_some(())
    };
    let when = || {
        let index = scene.governor(scene.noun_at(token)?)?;
        matches!(scene.preposition(index), "before" | "until" | "till" | "since" | "ahead" | "about").then_some(())
    };
    // "… since May, when they had hosted the Film Awards": told of another day.
    let earlier = clause.verb.is_some_and(|verb| scene.verb(verb).perfect && scene.verb(verb).tense == Tense::Past)
        || clause.marker.is_some_and(|marker| {
            let dated = marker >= 2 && scene.word(marker - 1) == "," && scene.is_time(marker - 2);
            dated && scene.is(marker, "when") || matches!(scene.lemma(marker), "since" | "before" | "until")
        });
    // "The couple met in 2019 at the Film Awards": where it began is not where it goes on.
    let began = clause.verb.is_some_and(|verb| scene.is(scene.verb(verb).head, "meet"));
    relative || told().is_some() || when().is_some() || began || earlier
}

/// Where another scene begins that has no name: a gathering told of for the first time ("a birthday bash"), a month
/// or a year in which something else took place.
fn breaks(scene: &Scene<'_>) -> Vec<usize> {
    let gathering = |group: &&NounGroup| {
        let new = group.determiner.is_some_and(|token| scene.is(token, "a") || scene.is(token, "an"));
        let named = GATHERINGS.get(scene.lemma(group.head)).is_some_and(|kind| kind.ends_with("event"));
        new && named && scene.name_at(group.head).is_none()
    };
    let gatherings = scene.chunks().nouns.iter().filter(gathering).map(|group| group.tokens.start);
    let other = |time: &&Time| {
        let long = time.value.as_ref().is_some_and(|value| value.as_str().len() <= "2018-05".len());
        long && time.bound == Bound::At && !time.modifier
    };
    let times = || scene.reading.times.expressions.iter().filter(other);
    // "In 1998 she sang at the gala" is over with its paragraph.
    let syntax = scene.reading.syntax;
    let behind = times().filter(|time| is_year(time)).map(|time| {
        let paragraph = &syntax.paragraphs[syntax.sentences[time.sentence].paragraph];
        syntax.sentences[paragraph.sentences.end - 1].tokens.end
    });
    let told = times().map(|time| time.tokens.start);
    let mut breaks: Vec<usize> = gatherings.chain(told).chain(behind).collect();
    breaks.sort_unstable();
    breaks
}

fn is_year(time: &Time) -> bool {
    time.value.as_ref().is_some_and(|value| value.as_str().len() == "1998".len())
}

/// Whether a paragraph begins something new: a heading, a numbered entry, a bullet.
fn begins_entry(scene: &Scene<'_>, index: usize, paragraph: &Paragraph) -> bool {
    let syntax = scene.reading.syntax;
    let first = syntax.sentences[syntax.paragraphs[index].sentences.start].tokens.start;
    let bullet = matches!(scene.word(first), "\u{2022}" | "*" | "\u{25cf}" | "\u{25aa}" | "\u{b7}");
    paragraph.kind == ParagraphKind::Heading || is_numbered(paragraph) || bullet
}

/// "3. The fitting".
fn is_numbered(paragraph: &Paragraph) -> bool {
    paragraph.label.as_ref().is_some_and(|label| label.kind == LabelKind::Number)
}

/// "the party", not "a party" or "his party".
fn is_definite(scene: &Scene<'_>, group: &NounGroup) -> bool {
    group.possessor.is_none()
        && group
            .determiner
            .is_some_and(|token| scene.tag(token) == Tag::DT && scene.is(token, "the") || scene.is(token, "this"))
}
