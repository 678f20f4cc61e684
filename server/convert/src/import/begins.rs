//! Where documents begin.

use super::passage::Passage;
use super::shape::End;
use super::sketch::Sketch;

/// An author stands at most this many paragraphs below the beginning of a heading.
const BYLINE_BELOW: usize = 2;

/// For each paragraph, whether a document begins with it.
pub(crate) fn beginnings(passages: &[Passage], sketches: &[Sketch]) -> Vec<bool> {
    (0..sketches.len()).map(|at| begins(passages, sketches, at)).collect()
}

/// Whether a document begins at `at`: there is a heading, and more than one sign that it opens a text and
/// not a part of one.
fn begins(passages: &[Passage], sketches: &[Sketch], at: usize) -> bool {
    let sketch = &sketches[at];
    let Some(heading) = sketch.heading.as_ref().filter(|heading| !heading.dateline) else {
        return false;
    };
    if at == 0 {
        return true;
    }
    let before = &sketches[at - 1];
    let after_break = before.separator;
    let after_source =
        before.bracketed && is_source_note(passages[at - 1].text()) || before.closes_stray;
    let whole = before.end == End::Whole || !before.prose;
    let dated = heading.date.is_some() || dateline_follows(sketches, at);
    if byline_follows(sketches, at) {
        return true;
    }
    if sketch.label {
        return false;
    }
    let named = heading.kind.is_some() || heading.correspondents;
    if heading.number.is_some()
        && (named && dated || dateline_follows(sketches, at) && (after_break || after_source))
    {
        return true;
    }
    if after_break {
        return heading.number.is_some()
            || named && dated
            || heading.loud && sketches.get(at + 1).is_some_and(Sketch::is_title);
    }
    if after_source {
        return named || dated || heading.number.is_some() || heading.loud;
    }
    whole && (heading.formula || heading.correspondents) && !before.label
}

/// Whether `text` is a source note.
pub(crate) fn is_source_note(text: &str) -> bool {
    super::source_note::is_source_note(text)
}

/// Whether the author's name follows, with no more than another line of the heading between.
fn byline_follows(sketches: &[Sketch], at: usize) -> bool {
    for sketch in sketches.iter().skip(at + 1).take(BYLINE_BELOW) {
        if sketch.byline {
            return true;
        }
        if !sketch.has_title_form() {
            return false;
        }
    }
    false
}

fn dateline_follows(sketches: &[Sketch], at: usize) -> bool {
    sketches[at + 1..]
        .iter()
        .take(2)
        .any(|sketch| sketch.heading.as_ref().is_some_and(|heading| heading.dateline))
}

#[cfg(test)]
mod tests {
    use super::super::ledger::Ledger;
    use super::super::paragraph::paragraphs;
    use super::super::words::Vocabulary;
    use super::*;

    fn begin(source: &str) -> Vec<String> {
        let passages = paragraphs(source, &mut Ledger::default());
        let vocabulary = Vocabulary::default();
        let sketches: Vec<_> = passages.iter().map(|p| Sketch::of(p, &vocabulary)).collect();
        let begins = beginnings(&passages, &sketches);
        passages
            .iter()
            .zip(begins)
            .filter(|(_, begins)| *begins)
            .map(|(p, _)| p.text().to_owned())
            .collect()
    }

    #[test]
    fn numbered_and_dated_headings_begin_documents() {
        let source = "I: Talk between Orlov and Mora, 3 May 1951\n\nOrlov: Wheat.\n\n* * *\n\nII. Talk between Orlov and Mora, 4 May 1951\n\nMora: Coal.";
        assert_eq!(begin(source).len(), 2);
    }

    #[test]
    fn an_author_below_a_heading_begins_a_text() {
        let source = "The mill burnt down in the end.\n\nWheat and Coal: The Riga Talks—\n\nA Reading\n\nby Anna Mora\n\nThe talks were long.";
        assert_eq!(begin(source), ["Wheat and Coal: The Riga Talks—", "A Reading"]);
    }

    #[test]
    fn parts_of_a_text_begin_none() {
        let source = "The Price of Wheat\n\nThe mill burnt down in the end.\n\nCoal and Iron\n\nCoal was dear.\n\n1. We think that wheat is dear.\n\n2. We think that coal is dear.";
        assert_eq!(begin(source), ["The Price of Wheat"]);
    }
}
