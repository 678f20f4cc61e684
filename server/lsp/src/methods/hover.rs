//! `textDocument/hover`: what is known of the thing under the cursor.

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/hover`
pub enum Hover {}

impl Method for Hover {
    type Params = lsp::HoverParams;
    type Answer = Option<lsp::Hover>;
    const CLASS: Class = Class::CURSOR;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document_position_params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let place = context.place(&params.text_document_position_params)?;
        let Some(hover) = context.analysis.hover(place) else { return Ok(None) };
        let contents = lsp::HoverContents::Markup(lsp::MarkupContent {
            kind: lsp::MarkupKind::Markdown,
            value: hover.text,
        });
        Ok(Some(lsp::Hover { contents, range: Some(context.range(place.document, hover.span)?) }))
    }
}
