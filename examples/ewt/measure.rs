//! How well words, sentences, tags and lemmas agree with a treebank.

use std::collections::BTreeSet;
use std::fmt;
use std::hash::Hash;

use relgraph::lexicon::Lexicon;
use relgraph::model::Span;
use relgraph::syntax::analyse;
use relgraph::syntax::tagger::Tagger;
use relgraph::syntax::tagger::model::Model;

use crate::conllu::Paragraph;

/// Shares of right tags on the treebank's own words.
pub(crate) struct Tags {
    words: usize,
    xpos: usize,
    upos: usize,
}

impl fmt::Display for Tags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "gold words {}: XPOS {:.2}, UPOS {:.2}",
            self.words,
            percent(self.xpos, self.words),
            percent(self.upos, self.words)
        )
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}

/// Tags the treebank's words; `wrong` hears of each wrong one: word, gold and found tag.
pub(crate) fn tags(paragraphs: &[Paragraph], model: &Model, mut wrong: impl FnMut(&str, String, String)) -> Tags {
    let mut tagger = Tagger::new(model);
    let mut found = Tags { words: 0, xpos: 0, upos: 0 };
    for sentence in paragraphs.iter().flat_map(|paragraph| &paragraph.sentences) {
        let words: Vec<&str> = sentence.words.iter().map(|word| word.form.as_str()).collect();
        tagger.tag(&words, &vec![false; words.len()], |at, (tag, upos)| {
            let gold = sentence.words[at].class;
            found.words += 1;
            found.xpos += usize::from(tag == gold.0);
            found.upos += usize::from(upos == gold.1);
            if tag != gold.0 {
                wrong(words[at], gold.0.as_str().to_owned(), tag.as_str().to_owned());
            }
        });
    }
    found
}

/// How many spans the treebank has, how many were found, how many are the same.
#[derive(Default)]
pub(crate) struct Spans {
    gold: usize,
    found: usize,
    right: usize,
}

impl Spans {
    fn add<T: Ord + Hash>(&mut self, gold: &BTreeSet<T>, found: &BTreeSet<T>) {
        self.gold += gold.len();
        self.found += found.len();
        self.right += gold.intersection(found).count();
    }
}

impl fmt::Display for Spans {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let f1 = percent(2 * self.right, self.gold + self.found);
        write!(f, "P {:.2} R {:.2} F1 {f1:.2}", percent(self.right, self.found), percent(self.right, self.gold))
    }
}

/// What came of raw text.
#[derive(Default)]
pub(crate) struct Raw {
    pub words: Spans,
    pub sentences: Spans,
    /// Words with their Penn tag.
    pub xpos: Spans,
    pub upos: Spans,
    /// Words with their lemma, proper nouns aside.
    pub lemmas: Spans,
}

/// Reads the treebank's paragraphs as raw text; `wrong` hears of each paragraph with its gold and found words.
pub(crate) fn raw(paragraphs: &[Paragraph], mut wrong: impl FnMut(&str, &[&str], &[&str])) -> Raw {
    let lexicon = Lexicon::shipped();
    let mut raw = Raw::default();
    for paragraph in paragraphs {
        let syntax = analyse(&paragraph.text, &lexicon);
        let words = || paragraph.sentences.iter().flat_map(|sentence| &sentence.words);
        let tokens = || syntax.tokens.iter().enumerate();
        raw.words.add(
            &words().map(|word| Span::new(word.start, word.end)).collect(),
            &tokens().map(|(_, token)| token.span).collect(),
        );
        raw.xpos.add(
            &words().map(|word| (word.start, word.end, word.class.0)).collect(),
            &tokens().map(|(_, token)| (token.span.start, token.span.end, token.tag)).collect(),
        );
        raw.upos.add(
            &words().map(|word| (word.start, word.end, word.class.1)).collect(),
            &tokens().map(|(_, token)| (token.span.start, token.span.end, token.upos)).collect(),
        );
        raw.lemmas.add(
            &words()
                .filter(|word| !word.class.0.is_proper())
                .map(|word| (word.start, word.end, word.lemma.to_lowercase()))
                .collect(),
            &tokens()
                .filter(|(_, token)| !token.tag.is_proper())
                .map(|(at, token)| (token.span.start, token.span.end, syntax.lemma(at).to_lowercase()))
                .collect(),
        );
        let ends = |sentence: &crate::conllu::Sentence| match &sentence.words[..] {
            [] => None,
            [first, ..] => Some((first.start, sentence.words[sentence.words.len() - 1].end)),
        };
        raw.sentences.add(
            &paragraph.sentences.iter().filter_map(ends).collect(),
            &syntax.sentences.iter().map(|sentence| (sentence.span.start, sentence.span.end)).collect(),
        );
        let gold: Vec<&str> = words().map(|word| &paragraph.text[word.start..word.end]).collect();
        let found: Vec<&str> = tokens().map(|(at, _)| syntax.word(at)).collect();
        if gold != found {
            wrong(&paragraph.text, &gold, &found);
        }
    }
    raw
}
