//! Builds the tables of a scene.
//!
//! Comes in: a [`Reading`]. Goes out: the [`Scene`], everything looked up once.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Scene;
use crate::extract::relation::Reading;
use crate::lexicon::Predicates;
use crate::model::Form;
use crate::syntax::Chunks;

impl<'a> Scene<'a> {
    pub(in crate::extract::relation) fn of(reading: &'a Reading<'a>, predicates: &'a Predicates) -> Self {
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
            pair: Vec::new(),
            sentence_at: vec![0; tokens],
            setting: OnceCell::new(),
            phrases: OnceCell::new(),
        };
        scene.index_chunks(chunks);
        scene.index_mentions();
        scene.lower_plurals();
        scene.pair = scene.main_pair();
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
