//! Edits that have been made to a text and wait to be told on.
//!
//! While edits come faster than they can be analysed, those in one place are gathered into one: a
//! paragraph that is typed in a hundred edits is parsed once. Edits far from each other stay apart, so
//! that what lies between them is not parsed at all.

use obelus_text::{Change, Offset, Span, Text};

/// Stretches nearer to each other than this, in bytes, are gathered into one: about as much text as is
/// parsed in the time that one edit more costs.
const NEAR: usize = 512;

/// Edits that wait to be told on.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    /// In order of place, none near another.
    stretches: Vec<Stretch>,
}

/// A stretch of text that has changed.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// Where it lay in the text as it was before all edits.
    old: (usize, usize),
    /// Where it lies in the text as it is now.
    new: (usize, usize),
}

impl Stretch {
    /// The old place of `at`, which lies before the stretch or at its start.
    fn old_before(self, at: usize) -> usize {
        self.old.0 - (self.new.0 - at)
    }

    /// The old place of `at`, which lies after the stretch or at its end.
    fn old_after(self, at: usize) -> usize {
        self.old.1 + at - self.new.1
    }
}

impl Gathered {
    /// Adds an edit, counted in the text as all edits before it left it.
    pub fn add(&mut self, change: &Change) {
        let (start, end) = (change.span.start().to_usize(), change.span.end().to_usize());
        let first = self.stretches.partition_point(|one| one.new.1 + NEAR < start);
        let after = self.stretches.partition_point(|one| one.new.0 <= end + NEAR);
        let mut merged = match self.stretches.get(first..after) {
            Some([one, .., last]) => span_of(*one, *last, start, end),
            Some([one]) => span_of(*one, *one, start, end),
            _ => {
                let before = first.checked_sub(1).map(|at| self.stretches[at]);
                let old = |at| before.map_or(at, |before| before.old_after(at));
                Stretch { old: (old(start), old(end)), new: (start, end) }
            }
        };
        let length = change.replacement.len();
        merged.new.1 = merged.new.1 + length - (end - start);
        for later in self.stretches.iter_mut().skip(after) {
            later.new =
                (later.new.0 + length - (end - start), later.new.1 + length - (end - start));
        }
        self.stretches.splice(first..after.max(first), [merged]);
    }

    /// Hands out the edits, the last in place first, so that each leaves the places of the others as they
    /// are. `text` is the text after all of them.
    pub fn take(&mut self, text: &Text) -> Vec<Change> {
        let span = |(start, end): (usize, usize)| {
            Span::new(Offset::from_usize(start), Offset::from_usize(end))
        };
        let stretches = std::mem::take(&mut self.stretches);
        let change = |one: &Stretch| Change::replace(span(one.old), text.slice(span(one.new)));
        stretches.iter().rev().map(change).collect()
    }

    /// Forgets the edits: the whole text has been told.
    pub fn clear(&mut self) {
        self.stretches.clear();
    }

    /// Whether no edit waits.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }
}

/// The stretch from `first` to `last`, and from `start` to `end` in the text as it is now.
fn span_of(first: Stretch, last: Stretch, start: usize, end: usize) -> Stretch {
    let new = (first.new.0.min(start), last.new.1.max(end));
    Stretch { old: (first.old_before(new.0), last.old_after(new.1)), new }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn within(at: usize, length: usize, text: &Text) -> Span {
        let start = text.floor(Offset::from_usize(at.min(text.len())));
        Span::new(start, text.floor(start + Offset::from_usize(length)))
    }

    proptest! {
        #[test]
        fn gathered_edits_do_what_the_edits_did(
            length in 0usize..4_000,
            edits in prop::collection::vec((0usize..4_000, 0usize..700, "[a-zé]{0,9}"), 0..20),
        ) {
            let before = Text::from("é.".repeat(length / 3).as_str());
            let (mut after, mut gathered) = (before.clone(), Gathered::default());
            for (at, length, new) in edits {
                let change = Change::replace(within(at, length, &after), new);
                after.apply(&change);
                gathered.add(&change);
            }
            let mut told = before;
            for change in gathered.take(&after) {
                told.apply(&change);
            }
            prop_assert_eq!(told.to_string(), after.to_string());
            prop_assert!(gathered.is_empty());
        }
    }

    #[test]
    fn typing_is_one_edit_and_places_far_apart_are_several() {
        let mut text = Text::from("x".repeat(5_000).as_str());
        let mut gathered = Gathered::default();
        let mut insert = |at, words: &str| {
            let change = Change::insert(Offset::new(at), words);
            text.apply(&change);
            gathered.add(&change);
        };
        insert(4_000, "b");
        insert(10, "one");
        insert(13, "two");
        insert(11, "-");
        let edits: Vec<_> = gathered
            .take(&text)
            .into_iter()
            .map(|change| format!("{} {}", change.span, change.replacement))
            .collect();
        assert_eq!(edits, ["4000..4000 b", "10..10 o-netwo"]);
    }
}
