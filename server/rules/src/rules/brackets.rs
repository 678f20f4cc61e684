//! Rules for editorial brackets and other paired signs.

pub mod ellipsis;
pub mod empty;
pub mod point;
pub mod stray;
pub mod two_meanings;
pub mod unclosed;
pub mod unclosed_mark;
