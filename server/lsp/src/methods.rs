//! The protocol's methods, one a file.

pub mod code_action;
pub mod completion;
pub mod definition;
pub mod diagnostic;
pub mod document_highlight;
pub mod document_link;
pub mod document_symbol;
pub mod folding_range;
pub mod hover;
pub mod initialize;
pub mod inlay_hint;
pub mod references;
pub mod selection_range;
pub mod semantic_tokens;
pub mod text;
pub mod workspace_diagnostic;
pub mod workspace_symbol;
