//! The one test binary: behaviour as data (`tests/cases`), the rules of the house, the commands.

mod data_files;
mod graph;
mod input;
mod layering;
mod predicates;
mod properties;
mod sample;
mod support;
mod time;
