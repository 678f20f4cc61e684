//! The grammar of Obelus markup for tree-sitter.
//!
//! ```
//! let mut parser = tree_sitter::Parser::new();
//! parser.set_language(&tree_sitter_obelus::LANGUAGE.into())?;
//! let tree = parser.parse("Lind: We agree.\n", None);
//! assert!(tree.is_some_and(|tree| !tree.root_node().has_error()));
//! # Ok::<(), tree_sitter::LanguageError>(())
//! ```

use tree_sitter_language::LanguageFn;

#[allow(unsafe_code)]
mod parser {
    unsafe extern "C" {
        pub fn tree_sitter_obelus() -> *const ();
    }
}

/// The grammar.
#[allow(unsafe_code)]
// SAFETY: the function is the generated parser's, compiled by the build script.
pub const LANGUAGE: LanguageFn = unsafe { LanguageFn::from_raw(parser::tree_sitter_obelus) };

/// The kinds of nodes, as JSON.
pub const NODE_TYPES: &str = include_str!("../../src/node-types.json");
/// The query that colours a document.
pub const HIGHLIGHTS_QUERY: &str = include_str!("../../queries/highlights.scm");
/// The query that folds a document.
pub const FOLDS_QUERY: &str = include_str!("../../queries/folds.scm");
/// The query that names injected languages.
pub const INJECTIONS_QUERY: &str = include_str!("../../queries/injections.scm");
/// The query that names what can be selected, moved to or deleted as one: turns, notes, brackets.
pub const TEXTOBJECTS_QUERY: &str = include_str!("../../queries/textobjects.scm");
/// The query that indents what belongs to a note.
pub const INDENTS_QUERY: &str = include_str!("../../queries/indents.scm");
