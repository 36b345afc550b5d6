//! How many sources of a claim are independent: ten outlets that repeat one report are one.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use super::Claim;

/// A quotation of at least so many words is nobody's own wording twice.
const QUOTATION: usize = 5;
/// Sentences of fewer words may be alike by chance.
const SENTENCE: usize = 8;
/// Sentences that share at least this part of their runs of words are near-identical.
const NEAR: f64 = 0.6;
/// So many words make a run.
const RUN: usize = 3;
/// A run that stands in more sentences than this tells nothing.
const COMMON: usize = 40;

/// How many independent sources claims have: documents that share a quotation or a near-identical
/// sentence, in the claims' words or around them, count once.
pub(super) fn independent_sources(claims: &[Claim]) -> usize {
    let mut documents: Vec<&str> = claims.iter().map(|claim| claim.document.id.as_str()).collect();
    documents.sort_unstable();
    documents.dedup();
    if documents.len() < 2 {
        return documents.len();
    }
    let mut repeats = Repeats::new(documents.len());
    for claim in claims {
        let document = documents.binary_search(&claim.document.id.as_str()).unwrap_or_default();
        let (before, after) = claim.context();
        repeats.read(document, &format!("{before}{}{after}", claim.words()));
    }
    repeats.groups()
}

/// What documents say, and which of them say the same.
struct Repeats {
    documents: UnionFind<usize>,
    count: usize,
    quotations: BTreeMap<Vec<String>, usize>,
    /// Each different sentence with the first document that has it.
    sentences: BTreeMap<Vec<String>, usize>,
}

impl Repeats {
    fn new(count: usize) -> Self {
        Self { documents: UnionFind::new(count), count, quotations: BTreeMap::new(), sentences: BTreeMap::new() }
    }

    fn read(&mut self, document: usize, passage: &str) {
        for quotation in quotations(passage) {
            let words = words(quotation);
            if words.len() >= QUOTATION {
                let first = *self.quotations.entry(words).or_insert(document);
                self.documents.union(first, document);
            }
        }
        for sentence in passage.split_inclusive(['.', '!', '?', '\n']) {
            let words = words(sentence);
            if words.len() >= SENTENCE {
                let first = *self.sentences.entry(words).or_insert(document);
                self.documents.union(first, document);
            }
        }
    }

    fn groups(mut self) -> usize {
        let sentences: Vec<(BTreeSet<&[String]>, usize)> =
            self.sentences.iter().map(|(words, document)| (words.windows(RUN).collect(), *document)).collect();
        let mut with_run: BTreeMap<&[String], Vec<usize>> = BTreeMap::new();
        for (at, (runs, _)) in sentences.iter().enumerate() {
            for run in runs {
                with_run.entry(run).or_default().push(at);
            }
        }
        let telling = with_run.values().filter(|sentences| sentences.len() <= COMMON);
        let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
        for alike in telling {
            for (index, one) in alike.iter().enumerate() {
                pairs.extend(alike[index + 1..].iter().map(|other| (*one, *other)));
            }
        }
        for (one, other) in pairs {
            let ((a, first), (b, second)) = (&sentences[one], &sentences[other]);
            if near(a, b) {
                self.documents.union(*first, *second);
            }
        }
        (0..self.count).filter(|&document| self.documents.find(document) == document).count()
    }
}

#[expect(clippy::cast_precision_loss, reason = "shares need no more")]
fn near(a: &BTreeSet<&[String]>, b: &BTreeSet<&[String]>) -> bool {
    let shared = a.intersection(b).count();
    shared as f64 >= NEAR * (a.len() + b.len() - shared) as f64
}

/// What stands between quotation marks, straight or curly.
fn quotations(passage: &str) -> impl Iterator<Item = &str> {
    let is_mark = |letter: char| matches!(letter, '"' | '“' | '”' | '«' | '»');
    passage.split(is_mark).skip(1).step_by(2)
}

/// Words without case and punctuation.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\'', '’'], "");
    plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::{Claim, Words};
    use super::independent_sources;
    use crate::model::{Document, Status};

    fn claim(document: &str, words: &str) -> Claim {
        Claim {
            id: format!("{document}-{words}"),
            status: Status::Reported,
            said_by: None,
            date: None,
            date_implied: false,
            ended: false,
            place: None,
            place_name: None,
            event: None,
            event_name: None,
            evidence: Words { text: Some(words.to_owned()), ..Words::default() },
            rule: String::new(),
            confidence: 1.0,
            document: Arc::new(Document { id: document.to_owned(), ..Document::default() }),
        }
    }

    #[track_caller]
    fn check(sources: usize, words: &[&str]) {
        let claims: Vec<Claim> = words.iter().enumerate().map(|(at, words)| claim(&format!("d{at}"), words)).collect();
        assert_eq!(independent_sources(&claims), sources, "{words:?}");
    }

    #[test]
    fn outlets_that_repeat_one_report_count_once() {
        check(
            1,
            &[
                "Ana said: “They have been together since the spring.”",
                "“They have been together since the spring,” we hear",
            ],
        );
        check(
            1,
            &[
                "Ana Vega and Raul Ortiz were seen leaving the Hotel Mirador together late on Friday night.",
                "Ana Vega and Raul Ortiz were seen leaving the Hotel Mirador together late on Friday.",
            ],
        );
        check(2, &["Ana Vega and Raul Ortiz are dating.", "Ana Vega is in a relationship with Raul Ortiz."]);
        check(2, &["“Yes,” said Ana.", "“Yes,” said Raul."]);
        let one = claim("d", "Ana Vega and Raul Ortiz are dating.");
        assert_eq!(independent_sources(&[one.clone(), one]), 1);
    }
}
