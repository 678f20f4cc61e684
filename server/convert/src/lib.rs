//! From other forms into an edition and out of it.

pub mod import;
