//! A document that an editor has open.

use std::sync::Arc;

use obelus_edition::Edition;
use obelus_edition::facts::{DocumentFacts, Outline, Summary};
use obelus_edition::index::DocumentName;
use obelus_rules::BlockFindings;
use obelus_text::{Change, Text};

use crate::ProjectId;

/// A document that an editor has open. A clone is cheap.
#[derive(Clone, Debug)]
pub(crate) struct OpenDocument {
    pub project: ProjectId,
    pub name: Arc<DocumentName>,
    pub facts: Arc<DocumentFacts>,
    pub findings: Arc<BlockFindings>,
}

impl OpenDocument {
    pub(crate) fn new(
        project: ProjectId,
        name: Arc<DocumentName>,
        text: Text,
        edition: &Edition,
    ) -> Self {
        let facts = DocumentFacts::read(text, edition);
        let findings = BlockFindings::of(&facts, edition);
        Self { project, name, facts: Arc::new(facts), findings: Arc::new(findings) }
    }

    pub(crate) fn change(&mut self, changes: &[Change], edition: &Edition) {
        let facts = Arc::make_mut(&mut self.facts);
        let findings = Arc::make_mut(&mut self.findings);
        for change in changes {
            let replaced = facts.apply(change, edition);
            findings.update(facts, &replaced, edition);
        }
    }

    pub(crate) fn reread(&mut self, edition: &Edition) {
        let facts = Arc::make_mut(&mut self.facts);
        facts.reread(edition);
        self.findings = Arc::new(BlockFindings::of(facts, edition));
    }

    pub(crate) fn summary(&self) -> Summary {
        Summary::of(&self.facts, &Outline::of(&self.facts))
    }
}
