//! The host: open documents and editions, and the only one that changes them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use imbl::{OrdMap, OrdSet};
use obelus_edition::index::{DocumentId, DocumentName};
use obelus_text::{Change, Text};

use crate::open::OpenDocument;
use crate::project::{Project, ProjectId};
use crate::{Analysis, closed};

/// Open documents and editions.
#[derive(Debug)]
pub struct Host {
    /// The first is the place for documents that belong to no edition.
    projects: Vec<Project>,
    open: OrdMap<DocumentId, OpenDocument>,
    /// Open documents that were changed since the index last heard of them. What the index says of them is
    /// brought up to date by the first reader of a snapshot that asks, not by the keystroke.
    changed: OrdSet<DocumentId>,
    next: u32,
}

impl Default for Host {
    fn default() -> Self {
        Self::new()
    }
}

impl Host {
    /// A host without editions.
    pub fn new() -> Self {
        Self {
            projects: vec![Project::loose()],
            open: OrdMap::new(),
            changed: OrdSet::new(),
            next: 0,
        }
    }

    /// Loads the edition at `root`, the folder of its `edition.toml`, unless it is loaded already.
    pub fn add_edition(&mut self, root: &Path) -> ProjectId {
        if let Some(at) = self.projects.iter().skip(1).position(|project| *project.root == *root) {
            return ProjectId(at + 1);
        }
        let next = &mut self.next;
        self.projects.push(Project::load(root, &mut || number(next)));
        ProjectId(self.projects.len() - 1)
    }

    /// Opens the document at `path` with the text that the editor holds. The edition that holds it is
    /// loaded: that of the nearest `edition.toml` above it.
    pub fn open_document(&mut self, path: &Path, text: Text) -> DocumentId {
        let project = match Self::root_of(path) {
            Some(root) => self.add_edition(&root),
            None => ProjectId(0),
        };
        let name = self.name_of(project, path);
        let held = &mut self.projects[project.0];
        let document = OpenDocument::new(project, name.clone(), text, &held.edition);
        held.closed.remove(&name.id);
        held.index.put(&name, Arc::new(document.summary()));
        self.open.insert(name.id, document);
        name.id
    }

    /// The folder of the nearest `edition.toml` above `path`.
    pub fn root_of(path: &Path) -> Option<PathBuf> {
        let mut above = path.ancestors().skip(1);
        above.find(|folder| folder.join("edition.toml").is_file()).map(Path::to_path_buf)
    }

    fn name_of(&mut self, project: ProjectId, path: &Path) -> Arc<DocumentName> {
        let held = &self.projects[project.0];
        let relative = path.strip_prefix(&held.root).unwrap_or(path);
        if let Some(entry) = held.index.at_path(relative).and_then(|id| held.index.get(id)) {
            return entry.name.clone();
        }
        Arc::new(DocumentName::new(number(&mut self.next), relative))
    }

    /// Changes an open document; each change is counted in the text as the one before left it.
    pub fn change_document(&mut self, id: DocumentId, changes: &[Change]) {
        let Some(document) = self.open.get_mut(&id) else { return };
        document.change(changes, &self.projects[document.project.0].edition);
        self.changed.insert(id);
    }

    /// Closes a document: from now on its file counts.
    pub fn close_document(&mut self, id: DocumentId) {
        let Some(document) = self.open.remove(&id) else { return };
        self.changed.remove(&id);
        let project = &mut self.projects[document.project.0];
        if document.project.0 == 0 {
            project.forget(id);
        } else {
            project.read(document.name);
        }
    }

    /// Takes note of files that were made, changed or deleted outside the editor.
    pub fn files_changed(&mut self, paths: &[PathBuf]) {
        for at in 1..self.projects.len() {
            let root = self.projects[at].root.clone();
            let inside: Vec<&Path> =
                paths.iter().filter_map(|path| path.strip_prefix(&root).ok()).collect();
            let is_document = |path: &&Path| path.extension().is_some_and(|kind| kind == "obl");
            if inside.iter().any(|path| !is_document(path)) {
                self.reload(at);
                continue;
            }
            for path in inside {
                let name = self.name_of(ProjectId(at), &root.join(path));
                if !self.open.contains_key(&name.id) {
                    self.projects[at].read(name);
                }
            }
        }
    }

    fn reload(&mut self, at: usize) {
        let mut open: Vec<DocumentId> = Vec::new();
        for (id, document) in &self.open {
            if document.project.0 == at {
                open.push(*id);
            }
        }
        let next = &mut self.next;
        let project = &mut self.projects[at];
        project.reload(&open, &mut || number(next));
        for id in open {
            if let Some(document) = self.open.get_mut(&id) {
                document.reread(&project.edition);
                project.index.put(&document.name, Arc::new(document.summary()));
            }
        }
    }

    /// The state as it is now.
    pub fn snapshot(&self) -> Analysis {
        Analysis::new(self.projects.clone(), self.open.clone(), self.changed.clone())
    }

    /// What is known of the text `text` if it stood in the file `path` of a loaded edition; for
    /// checking a fix before it is written.
    pub fn findings_in(&self, id: DocumentId, text: Text) -> Vec<obelus_rules::PlacedFinding> {
        let snapshot = self.snapshot();
        let Some((project, name)) = snapshot.project_of(id) else { return Vec::new() };
        closed::digest(name.clone(), text, &project.edition).0.findings.to_vec()
    }
}

fn number(next: &mut u32) -> DocumentId {
    *next += 1;
    DocumentId(*next)
}
