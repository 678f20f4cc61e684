//! Findings as the protocol's diagnostics.

use obelus_ide::{DocumentId, Location};
use obelus_rules::{Level, PlacedFinding, Related};
use obelus_text::{Encoding, Offset, Span, Text};
use tower_lsp::ls_types as lsp;

use super::place;
use crate::context::Context;
use crate::host::Trouble;

/// Who says so.
const SOURCE: &str = "obelus";

/// The findings of the document `id`, each with the place where it stands now. Those whose rule is
/// switched off in the edition are left out.
pub fn diagnostics<'f>(
    context: &Context<'_>,
    id: DocumentId,
    findings: impl Iterator<Item = (Span, &'f PlacedFinding)>,
) -> Vec<lsp::Diagnostic> {
    let levels = context.analysis.levels(id);
    findings
        .filter_map(|(span, finding)| {
            let severity = severity(levels.level(finding.rule()))?;
            diagnostic(context, id, span, finding, severity)
        })
        .collect()
}

fn diagnostic(
    context: &Context<'_>,
    id: DocumentId,
    span: Span,
    finding: &PlacedFinding,
    severity: lsp::DiagnosticSeverity,
) -> Option<lsp::Diagnostic> {
    let moved = |related: Span| {
        let start = related.start().to_usize() + span.start().to_usize();
        let start = start.saturating_sub(finding.span().start().to_usize());
        Span::at(Offset::from_usize(start), related.len())
    };
    let related = context.client.related_places.then(|| {
        finding.related().filter_map(|place| related_place(context, id, &place, moved)).collect()
    });
    Some(lsp::Diagnostic {
        range: context.range(id, span).ok()?,
        severity: Some(severity),
        code: Some(lsp::NumberOrString::String(finding.rule().name.to_owned())),
        source: Some(SOURCE.to_owned()),
        message: finding.message().to_owned(),
        related_information: related.filter(|places: &Vec<_>| !places.is_empty()),
        ..lsp::Diagnostic::default()
    })
}

fn related_place(
    context: &Context<'_>,
    id: DocumentId,
    related: &Related,
    moved: impl Fn(Span) -> Span,
) -> Option<lsp::DiagnosticRelatedInformation> {
    let location = match &related.path {
        None => context.location(Location { document: id, span: moved(related.span) })?,
        Some(path) => {
            let path = context.root(id)?.join(path);
            match context.analysis.document(&path) {
                Some(document) => context.location(Location { document, span: related.span })?,
                None => context.location_in_file(&path, related.span)?,
            }
        }
    };
    Some(lsp::DiagnosticRelatedInformation { location, message: related.message.clone() })
}

/// Something wrong with a file that is no open document, whose text is `text`.
pub fn trouble(text: &Text, trouble: &Trouble, encoding: Encoding) -> lsp::Diagnostic {
    lsp::Diagnostic {
        range: place::range(text, trouble.span, encoding),
        severity: Some(lsp::DiagnosticSeverity::ERROR),
        source: Some(SOURCE.to_owned()),
        message: trouble.message.clone(),
        ..lsp::Diagnostic::default()
    }
}

/// The protocol's word for how much a finding weighs; nothing for one that is not shown.
fn severity(level: Level) -> Option<lsp::DiagnosticSeverity> {
    match level {
        Level::Off => None,
        Level::Hint => Some(lsp::DiagnosticSeverity::HINT),
        Level::Info => Some(lsp::DiagnosticSeverity::INFORMATION),
        Level::Warning => Some(lsp::DiagnosticSeverity::WARNING),
        Level::Error => Some(lsp::DiagnosticSeverity::ERROR),
    }
}
