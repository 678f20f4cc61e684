//! Where the thing under the cursor is defined.

use obelus_edition::facts::{CitationFact, Outline};
use obelus_edition::index::DocumentId;
use obelus_edition::registers;
use obelus_text::Span;

use crate::subject::{Subject, subject};
use crate::{Analysis, Location, Place, Target, facsimile};

impl Analysis {
    /// Where the thing at `place` is defined: a person in the register, a note, the document and place
    /// that a reference names, and for a citation its source: the scan or transcription of the leaf, the
    /// unit in the register, the repository. The best comes first.
    pub fn definition(&self, place: Place) -> Vec<Target> {
        self.definition_of(place).unwrap_or_default()
    }

    fn definition_of(&self, place: Place) -> Option<Vec<Target>> {
        let facts = self.facts(place.document)?;
        let (subject, _) = subject(&facts, place.offset)?;
        let edition = self.edition(place.document)?;
        let file = |name: &str, span: Span| Target::File {
            path: edition.root.join(registers::FOLDER).join(name),
            span,
        };
        Some(match subject {
            Subject::Person(keys) => keys
                .iter()
                .filter_map(|key| edition.registers.persons.get(key.as_str()))
                .map(|person| file("persons.toml", person.key_span))
                .collect(),
            Subject::Note(label) => {
                let outline = Outline::of(&facts);
                let note = outline.notes.get(&label)?;
                note.definitions
                    .iter()
                    .map(|at| {
                        Target::Document(Location {
                            document: place.document,
                            span: facts.span(*at),
                        })
                    })
                    .collect()
            }
            Subject::Reference(reference) => {
                let ids: Vec<DocumentId> = match &reference.target {
                    None => vec![place.document],
                    Some(target) => self
                        .index(place.document)?
                        .named(target)
                        .map(|entry| entry.name.id)
                        .collect(),
                };
                ids.into_iter()
                    .filter_map(|id| {
                        let summary = self.summary(id)?;
                        let fragment = reference.fragment.as_ref();
                        let span =
                            fragment.map_or(Some(summary.title_span), |one| summary.find(one))?;
                        Some(Target::Document(Location { document: id, span }))
                    })
                    .collect()
            }
            Subject::Citation(fact) => self.source_of(place.document, &fact),
            Subject::Publication(one) => {
                let publication = edition.registers.bibliography.get(&one.key)?;
                let path = edition.registers.bibliography.path()?.to_path_buf();
                vec![Target::File { path, span: publication.key_span }]
            }
            Subject::Anchor(_) | Subject::Speaker(_) | Subject::Bracket(_) => return None,
        })
    }

    /// What an archival citation leads to, the nearest to the source first.
    fn source_of(&self, document: DocumentId, fact: &CitationFact) -> Vec<Target> {
        let Some(edition) = self.edition(document) else { return Vec::new() };
        let siglum = fact.citation.siglum();
        let repository = siglum.and_then(|siglum| edition.registers.repositories.get(siglum));
        let Some(repository) = repository else { return Vec::new() };
        let mut targets = facsimile::files(repository, &fact.citation, &edition.root);
        let path = edition.root.join(registers::FOLDER).join("repositories.toml");
        let unit = repository.units.iter().find(|unit| {
            let text = format!("{}, {}", repository.siglum.text, unit.path.text);
            let read = obelus_edition::citation::read(&text, &edition.catalogue);
            read.and_then(|read| read.unit()).is_some_and(|read| Some(read) == fact.unit)
        });
        targets.extend(unit.map(|unit| Target::File { path: path.clone(), span: unit.span }));
        targets.push(Target::File { path, span: repository.siglum.span });
        targets
    }
}
