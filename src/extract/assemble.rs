//! The last step of reading: chains and bytes become nodes and code points.

use std::collections::{BTreeMap, BTreeSet};

use super::Article;
use super::coref::{ChainId, Coref};
use super::mention::Mention;
use super::relation::Relation;
use super::time::Times;
use crate::lexicon::names;
use crate::model::{
    Claim, Evidence, Extraction, Form, MentionRow, Node, NodeKind, PublishedBy, Span, TimeRow, claim_id,
};
use crate::syntax::Syntax;

/// Writes what was read as an [`Extraction`].
pub(super) fn assemble(
    article: &Article,
    syntax: &Syntax<'_>,
    mentions: &[Mention],
    times: &Times,
    coref: &Coref,
    relations: Vec<Relation>,
) -> Extraction {
    let points = CodePoints::of(article);
    let nodes = Nodes::of(coref);
    let mut document = article.document.clone();
    if document.published.is_none() && times.inferred_publication.is_some() {
        document.published.clone_from(&times.inferred_publication);
        document.published_by = Some(PublishedBy::Inferred);
    }
    let mut notes = article.notes.clone();
    let (counted, uncounted): (Vec<_>, Vec<_>) =
        relations.into_iter().partition(|relation| points.counts(relation.evidence));
    if !uncounted.is_empty() {
        notes.push(format!("the title alone makes {} claim(s): it is not part of the text", uncounted.len()));
    }
    let mut claims: Vec<Claim> =
        counted.into_iter().filter_map(|relation| nodes.claim(relation, &document.id, &points)).collect();
    let mut seen = BTreeSet::new();
    claims.retain(|claim| seen.insert(claim.id.clone()));
    Extraction {
        mentions: mentions
            .iter()
            .enumerate()
            .filter(|(_, mention)| points.counts(mention.span))
            .flat_map(|(index, mention)| nodes.mention_rows(mention, coref.members(index), &points))
            .collect(),
        times: times
            .expressions
            .iter()
            .filter(|time| points.counts(time.span))
            .map(|time| time_row(time, &points))
            .collect(),
        claims,
        document,
        roles: nodes.roles(syntax, mentions, coref),
        nodes: nodes.list,
        notes,
    }
}

/// Nobody has more trades than these.
const MOST_ROLES: usize = 8;

/// The trades that the noun group of a mention tells before its name, or as a description's head; nobody's
/// family or religion.
fn roles_around(syntax: &Syntax<'_>, mention: &Mention) -> impl Iterator<Item = String> {
    let tokens = match mention.form {
        Form::Pronoun => 0..0,
        Form::Description => mention.tokens.clone(),
        Form::Name => {
            let group = mention.tokens.end.checked_sub(1).and_then(|head| syntax.noun_of(head));
            group.map_or(0..0, |noun| syntax.noun(noun).tokens.start..mention.tokens.start)
        }
    };
    tokens.filter_map(|at| {
        let word = syntax.lemma(at).to_lowercase();
        names::role(&word).filter(|role| !role.kin && !role.faith).map(|_| word)
    })
}

fn time_row(time: &super::time::Time, points: &CodePoints<'_>) -> TimeRow {
    let words = points.evidence(time.span);
    TimeRow {
        start: words.start,
        end: words.end,
        text: words.text,
        value: time.value.clone(),
        implied: time.implied,
        rule: time.rule.to_owned(),
    }
}

/// The nodes of an article, and which chain became which.
struct Nodes {
    list: Vec<Node>,
    /// For each chain the index of its node.
    of_chain: Vec<Option<usize>>,
}

impl Nodes {
    fn of(coref: &Coref) -> Self {
        let mut nodes = Self { list: Vec::new(), of_chain: Vec::new() };
        let mut counts = [0; NodeKind::ALL.len()];
        for chain in &coref.chains {
            nodes.of_chain.push(chain.makes_node.then_some(nodes.list.len()));
            if chain.makes_node {
                let count = &mut counts[chain.kind as usize];
                *count += 1;
                let id = format!("{}{count}", &chain.kind.as_str()[..1]);
                nodes.list.push(Node {
                    id,
                    kind: chain.kind,
                    name: chain.name.clone(),
                    aliases: chain.aliases.clone(),
                });
            }
        }
        nodes
    }

    fn get(&self, chain: ChainId) -> Option<&Node> {
        self.of_chain[chain].map(|index| &self.list[index])
    }

    fn id(&self, chain: ChainId) -> Option<String> {
        self.get(chain).map(|node| node.id.clone())
    }

    /// What each person is said to be by trade: "actress Ana Vega", and "the actress" of whom she is.
    fn roles(&self, syntax: &Syntax<'_>, mentions: &[Mention], coref: &Coref) -> BTreeMap<String, Vec<String>> {
        let mut roles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (index, mention) in mentions.iter().enumerate() {
            let &[chain] = coref.members(index) else { continue };
            let Some(node) = self.get(chain).filter(|node| node.kind == NodeKind::Person) else { continue };
            let told = roles_around(syntax, mention).take(MOST_ROLES);
            roles.entry(node.id.clone()).or_default().extend(told);
        }
        let told = roles.into_iter().filter(|(_, roles)| !roles.is_empty());
        told.map(|(id, roles)| (id, roles.into_iter().take(MOST_ROLES).collect())).collect()
    }

    /// A mention as rows: one, or one for each member of a group.
    fn mention_rows(&self, mention: &Mention, members: &[ChainId], points: &CodePoints<'_>) -> Vec<MentionRow> {
        let words = points.evidence(mention.span);
        let row = |chain: Option<ChainId>| MentionRow {
            start: words.start,
            end: words.end,
            text: words.text.clone(),
            form: mention.form,
            node: chain.and_then(|chain| self.id(chain)),
            chain: chain.map(|chain| format!("c{chain}")),
        };
        if members.is_empty() { vec![row(None)] } else { members.iter().map(|&chain| row(Some(chain))).collect() }
    }

    /// A relation as a claim; `None` where an end makes no node.
    fn claim(&self, relation: Relation, document: &str, points: &CodePoints<'_>) -> Option<Claim> {
        let (source, target) = (self.get(relation.source)?, self.get(relation.target)?);
        let evidence = points.evidence(relation.evidence);
        Some(Claim {
            id: claim_id(
                document,
                &evidence,
                source,
                &relation.predicate,
                target,
                relation.status,
                relation.date.as_ref(),
            ),
            source: source.id.clone(),
            target: target.id.clone(),
            predicate: relation.predicate,
            status: relation.status,
            ended: relation.ended,
            date: relation.date,
            date_implied: relation.date_implied,
            place: relation.place.and_then(|chain| self.id(chain)),
            event: relation.event.and_then(|chain| self.id(chain)),
            said_by: relation.said_by,
            evidence,
            rule: relation.rule,
            confidence: relation.confidence,
        })
    }
}

/// Turns byte offsets into code points, in a time that does not grow with the article.
struct CodePoints<'t> {
    text: &'t str,
    /// Where the caller's counting begins, in bytes.
    from: usize,
    /// Code points before each block of bytes.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const BLOCK: usize = 256;

    fn of(article: &'t Article) -> Self {
        let text = &article.text;
        let mut before = vec![0];
        for block in text.as_bytes()[article.uncounted..].chunks(Self::BLOCK) {
            before.push(before[before.len() - 1] + count(block));
        }
        Self { text, from: article.uncounted, before }
    }

    /// Whether a place lies in what the caller counts.
    fn counts(&self, span: Span) -> bool {
        span.start >= self.from
    }

    fn at(&self, byte: usize) -> usize {
        let block = (byte - self.from) / Self::BLOCK;
        self.before[block] + count(&self.text.as_bytes()[self.from + block * Self::BLOCK..byte])
    }

    fn evidence(&self, span: Span) -> Evidence {
        Evidence { start: self.at(span.start), end: self.at(span.end), text: span.of(self.text).to_owned() }
    }
}

/// How many characters begin in these bytes of UTF-8.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}
