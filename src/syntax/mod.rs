//! Plain English: paragraphs, sentences, words with tags and lemmas, chunks.
//!
//! Comes in: an article's text; later, where the caller recognised names in it. Goes out:
//! [`Syntax`], exact to the byte and lossless (words and gaps rebuild the text). It knows no
//! relations, no people and no dates, and never fails.

mod casing;
mod chunk;
mod lemma;
mod lists;
mod paragraph;
mod repair;
mod sentence;
mod tag;
pub mod tagger;
mod text;
mod token;
mod word;

pub use chunk::{
    Apposition, Chunks, Clause, ClauseKind, Coordination, NounGroup, NounKind, Number, Preposition, Quotation, Tense,
    VerbForm, VerbGroup,
};
pub use tag::{Tag, Upos};
pub use text::Syntax;
pub use token::{Label, LabelKind, Paragraph, ParagraphKind, Sentence, Token};

use crate::lexicon::Lexicon;
use crate::model::Span;

/// Reads a text into paragraphs, sentences, tagged words and chunks.
///
/// ```
/// use relgraph::lexicon::Lexicon;
/// use relgraph::syntax::{Tag, analyse};
///
/// let syntax = analyse("Culkin, who is Ana's godfather, didn't stay.", &Lexicon::shipped());
/// let words: Vec<&str> = (0..syntax.tokens.len()).map(|token| syntax.word(token)).collect();
/// assert_eq!(words, ["Culkin", ",", "who", "is", "Ana", "'s", "godfather", ",", "did", "n't", "stay", "."]);
/// assert_eq!(syntax.tokens[4].tag, Tag::NNP);
/// let group = syntax.noun(syntax.noun_of(6).unwrap());
/// assert_eq!(syntax.word(syntax.noun(group.possessor.unwrap()).head), "Ana");
/// ```
pub fn analyse<'t>(text: &'t str, _lexicon: &Lexicon) -> Syntax<'t> {
    let layout = Layout::of(text);
    let tokens = tagger::tag(text, &layout.words, &layout.sentences);
    let mut syntax =
        Syntax { text, paragraphs: layout.paragraphs, sentences: layout.sentences, tokens, chunks: Chunks::default() };
    read_on(&mut syntax);
    syntax
}

/// Forces proper-noun tags on the words of `names`, which the caller recognised by more than one
/// sentence tells; they are sorted and do not overlap. Sentences whose words had other tags are read
/// anew, so that the words beside a name profit: "Brook sang" is no longer a compound noun.
///
/// ```
/// use relgraph::lexicon::Lexicon;
/// use relgraph::model::Span;
/// use relgraph::syntax::{Tag, analyse, lock};
///
/// let mut syntax = analyse("Rose and Dawn left.", &Lexicon::shipped());
/// lock(&mut syntax, &[Span::new(0, 4), Span::new(9, 13)]);
/// assert_eq!(syntax.tokens[0].tag, Tag::NNP);
/// assert_eq!(syntax.tokens[2].tag, Tag::NNP);
/// ```
pub fn lock(syntax: &mut Syntax<'_>, names: &[Span]) {
    if tagger::lock(syntax, names) {
        read_on(syntax);
    }
}

/// All that follows on tagging.
fn read_on(syntax: &mut Syntax<'_>) {
    repair::mend(syntax);
    syntax.chunks = chunk::find(syntax);
}

/// Whether a word, in any case of letters, is a form of a verb of saying: "says", "told".
pub fn is_saying(word: &str) -> bool {
    lists::SAYING.contains_lower(word)
}

/// A text cut into words, sentences and paragraphs.
#[derive(Default)]
struct Layout {
    words: Vec<Span>,
    sentences: Vec<Sentence>,
    paragraphs: Vec<Paragraph>,
}

impl Layout {
    fn of(text: &str) -> Self {
        let mut spans = Vec::new();
        paragraph::split(text, |span| spans.push(span));
        let mut layout = Self::default();
        for (index, &span) in spans.iter().enumerate() {
            layout.add(text, span, index + 1 == spans.len());
        }
        layout
    }

    fn add(&mut self, text: &str, span: Span, last: bool) {
        let (first_word, first_sentence, index) = (self.words.len(), self.sentences.len(), self.paragraphs.len());
        word::split(text, span, &mut self.words);
        let range = first_word..self.words.len();
        sentence::split(text, &self.words, range.clone(), |tokens| {
            let span = self.words[tokens.start].join(self.words[tokens.end - 1]);
            self.sentences.push(Sentence { span, tokens, paragraph: index });
        });
        let first = self.paragraphs.iter().all(|paragraph| {
            matches!(paragraph.kind, ParagraphKind::Byline | ParagraphKind::Caption | ParagraphKind::Related)
        });
        let sight = paragraph::Sight { text, words: &self.words, tokens: range, first, last };
        let label = sight.label();
        let kind = sight.kind(label.as_ref());
        self.paragraphs.push(Paragraph { span, sentences: first_sentence..self.sentences.len(), kind, label });
    }
}
