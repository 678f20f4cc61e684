//! `speakers/repeated`

use obelus_edition::config::Level;
use obelus_edition::facts::{ItemKind, TurnFact};

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// The same speaker twice running.
pub static REPEATED: Rule = Rule {
    name: "speakers/repeated",
    summary: "The same speaker has two turns running.",
    why: "\
In a record of direct speech two turns of one speaker side by side usually mean that a turn between them
was lost, or that one of the two names is wrong. Where the source has it so, allow it.",
    example: Example {
        fails: "Lind: We agree.\n\nLind: It should be done.\n\nBerg: Good.\n",
        passes: "Lind: We agree.\n\nIt should be done.\n\nBerg: Good.\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut before: Option<(&TurnFact, obelus_text::Span)> = None;
    for (placed, _, item) in scope.document.items() {
        match &item.kind {
            ItemKind::Turn(turn) => {
                let span = turn.label_span + placed.start;
                if let Some((last, last_span)) = before
                    && same(last, turn)
                {
                    let message = format!("“{}” speaks twice running", turn.label);
                    sink.report(
                        REPEATED.finding(span, message).relate(last_span, "the turn before"),
                    );
                }
                before = Some((turn, span));
            }
            // What stands between two turns may be the reason for a new name.
            kind if kind.ends_turn() => before = None,
            ItemKind::EditorialBlock => before = None,
            _ => {}
        }
    }
}

/// Both in direct speech: a summary of speech names the speaker again as it likes.
fn same(last: &TurnFact, turn: &TurnFact) -> bool {
    let speaker = match (&last.person, &turn.person) {
        (Some(a), Some(b)) => a == b,
        _ => last.label == turn.label,
    };
    speaker && last.is_direct() && turn.is_direct()
}
