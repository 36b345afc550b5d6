//! relgraph reads celebrity and society news and builds a graph that can be trusted: people,
//! venues and events are nodes; dated, sourced claims are edges.
//!
//! The modules stand in the order in which data flows; `ARCHITECTURE.md` draws the map.

pub mod model;

pub mod error;

pub mod lexicon;

pub mod syntax;

pub mod extract;

pub mod store;

pub mod resolve;

pub mod graph;

pub mod query;

pub mod export;
