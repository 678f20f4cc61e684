//! The facts of all blocks of a document.

use std::sync::Arc;

use obelus_syntax::{Block, Document, Replaced};
use obelus_text::{Change, Offset, Span, Text};

use super::{BlockFacts, FrontMatterFacts, Item, ItemId, ItemKind, Place};
use crate::Edition;

/// A document with the facts of its blocks.
///
/// After any number of [`DocumentFacts::apply`], it equals what [`DocumentFacts::read`] makes of the
/// text afresh.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentFacts {
    document: Document,
    facts: Vec<Arc<BlockFacts>>,
}

/// A block with its facts, and where it begins.
#[derive(Clone, Copy, Debug)]
pub struct PlacedFacts<'a> {
    /// The index of the block.
    pub index: u32,
    /// Where the block begins in the document.
    pub start: Offset,
    /// The block.
    pub block: &'a Block,
    /// What it says.
    pub facts: &'a Arc<BlockFacts>,
}

impl<'a> PlacedFacts<'a> {
    /// The items of the block, with their ids.
    pub fn items(self) -> impl Iterator<Item = (ItemId, &'a Item)> {
        let block = self.index;
        (0..).zip(&self.facts.items).map(move |(item, fact)| (ItemId { block, item }, fact))
    }
}

impl DocumentFacts {
    /// Reads all of `text` in the light of `edition`.
    pub fn read(text: Text, edition: &Edition) -> Self {
        let document = Document::parse(text);
        let facts = document.blocks().iter().map(|placed| read(&placed.block, edition)).collect();
        Self { document, facts }
    }

    /// Reads the same document again, after the edition's registers or profile have changed.
    pub fn reread(&mut self, edition: &Edition) {
        let blocks = self.document.blocks();
        self.facts = blocks.iter().map(|placed| read(&placed.block, edition)).collect();
    }

    /// Makes `change` and reads the blocks that it touches.
    pub fn apply(&mut self, change: &Change, edition: &Edition) -> Replaced {
        let replaced = self.document.apply(change);
        let blocks = &self.document.blocks()[replaced.new.clone()];
        let fresh: Vec<_> = blocks.iter().map(|placed| read(&placed.block, edition)).collect();
        self.facts.splice(replaced.old.clone(), fresh);
        replaced
    }

    /// Its text and blocks.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Its text.
    pub fn text(&self) -> &Text {
        self.document.text()
    }

    /// Its blocks with their facts, in order.
    pub fn blocks(&self) -> impl DoubleEndedIterator<Item = PlacedFacts<'_>> + ExactSizeIterator {
        (0..self.facts.len()).map(|index| self.placed(index))
    }

    /// The block of this index, where there is one.
    pub fn block(&self, index: u32) -> Option<PlacedFacts<'_>> {
        ((index as usize) < self.facts.len()).then(|| self.placed(index as usize))
    }

    /// The block at `offset`; none in an empty text.
    pub fn block_at(&self, offset: Offset) -> Option<PlacedFacts<'_>> {
        Some(self.placed(self.document.block_at(offset)?))
    }

    /// The item `id`, with the block it stands in.
    pub fn item(&self, id: ItemId) -> Option<(PlacedFacts<'_>, &Item)> {
        let placed = self.block(id.block)?;
        Some((placed, self.facts[id.block as usize].items.get(id.item as usize)?))
    }

    /// All items in order, with the blocks they stand in.
    pub fn items(&self) -> impl Iterator<Item = (PlacedFacts<'_>, ItemId, &Item)> {
        self.blocks().flat_map(|placed| placed.items().map(move |(id, item)| (placed, id, item)))
    }

    /// The item that holds `offset`.
    pub fn item_at(&self, offset: Offset) -> Option<(PlacedFacts<'_>, ItemId, &Item)> {
        let placed = self.block_at(offset)?;
        let (id, item) =
            placed.items().find(|(_, item)| (item.span + placed.start).touches(offset))?;
        Some((placed, id, item))
    }

    /// The entries at the top, where there are any.
    pub fn front_matter(&self) -> Option<&FrontMatterFacts> {
        self.facts.first()?.items.iter().find_map(|item| match &item.kind {
            ItemKind::FrontMatter(facts) => Some(facts),
            _ => None,
        })
    }

    /// Where `place` stands in the document; its start, where there is no such block.
    pub fn span(&self, place: Place) -> Span {
        let start = self.block(place.block).map_or(Offset::ZERO, |placed| placed.start);
        place.span + start
    }

    fn placed(&self, index: usize) -> PlacedFacts<'_> {
        let placed = &self.document.blocks()[index];
        PlacedFacts {
            index: index as u32,
            start: placed.start,
            block: &placed.block,
            facts: &self.facts[index],
        }
    }
}

fn read(block: &Block, edition: &Edition) -> Arc<BlockFacts> {
    Arc::new(BlockFacts::read(block, edition))
}
