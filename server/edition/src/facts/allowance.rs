//! `% obelus: allow GROUP/RULE`.

use obelus_text::Span;

/// A rule that a comment allows to be broken.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Allowance {
    /// The name of the rule, or of a whole group.
    pub rule: Box<str>,
    /// The name, relative to the block.
    pub span: Span,
}
