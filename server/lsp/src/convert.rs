//! Between the protocol's types and the project's own.

pub mod finding;
pub mod place;
pub mod symbol;
pub mod uri;
