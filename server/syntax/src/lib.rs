//! The form of a document: blocks, and what stands in them.
//!
//! A document is cut into chunks at its blank lines ([`split`]), and each chunk is parsed by itself
//! with the tree-sitter grammar ([`Block`]). An edit therefore parses only the chunks it touches
//! ([`Document::apply`]), in a document of any length, and nothing that is known of a chunk changes
//! when text is inserted above it: all spans inside a [`Block`] are relative to its start.
//!
//! This crate knows form only. Which label is a person and which bracket is a gloss is decided by
//! the floors above, which know the edition.

mod block;
mod document;
mod kind;
mod parse;
mod split;
pub mod view;

pub use block::{Block, NodeRef};
pub use document::{Document, Placed, Replaced};
pub use kind::Kind;
pub use split::{chunk_length, split};
