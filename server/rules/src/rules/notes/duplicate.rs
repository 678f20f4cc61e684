//! `notes/duplicate`

use obelus_edition::config::Level;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A note that is defined twice.
pub static DUPLICATE: Rule = Rule {
    name: "notes/duplicate",
    summary: "Two notes of a document have the same number.",
    why: "A reference can lead to one note only; the second is never found.",
    example: Example {
        fails: "Lind: In Vik.[^1]\n\n[^1]: A harbour.\n\n[^1]: A village.\n",
        passes: "Lind: In Vik.[^1] In Nes.[^2]\n\n[^1]: A harbour.\n\n[^2]: A village.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    for (label, note) in &scope.outline.notes {
        let Some((first, others)) = note.definitions.split_first() else { continue };
        for place in others {
            let message = format!("A second note has the number {label}");
            let first = scope.document.span(*first);
            sink.report(
                DUPLICATE.finding(scope.document.span(*place), message).relate(first, "the first"),
            );
        }
    }
}
