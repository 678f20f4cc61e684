//! What can be seen of a paragraph before it is known where it belongs.

use super::continuation::{Continuation, continuation};
use super::field::is_field_line;
use super::heading::{Heading, heading, is_byline, is_separator};
use super::opening::{Delimiter, opening};
use super::passage::Passage;
use super::shape::{self, End, Start};
use super::words::{Vocabulary, words};

/// What can be seen of a paragraph before it is known where it belongs.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a sign by itself, and all combinations occur"
)]
pub(crate) struct Sketch {
    /// How it begins.
    pub(crate) start: Start,
    /// How it ends.
    pub(crate) end: End,
    /// Whether it opens with what has the form of a speaker's label.
    pub(crate) label: bool,
    /// What it says as a heading. It may have the form of a label as well: `Wheat: The Riga Talks`.
    pub(crate) heading: Option<Heading>,
    /// Whether it names an author.
    pub(crate) byline: bool,
    /// Whether it divides texts.
    pub(crate) separator: bool,
    /// Whether it sends the reader elsewhere.
    pub(crate) continuation: Option<Continuation>,
    /// Whether it ends by closing a bracket that it does not open.
    pub(crate) closes_stray: bool,
    /// Whether it is a remark in brackets, a source note for instance.
    pub(crate) bracketed: bool,
    /// Whether it is a field: `Present: …`
    pub(crate) field: bool,
    /// Whether it is more than a line of a list or a signature.
    pub(crate) prose: bool,
    /// Whether it was parted from what stands before it in print, because it belongs to another text.
    pub(crate) severed: bool,
}

/// Shorter paragraphs may be signatures, places or lists, and are not joined without need.
const SHORTEST_PROSE: usize = 24;

/// Whether enough words of `text` are written small for a sentence: a third, of those at its beginning.
fn has_small_words(text: &str) -> bool {
    let (mut small, mut all) = (0, 0);
    for (_, word) in words(text).take(40) {
        all += 1;
        small +=
            usize::from(word.chars().next().is_some_and(|c| !c.is_uppercase() && !c.is_numeric()));
    }
    small * 3 >= all
}

impl Sketch {
    /// Looks at `passage`.
    pub(crate) fn of(passage: &Passage, vocabulary: &Vocabulary) -> Self {
        let text = passage.text();
        let heading = heading(passage, vocabulary);
        let numbered = heading.as_ref().is_some_and(|heading| heading.number.is_some());
        let field = is_field_line(text).is_some();
        let opened = opening(passage);
        let label = !numbered
            && !field
            && opened.as_ref().is_some_and(|found| {
                found.delimiter == Delimiter::Colon || found.underlined && found.name.start == 0
            })
            && opened.is_some_and(|found| found.body < text.len());
        let bracketed = text.starts_with('[') && text.ends_with(']');
        let byline = is_byline(text);
        let separator = is_separator(text);
        let continuation = continuation(text);
        let plain = (label || heading.is_none())
            && !byline
            && !separator
            && continuation.is_none()
            && !bracketed
            && !field;
        Self {
            start: shape::start(text),
            end: shape::end(text, vocabulary),
            label,
            heading,
            byline,
            separator,
            continuation,
            closes_stray: shape::closes_stray(text),
            bracketed,
            field,
            prose: label || plain && text.len() >= SHORTEST_PROSE && has_small_words(text),
            severed: false,
        }
    }

    /// The same, when it is known whether a document begins here: then it is a heading, whatever form it has.
    pub(crate) fn settled(self, begins: bool) -> Self {
        Self { label: self.label && !begins, prose: self.prose && !begins, ..self }
    }

    /// Whether it is a heading that is more than a date, and no turn.
    pub(crate) fn is_title(&self) -> bool {
        !self.label && self.has_title_form()
    }

    /// Whether it has the form of a heading that is more than a date.
    pub(crate) fn has_title_form(&self) -> bool {
        self.heading.as_ref().is_some_and(|heading| !heading.dateline)
    }

    /// Whether it belongs to the text itself, not to what stands above it.
    pub(crate) fn is_body(&self) -> bool {
        (self.label || self.heading.is_none())
            && !self.byline
            && !self.separator
            && !self.field
            && !self.bracketed
            && self.continuation.is_none()
    }

    /// Whether its text breaks off.
    pub(crate) fn breaks_off(&self) -> bool {
        self.end == End::Bracket || self.prose && self.end.is_open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(text: &str) -> Sketch {
        let mut passage = Passage::default();
        passage.push_source(text, 0..text.len());
        Sketch::of(&passage, &Vocabulary::default())
    }

    #[test]
    fn a_numbered_heading_is_no_label() {
        let found = sketch("I: Conversation between Orlov and Mora, 3 May 1951");
        assert!(found.is_title() && !found.label);
        assert!(sketch("K: I should say so.").label);
    }

    #[test]
    fn what_breaks_off() {
        assert!(sketch("The envoy asked at length whether wheat could be").breaks_off());
        assert!(sketch("[Source: fond (f.) 3, opis (op.)").breaks_off());
        assert!(!sketch("Li Ming").breaks_off());
        assert!(!sketch("Anna Mora, Editor, The Riga Bulletin of Mills").breaks_off());
        assert!(sketch("Orlov: We might").breaks_off());
    }
}
