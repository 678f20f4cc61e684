//! `textDocument/codeAction`: what can be done about the findings at a place.

use std::collections::HashMap;

use obelus_ide::{Action, DocumentId};
use obelus_text::Change;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/codeAction`
pub enum CodeAction {}

impl Method for CodeAction {
    type Params = lsp::CodeActionParams;
    type Answer = Option<lsp::CodeActionResponse>;
    const CLASS: Class = Class::WHOLE;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        if !wanted(params.context.only.as_deref()) {
            return Ok(Some(Vec::new()));
        }
        let span = context.span(id, params.range)?;
        let actions = context.analysis.code_actions(id, span);
        let actions = actions.into_iter().map(|action| self::action(context, id, action));
        actions.collect::<Result<_, _>>().map(Some)
    }
}

/// Whether the editor asks for fixes, or for everything.
fn wanted(only: Option<&[lsp::CodeActionKind]>) -> bool {
    only.is_none_or(|only| {
        only.contains(&lsp::CodeActionKind::QUICKFIX) || only.contains(&lsp::CodeActionKind::EMPTY)
    })
}

fn action(
    context: &Context<'_>,
    id: DocumentId,
    action: Action,
) -> Result<lsp::CodeActionOrCommand, Refusal> {
    let finding = action.finding.as_ref().map(|finding| (finding.span(), finding));
    let mended = convert::finding::diagnostics(context, id, finding.into_iter());
    Ok(lsp::CodeActionOrCommand::CodeAction(lsp::CodeAction {
        title: action.title,
        kind: Some(lsp::CodeActionKind::QUICKFIX),
        diagnostics: Some(mended).filter(|mended| !mended.is_empty()),
        is_preferred: Some(action.preferred && action.safe),
        edit: Some(edit(context, id, &action.changes)?),
        ..lsp::CodeAction::default()
    }))
}

/// The changes to one document; for editors that can refuse them if the text has moved on, with the
/// version that they are for.
fn edit(
    context: &Context<'_>,
    id: DocumentId,
    changes: &[Change],
) -> Result<lsp::WorkspaceEdit, Refusal> {
    let path = context.analysis.path(id).unwrap_or_default();
    let uri = context.uri(id).ok_or(Refusal::Unknown(path))?;
    let edits = changes.iter().map(|change| {
        let range = context.range(id, change.span)?;
        Ok(lsp::TextEdit { range, new_text: change.replacement.clone() })
    });
    let edits: Vec<_> = edits.collect::<Result<_, Refusal>>()?;
    if !context.client.versioned_edits {
        let changes = HashMap::from([(uri, edits)]);
        return Ok(lsp::WorkspaceEdit { changes: Some(changes), ..lsp::WorkspaceEdit::default() });
    }
    let text_document =
        lsp::OptionalVersionedTextDocumentIdentifier { uri, version: context.version(id) };
    let edits = edits.into_iter().map(lsp::OneOf::Left).collect();
    let document = lsp::TextDocumentEdit { text_document, edits };
    Ok(lsp::WorkspaceEdit {
        document_changes: Some(lsp::DocumentChanges::Edits(vec![document])),
        ..lsp::WorkspaceEdit::default()
    })
}
