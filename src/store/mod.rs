//! Documents, claims and judgements at rest, in one SQLite file.
//!
//! Comes in: an open connection (only cli opens files), [`Reading`](crate::model::Reading)s,
//! judgements, and the nodes that resolution makes of them. Goes out: plain model values. It never
//! decides anything: not who is who, not what an edge's status is.
//!
//! What the graph is built from:
//!
//! - the whole of it: `Store::nodes`, then `Store::each_claim` (a [`LinkedClaim`](crate::model::LinkedClaim)
//!   at a time, its ends already nodes of the graph, retracted sources left out), `Store::sources`;
//! - only what a question needs: `Store::find(key)` for the nodes of a search key (see
//!   `resolve::search_keys`), `Store::links(node)` for the compact [`Link`](crate::model::Link)s of one
//!   node (one range scan, no words), and, once a path is found, `Store::claims(handles)` and
//!   `Store::node(handle)`. A search over 100,000 articles reads only the nodes it visits.
