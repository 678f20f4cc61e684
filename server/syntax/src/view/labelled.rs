use obelus_text::{Offset, Span};

use super::trimmed;
use crate::{Kind, NodeRef};

/// `Present: …`.
#[derive(Clone, Copy, Debug)]
pub struct Labelled<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// The name of the field.
    pub label: NodeRef<'a>,
    /// What follows the colon.
    pub body: Span,
}

impl<'a> Labelled<'a> {
    /// `node`, where it is a field.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::Labelled {
            return None;
        }
        let label = node.child(Kind::FieldLabel)?;
        let text = node.block().text();
        let rest = Span::new(label.span().end(), node.span().end());
        let words = rest.of(text);
        let skipped = words
            .find([':', '：'])
            .map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
        let body = Span::new(rest.start() + Offset::from_usize(skipped), rest.end());
        Some(Self { node, label, body: trimmed(text, body) })
    }
}
