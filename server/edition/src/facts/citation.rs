//! Citations, wherever they stand.

use obelus_text::Span;

use crate::citation::{Citation, UnitKey};

/// An archival citation: in a source note, a footnote, running text or `[@…]`.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationFact {
    /// The whole of it, relative to the block.
    pub span: Span,
    /// What is cited; spans are relative to the block.
    pub citation: Citation,
    /// The unit by which citations of one file are brought together.
    pub unit: Option<UnitKey>,
}

/// A publication cited by its key: `[@goncharov1993, pp. 85-86]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublicationFact {
    /// The key.
    pub key: Box<str>,
    /// The key, relative to the block.
    pub key_span: Span,
    /// The whole reference, relative to the block.
    pub span: Span,
    /// What follows the key, relative to the block.
    pub locator: Option<Span>,
}
