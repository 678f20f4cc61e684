//! Parsing one chunk with the tree-sitter grammar.

use std::cell::RefCell;

use obelus_text::{Offset, Span};
use tree_sitter::{Language, Parser, Tree, TreeCursor};

use crate::Kind;
use crate::block::Node;

thread_local! {
    // Making a parser allocates more than parsing a paragraph does.
    static PARSER: RefCell<Parser> = RefCell::new(Parser::new());
}

/// The nodes of `chunk` in the order in which they begin, a parent before its children. Front matter
/// is looked for only `at_top`.
pub(crate) fn parse(chunk: &str, at_top: bool) -> Box<[Node]> {
    if at_top || !chunk.starts_with("---") {
        return tree(chunk).map_or_else(Box::default, |tree| lower(&tree));
    }
    // A blank line above says to the grammar that this is not the top.
    let mut nodes = tree(&format!("\n{chunk}")).map_or_else(Box::default, |tree| lower(&tree));
    for node in &mut nodes {
        node.span = node.span - Offset::new(1);
    }
    nodes
}

fn tree(chunk: &str) -> Option<Tree> {
    PARSER.with_borrow_mut(|parser| {
        if parser.language().is_none() {
            parser.set_language(&Language::new(tree_sitter_obelus::LANGUAGE)).ok()?;
        }
        parser.parse(chunk, None)
    })
}

fn lower(tree: &Tree) -> Box<[Node]> {
    let mut nodes = Vec::new();
    let mut cursor = tree.walk();
    // The open nodes: their place in `nodes`, or none for containers and for what has no name.
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        let place = push(&mut nodes, &cursor);
        if cursor.goto_first_child() {
            open.push(place);
            continue;
        }
        close(&mut nodes, place);
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return nodes.into_boxed_slice();
            }
            let place = open.pop().flatten();
            close(&mut nodes, place);
        }
    }
}

fn push(nodes: &mut Vec<Node>, cursor: &TreeCursor<'_>) -> Option<usize> {
    let node = cursor.node();
    if !node.is_named() {
        return None;
    }
    let kind = Kind::from_grammar(node.kind_id())?;
    nodes.push(Node { kind, span: Span::from_usize(node.byte_range()), end: 0 });
    Some(nodes.len() - 1)
}

fn close(nodes: &mut [Node], place: Option<usize>) {
    let end = u32::try_from(nodes.len()).unwrap_or(u32::MAX);
    if let Some(node) = place.and_then(|place| nodes.get_mut(place)) {
        node.end = end;
    }
}
