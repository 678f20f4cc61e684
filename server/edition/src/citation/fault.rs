//! What in a citation is not as its scheme has it.

use std::sync::Arc;

use obelus_text::{Offset, Span};

use super::LocatorKind;

/// What in a citation is not as its scheme has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Pages are named where the archive counts leaves, or the like.
    WrongLocator {
        /// The label.
        label: Span,
        /// What the label counts.
        found: LocatorKind,
        /// What the archive counts.
        expected: LocatorKind,
    },
    /// A level is left out without which the file cannot be found.
    MissingLevel {
        /// The level's key.
        level: Arc<str>,
        /// Where it should stand: the level before or after it.
        near: Span,
    },
    /// A level stands before one that should come first.
    OutOfOrder {
        /// The level with its label.
        span: Span,
        /// Its key.
        level: Arc<str>,
        /// The key of the level that stands before it and should follow.
        after: Arc<str>,
    },
    /// A level that the scheme of the named repository does not have.
    UnknownLevel {
        /// Its label.
        label: Span,
    },
    /// `9-7`: the range ends before it begins.
    ReversedRange {
        /// The range.
        span: Span,
    },
    /// `l. 9-17` or `ll. 9`: the label's number is not that of the leaves.
    LabelNumber {
        /// The label.
        label: Span,
        /// Whether several leaves are named.
        several: bool,
    },
    /// The comma or space between two levels is missing.
    MissingSeparator {
        /// The empty or white span between the two.
        span: Span,
    },
    /// The date in the reference cannot be.
    ImpossibleDate {
        /// The part that carries it.
        span: Span,
    },
}

impl Fault {
    /// Where it is.
    pub fn span(&self) -> Span {
        match self {
            Self::WrongLocator { label, .. }
            | Self::UnknownLevel { label }
            | Self::LabelNumber { label, .. } => *label,
            Self::MissingLevel { near, .. } => *near,
            Self::OutOfOrder { span, .. }
            | Self::ReversedRange { span }
            | Self::MissingSeparator { span }
            | Self::ImpossibleDate { span } => *span,
        }
    }

    pub(super) fn shift(&mut self, base: Offset) {
        match self {
            Self::WrongLocator { label: span, .. }
            | Self::UnknownLevel { label: span }
            | Self::LabelNumber { label: span, .. }
            | Self::MissingLevel { near: span, .. }
            | Self::OutOfOrder { span, .. }
            | Self::ReversedRange { span }
            | Self::MissingSeparator { span }
            | Self::ImpossibleDate { span } => *span = *span + base,
        }
    }
}
