//! Links from citations to what can be opened: finding aids, scans.

use obelus_edition::index::DocumentId;
use obelus_text::Span;

use crate::{Analysis, facsimile};

/// A link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words that carry it.
    pub span: Span,
    /// The address. It is handed to the editor; the server opens nothing.
    pub address: String,
}

impl Analysis {
    /// The finding aids that the register names for the citations of a document.
    pub fn document_links(&self, id: DocumentId) -> Vec<Link> {
        let (Some(facts), Some(edition)) = (self.facts(id), self.edition(id)) else {
            return Vec::new();
        };
        let mut links = Vec::new();
        for placed in facts.blocks() {
            for fact in &placed.facts.citations {
                let siglum = fact.citation.siglum();
                let repository =
                    siglum.and_then(|siglum| edition.registers.repositories.get(siglum));
                let Some(repository) = repository else { continue };
                let Some(template) = &repository.resolve.finding_aid else { continue };
                let locator = fact.citation.locator.as_ref().and_then(|locator| locator.first());
                let leaf = locator.map(|leaf| leaf.number.to_string()).unwrap_or_default();
                let address = facsimile::fill(&template.text, repository, &fact.citation, &leaf);
                if !address.contains('{') {
                    links.push(Link { span: fact.span + placed.start, address });
                }
            }
        }
        links
    }
}
