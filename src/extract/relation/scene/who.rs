//! Whom or what a noun group, a subject, an owner or a preposition means.
//!
//! Comes in: chunks by their index. Goes out: a [`Party`], which is empty where nobody is meant.

use super::{Party, Scene};
use crate::extract::coref::{ChainId, Reading};
use crate::extract::mention::{Gender, Pronoun};
use crate::extract::relation::stance::is;
use crate::syntax::{Clause, ClauseKind, NounKind, Number, Tag};

/// A reading less likely than this takes no other's place.
const LIKELY: f64 = 0.4;

/// Below this the best reading of a plural is hardly better than the next.
const UNSURE: f64 = 0.62;

/// Below this the best reading of "he" or "she" is.
const UNSURE_ONE: f64 = 0.5;

/// How sure the next reading is where the best one cannot be meant.
const NEXT: f64 = 0.6;

impl Scene<'_> {
    /// Whom the group itself means, by its name, its pronoun or as a description.
    pub(in crate::extract::relation) fn own(&self, group: usize) -> Party {
        let whole = self.group(group);
        let mention = self.name_of(group).or_else(|| self.other_at[whole.head].map(|index| index as usize));
        mention.map_or_else(Party::default, |mention| Party { tokens: whole.tokens.clone(), ..self.mentioned(mention) })
    }

    /// Whom a mention means.
    pub(in crate::extract::relation) fn mentioned(&self, mention: usize) -> Party {
        let tokens = self.reading.mentions[mention].tokens.clone();
        // "the couples", "other pairs" are no two people.
        if ["couples", "pairs", "duos"].contains(&self.word(tokens.end - 1)) {
            return Party::default();
        }
        let Some((best, confidence)) = self.best_reading(mention) else { return self.open_group(mention) };
        // Where coreference has several plurals that are hardly likely, who was told right before counts.
        let couple = || self.is(tokens.end - 1, "couple");
        if confidence < UNSURE && best.members.len() > 1 && !couple() {
            let party = self.open_group(mention);
            if party.is_known() {
                return party;
            }
        }
        let single = confidence < UNSURE_ONE && best.members.len() == 1;
        if let Some(party) = self.one_of_pair(mention).filter(|_| single) {
            return party;
        }
        let told = |&&chain: &&ChainId| self.reading.coref.chains[chain].makes_node;
        let chains = best.members.iter().filter(told).copied().collect();
        Party { chains, confidence, tokens }
    }

    /// The best reading of a mention, and how sure it is: of "he" and "her" the best one whose gender the
    /// article, read to its end, does not speak against.
    pub(super) fn best_reading(&self, mention: usize) -> Option<(&Reading, f64)> {
        let readings = &self.reading.coref.readings[mention];
        let gender = Pronoun::of(self.word(self.reading.mentions[mention].tokens.start)).map(|pronoun| pronoun.gender);
        let wanted = gender.filter(|&gender| gender != Gender::Unknown);
        let opposed = |reading: &&Reading| {
            let known = |&chain: &ChainId| self.reading.coref.chains[chain].gender;
            wanted.is_some_and(|wanted| {
                !reading.members.is_empty()
                    && reading.members.iter().all(|one| ![wanted, Gender::Unknown].contains(&known(one)))
            })
        };
        let against: f64 = readings.iter().take_while(opposed).map(|reading| reading.confidence).sum();
        let likely = |reading: &&Reading| !opposed(reading) && reading.confidence >= LIKELY * (1.0 - against);
        let best = readings.iter().find(likely).filter(|_| against > 0.0).or(readings.first())?;
        let against = if opposed(&best) { 0.0 } else { against };
        Some((best, best.confidence / (1.0 - against).max(best.confidence).max(0.1)))
    }

    /// Whom a pronoun means if not these: its next likely reading.
    pub(in crate::extract::relation) fn other_than(&self, group: usize, these: &Party) -> Option<Party> {
        let head = self.group(group).head;
        let mention = self.other_at[head].map(|index| index as usize)?;
        let readings = &self.reading.coref.readings[mention];
        let other = readings.iter().find(|reading| reading.members.iter().all(|one| !these.chains.contains(one)))?;
        Some(Party { chains: other.members.clone(), confidence: NEXT, tokens: self.group(group).tokens.clone() })
    }

    /// Whom the group means, by itself or by what stands in apposition to it.
    pub(in crate::extract::relation) fn meant(&self, group: usize) -> Party {
        let own = self.own(group);
        if own.is_known() {
            return own;
        }
        // "both of them", "all of whom"
        let head = self.group(group).head;
        if ["both", "all", "each"].iter().any(|word| self.is(head, word))
            && let Some(of) = self.hanging_on(group).find(|&index| self.preposition(index) == "of")
            && let Some(object) = self.chunks().prepositions[of].object
        {
            return self.own(object);
        }
        // "her children, Leo and Mia"
        let many = self.is_plural(self.group(group).head) && self.group(group).kind == NounKind::Common;
        let named = |other| match self.coordinated(other) {
            list if many && list.first() == Some(&other) => {
                list.iter().fold(Party::default(), |all, &one| all.and(&self.own(one)))
            }
            _ => self.own(other),
        };
        let beside = self.appositions(group).map(named).find(Party::is_known);
        beside.or_else(|| self.bodily(group)).unwrap_or_default()
    }

    /// Whose cheek, lap or side a group is: "kissed Raul's cheek" means Raul.
    fn bodily(&self, group: usize) -> Option<Party> {
        const BODY: &[&str] =
            &["cheek", "lip", "lap", "side", "arm", "hand", "forehead", "shoulder", "neck", "knee", "hair", "waist"];
        let whole = self.group(group);
        let owner = whole.possessor.filter(|_| BODY.contains(&self.lemma(whole.head)))?;
        Some(self.people(self.meant(owner)))
    }

    /// Everyone of the coordination that the group stands in.
    pub(in crate::extract::relation) fn all(&self, group: usize) -> Party {
        let list = self.coordinated(group);
        if list.is_empty() {
            return self.meant(group);
        }
        list.iter().fold(Party::default(), |all, &group| all.and(&self.meant(group)))
    }

    /// The subject of a clause, through relative words to what they stand for.
    pub(in crate::extract::relation) fn subject(&self, clause: usize) -> Party {
        let clause = self.clause(clause);
        let right_before = || self.right_before(clause).filter(|&group| self.all(group).is_known());
        let told = clause.subject.or(clause.antecedent).or_else(right_before);
        let Some(subject) = told.or_else(|| self.opening(clause)).or_else(|| self.of_participle(clause)) else {
            return Party::default();
        };
        if self.group(subject).kind == NounKind::Relative
            && let Some(antecedent) = clause.antecedent
        {
            let one = self.is_singular(clause) || self.is_set_off(antecedent);
            return if one { self.meant(antecedent) } else { self.all(antecedent) };
        }
        if clause.kind == ClauseKind::Relative && clause.antecedent == Some(subject) && self.is_singular(clause) {
            return self.meant(subject);
        }
        if let Some(last) = self.alone_of_list(clause, subject) {
            return self.meant(last);
        }
        let all = self.as_told(clause, subject).unwrap_or_else(|| self.all(subject));
        // "He was seen with Ana, and the pair kissed" means those two, whoever was a pair before.
        let head = self.group(subject).head;
        let pair = ["pair", "two", "couple", "duo", "twosome"].iter().any(|word| self.is(head, word));
        let two = pair && !self.is(head, "couple");
        if (pair || self.is(head, "they"))
            && let Some(party) = self.subject_with_before(head, two)
        {
            return party;
        }
        // Of "Ana is dating Raul, and the pair …" too.
        if pair && let Some(party) = self.subject_and_object_before(head) {
            return party;
        }
        if let Some(party) = self.speaker_and_other(head) {
            return party;
        }
        if all.is_known() {
            return all;
        }
        if self.is(self.group(subject).head, "they") || self.is(self.group(subject).head, "couple") {
            return self.pair_before(self.group(subject).tokens.start);
        }
        // "her name was linked to": the owner is meant.
        let group = self.group(subject);
        let stands_for = matches!(self.lemma(group.head), "name" | "heart" | "eye" | "body");
        group.possessor.filter(|_| stands_for).map_or(all, |owner| self.meant(owner))
    }

    /// "Piers says that he and Ana are engaged": of a pronoun joined to a name, who says it is meant.
    fn as_told(&self, clause: &Clause, subject: usize) -> Option<Party> {
        let list = self.coordinated(subject);
        let (&first, others) = list.split_first()?;
        let wanted = match self.lemma(self.group(first).head) {
            "he" => Gender::Male,
            "she" => Gender::Female,
            _ => return None,
        };
        // "tells a podcast that he": the clause behind "that" is what is told.
        let told = clause.marker.is_some_and(|marker| self.is(marker, "that"));
        let content = clause.kind == ClauseKind::Complement || clause.kind == ClauseKind::Relative && told;
        let above = self.clause(clause.parent.filter(|_| content)?);
        let verb = self.verb(above.verb?);
        let speaker = self.people(self.meant(above.subject?));
        let &[one] = speaker.chains.as_slice() else { return None };
        let gender = self.reading.coref.chains[one].gender;
        let says = is(self.lemma(verb.head), "say") && !verb.passive && (gender == wanted || gender == Gender::Unknown);
        let others = others.iter().fold(Party::default(), |all, &group| all.and(&self.people(self.meant(group))));
        let fits = says && others.is_known() && !others.chains.contains(&one);
        fits.then(|| Party { tokens: self.group(first).tokens.clone(), ..speaker }.and(&others))
    }

    /// The group right before a clause's verb, where the clause knows no subject.
    fn right_before(&self, clause: &Clause) -> Option<usize> {
        let first = self.verb(clause.verb?).tokens.start;
        let start = self.sentence(first).start;
        let end = (start..first)
            .rev()
            .take_while(|&token| matches!(self.tag(token), Tag::RB | Tag::OpenQuote))
            .last()
            .unwrap_or(first);
        self.noun_at(end.checked_sub(1).filter(|&token| token >= start)?)
    }

    /// The name that opens a sentence whose verb stands behind an aside: "Vega, 31, for her part dated",
    /// "Vega and Ortiz, says the paper, got engaged".
    fn opening(&self, clause: &Clause) -> Option<usize> {
        let verb = self.verb(clause.verb?).tokens.start;
        let start = self.sentence(verb).start;
        let first = self.noun_at(start).filter(|&group| self.name_of(group).is_some())?;
        let last = self.coordinated(first).last().copied().unwrap_or(first);
        let end = self.group(last).tokens.end;
        let aside = end < verb && (self.tag(end) == Tag::Comma || self.word(end) == "(") && verb - end <= 24;
        // "Ana and Bo, both 30, secretly married"
        let before = (end..verb).rev().find(|&token| self.tag(token) != Tag::RB).unwrap_or(end);
        let closed = self.tag(before) == Tag::Comma || matches!(self.word(before), ")" | "part" | "turn");
        let opening = self.people(self.own(first));
        let people = opening.is_known();
        // "Ana Vega (born in 1986), known as Ana Hall, was": another name of hers.
        let other = |name: usize| {
            let party = self.people(self.mentioned(name));
            party.is_known() && party.chains != opening.chains
        };
        let named = (end..verb).any(|token| self.name_at(token).is_some_and(other));
        (aside && closed && people && !named && clause.kind == ClauseKind::Main).then_some(first)
    }

    /// Who does what a loose participle tells: the names that open a line without a verb of its own ("Ana and
    /// Bo, sharing a milkshake"), or, where it opens its sentence, the subject of the main clause ("After
    /// being seen kissing in Rome, Ana and Bo …").
    fn of_participle(&self, clause: &Clause) -> Option<usize> {
        if clause.kind != ClauseKind::Participial {
            return None;
        }
        let verb = self.verb(clause.verb?).tokens.start;
        let sentence = self.sentence(verb);
        let first = self.noun_at(sentence.start).filter(|&group| self.name_of(group).is_some());
        let last = first.map(|first| self.coordinated(first).last().copied().unwrap_or(first));
        if let Some(end) = last.map(|last| self.group(last).tokens.end) {
            let beside = end < verb && self.tag(end) == Tag::Comma && verb - end <= 3;
            return first.filter(|&first| beside && self.people(self.own(first)).is_known());
        }
        let clauses = &self.chunks().clauses;
        let from = clauses.partition_point(|other| other.tokens.start <= verb);
        let inside = clauses[from..].iter().take(4).take_while(|other| other.tokens.start < sentence.end);
        let main = inside.into_iter().find(|other| other.kind == ClauseKind::Main)?;
        let opens = clauses[..from]
            .iter()
            .rev()
            .take(3)
            .all(|other| other.tokens.start < sentence.start || other.kind == ClauseKind::Participial);
        let subject = main.subject.or_else(|| self.right_before(main)).filter(|_| opens)?;
        (self.group(subject).tokens.start > verb).then_some(subject)
    }

    /// "A and B, who is …", "A, B and C, who came with his wife": a relative clause with a singular
    /// verb or a singular owner describes the last one only.
    fn is_singular(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|verb| {
            let first = self.verb(verb).tokens.start;
            let owner = |token: usize| self.is(token, "his") || self.is(token, "her");
            matches!(self.tag(first), Tag::VBZ)
                || self.word(first).eq_ignore_ascii_case("was")
                || clause.tokens.clone().any(|token| self.tag(token) == Tag::PRPS && owner(token))
        })
    }

    /// "Ana; and Raul, who came with his wife": behind a semicolon one is told of alone.
    fn is_set_off(&self, group: usize) -> bool {
        let before = self.group(group).tokens.start.checked_sub(1);
        let and = before.filter(|&at| self.is(at, "and")).and_then(|at| at.checked_sub(1));
        and.or(before).is_some_and(|mark| self.word(mark) == ";")
    }

    /// The dream of "Ana, Raul, and the dream was over": what a verb in the singular is said of, not the list before.
    fn alone_of_list(&self, clause: &Clause, subject: usize) -> Option<usize> {
        let last = self.coordinated(subject).last().copied().filter(|&last| last != subject)?;
        let verb = self.verb(clause.verb?).tokens.start;
        let one = self.tag(verb) == Tag::VBZ || self.word(verb).eq_ignore_ascii_case("was");
        let group = self.group(last);
        let thing = group.kind == NounKind::Common && group.determiner.is_some() && group.number == Number::Singular;
        (one && thing && group.tokens.end <= verb).then_some(last)
    }

    /// Who or what a preposition brings: its object, or what stands right behind that where the
    /// object was cut too short ("with Guns | N | Roses manager Ana Vega").
    pub(in crate::extract::relation) fn brought(&self, preposition: usize) -> Party {
        let Some(object) = self.chunks().prepositions[preposition].object else { return Party::default() };
        let party = self.all(object);
        if party.is_known() || self.group(object).kind == NounKind::Pronoun {
            return party;
        }
        let beside = self.appositions(object).map(|other| self.own(other)).find(Party::is_known);
        let next = || {
            let end = self.group(object).tokens.end;
            let near = (end..self.sentence(end - 1).end.min(end + 2)).find_map(|token| self.noun_at(token));
            near.filter(|&next| next != object && self.governor(next).is_none()).map(|next| self.all(next))
        };
        let called = || {
            let end = self.group(object).tokens.end;
            let by_name = ["by", "the", "name", "of"]
                .iter()
                .enumerate()
                .all(|(at, word)| end + at < self.len() && self.is(end + at, word));
            self.noun_at(end + 4).filter(|_| by_name).map(|named| self.own(named))
        };
        let members = || self.members(object);
        beside.or_else(called).or_else(members).or_else(|| self.beyond_aside(object)).or_else(next).unwrap_or_default()
    }

    /// Bo and Mia of "a group of friends that included Bo Reece and Mia Hale".
    fn members(&self, group: usize) -> Option<Party> {
        const REACH: usize = 5;
        const BODIES: &[&str] = &[
            "group",
            "party",
            "circle",
            "crowd",
            "gang",
            "entourage",
            "crew",
            "team",
            "friend",
            "pal",
            "cast",
            "posse",
            "squad",
            "band",
            "guest",
            "audience",
            "company",
            "mix",
            "bunch",
            "list",
            "host",
            "string",
            "number",
        ];
        let end = self.group(group).tokens.end;
        if !BODIES.contains(&self.lemma(self.group(group).head)) {
            return None;
        }
        let near = end..self.sentence(end - 1).end.min(end + REACH);
        let mut open = near.take_while(|&token| self.name_at(token).is_none());
        let includes = open.find(|&token| self.lemma(token) == "include" || self.is(token, "including"))?;
        self.noun_at(includes + 1).map(|listed| self.people(self.all(listed)))
    }

    /// Who is named behind a description and what hangs on it: "his wife of nine years, the singer
    /// Ana Vega".
    fn beyond_aside(&self, group: usize) -> Option<Party> {
        const LONGEST: usize = 6;
        let end = self.group(group).tokens.end;
        if self.group(group).possessor.is_none() || end >= self.len() || !self.is(end, "of") {
            return None;
        }
        let reach = self.sentence(end).end.min(end + LONGEST);
        let comma = (end..reach).find(|&token| self.tag(token) == Tag::Comma).filter(|&comma| comma + 1 < reach)?;
        let named = self.noun_at(comma + 1).filter(|&next| self.name_of(next).is_some())?;
        Some(self.people(self.own(named))).filter(Party::is_known)
    }
}
