//! Treebank files in CoNLL-U.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use flate2::read::GzDecoder;
use relgraph::syntax::{Tag, Upos};

/// One word of a treebank.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub form: String,
    pub lemma: String,
    pub class: (Tag, Upos),
    /// Place in its paragraph's text.
    pub start: usize,
    pub end: usize,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub words: Vec<Word>,
}

/// A paragraph of running text with its sentences.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    pub text: String,
    pub sentences: Vec<Sentence>,
}

/// Reads the paragraphs of a gzipped file.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Paragraph>> {
    let mut reader = Reader::default();
    for line in BufReader::new(GzDecoder::new(File::open(path)?)).lines() {
        reader.line(&line?);
    }
    Ok(reader.paragraphs)
}

#[derive(Default)]
struct Reader {
    paragraphs: Vec<Paragraph>,
    /// Whether the next word begins a sentence.
    between: bool,
    /// Whether the next sentence begins a paragraph.
    fresh: bool,
    /// A contraction whose words are being read: its last word's number, letters still to come.
    fused: Option<(usize, String)>,
    space: bool,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.starts_with("# newdoc") || line.starts_with("# newpar") {
            self.fresh = true;
        } else if line.is_empty() {
            self.between = true;
        } else if !line.starts_with('#') {
            let columns: Vec<&str> = line.split('\t').collect();
            if let &[number, form, lemma, upos, xpos, .., misc] = columns.as_slice() {
                self.word(number, form, lemma, (upos, xpos), misc.contains("SpaceAfter=No"));
            }
        }
    }

    fn word(&mut self, number: &str, form: &str, lemma: &str, (upos, xpos): (&str, &str), glued: bool) {
        if number.contains('.') {
            return;
        }
        if self.fresh || self.paragraphs.is_empty() {
            self.paragraphs.push(Paragraph::default());
            self.space = false;
        }
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        if self.fresh || self.between {
            paragraph.sentences.push(Sentence::default());
        }
        (self.fresh, self.between) = (false, false);
        if std::mem::take(&mut self.space) {
            paragraph.text.push(' ');
        }
        if let Some((_, last)) = number.split_once('-') {
            self.fused = Some((last.parse().unwrap_or(0), form.to_owned()));
            self.space = !glued;
            // The words of a contraction follow at once; the space after it waits for the last.
            self.space = false;
            self.fused_glue(glued);
            return;
        }
        let surface = self.surface(number, form, glued);
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let start = paragraph.text.len();
        paragraph.text.push_str(&surface);
        let class = (Tag::parse(xpos).unwrap_or(Tag::XX), Upos::parse(upos).unwrap_or(Upos::X));
        let word = Word { form: form.to_owned(), lemma: lemma.to_owned(), class, start, end: paragraph.text.len() };
        if let Some(sentence) = paragraph.sentences.last_mut() {
            sentence.words.push(word);
        }
    }

    fn fused_glue(&mut self, glued: bool) {
        if let Some((_, rest)) = &mut self.fused
            && !glued
        {
            rest.push(' ');
        }
    }

    /// The letters of a word as the text has them; sets whether a space follows.
    fn surface(&mut self, number: &str, form: &str, glued: bool) -> String {
        let number: usize = number.parse().unwrap_or(0);
        let Some((last, rest)) = self.fused.take() else {
            self.space = !glued;
            return form.to_owned();
        };
        if number < last {
            let cut = common_length(&rest, form);
            self.fused = Some((last, rest[cut..].to_owned()));
            return rest[..cut].to_owned();
        }
        self.space = rest.ends_with(' ');
        rest.trim_end().to_owned()
    }
}

/// Bytes of `rest` that spell `form`, else as many characters as `form` has.
fn common_length(rest: &str, form: &str) -> usize {
    if rest.to_lowercase().starts_with(&form.to_lowercase()) && rest.is_char_boundary(form.len()) {
        return form.len();
    }
    rest.char_indices().nth(form.chars().count()).map_or(rest.len(), |(at, _)| at)
}
