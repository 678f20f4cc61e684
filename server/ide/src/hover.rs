//! What an editor shows of the thing under the cursor.

use std::fmt::Write as _;

use obelus_edition::citation::{Citation, LeafRange, LocatorKind};
use obelus_edition::facts::CitationFact;
use obelus_edition::index::{DocumentId, Index, Key};
use obelus_edition::profile::{Certainty, Inference};
use obelus_edition::registers::{Person, PersonKey};
use obelus_edition::{Edition, facts::CrossReferenceFact};
use obelus_text::Span;

use crate::subject::{Subject, subject};
use crate::{Analysis, Place};

/// What an editor shows of the thing under the cursor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// The thing.
    pub span: Span,
    /// What is to be said of it, in Markdown.
    pub text: String,
}

impl Analysis {
    /// What is known of the thing at `place`: a person's register entry, a citation in words, the text
    /// of a note, the title of a document that is referred to, the class of a bracket.
    pub fn hover(&self, place: Place) -> Option<Hover> {
        let facts = self.facts(place.document)?;
        let (subject, span) = subject(&facts, place.offset)?;
        let edition = self.edition(place.document)?;
        let index = self.index(place.document)?;
        let text = match &subject {
            Subject::Person(keys) => persons(keys, edition, index),
            Subject::Speaker(label) => {
                Some(format!("**{label}** is not in the register of persons"))
            }
            Subject::Note(label) => self.note_text(place.document, label),
            Subject::Reference(reference) => self.reference_text(place.document, reference),
            Subject::Citation(fact) => {
                let text = facts.block_at(place.offset)?.block.text();
                Some(citation(fact, text, edition, index, place.document))
            }
            Subject::Publication(one) => {
                let publication = edition.registers.bibliography.get(&one.key)?;
                Some(publication.described())
            }
            Subject::Anchor(name) => {
                Some(format!("Anchor `{name}`: refer to it by `[[…#{name}]]`"))
            }
            Subject::Bracket(inference) => Some(bracket(*inference)),
        };
        Some(Hover { span, text: text? })
    }

    fn note_text(&self, document: DocumentId, label: &str) -> Option<String> {
        let facts = self.facts(document)?;
        let outline = obelus_edition::facts::Outline::of(&facts);
        let place = outline.notes.get(label)?.definitions.first()?;
        let block = facts.block(place.block)?;
        let (_, text) = block.block.text().split_once("]:")?;
        Some(text.trim().to_owned())
    }

    fn reference_text(&self, from: DocumentId, reference: &CrossReferenceFact) -> Option<String> {
        let id = match &reference.target {
            None => from,
            Some(target) => self.index(from)?.named(target).next()?.name.id,
        };
        let summary = self.summary(id)?;
        let title = summary.title.clone().or_else(|| self.name(id))?;
        let Some(fragment) = &reference.fragment else { return Some(format!("**{title}**")) };
        let span = summary.find(fragment)?;
        let facts = self.facts(id)?;
        let block = facts.block_at(span.start())?;
        let words: String = block.block.text().trim().chars().take(280).collect();
        Some(format!("**{title}**\n\n{words}"))
    }
}

fn persons(keys: &[PersonKey], edition: &Edition, index: &Index) -> Option<String> {
    let known: Vec<&Person> =
        keys.iter().filter_map(|key| edition.registers.persons.get(key.as_str())).collect();
    let mut text = String::new();
    for (at, found) in known.iter().enumerate() {
        if at > 0 {
            text.push_str("\n\n---\n\n");
        }
        person(found, index, &mut text);
    }
    (!text.is_empty()).then_some(text)
}

fn person(person: &Person, index: &Index, text: &mut String) {
    let _ = write!(text, "**{}**", person.name.text);
    for office in &person.offices {
        let dates = match (&office.from, &office.to) {
            (Some(from), Some(to)) => format!(" ({}–{})", from.text, to.text),
            (Some(from), None) => format!(" (from {})", from.text),
            (None, Some(to)) => format!(" (until {})", to.text),
            (None, None) => String::new(),
        };
        let _ = write!(text, "  \n{}{dates}", office.title.text);
    }
    if let Some(note) = &person.note {
        let _ = write!(text, "\n\n{}", note.text);
    }
    let documents = index.holders(&Key::Person(person.key.clone())).count();
    let _ = write!(text, "\n\n`{}` · in {}", person.key.as_str(), documents_in_words(documents));
}

fn citation(
    fact: &CitationFact,
    text: &str,
    edition: &Edition,
    index: &Index,
    from: DocumentId,
) -> String {
    let mut words = in_words(&fact.citation, text, edition);
    let Some(unit) = &fact.unit else { return words };
    let others: Vec<String> = index
        .holders(&Key::Unit(unit.clone()))
        .filter(|entry| entry.name.id != from)
        .map(|entry| format!("`{}`", entry.name.name))
        .collect();
    if !others.is_empty() {
        let _ = write!(words, "\n\nThe same file is cited in {}", others.join(", "));
    }
    words
}

/// A citation with every level named.
fn in_words(citation: &Citation, text: &str, edition: &Edition) -> String {
    let language = edition.config.languages.first().map_or("en", |language| &*language.text);
    let scheme = edition.catalogue.scheme(citation.scheme);
    let mut lines = Vec::new();
    if let Some(repository) = &citation.repository {
        let siglum = repository.siglum.as_deref();
        let known = siglum.and_then(|siglum| edition.registers.repositories.get(siglum));
        let name = known.and_then(|known| known.name.as_ref()).map(|name| name.text.to_string());
        let listed = siglum.and_then(|siglum| edition.catalogue.repository(siglum));
        let listed = listed.and_then(|(known, _)| known.names.first()).map(ToString::to_string);
        lines.push(format!(
            "**{}**",
            name.or(listed).unwrap_or_else(|| repository.words.to_string())
        ));
    }
    for level in &citation.levels {
        let rule = scheme.level(&level.kind).and_then(|at| scheme.levels.get(at));
        let names = rule.map(|rule| &rule.names);
        let named = names.and_then(|names| {
            let own = names.iter().find(|(code, _)| &**code == language);
            own.or_else(|| names.first()).map(|(_, name)| name.to_string())
        });
        lines.push(format!("{} {}", named.unwrap_or_else(|| level.kind.to_string()), level.value));
    }
    if let Some(locator) = &citation.locator {
        let several = locator.ranges.len() > 1 || locator.ranges.iter().any(LeafRange::is_several);
        lines.push(format!("{} {}", counted(locator.kind, several), locator.span.of(text)));
    }
    lines.join("  \n")
}

/// What a locator counts, in words.
fn counted(kind: LocatorKind, several: bool) -> &'static str {
    let (one, many) = match kind {
        LocatorKind::Leaf => ("leaf", "leaves"),
        LocatorKind::Folio => ("folio", "folios"),
        LocatorKind::Carta => ("carta", "carte"),
        LocatorKind::Page => ("page", "pages"),
        LocatorKind::Frame => ("frame", "frames"),
        LocatorKind::Item => ("item", "items"),
    };
    if several { many } else { one }
}

fn bracket(inference: Inference) -> String {
    let sure = match inference.certainty {
        Certainty::Sure => "",
        Certainty::Likely => " (likely)",
        Certainty::Guess => " (a guess: a sign such as `[=…]`, `[+…]` or `[!…]` decides)",
    };
    format!("{}{sure}", capitalised(inference.class.shown()))
}

fn capitalised(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn documents_in_words(count: usize) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
}
