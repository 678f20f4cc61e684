//! `textDocument/definition` and `textDocument/declaration`: where the thing under the cursor is defined.

use obelus_ide::Target;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/definition`, and `textDocument/declaration`, which is the same here.
pub enum Definition {}

impl Method for Definition {
    type Params = lsp::GotoDefinitionParams;
    type Answer = Option<lsp::GotoDefinitionResponse>;
    const CLASS: Class = Class::CURSOR;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document_position_params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let place = context.place(&params.text_document_position_params)?;
        let targets = context.analysis.definition(place);
        let locations = targets.into_iter().filter_map(|target| location(context, target));
        Ok(Some(lsp::GotoDefinitionResponse::Array(locations.collect())))
    }
}

fn location(context: &Context<'_>, target: Target) -> Option<lsp::Location> {
    match target {
        Target::Document(location) => context.location(location),
        Target::File { path, span } => context.location_in_file(&path, span),
        Target::Facsimile(path) => {
            let uri = context.uri_of_path(&path)?;
            Some(lsp::Location { uri, range: lsp::Range::default() })
        }
    }
}
