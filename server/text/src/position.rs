//! A place as an editor names it.

use std::fmt;

/// A line and a column, both counted from 0; the column in units of an [`crate::Encoding`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// Line, counted from 0.
    pub line: u32,
    /// Column, counted from 0.
    pub column: u32,
}

impl Position {
    /// The place at `line` and `column`, both counted from 0.
    pub const fn new(line: u32, column: u32) -> Self {
        Self { line, column }
    }
}

/// As a person names it: both counted from 1.
impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line + 1, self.column + 1)
    }
}

/// Why a position names no place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// The text has fewer lines.
    #[error("line {} lies past the end of the text, which has {lines} lines", line + 1)]
    NoSuchLine {
        /// The line asked for, counted from 0.
        line: u32,
        /// How many lines the text has.
        lines: u32,
    },
    /// The column falls inside a character.
    #[error("position {position} falls inside a character")]
    InsideCharacter {
        /// The position asked for.
        position: Position,
    },
}
