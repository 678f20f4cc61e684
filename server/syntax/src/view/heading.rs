use obelus_text::Span;

use super::trimmed;
use crate::{Kind, NodeRef};

/// `# Title`.
#[derive(Clone, Copy, Debug)]
pub struct Heading<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// How many signs `#` it has.
    pub level: u8,
    /// Its words.
    pub title: Span,
}

impl<'a> Heading<'a> {
    /// `node`, where it is a heading.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::Heading {
            return None;
        }
        let marker = node.child(Kind::HeadingMarker)?;
        let level = marker.text().bytes().filter(|byte| *byte == b'#').count() as u8;
        let title = trimmed(node.block().text(), Span::new(marker.span().end(), node.span().end()));
        Some(Self { node, level, title })
    }

    /// Its words.
    pub fn words(self) -> &'a str {
        self.title.of(self.node.block().text())
    }
}
