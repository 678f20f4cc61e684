//! What can be written at a place.

mod bracket;
mod citation;
mod front_matter;
mod note;
mod reference;
mod speaker;

use obelus_edition::Edition;
use obelus_edition::facts::DocumentFacts;
use obelus_edition::index::Index;
use obelus_text::{Offset, Span};

use crate::{Analysis, Place};

/// What a completion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A speaker.
    Speaker,
    /// A document.
    Document,
    /// A place in a document.
    Anchor,
    /// A note.
    Note,
    /// A repository.
    Repository,
    /// A unit of a repository.
    Unit,
    /// A publication.
    Publication,
    /// A word that brackets use.
    Vocabulary,
    /// A key or value of the front matter.
    FrontMatter,
}

/// Something that can be written at a place. The best come first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The words shown.
    pub label: String,
    /// What stands beside them.
    pub detail: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What it replaces: the part that is typed already.
    pub span: Span,
    /// What is written.
    pub insert: String,
}

/// What is known where a completion is asked for.
struct Context<'a> {
    /// The words of the line before the cursor.
    before: &'a str,
    /// The words of the line after the cursor.
    after: &'a str,
    /// The cursor.
    offset: Offset,
    place: Place,
    facts: &'a DocumentFacts,
    edition: &'a Edition,
    index: &'a Index,
    analysis: &'a Analysis,
}

impl Context<'_> {
    /// The span of the last `length` bytes before the cursor.
    fn typed(&self, length: usize) -> Span {
        Span::new(self.offset - Offset::from_usize(length), self.offset)
    }

    /// What stands between the last `open` and the cursor, where no `close` stands between them.
    fn inside(&self, open: &str, close: char) -> Option<&str> {
        let at = self.before.rfind(open)?;
        let inside = &self.before[at + open.len()..];
        (!inside.contains(close)).then_some(inside)
    }
}

impl Analysis {
    /// What can be written at `place`: speakers at the start of a block, documents and places after `[[`,
    /// notes after `[^`, repositories, units and publications after `[@` and in source notes, words of
    /// brackets after `[`, keys and values in the front matter.
    pub fn completions(&self, place: Place) -> Vec<Completion> {
        self.completions_at(place).unwrap_or_default()
    }

    fn completions_at(&self, place: Place) -> Option<Vec<Completion>> {
        let facts = self.facts(place.document)?;
        let text = facts.text();
        let offset = text.floor(place.offset);
        let line = text.line_of(offset);
        let words = text.line(line);
        let at = (offset - text.line_start(line)).to_usize();
        let context = Context {
            before: words.get(..at)?,
            after: words.get(at..)?.trim_end_matches(['\n', '\r']),
            offset,
            place,
            facts: &facts,
            edition: self.edition(place.document)?,
            index: self.index(place.document)?,
            analysis: self,
        };
        // The first that knows the place answers alone.
        let sources = [
            front_matter::complete,
            reference::complete,
            note::complete,
            citation::complete,
            bracket::complete,
            speaker::complete,
        ];
        sources.into_iter().find_map(|complete| complete(&context))
    }
}
