//! `text/double-space`

use obelus_edition::config::Level;
use obelus_text::{Change, Offset, Span};

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// Two spaces between words.
pub static DOUBLE_SPACE: Rule = Rule {
    name: "text/double-space",
    summary: "Two spaces stand between words.",
    why: "\
A second space means nothing to the reader and hides phrases from a search. Lines that are indented are
not meant.",
    example: Example {
        fails: "Lind: We  agree.\n",
        passes: "Lind: We agree.\n",
    },
    level: Level::Hint,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for (_, prose) in scope.prose() {
        let text = prose.of(scope.text());
        for (at, _) in text.match_indices("  ") {
            let first = at == 0 || !text[..at].ends_with([' ', '\n', '\r']);
            let length = text[at..].len() - text[at..].trim_start_matches(' ').len();
            let at_end = text[at + length..].starts_with(['\n', '\r']) || at + length == text.len();
            if first && at > 0 && !at_end {
                let span = Span::at(prose.start() + Offset::from_usize(at), length);
                let fix = Fix::safe("Keep one space", vec![Change::replace(span, " ")]);
                sink.report(DOUBLE_SPACE.finding(span, "More than one space").fix(fix));
            }
        }
    }
}
