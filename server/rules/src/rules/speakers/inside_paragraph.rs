//! `speakers/inside-paragraph`

use std::collections::BTreeSet;

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::{Change, Offset, Span};

use crate::scope::prose_of;
use crate::{Check, DocumentScope, Example, Fix, Rule, Sink};

/// A speaker’s name and delimiter inside a paragraph.
pub static INSIDE_PARAGRAPH: Rule = Rule {
    name: "speakers/inside-paragraph",
    summary: "A speaker’s name with its colon or point stands inside a paragraph.",
    why: "\
Print sometimes runs two turns together. Where the name of one of the document’s speakers stands after
the end of a sentence as it does before a turn, a paragraph break is missing, and as it stands the words
of one speaker are given to another.",
    example: Example {
        fails: "Lind: We agree. Berg: Then it is settled.\n\nLind: Good.\n\nBerg: Yes.\n",
        passes: "Lind: We agree.\n\nBerg: Then it is settled.\n\nLind: Good.\n\nBerg: Yes.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut labels: BTreeSet<&str> = BTreeSet::new();
    for (_, _, item) in scope.document.items() {
        if let ItemKind::Turn(turn) = &item.kind {
            labels.insert(&turn.label);
        }
    }
    for placed in scope.document.blocks() {
        let text = placed.block.text();
        for opening in &placed.facts.openings {
            let inside =
                placed.facts.items.iter().filter_map(prose_of).any(|prose| prose.covers(*opening));
            if inside && labels.contains(opening.of(text)) {
                report(placed.start, text, *opening, sink);
            }
        }
    }
}

fn report(base: Offset, text: &str, opening: Span, sink: &mut Sink) {
    let start = opening.start().to_usize();
    let mark = usize::from(text[..start].ends_with('_'));
    let bare = text[..start - mark].trim_end().len();
    let gap = Span::from_usize(bare..start - mark) + base;
    let words = opening.of(text);
    let message =
        format!("“{words}” opens a turn inside a paragraph: a break is missing before it");
    sink.report(
        INSIDE_PARAGRAPH
            .finding(opening + base, message)
            .fix(Fix::suggested("Begin a new paragraph here", vec![Change::replace(gap, "\n\n")])),
    );
}
