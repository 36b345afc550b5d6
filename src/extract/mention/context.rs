//! What the words around a name tell of it.
//!
//! Comes in: a candidate and the words of its sentence. Goes out: clues. It looks at a few words to
//! either side and at nothing else.

use std::ops::Range;

use super::candidate::Candidate;
use super::clue::{self, Clue, Score};
use super::cue::{
    is_acting, is_age, is_animal, is_business, is_creature, is_dating, is_maker, is_motion, is_settlement, is_tie,
    is_year, preposition,
};
use super::function::is_function;
use super::inside;
use super::word::{Shape, Words};
use crate::lexicon::happenings::event_type;
use crate::lexicon::names::{
    Capital, capital, given, is_act, is_caps, is_common, is_organisation_word, is_work, role, title,
};
use crate::lexicon::places::{Place, place, place_type};

/// Counts what stands around a candidate.
pub(super) fn read(words: &Words<'_>, candidate: &Candidate, sentence: &Range<usize>, score: &mut Score) {
    let around = Around { words, sentence, start: candidate.titles.start, end: candidate.words.end };
    around.before(score);
    around.after(score);
}

/// A name in its sentence.
struct Around<'a, 't> {
    words: &'a Words<'t>,
    sentence: &'a Range<usize>,
    /// Its first word, titles included.
    start: usize,
    /// Behind its last word.
    end: usize,
}

impl<'t> Around<'_, 't> {
    /// The word so many places before the name.
    fn back(&self, places: usize) -> &'t str {
        let within = self.start >= self.sentence.start + places;
        if within { self.words.text(self.start - places) } else { "" }
    }

    /// The word so many places behind the name, counted from 0.
    fn ahead(&self, places: usize) -> &'t str {
        let at = self.end + places;
        if at < self.sentence.end { self.words.text(at) } else { "" }
    }

    fn ahead_shape(&self, places: usize) -> Shape {
        if self.end + places < self.sentence.end { self.words.shape(self.end + places) } else { Shape::Mark }
    }

    fn before(&self, score: &mut Score) {
        if self.words.gap_before(self.start) {
            return;
        }
        let word = self.back(1);
        let lower = word.to_lowercase();
        if self.in_title() {
            return score.add(clue::QUOTED);
        }
        let dated = is_dating(&lower) || self.ahead_shape(0) == Shape::Number;
        score.add_if(dated && self.is_calendar(), clue::DATED);
        self.place_before(&lower, score);
        score.add_if(lower == "of" && role(self.back(2)).is_some_and(|role| role.kin), clue::KIN_OF);
        score.add_if(lower == "of" && is_settlement(self.back(2)), clue::PLACE_NEAR);
        let title = self.end == self.start + 1 && title(self.words.text(self.start)).is_some();
        let full = self.end > self.start + 1 && given(self.words.text(self.start)).is_some();
        score.add_if(
            lower == "the",
            if title {
                clue::NATIONALITY
            } else if full {
                clue::ARTICLE_FULL
            } else {
                clue::ARTICLE
            },
        );
        score.add_if(role(word).is_some() && self.is_word(1), clue::ROLE_BEFORE);
        score.add_if(matches!(lower.as_str(), "a" | "an"), clue::ARTICLE);
        let work = is_work(word) && !self.words.is_verb(self.start - 1);
        score.add_if(work && self.back(2) != "of", clue::WORK);
        score.add_if(inside::is_name(self.words, self.sentence, &(self.start..self.end)), clue::INSIDE);
        score.add_if(matches!(word, "for" | "of") && self.is_of_house(), clue::HOUSE_OF);
        score.add_if(self.is_called_house(), clue::PLACE_NOUN_BEFORE);
        score.add_if(lower == "of" && self.end == self.start + 1 && is_maker(self.back(2)), clue::STARRED);
        score.add_if(matches!(word, "," | ":") && self.is_introduced(), clue::ROLE_BEFORE);
        let creature = matches!(word, "named" | "called") && is_creature(self.back(2)) || self.is_animals();
        score.add_if(creature, clue::WORK);
        score.add_if(lower == "is" && matches!(self.back(2), "name"), clue::PERSON_VERB);
        let pair = self.ahead(0) == "and" && given(self.ahead(1)).is_some() && self.words.is_capital(self.end + 2);
        score.add_if(pair, clue::COMPANY);
        score.add_if(is_tie(&lower) && !creature, clue::PERSON_VERB);
        score.add_if(self.is_made_by_somebody(), clue::CREATED);
        score.add_if(self.is_of_body(), clue::MEMBER);
        score.add_if(matches!(lower.as_str(), "and" | "with" | "by" | "&"), clue::COMPANY);
    }

    /// "Ines Roe's Antigone": what somebody named in full made; of bodies, it is their people.
    fn is_made_by_somebody(&self) -> bool {
        let single = self.end == self.start + 1;
        let full = |at: usize| given(self.back(at)).is_some() && self.words.is_capital(self.start - at);
        single && self.is_owned() && full(3) && self.words.is_capital(self.start - 2) && !is_caps(self.back(2))
    }

    /// "NBC's Ana Vega": one of the people of a body.
    fn is_of_body(&self) -> bool {
        self.end > self.start + 1 && self.is_owned() && is_caps(self.back(2)) && given(self.back(2)).is_none()
    }

    fn is_owned(&self) -> bool {
        self.start > self.sentence.start && self.words.shape(self.start - 1) == Shape::Possessive
    }

    /// "his wife, Ana", "her adviser: Ana", "the head of NATO, Ana".
    fn is_introduced(&self) -> bool {
        let body = self.back(3) == "of" || self.back(4) == "of" && self.back(3) == "the";
        let headed = body && (4..6).any(|at| role(self.back(at)).is_some());
        role(self.back(2)).is_some() || headed && self.words.is_capital(self.start.saturating_sub(2))
    }

    /// "her dog Bunny", "his dog, Bunny,", "their dogs, Rex, Bunny and Tim".
    fn is_animals(&self) -> bool {
        if self.end != self.start + 1 {
            return false;
        }
        let noun = (1..12)
            .find(|&at| !matches!(self.back(at), "," | "and") && !self.words.is_capital(self.start.saturating_sub(at)));
        let Some(at) = noun.filter(|&at| is_animal(self.back(at))) else { return false };
        let closed = matches!(self.ahead(0), "," | "." | ")");
        match at {
            1 => true,
            2 => closed && self.back(1) == ",",
            _ => self.back(at).ends_with('s'),
        }
    }

    /// Whether the name stands in quotation marks as a title does: "Deacon's Kid", “Marguerite et
    /// Paul”; a quoted nickname between two names does not.
    fn in_title(&self) -> bool {
        let quote = |&word: &usize| self.words.shape(word) == Shape::Quote;
        let low = self.sentence.start.max(self.start.saturating_sub(6));
        let high = self.sentence.end.min(self.end + 7);
        let Some(open) = (low..self.start).rev().find(quote) else { return false };
        let Some(close) = (self.end..high).find(quote) else { return false };
        if !self.words.touches_next(open) || !self.words.touches_next(close - 1) {
            return false;
        }
        let spaced = open > self.sentence.start && self.words.touches_next(open - 1)
            || self.words.touches_next(close)
                && !matches!(self.words.text(close + 1), "," | "." | ";" | ":" | ")" | "?" | "!");
        let joins = |word: usize| match self.words.shape(word) {
            Shape::Lower => self.words.text(word).len() <= 3,
            Shape::Quote => false,
            _ => !matches!(self.words.text(word), "!" | "?") || word + 1 == close,
        };
        !spaced && (open + 1..close).all(joins)
    }

    /// "at Nobu", "at the Carlton", "flew in from Capri"; not "at Tish's wedding", "starred in Gia".
    fn place_before(&self, word: &str, score: &mut Score) {
        if self.ahead_shape(0) == Shape::Possessive && self.ahead_shape(1) == Shape::Lower && self.house().is_none() {
            return;
        }
        let inside = self.back(2).to_lowercase();
        let named = self.end > self.start + 1 || !is_common(self.words.text(self.start)) || self.back(1) == "The";
        let went = inside == "to" && (3..7).any(|at| is_motion(self.back(at)));
        let led = went || matches!(inside.as_str(), "at" | "outside" | "inside" | "near");
        if word == "the" && named && led {
            score.add(clue::PLACE_AT_THE);
        } else if word == "in" && self.place().is_none() && (2..6).any(|at| is_acting(self.back(at))) {
            score.add(clue::STARRED);
        } else if let Some(clue) = preposition(word) {
            score.add(clue);
            let moved = matches!(word, "to" | "from" | "for" | "in") && (2..6).any(|at| is_motion(self.back(at)));
            score.add_if(moved, clue::MOTION);
        }
    }

    /// "Center for Christian Studies": what a body is for is a part of its name.
    fn is_of_house(&self) -> bool {
        let noun = self.back(2);
        let body = is_organisation_word(noun) || place_type(noun).is_some_and(|kind| kind.of || self.back(1) == "for");
        body && self.start >= self.sentence.start + 2
            && self.words.is_capital(self.start - 2)
            && given(self.back(3)).is_none()
    }

    /// "at the restaurant Pergola", "the nightclub Sapphire": what kind of house it is, right before the name; not
    /// "the restaurant Ana owns".
    fn is_called_house(&self) -> bool {
        let noun = self.back(1);
        let owner = self.ahead_shape(0) == Shape::Possessive;
        let subject = self.ahead_shape(0) == Shape::Lower && !is_function(self.ahead(0));
        is_business(noun) && self.is_word(1) && !owner && !subject
    }

    /// Whether the name is a word of the calendar.
    fn is_calendar(&self) -> bool {
        self.end == self.start + 1
            && capital(self.words.text(self.start)).is_some_and(|(class, _)| class == Capital::Calendar)
    }

    /// The listed place of that name.
    fn place(&self) -> Option<Place> {
        place(self.words.texts(&(self.start..self.end)))
    }

    /// The possessive sign of a place that is named like its owner: "outside a Nando's in …".
    fn house(&self) -> Option<()> {
        let sign = self.ahead_shape(0) == Shape::Possessive;
        let owned = self.ahead(1);
        let nothing =
            !matches!(self.ahead_shape(1), Shape::Lower | Shape::Capital | Shape::Caps | Shape::Number | Shape::Quote)
                || matches!(
                    owned,
                    "in" | "on"
                        | "and"
                        | "with"
                        | "where"
                        | "for"
                        | "at"
                        | "last"
                        | "after"
                        | "before"
                        | "when"
                        | "since"
                        | "this"
                        | "while"
                        | "but"
                        | "to"
                );
        let before = self.back(1).to_lowercase();
        let led = |word: &str| matches!(word, "at" | "outside" | "inside" | "near" | "into" | "to" | "from");
        let article = matches!(before.as_str(), "a" | "the") && led(&self.back(2).to_lowercase());
        let called = before == "," && place_type(self.back(2)).is_some();
        let nothing = nothing || is_business(owned) && !self.words.is_capital(self.start + 1);
        (sign && nothing && (led(&before) || article || called)).then_some(())
    }

    fn is_word(&self, places: usize) -> bool {
        self.words.shape(self.start - places) != Shape::Mark
    }

    fn after(&self, score: &mut Score) {
        let word = self.ahead(0);
        match self.ahead_shape(0) {
            Shape::Possessive => self.owned(score),
            Shape::Lower => self.lower_after(word, score),
            Shape::Mark => self.mark_after(word, score),
            _ => {}
        }
    }

    /// "Ana's wife", "Ana's late mother".
    fn owned(&self, score: &mut Score) {
        if self.house().is_some() {
            return score.add(clue::HOUSE);
        }
        score.add(clue::OWNER);
        let kin = (1..4).map(|at| self.ahead(at)).take_while(|word| !matches!(*word, "" | "," | "."));
        let feast = |word: &str| event_type(word).is_some_and(|kind| kind.owned);
        // A country has champions and presidents; who has a sister is somebody.
        let country = self.place().is_some_and(|place| place.region);
        let had = |word: &str| role(word).is_some_and(|role| role.kin || !country) || feast(word) && !country;
        score.add_if(kin.into_iter().any(had), clue::KIN_AFTER);
    }

    fn lower_after(&self, word: &str, score: &mut Score) {
        let verb = if matches!(
            word,
            "also" | "then" | "later" | "recently" | "reportedly" | "allegedly" | "never" | "has" | "had" | "who"
        ) {
            self.ahead(1)
        } else {
            word
        };
        score.add_if(is_act(verb), clue::ACT_AFTER);
        score.add_if(matches!(word, "who" | "whose" | "whom"), clue::WHO_AFTER);
        score.add_if(word == "and" && self.is_joined_to_kin(), clue::KIN_BESIDE);
        score.add_if(is_work(word) && !self.words.is_verb(self.end), clue::WORK);
        if let Some(role) = role(word).filter(|_| !is_act(word)) {
            let before = self.back(1).to_lowercase();
            let determined =
                matches!(before.as_str(), "the" | "a" | "an" | "his" | "her" | "their" | "former" | "fellow" | "late");
            score.add(if determined && !role.kin { clue::WORK_OF } else { clue::MODIFIER });
        }
        let place_noun =
            place_type(word).is_some_and(|kind| kind.last) || place_type(self.ahead(1)).is_some() && !is_act(word);
        score.add_if(place_noun && place_type(word).is_some_and(|kind| kind.last), clue::PLACE_NOUN);
    }

    /// "(Vega) and wife Ana", "(Vega) and his late brother".
    fn is_joined_to_kin(&self) -> bool {
        let ahead = (1..4).take_while(|&at| self.ahead_shape(at) == Shape::Lower).map(|at| self.ahead(at));
        let kin = ahead.take_while(|word| *word != "and").find_map(|word| role(word).filter(|role| role.kin));
        kin.is_some() && !matches!(self.ahead(1), "the" | "a" | "an" | "other")
    }

    fn mark_after(&self, mark: &str, score: &mut Score) {
        let next = self.ahead(1);
        match mark {
            "," | "(" => {
                score
                    .add_if(is_age(next) && !self.ahead(2).starts_with(|c: char| c.is_alphanumeric()), clue::AGE_AFTER);
                score.add_if(matches!(next, "born" | "née" | "nee"), clue::AGE_AFTER);
                let year = is_year(next) && self.ahead(2) == ")";
                score.add_if(mark == "(" && year, clue::STARRED);
                score.add_if(mark == "," && year && self.back(1) == "(", clue::WORK);
                score.add_if(matches!(next, "who" | "whom"), clue::WHO_AFTER);
                score.add_if(next == "whose", clue::WHOSE_AFTER);
                self.apposition(score);
            }
            "!" | "?" => score.add_if(self.is_dated_behind_mark(), clue::QUOTED),
            "-" if self.words.touches_next(self.end - 1) => score.add(clue::MODIFIER),
            "—" | "–" | "-" => self.apposition(score),
            _ => {}
        }
    }

    /// "Viva Marta! (1965)": what looks like the end of a sentence is that of a title.
    fn is_dated_behind_mark(&self) -> bool {
        let word = |places: usize| self.words.text(self.end + places);
        word(1) == "(" && is_year(word(2)) && word(3) == ")"
    }

    /// "Ana, a Chilean cellist", "Porto, the city on the Douro", "Mobile, Alabama".
    fn apposition(&self, score: &mut Score) {
        let next = self.ahead(1);
        if self.words.is_capital(self.end + 1) && self.end + 1 < self.sentence.end {
            let region = (1..4).find(|&length| {
                let end = self.end + 1 + length;
                end <= self.sentence.end
                    && place(self.words.texts(&(self.end + 1..end))).is_some_and(|place| place.fame == 3)
            });
            score.add_if(region.is_some(), clue::PLACE_REGION);
            return;
        }
        if !matches!(next, "a" | "an" | "the" | "his" | "her" | "their" | "its" | "my") && role(next).is_none() {
            return;
        }
        if let Some(clue) = self.described() {
            score.add(clue);
        }
    }

    /// What the head of the noun group behind the mark says: "the opera singer", "a beach hotel".
    fn described(&self) -> Option<Clue> {
        let mut said = None;
        for at in 1..8 {
            let word = self.ahead(at);
            let over = matches!(
                word,
                "" | "," | "." | ";" | "who" | "that" | "which" | "in" | "at" | "for" | "with" | "and" | "of" | "from"
            );
            if over || at > 1 && said.is_some() && is_act(word) {
                break;
            }
            if self.ahead_shape(at) != Shape::Lower || self.ahead_shape(at + 1) == Shape::Possessive {
                continue;
            }
            said = if role(word).is_some() {
                Some(clue::ROLE_AFTER)
            } else if is_work(word) {
                Some(clue::WORK)
            } else if place_type(word).is_some_and(|kind| kind.last) {
                Some(clue::PLACE_NOUN)
            } else {
                said
            };
        }
        said
    }
}
