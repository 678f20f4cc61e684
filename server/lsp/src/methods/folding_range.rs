//! `textDocument/foldingRange`: what can be folded away.

use obelus_text::{Span, Text};
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/foldingRange`
pub enum FoldingRange {}

impl Method for FoldingRange {
    type Params = lsp::FoldingRangeParams;
    type Answer = Option<Vec<lsp::FoldingRange>>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let text = context.text(id)?;
        let folds = context.analysis.folding(id);
        Ok(Some(folds.into_iter().filter_map(|span| fold(&text, span)).collect()))
    }
}

/// Whole lines, without the blank ones at the end, so that they still part the fold from what follows;
/// nothing for a single line.
fn fold(text: &Text, span: Span) -> Option<lsp::FoldingRange> {
    let words = text.slice(span);
    let length = words.trim_end().len();
    let last = Span::at(span.start(), length).end();
    let (start_line, end_line) = (text.line_of(span.start()), text.line_of(last));
    let range = lsp::FoldingRange { start_line, end_line, ..lsp::FoldingRange::default() };
    (start_line < end_line).then_some(range)
}
