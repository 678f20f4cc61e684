//! What the state thread takes care of.

use std::collections::HashMap;
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use obelus_text::{Change, Span, Text};

/// Holds documents and says what is found in them. Only the state thread changes it.
pub trait Keeper: Send + 'static {
    /// The number of a document.
    type Id: Copy + Eq + Hash + Send + Sync + 'static;
    /// A state that stays as it is, cheap to make.
    type Analysis: Send + Sync + 'static;
    /// Something found in a document.
    type Finding: Clone + PartialEq + Send + Sync + 'static;
    /// Something found in a file that is no open document.
    type Trouble: PartialEq + Send + Sync + 'static;

    /// One that holds nothing.
    fn new() -> Self;
    /// Takes the editor's text for the file; in place of an earlier one, if it is open already.
    fn open(&mut self, path: &Path, text: Text) -> Self::Id;
    /// Changes an open document, each change counted in the text as the one before left it.
    fn change(&mut self, id: Self::Id, changes: &[Change]);
    /// Takes the file's own text again.
    fn close(&mut self, id: Self::Id);
    /// Loads the editions in a folder of the editor's, or above it.
    fn add_folder(&mut self, folder: &Path);
    /// Takes note of files that others have written.
    fn files_changed(&mut self, paths: &[PathBuf]);
    /// The state as it is now.
    fn analysis(&self) -> Self::Analysis;

    /// What is found in the document by itself: what follows a keystroke.
    fn near(analysis: &Self::Analysis, id: Self::Id) -> Vec<Self::Finding>;
    /// What takes other documents to find.
    fn far(analysis: &Self::Analysis, id: Self::Id) -> Vec<Self::Finding>;
    /// What is found in an edition's own files and in documents that cannot be read, by file.
    fn troubles(analysis: &Self::Analysis) -> HashMap<PathBuf, Vec<Self::Trouble>>;
    /// Where the finding stands.
    fn span(finding: &Self::Finding) -> Span;
}

/// An open document, as readers see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Its address in the editor's own spelling.
    pub uri: Arc<str>,
    /// The editor's number of its text.
    pub version: i32,
}

/// A state for readers.
#[derive(Debug)]
pub struct Snapshot<A> {
    /// What the keeper knows.
    pub analysis: A,
    /// The open documents, by path.
    pub opened: Arc<HashMap<PathBuf, Opened>>,
}
