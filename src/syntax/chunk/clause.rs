//! Clauses: one verb group each, with its subject and object.
//!
//! Comes in: the noun and verb groups of a sentence and what joins them. Goes out: [`Clause`]s and
//! of each token its clause. A verb's subject is looked for to its left: past adverbs, past asides
//! between commas, past the prepositions that hang on it.

mod argument;

use std::ops::Range;

use super::groups::{Groups, saying};
use super::{Chunks, Clause, ClauseKind, NounKind, VerbForm};
use crate::syntax::{Syntax, Tag};

/// Finds the clauses of a sentence.
pub(super) fn find(syntax: &Syntax<'_>, sentence: Range<usize>, chunks: &mut Chunks) {
    let from = chunks.verbs.partition_point(|verb| verb.tokens.start < sentence.start);
    let to = chunks.verbs.partition_point(|verb| verb.tokens.start < sentence.end);
    let first = chunks.clauses.len();
    let found = Finder { syntax, chunks, groups: Groups::of(chunks, &sentence), sentence: sentence.clone(), first }
        .find(from..to);
    chunks.clauses.extend(found);
    if chunks.clauses.len() == first {
        chunks.clauses.push(Clause {
            tokens: sentence.clone(),
            kind: ClauseKind::Main,
            parent: None,
            marker: None,
            verb: None,
            subject: None,
            object: None,
            antecedent: None,
        });
    }
    assign(sentence, chunks, first);
}

/// Gives each token its clause: the last that begins at or before it, where a relative clause or
/// an aside ends with the main verb behind it.
fn assign(sentence: Range<usize>, chunks: &mut Chunks, first: usize) {
    chunks.clause_of.resize(sentence.end, u32::try_from(first).unwrap_or(u32::MAX));
    let clauses = &chunks.clauses[first..];
    let mut current = 0;
    for token in sentence {
        while current + 1 < clauses.len() && clauses[current + 1].tokens.start <= token {
            current += 1;
        }
        let before_verb = clauses[current].tokens.start > token;
        let index = if before_verb { first } else { first + current };
        chunks.clause_of[token] = u32::try_from(index).unwrap_or(u32::MAX);
    }
    let last = chunks.clauses.len();
    for index in first..last {
        if let Some(subject) = chunks.clauses[index].subject.filter(|_| chunks.clauses[index].kind == ClauseKind::Main)
        {
            let group = chunks.nouns[subject].tokens.clone();
            let start = chunks.clauses[index].tokens.start;
            if group.end <= start
                && chunks.clauses[first..index]
                    .iter()
                    .all(|clause| clause.subject != Some(subject) || clause.kind != ClauseKind::Main)
            {
                chunks.clause_of[group].fill(u32::try_from(index).unwrap_or(u32::MAX));
            }
        }
    }
}

struct Finder<'a, 't> {
    syntax: &'a Syntax<'t>,
    chunks: &'a Chunks,
    groups: Groups<'a>,
    sentence: Range<usize>,
    /// The index that the first clause found will have.
    first: usize,
}

impl Finder<'_, '_> {
    fn find(&self, verbs: Range<usize>) -> Vec<Clause> {
        let mut found: Vec<Clause> = Vec::new();
        for verb in verbs.clone() {
            let clause = self.clause(verb, &found);
            found.push(clause);
        }
        self.openings(&mut found);
        for index in 0..found.len() {
            let end = found.get(index + 1).map_or(self.sentence.end, |next| next.tokens.start);
            found[index].tokens.end = end.max(found[index].tokens.start);
            found[index].object = self.object(&found, index);
        }
        found
    }

    fn tag(&self, token: usize) -> Tag {
        self.syntax.tokens[token].tag
    }

    fn is(&self, token: usize, words: &[&str]) -> bool {
        let word = self.syntax.word(token);
        words.iter().any(|other| word.eq_ignore_ascii_case(other))
    }

    fn clause(&self, verb: usize, earlier: &[Clause]) -> Clause {
        let group = &self.chunks.verbs[verb];
        let start = group.tokens.start;
        let floor = earlier
            .last()
            .and_then(|clause| clause.verb)
            .map_or(self.sentence.start, |verb| self.chunks.verbs[verb].tokens.end);
        let previous = earlier.len().checked_sub(1).map(|index| self.first + index);
        let mut clause = Clause {
            tokens: start..start,
            kind: ClauseKind::Main,
            parent: None,
            marker: None,
            verb: Some(verb),
            subject: None,
            object: None,
            antecedent: None,
        };
        match group.form {
            VerbForm::Finite => self.finite(&mut clause, start, floor, earlier),
            form => {
                clause.kind =
                    if form == VerbForm::Infinitive { ClauseKind::Infinitive } else { ClauseKind::Participial };
                clause.parent = previous;
                self.loose(&mut clause, start, floor, earlier);
            }
        }
        clause
    }

    /// A verb with tense: its marker, its subject, and what it belongs to.
    fn finite(&self, clause: &mut Clause, start: usize, floor: usize, earlier: &[Clause]) {
        let previous = earlier.len().checked_sub(1).map(|index| self.first + index);
        let before = self.past_adverbs(start, floor);
        let marker = (floor..before).rev().find(|&token| self.is_relative(token, floor));
        if let Some(marker) = marker.filter(|&marker| self.reaches(marker, before)) {
            clause.kind = self.kind_behind(marker, floor, earlier);
            clause.marker = Some(marker);
            clause.tokens = marker..start;
            clause.parent = previous;
            if clause.kind == ClauseKind::Relative {
                clause.antecedent = self.group_before(marker, self.sentence.start);
            }
            let own = self.groups.ending(before).filter(|&group| self.chunks.nouns[group].tokens.start > marker);
            let own = own.map(|group| self.list_head(self.out_of_phrase(group, marker)));
            clause.subject = own.or_else(|| self.groups.starting(marker)).or(clause.antecedent);
            return;
        }
        let last = before.checked_sub(1).filter(|&last| last >= floor);
        if let (Some(last), Some(previous)) = (last, previous)
            && self.tag(last) == Tag::CC
        {
            let joined = self.host_of_conjunct(earlier);
            clause.subject = earlier[joined].subject;
            clause.antecedent = earlier[joined].antecedent.filter(|_| earlier[joined].kind == ClauseKind::Relative);
            clause.kind = earlier[joined].kind;
            if matches!(clause.kind, ClauseKind::Participial | ClauseKind::Infinitive) {
                clause.kind = ClauseKind::Main;
            }
            clause.parent = Some(if clause.kind == ClauseKind::Main {
                self.first + joined
            } else {
                earlier[joined].parent.unwrap_or(previous)
            });
            clause.marker = Some(last);
            clause.tokens = last..start;
            return;
        }
        if let Some(speaker) = clause.verb.and_then(|verb| self.inverted(verb, before)) {
            clause.subject = Some(speaker);
            clause.tokens = start..start;
            return;
        }
        let subject = self.reopened(before, earlier).or_else(|| self.subject(before, floor));
        clause.subject = subject.map(|group| self.list_head(group));
        let first = clause.subject.map_or(start, |group| self.groups.first(group));
        let from = if first < floor { before.min(start) } else { first.min(start) };
        clause.tokens = from..start;
        self.mark(clause, from, floor, earlier);
        if clause.subject.is_none() && clause.kind == ClauseKind::Main {
            clause.subject = self.resumed(earlier);
            clause.parent = previous;
        }
    }

    /// **Ana** of "Ana, who has sons Leo, 9, and Max, 6, with Bo, is dating Al": behind the comma that closes
    /// the relative clause the sentence goes on with whom it began.
    fn reopened(&self, before: usize, earlier: &[Clause]) -> Option<usize> {
        let closed = before > self.sentence.start && self.tag(before - 1) == Tag::Comma;
        let last = earlier.last().filter(|last| closed && last.kind == ClauseKind::Relative)?;
        let antecedent = last.antecedent.filter(|&group| self.groups.first(group) == self.sentence.start)?;
        earlier.iter().all(|clause| clause.kind != ClauseKind::Main).then_some(antecedent)
    }

    /// What "who", "which" or "that" makes of its clause: "Who left?", "Ana knows who left", "Ana, who left".
    fn kind_behind(&self, marker: usize, floor: usize, earlier: &[Clause]) -> ClauseKind {
        let asks = self.tag(marker) != Tag::IN && self.tag(marker) != Tag::WPS;
        let opens = (self.sentence.start..marker).all(|token| self.tag(token) == Tag::OpenQuote);
        match earlier {
            [] if asks && opens => ClauseKind::Main,
            [.., _] if asks && marker == floor => ClauseKind::Complement,
            _ => ClauseKind::Relative,
        }
    }

    /// The word before the clause, and what that makes of it.
    fn mark(&self, clause: &mut Clause, from: usize, floor: usize, earlier: &[Clause]) {
        let previous = earlier.len().checked_sub(1).map(|index| self.first + index);
        let mut at = from;
        while at > floor
            && matches!(self.tag(at - 1), Tag::RB | Tag::OpenQuote | Tag::DT)
            && !self.is(at - 1, &["that"])
        {
            at -= 1;
        }
        let marker = at.checked_sub(1).filter(|&marker| marker >= floor);
        let opener = (floor..from)
            .rev()
            .take(6)
            .find(|&token| self.subordinates(token))
            .or(marker.filter(|&token| self.subordinates(token)));
        if let Some(token) = opener {
            clause.marker = Some(token);
            clause.tokens.start = token;
            clause.parent = previous;
            let fronted = clause.verb.is_some_and(|verb| self.chunks.verbs[verb].fronted.is_some());
            clause.kind = if fronted {
                ClauseKind::Main
            } else if self.is(token, &["if", "unless"]) {
                ClauseKind::Conditional
            } else if self.is(token, &["that", "whether", "how"]) {
                ClauseKind::Complement
            } else {
                ClauseKind::Adverbial
            };
            // "said that they split and that she left": the second is said too, and is no part of the first.
            let content = |clause: &&Clause| clause.kind == ClauseKind::Complement;
            let joined = clause.kind == ClauseKind::Complement && token > floor && self.tag(token - 1) == Tag::CC;
            if let Some(first) = earlier.iter().rev().find(content).filter(|_| joined) {
                clause.parent = first.parent;
            }
            return;
        }
        let governs =
            earlier.last().and_then(|clause| clause.verb).filter(|&verb| self.chunks.verbs[verb].tokens.end == floor);
        let close = (floor..from)
            .all(|token| self.tag(token) != Tag::Comma && self.tag(token) != Tag::CC && self.tag(token) != Tag::Colon);
        if let Some(verb) = governs.filter(|&verb| close && saying(self.syntax, self.chunks.verbs[verb].head)) {
            let _ = verb;
            clause.kind = ClauseKind::Complement;
            clause.parent = previous;
            return;
        }
        clause.parent = previous;
        if let Some(marker) = marker.filter(|&marker| self.tag(marker) == Tag::CC) {
            clause.marker = Some(marker);
            clause.tokens.start = marker;
        }
    }

    /// A participle or infinitive: who does it, and what it describes.
    fn loose(&self, clause: &mut Clause, start: usize, floor: usize, earlier: &[Clause]) {
        let before = self.past_adverbs(start, floor);
        let group = self.groups.ending(before).filter(|_| before > floor);
        let host = earlier.last();
        let conjunction = before > floor && self.tag(before - 1) == Tag::CC;
        let placed = group.is_some_and(|group| {
            let first = self.groups.first(group);
            first > floor
                && self.is(first - 1, &["in", "at", "outside", "inside", "near", "on", "from", "to", "into", "around"])
        });
        let Some(group) = group.filter(|_| !placed) else {
            if conjunction
                && clause.kind == ClauseKind::Participial
                && let Some(host) = host
            {
                clause.kind = if host.kind == ClauseKind::Participial { host.kind } else { ClauseKind::Main };
            }
            clause.subject = self.controlled(before, floor).or_else(|| host.and_then(|host| host.subject));
            clause.antecedent = None;
            return;
        };
        let group = self.list_head(group);
        let noun = &self.chunks.nouns[group];
        let person = noun.kind == NounKind::Name || noun.kind == NounKind::Pronoun || !noun.roles.is_empty();
        if clause.kind == ClauseKind::Infinitive {
            let object = host.is_some() && person && self.groups.first(group) == floor;
            clause.subject = if object { Some(group) } else { host.and_then(|host| host.subject) };
        } else {
            clause.antecedent = person.then_some(group);
            clause.subject = if person { Some(group) } else { host.and_then(|host| host.subject).or(Some(group)) };
        }
    }

    /// **Bo** of "accused Bo of cheating", "thanked him for coming": who is the object does what the gerund tells.
    fn controlled(&self, before: usize, floor: usize) -> Option<usize> {
        let preposition = before.checked_sub(1).filter(|&at| at > floor)?;
        let group = self.groups.ending(preposition).filter(|&group| self.groups.first(group) == floor)?;
        let noun = &self.chunks.nouns[group];
        let person = matches!(noun.kind, NounKind::Name | NounKind::Pronoun);
        let active =
            self.chunks.verbs.iter().rev().find(|verb| verb.tokens.end == floor).is_some_and(|verb| !verb.passive);
        (person && active && self.is(preposition, &["of", "for", "from", "into"])).then_some(group)
    }

    /// "Speaking to fans, Ana said": a participle that opens the sentence has the next subject.
    fn openings(&self, found: &mut [Clause]) {
        for index in 0..found.len() {
            let missing = found[index].subject.is_none()
                && matches!(found[index].kind, ClauseKind::Participial | ClauseKind::Infinitive);
            if missing
                && let Some(next) = (index + 1..found.len())
                    .find(|&next| found[next].kind == ClauseKind::Main && found[next].subject.is_some())
            {
                found[index].subject = found[next].subject;
                found[index].parent = Some(self.first + next);
            }
        }
    }

    fn past_adverbs(&self, mut at: usize, floor: usize) -> usize {
        while at > floor && matches!(self.tag(at - 1), Tag::RB | Tag::RBR | Tag::RBS) {
            at -= 1;
        }
        at
    }

    fn is_relative(&self, token: usize, floor: usize) -> bool {
        // "said on Monday that": no day is what a relative clause tells more of.
        let behind_day = || self.groups.ending(token).is_some_and(|group| self.is_day(group));
        match self.tag(token) {
            Tag::WDT if self.is(token, &["that"]) => !behind_day(),
            Tag::WP | Tag::WDT | Tag::WPS => true,
            Tag::IN if self.is(token, &["that"]) && token > floor => {
                self.groups.ending(token).is_some() && !behind_day()
            }
            _ => false,
        }
    }

    /// Whether no comma closes the relative clause between its marker and the verb.
    fn reaches(&self, marker: usize, before: usize) -> bool {
        let comma = (marker + 1..before).any(|token| self.tag(token) == Tag::Comma);
        !comma || before - marker <= 2
    }

    /// The group before a relative word: past a comma, a preposition, an aside.
    fn group_before(&self, marker: usize, floor: usize) -> Option<usize> {
        let mut at = marker;
        for _ in 0..4 {
            if let Some(group) = self.groups.ending(at) {
                let quantity = self.chunks.nouns[group].kind == NounKind::Quantity
                    && at >= floor + 2
                    && self.tag(at - 2) == Tag::Comma;
                // "met Ana in 1962, whom he married": nobody is a year.
                let year = self.chunks.nouns[group].kind == NounKind::Quantity
                    && at >= floor + 2
                    && self.is(at - 2, &["in", "since", "from"])
                    && self.is(marker, &["who", "whom", "whose"]);
                if !quantity && !year {
                    return Some(group);
                }
                at -= 2;
                continue;
            }
            at = at.checked_sub(1).filter(|&at| at > floor)?;
            if !matches!(
                self.tag(at),
                Tag::Comma
                    | Tag::IN
                    | Tag::TO
                    | Tag::CloseBracket
                    | Tag::CloseQuote
                    | Tag::CD
                    | Tag::Colon
                    | Tag::OpenBracket
            ) {
                return None;
            }
        }
        None
    }

    /// Whether the word opens a clause rather than governs a noun.
    fn subordinates(&self, token: usize) -> bool {
        const OPENERS: &[&str] = &[
            "that", "if", "unless", "because", "while", "although", "though", "when", "whenever", "where", "whether",
            "after", "before", "since", "until", "till", "as", "once", "whereas", "how", "why", "so",
        ];
        let adverb = token > 0 && self.tag(token - 1).is_verb() && self.is(token, &["once"]); // "was once married"
        matches!(self.tag(token), Tag::IN | Tag::WRB | Tag::RB) && self.is(token, OPENERS) && !adverb
    }

    /// The clause that "and" continues: the last with tense, not an inner one behind a comma.
    fn host_of_conjunct(&self, earlier: &[Clause]) -> usize {
        let finite = |clause: &Clause| clause.verb.is_some_and(|verb| self.chunks.verbs[verb].form == VerbForm::Finite);
        earlier.iter().rposition(finite).unwrap_or(earlier.len() - 1)
    }
}
