//! `workspace/diagnostic`: the findings of all documents of the loaded editions, asked for.

use std::collections::HashMap;

use obelus_ide::DocumentId;
use tower_lsp::ls_types as lsp;

use super::diagnostic::{items, result_id};
use crate::context::Context;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `workspace/diagnostic`
pub enum WorkspaceDiagnostic {}

impl Method for WorkspaceDiagnostic {
    type Params = lsp::WorkspaceDiagnosticParams;
    type Answer = lsp::WorkspaceDiagnosticReportResult;
    const CLASS: Class = Class::BACKGROUND;

    fn about(_: &Self::Params) -> Option<&lsp::Uri> {
        None
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let known: HashMap<lsp::Uri, String> =
            params.previous_result_ids.into_iter().map(|one| (one.uri, one.value)).collect();
        let mut reports = Vec::new();
        for project in context.analysis.projects() {
            for id in context.analysis.documents(project) {
                context.token.check()?;
                reports.extend(report(context, id, &known));
            }
        }
        let items = lsp::WorkspaceDiagnosticReport { items: reports };
        Ok(lsp::WorkspaceDiagnosticReportResult::Report(items))
    }
}

/// The report on one document; nothing where there is nothing to say and never was.
fn report(
    context: &Context<'_>,
    id: DocumentId,
    known: &HashMap<lsp::Uri, String>,
) -> Option<lsp::WorkspaceDocumentDiagnosticReport> {
    let uri = context.uri(id)?;
    let version = context.version(id).map(i64::from);
    let items = items(context, id);
    let id = result_id(&items);
    match known.get(&uri) {
        Some(known) if *known == id => Some(lsp::WorkspaceDocumentDiagnosticReport::Unchanged(
            lsp::WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport {
                    result_id: id,
                },
            },
        )),
        None if items.is_empty() => None,
        _ => Some(lsp::WorkspaceDocumentDiagnosticReport::Full(
            lsp::WorkspaceFullDocumentDiagnosticReport {
                uri,
                version,
                full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport {
                    result_id: Some(id),
                    items,
                },
            },
        )),
    }
}
