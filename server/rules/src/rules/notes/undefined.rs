//! `notes/undefined`

use obelus_edition::config::Level;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A reference to a note that is not there.
pub static UNDEFINED: Rule = Rule {
    name: "notes/undefined",
    summary: "A note is referred to and not there.",
    why: "The reader who follows the number finds nothing. The note was lost, or the number is wrong.",
    example: Example {
        fails: "Lind: We met in Vik.[^1]\n",
        passes: "Lind: We met in Vik.[^1]\n\n[^1]: A harbour on the north coast.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    for (label, note) in scope.outline.notes.iter().filter(|(_, note)| note.definitions.is_empty())
    {
        for place in &note.references {
            let message = format!("There is no note {label} in this document");
            sink.report(UNDEFINED.finding(scope.document.span(*place), message));
        }
    }
}
