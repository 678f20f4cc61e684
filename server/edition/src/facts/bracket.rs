//! Brackets and what they mean.

use obelus_syntax::view::Sign;
use obelus_text::Span;

use crate::profile::Inference;

/// A bracket in running text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BracketFact {
    /// The whole of it, relative to the block.
    pub span: Span,
    /// Its words, without brackets and sign, relative to the block.
    pub inner: Span,
    /// Its explicit sign.
    pub sign: Option<Sign>,
    /// What it means.
    pub inference: Inference,
}
