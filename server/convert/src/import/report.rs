//! What the import tells the historian.

use std::fmt::Write;

use super::accounting::{Accounting, Addition, Omission, Origin};
use super::lines::LineNumbers;

/// How sure the import was of something, and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The text was changed, and surely rightly: broken paragraphs joined, turns parted.
    Changed,
    /// The import decided, but might be wrong, or left as it stands what it could not decide.
    Unsure,
}

/// A remark for the historian.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Remark {
    /// The place in the source, in bytes.
    pub at: usize,
    /// How sure the import was.
    pub certainty: Certainty,
    /// What was done, in plain words.
    pub text: String,
}

/// What was found in a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The file.
    pub file: String,
    /// Its title.
    pub title: String,
    /// The place in the source where it begins, in bytes.
    pub at: usize,
    /// Turns `X: …`
    pub direct: usize,
    /// Turns `X. …`
    pub pointed: usize,
    /// Turns `X says …`
    pub reported: usize,
    /// The persons who speak, with how many turns they have.
    pub speakers: Vec<(String, usize)>,
    /// Footnotes.
    pub notes: usize,
    /// References to footnotes.
    pub references: usize,
    /// Source notes.
    pub source_notes: usize,
}

/// What the import found, changed and was unsure of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What the printed text was called.
    pub source: String,
    /// The documents, in order.
    pub found: Vec<Found>,
    /// What was done and what was doubtful, in the order of the source.
    pub remarks: Vec<Remark>,
}

/// A line of the report shows no more of the text than this many characters.
const SHOWN: usize = 60;

impl Report {
    pub(crate) fn remark(&mut self, at: usize, certainty: Certainty, text: impl Into<String>) {
        self.remarks.push(Remark { at, certainty, text: text.into() });
    }

    /// Sorts the remarks by their place.
    pub(crate) fn close(&mut self) {
        self.remarks.sort();
        self.remarks.dedup();
    }

    /// The report as a page to read. `source` and `accounting` are those of the same import.
    pub fn render(&self, source: &str, accounting: &Accounting) -> String {
        let lines = LineNumbers::of(source);
        let mut page = format!("# Import of {}\n\n", self.source);
        page.push_str(
            "Made by `obelus import`. Line numbers are those of the printed text that was imported. \
             What print got wrong is kept as printed; `obelus check` names it.\n\n",
        );
        self.render_found(&mut page, &lines);
        self.render_remarks(&mut page, &lines, "What was doubtful", Certainty::Unsure);
        self.render_remarks(&mut page, &lines, "What was changed", Certainty::Changed);
        render_omitted(&mut page, source, &lines, accounting);
        render_added(&mut page, accounting);
        page
    }

    fn render_found(&self, page: &mut String, lines: &LineNumbers) {
        let _ = writeln!(page, "## What was found\n");
        if self.found.is_empty() {
            page.push_str("Nothing: the text is empty.\n");
        }
        for found in &self.found {
            let _ = writeln!(
                page,
                "- `{}` (from line {}): {}",
                found.file,
                lines.line(found.at),
                found.title
            );
            for (count, what) in [
                (found.direct, "turns `X: …`"),
                (found.pointed, "turns `X. …`"),
                (found.reported, "turns `X says …`"),
                (found.notes, "footnotes"),
                (found.references, "references to footnotes"),
                (found.source_notes, "source notes"),
            ] {
                if count > 0 {
                    let _ = writeln!(page, "  - {what}: {count}");
                }
            }
            if !found.speakers.is_empty() {
                let speakers: Vec<String> = found
                    .speakers
                    .iter()
                    .map(|(name, count)| format!("{name} ({count})"))
                    .collect();
                let _ = writeln!(page, "  - speakers: {}", speakers.join(", "));
            }
        }
        page.push('\n');
    }

    fn render_remarks(
        &self,
        page: &mut String,
        lines: &LineNumbers,
        title: &str,
        which: Certainty,
    ) {
        let _ = writeln!(page, "## {title}\n");
        let mut any = false;
        for remark in self.remarks.iter().filter(|remark| remark.certainty == which) {
            any = true;
            let _ = writeln!(page, "- line {}: {}", lines.line(remark.at), remark.text);
        }
        page.push_str(if any { "\n" } else { "Nothing.\n\n" });
    }
}

fn render_omitted(page: &mut String, source: &str, lines: &LineNumbers, accounting: &Accounting) {
    let _ = writeln!(page, "## What is left out, and why\n");
    let mut whys: Vec<Omission> = accounting.omitted.iter().map(|omitted| omitted.why).collect();
    whys.sort_unstable();
    whys.dedup();
    for why in whys {
        let all = || accounting.omitted.iter().filter(|omitted| omitted.why == why);
        let bytes: usize = all().map(|omitted| omitted.span.len()).sum();
        let _ = writeln!(
            page,
            "- {}: {}, {}",
            why.reason(),
            counted(all().count(), "place"),
            counted(bytes, "byte")
        );
        if why == Omission::Layout {
            continue;
        }
        if matches!(
            why,
            Omission::UnderlineMark
                | Omission::EmphasisMark
                | Omission::NoteMark
                | Omission::QuoteMark
                | Omission::JoinedHyphen
                | Omission::HeadingMark
        ) {
            let mut at: Vec<usize> =
                all().map(|omitted| lines.line(omitted.span.start().to_usize())).collect();
            at.dedup();
            let at: Vec<String> = at.iter().map(usize::to_string).collect();
            let _ = writeln!(
                page,
                "  - {} {}",
                if at.len() == 1 { "line" } else { "lines" },
                at.join(", ")
            );
            continue;
        }
        for omitted in all() {
            let line = lines.line(omitted.span.start().to_usize());
            let _ = writeln!(
                page,
                "  - line {line}: `{}`",
                excerpt(omitted.span.of(source)).replace('`', "'")
            );
        }
    }
    page.push('\n');
}

fn render_added(page: &mut String, accounting: &Accounting) {
    let _ = writeln!(page, "## What is added to the documents, and why\n");
    let added = || {
        accounting.files.iter().flat_map(|file| &file.pieces).filter_map(|piece| {
            match piece.origin {
                Origin::Added(why) => Some((why, piece.span.len())),
                Origin::Source(_) => None,
            }
        })
    };
    let mut whys: Vec<Addition> = added().map(|(why, _)| why).collect();
    whys.sort_unstable();
    whys.dedup();
    for why in whys {
        let of_kind = added().filter(|(other, _)| *other == why);
        let (count, bytes) = of_kind.fold((0, 0), |sum, (_, length)| (sum.0 + 1, sum.1 + length));
        let _ = writeln!(
            page,
            "- {}: {}, {}",
            why.reason(),
            counted(count, "place"),
            counted(bytes, "byte")
        );
    }
    let _ = writeln!(
        page,
        "\nOf the {} bytes of the printed text, {} are in the documents and {} are named above.",
        accounting.kept() + omitted_bytes(accounting),
        accounting.kept(),
        omitted_bytes(accounting)
    );
}

fn omitted_bytes(accounting: &Accounting) -> usize {
    accounting.omitted.iter().map(|omitted| omitted.span.len()).sum()
}

/// `1 place`, `2 places`.
fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The beginning of `text`, on one line.
pub(crate) fn excerpt(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() > SHOWN {
            if line.is_empty() {
                line.extend(word.chars().take(SHOWN));
            }
            line.push('…');
            return line;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut() {
        assert_eq!(excerpt("one\n two"), "one two");
        assert_eq!(excerpt(&"x".repeat(100)).chars().count(), SHOWN + 1);
        assert_eq!(excerpt(&"word ".repeat(30)).chars().count(), 60);
    }
}
