//! What stands at a place: the thing that hover, definition and references are about.

use obelus_edition::facts::{
    AnchorFact, CitationFact, CrossReferenceFact, DocumentFacts, ItemKind, NoteFact, PlacedFacts,
    PublicationFact,
};
use obelus_edition::profile::Inference;
use obelus_edition::registers::PersonKey;
use obelus_text::{Offset, Span};

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Subject {
    /// A person, as speaker or named; several where the name is that of several.
    Person(Vec<PersonKey>),
    /// A speaker whom the register does not know.
    Speaker(Box<str>),
    /// A reference to a note, or the note’s own label.
    Note(Box<str>),
    /// A cross-reference.
    Reference(CrossReferenceFact),
    /// A citation of an archive; spans are relative to the block.
    Citation(CitationFact),
    /// A citation of a publication.
    Publication(PublicationFact),
    /// An anchor.
    Anchor(Box<str>),
    /// A bracket.
    Bracket(Inference),
}

/// What stands at `offset` in `document`, and where it stands there.
pub(crate) fn subject(document: &DocumentFacts, offset: Offset) -> Option<(Subject, Span)> {
    let placed = document.block_at(offset)?;
    let at = offset - placed.start;
    let (subject, span) = label(placed, at).or_else(|| inline(placed, at))?;
    Some((subject, span + placed.start))
}

fn label(placed: PlacedFacts<'_>, at: Offset) -> Option<(Subject, Span)> {
    placed.facts.items.iter().find_map(|item| match &item.kind {
        ItemKind::Turn(turn) if turn.label_span.touches(at) => {
            let subject = match &turn.person {
                Some(person) => Subject::Person(vec![person.clone()]),
                None => Subject::Speaker(turn.label.clone()),
            };
            Some((subject, turn.label_span))
        }
        ItemKind::NoteDefinition(note) if note.label_span.touches(at) => {
            Some((Subject::Note(note.label.clone()), note.label_span))
        }
        ItemKind::FrontMatter(front_matter) => {
            let entry = front_matter.get("participants")?;
            let (key, span) = entry.members().find(|(_, span)| span.touches(at))?;
            Some((Subject::Person(vec![PersonKey::new(key)]), span))
        }
        _ => None,
    })
}

fn inline(placed: PlacedFacts<'_>, at: Offset) -> Option<(Subject, Span)> {
    let facts = placed.facts;
    let note = |note: &NoteFact| (Subject::Note(note.label.clone()), note.span);
    let anchor = |anchor: &AnchorFact| (Subject::Anchor(anchor.name.clone()), anchor.span);
    let mut notes = facts.note_references.iter().filter(|one| one.span.touches(at)).map(note);
    let mut references = facts
        .cross_references
        .iter()
        .filter(|one| one.span.touches(at))
        .map(|one| (Subject::Reference(one.clone()), one.span));
    let mut publications = facts
        .publications
        .iter()
        .filter(|one| one.span.touches(at))
        .map(|one| (Subject::Publication(one.clone()), one.span));
    let mut anchors = facts.anchors.iter().filter(|one| one.span.touches(at)).map(anchor);
    let mut mentions = facts
        .mentions
        .iter()
        .filter(|one| one.span.touches(at))
        .map(|one| (Subject::Person(one.persons.to_vec()), one.span));
    let mut citations = facts
        .citations
        .iter()
        .filter(|one| one.span.touches(at))
        .map(|one| (Subject::Citation(one.clone()), one.span));
    let mut brackets = facts.brackets.iter().filter(|one| one.span.touches(at));
    notes
        .next()
        .or_else(|| references.next())
        .or_else(|| publications.next())
        .or_else(|| anchors.next())
        .or_else(|| mentions.next())
        .or_else(|| citations.next())
        // The innermost bracket.
        .or_else(|| brackets.next_back().map(|one| (Subject::Bracket(one.inference), one.span)))
}
