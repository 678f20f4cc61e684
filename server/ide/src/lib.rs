//! What an editor shows of an edition: one feature a file, in the project's own types.
//!
//! [`Host`] holds open documents and editions, and is the only one that changes them. An [`Analysis`]
//! is a state of it that stays as it is, cheap to make and to read from on any thread. All places are
//! [`Place`]s and [`Location`]s, counted in bytes; this crate has never heard of lines and columns.

mod analysis;
mod closed;
mod code_actions;
mod completion;
mod definition;
mod document_links;
mod facsimile;
mod folding;
mod host;
mod hover;
mod inlay_hints;
mod open;
mod place;
mod project;
mod references;
mod selection;
mod semantic_tokens;
mod subject;
mod symbols;
#[cfg(test)]
mod tests;

pub use analysis::Analysis;
pub use code_actions::Action;
pub use completion::{Completion, CompletionKind};
pub use document_links::Link;
pub use host::Host;
pub use hover::Hover;
pub use inlay_hints::Hint;
pub use obelus_edition::index::DocumentId;
pub use place::{Location, Place, Target};
pub use project::{ProjectId, Unreadable};
pub use semantic_tokens::TokenKind;
pub use symbols::{Found, Symbol, SymbolKind};
