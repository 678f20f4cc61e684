//! What the import wrote is read by the grammar as the import meant it.

#![allow(clippy::unwrap_used, reason = "helpers of tests are not marked as tests")]

mod support;

use obelus_convert::import::{Found, Import};
use obelus_syntax::view::{Delimiter, Turn};
use obelus_syntax::{Document, Kind};
use proptest::prelude::*;
use support::{imported, shared, text};

/// Nodes that only arise where a sign of the print was not escaped. Brackets are missing here: those that print
/// leaves open stay open.
const MISREAD: &[&str] = &[
    "unclosed_emphasis",
    "unclosed_strong",
    "unclosed_underline",
    "unclosed_deleted",
    "unclosed_inserted",
    "unclosed_apparatus",
    "unclosed_front_matter",
    "malformed_entry",
    "stray_brace",
    "deleted",
    "inserted",
    "apparatus",
    "anchor",
    "cross_reference",
    "comment",
    "surplus",
    "citation",
];

fn check(made: &Import) {
    for found in &made.report.found {
        let file = made.files.iter().find(|file| file.path.to_str() == Some(&found.file)).unwrap();
        let document = Document::parse(file.text.as_str().into());
        let mut read = Found::default();
        let mut underlined = 0;
        for placed in document.blocks() {
            for node in placed.block.nodes() {
                let name = node.kind().name();
                assert!(
                    !MISREAD.contains(&name),
                    "{name} in {}:\n{}",
                    found.file,
                    placed.block.text()
                );
                underlined += usize::from(name == "underlined");
                read.source_notes += usize::from(node.kind() == Kind::SourceNote);
                read.notes += usize::from(node.kind() == Kind::NoteDefinition);
                read.references += usize::from(node.kind() == Kind::NoteReference);
                match Turn::cast(node).map(|turn| turn.delimiter) {
                    Some(Delimiter::Colon) => read.direct += 1,
                    Some(Delimiter::Point) => read.pointed += 1,
                    Some(Delimiter::None) => read.reported += 1,
                    None => {}
                }
            }
        }
        let figures = |found: &Found| {
            [
                found.direct + found.pointed,
                found.reported,
                found.notes,
                found.references,
                found.source_notes,
            ]
        };
        assert_eq!(figures(&read), figures(found), "{}:\n{}", found.file, file.text);
        assert_eq!(underlined, 0, "{}:\n{}", found.file, file.text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn texts_like_print(source in text()) {
        check(&imported(&source));
    }
}

#[test]
fn printed_texts() {
    for folder in ["data/bulletin", "data/frus/txt"] {
        let Some(folder) = shared(folder) else { continue };
        let mut pending = vec![folder];
        while let Some(path) = pending.pop() {
            if path.is_dir() {
                pending.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            } else if path.extension().is_some_and(|ending| ending == "txt") {
                check(&imported(&obelus_text::read_file(&path).unwrap()));
            }
        }
    }
}
