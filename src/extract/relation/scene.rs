//! What the frames look at: chunks with the people, venues and events that they speak of.
//!
//! Comes in: a [`Reading`]. Goes out: [`Scene`], which answers "who is the subject of this verb",
//! "who stands behind this preposition", "whom does this noun group mean". It decides no relation.

use std::borrow::Cow;
use std::ops::Range;

use super::Reading;
use crate::extract::coref::ChainId;
use crate::lexicon::Predicates;
use crate::model::{Form, NodeKind, Span};
use crate::syntax::{Chunks, Clause, ClauseKind, NounGroup, NounKind, Tag, VerbGroup};

/// Whom a stretch of text means: one chain, or the several of a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Party {
    /// In text order, without repetition.
    pub(super) chains: Vec<ChainId>,
    /// How sure coreference is of it.
    pub(super) confidence: f64,
    /// From its first word to its last.
    pub(super) tokens: Range<usize>,
}

impl Party {
    /// Whether it means at least one somebody or something.
    pub(super) fn is_known(&self) -> bool {
        !self.chains.is_empty()
    }

    /// Whether it means several.
    pub(super) fn is_many(&self) -> bool {
        self.chains.len() > 1
    }

    /// This party and another, as one.
    pub(super) fn and(mut self, other: &Self) -> Self {
        if !other.is_known() {
            return self;
        }
        if !self.is_known() {
            return other.clone();
        }
        for &chain in &other.chains {
            if !self.chains.contains(&chain) {
                self.chains.push(chain);
            }
        }
        self.confidence = self.confidence.min(other.confidence);
        self.tokens = self.tokens.start.min(other.tokens.start)..self.tokens.end.max(other.tokens.end);
        self
    }
}

/// One article, ready for the frames.
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) predicates: &'a Predicates,
    /// Of each token its lemma in lower case.
    lemmas: Vec<Cow<'a, str>>,
    /// Of each token the noun group that holds it.
    noun_at: Vec<Option<u32>>,
    /// Of each token the innermost name mention that holds it.
    name_at: Vec<Option<u32>>,
    /// Of each token the pronoun or description that ends with it.
    other_at: Vec<Option<u32>>,
    /// Of each verb group its clause.
    clause_of_verb: Vec<Option<u32>>,
    /// Of each noun group the coordination that it belongs to.
    coordination_of: Vec<Option<u32>>,
    /// Of each noun group those that stand in apposition to it.
    appositions_of: Vec<Vec<u32>>,
    /// Of each noun group the preposition that governs it.
    governor_of: Vec<Option<u32>>,
    /// Of each noun group the prepositions that may hang on it.
    hanging_on: Vec<Vec<u32>>,
    /// Of each verb group the prepositions behind it in its clause.
    behind_verb: Vec<Vec<u32>>,
    /// Of each clause the clauses right inside it.
    children_of: Vec<Vec<u32>>,
    /// Of each token its sentence.
    sentence_at: Vec<u32>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(reading: &'a Reading<'a>, predicates: &'a Predicates) -> Self {
        let (syntax, chunks) = (reading.syntax, &reading.syntax.chunks);
        let tokens = syntax.tokens.len();
        let mut scene = Self {
            reading,
            predicates,
            lemmas: (0..tokens).map(|token| lower(syntax.lemma(token))).collect(),
            noun_at: vec![None; tokens],
            name_at: vec![None; tokens],
            other_at: vec![None; tokens],
            clause_of_verb: vec![None; chunks.verbs.len()],
            coordination_of: vec![None; chunks.nouns.len()],
            appositions_of: vec![Vec::new(); chunks.nouns.len()],
            governor_of: vec![None; chunks.nouns.len()],
            hanging_on: vec![Vec::new(); chunks.nouns.len()],
            behind_verb: vec![Vec::new(); chunks.verbs.len()],
            children_of: vec![Vec::new(); chunks.clauses.len()],
            sentence_at: vec![0; tokens],
        };
        scene.index_chunks(chunks);
        scene.index_mentions();
        scene.lower_plurals();
        for (index, sentence) in syntax.sentences.iter().enumerate() {
            scene.sentence_at[sentence.tokens.clone()].fill(number(index));
        }
        scene
    }

    fn index_chunks(&mut self, chunks: &Chunks) {
        for (index, group) in chunks.nouns.iter().enumerate() {
            self.noun_at[group.tokens.clone()].fill(Some(number(index)));
        }
        for (index, clause) in chunks.clauses.iter().enumerate() {
            if let Some(verb) = clause.verb {
                self.clause_of_verb[verb] = Some(number(index));
            }
            if let Some(parent) = clause.parent {
                self.children_of[parent].push(number(index));
            }
        }
        for (index, list) in chunks.coordinations.iter().enumerate() {
            for &group in &list.groups {
                self.coordination_of[group] = Some(number(index));
            }
        }
        for pair in &chunks.appositions {
            self.appositions_of[pair.noun].push(number(pair.described_by));
            self.appositions_of[pair.described_by].push(number(pair.noun));
        }
        for (index, preposition) in chunks.prepositions.iter().enumerate() {
            if let Some(object) = preposition.object {
                self.governor_of[object] = Some(number(index));
            }
            if let Some(noun) = preposition.noun {
                self.hanging_on[noun].push(number(index));
            }
            if let Some(verb) = preposition.verb {
                self.behind_verb[verb].push(number(index));
            }
        }
    }

    fn index_mentions(&mut self) {
        for (index, mention) in self.reading.mentions.iter().enumerate() {
            match mention.form {
                Form::Name => self.name_at[mention.tokens.clone()].fill(Some(number(index))),
                Form::Pronoun | Form::Description => {
                    if let Some(last) = mention.tokens.clone().last() {
                        let shorter = self.other_at[last].is_some() && mention.form == Form::Pronoun;
                        if !shorter {
                            self.other_at[last] = Some(number(index));
                        }
                    }
                }
            }
        }
    }

    /// "Exes", "Newlyweds" at the head of a sentence look like names; they get their singular.
    fn lower_plurals(&mut self) {
        for token in 0..self.lemmas.len() {
            if self.name_at[token].is_none() && self.tag(token).is_proper() {
                let singular = singular(&self.lemmas[token]);
                if let Some(singular) = singular.filter(|word| self.predicates.triggers(word).next().is_some()) {
                    self.lemmas[token] = Cow::Owned(singular);
                }
            }
        }
    }

    pub(super) fn chunks(&self) -> &'a Chunks {
        &self.reading.syntax.chunks
    }

    pub(super) fn group(&self, index: usize) -> &'a NounGroup {
        &self.chunks().nouns[index]
    }

    pub(super) fn verb(&self, index: usize) -> &'a VerbGroup {
        &self.chunks().verbs[index]
    }

    pub(super) fn clause(&self, index: usize) -> &'a Clause {
        &self.chunks().clauses[index]
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.reading.syntax.tokens[token].tag
    }

    pub(super) fn word(&self, token: usize) -> &'a str {
        self.reading.syntax.word(token)
    }

    /// The word's lemma, in lower case.
    pub(super) fn lemma(&self, token: usize) -> &str {
        &self.lemmas[token]
    }

    /// Whether a word stands in the plural.
    pub(super) fn is_plural(&self, token: usize) -> bool {
        let word = self.word(token);
        self.tag(token).is_plural() || self.tag(token).is_proper() && word.len() > self.lemmas[token].len()
    }

    /// Whether the token is `word`, by lemma or as written, case aside.
    pub(super) fn is(&self, token: usize, word: &str) -> bool {
        self.lemma(token) == word || self.word(token).eq_ignore_ascii_case(word)
    }

    pub(super) fn len(&self) -> usize {
        self.reading.syntax.tokens.len()
    }

    pub(super) fn sentence(&self, token: usize) -> Range<usize> {
        self.reading.syntax.sentences[self.sentence_at[token] as usize].tokens.clone()
    }

    pub(super) fn sentence_index(&self, token: usize) -> usize {
        self.sentence_at[token] as usize
    }

    pub(super) fn noun_at(&self, token: usize) -> Option<usize> {
        self.noun_at.get(token).copied().flatten().map(|index| index as usize)
    }

    /// The first verb group at or behind a token.
    pub(super) fn first_verb_of(&self, token: usize) -> Option<usize> {
        let verbs = &self.chunks().verbs;
        let at = verbs.partition_point(|verb| verb.tokens.start < token);
        (at < verbs.len()).then_some(at)
    }

    /// The verb group whose last token this is.
    pub(super) fn verb_ending_at(&self, token: usize) -> Option<usize> {
        let verbs = &self.chunks().verbs;
        let at = verbs.partition_point(|verb| verb.tokens.end <= token);
        (at < verbs.len() && verbs[at].tokens.end == token + 1).then_some(at)
    }

    pub(super) fn name_at(&self, token: usize) -> Option<usize> {
        self.name_at.get(token).copied().flatten().map(|index| index as usize)
    }

    pub(super) fn clause_of_verb(&self, verb: usize) -> Option<usize> {
        self.clause_of_verb[verb].map(|index| index as usize)
    }

    pub(super) fn clause_of(&self, token: usize) -> usize {
        self.chunks().clause_of[token] as usize
    }

    pub(super) fn children_of(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        self.children_of[clause].iter().map(|&index| index as usize)
    }

    pub(super) fn appositions(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.appositions_of[group].iter().map(|&index| index as usize)
    }

    /// The prepositions that may hang on a noun group.
    pub(super) fn hanging_on(&self, group: usize) -> impl Iterator<Item = usize> + '_ {
        self.hanging_on[group].iter().map(|&index| index as usize)
    }

    /// The prepositions behind a verb group in its clause.
    pub(super) fn behind_verb(&self, verb: usize) -> impl Iterator<Item = usize> + '_ {
        self.behind_verb[verb].iter().map(|&index| index as usize)
    }

    /// The preposition that governs a noun group, or the coordination that it stands in.
    pub(super) fn governor(&self, group: usize) -> Option<usize> {
        let first = self.coordinated(group).first().copied().unwrap_or(group);
        self.governor_of[group].or(self.governor_of[first]).map(|index| index as usize)
    }

    /// A preposition in lower case; of several words the last.
    pub(super) fn preposition(&self, index: usize) -> &str {
        let tokens = &self.chunks().prepositions[index].tokens;
        self.lemma(tokens.end - 1)
    }

    /// The groups of the coordination that a group stands in; empty where it stands alone.
    pub(super) fn coordinated(&self, group: usize) -> &'a [usize] {
        let list = self.coordination_of[group];
        list.map_or(&[], |list| &self.chunks().coordinations[list as usize].groups)
    }

    /// The name mention that a group is headed by.
    pub(super) fn name_of(&self, group: usize) -> Option<usize> {
        let group = self.group(group);
        // A given name may look like a pronoun: "Her", but "Blanche".
        if matches!(group.kind, NounKind::Pronoun | NounKind::Relative) && self.name_at(group.head).is_none() {
            return None;
        }
        // A date may have been drawn into the group: "Ana Vega last week".
        let last = group.tokens.clone().rev().find(|&token| !self.is_time(token));
        self.name_at(group.head).or_else(|| last.and_then(|token| self.name_at(token)))
    }

    /// Whom the group itself means, by its name, its pronoun or as a description.
    pub(super) fn own(&self, group: usize) -> Party {
        let whole = self.group(group);
        let mention = self.name_of(group).or_else(|| self.other_at[whole.head].map(|index| index as usize));
        mention.map_or_else(Party::default, |mention| Party { tokens: whole.tokens.clone(), ..self.mentioned(mention) })
    }

    /// Whom a mention means.
    pub(super) fn mentioned(&self, mention: usize) -> Party {
        let tokens = self.reading.mentions[mention].tokens.clone();
        let best = self.reading.coref.readings[mention].first();
        let told = |&&chain: &&ChainId| self.reading.coref.chains[chain].makes_node;
        best.map_or_else(Party::default, |best| Party {
            chains: best.members.iter().filter(told).copied().collect(),
            confidence: best.confidence,
            tokens,
        })
    }

    /// Whom the group means, by itself or by what stands in apposition to it.
    pub(super) fn meant(&self, group: usize) -> Party {
        let own = self.own(group);
        if own.is_known() {
            return own;
        }
        let beside = self.appositions(group).map(|other| self.own(other)).find(Party::is_known);
        beside.unwrap_or_default()
    }

    /// Everyone of the coordination that the group stands in.
    pub(super) fn all(&self, group: usize) -> Party {
        let list = self.coordinated(group);
        if list.is_empty() {
            return self.meant(group);
        }
        list.iter().fold(Party::default(), |all, &group| all.and(&self.meant(group)))
    }

    /// Who owns what stands behind: "Ana's", "Ana and Bo's", "their", "whose".
    pub(super) fn all_possessors(&self, possessor: usize) -> Party {
        let group = self.group(possessor);
        if group.kind == NounKind::Relative {
            let clause = self.clause(self.clause_of(group.head));
            let told = clause.antecedent.map(|antecedent| self.people(self.meant(antecedent)));
            return told.filter(Party::is_known).unwrap_or_else(|| self.alike_before(group.head));
        }
        let own = self.meant(possessor);
        if group.kind == NounKind::Pronoun {
            return if own.is_known() || !self.is(group.head, "their") { own } else { self.pair_before(group.head) };
        }
        let joined = group.tokens.start.checked_sub(1).filter(|&token| matches!(self.word(token), "and" | "&"));
        let partner = joined.and_then(|token| token.checked_sub(1)).and_then(|token| self.noun_at(token));
        let partner = partner.filter(|&left| self.name_of(left).is_some() && self.group(left).possessor.is_none());
        partner.map_or(own.clone(), |left| self.own(left).and(&own))
    }

    /// Whom "whose" means where it stands behind a name and its age or another aside: the last of a list,
    /// or all of it where they are named alike ("Leo and Mia", "Leo Vega and Mia Vega").
    fn alike_before(&self, token: usize) -> Party {
        let from = self.sentence(token).start.max(token.saturating_sub(8));
        let open = (from..token).rev().take_while(|&token| !self.tag(token).is_verb());
        let Some(last) = open.into_iter().find(|&token| self.name_at(token).is_some()) else { return Party::default() };
        let Some(group) = self.noun_at(last) else { return Party::default() };
        let names: Vec<&str> = self
            .coordinated(group)
            .iter()
            .filter_map(|&one| self.name_of(one))
            .map(|name| self.reading.mentions[name].span.of(self.reading.syntax.text))
            .collect();
        let surname = |name: &&str| name.rsplit_once(' ').map(|(_, last)| last.to_owned());
        let alike = names.windows(2).all(|pair| surname(&pair[0]) == surname(&pair[1]));
        let party = if alike { self.all(group) } else { self.meant(group) };
        self.people(party)
    }

    /// The last people told together before a token of the same sentence: whom an unclear "their"
    /// most likely means.
    fn pair_before(&self, token: usize) -> Party {
        let start = self.sentence(token).start;
        let lists = &self.chunks().coordinations;
        let to = lists.partition_point(|list| list.tokens.start < token);
        let near = lists[..to].iter().rev().take_while(|list| list.tokens.start >= start);
        // Of "Ana and Bo and their sons" only those before the pronoun.
        let before = |&&group: &&usize| self.group(group).tokens.end <= token;
        let parties = near.map(|list| {
            let groups = list.groups.iter().filter(before);
            groups.fold(Party::default(), |all, &group| all.and(&self.people(self.meant(group))))
        });
        let found = parties.into_iter().find(Party::is_many);
        let found = found.or_else(|| self.subject_and_object_before(token));
        found.map_or_else(Party::default, |party| Party { confidence: party.confidence * 0.8, ..party })
    }

    /// Ana and Bo of "Ana married Bo and they …", "Ana split with Bo after they …".
    fn subject_and_object_before(&self, token: usize) -> Option<Party> {
        let start = self.sentence(token).start;
        let clauses = &self.chunks().clauses;
        let to = clauses.partition_point(|clause| clause.tokens.start < token);
        let near = (0..to).rev().take_while(|&index| clauses[index].tokens.start >= start);
        near.filter(|&index| clauses[index].verb.is_some_and(|verb| self.verb(verb).tokens.end <= token)).find_map(
            |index| {
                let clause = &clauses[index];
                let subject = clause.subject.map(|subject| self.people(self.meant(subject)))?;
                let with = self
                    .behind_verb(clause.verb?)
                    .find(|&index| matches!(self.preposition(index), "with" | "to" | "from"));
                let with = with.and_then(|index| self.chunks().prepositions[index].object);
                let other = clause.object.map(|object| self.people(self.meant(object))).filter(Party::is_known);
                let other = other.or_else(|| with.map(|object| self.people(self.meant(object))))?;
                let pair = subject.and(&other);
                (pair.chains.len() == 2 && pair.tokens.end <= token).then_some(pair)
            },
        )
    }

    /// The subject of a clause, through relative words to what they stand for.
    pub(super) fn subject(&self, clause: usize) -> Party {
        let clause = self.clause(clause);
        let right_before = || self.right_before(clause).filter(|&group| self.all(group).is_known());
        let told = clause.subject.or(clause.antecedent).or_else(right_before);
        let Some(subject) = told.or_else(|| self.opening(clause)) else {
            return Party::default();
        };
        if self.group(subject).kind == NounKind::Relative
            && let Some(antecedent) = clause.antecedent
        {
            return if self.is_singular(clause) { self.meant(antecedent) } else { self.all(antecedent) };
        }
        if clause.kind == ClauseKind::Relative && clause.antecedent == Some(subject) && self.is_singular(clause) {
            return self.meant(subject);
        }
        let all = self.all(subject);
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

    /// The group right before a clause's verb, where the clause knows no subject.
    fn right_before(&self, clause: &Clause) -> Option<usize> {
        let first = self.verb(clause.verb?).tokens.start;
        let start = self.sentence(first).start;
        let end = (start..first).rev().take_while(|&token| self.tag(token) == Tag::RB).last().unwrap_or(first);
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
        let aside = end < verb && self.word(end) == "," && verb - end <= 14;
        let closed = matches!(self.word(verb - 1), "," | "part" | "turn");
        let people = self.people(self.own(first)).is_known();
        let named = (end..verb)
            .any(|token| self.name_at(token).is_some_and(|name| self.people(self.mentioned(name)).is_known()));
        (aside && closed && people && !named && clause.kind == ClauseKind::Main).then_some(first)
    }

    /// Whether a token is no part of a name; "wedding" is none of "Ana Vega's wedding".
    pub(super) fn is_plain(&self, token: usize) -> bool {
        let event = |mention: usize| {
            let readings = &self.reading.coref.readings[mention];
            readings.first().is_some_and(|one| one.members.iter().all(|&chain| self.kind(chain) == NodeKind::Event))
        };
        self.name_at(token).is_none_or(event)
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

    /// Who or what a preposition brings: its object, or what stands right behind that where the
    /// object was cut too short ("with Guns | N | Roses manager Ana Vega").
    pub(super) fn brought(&self, preposition: usize) -> Party {
        let Some(object) = self.chunks().prepositions[preposition].object else { return Party::default() };
        let party = self.all(object);
        if party.is_known() || self.group(object).kind == NounKind::Pronoun {
            return party;
        }
        let beside = self.appositions(object).map(|other| self.own(other)).find(Party::is_known);
        let next = || {
            let end = self.group(object).tokens.end;
            let near = (end..self.len().min(end + 2)).find_map(|token| self.noun_at(token));
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
        beside.or_else(called).or_else(next).unwrap_or_default()
    }

    /// Whether a token belongs to a date.
    pub(super) fn is_time(&self, token: usize) -> bool {
        let times = &self.reading.times.expressions;
        let at = times.partition_point(|time| time.tokens.end <= token);
        times.get(at).is_some_and(|time| time.tokens.contains(&token))
    }

    /// The group that begins at a token, with all that it owns: of "her sister Cat" the last.
    pub(super) fn whole_group(&self, token: usize) -> Option<usize> {
        let mut group = self.noun_at(token)?;
        while group + 1 < self.chunks().nouns.len() && self.group(group + 1).possessor == Some(group) {
            group += 1;
        }
        Some(group)
    }

    /// The object of a clause: the group behind its verb that no preposition governs.
    pub(super) fn object(&self, clause: usize) -> Option<usize> {
        self.clause(clause).object
    }

    /// Those of the party that are of one of these kinds.
    pub(super) fn only(&self, mut party: Party, kinds: &[NodeKind]) -> Party {
        party.chains.retain(|&chain| kinds.contains(&self.reading.coref.chains[chain].kind));
        party
    }

    /// Those of the party that are people.
    pub(super) fn people(&self, party: Party) -> Party {
        self.only(party, &[NodeKind::Person])
    }

    pub(super) fn kind(&self, chain: ChainId) -> NodeKind {
        self.reading.coref.chains[chain].kind
    }

    /// The bytes from the first to the last of these tokens.
    pub(super) fn span(&self, tokens: &Range<usize>) -> Span {
        let all = &self.reading.syntax.tokens;
        all[tokens.start].span.join(all[tokens.end - 1].span)
    }
}

/// A plural's singular by the commonest endings.
fn singular(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    Some(stem.strip_suffix('e').filter(|stem| stem.ends_with(['x', 's'])).unwrap_or(stem).to_owned())
}

fn lower(lemma: Cow<'_, str>) -> Cow<'_, str> {
    if lemma.chars().any(char::is_uppercase) { Cow::Owned(lemma.to_lowercase()) } else { lemma }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
