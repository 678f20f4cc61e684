use crate::{Kind, NodeRef};

/// `[l. 9]`: a leaf or page of the source begins.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// `l.`, `p.`, `fol.`.
    pub unit: NodeRef<'a>,
    /// `9`, `3v`.
    pub number: NodeRef<'a>,
}

impl<'a> Milestone<'a> {
    /// `node`, where it is a milestone.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::Milestone {
            return None;
        }
        let unit = node.child(Kind::MilestoneUnit)?;
        Some(Self { node, unit, number: node.child(Kind::MilestoneNumber)? })
    }
}
