//! `cases/claims.txt`: what several sentences together claim; `cases/dates.txt`: when, and whether it is over;
//! `cases/scenes.txt`: who was where with whom.

use std::collections::BTreeMap;

use relgraph::extract::{Source, extract};
use relgraph::lexicon::Lexicon;
use relgraph::model::Extraction;

const CASES: [&str; 3] =
    [include_str!("../cases/claims.txt"), include_str!("../cases/dates.txt"), include_str!("../cases/scenes.txt")];

#[test]
fn every_passage_claims_what_its_case_says() {
    let lexicon = Lexicon::shipped();
    let (mut published, mut found, mut count, mut wrong) = ("", Extraction::default(), 0, Vec::new());
    for line in CASES.iter().flat_map(|cases| cases.lines()).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(date) = line.strip_prefix("published ") {
            published = date;
        } else if let Some(claim) = line.strip_prefix("  ") {
            count += 1;
            wrong.extend(fault(&found, claim));
        } else {
            let text = line.replace("\\n", "\n");
            found = extract(&Source { published: published.parse().ok(), ..Source::text(&text) }, &lexicon);
        }
    }
    assert!(wrong.is_empty(), "{} of {count} fail:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 30, "the cases were not read");
}

/// What is wrong with one expected claim, or one that must not be made (`!`).
fn fault(found: &Extraction, case: &str) -> Option<String> {
    let (claim, wanted) = case.strip_prefix('!').map_or((case, true), |claim| (claim, false));
    let fields: Vec<&str> = claim.split(" | ").collect();
    let &[source, predicate, target, ref date @ ..] = fields.as_slice() else {
        return Some(format!("{case}: malformed"));
    };
    let (predicate, status) =
        predicate.split_once(' ').map_or((predicate, None), |(name, status)| (name, Some(status)));
    let names: BTreeMap<_, _> = found.nodes.iter().map(|node| (&node.id, node.name.as_str())).collect();
    let told: Vec<[&str; 3]> = found
        .claims
        .iter()
        .filter(|claim| {
            let ends = (names[&claim.source], names[&claim.target]);
            let told = status.is_none_or(|status| claim.status.as_str() == status);
            claim.predicate == predicate && told && (ends == (source, target) || ends == (target, source))
        })
        .map(|claim| {
            let date = claim.date.as_ref().map_or("-", |date| date.as_str());
            [date, claim.status.as_str(), if claim.ended { "ended" } else { "lasting" }]
        })
        .collect();
    let right = told.iter().any(|claim| date.iter().all(|field| claim.contains(field)));
    (right != wanted)
        .then(|| format!("{case}: {}", if wanted { format!("told {told:?}") } else { "claimed".to_owned() }))
}
