//! What questions read: nodes, links and claims of the graph.

use rusqlite::{Row, params};

use super::Store;
use super::open::told;
use super::rows::{LINKED_CLAIM, linked_claim, parsed, parsed_option, texts};
use crate::error::Error;
use crate::model::{ClaimHandle, Link, LinkedClaim, Node, NodeHandle, NodeKind};

impl Store {
    /// The nodes that have `word` among their search words, by their ids.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read; so in all that follow.
    pub fn find(&self, word: &str) -> Result<Vec<(NodeHandle, Node)>, Error> {
        let sql = "SELECT node.* FROM node_word JOIN node ON node.id = node_word.node WHERE word = ? ORDER BY key";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([word], handled_node).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }

    /// The node that is shown under this id.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub fn node_of_id(&self, id: &str) -> Result<Option<(NodeHandle, Node)>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM node WHERE key = ?").map_err(told)?;
        let mut rows = statement.query_map([id], handled_node).map_err(told)?;
        rows.next().transpose().map_err(told)
    }

    /// The node behind a handle.
    ///
    /// # Errors
    /// As [`Store::find`]; also when there is no such node.
    pub fn node(&self, handle: NodeHandle) -> Result<Node, Error> {
        let mut statement = self.connection.prepare_cached("SELECT * FROM node WHERE id = ?").map_err(told)?;
        statement.query_row([handle.0], node).map_err(told)
    }

    /// Every claim that has this node as an end, without its words; ordered by the other end.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub fn links(&self, node: NodeHandle) -> Result<Vec<Link>, Error> {
        let sql = "SELECT * FROM link WHERE node = ? ORDER BY other, claim, forward";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([node.0], link).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }

    /// The other ends of all claims of this node that are not denials, each once.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub fn neighbours(&self, node: NodeHandle) -> Result<Vec<NodeHandle>, Error> {
        let sql = "SELECT DISTINCT other FROM link WHERE node = ? AND status <> 'denied' ORDER BY other";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([node.0], |row| row.get(0).map(NodeHandle)).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }

    /// The claims between others that name this node as their place or event.
    ///
    /// # Errors
    /// As [`Store::find`].
    pub fn occasions(&self, node: NodeHandle) -> Result<Vec<ClaimHandle>, Error> {
        let there = |column: &str| {
            format!("SELECT claim.id FROM claim JOIN appearance a ON a.id = claim.{column} WHERE a.node = ?1")
        };
        let sql = format!(
            "SELECT id FROM ({} UNION {}) WHERE id IN (SELECT claim FROM link) ORDER BY id",
            there("place"),
            there("event")
        );
        let mut statement = self.connection.prepare_cached(&sql).map_err(told)?;
        let rows = statement.query_map([node.0], |row| row.get(0).map(ClaimHandle)).map_err(told)?;
        rows.collect::<Result<_, _>>().map_err(told)
    }

    /// Claims in full, in the order asked for.
    ///
    /// # Errors
    /// As [`Store::find`]; also when there is no such claim.
    pub fn claims(&self, handles: &[ClaimHandle]) -> Result<Vec<LinkedClaim>, Error> {
        let sql = format!("{LINKED_CLAIM} WHERE claim.id = ?");
        let mut statement = self.connection.prepare_cached(&sql).map_err(told)?;
        handles.iter().map(|handle| statement.query_row([handle.0], linked_claim).map_err(told)).collect()
    }

    /// Hands every node of the graph to `each`, by kind, name and id.
    ///
    /// # Errors
    /// As [`Store::find`], and those of `each`.
    pub fn each_node<E: From<Error>>(&self, mut each: impl FnMut(NodeHandle, Node) -> Result<(), E>) -> Result<(), E> {
        let order = "CASE kind WHEN 'person' THEN 0 WHEN 'venue' THEN 1 ELSE 2 END, name, key";
        let mut statement = self.connection.prepare(&format!("SELECT * FROM node ORDER BY {order}")).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            let (handle, node) = handled_node(row).map_err(told)?;
            each(handle, node)?;
        }
        Ok(())
    }

    /// Hands every claim of the graph to `each`, those of retracted sources left out, by source
    /// document, place in it and id.
    ///
    /// # Errors
    /// As [`Store::find`], and those of `each`.
    pub fn each_claim<E: From<Error>>(&self, mut each: impl FnMut(LinkedClaim) -> Result<(), E>) -> Result<(), E> {
        let sql = format!(
            "{LINKED_CLAIM} WHERE claim.id IN (SELECT claim FROM link) \
             ORDER BY document.key, claim.start, claim.\"end\", claim.claim"
        );
        let mut statement = self.connection.prepare(&sql).map_err(told)?;
        let mut rows = statement.query(params![]).map_err(told)?;
        while let Some(row) = rows.next().map_err(told)? {
            each(linked_claim(row).map_err(told)?)?;
        }
        Ok(())
    }
}

fn handled_node(row: &Row<'_>) -> Result<(NodeHandle, Node), rusqlite::Error> {
    Ok((NodeHandle(row.get("id")?), node(row)?))
}

fn node(row: &Row<'_>) -> Result<Node, rusqlite::Error> {
    let kind: NodeKind = parsed(row, "kind")?;
    Ok(Node { id: row.get("key")?, kind, name: row.get("name")?, aliases: texts(row, "aliases")? })
}

fn link(row: &Row<'_>) -> Result<Link, rusqlite::Error> {
    Ok(Link {
        other: NodeHandle(row.get("other")?),
        forward: row.get("forward")?,
        predicate: row.get("predicate")?,
        status: parsed(row, "status")?,
        ended: row.get("ended")?,
        date: parsed_option(row, "date")?,
        published: parsed_option(row, "published")?,
        confidence: row.get("confidence")?,
        claim: ClaimHandle(row.get("claim")?),
    })
}
