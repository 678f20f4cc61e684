//! `textDocument/selectionRange`: growing the selection.

use obelus_ide::Place;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/selectionRange`
pub enum SelectionRange {}

impl Method for SelectionRange {
    type Params = lsp::SelectionRangeParams;
    type Answer = Option<Vec<lsp::SelectionRange>>;
    const CLASS: Class = Class::CURSOR;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let document = context.document(&params.text_document.uri)?;
        let text = context.text(document)?;
        let encoding = context.client.encoding;
        let grow = |at: lsp::Position| {
            let offset = convert::place::offset(&text, at, encoding);
            let spans = context.analysis.selection_ranges(Place { document, offset });
            // The protocol wants the smallest, which holds the next, and so on; and one for each place.
            let outward = spans.into_iter().rev().fold(None, |parent, span| {
                let range = convert::place::range(&text, span, encoding);
                Some(Box::new(lsp::SelectionRange { range, parent }))
            });
            let here = lsp::SelectionRange { range: lsp::Range::new(at, at), parent: None };
            outward.map_or(here, |smallest| *smallest)
        };
        Ok(Some(params.positions.into_iter().map(grow).collect()))
    }
}
