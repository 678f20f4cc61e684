//! A parsed chunk.

use obelus_text::{Offset, Span};

use crate::{Kind, parse};

/// A node as it is stored: parents stand before their children, so a subtree is a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub kind: Kind,
    pub span: Span,
    /// The index after the last node of the subtree.
    pub end: u32,
}

/// A parsed chunk. All spans are relative to its start, so that it stays valid wherever it moves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    text: Box<str>,
    nodes: Box<[Node]>,
}

impl Block {
    /// Parses a chunk (see [`crate::split`]); `at_top` where nothing stands before it, so that it may
    /// be front matter.
    pub fn parse(chunk: &str, at_top: bool) -> Self {
        Self { text: chunk.into(), nodes: parse::parse(chunk, at_top) }
    }

    /// Its words, with the blank lines after it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Its length in bytes, with the blank lines after it.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether it holds no character.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The blocks of the chunk: mostly one; several where list items or comments follow one another
    /// without a blank line; none in blank lines.
    pub fn roots(&self) -> impl Iterator<Item = NodeRef<'_>> {
        Siblings { block: self, next: 0, end: self.nodes.len() as u32 }
    }

    /// All nodes, in the order in which they begin, a parent before its children.
    pub fn nodes(&self) -> impl Iterator<Item = NodeRef<'_>> {
        (0..self.nodes.len() as u32).map(|index| NodeRef { block: self, index })
    }

    /// The nodes around `offset` (relative to the block), the outermost first.
    pub fn nodes_at(&self, offset: Offset) -> Vec<NodeRef<'_>> {
        self.nodes().filter(|node| node.span().touches(offset)).collect()
    }
}

struct Siblings<'a> {
    block: &'a Block,
    next: u32,
    end: u32,
}

impl<'a> Iterator for Siblings<'a> {
    type Item = NodeRef<'a>;

    fn next(&mut self) -> Option<NodeRef<'a>> {
        if self.next >= self.end {
            return None;
        }
        let node = NodeRef { block: self.block, index: self.next };
        self.next = node.stored().end;
        Some(node)
    }
}

/// A node of a block.
#[derive(Clone, Copy)]
pub struct NodeRef<'a> {
    block: &'a Block,
    index: u32,
}

impl PartialEq for NodeRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.block, other.block) && self.index == other.index
    }
}

impl std::fmt::Debug for NodeRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}@{} {:?}", self.kind().name(), self.span(), self.text())
    }
}

impl<'a> NodeRef<'a> {
    fn stored(self) -> &'a Node {
        &self.block.nodes[self.index as usize]
    }

    /// The block it belongs to.
    pub fn block(self) -> &'a Block {
        self.block
    }

    /// Its kind.
    pub fn kind(self) -> Kind {
        self.stored().kind
    }

    /// Where it stands, relative to the block.
    pub fn span(self) -> Span {
        self.stored().span
    }

    /// Its words.
    pub fn text(self) -> &'a str {
        self.span().of(&self.block.text)
    }

    /// Its children.
    pub fn children(self) -> impl Iterator<Item = NodeRef<'a>> {
        Siblings { block: self.block, next: self.index + 1, end: self.stored().end }
    }

    /// Its first child of `kind`.
    pub fn child(self, kind: Kind) -> Option<NodeRef<'a>> {
        self.children().find(|child| child.kind() == kind)
    }

    /// All nodes below it, in the order in which they begin.
    pub fn descendants(self) -> impl Iterator<Item = NodeRef<'a>> {
        let block = self.block;
        (self.index + 1..self.stored().end).map(move |index| NodeRef { block, index })
    }

    /// The node it stands in; none for a block.
    pub fn parent(self) -> Option<NodeRef<'a>> {
        (0..self.index)
            .rev()
            .map(|index| NodeRef { block: self.block, index })
            .find(|node| node.stored().end > self.index)
    }
}
