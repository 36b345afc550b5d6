//! The one test binary: behaviour as data (`tests/cases`), the rules of the house, the commands.

#![allow(clippy::disallowed_methods, reason = "tests read their cases and write into scratch folders")]

mod chunks;
mod claims;
mod completions;
mod coref;
mod data_files;
mod disk;
mod graph;
mod identity;
mod import;
mod input;
mod layering;
mod names;
mod newsroom;
mod picture;
mod predicates;
mod properties;
mod readme;
mod sample;
mod sensitive;
mod serve;
mod support;
mod suppress;
mod syntax;
mod time;
mod words;
