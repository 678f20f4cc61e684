//! Reading BibLaTeX.

use std::path::Path;
use std::sync::Arc;

use biblatex::{Person, RawBibliography};
use obelus_text::Span;

use super::Publication;
use crate::problem::{FilePlace, Problem};

/// Takes apart `text`. Each entry is read by itself, so that a broken one costs no other.
pub(super) fn read(path: &Arc<Path>, text: &str) -> (Vec<Publication>, Vec<Problem>) {
    let mut publications = Vec::new();
    let mut problems = Vec::new();
    let abbreviations = abbreviations(text);
    for (start, end) in entries(text) {
        let words = &text[start..end];
        match RawBibliography::parse(words) {
            Ok(raw) => {
                let source = format!("{abbreviations}{words}");
                let parsed = biblatex::Bibliography::parse(&source).ok();
                for entry in &raw.entries {
                    let full = parsed.as_ref().and_then(|parsed| parsed.get(entry.v.key.v));
                    let mut publication = full.map(publication).unwrap_or_default();
                    publication.key = entry.v.key.v.into();
                    publication.key_span = moved(start, &entry.v.key.span);
                    publication.span = Span::from_usize(start..start + words.trim_end().len());
                    publications.push(publication);
                }
            }
            Err(error) => {
                let span = moved(start, &error.span);
                let opening = Span::from_usize(start..start + 1);
                let place = FilePlace::new(path, text, opening);
                let end = FilePlace::new(path, text, span);
                let message =
                    format!("{} at {}:{} in this entry", error.kind, end.line, end.column);
                problems.push(Problem::Syntax { place, message });
            }
        }
    }
    (publications, problems)
}

fn moved(start: usize, span: &std::ops::Range<usize>) -> Span {
    Span::from_usize(start + span.start..start + span.end)
}

/// The stretches that begin with `@` at the start of a line, each up to the next.
fn entries(text: &str) -> Vec<(usize, usize)> {
    let at_line_start = |at: &usize| {
        let before = text[..*at].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    let starts: Vec<usize> =
        text.match_indices('@').map(|(at, _)| at).filter(at_line_start).collect();
    let ends = starts.iter().copied().skip(1).chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .filter(|(start, end)| !is_comment(&text[*start..*end]))
        .collect()
}

fn is_comment(entry: &str) -> bool {
    entry.get(1..8).is_some_and(|kind| kind.eq_ignore_ascii_case("comment"))
}

/// All `@string` entries, which the others use.
fn abbreviations(text: &str) -> String {
    let is_string =
        |entry: &&str| entry.get(1..7).is_some_and(|kind| kind.eq_ignore_ascii_case("string"));
    entries(text).iter().map(|(start, end)| &text[*start..*end]).filter(is_string).collect()
}

fn publication(entry: &biblatex::Entry) -> Publication {
    let field = |names: &[&str]| {
        names.iter().find_map(|name| entry.get(name)).map(biblatex::ChunksExt::format_verbatim)
    };
    let date = field(&["date", "year"]);
    let persons = entry.author().or_else(|_| {
        entry.editors().map(|groups| groups.into_iter().flat_map(|(persons, _)| persons).collect())
    });
    Publication {
        kind: entry.entry_type.to_string(),
        authors: persons.unwrap_or_default().iter().map(natural).collect(),
        title: field(&["title"]).unwrap_or_default(),
        short_title: field(&["shorttitle"]),
        container: field(&["journaltitle", "journal", "booktitle", "maintitle"]),
        year: date.map(|date| date.split('-').next().unwrap_or_default().to_owned()),
        address: field(&["doi", "url"]),
        ..Publication::default()
    }
}

fn natural(person: &Person) -> String {
    let parts = [&person.given_name, &person.prefix, &person.name, &person.suffix];
    let parts: Vec<_> =
        parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}
