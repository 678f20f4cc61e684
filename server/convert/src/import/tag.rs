//! Signs of underlining and the like that OCR leaves in the text.

use std::ops::Range;

use super::accounting::Omission;
use super::ledger::Ledger;
use super::passage::Passage;

/// A sign that OCR leaves in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    OpenUnderline,
    CloseUnderline,
}

const TAGS: [(&str, Tag); 4] = [
    ("<u>", Tag::OpenUnderline),
    ("</u>", Tag::CloseUnderline),
    ("<U>", Tag::OpenUnderline),
    ("</U>", Tag::CloseUnderline),
];

/// Longer underlined stretches in `_…_` are not taken for names: the signs stay as they are.
const LONGEST_NAME: usize = 60;

/// Adds the line at `span` of `source` to `passage`, without its tags. `<u>` may close on a later line:
/// `open` is where it was opened.
pub(crate) fn push_line(
    passage: &mut Passage,
    source: &str,
    span: Range<usize>,
    open: &mut Option<usize>,
    ledger: &mut Ledger,
) {
    let line = &source[span.clone()];
    let mut done = 0;
    let mut at = 0;
    while let Some(found) = line[at..].find(['<', '_']).map(|found| found + at) {
        if let Some((sign, tag)) = TAGS.iter().find(|(sign, _)| line[found..].starts_with(sign)) {
            passage.push_source(source, span.start + done..span.start + found);
            done = found + sign.len();
            ledger.omit(span.start + found..span.start + done, Omission::UnderlineMark);
            match tag {
                Tag::OpenUnderline => *open = Some(passage.text().len()),
                Tag::CloseUnderline => close(passage, open),
            }
            at = done;
        } else if let Some(name) = underlined_name(line, found) {
            passage.push_source(source, span.start + done..span.start + found);
            let start = passage.text().len();
            passage.push_source(source, span.start + name.start..span.start + name.end);
            passage.underlined.push(start..passage.text().len());
            for sign in [found, name.end] {
                let sign = span.start + sign..span.start + sign + 1;
                ledger.omit(sign, Omission::UnderlineMark);
            }
            done = name.end + 1;
            at = done;
        } else {
            at = found + 1;
        }
    }
    passage.push_source(source, span.start + done..span.end);
}

/// Ends what is underlined. Two names parted only by a space are one: `<u>Liu</u> <u>Shaoqi</u>`.
fn close(passage: &mut Passage, open: &mut Option<usize>) {
    let end = passage.text().len();
    let Some(start) = open.take().filter(|start| *start < end) else { return };
    let joins = passage
        .underlined
        .last()
        .is_some_and(|last| passage.text()[last.end..start].chars().all(char::is_whitespace));
    match passage.underlined.last_mut() {
        Some(last) if joins => last.end = end,
        _ => passage.underlined.push(start..end),
    }
}

/// The name in `_name_` that begins at `at`, where it is one.
fn underlined_name(line: &str, at: usize) -> Option<Range<usize>> {
    let before = line[..at].chars().next_back();
    if !line[at..].starts_with('_') || before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
        return None;
    }
    let start = at + 1;
    let length = line[start..].bytes().take(LONGEST_NAME + 1).position(|byte| byte == b'_')?;
    let name = &line[start..start + length];
    let after = line[start + length + 1..].chars().next();
    let fits = name.chars().next().is_some_and(char::is_alphabetic)
        && !name.ends_with(char::is_whitespace)
        && !name.contains(['[', ']', '*', '<', '{'])
        && !after.is_some_and(|c| c.is_alphanumeric() || c == '_');
    fits.then_some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> String {
        let mut passage = Passage::default();
        push_line(&mut passage, source, 0..source.len(), &mut None, &mut Ledger::default());
        let marked: Vec<_> =
            passage.underlined.iter().map(|r| &passage.text()[r.clone()]).collect();
        format!("{} | {}", passage.text(), marked.join(", "))
    }

    #[test]
    fn underlining_is_kept_as_a_fact() {
        assert_eq!(read("<u>Orlov</u>: Yes."), "Orlov: Yes. | Orlov");
        assert_eq!(read("<u>Li</u> <u>Ming</u>'s return"), "Li Ming's return | Li Ming");
        assert_eq!(read("_Orlov_ asks"), "Orlov asks | Orlov");
    }

    #[test]
    fn other_signs_stay() {
        assert_eq!(read("a < b, snake_case_name, _ _"), "a < b, snake_case_name, _ _ | ");
        assert_eq!(read("<u>never closed"), "never closed | ");
        assert_eq!(read("closed</u> never opened <u></u>"), "closed never opened  | ");
    }
}
