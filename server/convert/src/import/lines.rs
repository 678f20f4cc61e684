//! The lines of the source.

use std::ops::Range;

/// A line, without what ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it stands in the source, in bytes.
    pub(crate) span: Range<usize>,
}

impl Line {
    /// Its words.
    pub(crate) fn of<'a>(&self, source: &'a str) -> &'a str {
        &source[self.span.clone()]
    }

    /// How many columns of white space stand before its first word; a tab counts as eight.
    pub(crate) fn indent(&self, source: &str) -> usize {
        self.of(source)
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(|c| if c == '\t' { 8 } else { 1 })
            .sum()
    }
}

/// All lines of `source`. `\n`, `\r\n`, `\r` and a form feed end a line.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let bytes = source.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let width = match bytes[at] {
            b'\r' if bytes.get(at + 1) == Some(&b'\n') => 2,
            b'\n' | b'\r' | 0x0c => 1,
            _ => {
                at += 1;
                continue;
            }
        };
        lines.push(Line { span: start..at });
        at += width;
        start = at;
    }
    if start < bytes.len() {
        lines.push(Line { span: start..bytes.len() });
    }
    lines
}

/// Tells the line of a place.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineNumbers {
    starts: Vec<usize>,
}

impl LineNumbers {
    /// Counts lines as editors do: by `\n`, `\r\n` and `\r`.
    pub(crate) fn of(source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            if ends {
                starts.push(at + 1);
            }
        }
        Self { starts }
    }

    /// The line, counted from 1, in which the byte `offset` stands.
    pub(crate) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_end_ends_a_line() {
        let source = "one\r\ntwo\rthree\n\nfive";
        let words: Vec<_> = lines(source).iter().map(|line| line.of(source)).collect();
        assert_eq!(words, ["one", "two", "three", "", "five"]);
        let numbers = LineNumbers::of(source);
        assert_eq!(numbers.line(0), 1);
        assert_eq!(numbers.line(source.find("three").unwrap()), 3);
        assert_eq!(numbers.line(source.find("five").unwrap()), 5);
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(lines(""), []);
        assert_eq!(LineNumbers::of("").line(0), 1);
    }

    #[test]
    fn indents_are_counted_in_columns() {
        let source = "\t  word";
        assert_eq!(lines(source)[0].indent(source), 10);
    }
}
