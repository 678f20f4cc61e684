//! Places in a document that do not move when text is inserted in other blocks.

use obelus_text::Span;

/// A span in one block of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the block.
    pub block: u32,
    /// The span, relative to the block.
    pub span: Span,
}

/// An item of a document: a block of the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    /// The index of the chunk.
    pub block: u32,
    /// The index of the item in the chunk; mostly 0.
    pub item: u32,
}
