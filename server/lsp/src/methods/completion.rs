//! `textDocument/completion`: what can be written at the cursor.

use obelus_ide::CompletionKind;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// The characters after which an editor should ask unasked: those that open a bracket, a citation, a
/// note and a place in a document, and the comma between the parts of a citation.
pub const TRIGGERS: [&str; 5] = ["[", "@", "^", "#", ","];

/// `textDocument/completion`
pub enum Completion {}

impl Method for Completion {
    type Params = lsp::CompletionParams;
    type Answer = Option<lsp::CompletionResponse>;
    const CLASS: Class = Class::CURSOR;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document_position.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let place = context.place(&params.text_document_position)?;
        let found = context.analysis.completions(place);
        let item = |(rank, one): (usize, obelus_ide::Completion)| {
            let range = context.range(place.document, one.span)?;
            Ok::<_, Refusal>(item(rank, one, range))
        };
        let items = found.into_iter().enumerate().map(item).collect::<Result<_, _>>()?;
        Ok(Some(lsp::CompletionResponse::Array(items)))
    }
}

fn item(rank: usize, one: obelus_ide::Completion, range: lsp::Range) -> lsp::CompletionItem {
    lsp::CompletionItem {
        kind: Some(kind(one.kind)),
        detail: Some(one.detail).filter(|detail| !detail.is_empty()),
        // The best come first; an editor would otherwise sort by name.
        sort_text: Some(format!("{rank:05}")),
        // What is typed may be the beginning of what is written, or a word of what is shown.
        filter_text: Some(format!("{} {}", one.insert, one.label)),
        label: one.label,
        text_edit: Some(lsp::CompletionTextEdit::Edit(lsp::TextEdit {
            range,
            new_text: one.insert,
        })),
        ..lsp::CompletionItem::default()
    }
}

/// The protocol's kinds are those of programs; the nearest decide which picture an editor shows.
fn kind(kind: CompletionKind) -> lsp::CompletionItemKind {
    match kind {
        CompletionKind::Speaker => lsp::CompletionItemKind::VARIABLE,
        CompletionKind::Document => lsp::CompletionItemKind::FILE,
        CompletionKind::Anchor | CompletionKind::Note => lsp::CompletionItemKind::REFERENCE,
        CompletionKind::Repository => lsp::CompletionItemKind::MODULE,
        CompletionKind::Unit => lsp::CompletionItemKind::FOLDER,
        CompletionKind::Publication => lsp::CompletionItemKind::VALUE,
        CompletionKind::Vocabulary => lsp::CompletionItemKind::KEYWORD,
        CompletionKind::FrontMatter => lsp::CompletionItemKind::PROPERTY,
    }
}
