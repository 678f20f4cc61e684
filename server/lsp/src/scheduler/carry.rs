//! Where a place has got to after edits.

use obelus_text::{Change, Offset, Span};

/// What an edit did to the places after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    replaced: Span,
    length: usize,
}

impl From<&Change> for Shift {
    fn from(change: &Change) -> Self {
        Self { replaced: change.span, length: change.replacement.len() }
    }
}

/// Where `span` lies after `shifts`; nothing where one of them touched it.
pub fn carry(span: Span, shifts: &[Shift]) -> Option<Span> {
    shifts.iter().try_fold(span, |span, shift| {
        if span.end() <= shift.replaced.start() {
            return Some(span);
        }
        if span.start() < shift.replaced.end() {
            return None;
        }
        let start = span.start() - shift.replaced.end()
            + shift.replaced.start()
            + Offset::from_usize(shift.length);
        Some(Span::at(start, span.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_carried_span_holds_the_same_words(
            source in "[a-z]{0,30}",
            at in 0usize..30, length in 0usize..8,
            edits in prop::collection::vec((0usize..30, 0usize..6, "[A-Z]{0,4}"), 0..5),
        ) {
            let within = |at: usize, length: usize, text: &str| {
                let start = at.min(text.len());
                Span::from_usize(start..(start + length).min(text.len()))
            };
            let span = within(at, length, &source);
            let mut text = source.clone();
            let mut shifts = Vec::new();
            for (at, length, new) in edits {
                let change = Change::replace(within(at, length, &text), new);
                shifts.push(Shift::from(&change));
                text = Change::apply_all(&text, &[change]).unwrap();
            }
            if let Some(carried) = carry(span, &shifts) {
                prop_assert_eq!(carried.of(&text), span.of(&source));
            }
        }
    }

    #[test]
    fn what_an_edit_touches_is_lost() {
        let shift = Shift::from(&Change::replace(Span::from_usize(4..6), "abc"));
        let carried = |start, end| carry(Span::from_usize(start..end), &[shift]);
        assert_eq!(carried(0, 4), Some(Span::from_usize(0..4)));
        assert_eq!(carried(3, 5), None);
        assert_eq!(carried(6, 8), Some(Span::from_usize(7..9)));
    }
}
