//! An edition with its index; or, without a root, the documents that belong to none.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use imbl::OrdMap;
use obelus_edition::Edition;
use obelus_edition::facts::Summary;
use obelus_edition::index::{DocumentId, DocumentName, Index};
use obelus_text::ReadError;
use rayon::prelude::*;

use crate::closed::{self, ClosedDocument};

/// The number of an edition in its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProjectId(pub(crate) usize);

/// A document that could not be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Its path, relative to the edition's root.
    pub path: PathBuf,
    /// Why.
    pub error: Arc<ReadError>,
}

/// An edition with its index. A clone is cheap.
#[derive(Clone, Debug)]
pub(crate) struct Project {
    /// The folder that holds `edition.toml`; empty for documents that belong to no edition.
    pub root: Arc<Path>,
    pub edition: Arc<Edition>,
    pub index: Index,
    pub closed: OrdMap<DocumentId, ClosedDocument>,
    pub unreadable: OrdMap<PathBuf, Unreadable>,
}

impl Project {
    /// A place for documents that belong to no edition.
    pub(crate) fn loose() -> Self {
        Self::new(Path::new(""), Edition::default())
    }

    fn new(root: &Path, edition: Edition) -> Self {
        Self {
            root: root.into(),
            edition: Arc::new(edition),
            index: Index::default(),
            closed: OrdMap::new(),
            unreadable: OrdMap::new(),
        }
    }

    /// Loads the edition at `root` and all its documents. `next` gives new numbers.
    pub(crate) fn load(root: &Path, next: &mut impl FnMut() -> DocumentId) -> Self {
        let mut project = Self::new(root, Edition::load(root));
        let mut names = Vec::new();
        for path in project.edition.documents() {
            names.push(Arc::new(DocumentName::new(next(), path)));
        }
        project.read_all(names);
        project
    }

    /// Reads the edition's own files again, and all documents in their light. Documents keep their
    /// numbers. `open` are the texts that editors hold; they are not read from their files.
    pub(crate) fn reload(&mut self, open: &[DocumentId], next: &mut impl FnMut() -> DocumentId) {
        let known: HashMap<Arc<Path>, Arc<DocumentName>> = self
            .index
            .documents()
            .map(|entry| (entry.name.path.clone(), entry.name.clone()))
            .collect();
        let kept = self.index.clone();
        *self = Self::new(&self.root.clone(), Edition::load(&self.root));
        let mut names = Vec::new();
        for path in self.edition.documents() {
            let name = known.get(path).cloned();
            let name = name.unwrap_or_else(|| Arc::new(DocumentName::new(next(), path)));
            if !open.contains(&name.id) {
                names.push(name);
            }
        }
        self.read_all(names);
        for entry in open.iter().filter_map(|id| kept.get(*id)) {
            self.index.put(&entry.name, entry.summary.clone());
        }
    }

    fn read_all(&mut self, names: Vec<Arc<DocumentName>>) {
        let (root, edition) = (&self.root, &self.edition);
        let read: Vec<_> = names
            .into_par_iter()
            .map(|name| (name.clone(), closed::read(name, root, edition)))
            .collect();
        for (name, result) in read {
            self.keep(name, result);
        }
    }

    /// Reads one document from its file, again or for the first time.
    pub(crate) fn read(&mut self, name: Arc<DocumentName>) {
        let result = closed::read(name.clone(), &self.root, &self.edition);
        self.keep(name, result);
    }

    fn keep(
        &mut self,
        name: Arc<DocumentName>,
        result: Result<(ClosedDocument, Summary), ReadError>,
    ) {
        match result {
            Ok((document, summary)) => {
                self.unreadable.remove(&*name.path);
                self.index.put(&name, Arc::new(summary));
                self.closed.insert(name.id, document);
            }
            Err(error) => {
                self.forget(name.id);
                let gone = matches!(&error, ReadError::Io { source, .. }
                    if source.kind() == std::io::ErrorKind::NotFound);
                if !gone {
                    let path = name.path.to_path_buf();
                    let unreadable = Unreadable { path: path.clone(), error: Arc::new(error) };
                    self.unreadable.insert(path, unreadable);
                }
            }
        }
    }

    /// Forgets a document whose file is gone.
    pub(crate) fn forget(&mut self, id: DocumentId) {
        self.closed.remove(&id);
        self.index.remove(id);
    }

    /// The path of a document of this edition in the file system.
    pub(crate) fn full_path(&self, name: &DocumentName) -> PathBuf {
        self.root.join(&name.path)
    }
}
