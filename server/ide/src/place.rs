//! Places in documents.

use std::path::PathBuf;

use obelus_edition::index::DocumentId;
use obelus_text::{Offset, Span};

/// A place in a document: where the cursor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The document.
    pub document: DocumentId,
    /// Bytes from its start.
    pub offset: Offset,
}

/// A stretch of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// The document.
    pub document: DocumentId,
    /// Bytes from its start.
    pub span: Span,
}

/// What a jump leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A place in a document of an edition.
    Document(Location),
    /// A place in another file: a register, a transcription.
    File {
        /// The file.
        path: PathBuf,
        /// Where in it, in bytes.
        span: Span,
    },
    /// A file that is no text: a scan.
    Facsimile(PathBuf),
}
