//! Rules for editorial brackets.

pub mod unclosed;
