//! What the queries give for documents that show every construct: the samples of `test/highlight`.
//!
//! The assertions of `tree-sitter test` stand in comments right below a line; in this markup a comment is
//! a block, so they cannot, and the queries are tested here.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use expect_test::{Expect, expect};
use tree_sitter::{Parser, Query, QueryCursor, StreamingIterator};

const DOCUMENT: &str = include_str!("../test/highlight/document.obl");
const MISTAKES: &str = include_str!("../test/highlight/mistakes.obl");

/// Every capture in the order of the text: its line, its name and the first words that it covers.
fn captures(query: &str, text: &str) -> String {
    let language = tree_sitter_obelus::LANGUAGE.into();
    let mut parser = Parser::new();
    parser.set_language(&language).unwrap();
    let tree = parser.parse(text, None).unwrap();
    let query = Query::new(&language, query).unwrap();
    let mut cursor = QueryCursor::new();
    let mut found = cursor.captures(&query, tree.root_node(), text.as_bytes());
    let mut lines = String::new();
    while let Some((found, index)) = found.next() {
        let capture = found.captures()[*index];
        let words = capture.node.utf8_text(text.as_bytes()).unwrap();
        let name = query.capture_names()[capture.index as usize];
        let row = capture.node.start_position().row + 1;
        let first = words.lines().next().unwrap_or_default();
        let more = if words.trim_end().lines().count() > 1 { " …" } else { "" };
        lines += &format!("{row} @{name} {first}{more}\n");
    }
    lines
}

fn check(query: &str, text: &str, expected: &Expect) {
    expected.assert_eq(&captures(query, text));
}

#[test]
fn a_document_is_coloured() {
    check(
        tree_sitter_obelus::HIGHLIGHTS_QUERY,
        DOCUMENT,
        &expect![[r#"
        1 @comment.documentation --- …
        2 @property title
        2 @string Talks at Varna
        3 @error no colon
        6 @markup.heading # First day
        6 @punctuation.special # 
        8 @keyword Present
        8 @punctuation.delimiter :
        10 @type Lind
        10 @punctuation.delimiter :
        10 @variable.parameter [all]
        10 @label [^1]
        10 @markup.italic *the note*
        12 @markup.quote > Grain {the | A: some} first.
        12 @function {the | A: some}
        12 @constant A
        14 @punctuation.special _
        14 @type Comrade Varga
        14 @punctuation.special _
        14 @markup.strong **more**
        14 @constant.numeric [l. 9]
        16 @markup.list -
        16 @markup.link [[1951-03-04#t2|the second talk]]
        16 @markup.link.label the second talk
        17 @markup.list -
        17 @attribute [@RAO, f. 7, d. 9]
        17 @constant RAO
        19 @label 1
        19 @label {#note}
        21 @comment % obelus: allow brackets/closed
        21 @constant brackets/closed
        23 @attribute [Source: RAO, f. 7.]
        25 @punctuation.special * * *
        27 @markup.italic [Pause.]
    "#]],
    );
}

#[test]
fn mistakes_are_coloured_as_errors() {
    check(
        tree_sitter_obelus::HIGHLIGHTS_QUERY,
        MISTAKES,
        &expect![[r#"
        1 @type Lind
        1 @punctuation.delimiter :
        1 @error [
        1 @error ~~
        1 @error {
        3 @type Holm
        3 @punctuation.delimiter :
        3 @error ]
        3 @error }
        3 @error []
        3 @error *
        3 @string.escape \[
        3 @markup.strikethrough ~~gone~~
        3 @markup.underline ^^come^^
        3 @variable.parameter [=Varna]
        3 @operator =
    "#]],
    );
}

#[test]
fn front_matter_sections_turns_and_notes_fold() {
    check(
        tree_sitter_obelus::FOLDS_QUERY,
        DOCUMENT,
        &expect![[r#"
        1 @fold --- …
        6 @fold # First day …
        10 @fold Lind: We [all] agree[^1] with *the note*. …
        14 @fold _Comrade Varga_ asked for **more** [l. 9]. …
        19 @fold [^1]: Of {#note}March.
    "#]],
    );
}

#[test]
fn front_matter_is_yaml() {
    check(
        tree_sitter_obelus::INJECTIONS_QUERY,
        DOCUMENT,
        &expect![[r#"
        1 @injection.content --- …
    "#]],
    );
}

#[test]
fn turns_and_brackets_can_be_selected() {
    check(
        tree_sitter_obelus::TEXTOBJECTS_QUERY,
        DOCUMENT,
        &expect![[r#"
        6 @section.outer # First day …
        6 @heading.outer # First day
        10 @turn.outer Lind: We [all] agree[^1] with *the note*. …
        10 @turn.inner Lind: We [all] agree[^1] with *the note*.
        10 @speaker.inner Lind
        10 @bracket.outer [all]
        14 @turn.outer _Comrade Varga_ asked for **more** [l. 9]. …
        14 @turn.inner _Comrade Varga_ asked for **more** [l. 9].
        14 @speaker.inner Comrade Varga
        17 @citation.outer [@RAO, f. 7, d. 9]
        19 @note.outer [^1]: Of {#note}March.
        21 @comment.outer % obelus: allow brackets/closed
        23 @citation.outer [Source: RAO, f. 7.]
        27 @bracket.outer [Pause.]
    "#]],
    );
}

#[test]
fn only_notes_are_indented() {
    check(
        tree_sitter_obelus::INDENTS_QUERY,
        DOCUMENT,
        &expect![[r#"
        1 @indent.zero --- …
        6 @indent.zero # First day
        16 @indent.auto - see [[1951-03-04#t2|the second talk]]
        17 @indent.auto - see [@RAO, f. 7, d. 9]
        19 @indent.begin [^1]: Of {#note}March.
    "#]],
    );
}
