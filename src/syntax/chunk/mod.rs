//! Chunks: the small grammar that relation frames match on.
//!
//! Comes in: tagged sentences. Goes out: [`Chunks`]. Each list stands in text order. An index
//! of one list in another (a possessor, an object) points into the same [`Chunks`]. Nothing
//! reaches over the end of a sentence but [`Quotation`]s.

mod apposition;
mod clause;
mod coordination;
mod groups;
mod noun;
mod preposition;
mod quote;
mod sight;
mod verb;

use std::ops::Range;

use super::Syntax;
use sight::Sight;

use crate::model::Span;

/// What heads a noun group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounKind {
    /// A proper noun: "Brenda Strong", "partner Brenda Strong", "the Met Gala".
    Name,
    /// A common noun: "the pair", "his partner".
    Common,
    /// A personal, possessive, reflexive or demonstrative pronoun: "she", "his", "both".
    Pronoun,
    /// "who", "whom", "which", "whose", and "that" where it relates.
    Relative,
    /// A number or an amount: "three", "the two", "$40 million".
    Quantity,
}

/// Singular or plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// One.
    Singular,
    /// More than one.
    Plural,
}

/// A noun group: determiner, adjectives, nouns, one head; without what follows the head.
///
/// A possessor is a group of its own: "Culkin's partner Brenda Strong" is the group "Culkin" and
/// the group "partner Brenda Strong", whose `possessor` is the first; so is "his" in "his partner".
/// The "'s" belongs to neither.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounGroup {
    /// Its tokens, never empty.
    pub tokens: Range<usize>,
    /// Its head: the last noun; of a name its last word.
    pub head: usize,
    /// What it is headed by.
    pub kind: NounKind,
    /// Whether it speaks of one or of many.
    pub number: Number,
    /// Its determiner: "the", "a", "this", "both".
    pub determiner: Option<usize>,
    /// Index of the noun group that owns it.
    pub possessor: Option<usize>,
    /// The run of proper nouns that holds the head, without titles and roles before it.
    pub name: Option<Range<usize>>,
    /// Nouns in it that say what somebody is ("editor", "ex-wife", "singer-songwriter"): the head
    /// of "the actress", the word before the name in "actress Ana Vega".
    pub roles: Vec<usize>,
    /// The number that tells an age: 33 of "33-year-old", and of "Vega, 33,".
    pub age: Option<usize>,
    /// A title in quotation marks that tells more of the head, with its marks: of `his "Long Way" co-star`.
    pub title: Option<Range<usize>>,
}

impl NounGroup {
    /// Whether a token stands in the title inside, and so is none of the group's own words.
    pub fn is_titled(&self, token: usize) -> bool {
        self.title.as_ref().is_some_and(|title| title.contains(&token))
    }
}

/// When a verb group says that it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "met", "was dating", "had met"; "have met" is present with `perfect`.
    Past,
    /// "meet", "is dating", "have met".
    Present,
    /// "will meet", "is going to meet".
    Future,
    /// Infinitives, participles, and behind other modals.
    None,
}

/// The form of a verb group's first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// Has tense or a modal.
    Finite,
    /// "to marry", and bare "marry" behind "let", "see", "help".
    Infinitive,
    /// "kissing", "having met".
    Gerund,
    /// "seen leaving", "married to": past participle without an auxiliary.
    Participle,
}

/// A verb group: auxiliaries, negation, adverbs between them, one full verb (or a copula), particle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its tokens, from the first auxiliary to the particle; never empty.
    pub tokens: Range<usize>,
    /// Its full verb, or its copula ("be" where no full verb follows).
    pub head: usize,
    /// Finite, infinitive or participle.
    pub form: VerbForm,
    /// When it says that it happens.
    pub tense: Tense,
    /// "was seen", "got married", "been spotted".
    pub passive: bool,
    /// "is dating", "have been dating".
    pub progressive: bool,
    /// "has met", "having met".
    pub perfect: bool,
    /// The word that negates it: "n't", "not", "never", "no longer".
    pub negation: Option<usize>,
    /// Its modal, "will" too: "may have met".
    pub modal: Option<usize>,
    /// The particle of a phrasal verb: "out" of "made out".
    pub particle: Option<usize>,
    /// The auxiliary that stands before the subject in a question: "Are" of "Are they dating?".
    pub fronted: Option<usize>,
    /// Whether the head is "be" as a copula.
    pub copula: bool,
}

/// A preposition with its object and what it may hang on.
///
/// "Vega was seen with Ortiz at a club in Rome" has three. Attachment is not decided: `verb` and
/// `noun` are the nearest candidates, and a reader should accept either ("of" has a noun only).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preposition {
    /// The preposition's tokens, several for "along with", "next to", "in front of".
    pub tokens: Range<usize>,
    /// Index of the noun group it governs; the first of a coordination. `None` before a clause
    /// ("after meeting Ortiz") or where nothing follows.
    pub object: Option<usize>,
    /// Index of the nearest verb group before it in its clause.
    pub verb: Option<usize>,
    /// Index of the nearest noun group before it, where only such phrases stand between.
    pub noun: Option<usize>,
}

/// What a clause is to the one that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// A main clause, or one joined to it by "and", "but", ";".
    Main,
    /// "who is her godfather", "which they left", "(the man) she married".
    Relative,
    /// "stroking each other's backs", "seen leaving a club".
    Participial,
    /// "to marry in June".
    Infinitive,
    /// "(said) that they met", "(denied) they were dating", "whether they met".
    Complement,
    /// "when they met", "after she left", "because …", "although …".
    Adverbial,
    /// "if they marry", "unless …".
    Conditional,
}

/// A clause: one verb group and what belongs to it.
///
/// Clauses nest: `tokens` runs over the clauses inside, and [`Syntax::clause_of`](super::Syntax::clause_of)
/// tells a token's innermost. A sentence without a verb ("Photo: Getty") is one main clause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// From its marker to its end, inner clauses included.
    pub tokens: Range<usize>,
    /// What it is to its parent.
    pub kind: ClauseKind,
    /// Index of the clause that holds it, or that it was joined to.
    pub parent: Option<usize>,
    /// The word that opens it: "who", "that", "if", "and".
    pub marker: Option<usize>,
    /// Index of its verb group.
    pub verb: Option<usize>,
    /// Index of its subject, as it stands on the surface (of a passive, who suffers it). For a
    /// joined clause without one, that of the clause before; for a relative clause the antecedent
    /// where the relative word is the subject; for a participle or infinitive the subject above it.
    pub subject: Option<usize>,
    /// Index of the first noun group behind the verb that no preposition governs: the object, or
    /// what a copula predicates.
    pub object: Option<usize>,
    /// Index of the noun group that a relative clause, or a participle behind a noun, describes.
    pub antecedent: Option<usize>,
}

/// Noun groups joined by "and", "or", "&", commas: three of "Ana, Bo and Cy".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coordination {
    /// Indices of the noun groups, two at least. A possessed member stands for itself alone.
    pub groups: Vec<usize>,
    /// The conjunction; `None` in a list of commas alone.
    pub conjunction: Option<usize>,
    /// From the first group to the last.
    pub tokens: Range<usize>,
}

/// A noun group that says what the one before it is: "Culkin, her godfather, …".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Apposition {
    /// Index of the group that is described.
    pub noun: usize,
    /// Index of the group that describes it.
    pub described_by: usize,
}

/// Words in quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// With its marks.
    pub span: Span,
    /// The tokens between the marks; empty for an empty pair.
    pub tokens: Range<usize>,
    /// Whether it stands inside another quotation.
    pub nested: bool,
    /// False where the closing mark is missing: at the end of its paragraph, the next of which may
    /// go on with the same speaker.
    pub closed: bool,
    /// Whether a verb stands in it, so that somebody speaks; else a title, a nickname, a word
    /// held up with tongs.
    pub speech: bool,
}

/// Every chunk of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunks {
    /// Noun groups; they do not overlap.
    pub nouns: Vec<NounGroup>,
    /// Verb groups; they do not overlap.
    pub verbs: Vec<VerbGroup>,
    /// Prepositions.
    pub prepositions: Vec<Preposition>,
    /// Clauses by their first token; an outer one before an inner one that starts with it.
    pub clauses: Vec<Clause>,
    /// Coordinations.
    pub coordinations: Vec<Coordination>,
    /// Appositions.
    pub appositions: Vec<Apposition>,
    /// Quotations by their opening mark.
    pub quotations: Vec<Quotation>,
    /// Of each token the index of its innermost clause.
    pub clause_of: Vec<u32>,
}

/// Finds the chunks of a tagged text.
pub(super) fn find(syntax: &Syntax<'_>) -> Chunks {
    let mut chunks = Chunks::default();
    quote::find(syntax, &mut chunks);
    for sentence in &syntax.sentences {
        let sight = Sight { syntax, sentence: &sentence.tokens };
        let first_noun = chunks.nouns.len();
        noun::find(sight, &mut chunks);
        verb::find(sight, first_noun, &mut chunks);
        let coordinations = coordination::find(syntax, &sentence.tokens, &chunks);
        chunks.coordinations.extend(coordinations);
        let appositions = apposition::find(syntax, &sentence.tokens, &chunks);
        chunks.appositions.extend(appositions);
        let prepositions = preposition::find(syntax, &sentence.tokens, &chunks);
        chunks.prepositions.extend(prepositions);
        clause::find(syntax, sentence.tokens.clone(), &mut chunks);
    }
    chunks
}
