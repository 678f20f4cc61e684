//! What each word is, for colouring by meaning rather than form.

use obelus_edition::facts::ItemKind;
use obelus_edition::index::DocumentId;
use obelus_edition::profile::Class;
use obelus_syntax::Kind;
use obelus_text::Span;

use crate::Analysis;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A heading.
    Heading,
    /// The name of a speaker whom the register knows.
    Speaker,
    /// The name of a speaker whom it does not know.
    UnknownSpeaker,
    /// A person named in running text.
    Person,
    /// The name of a field.
    Field,
    /// Words supplied or written out by the editor.
    Supplied,
    /// An explanation: other name, identification, abbreviation written out.
    Explanation,
    /// A doubt, an omission, something illegible.
    Uncertain,
    /// A remark of the editor.
    Remark,
    /// A citation.
    Citation,
    /// A reference to a note, document or place.
    Reference,
    /// A leaf or page mark.
    Milestone,
    /// A reading of the apparatus.
    Apparatus,
    /// A comment.
    Comment,
}

impl TokenKind {
    /// All kinds, in the order of their numbers.
    pub const ALL: [Self; 14] = [
        Self::Heading,
        Self::Speaker,
        Self::UnknownSpeaker,
        Self::Person,
        Self::Field,
        Self::Supplied,
        Self::Explanation,
        Self::Uncertain,
        Self::Remark,
        Self::Citation,
        Self::Reference,
        Self::Milestone,
        Self::Apparatus,
        Self::Comment,
    ];

    /// The name under which editors know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Speaker => "speaker",
            Self::UnknownSpeaker => "unknownSpeaker",
            Self::Person => "person",
            Self::Field => "field",
            Self::Supplied => "supplied",
            Self::Explanation => "explanation",
            Self::Uncertain => "uncertain",
            Self::Remark => "remark",
            Self::Citation => "citation",
            Self::Reference => "reference",
            Self::Milestone => "milestone",
            Self::Apparatus => "apparatus",
            Self::Comment => "comment",
        }
    }
}

impl Analysis {
    /// What the words of a document are, in order and without overlaps; only in `range`, where one is given.
    pub fn semantic_tokens(&self, id: DocumentId, range: Option<Span>) -> Vec<(Span, TokenKind)> {
        let Some(facts) = self.facts(id) else { return Vec::new() };
        let mut tokens = Vec::new();
        for placed in facts.blocks() {
            let whole = Span::at(placed.start, placed.block.len());
            if range.is_some_and(|range| !range.meets(whole)) {
                continue;
            }
            let mut found = of_items(placed.facts);
            found.extend(of_nodes(placed.block));
            found.extend(
                placed.facts.brackets.iter().map(|one| (one.span, of_class(one.inference.class))),
            );
            found.extend(placed.facts.citations.iter().map(|one| (one.span, TokenKind::Citation)));
            found.extend(placed.facts.mentions.iter().map(|one| (one.span, TokenKind::Person)));
            found.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
            flatten(found, |span, kind| tokens.push((span + placed.start, kind)));
        }
        tokens
    }
}

fn of_items(facts: &obelus_edition::facts::BlockFacts) -> Vec<(Span, TokenKind)> {
    facts
        .items
        .iter()
        .filter_map(|item| match &item.kind {
            ItemKind::Heading { title, .. } => Some((*title, TokenKind::Heading)),
            ItemKind::Turn(turn) if turn.person.is_some() => {
                Some((turn.label_span, TokenKind::Speaker))
            }
            ItemKind::Turn(turn) => Some((turn.label_span, TokenKind::UnknownSpeaker)),
            ItemKind::Labelled { label, .. } => Some((*label, TokenKind::Field)),
            ItemKind::Comment => Some((item.span, TokenKind::Comment)),
            ItemKind::EditorialBlock => Some((item.span, TokenKind::Remark)),
            _ => None,
        })
        .collect()
}

fn of_nodes(block: &obelus_syntax::Block) -> impl Iterator<Item = (Span, TokenKind)> {
    block.nodes().filter_map(|node| {
        let kind = match node.kind() {
            Kind::Citation => TokenKind::Citation,
            Kind::CrossReference | Kind::NoteReference | Kind::Anchor => TokenKind::Reference,
            Kind::Milestone => TokenKind::Milestone,
            Kind::Apparatus => TokenKind::Apparatus,
            _ => return None,
        };
        Some((node.span(), kind))
    })
}

fn of_class(class: Class) -> TokenKind {
    match class {
        Class::Expansion | Class::Supplied | Class::Restored => TokenKind::Supplied,
        Class::AcronymExpansion | Class::Identification | Class::Gloss | Class::ForeignWord => {
            TokenKind::Explanation
        }
        Class::Doubt | Class::Sic | Class::Omission | Class::Illegible | Class::Withheld => {
            TokenKind::Uncertain
        }
        Class::Source => TokenKind::Citation,
        _ => TokenKind::Remark,
    }
}

/// Hands out the spans, sorted by start and the longer first, without overlaps: what stands inside another
/// interrupts it.
fn flatten(found: Vec<(Span, TokenKind)>, mut out: impl FnMut(Span, TokenKind)) {
    let mut open: Vec<(Span, TokenKind)> = Vec::new();
    let mut at = obelus_text::Offset::ZERO;
    for (span, kind) in found {
        while let Some((outer, outer_kind)) = open.pop_if(|(outer, _)| outer.end() <= span.start())
        {
            let rest = Span::new(at.max(outer.start()), outer.end());
            if !rest.is_empty() {
                out(rest, outer_kind);
            }
            at = at.max(outer.end());
        }
        if let Some((outer, outer_kind)) = open.last() {
            // What crosses the edge of another is left out; what is the same place was seen.
            if !outer.covers(span) || outer.len() == span.len() {
                continue;
            }
            let before = Span::new(at.max(outer.start()), span.start());
            if !before.is_empty() {
                out(before, *outer_kind);
            }
        }
        at = at.max(span.start());
        open.push((span, kind));
    }
    while let Some((outer, outer_kind)) = open.pop() {
        let rest = Span::new(at.max(outer.start()), outer.end());
        if !rest.is_empty() {
            out(rest, outer_kind);
        }
        at = at.max(outer.end());
    }
}
