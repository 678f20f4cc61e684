use crate::{Kind, NodeRef};

/// `[@…]`.
#[derive(Clone, Copy, Debug)]
pub struct Citation<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
}

/// One reference of a citation.
#[derive(Clone, Copy, Debug)]
pub struct CitationItem<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The siglum or bibliography key.
    pub key: NodeRef<'a>,
    /// What follows the key.
    pub locator: Option<NodeRef<'a>>,
}

impl<'a> Citation<'a> {
    /// `node`, where it is a citation.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        (node.kind() == Kind::Citation).then_some(Self { node })
    }

    /// Its references.
    pub fn items(self) -> impl Iterator<Item = CitationItem<'a>> {
        self.node.children().filter_map(CitationItem::cast)
    }
}

impl<'a> CitationItem<'a> {
    /// `node`, where it is one reference of a citation.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::CitationItem {
            return None;
        }
        let key = node.child(Kind::CitationKey)?;
        Some(Self { node, key, locator: node.child(Kind::CitationLocator) })
    }
}
