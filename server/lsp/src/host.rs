//! The host of documents and editions, as the state thread keeps it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use obelus_ide::{Analysis, DocumentId, Host};
use obelus_rules::PlacedFinding;
use obelus_text::{Change, Span, Text};

use crate::folders;
use crate::scheduler::Keeper;

/// A finding that can be told from others. Where it stands is not compared, since its place may have
/// moved; it is kept beside it.
#[derive(Clone, Debug)]
pub struct Found(pub PlacedFinding);

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.0.rule().name == other.0.rule().name && self.0.message() == other.0.message()
    }
}

/// Something wrong with a file that is no open document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where, in bytes of the file.
    pub span: Span,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
}

/// Stands for an edition whose other file cannot be read.
const CONFIGURATION: &str = "edition.toml";

fn found(findings: Vec<PlacedFinding>) -> Vec<Found> {
    findings.into_iter().map(Found).collect()
}

impl Keeper for Host {
    type Id = DocumentId;
    type Analysis = Analysis;
    type Finding = Found;
    type Trouble = Trouble;

    fn new() -> Self {
        Self::new()
    }

    fn open(&mut self, path: &Path, text: Text) -> DocumentId {
        self.open_document(path, text)
    }

    fn change(&mut self, id: DocumentId, changes: &[Change]) {
        self.change_document(id, changes);
    }

    fn close(&mut self, id: DocumentId) {
        self.close_document(id);
    }

    fn add_folder(&mut self, folder: &Path) {
        for root in folders::editions(folder) {
            self.add_edition(&root);
        }
    }

    fn files_changed(&mut self, paths: &[PathBuf]) {
        Self::files_changed(self, paths);
    }

    fn analysis(&self) -> Analysis {
        self.snapshot()
    }

    fn near(analysis: &Analysis, id: DocumentId) -> Vec<Found> {
        found(analysis.diagnostics(id))
    }

    fn far(analysis: &Analysis, id: DocumentId) -> Vec<Found> {
        found(analysis.edition_diagnostics(id))
    }

    fn troubles(analysis: &Analysis) -> HashMap<PathBuf, Vec<Trouble>> {
        let mut troubles: HashMap<PathBuf, Vec<Trouble>> = HashMap::new();
        for project in analysis.projects() {
            for problem in analysis.edition_of(project).problems() {
                let message = problem.message();
                let (path, span) = match problem.place() {
                    Some(place) => (place.path.to_path_buf(), place.span),
                    None => (analysis.root(project).join(CONFIGURATION), Span::default()),
                };
                troubles.entry(path).or_default().push(Trouble { span, message });
            }
            for unreadable in analysis.unreadable(project) {
                let path = analysis.root(project).join(&unreadable.path);
                let message = unreadable.error.to_string();
                troubles.entry(path).or_default().push(Trouble { span: Span::default(), message });
            }
        }
        troubles
    }

    fn span(finding: &Found) -> Span {
        finding.0.span()
    }
}
