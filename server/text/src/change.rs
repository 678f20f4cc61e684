//! A change to a text.

use crate::{Offset, Span};

/// A stretch of text and what replaces it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Change {
    /// What is replaced, in the text before the change.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Change {
    /// Replaces `span` with `replacement`.
    pub fn replace(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }

    /// Inserts `text` at `offset`.
    pub fn insert(offset: Offset, text: impl Into<String>) -> Self {
        Self::replace(Span::empty(offset), text)
    }

    /// Deletes `span`.
    pub fn delete(span: Span) -> Self {
        Self::replace(span, "")
    }

    /// Applies changes that do not overlap to `text`, all counted in `text` as it was before.
    ///
    /// Returns `None` where two changes overlap or one does not lie on character boundaries.
    pub fn apply_all(text: &str, changes: &[Self]) -> Option<String> {
        let mut order: Vec<&Self> = changes.iter().collect();
        order.sort_by_key(|change| change.span);
        let mut result = String::with_capacity(text.len());
        let mut done = 0;
        for change in order {
            result.push_str(text.get(done..change.span.start().to_usize())?);
            result.push_str(&change.replacement);
            done = change.span.end().to_usize();
        }
        result.push_str(text.get(done..)?);
        Some(result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn applies_in_order_of_place() {
        let changes =
            [Change::replace(Span::from_usize(4..5), "E"), Change::insert(Offset::new(1), "-")];
        assert_eq!(Change::apply_all("abcdef", &changes).as_deref(), Some("a-bcdEf"));
    }

    #[test]
    fn refuses_overlap_and_split_characters() {
        let overlap =
            [Change::delete(Span::from_usize(0..3)), Change::delete(Span::from_usize(2..4))];
        assert_eq!(Change::apply_all("abcdef", &overlap), None);
        assert_eq!(Change::apply_all("é", &[Change::insert(Offset::new(1), "x")]), None);
    }
}
