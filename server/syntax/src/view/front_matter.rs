use crate::{Kind, NodeRef};

/// `---` … `---` at the top.
#[derive(Clone, Copy, Debug)]
pub struct FrontMatter<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
}

/// `key: value`.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The key.
    pub key: NodeRef<'a>,
    /// The value; none where nothing follows the colon.
    pub value: Option<NodeRef<'a>>,
}

impl<'a> FrontMatter<'a> {
    /// `node`, where it is front matter, closed or not.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        matches!(node.kind(), Kind::FrontMatter | Kind::UnclosedFrontMatter)
            .then_some(Self { node })
    }

    /// Its entries, in order.
    pub fn entries(self) -> impl Iterator<Item = Entry<'a>> {
        self.node.children().filter_map(|node| {
            let key = node.child(Kind::Key)?;
            Some(Entry { node, key, value: node.child(Kind::Value) })
        })
    }
}
