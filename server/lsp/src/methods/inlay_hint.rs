//! `textDocument/inlayHint`: small hints beside the text.

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/inlayHint`
pub enum InlayHint {}

impl Method for InlayHint {
    type Params = lsp::InlayHintParams;
    type Answer = Option<Vec<lsp::InlayHint>>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let text = context.text(id)?;
        let span = context.span(id, params.range)?;
        let hint = |hint: obelus_ide::Hint| lsp::InlayHint {
            position: convert::place::lsp_position(&text, hint.offset, context.client.encoding),
            label: lsp::InlayHintLabel::String(hint.label),
            kind: None,
            text_edits: None,
            tooltip: None,
            padding_left: Some(true),
            padding_right: None,
            data: None,
        };
        Ok(Some(context.analysis.inlay_hints(id, span).into_iter().map(hint).collect()))
    }
}
