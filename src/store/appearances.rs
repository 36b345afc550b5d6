//! Who appears under a name or as a node, with what tells them from their namesakes.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::Row;

use super::open::told;
use super::rows::{parsed, parsed_option, texts};
use super::{Connection, Store};
use crate::error::Error;
use crate::model::{Appearance, Doubt, NodeHandle, NodeKind, Tie};

impl Store {
    /// Everyone who is a node, with what tells them from namesakes.
    ///
    /// # Errors
    /// [`Error::Graph`] when the file cannot be read.
    pub fn appearances_of(&self, node: NodeHandle) -> Result<Vec<Appearance>, Error> {
        let mut found = Finder::new(&self.connection);
        found.add("appearance.node", node.0)?;
        Ok(found.done())
    }

    /// The nodes that bear a folded name in some reading, with those readings.
    ///
    /// # Errors
    /// As [`Store::appearances_of`].
    pub fn bearers(&self, kind: NodeKind, key: &str) -> Result<Vec<(NodeHandle, String)>, Error> {
        let sql = "SELECT node, reading.key FROM name JOIN appearance ON appearance.name = name.id \
             JOIN reading ON reading.id = appearance.reading \
             WHERE name.kind = ? AND name.key = ? AND node IS NOT NULL ORDER BY reading.key, label";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([kind.as_str(), key], |row| Ok((NodeHandle(row.get(0)?), row.get(1)?)));
        rows.map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }

    /// Merges that are not certain and pairs that nearly merged: those nearest to `threshold` first.
    ///
    /// # Errors
    /// As [`Store::appearances_of`].
    pub fn doubts(&self, threshold: f64) -> Result<Vec<Doubt>, Error> {
        let sql = "SELECT * FROM doubt ORDER BY abs(score - ?), kind, a, b";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([threshold], |row| {
            Ok(Doubt {
                kind: parsed(row, "kind")?,
                a: row.get("a")?,
                b: row.get("b")?,
                merged: row.get("merged")?,
                score: row.get("score")?,
                why: row.get("why")?,
            })
        });
        rows.map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }
}

/// Collects appearances with what is told of them; the company of each reading is asked for once.
pub(super) struct Finder<'c> {
    connection: &'c Connection,
    company: BTreeMap<i64, Arc<[String]>>,
    found: Vec<Appearance>,
}

impl<'c> Finder<'c> {
    pub(super) const fn new(connection: &'c Connection) -> Self {
        Self { connection, company: BTreeMap::new(), found: Vec::new() }
    }

    /// Those that have `value` in `column`.
    pub(super) fn add(&mut self, column: &str, value: i64) -> Result<(), Error> {
        let sql = APPEARANCES.replace("appearance.name = ?1", &format!("{column} = ?1"));
        let mut statement = self.connection.prepare_cached(&sql).map_err(told)?;
        for row in statement.query_map([value], appearance).map_err(told)? {
            let (reading, mut it) = row.map_err(told)?;
            it.ties = self.ties(it.handle)?;
            it.company = self.company_of(reading)?;
            self.found.push(it);
        }
        Ok(())
    }

    /// All that was found, by reading and name.
    pub(super) fn done(mut self) -> Vec<Appearance> {
        self.found.sort_by(|a, b| (&a.reading, &a.key, &a.label).cmp(&(&b.reading, &b.key, &b.label)));
        self.found
    }

    /// What the claims of sources that stand say of one appearance.
    fn ties(&self, appearance: i64) -> Result<Vec<Tie>, Error> {
        let mut statement = self.connection.prepare_cached(TIES).map_err(told)?;
        let rows = statement.query_map([appearance], |row| {
            Ok(Tie {
                predicate: row.get("predicate")?,
                forward: row.get("forward")?,
                other: row.get("other")?,
                other_kind: parsed(row, "other_kind")?,
                status: parsed(row, "status")?,
                ended: row.get("ended")?,
                date: parsed_option(row, "date")?,
            })
        });
        rows.map_err(told)?.collect::<Result<_, _>>().map_err(told)
    }

    /// Empty for an import, whose names need not have anything to do with each other.
    fn company_of(&mut self, reading: i64) -> Result<Arc<[String]>, Error> {
        if let Some(known) = self.company.get(&reading) {
            return Ok(known.clone());
        }
        let sql = "SELECT DISTINCT name.key FROM appearance JOIN name ON name.id = appearance.name \
             JOIN reading ON reading.id = appearance.reading \
             WHERE appearance.reading = ? AND reading.kind = 'article' AND name.kind = 'person' ORDER BY name.key";
        let mut statement = self.connection.prepare_cached(sql).map_err(told)?;
        let rows = statement.query_map([reading], |row| row.get(0)).map_err(told)?;
        let names: Arc<[String]> = rows.collect::<Result<Vec<_>, _>>().map_err(told)?.into();
        self.company.insert(reading, names.clone());
        Ok(names)
    }
}

/// Appearances of one name whose reading stands; of an import, of whose claims any stands, or which
/// it tells of without any claim.
const APPEARANCES: &str = "SELECT appearance.*, reading.id AS reading_row, reading.key AS reading_key, \
     reading.kind AS reading_kind, name.kind AS name_kind, name.key AS name_key, \
     (SELECT json_group_array(key ORDER BY key) FROM appearance_alias WHERE appearance = appearance.id) AS alias_keys, \
     (SELECT min(published) FROM reading_document JOIN document ON document.id = document \
      WHERE reading_document.reading = reading.id AND reading.kind = 'article') AS published \
     FROM appearance JOIN reading ON reading.id = appearance.reading JOIN name ON name.id = appearance.name \
     WHERE appearance.name = ?1 AND CASE reading.kind WHEN 'article' THEN NOT EXISTS ( \
         SELECT 1 FROM retraction WHERE document = reading.key AND undone_by IS NULL) \
     ELSE coalesce((SELECT max(NOT EXISTS ( \
             SELECT 1 FROM retraction WHERE retraction.document = document.key AND undone_by IS NULL)) \
         FROM claim JOIN document ON document.id = claim.document \
         WHERE claim.id IN (SELECT id FROM claim WHERE source = appearance.id \
             UNION ALL SELECT id FROM claim WHERE target = appearance.id \
             UNION ALL SELECT id FROM claim WHERE place = appearance.id \
             UNION ALL SELECT id FROM claim WHERE event = appearance.id)), 1) END";

fn appearance(row: &Row<'_>) -> Result<(i64, Appearance), rusqlite::Error> {
    let it = Appearance {
        handle: row.get("id")?,
        label: row.get("label")?,
        reading: row.get("reading_key")?,
        kind: parsed(row, "name_kind")?,
        name: row.get("text")?,
        key: row.get("name_key")?,
        aliases: texts(row, "aliases")?,
        pronoun: row.get("pronoun")?,
        alias_keys: texts(row, "alias_keys")?,
        roles: texts(row, "roles")?,
        asserted: row.get::<_, String>("reading_kind")? == "import",
        published: parsed_option(row, "published")?,
        ties: Vec::new(),
        company: Arc::default(),
    };
    Ok((row.get("reading_row")?, it))
}

const TIES: &str = "SELECT predicate, 1 AS forward, name.key AS other, name.kind AS other_kind, status, ended, date, claim.claim AS claim \
     FROM claim JOIN appearance ON appearance.id = target JOIN name ON name.id = appearance.name WHERE source = ?1 \
     UNION ALL SELECT predicate, 0, name.key, name.kind, status, ended, date, claim.claim \
     FROM claim JOIN appearance ON appearance.id = source JOIN name ON name.id = appearance.name WHERE target = ?1 \
     ORDER BY claim, forward";
