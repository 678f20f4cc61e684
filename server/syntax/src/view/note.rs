use crate::{Kind, NodeRef};

/// `[^3]`.
#[derive(Clone, Copy, Debug)]
pub struct NoteReference<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The label: `3`.
    pub label: NodeRef<'a>,
}

/// `[^3]: …`.
#[derive(Clone, Copy, Debug)]
pub struct NoteDefinition<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The label: `3`.
    pub label: NodeRef<'a>,
}

impl<'a> NoteReference<'a> {
    /// `node`, where it is a reference to a note.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        let label = node.child(Kind::NoteLabel)?;
        (node.kind() == Kind::NoteReference).then_some(Self { node, label })
    }
}

impl<'a> NoteDefinition<'a> {
    /// `node`, where it is a note.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        let label = node.child(Kind::NoteLabel)?;
        (node.kind() == Kind::NoteDefinition).then_some(Self { node, label })
    }
}
