//! The parts of a text: words, sentences, paragraphs.

use std::ops::Range;

use super::{Tag, Upos};
use crate::model::Span;

/// One word, number or punctuation mark. Contractions and possessives are cut: "do|n't",
/// "Jackson|'s", "Paris|'".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the text.
    pub span: Span,
    /// Its Penn tag.
    pub tag: Tag,
    /// Its universal part of speech.
    pub upos: Upos,
}

/// A sentence: a range of tokens and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first word's start to its last one's end.
    pub span: Span,
    /// Its tokens, never empty.
    pub tokens: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// The article's own title.
    Headline,
    /// A heading between paragraphs, numbered or not.
    Heading,
    /// Running text.
    Body,
    /// A photo's caption or credit, or the line under an embedded post.
    Caption,
    /// "RELATED: …", a link to another story.
    Related,
    /// Who wrote it and when, in a line of its own.
    Byline,
}

/// What stands before a paragraph's first sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelKind {
    /// The date of an entry: "March 2019:", "14 February 2015 —".
    Timeline,
    /// Where and by whom it was reported: "LONDON, May 3 (Reuters) -".
    Dateline,
    /// The number of a heading or list item: "3.".
    Number,
    /// Any other word with a colon: "RELATED:", "Photo:", "CLAIM:", a speaker's name.
    Word,
}

/// A paragraph's label. Its tokens belong to the first sentence too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// What it tells.
    pub kind: LabelKind,
    /// Its tokens, with the mark that ends it.
    pub tokens: Range<usize>,
}

/// A paragraph: a range of sentences and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its line or lines without the white space around them.
    pub span: Span,
    /// Its sentences; never empty.
    pub sentences: Range<usize>,
    /// What it is for.
    pub kind: ParagraphKind,
    /// What stands before its first sentence.
    pub label: Option<Label>,
}
