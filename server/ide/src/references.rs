//! Everything that refers to the thing under the cursor.

use obelus_edition::facts::{Fragment, Outline, Summary};
use obelus_edition::index::{DocumentId, Key};
use obelus_edition::registers::PersonKey;
use obelus_text::Span;

use crate::subject::{Subject, subject};
use crate::{Analysis, Location, Place};

impl Analysis {
    /// All places in the edition that refer to the thing at `place`: turns and mentions of a person,
    /// references to a note, references to a document or turn, citations of the same file. With
    /// `declaration`, the thing itself is among them.
    pub fn references(&self, place: Place, declaration: bool) -> Vec<Location> {
        let mut found = self.references_of(place, declaration).unwrap_or_default();
        found.sort();
        found.dedup();
        found
    }

    /// The places in the same document that refer to the same thing.
    pub fn highlights(&self, place: Place) -> Vec<Span> {
        let all = self.references(place, true);
        all.into_iter().filter(|one| one.document == place.document).map(|one| one.span).collect()
    }

    fn references_of(&self, place: Place, declaration: bool) -> Option<Vec<Location>> {
        let facts = self.facts(place.document)?;
        // On a heading or front matter, the document itself is meant.
        let Some((subject, _)) = subject(&facts, place.offset) else {
            return Some(self.references_to(place.document));
        };
        Some(match subject {
            Subject::Person(keys) => {
                keys.iter().flat_map(|key| self.places_of(place.document, key)).collect()
            }
            Subject::Speaker(label) => {
                let turns = &self.summary(place.document)?.turns;
                let same = turns.iter().filter(|turn| *turn.label == *label);
                same.map(|turn| Location { document: place.document, span: turn.span }).collect()
            }
            Subject::Note(label) => {
                let outline = Outline::of(&facts);
                let note = outline.notes.get(&label)?;
                let own = note.definitions.iter().filter(|_| declaration);
                let places = own.chain(&note.references);
                places
                    .map(|at| Location { document: place.document, span: facts.span(*at) })
                    .collect()
            }
            Subject::Reference(reference) => {
                let target = match &reference.target {
                    None => place.document,
                    Some(target) => self.index(place.document)?.named(target).next()?.name.id,
                };
                self.references_to(target)
            }
            Subject::Anchor(name) => {
                let fragment = Fragment::Name(name);
                let all = self.referring(place.document);
                all.into_iter()
                    .filter(|(_, one)| one.as_ref() == Some(&fragment))
                    .map(|(at, _)| at)
                    .collect()
            }
            Subject::Citation(fact) => {
                let unit = fact.unit?;
                let index = self.index(place.document)?;
                let holders = index.holders(&Key::Unit(unit.clone()));
                holders
                    .flat_map(|entry| {
                        let citations = entry.summary.citations.iter();
                        let same = citations.filter(|one| one.unit.as_ref() == Some(&unit));
                        let id = entry.name.id;
                        same.map(move |one| Location { document: id, span: one.citation.span })
                            .collect::<Vec<_>>()
                    })
                    .collect()
            }
            Subject::Publication(_) | Subject::Bracket(_) => Vec::new(),
        })
    }

    fn places_of(&self, from: DocumentId, person: &PersonKey) -> Vec<Location> {
        let Some(index) = self.index(from) else { return Vec::new() };
        let holders = index.holders(&Key::Person(person.clone()));
        holders.flat_map(|entry| in_summary(entry.name.id, &entry.summary, person)).collect()
    }

    /// All references to a document or to a place in it.
    fn references_to(&self, target: DocumentId) -> Vec<Location> {
        self.referring(target).into_iter().map(|(location, _)| location).collect()
    }

    fn referring(&self, target: DocumentId) -> Vec<(Location, Option<Fragment>)> {
        let (Some(index), Some(name)) =
            (self.index(target), self.index(target).and_then(|index| index.get(target)))
        else {
            return Vec::new();
        };
        let (short, long) = (name.name.name.clone(), name.name.path_name());
        let mut found = Vec::new();
        for name in [&*short, &*long] {
            for entry in index.holders(&Key::Document(name.into())) {
                let references = entry.summary.references.iter();
                let same = references.filter(|one| one.target.as_deref() == Some(name));
                let id = entry.name.id;
                found.extend(
                    same.map(|one| {
                        (Location { document: id, span: one.span }, one.fragment.clone())
                    }),
                );
            }
        }
        found
    }
}

fn in_summary(id: DocumentId, summary: &Summary, person: &PersonKey) -> Vec<Location> {
    let turns = summary.turns.iter().filter(|turn| turn.person.as_ref() == Some(person));
    let mentions = summary.mentions.iter().filter(|(key, _)| key == person);
    let spans = turns.map(|turn| turn.span).chain(mentions.map(|(_, span)| *span));
    spans.map(|span| Location { document: id, span }).collect()
}
