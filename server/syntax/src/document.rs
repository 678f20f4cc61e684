//! A document: its text, and its parsed chunks.

use std::ops::Range;
use std::sync::Arc;

use obelus_text::{Change, Offset, Span, Text};

use crate::split::{chunks_from, split};
use crate::{Block, NodeRef};

/// A block and where it begins in the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Where the block begins.
    pub start: Offset,
    /// The block, shared with earlier states of the document that hold it too.
    pub block: Arc<Block>,
}

impl Placed {
    /// Where the block stands in the document, with the blank lines after it.
    pub fn span(&self) -> Span {
        Span::at(self.start, self.block.len())
    }
}

/// Which blocks a change replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// The indices of the blocks that are gone.
    pub old: Range<usize>,
    /// The indices of those that stand in their place.
    pub new: Range<usize>,
}

/// A document. A clone is cheap to read from on another thread while the original changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    text: Text,
    blocks: Vec<Placed>,
}

impl Document {
    /// Parses all of `text`.
    pub fn parse(text: Text) -> Self {
        let source = text.to_string();
        let mut start = 0;
        let blocks = split(&source)
            .into_iter()
            .map(|length| {
                let block = Arc::new(Block::parse(&source[start..start + length], start == 0));
                start += length;
                Placed { start: Offset::from_usize(start - length), block }
            })
            .collect();
        Self { text, blocks }
    }

    /// Its text.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Its blocks, in order. Together they cover the text.
    pub fn blocks(&self) -> &[Placed] {
        &self.blocks
    }

    /// The index of the block that holds the character at `offset`; the last one at the end of the
    /// text; none in an empty text.
    pub fn block_at(&self, offset: Offset) -> Option<usize> {
        self.blocks.partition_point(|placed| placed.start <= offset).checked_sub(1)
    }

    /// The nodes around `offset`, the outermost first, with the start of their block.
    pub fn nodes_at(&self, offset: Offset) -> Option<(Offset, Vec<NodeRef<'_>>)> {
        let placed = &self.blocks[self.block_at(offset)?];
        Some((placed.start, placed.block.nodes_at(offset - placed.start)))
    }

    /// Makes `change`, and parses anew only the blocks that it touches.
    pub fn apply(&mut self, change: &Change) -> Replaced {
        let before = self.text.len();
        self.text.apply(change);
        let edited = change.span;
        // The block before may grow into the edited one when a blank line goes, and the first
        // block's form depends on being first.
        let first = self.block_at(edited.start()).unwrap_or(0).saturating_sub(1);
        let start = self.blocks.get(first).map_or(Offset::ZERO, |placed| placed.start);
        let grown = self.text.len() as i64 - before as i64;
        let old_end = edited.end().min(Offset::from_usize(before));
        let mut fresh = Vec::new();
        let mut kept = self.blocks.len();
        chunks_from(&self.text, start.to_usize(), |at, chunk| {
            if let Some(same) = self.resumes_at(at as i64 - grown, old_end) {
                kept = same;
                return false;
            }
            fresh.push(Placed {
                start: Offset::from_usize(at),
                block: Arc::new(Block::parse(chunk, at == 0)),
            });
            true
        });
        self.splice(first, kept, fresh, grown)
    }

    /// The block that began at `old_start` before the change, where it lies wholly behind the change,
    /// so that it and all after it are as they were.
    fn resumes_at(&self, old_start: i64, edited_end: Offset) -> Option<usize> {
        let old_start = Offset::new(u32::try_from(old_start).ok()?);
        if old_start < edited_end || old_start == Offset::ZERO {
            return None;
        }
        let index = self.blocks.binary_search_by_key(&old_start, |placed| placed.start).ok()?;
        // A block's form also depends on the line before it being blank; where the change ends
        // exactly at its start, that line is new.
        (old_start > edited_end).then_some(index)
    }

    fn splice(&mut self, first: usize, kept: usize, fresh: Vec<Placed>, grown: i64) -> Replaced {
        for placed in &mut self.blocks[kept..] {
            placed.start = Offset::from_usize((i64::from(placed.start.get()) + grown) as usize);
        }
        let new = first..first + fresh.len();
        self.blocks.splice(first..kept, fresh);
        Replaced { old: first..kept, new }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PIECES: &[&str] = &[
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "---\n",
        "# T\n\n",
        "Stalin: no.\n\n",
        "_Zhou_ says ",
        "[",
        "]",
        "[?]",
        "- a\n",
        "1. b\n",
        "% c\n",
        "  d",
        "[^1]: n\n\n",
        "{a | B: c}",
        "é",
        "> q\n",
        "* * *\n",
        "[Source: X]\n",
    ];

    fn text() -> impl Strategy<Value = String> {
        proptest::collection::vec(proptest::sample::select(PIECES), 0..30).prop_map(|p| p.concat())
    }

    proptest! {
        #[test]
        fn an_edited_document_equals_one_parsed_afresh(
            source in text(),
            edits in proptest::collection::vec((0u32..200, 0u32..20, text()), 1..6),
        ) {
            let mut document = Document::parse(Text::from(source.as_str()));
            for (at, length, new) in edits {
                let start = document.text().floor(Offset::new(at));
                let end = document.text().floor(Offset::new(at + length));
                let before = document.clone();
                let change = Change::replace(Span::new(start, end), new);
                let replaced = document.apply(&change);
                prop_assert_eq!(&document, &Document::parse(document.text().clone()));
                // What is not named as replaced is the very same block.
                for (old, new) in before.blocks()[..replaced.old.start].iter().zip(document.blocks()) {
                    prop_assert!(Arc::ptr_eq(&old.block, &new.block));
                }
                let tail = before.blocks()[replaced.old.end..].iter().rev();
                for (old, new) in tail.zip(document.blocks().iter().rev()) {
                    prop_assert!(Arc::ptr_eq(&old.block, &new.block));
                }
            }
        }
    }

    #[test]
    fn an_edit_touches_its_block_and_the_one_before() {
        let paragraphs = "One two.\n\n".repeat(100);
        let mut document = Document::parse(Text::from(paragraphs.as_str()));
        let replaced = document.apply(&Change::insert(Offset::new(503), "x"));
        assert_eq!(replaced, Replaced { old: 49..51, new: 49..51 });
    }
}
