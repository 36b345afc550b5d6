//! From what was read of an article to what is kept of it.

use std::collections::BTreeMap;

use relgraph::extract::Article;
use relgraph::model::{
    Context, Extraction, Form, KeyedNode, MentionRow, Node, Reading, ReadingKind, SourcedClaim, content_hash,
};
use relgraph::resolve::{is_full_name, name_key};

/// The hash under which an article is kept: of all that it says and tells of itself, and of the
/// version that read it, so that a newer one reads it again; `wanted` tells what the user had it
/// read for, empty for the usual.
pub(crate) fn hash(article: &Article, wanted: &str) -> String {
    let document = &article.document;
    let field = |value: &Option<String>| value.clone().unwrap_or_default();
    let (title, url) = (field(&document.title), field(&document.url));
    let (publisher, author) = (field(&document.publisher), field(&document.author));
    let published = document.published.as_ref().map_or("", |date| date.as_str());
    let mut fields = vec![env!("CARGO_PKG_VERSION"), &article.text, &title, &url, &publisher, &author, published];
    fields.extend(Some(wanted).filter(|wanted| !wanted.is_empty()));
    content_hash(&fields)
}

/// What is kept of an article.
pub(crate) fn of_article(article: &Article, hash: String, found: Extraction) -> Reading {
    let surroundings = Surroundings::of(&article.text);
    let pronouns = pronouns(&found.mentions);
    let document = found.document.id.clone();
    let nodes = found.nodes.into_iter().map(|node| {
        let pronoun = pronouns.get(&node.id).cloned();
        let roles = found.roles.get(&node.id).cloned().unwrap_or_default();
        KeyedNode { pronoun, roles, ..keyed(node) }
    });
    let claims = found.claims.into_iter().map(|claim| SourcedClaim {
        context: surroundings.around(claim.evidence.start, claim.evidence.end),
        document: document.clone(),
        claim,
    });
    Reading {
        key: document.clone(),
        kind: ReadingKind::Article,
        hash,
        nodes: nodes.collect(),
        claims: claims.collect(),
        mentions: found.mentions,
        documents: vec![found.document],
        redacted: false,
    }
}

/// A node with the folded names under which it is compared, and nothing else known of it.
pub(crate) fn keyed(node: Node) -> KeyedNode {
    let mut keyed = KeyedNode { node, key: String::new(), pronoun: None, alias_keys: Vec::new(), roles: Vec::new() };
    key_again(&mut keyed);
    keyed
}

/// Folds the names of a node that have changed.
pub(crate) fn key_again(keyed: &mut KeyedNode) {
    let node = &keyed.node;
    keyed.key = name_key(node.kind, &node.name);
    let aliases = node.aliases.iter().filter(|alias| is_full_name(node.kind, alias));
    keyed.alias_keys = aliases.map(|alias| name_key(node.kind, alias)).filter(|key| *key != keyed.key).collect();
    keyed.alias_keys.sort_unstable();
    keyed.alias_keys.dedup();
}

/// The pronoun of each node that is spoken of by one more often than by any other.
fn pronouns(mentions: &[MentionRow]) -> BTreeMap<String, String> {
    let mut counts: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| mention.form == Form::Pronoun) {
        let which = match mention.text.to_lowercase().as_str() {
            "she" | "her" | "hers" | "herself" => 0,
            "he" | "him" | "his" | "himself" => 1,
            _ => continue,
        };
        if let Some(node) = &mention.node {
            counts.entry(node).or_default()[which] += 1;
        }
    }
    let told = counts.into_iter().filter(|(_, [she, he])| she != he);
    told.map(|(node, [she, he])| (node.to_owned(), if she > he { "she" } else { "he" }.to_owned())).collect()
}

/// A text from which the words around a claim are taken.
struct Surroundings<'t> {
    text: &'t str,
    /// Byte offset of each code point, and of the end.
    bytes: Vec<usize>,
}

impl<'t> Surroundings<'t> {
    /// At most so many code points are kept on either side.
    const REACH: usize = 200;

    fn of(text: &'t str) -> Self {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, bytes }
    }

    /// The rest of the paragraph around a span of code points, as far as it is kept.
    fn around(&self, start: usize, end: usize) -> Context {
        let at = |point: usize| self.bytes[point.min(self.bytes.len() - 1)];
        let before = &self.text[at(start.saturating_sub(Self::REACH))..at(start)];
        let after = &self.text[at(end)..at(end + Self::REACH)];
        let before = before.rfind('\n').map_or(before, |feed| &before[feed + 1..]);
        let after = after.find('\n').map_or(after, |feed| &after[..feed]);
        Context { before: before.trim_start().to_owned(), after: after.trim_end().to_owned() }
    }
}
