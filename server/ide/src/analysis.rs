//! A state of the host that stays as it is.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use imbl::{OrdMap, OrdSet};
use obelus_edition::Edition;
use obelus_edition::facts::{DocumentFacts, Outline, Summary};
use obelus_edition::index::{DocumentId, DocumentName, Index};
use obelus_rules::{
    DocumentScope, EditionScope, Levels, PlacedFinding, check_document, check_edition,
};
use obelus_text::{Text, read_file};

use crate::open::OpenDocument;
use crate::project::{Project, ProjectId, Unreadable};

/// A state of the host that stays as it is. A clone is cheap.
#[derive(Clone, Debug)]
pub struct Analysis {
    projects: Vec<Project>,
    open: OrdMap<DocumentId, OpenDocument>,
    changed: OrdSet<DocumentId>,
    /// The projects with all that was `changed` in their index; made when first asked for.
    settled: OnceLock<Vec<Project>>,
}

impl Analysis {
    pub(crate) fn new(
        projects: Vec<Project>,
        open: OrdMap<DocumentId, OpenDocument>,
        changed: OrdSet<DocumentId>,
    ) -> Self {
        Self { projects, open, changed, settled: OnceLock::new() }
    }

    fn settled(&self) -> &[Project] {
        if self.changed.is_empty() {
            return &self.projects;
        }
        self.settled.get_or_init(|| {
            let mut projects = self.projects.clone();
            for document in self.changed.iter().filter_map(|id| self.open.get(id)) {
                let index = &mut projects[document.project.0].index;
                index.put(&document.name, Arc::new(document.summary()));
            }
            projects
        })
    }

    /// The edition that holds the document, as it was when its index last heard of changes: for what follows
    /// a keystroke and needs no index.
    fn project_near(&self, id: DocumentId) -> Option<(&Project, &Arc<DocumentName>)> {
        find(&self.projects, &self.open, id)
    }

    /// The edition that holds the document, with all changes in its index, and the document's name.
    pub(crate) fn project_of(&self, id: DocumentId) -> Option<(&Project, &Arc<DocumentName>)> {
        find(self.settled(), &self.open, id)
    }

    /// The document at `path`, where it is open or part of a loaded edition.
    pub fn document(&self, path: &Path) -> Option<DocumentId> {
        self.projects
            .iter()
            .rev()
            .find_map(|project| project.index.at_path(path.strip_prefix(&project.root).ok()?))
    }

    /// The path of a document in the file system.
    pub fn path(&self, id: DocumentId) -> Option<PathBuf> {
        let (project, name) = self.project_near(id)?;
        Some(project.full_path(name))
    }

    /// The name by which references call a document.
    pub fn name(&self, id: DocumentId) -> Option<Arc<str>> {
        Some(self.project_near(id)?.1.name.clone())
    }

    /// Whether an editor has the document open.
    pub fn is_open(&self, id: DocumentId) -> bool {
        self.open.contains_key(&id)
    }

    /// The text of a document: that of the editor, else that of its file.
    pub fn text(&self, id: DocumentId) -> Option<Text> {
        if let Some(open) = self.open.get(&id) {
            return Some(open.facts.text().clone());
        }
        let text = read_file(&self.path(id)?).ok()?;
        Some(Text::from(text.as_str()))
    }

    /// What a document says: kept for open ones, read from the file for others.
    pub(crate) fn facts(&self, id: DocumentId) -> Option<Cow<'_, DocumentFacts>> {
        if let Some(open) = self.open.get(&id) {
            return Some(Cow::Borrowed(&open.facts));
        }
        let (project, _) = self.project_of(id)?;
        Some(Cow::Owned(DocumentFacts::read(self.text(id)?, &project.edition)))
    }

    /// What others can know of a document.
    pub(crate) fn summary(&self, id: DocumentId) -> Option<&Arc<Summary>> {
        Some(&self.project_of(id)?.0.index.get(id)?.summary)
    }

    /// The edition that holds a document; the defaults for a document that belongs to none.
    pub fn edition(&self, id: DocumentId) -> Option<&Arc<Edition>> {
        Some(&self.project_near(id)?.0.edition)
    }

    pub(crate) fn index(&self, id: DocumentId) -> Option<&Index> {
        Some(&self.project_of(id)?.0.index)
    }

    /// Whether a document belongs to an edition.
    pub fn has_edition(&self, id: DocumentId) -> bool {
        self.project_near(id).is_some_and(|(project, _)| !project.root.as_os_str().is_empty())
    }

    /// The loaded editions.
    pub fn projects(&self) -> impl Iterator<Item = ProjectId> {
        (1..self.projects.len()).map(ProjectId)
    }

    /// The folder of an edition.
    pub fn root(&self, project: ProjectId) -> &Path {
        &self.projects[project.0].root
    }

    /// An edition's own files: configuration, registers, profile.
    pub fn edition_of(&self, project: ProjectId) -> &Arc<Edition> {
        &self.projects[project.0].edition
    }

    /// The documents of an edition, by path.
    pub fn documents(&self, project: ProjectId) -> Vec<DocumentId> {
        let mut entries: Vec<_> = self.projects[project.0].index.documents().collect();
        entries.sort_by(|a, b| a.name.path.cmp(&b.name.path));
        entries.into_iter().map(|entry| entry.name.id).collect()
    }

    /// The documents of an edition that could not be read.
    pub fn unreadable(&self, project: ProjectId) -> impl Iterator<Item = &Unreadable> {
        self.projects[project.0].unreadable.values()
    }

    /// How much the findings of each rule weigh in a document.
    pub fn levels(&self, id: DocumentId) -> Levels {
        let Some((project, name)) = self.project_near(id) else { return Levels::default() };
        let kind = match self.open.get(&id) {
            Some(open) => open
                .facts
                .front_matter()
                .and_then(|facts| facts.get("kind"))
                .map(|kind| &*kind.value),
            None => project.index.get(id).and_then(|entry| entry.summary.kind()),
        };
        Levels::of(&project.edition.config, &name.path, kind)
    }

    /// What can be found in a document by itself, in order of place. This is what follows a keystroke.
    pub fn diagnostics(&self, id: DocumentId) -> Vec<PlacedFinding> {
        let Some((project, name)) = self.project_near(id) else { return Vec::new() };
        let Some(open) = self.open.get(&id) else {
            return project.closed.get(&id).map(|one| one.findings.to_vec()).unwrap_or_default();
        };
        let outline = Outline::of(&open.facts);
        let edition = &project.edition;
        let scope = DocumentScope { name, document: &open.facts, outline: &outline, edition };
        check_document(&scope, &open.findings, &self.levels(id))
    }

    /// What takes the whole edition to find, in one of its documents, in order of place.
    pub fn edition_diagnostics(&self, id: DocumentId) -> Vec<PlacedFinding> {
        let Some((project, name)) = self.project_of(id) else { return Vec::new() };
        let Some(entry) = project.index.get(id) else { return Vec::new() };
        let scope = EditionScope {
            name,
            summary: &entry.summary,
            index: &project.index,
            edition: &project.edition,
        };
        check_edition(&scope, &self.levels(id))
    }

    /// All findings in a document, in order of place.
    pub fn all_diagnostics(&self, id: DocumentId) -> Vec<PlacedFinding> {
        let mut all = self.diagnostics(id);
        all.extend(self.edition_diagnostics(id));
        all.sort_by_key(|found| (found.span(), found.rule().name));
        all
    }
}

fn find<'a>(
    projects: &'a [Project],
    open: &'a OrdMap<DocumentId, OpenDocument>,
    id: DocumentId,
) -> Option<(&'a Project, &'a Arc<DocumentName>)> {
    if let Some(open) = open.get(&id) {
        return Some((&projects[open.project.0], &open.name));
    }
    projects.iter().find_map(|project| Some((project, &project.index.get(id)?.name)))
}
