use crate::{Kind, NodeRef};

/// `% …`.
#[derive(Clone, Copy, Debug)]
pub struct Comment<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
}

impl<'a> Comment<'a> {
    /// `node`, where it is a comment.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        (node.kind() == Kind::Comment).then_some(Self { node })
    }

    /// The names of the rules that it allows to be broken.
    pub fn allowed(self) -> impl Iterator<Item = NodeRef<'a>> {
        self.node.descendants().filter(|node| node.kind() == Kind::RuleName)
    }
}
