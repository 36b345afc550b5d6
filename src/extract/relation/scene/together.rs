//! Whom "they", "the two" and "the couple" mean where coreference found nobody.
//!
//! Comes in: a plural mention without a reading. Goes out: the people spoken of right before it,
//! if they are just as many; else the pair that the article is about, where it is about a pair.
//! Speech is left alone, and so is a plural that may mean others just told of ("fans").

use std::collections::BTreeMap;

use super::{Party, Scene};
use crate::extract::coref::ChainId;
use crate::extract::mention::{Gender, Mention, Number, Person, Pronoun};
use crate::extract::relation::stance::is;
use crate::lexicon::Part;
use crate::model::{Form, Group, NodeKind};
use crate::syntax::ParagraphKind;

/// How many sentences and mentions back a plural looks.
const SENTENCES: usize = 2;
const MENTIONS: usize = 16;

/// How many paragraphs on a heading still names the people of its section.
const SECTION: usize = 5;

/// How sure the people right before are, and the pair of the article.
const NEAR: f64 = 0.65;
const MAIN: f64 = 0.6;

impl Scene<'_> {
    /// The members of a group that coreference left open.
    pub(super) fn open_group(&self, index: usize) -> Party {
        let mention = &self.reading.mentions[index];
        let Some(size) = size(self, mention) else { return Party::default() };
        let spoken = self.reading.syntax.quotation_of(mention.tokens.start).is_some();
        if spoken {
            return Party::default();
        }
        let party = |chains: Vec<ChainId>, confidence| Party { chains, confidence, tokens: mention.tokens.clone() };
        if let Some(pair) = self.pair_of_section(mention.sentence).filter(|_| size == 2) {
            return party(pair, NEAR);
        }
        match self.people_before(index, size) {
            Told::These(chains) => party(chains, NEAR),
            Told::Others => Party::default(),
            Told::TooFew if size == 2 => party(self.pair.clone(), MAIN),
            Told::TooFew => Party::default(),
        }
    }

    /// Who was told of right before a mention, sentence by sentence, until they are enough.
    fn people_before(&self, index: usize, size: usize) -> Told {
        let mentions = &self.reading.mentions;
        let from = mentions[index].sentence;
        let mut people: Vec<ChainId> = Vec::new();
        let mut sentence = from;
        for earlier in (index.saturating_sub(MENTIONS)..index).rev() {
            let mention = &mentions[earlier];
            if mention.sentence < sentence {
                match people.len() {
                    known if known == size => break,
                    known if known > size => return self.pair_among(&people, size),
                    _ => sentence = mention.sentence,
                }
            }
            if from - sentence > SENTENCES {
                return Told::TooFew;
            }
            let other = !self.is_aside(earlier) && !self.acts_on(earlier, index) && !self.is_speaker(earlier);
            let told = self.one_person(earlier).filter(|_| other);
            match told {
                Some(chain) if !people.contains(&chain) => people.push(chain),
                Some(_) => {}
                None if is_crowd(self, earlier) && people.is_empty() => return Told::Others,
                None => {}
            }
        }
        people.sort_unstable();
        match people.len() {
            known if known == size => Told::These(people),
            known if known > size => self.pair_among(&people, size),
            _ => Told::TooFew,
        }
    }

    /// Whom an unsure "he" or "she" means in a passage about two: the one whose gender fits, where the other's
    /// does not.
    pub(super) fn one_of_pair(&self, index: usize) -> Option<Party> {
        let mention = &self.reading.mentions[index];
        let gender = match self.lemma(mention.tokens.start) {
            "he" | "him" | "his" => Gender::Male,
            "she" | "her" | "hers" => Gender::Female,
            _ => return None,
        };
        if mention.form != Form::Pronoun || self.reading.syntax.quotation_of(mention.tokens.start).is_some() {
            return None;
        }
        if self.is_behind_nameless(index, gender) {
            return None;
        }
        let pair = self.people_of_section(mention.sentence).unwrap_or_else(|| self.pair.clone());
        let of = |chain: &ChainId| self.reading.coref.chains[*chain].gender;
        let others = if gender == Gender::Male { Gender::Female } else { Gender::Male };
        let (fit, not): (Vec<ChainId>, Vec<ChainId>) = pair.into_iter().partition(|chain| of(chain) == gender);
        let clear = match (fit.as_slice(), not.as_slice()) {
            (&[one], &[] | &[_]) => Some(one),
            (&[], &[one]) if of(&one) == Gender::Unknown => Some(one),
            (&[], &[a, b]) if of(&a) == others && of(&b) == Gender::Unknown => Some(b),
            (&[], &[a, b]) if of(&b) == others && of(&a) == Gender::Unknown => Some(a),
            _ => None,
        };
        let party = |one| Party { chains: vec![one], confidence: NEAR, tokens: mention.tokens.clone() };
        clear.map(party)
    }

    /// Whether somebody never named of a gender stands right before a pronoun: "with the boyfriend to his concerts".
    fn is_behind_nameless(&self, index: usize, gender: Gender) -> bool {
        let Some(before) = index.checked_sub(1) else { return false };
        let (mention, other) = (&self.reading.mentions[index], &self.reading.mentions[before]);
        let named = |&chain: &ChainId| self.reading.coref.chains[chain].makes_node;
        let nobody = self.best_reading(before).is_some_and(|(best, _)| !best.members.iter().any(named));
        let near = other.form == Form::Description && other.sentence == mention.sentence && other.gender == gender;
        near && nobody
    }

    /// The two whom the heading over a sentence names, where it names just two: "Ana Vega and Raul Ortiz".
    fn pair_of_section(&self, sentence: usize) -> Option<Vec<ChainId>> {
        self.people_of_section(sentence).filter(|people| people.len() == 2)
    }

    /// Everybody whom the heading over a sentence names.
    fn people_of_section(&self, sentence: usize) -> Option<Vec<ChainId>> {
        let syntax = self.reading.syntax;
        let here = syntax.sentences[sentence].paragraph;
        let near = (here.saturating_sub(SECTION)..here).rev();
        let heading = near.into_iter().find(|&index| syntax.paragraphs[index].kind == ParagraphKind::Heading)?;
        let mentions = self.reading.mentions;
        let sentences = &syntax.paragraphs[heading].sentences;
        let from = mentions.partition_point(|mention| mention.sentence < sentences.start);
        let to = mentions.partition_point(|mention| mention.sentence < sentences.end);
        let named = (from..to).take(MENTIONS).filter_map(|mention| self.one_person(mention));
        let mut people: Vec<ChainId> = named.collect();
        people.sort_unstable();
        people.dedup();
        (!people.is_empty()).then_some(people)
    }

    /// Whether a name only tells who another is: "the niece of Bo", "Bo's brother", "directed by Bo".
    fn is_aside(&self, index: usize) -> bool {
        let mention = &self.reading.mentions[index];
        let owns = mention.tokens.end < self.len()
            && matches!(self.word(mention.tokens.end), "'s" | "\u{2019}s" | "'" | "\u{2019}");
        let of = self.noun_at(mention.tokens.start).and_then(|group| self.governor(group)).is_some_and(|preposition| {
            let noun = self.chunks().prepositions[preposition].noun;
            let plain = noun.is_some_and(|noun| self.name_of(noun).is_none());
            matches!(self.preposition(preposition), "of" | "by") && plain
        });
        owns || of
    }

    /// "I" and "my": who says "they" is none of them.
    fn is_speaker(&self, index: usize) -> bool {
        let mention = &self.reading.mentions[index];
        let pronoun = Pronoun::of(mention.span.of(self.reading.syntax.text));
        mention.form == Form::Pronoun && pronoun.is_some_and(|pronoun| pronoun.person == Person::First)
    }

    /// "Ruiz introduced them": who does something to others is none of them.
    fn acts_on(&self, subject: usize, object: usize) -> bool {
        let mentions = &self.reading.mentions;
        let (subject, object) = (mentions[subject].tokens.start, mentions[object].tokens.start);
        self.is(object, "them") && self.clause_of(subject) == self.clause_of(object)
    }

    /// Of too many people the pair that the article is about, where it is among them.
    fn pair_among(&self, people: &[ChainId], size: usize) -> Told {
        let all_told = self.pair.iter().all(|one| people.contains(one));
        if size == 2 && self.pair.len() == 2 && all_told { Told::These(self.pair.clone()) } else { Told::Others }
    }

    /// The one person whom a mention means.
    fn one_person(&self, index: usize) -> Option<ChainId> {
        let best = self.reading.coref.readings[index].first()?;
        let &[chain] = best.members.as_slice() else { return None };
        let known = &self.reading.coref.chains[chain];
        (known.kind == NodeKind::Person && known.makes_node).then_some(chain)
    }

    /// Ana and Bo of "“We are just friends,” Ana said of Bo": who speaks, and of whom.
    pub(super) fn speaker_and_other(&self, we: usize) -> Option<Party> {
        let syntax = self.reading.syntax;
        let quotation = syntax.quotation(syntax.quotation_of(we).filter(|_| self.is(we, "we"))?);
        let sentence = self.sentence(we);
        let clauses = &self.chunks().clauses;
        let from = clauses.partition_point(|clause| clause.tokens.start < sentence.start);
        let outside = |verb: &usize| !quotation.tokens.contains(&self.verb(*verb).head);
        let says = |verb: &usize| is(self.lemma(self.verb(*verb).head), "say");
        let near = clauses[from..].iter().take_while(|clause| clause.tokens.start < sentence.end);
        let verb = near.filter_map(|clause| clause.verb).filter(outside).find(says)?;
        let of = self.behind_verb(verb).find(|&index| matches!(self.preposition(index), "of" | "about"))?;
        let other = self.people(self.meant(self.chunks().prepositions[of].object?));
        let both = self.people(self.subject(self.clause_of_verb(verb)?)).and(&other);
        (both.chains.len() == 2 && other.chains.len() == 1).then_some(both)
    }

    /// Whether these two are the people whom the article is about.
    pub(in crate::extract::relation) fn is_main_pair(&self, one: ChainId, other: ChainId) -> bool {
        self.pair == [one.min(other), one.max(other)]
    }

    /// The two people whom the article is about: those of its headline, or else those named most,
    /// if nobody else comes near.
    pub(super) fn main_pair(&self) -> Vec<ChainId> {
        let syntax = self.reading.syntax;
        let (mut headline, mut counts): (Vec<ChainId>, BTreeMap<ChainId, usize>) = (Vec::new(), BTreeMap::new());
        for (index, mention) in self.reading.mentions.iter().enumerate() {
            let Some(chain) = self.one_person(index) else { continue };
            let kind = syntax.paragraphs[syntax.sentences[mention.sentence].paragraph].kind;
            if kind == ParagraphKind::Headline && !headline.contains(&chain) {
                headline.push(chain);
            }
            *counts.entry(chain).or_default() += 1;
        }
        let mut ranked: Vec<(usize, ChainId)> = counts.into_iter().map(|(chain, count)| (count, chain)).collect();
        ranked.sort_unstable_by_key(|&(count, chain)| (std::cmp::Reverse(count), chain));
        let third = ranked.get(2).map_or(0, |&(count, _)| count);
        let mut pair = match ranked.as_slice() {
            _ if headline.len() == 2 => headline,
            [(_, first), (count, second), ..] if *count >= 3 && *count >= 2 * third => vec![*first, *second],
            _ => Vec::new(),
        };
        pair.sort_unstable();
        pair
    }
}

/// Who was told of right before a plural.
enum Told {
    /// As many as it means.
    These(Vec<ChainId>),
    /// More than it means, or people without a name.
    Others,
    /// Fewer than it means.
    TooFew,
}

/// How many a mention means, if it is a plural that stands for people told before; two where it
/// does not tell.
fn size(scene: &Scene<'_>, mention: &Mention) -> Option<usize> {
    let Number::Many(size) = mention.number else { return None };
    let third = Pronoun::of(scene.word(mention.tokens.start)).is_some_and(|pronoun| pronoun.person == Person::Third);
    let stands_for = mention.form == Form::Pronoun && third || matches!(mention.rule, "group-noun" | "count");
    stands_for.then_some(size.unwrap_or(2))
}

/// Whether a mention is of several people without a name: "fans", "her sisters", but not "the newlyweds".
fn is_crowd(scene: &Scene<'_>, index: usize) -> bool {
    let mention = &scene.reading.mentions[index];
    let last = mention.tokens.end - 1;
    let couple = scene.predicates.triggers(scene.lemma(last)).any(|(predicate, trigger)| {
        predicate.group == Group::Romance && trigger.part == Part::Couples && trigger.words.len() == 1
    });
    let open = mention.number != Number::One && scene.reading.coref.readings[index].is_empty();
    mention.form == Form::Description && open && !couple
}
