//! The protocol's methods, one a file.

pub mod diagnostic;
pub mod initialize;
pub mod text;
pub mod workspace_diagnostic;
