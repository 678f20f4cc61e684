//! The names of documents.

use std::path::Path;
use std::sync::Arc;

/// The number of a document in its edition; numbers are not used again while the edition is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub u32);

/// How a document is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocumentName {
    /// Its number.
    pub id: DocumentId,
    /// Its path, relative to the edition's root.
    pub path: Arc<Path>,
    /// The name by which references call it: the file name without its ending.
    pub name: Arc<str>,
}

impl DocumentName {
    /// The names of the document at `path`, relative to the edition's root.
    pub fn new(id: DocumentId, path: &Path) -> Self {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        Self { id, path: path.into(), name: name.as_ref().into() }
    }

    /// The path without its ending, with `/` between folders, as a reference may write it.
    pub fn path_name(&self) -> String {
        let bare = self.path.with_extension("");
        let parts: Vec<_> = bare.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }
}
