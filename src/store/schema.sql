-- Version 1 of a graph file. What was read:

-- Sources: articles, and what imported edges name as theirs.
CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT, url TEXT, publisher TEXT, author TEXT,
    published TEXT,     -- EDTF
    published_by TEXT   -- given, found, inferred
) STRICT;

-- One article or one imported file: what is skipped when unchanged and replaced when changed.
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'import')),
    hash TEXT NOT NULL,
    redacted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE reading_document (
    reading INTEGER NOT NULL REFERENCES reading,
    document INTEGER NOT NULL REFERENCES document,
    PRIMARY KEY (reading, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX reading_document_document ON reading_document (document);

-- Folded names, the words under which alike ones are found, and the pairs that are alike.
CREATE TABLE name (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (kind, key)
) STRICT;
CREATE TABLE name_block (
    block TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES name,
    PRIMARY KEY (block, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_block_name ON name_block (name);
CREATE TABLE name_pair (
    name INTEGER NOT NULL REFERENCES name,
    other INTEGER NOT NULL REFERENCES name,
    PRIMARY KEY (name, other)
) STRICT, WITHOUT ROWID;

-- A person, venue or event as one reading names it.
CREATE TABLE appearance (
    id INTEGER PRIMARY KEY,
    reading INTEGER NOT NULL REFERENCES reading,
    label TEXT NOT NULL,     -- its id within the reading
    text TEXT NOT NULL,      -- the name as it is written there
    aliases TEXT NOT NULL,   -- JSON array
    pronoun TEXT,
    name INTEGER NOT NULL REFERENCES name,
    node INTEGER REFERENCES node
) STRICT;
CREATE INDEX appearance_reading ON appearance (reading);
CREATE INDEX appearance_name ON appearance (name);
CREATE INDEX appearance_node ON appearance (node);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL,     -- the id that is shown: a hash of what it says and where
    reading INTEGER NOT NULL REFERENCES reading,
    document INTEGER NOT NULL REFERENCES document,
    source INTEGER NOT NULL REFERENCES appearance,
    predicate TEXT NOT NULL,
    target INTEGER NOT NULL REFERENCES appearance,
    status TEXT NOT NULL CHECK (status IN ('reported', 'rumored', 'denied', 'confirmed')),
    ended INTEGER NOT NULL,
    date TEXT,               -- EDTF
    date_implied INTEGER NOT NULL,
    place INTEGER REFERENCES appearance,
    event INTEGER REFERENCES appearance,
    said_by TEXT,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- code points
    evidence TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
) STRICT;
CREATE INDEX claim_reading ON claim (reading);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_source ON claim (source);
CREATE INDEX claim_target ON claim (target);
CREATE INDEX claim_place ON claim (place) WHERE place IS NOT NULL;
CREATE INDEX claim_event ON claim (event) WHERE event IS NOT NULL;

CREATE TABLE mention (
    reading INTEGER NOT NULL REFERENCES reading,
    appearance INTEGER REFERENCES appearance,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,  -- code points
    text TEXT NOT NULL,
    form TEXT NOT NULL,      -- name, pronoun, description
    chain TEXT
) STRICT;
CREATE INDEX mention_reading ON mention (reading);

-- What people decided:

CREATE TABLE judgement (
    id INTEGER PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'rename')),
    a_kind TEXT NOT NULL, a_name TEXT NOT NULL, a_key TEXT NOT NULL, a_reading TEXT,
    b_kind TEXT NOT NULL, b_name TEXT NOT NULL, b_key TEXT NOT NULL, b_reading TEXT,
    decided_by TEXT NOT NULL, decided_on TEXT NOT NULL, reason TEXT,
    undone_by TEXT, undone_on TEXT, undone_reason TEXT
) STRICT;

CREATE TABLE retraction (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,  -- its key
    decided_by TEXT NOT NULL, decided_on TEXT NOT NULL, reason TEXT,
    undone_by TEXT, undone_on TEXT, undone_reason TEXT
) STRICT;
CREATE INDEX retraction_document ON retraction (document);

-- Names that are kept out: a salted hash is all that is known of them.
CREATE TABLE suppression (
    id INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    words INTEGER NOT NULL,
    decided_by TEXT, decided_on TEXT, reason TEXT
) STRICT;

-- What follows from both (derived; computed anew whenever either changes):

-- The nodes of the graph.
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,  -- the id that is shown
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL      -- JSON array
) STRICT;
-- Words under which a node is found.
CREATE TABLE node_word (
    word TEXT NOT NULL,
    node INTEGER NOT NULL REFERENCES node,
    PRIMARY KEY (word, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX node_word_node ON node_word (node);

-- Each claim from each of its ends, in the order in which a search reads it.
CREATE TABLE link (
    node INTEGER NOT NULL,
    other INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    forward INTEGER NOT NULL,
    predicate TEXT NOT NULL,
    status TEXT NOT NULL,
    ended INTEGER NOT NULL,
    date TEXT,
    published TEXT,
    confidence REAL NOT NULL,
    PRIMARY KEY (node, other, claim, forward)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_claim ON link (claim);

-- Merges that are not certain and pairs that nearly merged, for review.
CREATE TABLE doubt (
    a TEXT NOT NULL, b TEXT NOT NULL,    -- names as written
    kind TEXT NOT NULL,
    merged INTEGER NOT NULL,
    score REAL NOT NULL,
    why TEXT NOT NULL,
    name INTEGER NOT NULL REFERENCES name
) STRICT;
CREATE INDEX doubt_name ON doubt (name);

-- For people who ask in SQL: relationships by name.
CREATE VIEW edge AS
SELECT s.kind AS source_kind, s.name AS source, claim.predicate, t.kind AS target_kind, t.name AS target,
       claim.status, claim.ended, claim.date, claim.said_by, claim.evidence, document.key AS document,
       document.publisher, document.published, claim.claim AS claim_id
FROM link JOIN claim ON claim.id = link.claim JOIN node s ON s.id = link.node JOIN node t ON t.id = link.other
JOIN document ON document.id = claim.document
WHERE link.forward = 1;
