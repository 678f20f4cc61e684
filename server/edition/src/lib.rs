//! What an edition is: its configuration, registers, sign profile and citation schemes, and what its
//! documents say.
//!
//! This crate knows; it never reports. What is wrong with what it knows is said by the rules above.

pub mod citation;
pub mod config;
pub mod date;
pub mod edition;
pub mod facts;
pub mod fold;
pub mod index;
pub mod problem;
pub mod profile;
pub mod registers;
mod token;
mod toml_file;
mod word_trie;

pub use edition::Edition;
pub use problem::Problem;
