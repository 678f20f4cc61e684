//! Symbols.

use obelus_ide::SymbolKind;
use tower_lsp::ls_types as lsp;

/// The protocol's kinds are those of programs; the nearest decide which picture an editor shows.
pub fn kind(kind: SymbolKind) -> lsp::SymbolKind {
    match kind {
        SymbolKind::Document => lsp::SymbolKind::FILE,
        SymbolKind::Heading => lsp::SymbolKind::NAMESPACE,
        SymbolKind::Turn => lsp::SymbolKind::EVENT,
        SymbolKind::Note => lsp::SymbolKind::KEY,
        SymbolKind::Person => lsp::SymbolKind::VARIABLE,
        SymbolKind::Anchor => lsp::SymbolKind::FIELD,
        SymbolKind::Unit => lsp::SymbolKind::PACKAGE,
    }
}

/// A symbol that stands by itself, with its place.
#[allow(deprecated)] // A field that must be given, and is superseded by tags.
pub fn information(
    name: &str,
    kind: lsp::SymbolKind,
    location: lsp::Location,
    container: Option<&str>,
) -> lsp::SymbolInformation {
    lsp::SymbolInformation {
        name: name.to_owned(),
        kind,
        tags: None,
        deprecated: None,
        location,
        container_name: container.map(ToOwned::to_owned),
    }
}
