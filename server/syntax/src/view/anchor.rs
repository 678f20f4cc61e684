use crate::{Kind, NodeRef};

/// `{#name}`.
#[derive(Clone, Copy, Debug)]
pub struct Anchor<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The name.
    pub name: NodeRef<'a>,
}

impl<'a> Anchor<'a> {
    /// `node`, where it is an anchor.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        let name = node.child(Kind::AnchorName)?;
        (node.kind() == Kind::Anchor).then_some(Self { node, name })
    }
}
