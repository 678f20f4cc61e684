//! What takes several blocks to see: turns with their continuations, sections, notes.

use std::collections::HashMap;

use super::reference::heading_name;
use super::{DocumentFacts, Fragment, ItemId, ItemKind, Place};

/// A turn with all its blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineTurn {
    /// Its number in the document, counted from 1: the 14 of `#t14`.
    pub number: u32,
    /// The item with which it opens.
    pub opening: ItemId,
    /// The last item that belongs to it.
    pub last: ItemId,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineHeading {
    /// How many signs `#`.
    pub level: u8,
    /// The item.
    pub item: ItemId,
    /// The name by which it can be referred to.
    pub name: String,
}

/// A note: where it is defined and where it is referred to. One of the two may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteEntry {
    /// The labels of its definitions, in order.
    pub definitions: Vec<Place>,
    /// The labels of the references to it, in order.
    pub references: Vec<Place>,
}

/// What takes several blocks to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The headings, in order.
    pub headings: Vec<OutlineHeading>,
    /// The turns, in order.
    pub turns: Vec<OutlineTurn>,
    /// The notes by label.
    pub notes: HashMap<Box<str>, NoteEntry>,
    /// The anchors by name: their names' places.
    pub anchors: HashMap<Box<str>, Vec<Place>>,
}

impl Outline {
    /// Puts together what the blocks of `document` say. Its cost is linear in their number.
    pub fn of(document: &DocumentFacts) -> Self {
        let mut outline = Self::default();
        let mut in_turn = false;
        for placed in document.blocks() {
            let block = placed.index;
            for (id, item) in placed.items() {
                match &item.kind {
                    ItemKind::Heading { level, title } => outline.headings.push(OutlineHeading {
                        level: *level,
                        item: id,
                        name: heading_name(title.of(placed.block.text())),
                    }),
                    ItemKind::Turn(_) => {
                        let number = outline.turns.len() as u32 + 1;
                        outline.turns.push(OutlineTurn { number, opening: id, last: id });
                    }
                    ItemKind::NoteDefinition(note) => outline
                        .note(&note.label)
                        .definitions
                        .push(Place { block, span: note.label_span }),
                    _ => {}
                }
                in_turn =
                    matches!(item.kind, ItemKind::Turn(_)) || in_turn && !item.kind.ends_turn();
                if let Some(turn) = outline.turns.last_mut().filter(|_| in_turn) {
                    turn.last = id;
                }
            }
            for note in &placed.facts.note_references {
                outline.note(&note.label).references.push(Place { block, span: note.label_span });
            }
            for anchor in &placed.facts.anchors {
                let places = outline.anchors.entry(anchor.name.clone()).or_default();
                places.push(Place { block, span: anchor.name_span });
            }
        }
        outline
    }

    fn note(&mut self, label: &str) -> &mut NoteEntry {
        self.notes.entry(label.into()).or_default()
    }

    /// The turn to which `item` belongs.
    pub fn turn_of(&self, item: ItemId) -> Option<&OutlineTurn> {
        let after = self.turns.partition_point(|turn| turn.opening <= item);
        self.turns[..after].last().filter(|turn| item <= turn.last)
    }

    /// The place that `fragment` names in `document`, of which this is the outline.
    pub fn find(&self, document: &DocumentFacts, fragment: &Fragment) -> Option<Place> {
        match fragment {
            Fragment::Turn(number) => {
                let turn = self.turns.get((*number as usize).checked_sub(1)?)?;
                item_place(document, turn.opening)
            }
            Fragment::Note(label) => self.notes.get(label)?.definitions.first().copied(),
            Fragment::Name(name) => {
                if let Some(places) = self.anchors.get(name) {
                    return places.first().copied();
                }
                let heading = self.headings.iter().find(|heading| *heading.name == **name)?;
                item_place(document, heading.item)
            }
        }
    }
}

fn item_place(document: &DocumentFacts, id: ItemId) -> Option<Place> {
    let (_, item) = document.item(id)?;
    let span = match &item.kind {
        ItemKind::Turn(turn) => turn.label_span,
        ItemKind::Heading { title, .. } => *title,
        _ => item.span,
    };
    Some(Place { block: id.block, span })
}
