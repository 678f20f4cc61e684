use crate::{Kind, NodeRef};

/// `[[document#place|words]]`.
#[derive(Clone, Copy, Debug)]
pub struct CrossReference<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The document; none where the reference is to a place in its own document.
    pub target: Option<NodeRef<'a>>,
    /// The place in it, without `#`.
    pub fragment: Option<NodeRef<'a>>,
    /// The words shown.
    pub label: Option<NodeRef<'a>>,
}

impl<'a> CrossReference<'a> {
    /// `node`, where it is a cross-reference.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        (node.kind() == Kind::CrossReference).then(|| Self {
            node,
            target: node.child(Kind::Target),
            fragment: node.child(Kind::Fragment),
            label: node.child(Kind::LinkLabel),
        })
    }
}
