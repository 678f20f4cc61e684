//! The rules, by group: one file each.

pub mod brackets;
pub mod citations;
pub mod documents;
pub mod names;
pub mod notes;
pub mod references;
pub mod speakers;
pub mod text;
