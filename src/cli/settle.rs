//! The last step of every change: whoever was touched is resolved anew.

use std::collections::BTreeSet;

use anyhow::Result;
use relgraph::resolve::{Contradiction, alike, blocks, resolve};
use relgraph::store::Writer;

/// Resolves everyone whom this transaction touched, and lets the graph follow. Contradictions
/// between judgements are returned, in order.
pub(crate) fn settle(writer: &mut Writer<'_>) -> Result<Vec<Contradiction>> {
    pair_new_names(writer)?;
    let judgements = writer.judgements()?;
    let mut contradictions = BTreeSet::new();
    for names in writer.components()? {
        let resolved = resolve(&writer.appearances(&names)?, &judgements);
        writer.set_nodes(&names, &resolved.nodes, &resolved.doubts)?;
        contradictions.extend(resolved.contradictions);
    }
    writer.finish()?;
    Ok(contradictions.into_iter().collect())
}

/// Finds the look-alikes of names that were not known before.
fn pair_new_names(writer: &mut Writer<'_>) -> Result<()> {
    let new = writer.new_names()?;
    for name in &new {
        writer.set_blocks(name.id, &blocks(name.kind, &name.key))?;
    }
    let ids: BTreeSet<_> = new.iter().map(|name| name.id).collect();
    for name in &new {
        for other in writer.look_alikes(name.id)? {
            let seen_from_there = other.id < name.id && ids.contains(&other.id);
            if !seen_from_there && other.kind == name.kind && alike(name.kind, &name.key, &other.key) {
                writer.set_pair(name.id, other.id)?;
            }
        }
    }
    Ok(())
}
