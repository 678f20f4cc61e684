//! `speakers/style`

use std::collections::BTreeMap;

use obelus_edition::config::Level;
use obelus_edition::facts::{ItemKind, Style, TurnFact};
use obelus_syntax::view::Delimiter;
use obelus_text::{Change, Offset, Span};

use crate::{Check, DocumentScope, Example, Fix, Rule, Sink};

/// A speaker's name that is set otherwise than those of the same document.
pub static STYLE: Rule = Rule {
    name: "speakers/style",
    summary: "A speaker’s name is set otherwise than the others of its document.",
    why: "\
Typescripts underline the names of speakers, or do not, throughout; where print or transcription loses
some of the underlining, the minority is a slip. What most turns of the document do is the measure; a
document that does both alike is left in peace. Direct and reported speech are measured apart.",
    example: Example {
        fails: "_Lind_: One.\n\n_Berg_: Two.\n\n_Lind_: Three.\n\nBerg: Four.\n\n_Lind_: Five.\n",
        passes: "_Lind_: One.\n\n_Berg_: Two.\n\n_Lind_: Three.\n\n_Berg_: Four.\n\n_Lind_: Five.\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut counts: BTreeMap<Style, usize> = BTreeMap::new();
    let direct = |turn: &TurnFact| turn.is_direct();
    for (_, _, item) in scope.document.items() {
        if let ItemKind::Turn(turn) = &item.kind
            && direct(turn)
        {
            *counts.entry(turn.style).or_default() += 1;
        }
    }
    let total: usize = counts.values().sum();
    let Some((&major, &most)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    // Three quarters: below that the document has no style to keep.
    if total < 4 || most == total || most * 4 < total * 3 {
        return;
    }
    for (placed, _, item) in scope.document.items() {
        let ItemKind::Turn(turn) = &item.kind else { continue };
        if !direct(turn) || turn.style == major {
            continue;
        }
        let span = turn.label_span + placed.start;
        let message = format!(
            "This name is {}; {most} of {total} in this document are {}",
            shown(turn.style),
            shown(major)
        );
        let finding = STYLE.finding(span, message);
        sink.report(match restyle(placed.block.text(), turn, major) {
            Some((from, words)) => {
                let change = Change::replace(from + placed.start, words.clone());
                finding.fix(Fix::suggested(format!("Write {words}"), vec![change]))
            }
            None => finding,
        });
    }
}

fn shown(style: Style) -> &'static str {
    match (style.underlined, style.delimiter) {
        (true, Delimiter::Point) => "underlined and followed by a point",
        (true, _) => "underlined",
        (false, Delimiter::Point) => "not underlined and followed by a point",
        (false, _) => "not underlined",
    }
}

/// The name with its marks, and how it is written in `style`; only where name, marks and delimiter
/// touch.
fn restyle(text: &str, turn: &TurnFact, style: Style) -> Option<(Span, String)> {
    // A point after a name that is not underlined makes no turn.
    if !style.underlined && style.delimiter == Delimiter::Point {
        return None;
    }
    let mark = if turn.style.underlined { "_" } else { "" };
    let delimiter = match turn.style.delimiter {
        Delimiter::Colon => ":",
        Delimiter::Point => ".",
        Delimiter::None => return None,
    };
    let label = turn.label_span;
    let width = Offset::from_usize(mark.len());
    let end = label.end() + width + Offset::new(1);
    let whole = Span::new(label.start() - width, end);
    let words = label.of(text);
    if whole.of(text) != format!("{mark}{words}{mark}{delimiter}") {
        return None;
    }
    let mark = if style.underlined { "_" } else { "" };
    let delimiter = if style.delimiter == Delimiter::Point { "." } else { ":" };
    Some((whole, format!("{mark}{words}{mark}{delimiter}")))
}
