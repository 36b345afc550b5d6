//! `cases/sensitive.txt`: health, sexuality, religion and home addresses never become claims, even
//! where a user's own predicate file would match them.

use relgraph::extract::{Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::{Claim, Group};

const CASES: &str = include_str!("../cases/sensitive.txt");

/// A predicate that somebody might write.
const CARELESS: &str = r#"
label = "treated with"
description = "Shares an illness or a faith."
group = "social"
domain = ["person"]
range = ["person", "venue"]
symmetric = false
lasting = true
[words]
verbs = ["diagnose with", "pray with", "worship with", "convert with", "treat at"]
together = ["pray", "worship", "be gay"]
"#;

#[test]
fn private_matters_never_become_claims() {
    let mut lexicon = Lexicon::shipped();
    lexicon.predicates.add("careless", "careless.toml", CARELESS).unwrap();
    for text in CASES.lines().filter(|line| !line.starts_with('#')) {
        let found = extract(&Source::text(text), &lexicon);
        let private = |claim: &&Claim| {
            let group = lexicon.predicates.get(&claim.predicate).map(|entry| entry.predicate.group);
            claim.predicate == "careless" || group == Some(Group::Presence)
        };
        let told: Vec<&Claim> = found.claims.iter().filter(private).collect();
        assert!(told.is_empty(), "{text}: {told:?}");
    }
    let harmless = extract(&Source::text("Ana Vega was seen at the Ritz in London."), &lexicon);
    assert!(harmless.claims.iter().any(|claim| claim.predicate == "seen_at"), "presence is told where it is harmless");
}
