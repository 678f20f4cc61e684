//! What a rule sees.

use std::sync::Arc;

use obelus_edition::facts::{
    BlockFacts, DocumentFacts, FrontMatterFacts, Item, ItemKind, Outline, Summary,
};
use obelus_edition::index::{DocumentName, Index};
use obelus_edition::{Edition, facts};
use obelus_syntax::Block;
use obelus_text::Span;

use crate::Finding;

/// Collects findings.
#[derive(Debug, Default)]
pub struct Sink {
    pub(crate) findings: Vec<Arc<Finding>>,
}

impl Sink {
    /// Reports a finding.
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(Arc::new(finding));
    }
}

/// What a rule for blocks sees.
#[derive(Clone, Copy, Debug)]
pub struct BlockScope<'a> {
    /// The block.
    pub block: &'a Block,
    /// What it says.
    pub facts: &'a BlockFacts,
    /// The edition.
    pub edition: &'a Edition,
}

impl<'a> BlockScope<'a> {
    /// The words of the block.
    pub fn text(&self) -> &'a str {
        self.block.text()
    }

    /// The items that hold running text, with the span of that text.
    pub fn prose(&self) -> impl Iterator<Item = (&'a Item, Span)> {
        self.facts.items.iter().filter_map(|item| Some((item, prose_of(item)?)))
    }
}

/// Where the running text of an item stands, relative to its block; none where it has none.
pub(crate) fn prose_of(item: &Item) -> Option<Span> {
    match &item.kind {
        ItemKind::Turn(turn) => Some(turn.body),
        ItemKind::Labelled { body, .. } => Some(*body),
        ItemKind::ListItem { ordinal, .. } => Some(Span::new(ordinal.end(), item.span.end())),
        ItemKind::Paragraph { .. }
        | ItemKind::BlockQuote
        | ItemKind::NoteDefinition(_)
        | ItemKind::EditorialBlock => Some(item.span),
        _ => None,
    }
}

/// What a rule for documents sees.
#[derive(Clone, Copy, Debug)]
pub struct DocumentScope<'a> {
    /// Its name and path.
    pub name: &'a DocumentName,
    /// Its blocks and what they say.
    pub document: &'a DocumentFacts,
    /// What takes several blocks to see.
    pub outline: &'a Outline,
    /// The edition.
    pub edition: &'a Edition,
}

impl<'a> DocumentScope<'a> {
    /// The document's front matter with the block it stands in.
    pub fn front_matter(&self) -> Option<(facts::PlacedFacts<'a>, &'a FrontMatterFacts)> {
        let placed = self.document.block(0)?;
        placed.facts.items.iter().find_map(|item| match &item.kind {
            ItemKind::FrontMatter(facts) => Some((placed, facts)),
            _ => None,
        })
    }
}

/// What a rule for editions sees.
#[derive(Clone, Copy, Debug)]
pub struct EditionScope<'a> {
    /// The document that is looked at.
    pub name: &'a DocumentName,
    /// What others can know of it.
    pub summary: &'a Summary,
    /// The summaries of all documents.
    pub index: &'a Index,
    /// The edition.
    pub edition: &'a Edition,
}
