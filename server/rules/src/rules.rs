//! The rules, by group: one file each.

pub mod brackets;
