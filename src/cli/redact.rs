//! Keeping suppressed names out of what is kept: their nodes, their claims, the words of others, and
//! the addresses of sources.

use std::collections::{BTreeMap, BTreeSet};

use relgraph::model::{Form, KeyedNode, MentionRow, NodeKind, Reading, ReadingKind, SourcedClaim};
use relgraph::resolve::name_key;
use relgraph::store::Suppressed;

use super::blackout::{BLACK, Blackout};
use super::reading::key_again;

/// The names that are kept out.
#[derive(Debug)]
pub(crate) struct Redaction {
    suppressed: Suppressed,
}

impl Redaction {
    pub(crate) const fn of(suppressed: Suppressed) -> Self {
        Self { suppressed }
    }

    /// The key of a source, without any name that is kept out. Two sources stay two.
    pub(crate) fn key(&self, key: &str) -> String {
        let mut black = key.to_owned();
        let changed = !self.suppressed.is_empty() && !key.contains(BLACK) && self.black_out(&mut black);
        if changed { format!("{black}#{}", self.suppressed.mark(key)) } else { black }
    }

    /// Blacks out every name in a text that is kept out; whether there was one.
    pub(crate) fn black_out(&self, text: &mut String) -> bool {
        Blackout::of(&self.suppressed).apply(text)
    }

    /// Takes everyone who is kept out of a reading; whether there was anybody.
    pub(crate) fn apply(&self, reading: &mut Reading) -> bool {
        if self.suppressed.is_empty() {
            return false;
        }
        let black = Blackout::of(&self.suppressed);
        let halves = halves(&black, &reading.mentions);
        let is_out = |node: &KeyedNode| keeps_out(&black, node) || halves.contains(&node.node.id);
        let (out, kept): (Vec<KeyedNode>, _) = std::mem::take(&mut reading.nodes).into_iter().partition(is_out);
        reading.nodes = kept;
        let ids: BTreeSet<&str> = out.iter().map(|node| node.node.id.as_str()).collect();
        let spans = forget(reading, &ids);
        for it in &mut reading.claims {
            spans.black_out(it);
        }
        let black = match reading.kind {
            ReadingKind::Article => black.and_short(short_names(&out, &reading.nodes)),
            ReadingKind::Import => black,
        };
        let mut changed = !out.is_empty() | self.black_out_keys(reading);
        for text in texts(reading) {
            changed |= black.apply(text);
        }
        for keyed in &mut reading.nodes {
            changed |= black_out_node(&black, keyed);
        }
        reading.redacted |= changed;
        changed
    }

    fn black_out_keys(&self, reading: &mut Reading) -> bool {
        let mut changed = false;
        let documents = reading.documents.iter_mut().map(|document| &mut document.id);
        let claims = reading.claims.iter_mut().map(|it| &mut it.document);
        for key in documents.chain(claims).chain([&mut reading.key]) {
            let black = self.key(key);
            changed |= black != *key;
            *key = black;
        }
        changed
    }
}

fn keeps_out(black: &Blackout<'_>, keyed: &KeyedNode) -> bool {
    let mut names = keyed.node.aliases.iter().chain([&keyed.node.name]);
    keyed.node.kind == NodeKind::Person && names.any(|name| black.is_out(name))
}

/// The nodes whose names stand side by side and only together are a name that is kept out: "Odile"
/// and "M. Brannick" where a reader took the initial for the end of a sentence.
fn halves(black: &Blackout<'_>, mentions: &[MentionRow]) -> BTreeSet<String> {
    let mut names: Vec<&MentionRow> = mentions.iter().filter(|mention| mention.form == Form::Name).collect();
    names.sort_by_key(|mention| mention.start);
    let beside = |two: &&[&MentionRow]| (two[0].end..=two[0].end + 2).contains(&two[1].start);
    let pairs = names.windows(2).filter(beside);
    let both = pairs.filter(|two| black.is_out(&format!("{} {}", two[0].text, two[1].text)));
    both.flat_map(|two| two.iter().filter_map(|mention| mention.node.clone())).collect()
}

/// Takes out of a reading what is said of nodes; where it named them.
fn forget(reading: &mut Reading, out: &BTreeSet<&str>) -> Spans {
    let is_out = |id: &Option<String>| id.as_ref().is_some_and(|id| out.contains(id.as_str()));
    reading.claims.retain(|it| !out.contains(it.claim.source.as_str()) && !out.contains(it.claim.target.as_str()));
    for it in &mut reading.claims {
        for occasion in [&mut it.claim.place, &mut it.claim.event] {
            occasion.take_if(|id| out.contains(id.as_str()));
        }
    }
    let named = reading.mentions.iter().filter(|mention| is_out(&mention.node) && mention.form == Form::Name);
    let spans = Spans(named.map(|mention| (mention.start, mention.end)).collect());
    reading.mentions.retain(|mention| !is_out(&mention.node));
    spans
}

/// The single words by which those who are out are called, but nobody else of the article.
fn short_names(out: &[KeyedNode], kept: &[KeyedNode]) -> impl Iterator<Item = String> {
    let words = |nodes: &[KeyedNode]| -> BTreeSet<String> {
        let names = nodes.iter().flat_map(|node| node.node.aliases.iter().chain([&node.node.name]));
        let keys = names.map(|name| name_key(NodeKind::Person, name));
        keys.flat_map(|key| key.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
    };
    let others = words(kept);
    words(out).into_iter().filter(move |word| !others.contains(word))
}

/// Every text of a reading but its keys and the names of its nodes.
fn texts(reading: &mut Reading) -> impl Iterator<Item = &mut String> {
    let documents = reading.documents.iter_mut().flat_map(|it| {
        [&mut it.title, &mut it.author, &mut it.publisher, &mut it.url].into_iter().filter_map(Option::as_mut)
    });
    let claims = reading.claims.iter_mut().flat_map(|it| {
        let around = [&mut it.claim.evidence.text, &mut it.context.before, &mut it.context.after];
        around.into_iter().chain(&mut it.claim.said_by)
    });
    documents.chain(claims).chain(reading.mentions.iter_mut().map(|mention| &mut mention.text))
}

/// An event may bear the name of somebody who is kept out.
fn black_out_node(black: &Blackout<'_>, keyed: &mut KeyedNode) -> bool {
    let mut changed = black.apply(&mut keyed.node.name);
    for alias in &mut keyed.node.aliases {
        changed |= black.apply(alias);
    }
    if changed {
        key_again(keyed);
    }
    changed
}

/// Where an article names somebody who is kept out, in code points.
struct Spans(BTreeMap<usize, usize>);

impl Spans {
    /// Blacks out the words of a claim, and those around it, where they are such a name.
    fn black_out(&self, it: &mut SourcedClaim) {
        let (start, end) = (it.claim.evidence.start, it.claim.evidence.end);
        let before = it.context.before.chars().count();
        black_out_from(&self.0, start, &mut it.claim.evidence.text);
        black_out_from(&self.0, start.saturating_sub(before), &mut it.context.before);
        black_out_from(&self.0, end, &mut it.context.after);
    }
}

/// Blacks out a text that begins at a code point of the article. Where something was blacked out of
/// it before, its letters no longer stand where they stood.
fn black_out_from(spans: &BTreeMap<usize, usize>, begin: usize, text: &mut String) {
    if text.contains(BLACK) {
        return;
    }
    let letters: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let end = begin + letters.len() - 1;
    for (&from, &to) in spans.range(..end).rev() {
        if to > begin {
            let byte = |point: usize| letters[point.clamp(begin, end) - begin];
            text.replace_range(byte(from)..byte(to), BLACK);
        }
    }
}
