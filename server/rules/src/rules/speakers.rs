//! Rules for turns and the names before them.

pub mod inside_paragraph;
pub mod repeated;
pub mod style;
pub mod undeclared;
