use crate::{Kind, NodeRef};

/// `{lemma | A: reading}`.
#[derive(Clone, Copy, Debug)]
pub struct Apparatus<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
}

/// What some witnesses read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
}

impl<'a> Apparatus<'a> {
    /// `node`, where it is an apparatus.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        (node.kind() == Kind::Apparatus).then_some(Self { node })
    }

    /// What the edited text reads.
    pub fn lemma(self) -> Option<NodeRef<'a>> {
        self.node.child(Kind::Lemma)
    }

    /// What the witnesses read.
    pub fn readings(self) -> impl Iterator<Item = Reading<'a>> {
        self.node
            .children()
            .filter(|child| child.kind() == Kind::Reading)
            .map(|node| Reading { node })
    }
}

impl<'a> Reading<'a> {
    /// The witnesses.
    pub fn sigla(self) -> impl Iterator<Item = NodeRef<'a>> {
        self.node.descendants().filter(|node| node.kind() == Kind::Siglum)
    }

    /// The words.
    pub fn text(self) -> Option<NodeRef<'a>> {
        self.node.child(Kind::ReadingText)
    }
}
