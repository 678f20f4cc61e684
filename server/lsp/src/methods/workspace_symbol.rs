//! `workspace/symbol`: finding things by name in the loaded editions.

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `workspace/symbol`
pub enum WorkspaceSymbol {}

impl Method for WorkspaceSymbol {
    type Params = lsp::WorkspaceSymbolParams;
    type Answer = Option<lsp::WorkspaceSymbolResponse>;
    const CLASS: Class = Class::JUMP;

    fn about(_: &Self::Params) -> Option<&lsp::Uri> {
        None
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let mut symbols = Vec::new();
        for found in context.analysis.workspace_symbols(&params.query) {
            // The files of closed documents are read here, and there may be many.
            context.token.check()?;
            let Some(place) = context.location(found.location) else { continue };
            let container = Some(found.container.as_str());
            let kind = convert::symbol::kind(found.kind);
            symbols.push(convert::symbol::information(&found.name, kind, place, container));
        }
        Ok(Some(lsp::WorkspaceSymbolResponse::Flat(symbols)))
    }
}
