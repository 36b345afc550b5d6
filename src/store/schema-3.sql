-- Version 3 of a graph file: it tells what its own predicates are.

-- Predicates of the user's own: what an edge of that name is. The shipped ones stand in the program.
CREATE TABLE predicate (
    name TEXT PRIMARY KEY,
    definition TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;
