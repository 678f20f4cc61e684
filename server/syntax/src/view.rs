//! Typed views of nodes: what a turn, a bracket or a citation is made of.
//!
//! A view is made by `cast`, which answers `None` for nodes of another kind. All spans are relative
//! to the block.

mod anchor;
mod apparatus;
mod bracket;
mod citation;
mod comment;
mod cross_reference;
mod front_matter;
mod heading;
mod labelled;
mod list_item;
mod milestone;
mod note;
mod turn;

pub use anchor::Anchor;
pub use apparatus::{Apparatus, Reading};
pub use bracket::{Bracket, Sign};
pub use citation::{Citation, CitationItem};
pub use comment::Comment;
pub use cross_reference::CrossReference;
pub use front_matter::{Entry, FrontMatter};
pub use heading::Heading;
pub use labelled::Labelled;
pub use list_item::ListItem;
pub use milestone::Milestone;
pub use note::{NoteDefinition, NoteReference};
pub use turn::{Delimiter, Turn};

use obelus_text::{Offset, Span};

/// `span` without the white space at its edges.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start() + Offset::from_usize(words.len() - words.trim_start().len());
    Span::at(start, words.trim().len())
}
