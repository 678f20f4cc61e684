//! What the state thread is told.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::request::Request;
use super::{ContentChange, Keeper};

/// What the state thread is told, by handlers and by jobs.
pub enum Event<K: Keeper> {
    /// The editor opened a document.
    Open {
        /// Its path, or what stands for one.
        path: PathBuf,
        /// Its address in the editor's own spelling.
        uri: Arc<str>,
        /// The editor's number of the text.
        version: i32,
        /// The text.
        text: String,
    },
    /// The editor changed a document.
    Change {
        /// The document.
        path: PathBuf,
        /// The editor's number of the text after the edits.
        version: i32,
        /// The edits, each counted in the text as the one before left it.
        edits: Vec<ContentChange>,
    },
    /// The editor said something of a document that cannot be read.
    Unreadable {
        /// The document, where that much can be read.
        path: Option<PathBuf>,
        /// The message's method.
        method: String,
        /// What is wrong with it.
        error: String,
    },
    /// The editor closed a document.
    Close(PathBuf),
    /// The editor works on folders.
    AddFolders(Vec<PathBuf>),
    /// Others have written files.
    FilesChanged(Vec<PathBuf>),
    /// The editor asks for something.
    Request(Request<K::Analysis>),
    /// A job has looked for near findings.
    LookedNear {
        /// The document.
        path: PathBuf,
        /// Whether what it found was sent.
        sent: bool,
    },
    /// A job has looked for far findings in all open documents.
    LookedFar {
        /// By document: the change of the document that was looked at, and what was found.
        documents: Vec<(PathBuf, u64, Vec<K::Finding>)>,
        /// By file that is no open document: what was found.
        troubles: HashMap<PathBuf, Vec<K::Trouble>>,
    },
    /// The end.
    Stop,
}
