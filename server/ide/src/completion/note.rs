//! Notes after `[^`.

use obelus_edition::facts::Outline;

use super::{Completion, CompletionKind, Context};

/// The notes of the document: those to which nothing refers yet, a new number, then all others.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let typed = context.inside("[^", ']')?;
    let outline = Outline::of(context.facts);
    let close = if context.after.starts_with(']') { "" } else { "]" };
    let mut labels: Vec<(&str, bool)> = outline
        .notes
        .iter()
        .filter(|(_, note)| !note.definitions.is_empty())
        .map(|(label, note)| (&**label, note.references.is_empty()))
        .collect();
    let number = |label: &str| label.parse::<u32>().unwrap_or(u32::MAX);
    labels.sort_by_key(|(label, unused)| (!unused, number(label), label.to_string()));
    let one = |label: String, detail: &str| Completion {
        insert: format!("{label}{close}"),
        label,
        detail: detail.to_owned(),
        kind: CompletionKind::Note,
        span: context.typed(typed.len()),
    };
    let known = outline.notes.keys().filter_map(|label| label.parse::<u32>().ok());
    let next = known.filter(|number| number.to_string() != typed).max().unwrap_or(0) + 1;
    let mut found: Vec<Completion> = labels
        .iter()
        .map(|(label, unused)| {
            one((*label).to_owned(), if *unused { "nothing refers to it" } else { "note" })
        })
        .collect();
    let unused = labels.iter().filter(|(_, unused)| *unused).count();
    found.insert(unused, one(next.to_string(), "new note"));
    Some(found)
}
