//! `notes/order`

use obelus_edition::config::Level;
use obelus_text::Span;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// Numbers of notes that do not follow one another in the text.
pub static ORDER: Rule = Rule {
    name: "notes/order",
    summary: "The numbers of notes do not follow one another in the text.",
    why: "\
Readers of print expect note 3 after note 2. A number that jumps means that a note was lost in between,
moved or misread. A second reference to an earlier note is no mistake.",
    example: Example {
        fails: "Lind: One.[^1] Two.[^3]\n\n[^1]: A.\n\n[^3]: B.\n",
        passes: "Lind: One.[^1] Two.[^2] Again.[^1]\n\n[^1]: A.\n\n[^2]: B.\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut last: Option<(u32, Span)> = None;
    for placed in scope.document.blocks() {
        for note in &placed.facts.note_references {
            let Ok(number) = note.label.parse::<u32>() else { continue };
            let span = note.label_span + placed.start;
            let (expected, before) = match last {
                Some((last, before)) => (last + 1, Some(before)),
                None => (1, None),
            };
            if number > expected {
                let message = format!("Note {number} stands where note {expected} is expected");
                let finding = ORDER.finding(span, message);
                sink.report(match before {
                    Some(before) => finding.relate(before, "the number before"),
                    None => finding,
                });
            }
            if number >= expected {
                last = Some((number, span));
            }
        }
    }
}
