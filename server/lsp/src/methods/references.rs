//! `textDocument/references`: where the thing under the cursor is spoken of.

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/references`
pub enum References {}

impl Method for References {
    type Params = lsp::ReferenceParams;
    type Answer = Option<Vec<lsp::Location>>;
    const CLASS: Class = Class::JUMP;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document_position.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let place = context.place(&params.text_document_position)?;
        let found = context.analysis.references(place, params.context.include_declaration);
        let mut locations = Vec::with_capacity(found.len());
        for location in found {
            // The files of closed documents are read here, and there may be many.
            context.token.check()?;
            locations.extend(context.location(location));
        }
        Ok(Some(locations))
    }
}
