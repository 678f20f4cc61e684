//! Notes, cross-references, anchors and leaf marks, as they stand.

use obelus_text::{Offset, Span};

/// A reference to a note, `[^3]`, or the label of a note's definition.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NoteFact {
    /// The label: `3`.
    pub label: Box<str>,
    /// The whole reference or definition, relative to the block.
    pub span: Span,
    /// The label, relative to the block.
    pub label_span: Span,
}

/// `{#name}`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AnchorFact {
    /// The name.
    pub name: Box<str>,
    /// The whole of it, relative to the block.
    pub span: Span,
    /// The name, relative to the block.
    pub name_span: Span,
}

/// `[l. 9]`: a leaf or page of the source begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MilestoneFact {
    /// `l.`, `p.`, `fol.`.
    pub unit: Box<str>,
    /// `9`, `3v`.
    pub number: Box<str>,
    /// The whole of it, relative to the block.
    pub span: Span,
}

/// The place that a cross-reference names in its document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fragment {
    /// `#t14`: a turn, counted from 1.
    Turn(u32),
    /// `#n3`: a note by its label.
    Note(Box<str>),
    /// `#name`: an anchor, or a heading written with hyphens.
    Name(Box<str>),
}

impl Fragment {
    /// Reads what stands after `#`. `t14` and `n3` are a turn and a note; all else is a name.
    pub fn parse(words: &str) -> Self {
        if let Some(number) = words.strip_prefix('t').and_then(|digits| digits.parse().ok()) {
            return Self::Turn(number);
        }
        match words.strip_prefix('n') {
            Some(label) if label.starts_with(|char: char| char.is_ascii_digit()) => {
                Self::Note(label.into())
            }
            _ => Self::Name(words.into()),
        }
    }
}

/// The name by which a heading can be referred to: its words in small letters, joined by hyphens.
pub fn heading_name(words: &str) -> String {
    let mut name = String::with_capacity(words.len());
    for word in words.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !name.is_empty() {
            name.push('-');
        }
        name.extend(word.chars().flat_map(char::to_lowercase));
    }
    name
}

/// `[[document#place|words]]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CrossReferenceFact {
    /// The document's name; none for a place in the same document.
    pub target: Option<Box<str>>,
    /// The place in it.
    pub fragment: Option<Fragment>,
    /// The whole of it, relative to the block.
    pub span: Span,
    /// The document's name, relative to the block.
    pub target_span: Option<Span>,
    /// The place's name, without `#`, relative to the block.
    pub fragment_span: Option<Span>,
}

impl CrossReferenceFact {
    /// Where the words between the double brackets begin, relative to the block.
    pub fn inner_start(&self) -> Offset {
        self.span.start() + Offset::new(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragments() {
        assert_eq!(Fragment::parse("t14"), Fragment::Turn(14));
        assert_eq!(Fragment::parse("n3"), Fragment::Note("3".into()));
        assert_eq!(Fragment::parse("notes"), Fragment::Name("notes".into()));
        assert_eq!(Fragment::parse("treaty"), Fragment::Name("treaty".into()));
    }

    #[test]
    fn headings_have_names() {
        assert_eq!(heading_name("II. The “Port Arthur” question"), "ii-the-port-arthur-question");
    }
}
