//! `textDocument/documentHighlight`: where else in the document the thing under the cursor stands.

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/documentHighlight`
pub enum DocumentHighlight {}

impl Method for DocumentHighlight {
    type Params = lsp::DocumentHighlightParams;
    type Answer = Option<Vec<lsp::DocumentHighlight>>;
    const CLASS: Class = Class::CURSOR;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document_position_params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let place = context.place(&params.text_document_position_params)?;
        let highlight = |span| {
            let range = context.range(place.document, span)?;
            Ok(lsp::DocumentHighlight { range, kind: Some(lsp::DocumentHighlightKind::TEXT) })
        };
        context
            .analysis
            .highlights(place)
            .into_iter()
            .map(highlight)
            .collect::<Result<_, _>>()
            .map(Some)
    }
}
