//! Rules for notes.

pub mod duplicate;
pub mod order;
pub mod undefined;
pub mod unused;
