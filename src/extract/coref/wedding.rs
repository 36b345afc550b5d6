//! Whom "the bride" and "the groom" mean: the pair that the article weds.
//!
//! Comes in: syntax, and where a mention stands. Goes out: whether it completes such a pair, and which
//! of the two a role is. Of two women, or of two whose names tell nothing, neither is chosen.

use super::super::mention::{Gender, Mention};
use super::setting::Setting;
use super::{Chain, ChainId};
use crate::syntax::{Clause, ClauseKind, Syntax};

/// How many words before a pair its wedding may stand: "the wedding at the old mill of Ana and Raul".
const REACH: usize = 8;

/// Whether two who are joined are wed: "the wedding of Ana and Raul", "Ana, a potter, and Raul, a
/// rower known as Ray, were married".
pub(super) fn joins(syntax: &Syntax<'_>, last: &Mention) -> bool {
    let sentence = &syntax.sentences[last.sentence].tokens;
    let mut near = last.tokens.start.saturating_sub(REACH).max(sentence.start)..last.tokens.start;
    near.any(|at| matches!(&*syntax.lemma(at), "wedding" | "nuptials" | "marriage")) || {
        let clauses = &syntax.chunks.clauses;
        let from = clauses.partition_point(|clause| clause.tokens.start < sentence.start);
        let inside = clauses[from..].iter().take_while(|clause| clause.tokens.start < sentence.end);
        let behind = |clause: &Clause| {
            let verb = clause.verb.map(|verb| syntax.verb(verb).head);
            clause.object.is_none() && verb.is_some_and(|verb| verb > last.tokens.start)
        };
        inside.filter(|clause| behind(clause)).any(|clause| weds(syntax, clause))
    }
}

/// The subject of the wedding whose object stands here: "Ana married Raul".
pub(super) fn subject(syntax: &Syntax<'_>, setting: Setting) -> Option<usize> {
    let clause = syntax.clause(setting.clause?);
    clause.subject.filter(|_| clause.object == setting.noun && weds(syntax, clause))
}

/// Whether a clause tells of a wedding, not in passing ("whom she married in 1998").
fn weds(syntax: &Syntax<'_>, clause: &Clause) -> bool {
    let lemma = clause.verb.map(|verb| syntax.lemma(syntax.verb(verb).head));
    clause.kind == ClauseKind::Main && lemma.is_some_and(|lemma| matches!(&*lemma, "marry" | "wed"))
}

/// Which of a pair a role means.
pub(super) fn meant(role: &str, [a, b]: [ChainId; 2], chains: &[Chain]) -> Option<ChainId> {
    let (own, other) = match role {
        "bride" => (Gender::Female, Gender::Male),
        "groom" | "bridegroom" => (Gender::Male, Gender::Female),
        _ => return None,
    };
    match (chains[a].gender, chains[b].gender) {
        (first, second) if first == own && second != own || second == other && first != other => Some(a),
        (first, second) if second == own && first != own || first == other && second != other => Some(b),
        _ => None,
    }
}
