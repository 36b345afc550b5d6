//! Names touched by a change, whom they may be, and the nodes that resolution made of them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Row, params};

use super::appearances::Finder;
use super::open::told;
use super::rows::{json, parsed};
use super::{Connection, Writer};
use crate::error::Error;
use crate::model::{Appearance, Doubt, NodeKind, ResolvedNode};

/// Row of a folded name in its store; opaque.
pub type NameId = i64;

/// A folded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameRow {
    /// Its row.
    pub id: NameId,
    /// Of what it is the name.
    pub kind: NodeKind,
    /// The name, folded.
    pub key: String,
}

impl<'s> Writer<'s> {
    pub(super) fn begin(connection: &'s Connection) -> Result<Self, Error> {
        let scratch = "CREATE TEMP TABLE IF NOT EXISTS touched (name INTEGER PRIMARY KEY);
            CREATE TEMP TABLE IF NOT EXISTS new_name (name INTEGER PRIMARY KEY);
            CREATE TEMP TABLE IF NOT EXISTS left_node (node INTEGER PRIMARY KEY);
            CREATE TEMP TABLE IF NOT EXISTS left_document (document INTEGER PRIMARY KEY);
            CREATE TEMP TABLE IF NOT EXISTS relink (claim INTEGER PRIMARY KEY);
            DELETE FROM temp.touched; DELETE FROM temp.new_name; DELETE FROM temp.left_node;
            DELETE FROM temp.left_document; DELETE FROM temp.relink;";
        connection.execute_batch(scratch).map_err(told)?;
        Ok(Self { connection })
    }

    /// The names that this transaction brought in.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read or written; so in all that follow.
    pub fn new_names(&self) -> Result<Vec<NameRow>, Error> {
        let sql = "SELECT name.* FROM temp.new_name JOIN name ON name.id = new_name.name ORDER BY kind, key";
        self.names(sql, [])
    }

    /// Keeps the words under which a name's look-alikes are found.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn set_blocks(&mut self, name: NameId, blocks: &[String]) -> Result<(), Error> {
        let sql = "INSERT OR IGNORE INTO name_block (block, name) VALUES (?, ?)";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        for block in blocks {
            statement.execute(params![block, name]).map_err(told)?;
        }
        Ok(())
    }

    /// The other names that share a block with this one.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn look_alikes(&self, name: NameId) -> Result<Vec<NameRow>, Error> {
        let sql = "SELECT DISTINCT name.* FROM name_block mine JOIN name_block theirs ON theirs.block = mine.block \
             JOIN name ON name.id = theirs.name WHERE mine.name = ?1 AND theirs.name <> ?1";
        self.names(sql, [name])
    }

    fn names(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<NameRow>, Error> {
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let row = |row: &Row<'_>| Ok(NameRow { id: row.get("id")?, kind: parsed(row, "kind")?, key: row.get("key")? });
        statement.query_map(values, row).map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }

    /// Notes that two names may be one person's, so that they are settled together.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn set_pair(&mut self, name: NameId, other: NameId) -> Result<(), Error> {
        let sql = "INSERT OR IGNORE INTO name_pair (name, other) VALUES (?1, ?2), (?2, ?1)";
        self.connection.prepare_cached(sql).and_then(|mut s| s.execute([name, other])).map_err(told)?;
        Ok(())
    }

    /// Everything that must be settled anew: the names that were touched, with all that may be the
    /// same as they, in groups that have nothing to do with each other.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn components(&self) -> Result<Vec<Vec<NameId>>, Error> {
        let judged = self.judged_pairs()?;
        let mut statement =
            self.connection.prepare_cached("SELECT other FROM name_pair WHERE name = ?").map_err(told)?;
        let mut aliases = self.connection.prepare_cached(ALIASES).map_err(told)?;
        let mut seen = BTreeSet::new();
        let mut components = Vec::new();
        for start in self.touched()? {
            let mut component = Vec::new();
            let mut open = vec![start];
            while let Some(name) = open.pop() {
                if !seen.insert(name) {
                    continue;
                }
                component.push(name);
                let others = statement.query_map([name], |row| row.get(0)).map_err(told)?;
                for other in others {
                    open.push(other.map_err(told)?);
                }
                let others = aliases.query_map([name], |row| row.get(0)).map_err(told)?;
                for other in others {
                    open.push(other.map_err(told)?);
                }
                open.extend(judged.get(&name).into_iter().flatten());
            }
            if !component.is_empty() {
                component.sort_unstable();
                components.push(component);
            }
        }
        Ok(components)
    }

    fn touched(&self) -> Result<Vec<NameId>, Error> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM temp.touched").map_err(told)?;
        statement.query_map([], |row| row.get(0)).map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }

    /// The names that judgements in force tie together.
    fn judged_pairs(&self) -> Result<BTreeMap<NameId, Vec<NameId>>, Error> {
        let sql = "SELECT a.id, b.id FROM judgement JOIN name a ON a.kind = a_kind AND a.key = a_key \
             JOIN name b ON b.kind = b_kind AND b.key = b_key \
             WHERE undone_by IS NULL AND verdict IN ('same', 'different')";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let mut rows = statement.query([]).map_err(told)?;
        let mut pairs: BTreeMap<NameId, Vec<NameId>> = BTreeMap::new();
        while let Some(row) = rows.next().map_err(told)? {
            let (a, b) = (row.get(0).map_err(told)?, row.get(1).map_err(told)?);
            pairs.entry(a).or_default().push(b);
            pairs.entry(b).or_default().push(a);
        }
        Ok(pairs)
    }

    /// Everyone who appears under one of these names, by reading and label; whoever only retracted
    /// sources know is left out.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn appearances(&self, names: &[NameId]) -> Result<Vec<Appearance>, Error> {
        let mut found = Finder::new(self.connection);
        names.iter().try_for_each(|name| found.add("appearance.name", *name))?;
        Ok(found.done())
    }

    /// Puts the nodes of one component in the place of its former ones.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn set_nodes(&mut self, names: &[NameId], nodes: &[ResolvedNode], doubts: &[Doubt]) -> Result<(), Error> {
        self.replace_nodes(names, nodes).map_err(told)?;
        self.set_doubts(names, doubts).map_err(told)
    }

    fn replace_nodes(&self, names: &[NameId], nodes: &[ResolvedNode]) -> Result<(), rusqlite::Error> {
        let mut before: BTreeMap<i64, Option<i64>> = BTreeMap::new();
        for name in names {
            let mut statement = self.connection.prepare_cached("SELECT id, node FROM appearance WHERE name = ?")?;
            let mut rows = statement.query([name])?;
            while let Some(row) = rows.next()? {
                before.insert(row.get(0)?, row.get(1)?);
            }
        }
        let mut after: BTreeMap<i64, i64> = BTreeMap::new();
        for settled in nodes {
            let row = self.node(settled)?;
            after.extend(settled.appearances.iter().map(|&appearance| (appearance, row)));
        }
        for (appearance, former) in &before {
            let now = after.get(appearance).copied();
            if now != *former {
                self.reassign(*appearance, *former, now)?;
            }
        }
        Ok(())
    }

    /// The row of a node, made or brought up to date.
    fn node(&self, settled: &ResolvedNode) -> Result<i64, rusqlite::Error> {
        let node = &settled.node;
        let sql = "INSERT INTO node (key, kind, name, aliases) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE SET \
             name = excluded.name, aliases = excluded.aliases RETURNING id";
        let values = params![node.id, node.kind.as_str(), node.name, json(&node.aliases)];
        let row: i64 = self.connection.prepare_cached(sql)?.query_row(values, |row| row.get(0))?;
        self.connection.prepare_cached("DELETE FROM node_word WHERE node = ?")?.execute([row])?;
        let mut statement =
            self.connection.prepare_cached("INSERT OR IGNORE INTO node_word (word, node) VALUES (?, ?)")?;
        for word in &settled.words {
            statement.execute(params![word, row])?;
        }
        Ok(row)
    }

    fn reassign(&self, appearance: i64, former: Option<i64>, now: Option<i64>) -> Result<(), rusqlite::Error> {
        let sql = "UPDATE appearance SET node = ? WHERE id = ?";
        self.connection.prepare_cached(sql)?.execute(params![now, appearance])?;
        let sql = "INSERT OR IGNORE INTO temp.relink SELECT id FROM claim WHERE source = ?1 \
             UNION SELECT id FROM claim WHERE target = ?1";
        self.connection.prepare_cached(sql)?.execute([appearance])?;
        if let Some(former) = former {
            self.connection.prepare_cached("INSERT OR IGNORE INTO temp.left_node VALUES (?)")?.execute([former])?;
        }
        Ok(())
    }

    fn set_doubts(&self, names: &[NameId], doubts: &[Doubt]) -> Result<(), rusqlite::Error> {
        for name in names {
            self.connection.prepare_cached("DELETE FROM doubt WHERE name = ?")?.execute([name])?;
        }
        let Some(first) = names.first() else { return Ok(()) };
        let sql = "INSERT INTO doubt (a, b, kind, merged, score, why, name) VALUES (?, ?, ?, ?, ?, ?, ?)";
        for doubt in doubts {
            let values = params![doubt.a, doubt.b, doubt.kind.as_str(), doubt.merged, doubt.score, doubt.why, first];
            self.connection.prepare_cached(sql)?.execute(values)?;
        }
        Ok(())
    }

    /// The last step of a change: links follow the nodes, and what nothing speaks of any more goes.
    ///
    /// # Errors
    /// As [`Writer::new_names`].
    pub fn finish(&mut self) -> Result<(), Error> {
        self.connection.execute_batch(FINISH).map_err(told)
    }
}

/// The names that some article gives together with this one: what else its bearers are called, and
/// who else is called so.
const ALIASES: &str = "SELECT theirs.id FROM appearance JOIN appearance_alias alias ON alias.appearance = appearance.id \
     JOIN name theirs ON theirs.kind = alias.kind AND theirs.key = alias.key WHERE appearance.name = ?1 \
     UNION SELECT appearance.name FROM name mine JOIN appearance_alias alias \
     ON alias.kind = mine.kind AND alias.key = mine.key JOIN appearance ON appearance.id = alias.appearance \
     WHERE mine.id = ?1 ORDER BY 1";

const FINISH: &str = "
DELETE FROM link WHERE claim IN (SELECT claim FROM temp.relink);
INSERT OR IGNORE INTO link
SELECT ends.node, ends.other, claim.id, ends.forward, predicate, status, ended, date, document.published, confidence
FROM (
    SELECT claim.id AS claim, s.node AS node, t.node AS other, 1 AS forward
    FROM temp.relink JOIN claim ON claim.id = relink.claim
    JOIN appearance s ON s.id = claim.source JOIN appearance t ON t.id = claim.target
    UNION ALL
    SELECT claim.id, t.node, s.node, 0
    FROM temp.relink JOIN claim ON claim.id = relink.claim
    JOIN appearance s ON s.id = claim.source JOIN appearance t ON t.id = claim.target
) ends JOIN claim ON claim.id = ends.claim JOIN document ON document.id = claim.document
WHERE ends.node IS NOT NULL AND ends.other IS NOT NULL AND ends.node <> ends.other
AND NOT EXISTS (SELECT 1 FROM retraction WHERE retraction.document = document.key AND undone_by IS NULL)
ORDER BY ends.node, ends.other;

DELETE FROM temp.left_node WHERE EXISTS (SELECT 1 FROM appearance WHERE appearance.node = left_node.node);
DELETE FROM node_word WHERE node IN (SELECT node FROM temp.left_node);
DELETE FROM node WHERE id IN (SELECT node FROM temp.left_node);

DELETE FROM temp.touched WHERE EXISTS (SELECT 1 FROM appearance WHERE appearance.name = touched.name);
DELETE FROM doubt WHERE name IN (SELECT name FROM temp.touched);
DELETE FROM name_block WHERE name IN (SELECT name FROM temp.touched);
DELETE FROM name_pair WHERE (name, other) IN (
    SELECT other, name FROM name_pair WHERE name IN (SELECT name FROM temp.touched));
DELETE FROM name_pair WHERE name IN (SELECT name FROM temp.touched);
DELETE FROM name WHERE id IN (SELECT name FROM temp.touched);

DELETE FROM temp.left_document WHERE EXISTS (
    SELECT 1 FROM reading_document WHERE reading_document.document = left_document.document);
DELETE FROM document WHERE id IN (SELECT document FROM temp.left_document);

DELETE FROM temp.touched; DELETE FROM temp.new_name; DELETE FROM temp.left_node;
DELETE FROM temp.left_document; DELETE FROM temp.relink;
";
