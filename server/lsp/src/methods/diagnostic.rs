//! `textDocument/diagnostic`: the findings of a document, asked for.

use std::hash::{DefaultHasher, Hash, Hasher};

use obelus_ide::DocumentId;
use tower_lsp::ls_types as lsp;

use crate::context::Context;
use crate::convert;
use crate::scheduler::{Class, Refusal};
use crate::session::Method;

/// `textDocument/diagnostic`
pub enum Diagnostic {}

impl Method for Diagnostic {
    type Params = lsp::DocumentDiagnosticParams;
    type Answer = lsp::DocumentDiagnosticReportResult;
    const CLASS: Class = Class::FINDINGS;

    fn about(params: &Self::Params) -> Option<&lsp::Uri> {
        Some(&params.text_document.uri)
    }

    fn answer(context: &Context<'_>, params: Self::Params) -> Result<Self::Answer, Refusal> {
        let id = context.document(&params.text_document.uri)?;
        let items = items(context, id);
        let result_id = result_id(&items);
        let report = if params.previous_result_id.as_ref() == Some(&result_id) {
            lsp::DocumentDiagnosticReport::Unchanged(
                lsp::RelatedUnchangedDocumentDiagnosticReport {
                    unchanged_document_diagnostic_report: lsp::UnchangedDocumentDiagnosticReport {
                        result_id,
                    },
                    related_documents: None,
                },
            )
        } else {
            let result_id = Some(result_id);
            lsp::DocumentDiagnosticReport::Full(lsp::RelatedFullDocumentDiagnosticReport {
                full_document_diagnostic_report: lsp::FullDocumentDiagnosticReport {
                    result_id,
                    items,
                },
                ..Default::default()
            })
        };
        Ok(lsp::DocumentDiagnosticReportResult::Report(report))
    }
}

/// All findings of a document.
pub fn items(context: &Context<'_>, id: DocumentId) -> Vec<lsp::Diagnostic> {
    let findings = context.analysis.all_diagnostics(id);
    let placed = findings.iter().map(|finding| (finding.span(), finding));
    convert::finding::diagnostics(context, id, placed)
}

/// A name of the findings by which the editor can say that it has them already.
pub fn result_id(items: &[lsp::Diagnostic]) -> String {
    let mut hasher = DefaultHasher::new();
    for item in items {
        let range = item.range;
        (range.start.line, range.start.character).hash(&mut hasher);
        (range.end.line, range.end.character).hash(&mut hasher);
        (&item.message, format!("{:?}{:?}", item.code, item.severity)).hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
