//! The blocks of the markup, with the meaning that the edition gives them.

use obelus_text::Span;

use super::{FrontMatterFacts, NoteFact, TurnFact};

/// A block of the markup.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// Where it stands, relative to the chunk.
    pub span: Span,
    /// What it is.
    pub kind: ItemKind,
}

/// What a block of the markup is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// `---` … `---`.
    FrontMatter(FrontMatterFacts),
    /// `# Title`.
    Heading {
        /// How many signs `#`.
        level: u8,
        /// The words, relative to the chunk.
        title: Span,
    },
    /// The opening of a turn.
    Turn(TurnFact),
    /// Running text.
    Paragraph {
        /// Whether it begins with white space, as the further paragraphs of a note do.
        indented: bool,
    },
    /// `Present: …`.
    Labelled {
        /// The field's key in the sign profile (`present`); none where the profile has no such field.
        field: Option<Box<str>>,
        /// The name as it stands, relative to the chunk.
        label: Span,
        /// What follows, relative to the chunk.
        body: Span,
    },
    /// `> …`.
    BlockQuote,
    /// `1. …`.
    ListItem {
        /// The number; none for letters and dashes.
        number: Option<u32>,
        /// The ordinal as it stands, relative to the chunk.
        ordinal: Span,
    },
    /// `* * *`.
    Separator,
    /// `[Source: …]`.
    SourceNote,
    /// `[…]` alone.
    EditorialBlock,
    /// `[^3]: …`.
    NoteDefinition(NoteFact),
    /// `% …`.
    Comment,
}

impl ItemKind {
    /// Whether the item ends the turn before it.
    pub fn ends_turn(&self) -> bool {
        matches!(
            self,
            Self::FrontMatter(_)
                | Self::Heading { .. }
                | Self::Turn(_)
                | Self::Labelled { .. }
                | Self::Separator
                | Self::SourceNote
        )
    }
}
