//! Keeping suppressed names out of what is kept: their nodes, their claims, and the words of others.

use std::collections::{BTreeMap, BTreeSet};

use relgraph::model::{Form, KeyedNode, MentionRow, NodeKind, Reading, SourcedClaim};
use relgraph::resolve::name_key;
use relgraph::store::Suppression;

/// What stands in the place of a suppressed name, whatever its length.
const BLACK: &str = "█████";

/// The names that are kept out.
#[derive(Debug)]
pub(crate) struct Redaction {
    suppressions: Vec<Suppression>,
}

impl Redaction {
    pub(crate) const fn of(suppressions: Vec<Suppression>) -> Self {
        Self { suppressions }
    }

    /// Takes everyone who is kept out of a reading; whether there was anybody.
    pub(crate) fn apply(&self, reading: &mut Reading) -> bool {
        if self.suppressions.is_empty() {
            return false;
        }
        let out: BTreeSet<String> =
            reading.nodes.iter().filter(|node| self.keeps_out(node)).map(|node| node.node.id.clone()).collect();
        let is_out = |id: &Option<String>| id.as_ref().is_some_and(|id| out.contains(id));
        reading.nodes.retain(|node| !out.contains(&node.node.id));
        reading.claims.retain(|it| !out.contains(&it.claim.source) && !out.contains(&it.claim.target));
        let spans =
            Spans::of(reading.mentions.iter().filter(|mention| is_out(&mention.node) && mention.form == Form::Name));
        reading.mentions.retain(|mention| !is_out(&mention.node));
        let mut changed = !out.is_empty();
        for it in &mut reading.claims {
            for occasion in [&mut it.claim.place, &mut it.claim.event] {
                occasion.take_if(|id| out.contains(id));
            }
            spans.black_out(it);
            let claim = &mut it.claim;
            for text in [&mut claim.evidence.text, &mut it.context.before, &mut it.context.after] {
                changed |= self.black_out(text);
            }
            changed |= claim.said_by.as_mut().is_some_and(|text| self.black_out(text));
        }
        for document in &mut reading.documents {
            for text in [&mut document.title, &mut document.author].into_iter().flatten() {
                changed |= self.black_out(text);
            }
        }
        for keyed in &mut reading.nodes {
            changed |= self.black_out_node(keyed);
        }
        for mention in &mut reading.mentions {
            changed |= self.black_out(&mut mention.text);
        }
        reading.redacted |= changed;
        changed
    }

    fn keeps_out(&self, keyed: &KeyedNode) -> bool {
        let names = keyed.node.aliases.iter().chain([&keyed.node.name]);
        keyed.node.kind == NodeKind::Person
            && names.into_iter().any(|name| self.is_out(&name_key(NodeKind::Person, name)))
    }

    fn is_out(&self, key: &str) -> bool {
        self.suppressions.iter().any(|suppression| suppression.is(key))
    }

    /// An event may bear the name of somebody who is kept out.
    fn black_out_node(&self, keyed: &mut KeyedNode) -> bool {
        let mut changed = self.black_out(&mut keyed.node.name);
        for alias in &mut keyed.node.aliases {
            changed |= self.black_out(alias);
        }
        if changed {
            keyed.key = name_key(keyed.node.kind, &keyed.node.name);
        }
        changed
    }

    /// Blacks out every name in a text that is kept out; whether there was one.
    fn black_out(&self, text: &mut String) -> bool {
        let words = words(text);
        let longest = self.suppressions.iter().map(|suppression| suppression.words).max().unwrap_or_default();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (at, first) in words.iter().enumerate() {
            if found.last().is_some_and(|last| first.0 < last.1) {
                continue;
            }
            for last in words[at..].iter().take(longest) {
                if self.is_out(&name_key(NodeKind::Person, &text[first.0..last.1])) {
                    found.push((first.0, last.1));
                    break;
                }
            }
        }
        for &(start, end) in found.iter().rev() {
            text.replace_range(start..end, BLACK);
        }
        !found.is_empty()
    }
}

/// Bytes of each word of a text, without a possessive ending.
fn words(text: &str) -> Vec<(usize, usize)> {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’');
    let mut words = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(is_part).map(|at| rest + at) {
        let end = text[start..].find(|letter| !is_part(letter)).map_or(text.len(), |at| start + at);
        let word = text[start..end].trim_end_matches(['\'', '’']);
        let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
        words.push((start, start + word.len()));
        rest = end;
    }
    words
}

/// Where an article names somebody who is kept out, in code points.
struct Spans(BTreeMap<usize, usize>);

impl Spans {
    fn of<'m>(mentions: impl Iterator<Item = &'m MentionRow>) -> Self {
        Self(mentions.map(|mention| (mention.start, mention.end)).collect())
    }

    /// Blacks out the words of a claim, and those around it, where they are such a name.
    fn black_out(&self, it: &mut SourcedClaim) {
        let (start, end) = (it.claim.evidence.start, it.claim.evidence.end);
        let before = it.context.before.chars().count();
        self.black_out_from(start, &mut it.claim.evidence.text);
        self.black_out_from(start.saturating_sub(before), &mut it.context.before);
        self.black_out_from(end, &mut it.context.after);
    }

    /// Blacks out a text that begins at a code point of the article.
    fn black_out_from(&self, begin: usize, text: &mut String) {
        let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let end = begin + letters.len() - 1;
        for (&from, &to) in self.0.range(..end).rev() {
            if to <= begin {
                continue;
            }
            let byte = |point: usize| letters[point.clamp(begin, end) - begin];
            text.replace_range(byte(from)..byte(to), BLACK);
        }
    }
}
