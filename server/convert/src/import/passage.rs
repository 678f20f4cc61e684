//! A paragraph put together from stretches of the source.

use std::ops::Range;

/// A stretch of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Segment {
    /// Where it begins in the passage.
    start: usize,
    /// Where it begins in the source; nothing for a space that joins two pieces.
    source: Option<usize>,
}

/// A paragraph put together from stretches of the source.
///
/// All places are bytes of [`Passage::text`], the reading text, unless they are called source places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Passage {
    text: String,
    segments: Vec<Segment>,
    /// What print underlines.
    pub(crate) underlined: Vec<Range<usize>>,
    /// What print marks as a heading, where it says so itself: the level of the sign.
    pub(crate) heading_mark: Option<u8>,
    /// Whether a sign of quotation stood before it.
    pub(crate) quoted: bool,
}

impl Passage {
    /// The reading text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing is left of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds what stands at `span` of `source`.
    pub(crate) fn push_source(&mut self, source: &str, span: Range<usize>) {
        if span.is_empty() {
            return;
        }
        let start = self.text.len();
        let follows = self.segments.last().is_some_and(|last| {
            last.source.is_some_and(|place| place + (start - last.start) == span.start)
        });
        if !follows {
            self.segments.push(Segment { start, source: Some(span.start) });
        }
        self.text.push_str(&source[span]);
    }

    /// Adds a space that the source does not have.
    pub(crate) fn push_joint(&mut self) {
        self.segments.push(Segment { start: self.text.len(), source: None });
        self.text.push(' ');
    }

    /// Adds a line end that the source does not have.
    pub(crate) fn push_break(&mut self) {
        self.segments.push(Segment { start: self.text.len(), source: None });
        self.text.push('\n');
    }

    /// Adds all of `other`.
    pub(crate) fn append(&mut self, other: &Self) {
        let base = self.text.len();
        self.segments.extend(
            other
                .segments
                .iter()
                .map(|segment| Segment { start: segment.start + base, source: segment.source }),
        );
        self.underlined.extend(other.underlined.iter().map(|r| r.start + base..r.end + base));
        self.text.push_str(&other.text);
    }

    /// What of `range` comes from where: stretches of the text, with their source places.
    pub(crate) fn pieces(&self, range: Range<usize>) -> Vec<(Range<usize>, Option<usize>)> {
        let first = self.segments.partition_point(|segment| segment.start <= range.start);
        let mut pieces = Vec::new();
        for at in first.saturating_sub(1)..self.segments.len() {
            let segment = self.segments[at];
            let end = self.segments.get(at + 1).map_or(self.text.len(), |next| next.start);
            let from = segment.start.max(range.start);
            let to = end.min(range.end);
            if segment.start >= range.end {
                break;
            }
            if from < to {
                pieces.push((from..to, segment.source.map(|place| place + from - segment.start)));
            }
        }
        pieces
    }

    /// The source places of what stands in `range`.
    pub(crate) fn sources(&self, range: Range<usize>) -> Vec<Range<usize>> {
        self.pieces(range)
            .into_iter()
            .filter_map(|(part, source)| source.map(|place| place..place + part.len()))
            .collect()
    }

    /// The source place of its first character that has one.
    pub(crate) fn source_start(&self) -> usize {
        self.segments.iter().find_map(|segment| segment.source).unwrap_or_default()
    }

    /// The source place after its last character that has one.
    pub(crate) fn source_end(&self) -> usize {
        self.sources(0..self.text.len()).last().map_or(0, |span| span.end)
    }

    /// Parts it in two at `at`, which must lie between two characters.
    pub(crate) fn split_off(&mut self, at: usize) -> Self {
        let mut rest = Self { quoted: self.quoted, ..Self::default() };
        rest.text = self.text.split_off(at);
        for segment in &self.segments {
            if segment.start >= at {
                rest.segments.push(Segment { start: segment.start - at, ..*segment });
            } else {
                let source = segment.source.map(|place| place + at - segment.start);
                let carried = Segment { start: 0, source };
                match rest.segments.first_mut() {
                    Some(first) => *first = carried,
                    None => rest.segments.push(carried),
                }
            }
        }
        if rest.segments.get(1).is_some_and(|second| second.start == 0) {
            rest.segments.remove(0);
        }
        if rest.text.is_empty() {
            rest.segments.clear();
        }
        self.segments.retain(|segment| segment.start < at);
        rest.underlined = self
            .underlined
            .iter()
            .filter(|range| range.start >= at)
            .map(|range| range.start - at..range.end - at)
            .collect();
        self.underlined.retain(|range| range.start < at);
        rest
    }

    /// Takes `range` out. Answers the source places of what is gone.
    pub(crate) fn remove(&mut self, range: Range<usize>) -> Vec<Range<usize>> {
        let gone = self.sources(range.clone());
        let mut rest = self.split_off(range.start);
        let tail = rest.split_off(range.len());
        self.append(&tail);
        gone
    }

    /// It without `ranges`, which are in order and apart. Answers also the source places of what is gone.
    pub(crate) fn without(&self, ranges: &[Range<usize>]) -> (Self, Vec<Range<usize>>) {
        let mut gone = Vec::new();
        let mut left =
            Self { heading_mark: self.heading_mark, quoted: self.quoted, ..Self::default() };
        let mut done = 0;
        let mut shifts = Vec::new();
        let mut segments = self.segments.iter().copied().peekable();
        let mut current = Segment { start: 0, source: None };
        let end = self.text.len()..self.text.len();
        for range in ranges.iter().chain([&end]) {
            while let Some(segment) = segments.next_if(|segment| segment.start <= done) {
                current = segment;
            }
            let mut from = done;
            while from < range.start {
                let next = segments.peek().map_or(self.text.len(), |segment| segment.start);
                let to = next.min(range.start);
                let source = current.source.map(|place| place + from - current.start);
                left.segments.push(Segment { start: left.text.len(), source });
                left.text.push_str(&self.text[from..to]);
                from = to;
                while let Some(segment) = segments.next_if(|segment| segment.start <= from) {
                    current = segment;
                }
            }
            shifts.push((range.end, range.end - left.text.len()));
            gone.extend(self.sources(range.clone()));
            done = range.end;
        }
        let moved = |at: usize| {
            let index = shifts.partition_point(|(end, _)| *end <= at);
            at - index.checked_sub(1).map_or(0, |index| shifts[index].1)
        };
        left.underlined =
            self.underlined.iter().map(|range| moved(range.start)..moved(range.end)).collect();
        (left, gone)
    }

    /// Leaves white space at both ends out.
    pub(crate) fn trim(&mut self) {
        let start = self.text.len() - self.text.trim_start().len();
        self.remove(0..start);
        let end = self.text.trim_end().len();
        self.remove(end..self.text.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "The store was\n\nburnt down.";

    fn joined() -> Passage {
        let mut passage = Passage::default();
        passage.push_source(SOURCE, 0..13);
        passage.push_joint();
        passage.push_source(SOURCE, 15..26);
        passage
    }

    #[test]
    fn knows_where_its_words_come_from() {
        let passage = joined();
        assert_eq!(passage.text(), "The store was burnt down.");
        assert_eq!(passage.sources(10..19), [10..13, 15..20]);
        assert_eq!((passage.source_start(), passage.source_end()), (0, 26));
    }

    #[test]
    fn parts_at_any_place() {
        for at in 0..=25 {
            let mut first = joined();
            let rest = first.split_off(at);
            assert_eq!(format!("{}{}", first.text(), rest.text()), joined().text());
            let mut sources = first.sources(0..first.text().len());
            sources.extend(rest.sources(0..rest.text().len()));
            let all: usize = sources.iter().map(Range::len).sum();
            assert_eq!(all, 24, "parted at {at}");
            let text: String = sources.into_iter().map(|span| &SOURCE[span]).collect();
            assert_eq!(text, "The store wasburnt down.");
        }
    }

    #[test]
    fn what_is_removed_is_named() {
        let mut passage = joined();
        assert_eq!(passage.remove(4..15), [4..13, 15..16]);
        assert_eq!(passage.text(), "The urnt down.");
        assert_eq!(passage.sources(0..14), [0..4, 16..26]);
    }

    #[test]
    fn several_stretches_are_taken_out_at_once() {
        let mut passage = joined();
        passage.underlined.push(14..19);
        let (left, gone) = passage.without(&[0..4, 10..13]);
        assert_eq!(left.text(), "store  burnt down.");
        assert_eq!(gone, [0..4, 10..13]);
        assert_eq!(left.sources(0..18), [4..10, 15..26]);
        assert_eq!(&left.text()[left.underlined[0].clone()], "burnt");
    }

    #[test]
    fn trims_both_ends() {
        let mut passage = Passage::default();
        passage.push_source("  a b ", 0..6);
        passage.trim();
        assert_eq!((passage.text(), passage.source_start()), ("a b", 2));
    }
}
