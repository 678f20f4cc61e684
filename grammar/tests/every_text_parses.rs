//! Every text parses, and an edited text parses as if it were new.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use proptest::prelude::*;
use tree_sitter::{InputEdit, Node, Parser, Point, Tree};

const PIECES: &[&str] = &[
    "[",
    "]",
    "[[",
    "]]",
    "[^",
    "[@",
    "{",
    "}",
    "|",
    "{#",
    "*",
    "**",
    "***",
    "_",
    "__",
    "~~",
    "~",
    "^^",
    "^",
    "\\",
    "\\[",
    ":",
    "：",
    ";",
    ",",
    ".",
    " ",
    "  ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\r\n\r\n",
    "---\n",
    "---",
    "# ",
    "## ",
    "###",
    "> ",
    ">",
    "% ",
    "% obelus: allow a/b",
    "- ",
    "1. ",
    "a) ",
    "1/ ",
    "* * *",
    "Stalin",
    "Stalin:",
    "_Zhou Enlai_",
    "_Li_:",
    "_Li_.",
    "Present:",
    "[Source: ",
    "[l. 9]",
    "[sic: ",
    "[?]",
    "[=",
    "[]",
    "{a | B: c}",
    "om.",
    "word",
    "é",
    "中",
    "Ж",
    "\u{301}",
    "\0",
    "«",
    "”",
    "(",
    ")",
    "key: value\n",
    "[^1]: ",
    "[[a#t1|b]]",
    "[@a, 5; b]",
    "𝔸",
    "snake_case",
    "d'Estaing",
    "—",
    "Lind :",
    "Lind [",
    "Lind (",
    "_Lind_ (",
    "]:",
    ") :",
    "Interprete",
    "a ",
    ")",
    "; @",
    "; ",
    "[@a,",
    "[l. ",
    "9]",
    "sic: ",
    "% obelus: allow ",
    "| B: ",
    "\n  ",
    "\n- ",
    "\u{a0}",
    "\u{202f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{c}",
];

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(PIECES), 0..40)
        .prop_map(|pieces| pieces.concat())
}

fn parser() -> Parser {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_obelus::LANGUAGE.into()).unwrap();
    parser
}

fn parse(text: impl AsRef<[u8]>, old: Option<&Tree>) -> Tree {
    parser().parse(text, old).unwrap()
}

fn faults(node: Node<'_>) -> usize {
    let mut cursor = node.walk();
    let below: usize = node.children(&mut cursor).map(faults).sum();
    below + usize::from(node.is_error() || node.is_missing())
}

fn shape(node: Node<'_>, out: &mut String) {
    use std::fmt::Write;
    write!(out, "({} {:?}", node.kind(), node.byte_range()).unwrap();
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        shape(child, out);
    }
    out.push(')');
}

fn shape_of(tree: &Tree) -> String {
    let mut out = String::new();
    shape(tree.root_node(), &mut out);
    out
}

fn point(text: &str, byte: usize) -> Point {
    let before = &text[..byte];
    let row = before.matches('\n').count();
    Point::new(row, byte - before.rfind('\n').map_or(0, |at| at + 1))
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn no_text_has_an_error(source in text()) {
        let tree = parse(&source, None);
        prop_assert_eq!(faults(tree.root_node()), 0, "{}", tree.root_node().to_sexp());
        prop_assert_eq!(tree.root_node().end_byte(), source.len());
    }

    #[test]
    fn bytes_that_are_no_text_have_no_error(source in text(), at in 0usize..200, byte in 0x80u8..) {
        let mut bytes = source.into_bytes();
        bytes.insert(at.min(bytes.len()), byte);
        let tree = parse(&bytes, None);
        prop_assert_eq!(faults(tree.root_node()), 0, "{}", tree.root_node().to_sexp());
    }

    #[test]
    fn an_edited_text_parses_as_if_new(source in text(), at in 0usize..200, cut in 0usize..20, new in text()) {
        let start = floor(&source, at);
        let end = floor(&source, start + cut).max(start);
        let edited = format!("{}{new}{}", &source[..start], &source[end..]);
        let mut tree = parse(&source, None);
        tree.edit(&InputEdit {
            start_byte: start,
            old_end_byte: end,
            new_end_byte: start + new.len(),
            start_position: point(&source, start),
            old_end_position: point(&source, end),
            new_end_position: point(&edited, start + new.len()),
        });
        prop_assert_eq!(shape_of(&parse(&edited, Some(&tree))), shape_of(&parse(&edited, None)));
    }
}

#[test]
fn hostile_texts_have_no_error() {
    for piece in [
        "[", "_a ", "{", "> ", "*a", "[[", "[^", "[@a;", "{a|", "~~a ", "\\", "\r", "- a\n",
        "[ [] ",
    ] {
        let source = piece.repeat(200_000 / piece.len());
        let tree = parse(&source, None);
        assert_eq!(faults(tree.root_node()), 0, "{piece:?}");
    }
}

/// Each was once an error, or never ended.
#[test]
fn texts_that_once_went_wrong() {
    for source in [
        "Interprete ():",
        "Lind [a\\]: x",
        "a ) b",
        "Lind\n:",
        "[^1\u{c}]: a",
        "{#\u{a0}a}",
        "% obelus: allow a/Lind",
        "[@a, 5; @; b]",
        "[@a,; @\n> ]",
        "[l.\n9]",
        "[s\\ic: a]",
        "{a | B\t: c}",
    ] {
        let tree = parse(source, None);
        assert_eq!(faults(tree.root_node()), 0, "{source:?}");
    }
}

/// The form of a document does not depend on how its lines end.
#[test]
fn line_ends_are_all_alike() {
    let source = "---\ntitle: a\n---\n\n# b\n\nLind: c\nd [l. 9]\n\n- e\n- f\n\n> g\n> h\n\n[^1]: i\n\n  j\n\n% k\n% l\n";
    let kinds = |text: &str| parse(text, None).root_node().to_sexp();
    assert_eq!(kinds(&source.replace('\n', "\r\n")), kinds(source));
    assert_eq!(kinds(&source.replace('\n', "\r")), kinds(source));
    assert_eq!(kinds(source.trim_end()), kinds(source));
}

#[test]
fn queries_are_valid() {
    let language = tree_sitter_obelus::LANGUAGE.into();
    for query in [
        tree_sitter_obelus::INDENTS_QUERY,
        tree_sitter_obelus::HIGHLIGHTS_QUERY,
        tree_sitter_obelus::FOLDS_QUERY,
        tree_sitter_obelus::INJECTIONS_QUERY,
        tree_sitter_obelus::TEXTOBJECTS_QUERY,
    ] {
        tree_sitter::Query::new(&language, query).unwrap();
    }
}
