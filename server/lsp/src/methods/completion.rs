//! `textDocument/completion`: what can be written at the cursor.

use obelus_ide::CompletionKind;
use obelus_text::Span;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// The characters after which an editor should ask unasked: those that open a bracket, a citation, a
/// note and a place in a document, and the comma between the parts of a citation.
pub const TRIGGERS: [&str; 5] = ["[", "@", "^", "#", ","];

/// As many are sent as anyone looks through. Where there are more, those that do not fit what is typed
/// are left out, and the editor asks again as more is typed.
const MOST: usize = 200;

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
        let mut found = context.analysis.completions(place);
        let is_incomplete = found.len() > MOST;
        if is_incomplete {
            let text = context.text(place.document)?;
            found.retain(|one| {
                let typed = text.slice(Span::new(one.span.start(), place.offset));
                holds(&filter_text(one), &typed)
            });
            found.truncate(MOST);
        }
        let item = |(rank, one): (usize, obelus_ide::Completion)| {
            let range = context.range(place.document, one.span)?;
            Ok::<_, Refusal>(item(rank, one, range))
        };
        let items = found.into_iter().enumerate().map(item).collect::<Result<_, _>>()?;
        let list = lsp::CompletionList { is_incomplete, items };
        Ok(Some(lsp::CompletionResponse::List(list)))
    }
}

/// What an editor compares with what is typed: that may be the beginning of what is written, or a word
/// of what is shown.
fn filter_text(one: &obelus_ide::Completion) -> String {
    format!("{} {}", one.insert, one.label)
}

/// Whether the letters of `typed` stand in `words` in their order, as editors compare them.
fn holds(words: &str, typed: &str) -> bool {
    let mut letters = words.chars().flat_map(char::to_lowercase);
    typed.chars().flat_map(char::to_lowercase).all(|typed| letters.any(|one| one == typed))
}

fn item(rank: usize, one: obelus_ide::Completion, range: lsp::Range) -> lsp::CompletionItem {
    let filter_text = Some(filter_text(&one));
    lsp::CompletionItem {
        kind: Some(kind(one.kind)),
        detail: Some(one.detail).filter(|detail| !detail.is_empty()),
        // The best come first; an editor would otherwise sort by name.
        sort_text: Some(format!("{rank:05}")),
        filter_text,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_their_order_are_enough() {
        assert!(holds("1931-04-02]] Talk by the Lake", "31-lake"));
        assert!(holds("1931-04-02", ""));
        assert!(!holds("1931-04-02", "1935"));
    }
}
