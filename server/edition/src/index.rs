//! The index of an edition: its documents by name, and who refers to what.
//!
//! It is updated by the difference of a document's old and new [`Summary`], and cheap to clone, so
//! that readers keep the state they began with.

mod document_name;
mod posting;

use std::path::Path;
use std::sync::Arc;

pub use document_name::{DocumentId, DocumentName};
use imbl::{HashMap, OrdMap, OrdSet};
pub use posting::Key;

use crate::facts::Summary;

/// A document in the index.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name and path.
    pub name: Arc<DocumentName>,
    /// What others can know of it.
    pub summary: Arc<Summary>,
}

/// The index of an edition.
#[derive(Clone, Debug, Default)]
pub struct Index {
    documents: OrdMap<DocumentId, Entry>,
    paths: HashMap<Arc<Path>, DocumentId>,
    names: HashMap<Arc<str>, OrdSet<DocumentId>>,
    postings: HashMap<Key, OrdSet<DocumentId>>,
}

impl Index {
    /// Puts a document in, or its new summary in place of the old one. Answers the keys that came or
    /// went: what depends on them has changed.
    pub fn put(&mut self, name: &Arc<DocumentName>, summary: Arc<Summary>) -> Vec<Key> {
        let id = name.id;
        let old = self.documents.get(&id).map(|entry| entry.summary.clone());
        if old.is_none() {
            self.paths.insert(name.path.clone(), id);
            self.names.entry(name.name.clone()).or_default().insert(id);
        }
        let changed = self.post(id, old.as_deref(), Some(&summary));
        self.documents.insert(id, Entry { name: name.clone(), summary });
        changed
    }

    /// Takes a document out. Answers the keys that went.
    pub fn remove(&mut self, id: DocumentId) -> Vec<Key> {
        let Some(entry) = self.documents.remove(&id) else { return Vec::new() };
        self.paths.remove(&entry.name.path);
        if let Some(same) = self.names.get_mut(&entry.name.name) {
            same.remove(&id);
        }
        self.post(id, Some(&entry.summary), None)
    }

    fn post(&mut self, id: DocumentId, old: Option<&Summary>, new: Option<&Summary>) -> Vec<Key> {
        let old = old.map(posting::keys).unwrap_or_default();
        let new = new.map(posting::keys).unwrap_or_default();
        for key in old.difference(&new) {
            if let Some(holders) = self.postings.get_mut(key) {
                holders.remove(&id);
                if holders.is_empty() {
                    self.postings.remove(key);
                }
            }
        }
        for key in new.difference(&old) {
            self.postings.entry(key.clone()).or_default().insert(id);
        }
        old.symmetric_difference(&new).cloned().collect()
    }

    /// The document of this id.
    pub fn get(&self, id: DocumentId) -> Option<&Entry> {
        self.documents.get(&id)
    }

    /// The document at `path`, relative to the edition's root.
    pub fn at_path(&self, path: &Path) -> Option<DocumentId> {
        self.paths.get(path).copied()
    }

    /// All documents, in the order of their ids.
    pub fn documents(&self) -> impl Iterator<Item = &Entry> {
        self.documents.values()
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// The documents that a reference `[[name]]` may mean: by file name without its ending, or by
    /// path without its ending. Several where folders hold files of one name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Entry> {
        let file = name.rsplit('/').next().unwrap_or(name);
        let ids = self.names.get(file).into_iter().flatten();
        ids.filter_map(|id| self.documents.get(id))
            .filter(move |entry| file.len() == name.len() || *entry.name.path_name() == *name)
    }

    /// The documents whose summaries hold `key`.
    pub fn holders<'a>(&'a self, key: &Key) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let ids = self.postings.get(key).into_iter().flatten();
        ids.filter_map(|id| self.documents.get(id))
    }

    /// The names of all documents, as references write them.
    pub fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.names.iter().filter(|(_, ids)| !ids.is_empty()).map(|(name, _)| name)
    }
}
