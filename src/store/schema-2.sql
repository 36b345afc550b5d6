-- Version 2 of a graph file: names that are kept out are recognised in their other spellings, and
-- what an article tells of somebody's trade and other full names helps to know them again.

-- Salted hashes of what a kept-out name looks like in each of its spellings; all that is known of it.
CREATE TABLE suppression_form (
    suppression INTEGER NOT NULL REFERENCES suppression,
    hash BLOB NOT NULL,
    PRIMARY KEY (suppression, hash)
) STRICT, WITHOUT ROWID;
INSERT INTO suppression_form SELECT id, hash FROM suppression;
ALTER TABLE suppression DROP COLUMN hash;

-- The trade that an article gives somebody ("actress"); null where it gives none.
ALTER TABLE appearance ADD COLUMN roles TEXT NOT NULL DEFAULT '[]';  -- JSON array

-- Other full names that an article gives somebody ("born Margaret Ostrow"), folded.
CREATE TABLE appearance_alias (
    appearance INTEGER NOT NULL REFERENCES appearance,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (appearance, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearance_alias_key ON appearance_alias (kind, key);
