//! The list of what is left out, kept while the import goes on.

use std::ops::Range;

use obelus_text::Span;

use super::accounting::{Omission, Omitted};

/// What has been left out of the source so far, and why.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    omitted: Vec<Omitted>,
}

impl Ledger {
    /// Names a stretch of the source as left out.
    pub(crate) fn omit(&mut self, span: Range<usize>, why: Omission) {
        if !span.is_empty() {
            self.omitted.push(Omitted { span: Span::from_usize(span), why });
        }
    }

    /// Names several stretches as left out for one reason.
    pub(crate) fn omit_all(&mut self, spans: Vec<Range<usize>>, why: Omission) {
        for span in spans {
            self.omit(span, why);
        }
    }

    /// The whole list in the order of the source, with the white space of `source` that is in none of
    /// the `kept` stretches.
    pub(crate) fn close(mut self, source: &str, mut kept: Vec<Range<usize>>) -> Vec<Omitted> {
        kept.extend(self.omitted.iter().map(|omitted| omitted.span.range()));
        kept.sort_by_key(|span| span.start);
        kept.push(source.len()..source.len());
        let mut done = 0;
        for span in kept {
            if span.start > done {
                self.layout(source, done..span.start);
            }
            done = done.max(span.end);
        }
        self.omitted.sort_unstable_by_key(|omitted| omitted.span);
        self.omitted
    }

    fn layout(&mut self, source: &str, gap: Range<usize>) {
        if source.get(gap.clone()).is_some_and(is_layout) {
            self.omit(gap, Omission::Layout);
        }
    }
}

/// Whether `text` says nothing: white space, or characters of no width that OCR leaves behind.
fn is_layout(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_layout_and_words_are_not() {
        let mut ledger = Ledger::default();
        ledger.omit(0..2, Omission::PageNumber);
        let kept = vec![4..6, 6..8];
        let omitted = ledger.close("12\n\nword lost", kept);
        let spans: Vec<_> = omitted.iter().map(|o| (o.span.range(), o.why)).collect();
        // " lost" is not white space: it stays unaccounted for, which the proof will find.
        assert_eq!(spans, [(0..2, Omission::PageNumber), (2..4, Omission::Layout)]);
    }
}
