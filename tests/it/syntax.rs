//! What `syntax` reads, by the cases of `tests/cases/syntax.txt` and `chunks.txt`; and what must hold
//! for any text.
//!
//! `tests/cases/syntax_failing.txt` lists the cases that are known to fail, by kind and text: one
//! that begins to pass fails the run until it is taken off.

use std::collections::BTreeSet;
use std::fmt::Write;

use proptest::prelude::*;
use relgraph::lexicon::Lexicon;
use relgraph::model::Span;
use relgraph::syntax::{Label, Syntax, analyse, lock};

use crate::chunks;

const CASES: [&str; 2] = [include_str!("../cases/syntax.txt"), include_str!("../cases/chunks.txt")];
const FAILING: &str = include_str!("../cases/syntax_failing.txt");

#[test]
fn cases_are_read_as_written() {
    let lexicon = Lexicon::shipped();
    let mut failing: BTreeSet<&str> = FAILING.lines().filter(|line| !line.starts_with('#')).collect();
    let mut wrong = String::new();
    for line in CASES.iter().flat_map(|cases| cases.lines()).filter(|line| !line.starts_with('#')) {
        let parts: Vec<&str> = line.split('\t').collect();
        let &[kind, text, expected] = parts.as_slice() else { panic!("not a case: {line}") };
        let known = failing.remove(format!("{kind}\t{text}").as_str());
        let (text, names) = bracketed(&text.replace('¶', "\n\n"));
        let mut syntax = analyse(&text, &lexicon);
        lock(&mut syntax, &names);
        let found = shown(kind, &syntax);
        match (found == expected, known) {
            (false, false) => writeln!(wrong, "{line}\n    found {found}").unwrap(),
            (true, true) => writeln!(wrong, "{line}\n    passes now: take it off the list of failing ones").unwrap(),
            _ => {}
        }
    }
    assert!(failing.is_empty(), "failing, but no case: {failing:?}");
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// A text without its brackets "⟦" and "⟧", and what stood between them.
fn bracketed(text: &str) -> (String, Vec<Span>) {
    let (mut plain, mut names) = (String::new(), Vec::new());
    for part in text.split_inclusive(['⟦', '⟧']) {
        let start = plain.len();
        plain += part.trim_end_matches(['⟦', '⟧']);
        if part.ends_with('⟧') {
            names.push(Span::new(start, plain.len()));
        }
    }
    (plain, names)
}

fn shown(kind: &str, syntax: &Syntax<'_>) -> String {
    let parts: Vec<String> = match kind {
        "words" => (0..syntax.tokens.len()).map(|at| syntax.word(at).to_owned()).collect(),
        "sentences" => syntax.sentences.iter().map(|sentence| sentence.span.of(syntax.text).to_owned()).collect(),
        "kinds" => syntax.paragraphs.iter().map(|paragraph| format!("{:?}", paragraph.kind)).collect(),
        "tags" => syntax.tokens.iter().map(|token| token.tag.as_str().to_owned()).collect(),
        "lemmas" => (0..syntax.tokens.len()).map(|at| syntax.lemma(at).into_owned()).collect(),
        "labels" => syntax.paragraphs.iter().filter_map(|it| it.label.as_ref()).map(|it| label(syntax, it)).collect(),
        _ => chunks::shown(kind, syntax).unwrap_or_else(|| panic!("no such kind: {kind}")),
    };
    parts.join("|")
}

fn label(syntax: &Syntax<'_>, label: &Label) -> String {
    format!("{:?} {}", label.kind, syntax.words(label.tokens.clone()))
}

/// Tokens are in order, sentences and paragraphs hold them all, and only space lies between.
fn check(text: &str) {
    let syntax = analyse(text, &Lexicon::shipped());
    let mut end = 0;
    for token in &syntax.tokens {
        assert!(token.span.start >= end && token.span.end > token.span.start, "{token:?}");
        assert!(!text[end..token.span.start].contains(char::is_alphanumeric), "a letter between two words");
        end = token.span.end;
    }
    assert!(!text[end..].contains(char::is_alphanumeric), "a letter behind the last word");
    let mut next = 0;
    for sentence in &syntax.sentences {
        assert_eq!(sentence.tokens.start, next);
        next = sentence.tokens.end;
    }
    assert_eq!(next, syntax.tokens.len());
    assert_eq!(syntax.chunks.clause_of.len(), syntax.tokens.len());
    assert!(syntax.chunks.nouns.is_sorted_by(|a, b| a.tokens.end <= b.tokens.start));
    assert!(syntax.chunks.verbs.is_sorted_by(|a, b| a.tokens.end <= b.tokens.start));
}

#[test]
fn long_texts_of_one_piece_are_read() {
    for piece in ["a", "\"", "“a ", "a, ", "Ana and ", "Ana who met ", "(", "'", "@a@", "1-", ".", "\u{301}", "🙈"]
    {
        check(&piece.repeat(10_000));
    }
}

/// What later stages look through for each word of it is short, however long the text.
#[test]
fn endless_texts_are_cut() {
    let longest = |text: &str| {
        let syntax = analyse(text, &Lexicon::shipped());
        let sentences = syntax.sentences.iter().map(|sentence| sentence.tokens.len()).max();
        let groups = syntax.chunks.nouns.iter().map(|group| group.tokens.len()).max();
        (sentences.unwrap_or(0), groups.unwrap_or(0))
    };
    for piece in
        ["Ana met Raul and Cara dated Tom and ", "Ana Vega (Raul's wife) met ", "\"Ana met Raul ", "Ana ", "'s "]
    {
        let (sentence, group) = longest(&piece.repeat(400));
        assert!(sentence <= 256 && group <= 32, "{piece:?}: {sentence} and {group} words");
    }
    // A long guest list is one sentence still, and cut it would be behind a comma.
    let guests = format!("Among the guests were {}and Raul Ortiz.", "Ana Vega, ".repeat(70));
    assert_eq!(longest(&guests).0, 218);
    let guests = format!("Among the guests were {}and Raul Ortiz.", "Ana Vega, ".repeat(90));
    assert_eq!(longest(&guests).0, 256);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_loss(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn any_mixture_is_read_without_loss(pieces in proptest::collection::vec(
        prop_oneof!["[A-Za-z]{1,6}", "[0-9.,:/-]{1,4}", "['\"“”’(),.!? -]{1,3}", "\\PC", Just("n't".to_owned()), Just("\n".to_owned())],
        0..60,
    )) {
        check(&pieces.concat());
    }
}
