//! `notes/unused`

use obelus_edition::config::Level;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A note to which nothing refers.
pub static UNUSED: Rule = Rule {
    name: "notes/unused",
    summary: "Nothing refers to a note.",
    why: "A note without its number in the text has no place on the page: the number was lost.",
    example: Example {
        fails: "Lind: We met in Vik.\n\n[^1]: A harbour on the north coast.\n",
        passes: "Lind: We met in Vik.[^1]\n\n[^1]: A harbour on the north coast.\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    for (label, note) in scope.outline.notes.iter().filter(|(_, note)| note.references.is_empty()) {
        for place in &note.definitions {
            let message = format!("Nothing refers to note {label}");
            sink.report(UNUSED.finding(scope.document.span(*place), message));
        }
    }
}
