//! The words that brackets use, after `[`.

use super::{Completion, CompletionKind, Context};

/// The vocabulary of the sign profile.
pub(super) fn complete(context: &Context<'_>) -> Option<Vec<Completion>> {
    let typed = context.inside("[", ']')?;
    if typed.len() > 40 {
        return None;
    }
    let close = if context.after.starts_with(']') { "" } else { "]" };
    let classes = context.edition.profile.brackets.iter();
    let found = classes.flat_map(|(class, words)| {
        words.iter().map(|word| {
            let open = word.ends_with('*');
            let bare = word.trim_end_matches('*').trim();
            Completion {
                label: bare.to_owned(),
                detail: class.shown().to_owned(),
                kind: CompletionKind::Vocabulary,
                span: context.typed(typed.len()),
                insert: if open && bare.ends_with(':') {
                    format!("{bare} ")
                } else {
                    format!("{bare}{close}")
                },
            }
        })
    });
    Some(found.filter(|one| !one.label.is_empty()).collect())
}
