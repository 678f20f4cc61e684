//! The order of an edition's documents.

use super::Word;

/// The order of an edition's documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By the dates of the documents.
    #[default]
    Date,
    /// As listed; documents that are not in the list come after it, by date.
    Listed(Vec<Word>),
}
