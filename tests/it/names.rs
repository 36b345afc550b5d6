//! `cases/names.txt`: names in sentences and what they name.

use relgraph::extract::mention::{self, Mention};
use relgraph::extract::{Article, Source};
use relgraph::lexicon::Lexicon;
use relgraph::model::{Form, NodeKind};
use relgraph::syntax;

const CASES: &str = include_str!("../cases/names.txt");

#[test]
fn every_case_has_its_names() {
    let (mut expected, mut count, mut wrong) = ("", 0, Vec::new());
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some(text) = line.strip_prefix("  ") else {
            expected = line;
            continue;
        };
        count += 1;
        let found = names(&text.replace("\\n", "\n"));
        if found != expected {
            wrong.push(format!("{text}\n    expected {expected}\n    found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} cases fail:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 80, "the cases were not read");
}

/// The names of a text as the cases write them.
fn names(text: &str) -> String {
    let (article, lexicon) = (Article::read(&Source::text(text)), Lexicon::shipped());
    let syntax = syntax::analyse(&article.text, &lexicon);
    let mentions = mention::find(&article, &syntax, &lexicon);
    let named = mentions.iter().filter(|mention| mention.form == Form::Name);
    let names: Vec<String> =
        named.map(|mention| format!("{} {}", sign(mention), mention.span.of(&article.text))).collect();
    if names.is_empty() { "-".to_owned() } else { names.join(" | ") }
}

fn sign(mention: &Mention) -> &'static str {
    match mention.kind {
        _ if mention.fictional => "f",
        _ if mention.byline => "b",
        Some(NodeKind::Person) => "p",
        Some(NodeKind::Venue) => "v",
        Some(NodeKind::Event) => "e",
        None => "?",
    }
}
