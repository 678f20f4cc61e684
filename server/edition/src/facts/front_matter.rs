//! The entries at the top of a document.

use obelus_text::Span;

/// A line `key: value`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EntryFact {
    /// The key as it stands.
    pub key: Box<str>,
    /// The key, relative to the block.
    pub key_span: Span,
    /// The value without white space at its edges and without quotation marks around it.
    pub value: Box<str>,
    /// The value, relative to the block; empty after the colon where there is none.
    pub value_span: Span,
}

/// The entries at the top of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct FrontMatterFacts {
    /// In the order in which they stand.
    pub entries: Vec<EntryFact>,
}

impl FrontMatterFacts {
    /// The entry for `key`.
    pub fn get(&self, key: &str) -> Option<&EntryFact> {
        self.entries.iter().find(|entry| &*entry.key == key)
    }
}

impl EntryFact {
    /// The members of a value that is a list, parted by commas, with their spans.
    pub fn members(&self) -> impl Iterator<Item = (&str, Span)> {
        let mut at = self.value_span.start().to_usize();
        self.value.split(',').map(move |part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + 1;
            (part.trim(), Span::from_usize(start..start + part.trim().len()))
        })
    }
}
