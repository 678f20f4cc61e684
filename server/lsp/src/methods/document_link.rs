//! `textDocument/documentLink`: links from citations to what can be opened. The editor opens it, if asked.

use std::str::FromStr;

use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/documentLink`
pub enum DocumentLink {}

impl Method for DocumentLink {
    type Params = lsp::DocumentLinkParams;
    type Answer = Option<Vec<lsp::DocumentLink>>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let link = |link: obelus_ide::Link| {
            // An address that is none cannot be opened; the register's rules speak of it.
            let target = Some(lsp::Uri::from_str(&link.address).ok()?);
            let range = context.range(id, link.span).ok()?;
            Some(lsp::DocumentLink { range, target, tooltip: None, data: None })
        };
        Ok(Some(context.analysis.document_links(id).into_iter().filter_map(link).collect()))
    }
}
