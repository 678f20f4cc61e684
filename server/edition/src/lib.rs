//! What an edition is: registers, configuration, sign profile, citation schemes, facts and the index.

pub mod citation;
pub mod config;
pub mod date;
pub mod fold;
pub mod problem;
pub mod registers;
mod token;
mod toml_file;
mod word_trie;
