//! `textDocument/documentSymbol`: the outline of a document.

use obelus_ide::{DocumentId, Location, Symbol};
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/documentSymbol`
pub enum DocumentSymbol {}

impl Method for DocumentSymbol {
    type Params = lsp::DocumentSymbolParams;
    type Answer = Option<lsp::DocumentSymbolResponse>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let symbols = context.analysis.document_symbols(id);
        Ok(Some(if context.client.nested_symbols {
            let tree = symbols.into_iter().map(|symbol| nested(context, id, symbol));
            lsp::DocumentSymbolResponse::Nested(tree.collect::<Result<_, _>>()?)
        } else {
            let mut list = Vec::new();
            flatten(context, id, symbols, None, &mut list);
            lsp::DocumentSymbolResponse::Flat(list)
        }))
    }
}

#[allow(deprecated)] // A field that must be given, and is superseded by tags.
fn nested(
    context: &Context<'_>,
    id: DocumentId,
    symbol: Symbol,
) -> Result<lsp::DocumentSymbol, Refusal> {
    let children = symbol.children.into_iter().map(|child| nested(context, id, child));
    let children: Vec<_> = children.collect::<Result<_, _>>()?;
    Ok(lsp::DocumentSymbol {
        name: symbol.name,
        detail: Some(symbol.detail).filter(|detail| !detail.is_empty()),
        kind: convert::symbol::kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: context.range(id, symbol.span)?,
        selection_range: context.range(id, symbol.name_span)?,
        children: Some(children).filter(|children| !children.is_empty()),
    })
}

/// For editors that take no tree.
fn flatten(
    context: &Context<'_>,
    id: DocumentId,
    symbols: Vec<Symbol>,
    container: Option<&str>,
    list: &mut Vec<lsp::SymbolInformation>,
) {
    for symbol in symbols {
        let location = context.location(Location { document: id, span: symbol.span });
        let kind = convert::symbol::kind(symbol.kind);
        list.extend(
            location
                .map(|place| convert::symbol::information(&symbol.name, kind, place, container)),
        );
        flatten(context, id, symbol.children, Some(&symbol.name), list);
    }
}
