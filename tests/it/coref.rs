//! `tests/cases/coref.txt`: whom a mention means.

use relgraph::extract::coref::{self, Coref};
use relgraph::extract::mention::{self, Mention};
use relgraph::extract::{Article, Source};
use relgraph::lexicon::Lexicon;
use relgraph::model::Span;
use relgraph::syntax;

#[test]
fn every_asked_mention_means_whom_it_should() {
    let lexicon = Lexicon::shipped();
    let lines = include_str!("../cases/coref.txt").lines();
    let cases: Vec<&str> = lines.filter_map(|line| line.strip_prefix("  ")).collect();
    assert!(cases.len() > 25, "the cases were not read");
    let wrong: Vec<String> = cases.into_iter().filter_map(|case| fault(case, &lexicon)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What is wrong with a case; `None` where it holds.
fn fault(case: &str, lexicon: &Lexicon) -> Option<String> {
    let (text, expected) = case.split_once(" => ").expect("a case has =>");
    let text = text.replace("\\n", "\n\n");
    let start = text.find('[').expect("a case asks for [words]");
    let end = text.find(']').expect("a case asks for [words]") - 1;
    let found = meant(&text.replace(['[', ']'], ""), Span::new(start, end), lexicon);
    (found != expected).then(|| format!("{case}\n    means {found}"))
}

/// The nodes that the mention at the end of a span means.
fn meant(text: &str, asked: Span, lexicon: &Lexicon) -> String {
    let article = Article::read(&Source::text(text));
    let syntax = syntax::analyse(&article.text, lexicon);
    let mentions = mention::find(&article, &syntax, lexicon);
    let coref = coref::resolve(&article, &syntax, &mentions, lexicon);
    let is_asked = |mention: &Mention| asked.contains(mention.span) && mention.span.end == asked.end;
    let index = mentions.iter().position(is_asked);
    names(&coref, index.map_or(&[], |index| coref.members(index)))
}

fn names(coref: &Coref, members: &[coref::ChainId]) -> String {
    let mut names: Vec<&str> = members
        .iter()
        .map(|&chain| &coref.chains[chain])
        .filter(|chain| chain.makes_node)
        .map(|chain| chain.name.as_str())
        .collect();
    names.sort_unstable();
    if names.is_empty() { "-".to_owned() } else { names.join(" + ") }
}
