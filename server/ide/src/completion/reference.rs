//! Documents and places after `[[`.

use super::{Completion, CompletionKind, Context};

/// Documents after `[[`; turns, notes, anchors and headings after `#`.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let inside = context.inside("[[", ']')?;
    let close = if context.after.starts_with("]]") { "" } else { "]]" };
    match inside.split_once('#') {
        None => Some(documents(context, inside, close)),
        Some((document, fragment)) => places(context, document.trim(), fragment, close),
    }
}

fn documents(context: &Context<'_>, typed: &str, close: &str) -> Vec<Completion> {
    let entries = context.index.documents();
    let mut found: Vec<Completion> = entries
        .map(|entry| Completion {
            label: entry.name.name.to_string(),
            detail: entry.summary.title.as_deref().unwrap_or_default().to_owned(),
            kind: CompletionKind::Document,
            span: context.typed(typed.len()),
            insert: format!("{}{close}", entry.name.name),
        })
        .collect();
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

fn places(
    context: &Context<'_>,
    document: &str,
    typed: &str,
    close: &str,
) -> Option<Vec<Completion>> {
    let id = match document {
        "" => context.place.document,
        name => context.index.named(name).next()?.name.id,
    };
    let summary = context.analysis.summary(id)?;
    let one = |label: String, detail: &str| Completion {
        insert: format!("{label}{close}"),
        label,
        detail: detail.to_owned(),
        kind: CompletionKind::Anchor,
        span: context.typed(typed.len()),
    };
    let anchors = summary.anchors.iter().map(|(name, _)| one(name.to_string(), "anchor"));
    let turns =
        (1..).zip(&summary.turns).map(|(number, turn)| one(format!("t{number}"), &turn.label));
    let notes = summary.notes.iter().map(|(label, _)| one(format!("n{label}"), "note"));
    let headings = summary.headings.iter().map(|(name, _)| one(name.to_string(), "heading"));
    Some(anchors.chain(turns).chain(notes).chain(headings).collect())
}
