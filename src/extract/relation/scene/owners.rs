//! Whom an owner means ("Ana and Bo's", "their", "whose"), and who was told together right before.
//!
//! Comes in: the noun group of a possessor, or a token. Goes out: a [`Party`].

use super::{Party, Scene};
use crate::extract::mention::Gender;
use crate::syntax::{ClauseKind, NounKind};

/// Less sure of whom "his" means than this, coreference knows nothing better than the subject.
const UNSURE: f64 = 0.6;

impl Scene<'_> {
    /// Who owns what stands behind: "Ana's", "Ana and Bo's", "their", "whose".
    pub(in crate::extract::relation) fn all_possessors(&self, possessor: usize) -> Party {
        let group = self.group(possessor);
        if group.kind == NounKind::Relative {
            let clause = self.clause(self.clause_of(group.head));
            let told = clause.antecedent.map(|antecedent| self.all_alike(antecedent));
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

    /// Who owns a noun of kin or love: as [`Self::all_possessors`], but that "his" and "her" heed what such
    /// a noun tells. Beside "Bo and his wife Ana" she is Bo's; a child just named ("shares daughter Mia
    /// with her ex") has none; and who does something does it with his own.
    pub(in crate::extract::relation) fn owner_of_tie(&self, possessor: usize, tied: usize, love: bool) -> Party {
        let read = self.all_possessors(possessor);
        let wanted = match self.lemma(self.group(possessor).head) {
            "his" | "he" => Gender::Male,
            "her" | "she" => Gender::Female,
            _ => return read,
        };
        let fits = |party: &Party| match party.chains.as_slice() {
            &[one] => [wanted, Gender::Unknown].contains(&self.reading.coref.chains[one].gender),
            _ => false,
        };
        if let Some(first) = self.shared_before(possessor, tied).filter(fits) {
            return first;
        }
        if let Some(beside) = self.conjunct_before(tied).filter(|_| love).filter(fits) {
            return beside;
        }
        let clause = self.clause_of(self.group(possessor).head);
        // "He is his brother" is of somebody else.
        let does = self.clause(clause).verb.is_some_and(|verb| !self.verb(verb).copula);
        // "she met his mum": he is another.
        let pronoun = self.clause(clause).subject.map_or("", |subject| self.lemma(self.group(subject).head));
        let other = matches!((pronoun, wanted), ("he", Gender::Female) | ("she", Gender::Male));
        let doer = || if other { Party::default() } else { self.people(self.subject(clause)) };
        let before = |party: &Party| party.tokens.end <= self.group(possessor).tokens.start;
        if let Some(asker) = self.asker(clause, &read).filter(fits) {
            return asker;
        }
        if does && (self.is_child(&read, possessor) || read.confidence < UNSURE) {
            return Some(doer()).filter(before).filter(fits).unwrap_or(read);
        }
        read
    }

    /// Ana of "Ana asked Mia to be godmother to her son": who asks another to be something of hers.
    fn asker(&self, clause: usize, read: &Party) -> Option<Party> {
        let inner = self.clause(clause);
        let is = inner.verb.is_some_and(|verb| self.verb(verb).copula) && inner.kind == ClauseKind::Infinitive;
        let asked = is && self.people(self.subject(clause)).chains == read.chains;
        let asker = self.people(self.subject(inner.parent.filter(|_| asked)?));
        (asker.chains != read.chains).then_some(asker)
    }

    /// Ana of "Ana, her daughter Mia and her husband Bo": all of a list are hers who opens it.
    fn shared_before(&self, possessor: usize, tied: usize) -> Option<Party> {
        let list = self.coordinated(tied);
        let (&first, others) = list.split_first().filter(|(_, others)| others.len() > 1)?;
        let word = self.lemma(self.group(possessor).head);
        let same =
            |&other: &usize| self.group(other).possessor.is_some_and(|one| self.lemma(self.group(one).head) == word);
        let shared = self.group(first).possessor.is_none() && others.iter().all(same);
        self.name_of(first).filter(|_| shared).map(|_| self.people(self.own(first))).filter(Party::is_known)
    }

    /// Bo of "Bo and his wife Ana", unless he is told to be somebody's himself.
    fn conjunct_before(&self, group: usize) -> Option<Party> {
        let list = self.coordinated(group);
        let at = list.iter().position(|&other| other == group)?;
        let before = *list.get(at.checked_sub(1)?)?;
        // "a granddaughter, Ana; and her companion, Raul" are of somebody else.
        let mut between = self.group(before).tokens.end..self.group(group).tokens.start;
        if between.any(|token| self.word(token) == ";") {
            return None;
        }
        self.name_of(before).map(|_| self.people(self.own(before))).filter(Party::is_known)
    }

    /// Whether somebody was named as a child right before a token of the same sentence: "daughter Mia, 3".
    fn is_child(&self, party: &Party, possessor: usize) -> bool {
        const CHILDREN: &[&str] = &["son", "daughter", "child", "kid", "baby", "newborn", "toddler", "infant", "twin"];
        let to = self.group(possessor).tokens.start;
        let from = self.sentence(to).start.max(to.saturating_sub(12));
        (from..to).filter_map(|token| self.noun_at(token)).any(|group| {
            let named = self.name_of(group).is_some() && self.own(group).chains == party.chains;
            named && self.group(group).roles.iter().any(|&role| CHILDREN.contains(&self.lemma(role)))
        })
    }

    /// Whom "whose" means where it stands behind a name and its age or another aside: the last of a list,
    /// or all of it where they are named alike ("Leo and Mia", "Leo Vega and Mia Vega").
    fn alike_before(&self, token: usize) -> Party {
        let from = self.sentence(token).start.max(token.saturating_sub(8));
        let open = (from..token).rev().take_while(|&token| !self.tag(token).is_verb());
        let Some(last) = open.into_iter().find(|&token| self.name_at(token).is_some()) else { return Party::default() };
        self.noun_at(last).map_or_else(Party::default, |group| self.all_alike(group))
    }

    /// Everyone of a list that a group stands in, where they are named alike, else whom the group means.
    fn all_alike(&self, group: usize) -> Party {
        let names: Vec<&str> = self
            .coordinated(group)
            .iter()
            .filter_map(|&one| self.name_of(one))
            .map(|name| self.reading.mentions[name].span.of(self.reading.syntax.text))
            .collect();
        let surname = |name: &&str| name.rsplit_once(' ').map(|(_, last)| last.to_owned());
        let alike = names.len() == self.coordinated(group).len()
            && names.windows(2).all(|pair| surname(&pair[0]) == surname(&pair[1]));
        let party = if alike { self.all(group) } else { self.meant(group) };
        self.people(party)
    }

    /// The last people told together before a token of the same sentence: whom an unclear "their"
    /// most likely means.
    pub(super) fn pair_before(&self, token: usize) -> Party {
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

    /// Bo and Ana of "Bo was seen with Ana and the pair …": the pair that its sentence told, or else the one
    /// before it ("Bo was seen with Ana. The two …").
    pub(super) fn subject_with_before(&self, token: usize, across: bool) -> Option<Party> {
        let start = self.sentence(token).start;
        let own = self.subject_with_in(start, token);
        let paragraph = |token| self.reading.syntax.paragraph_of(token);
        let earlier = start.checked_sub(1).filter(|&before| across && paragraph(before) == paragraph(token));
        own.or_else(|| earlier.and_then(|before| self.subject_with_in(self.sentence(before).start, start)))
    }

    fn subject_with_in(&self, start: usize, token: usize) -> Option<Party> {
        let clauses = &self.chunks().clauses;
        let to = clauses.partition_point(|clause| clause.tokens.start < token);
        let mut near = (0..to).rev().take_while(|&index| clauses[index].tokens.start >= start);
        near.find_map(|index| {
            let verb = clauses[index].verb.filter(|&verb| self.verb(verb).tokens.end <= token)?;
            let with = self.behind_verb(verb).find(|&index| self.preposition(index) == "with")?;
            let subject = clauses[index].subject.map(|subject| self.people(self.meant(subject)))?;
            let pair = subject.and(&self.people(self.brought(with)));
            (pair.chains.len() == 2 && pair.tokens.end <= token).then_some(pair)
        })
    }

    /// Ana and Bo of "Ana married Bo and they …", "Ana split with Bo after they …".
    pub(super) fn subject_and_object_before(&self, token: usize) -> Option<Party> {
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
}
