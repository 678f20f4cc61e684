use obelus_text::Span;

use super::trimmed;
use crate::{Kind, NodeRef};

/// `1. …`.
#[derive(Clone, Copy, Debug)]
pub struct ListItem<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// `1.`, `a)`, `-`.
    pub ordinal: NodeRef<'a>,
    /// What follows.
    pub body: Span,
}

impl<'a> ListItem<'a> {
    /// `node`, where it is an item of a list.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::ListItem {
            return None;
        }
        let ordinal = node.child(Kind::Ordinal)?;
        let body = Span::new(ordinal.span().end(), node.span().end());
        Some(Self { node, ordinal, body: trimmed(node.block().text(), body) })
    }

    /// The number of the item: of `2.`, `2)` or `2/`; none for letters and dashes.
    pub fn number(self) -> Option<u32> {
        self.ordinal.text().trim().trim_end_matches(['.', ')', '/']).parse().ok()
    }
}
