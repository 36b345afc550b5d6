//! What holds of reading for any text at all.

use std::collections::BTreeSet;

use proptest::prelude::*;
use relgraph::extract::{Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::Extraction;

/// Pieces of news and of mischief, out of which texts are made.
const PIECES: [&str; 40] = [
    "Ana Vega",
    "Raul Ortiz",
    "Vega",
    "her husband",
    "the pair",
    "They",
    "she",
    "he",
    "married",
    "is dating",
    "was spotted with",
    "in Paris",
    "at the Met Gala",
    "last Friday",
    "in May 2017",
    "“",
    "”",
    "\"",
    "'s",
    "’s",
    "said",
    "denied",
    "rumored",
    ",",
    ".",
    "!",
    "?",
    "\n\n",
    "\n",
    "1. ",
    "RELATED: ",
    "Photo: Getty",
    "Dr.",
    "née",
    "🐍",
    "e\u{301}",
    "\u{200F}",
    "\u{A0}",
    "(",
    "—",
];

fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

/// The characters from `start` up to `end`.
fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn check(found: &Extraction, text: &str) {
    let nodes: BTreeSet<&str> = found.nodes.iter().map(|node| node.id.as_str()).collect();
    assert_eq!(nodes.len(), found.nodes.len(), "node ids are unique");
    for mention in &found.mentions {
        assert_eq!(slice(text, mention.start, mention.end), mention.text);
        assert!(mention.node.as_deref().is_none_or(|node| nodes.contains(node)));
    }
    for time in &found.times {
        assert_eq!(slice(text, time.start, time.end), time.text);
    }
    for claim in &found.claims {
        assert_eq!(slice(text, claim.evidence.start, claim.evidence.end), claim.evidence.text);
        assert!(!claim.evidence.text.trim().is_empty() && claim.source != claim.target);
        for end in [Some(&claim.source), Some(&claim.target), claim.place.as_ref(), claim.event.as_ref()] {
            assert!(end.is_none_or(|end| nodes.contains(end.as_str())));
        }
        assert!((0.0..=1.0).contains(&claim.confidence));
    }
    let claims: BTreeSet<&str> = found.claims.iter().map(|claim| claim.id.as_str()).collect();
    assert_eq!(claims.len(), found.claims.len(), "claim ids are unique");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_is_the_articles_own_text(text in news()) {
        let lexicon = Lexicon::shipped();
        let source = Source { id: Some("x".to_owned()), ..Source::text(&text) };
        let found = extract(&source, &lexicon);
        check(&found, &relgraph::extract::Article::read(&source).text);
        prop_assert_eq!(&extract(&source, &lexicon), &found, "reading twice gives the same");
    }

    #[test]
    fn any_text_survives(text in any::<String>()) {
        let source = Source::text(&text);
        check(&extract(&source, &Lexicon::shipped()), &relgraph::extract::Article::read(&source).text);
    }
}

/// Texts that make a careless reader quadratic; the test ends soon or the reader is one.
#[test]
fn long_and_strange_texts_end_soon() {
    let lexicon = Lexicon::shipped();
    for piece in
        ["Ana Vega met ", "“", ", ", "(", "a", "A", "She ", "Ana Vega and ", "1. ", "— ", "\n", "in May, ", "'s "]
    {
        let text = piece.repeat(40_000 / piece.len());
        check_bounds(&extract(&Source::text(&text), &lexicon));
    }
}

fn check_bounds(found: &Extraction) {
    assert!(found.mentions.iter().all(|mention| mention.start < mention.end));
}
