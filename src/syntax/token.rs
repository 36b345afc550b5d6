//! The parts of a text.

use std::ops::Range;

use crate::model::Span;

/// A part of speech (Penn Treebank); first cut: proper noun, number, punctuation or other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    NNP,
    CD,
    Punct,
    Other,
}

/// One word, number or punctuation mark.
#[derive(Clone, Debug)]
pub struct Token {
    pub span: Span,
    pub tag: Tag,
}

/// A sentence: a range of tokens and its place.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub span: Span,
    pub tokens: Range<usize>,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    Headline,
    Heading,
    Body,
    /// A photo's caption or credit, or the line under an embedded post.
    Caption,
    /// "RELATED: …", a link to another story.
    Related,
    Byline,
}

/// A paragraph: a range of sentences and its place.
#[derive(Clone, Debug)]
pub struct Paragraph {
    pub span: Span,
    pub sentences: Range<usize>,
    pub kind: ParagraphKind,
}

/// A text with its paragraphs, sentences and words.
#[derive(Clone, Debug)]
pub struct Syntax<'t> {
    pub text: &'t str,
    pub paragraphs: Vec<Paragraph>,
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
}

impl<'t> Syntax<'t> {
    /// The words of one token.
    pub fn word(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    pub(super) fn first_cut(text: &'t str) -> Self {
        let mut syntax = Self { text, paragraphs: Vec::new(), sentences: Vec::new(), tokens: Vec::new() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let start = at + line.find(trimmed).unwrap_or(0);
                syntax.paragraph(Span::new(start, start + trimmed.len()));
            }
            at += line.len();
        }
        syntax
    }

    fn paragraph(&mut self, span: Span) {
        let first = self.sentences.len();
        let mut start = self.tokens.len();
        let mut chars = span.of(self.text).char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c.is_whitespace() {
                continue;
            }
            let mut end = at + c.len_utf8();
            if c.is_alphanumeric() {
                while let Some(&(next, c)) = chars.peek() {
                    if !c.is_alphanumeric() && c != '-' {
                        break;
                    }
                    end = next + c.len_utf8();
                    chars.next();
                }
            }
            let tag = if c.is_uppercase() {
                Tag::NNP
            } else if c.is_numeric() {
                Tag::CD
            } else if c.is_alphabetic() {
                Tag::Other
            } else {
                Tag::Punct
            };
            self.tokens.push(Token { span: Span::new(span.start + at, span.start + end), tag });
            if matches!(c, '.' | '!' | '?') {
                self.close_sentence(&mut start);
            }
        }
        self.close_sentence(&mut start);
        let kind = if self.paragraphs.is_empty() { ParagraphKind::Headline } else { ParagraphKind::Body };
        self.paragraphs.push(Paragraph { span, sentences: first..self.sentences.len(), kind });
    }

    fn close_sentence(&mut self, start: &mut usize) {
        let end = self.tokens.len();
        if *start < end {
            let span = self.tokens[*start].span.join(self.tokens[end - 1].span);
            self.sentences.push(Sentence { span, tokens: *start..end, paragraph: self.paragraphs.len() });
            *start = end;
        }
    }
}
