//! Turns of speech.

use obelus_syntax::view::Delimiter;
use obelus_text::Span;

use crate::registers::PersonKey;

/// How the speaker's name is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// Whether the name is underlined, as in the typescript.
    pub underlined: bool,
    /// What follows the name.
    pub delimiter: Delimiter,
}

/// The opening of a turn.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TurnFact {
    /// The name as it stands, white space folded.
    pub label: Box<str>,
    /// The name, relative to the block.
    pub label_span: Span,
    /// What follows the name, relative to the block.
    pub body: Span,
    /// How the name is set.
    pub style: Style,
    /// Who speaks, where the register of persons knows the name and it is nobody else's.
    pub person: Option<PersonKey>,
}

impl TurnFact {
    /// Whether the words are the speaker's own, not reported.
    pub fn is_direct(&self) -> bool {
        self.style.delimiter != Delimiter::None
    }
}
