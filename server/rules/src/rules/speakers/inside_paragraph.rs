//! `speakers/inside-paragraph`

use std::collections::BTreeSet;

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::{Change, Span};

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
        for item in &placed.facts.items {
            let Some(prose) = prose_of(item) else { continue };
            for label in &labels {
                for (at, words) in prose.of(text).match_indices(label) {
                    let start = prose.start().to_usize() + at;
                    if opens_turn(text, prose, start, start + words.len()) {
                        report(placed.start, text, start, words, sink);
                    }
                }
            }
        }
    }
}

/// After the end of a sentence, and followed by a colon, or by a point and a new sentence.
fn opens_turn(text: &str, prose: Span, start: usize, end: usize) -> bool {
    let before = text[prose.start().to_usize()..start].trim_end_matches('_');
    let ended = before.ends_with(char::is_whitespace)
        && before.trim_end().ends_with(['.', '!', '?', '”', '"', '…']);
    let after = text[end..].trim_start_matches('_');
    let follows = after.starts_with(": ") || {
        let rest = after.strip_prefix(". ").unwrap_or_default();
        // A surname at the end of a sentence is followed by another sentence too: only a name that
        // is a sentence by itself can be a label.
        rest.chars().next().is_some_and(char::is_uppercase)
    };
    ended && follows
}

fn report(base: obelus_text::Offset, text: &str, start: usize, words: &str, sink: &mut Sink) {
    let span = Span::from_usize(start..start + words.len()) + base;
    let mark = usize::from(text[..start].ends_with('_'));
    let bare = text[..start - mark].trim_end().len();
    let gap = Span::from_usize(bare..start - mark) + base;
    let message =
        format!("“{words}” opens a turn inside a paragraph: a break is missing before it");
    sink.report(
        INSIDE_PARAGRAPH
            .finding(span, message)
            .fix(Fix::suggested("Begin a new paragraph here", vec![Change::replace(gap, "\n\n")])),
    );
}
