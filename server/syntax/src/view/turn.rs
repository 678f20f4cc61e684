use obelus_text::{Offset, Span};

use super::trimmed;
use crate::{Kind, NodeRef};

/// What parts the speaker's name from the words spoken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Delimiter {
    /// `Stalin: …`
    Colon,
    /// `_Stalin_. …`
    Point,
    /// Nothing: the speech is reported, `_Zhou Enlai_ says that …`.
    None,
}

/// The block with which a turn opens.
#[derive(Clone, Copy, Debug)]
pub struct Turn<'a> {
    /// The whole block.
    pub node: NodeRef<'a>,
    /// The speaker's name as it stands.
    pub label: NodeRef<'a>,
    /// What follows the name.
    pub delimiter: Delimiter,
    /// Whether the name is underlined, as in the typescript.
    pub underlined: bool,
    /// The words spoken; in reported speech, all that follows the name.
    pub body: Span,
}

impl<'a> Turn<'a> {
    /// `node`, where it opens a turn.
    pub fn cast(node: NodeRef<'a>) -> Option<Self> {
        if !matches!(node.kind(), Kind::Speech | Kind::ReportedSpeech) {
            return None;
        }
        let label = node.child(Kind::SpeakerLabel)?;
        let text = node.block().text();
        let before = text.get(..label.span().start().to_usize()).unwrap_or_default();
        let underlined = before.ends_with('_');
        let mut rest = Span::new(label.span().end(), node.span().end());
        if underlined {
            rest = Span::new(rest.start() + Offset::new(1), rest.end());
        }
        let (delimiter, skipped) = match node.kind() {
            Kind::ReportedSpeech => (Delimiter::None, 0),
            _ => delimiter(node, label, rest.of(text), rest.start()),
        };
        let body = Span::new(rest.start() + Offset::from_usize(skipped), rest.end());
        Some(Self { node, label, delimiter, underlined, body: trimmed(text, body) })
    }

    /// Whether the words are the speaker's own, not reported.
    pub fn is_direct(self) -> bool {
        self.delimiter != Delimiter::None
    }
}

/// The delimiter of a speech, and how many bytes of `rest` it and what stands before it take. A
/// bracket may stand between name and delimiter: `Filippov [Stalin]: …`.
fn delimiter(
    node: NodeRef<'_>,
    label: NodeRef<'_>,
    rest: &str,
    base: Offset,
) -> (Delimiter, usize) {
    let bracket = node
        .children()
        .find(|child| child.kind() == Kind::Bracket && child.span().start() >= label.span().end())
        .filter(|bracket| rest[..(bracket.span().start() - base).to_usize()].trim().is_empty());
    let from = bracket.map_or(0, |bracket| (bracket.span().end() - base).to_usize());
    let after = rest.get(from..).unwrap_or_default();
    let found = after.char_indices().find(|(_, char)| matches!(char, ':' | '：' | '.'));
    match found {
        Some((at, '.')) => (Delimiter::Point, from + at + 1),
        Some((at, char)) => (Delimiter::Colon, from + at + char.len_utf8()),
        None => (Delimiter::Colon, 0),
    }
}
