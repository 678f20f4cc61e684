use obelus_text::{Offset, Span};

use super::trimmed;
use crate::{Kind, NodeRef};

/// The explicit sign of a bracket's class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// `[=Taiwan]`: an explanation.
    Explanation,
    /// `[+he]`: supplied by the editor.
    Supplied,
    /// `[?Kailan]`: a doubtful reading.
    Doubtful,
    /// `[!margin torn]`: a remark.
    Remark,
    /// `[sic: receive]`: so in the source.
    Sic,
}

/// `[…]` in running text.
#[derive(Clone, Copy, Debug)]
pub struct Bracket<'a> {
    /// The whole of it.
    pub node: NodeRef<'a>,
    /// Its sign, where it has one.
    pub sign: Option<Sign>,
    /// Its words, without brackets, sign and white space at the edges.
    pub inner: Span,
}

impl<'a> Bracket<'a> {
    /// `node`, where it is a bracket.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if node.kind() != Kind::Bracket {
            return None;
        }
        let sign_node = node.child(Kind::BracketSign);
        let sign = sign_node.map(|sign| match sign.text() {
            "=" => Sign::Explanation,
            "+" => Sign::Supplied,
            "?" => Sign::Doubtful,
            "!" => Sign::Remark,
            _ => Sign::Sic,
        });
        let one = Offset::new(1);
        let start = sign_node.map_or(node.span().start() + one, |sign| sign.span().end());
        let inner = trimmed(node.block().text(), Span::new(start, node.span().end() - one));
        Some(Self { node, sign, inner })
    }

    /// Its words, without brackets and sign.
    pub fn words(self) -> &'a str {
        self.inner.of(self.node.block().text())
    }
}
