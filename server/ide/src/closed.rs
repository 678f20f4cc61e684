//! A document of an edition that no editor has open: what is kept of it when its text is not.

use std::path::Path;
use std::sync::Arc;

use obelus_edition::Edition;
use obelus_edition::facts::{DocumentFacts, Outline, Summary};
use obelus_edition::index::DocumentName;
use obelus_rules::{BlockFindings, DocumentScope, Levels, PlacedFinding, check_document};
use obelus_text::{ReadError, Text, read_file};

/// What is kept of a closed document beside its summary.
#[derive(Clone, Debug)]
pub(crate) struct ClosedDocument {
    pub findings: Arc<[PlacedFinding]>,
}

/// Reads the document `name` of the edition at `root`.
pub(crate) fn read(
    name: Arc<DocumentName>,
    root: &Path,
    edition: &Edition,
) -> Result<(ClosedDocument, Summary), ReadError> {
    let text = read_file(&root.join(&name.path))?;
    Ok(digest(name, Text::from(text.as_str()), edition))
}

/// What is kept of `text` when it is closed.
pub(crate) fn digest(
    name: Arc<DocumentName>,
    text: Text,
    edition: &Edition,
) -> (ClosedDocument, Summary) {
    let facts = DocumentFacts::read(text, edition);
    let outline = Outline::of(&facts);
    let summary = Summary::of(&facts, &outline);
    let blocks = BlockFindings::of(&facts, edition);
    let scope = DocumentScope { name: &name, document: &facts, outline: &outline, edition };
    let levels = Levels::of(&edition.config, &name.path, summary.kind());
    let findings = check_document(&scope, &blocks, &levels).into();
    (ClosedDocument { findings }, summary)
}
