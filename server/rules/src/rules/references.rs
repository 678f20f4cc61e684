//! Rules for references from one place to another.

pub mod ambiguous;
pub mod printed_page;
pub mod unresolved;
