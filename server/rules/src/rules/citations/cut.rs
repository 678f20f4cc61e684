//! `citations/source-note-cut`

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_syntax::Kind;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A source note that is cut in two.
pub static SOURCE_NOTE_CUT: Rule = Rule {
    name: "citations/source-note-cut",
    summary: "A source note is cut in two: it is opened in one paragraph and closed in a later one.",
    why: "\
Print sometimes sets other matter between the beginning of a source note and its end. As it stands, the
citation cannot be read, and no reader finds the file.",
    example: Example {
        fails: "Lind: We agree.\n\n[Source: Vik City Archive, fond 2, opis\n\nAnother text.\n\n1, delo 3, l. 4.]\n",
        passes: "Lind: We agree.\n\n[Source: Vik City Archive, fond 2, opis 1, delo 3, l. 4.]\n\nAnother text.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut open: Option<obelus_text::Span> = None;
    for placed in scope.document.blocks() {
        let cut = placed.facts.items.iter().find(|item| {
            item.kind == ItemKind::SourceNote
                && placed.block.nodes().any(|node| {
                    node.kind() == Kind::UnclosedBracket && node.span().start() == item.span.start()
                })
        });
        if let Some(item) = cut {
            open = Some(item.span + placed.start);
            continue;
        }
        let close = placed.block.nodes().find(|node| node.kind() == Kind::StrayClose);
        if let (Some(note), Some(close)) = (open, close) {
            sink.report(
                SOURCE_NOTE_CUT
                    .finding(note, "This source note is cut in two")
                    .relate(close.span() + placed.start, "it seems to end here"),
            );
            open = None;
        }
    }
    if let Some(note) = open {
        sink.report(SOURCE_NOTE_CUT.finding(note, "This source note has no end"));
    }
}
