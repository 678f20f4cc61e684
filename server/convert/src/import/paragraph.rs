//! Cutting the source into paragraphs.

use std::collections::HashMap;

use super::accounting::Omission;
use super::ledger::Ledger;
use super::lines::{Line, lines};
use super::opening::line_label;
use super::passage::Passage;
use super::tag;

/// A label that stands before this many lines begins a paragraph wherever it begins a line.
const OFTEN: usize = 3;

/// A line of at least this many bytes, in a text without blank lines, is a paragraph.
const LONG_LINE: usize = 100;

/// Cuts `source` into paragraphs, by blank lines, by indented first lines and by labels that stand at
/// the beginning of lines again and again.
pub(crate) fn paragraphs(source: &str, ledger: &mut Ledger) -> Vec<Passage> {
    let lines = lines(source);
    let labels = frequent_labels(source, &lines);
    let loose = is_line_a_paragraph(source, &lines);
    let mut found = Vec::new();
    for block in lines.split(|line| line.of(source).trim().is_empty()) {
        let base = block.iter().skip(1).map(|line| line.indent(source)).min().unwrap_or_default();
        let mut start = 0;
        for at in 1..=block.len() {
            let begins = at == block.len()
                || loose
                || begins_paragraph(source, block, at, base)
                || line_label(block[at].of(source)).is_some_and(|name| labels.contains_key(name));
            if begins && start < at {
                found.push(passage(source, &block[start..at], ledger));
                start = at;
            }
        }
    }
    found.retain(|passage| !passage.is_empty());
    found
}

/// A line that is indented deeper than those around it begins a paragraph; one among others that are
/// as deep is a verse or a heading set in the middle.
fn begins_paragraph(source: &str, block: &[Line], at: usize, base: usize) -> bool {
    let indent = block[at].indent(source);
    indent > base && indent <= base + 10 && block[at - 1].indent(source) <= base
        || block[0].indent(source) > base + 10
            && block[at - 1].indent(source) > base + 10
            && indent <= base + 10
}

/// The labels that stand before lines at least [`OFTEN`] times, with how often.
fn frequent_labels<'a>(source: &'a str, lines: &[Line]) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for line in lines {
        if let Some(name) = line_label(line.of(source)) {
            *counts.entry(name).or_insert(0) += 1;
        }
    }
    counts.retain(|_, count| *count >= OFTEN);
    counts
}

/// Whether the text has no blank lines between paragraphs, and each long line is one.
fn is_line_a_paragraph(source: &str, lines: &[Line]) -> bool {
    let filled = lines.iter().filter(|line| !line.of(source).trim().is_empty()).count();
    let long = lines.iter().filter(|line| line.span.len() > 2 * LONG_LINE).count();
    let pairs =
        lines.windows(2).filter(|pair| pair.iter().all(|line| line.span.len() > LONG_LINE)).count();
    filled > 4 && long * 4 > filled && pairs * 4 > filled
}

fn passage(source: &str, block: &[Line], ledger: &mut Ledger) -> Passage {
    let mut passage = Passage::default();
    let mut open = None;
    let mut end = None;
    for line in block {
        let words = line.of(source);
        let start = line.span.start + (words.len() - words.trim_start().len());
        let mut span = start..line.span.start + words.trim_end().len();
        if passage.is_empty() {
            span.start += marks(&source[span.clone()], span.start, &mut passage, ledger);
        }
        if let Some(end) = end {
            let newline = source[end..span.start].find('\n').map(|at| at + end);
            match newline {
                Some(at) => passage.push_source(source, at..at + 1),
                None => passage.push_joint(),
            }
        }
        end = Some(line.span.end);
        tag::push_line(&mut passage, source, span, &mut open, ledger);
    }
    passage.trim();
    passage
}

/// Leaves the signs `>` and `#` at the beginning of a paragraph out; answers how many bytes they take.
fn marks(words: &str, at: usize, passage: &mut Passage, ledger: &mut Ledger) -> usize {
    let mut length = 0;
    while let Some(rest) = words[length..].strip_prefix('>') {
        passage.quoted = true;
        ledger.omit(at + length..at + length + 1, Omission::QuoteMark);
        length += 1 + (rest.len() - rest.trim_start().len());
    }
    let level = words[length..].bytes().take_while(|byte| *byte == b'#').count();
    let rest = &words[length + level..];
    if (1..=6).contains(&level) && rest.starts_with(' ') && !rest.trim().is_empty() {
        passage.heading_mark = u8::try_from(level).ok();
        ledger.omit(at + length..at + length + level, Omission::HeadingMark);
        length += level + (rest.len() - rest.trim_start().len());
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(source: &str) -> Vec<String> {
        let found = paragraphs(source, &mut Ledger::default());
        found.iter().map(|passage| passage.text().to_owned()).collect()
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(cut("a\nb\r\n \t\r\nc\n\n\n"), ["a\nb", "c"]);
        assert_eq!(cut("\n \n"), [""; 0]);
    }

    #[test]
    fn an_indented_line_begins_one() {
        let source = "  The envoy spoke\nof wheat.\n  The minister\nanswered.\n";
        assert_eq!(cut(source), ["The envoy spoke\nof wheat.", "The minister\nanswered."]);
    }

    #[test]
    fn a_label_that_comes_again_begins_one() {
        let source = "Orlov: Yes.\nMora: No.\nOrlov: And\nso on.\nMora: No.\nOrlov: So.\nMora: Ah.";
        assert_eq!(
            cut(source),
            [
                "Orlov: Yes.",
                "Mora: No.",
                "Orlov: And\nso on.",
                "Mora: No.",
                "Orlov: So.",
                "Mora: Ah."
            ]
        );
    }

    #[test]
    fn signs_before_a_paragraph_are_kept_as_facts() {
        let found = paragraphs("> on the one side\n\n## Part two", &mut Ledger::default());
        assert!(found[0].quoted && found[0].text() == "on the one side");
        assert_eq!((found[1].heading_mark, found[1].text()), (Some(2), "Part two"));
    }
}
