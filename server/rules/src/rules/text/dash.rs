//! `text/dash`

use obelus_edition::config::Level;
use obelus_text::{Change, Offset, Span};

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A hyphen that stands for a dash.
pub static DASH: Rule = Rule {
    name: "text/dash",
    summary: "A hyphen stands for a dash.",
    why: "\
Typescripts and reading machines have one sign for the hyphen of a word and the dash of a sentence. In an
edition `first - the coast` and `-Anna Lind` are dashes. Numbers (`5 - 3`) are left in peace.",
    example: Example {
        fails: "Lind: Which first - the coast or the mine?\n",
        passes: "Lind: Which first – the coast or the mine? A re-run, 1920-21.\n",
    },
    level: Level::Hint,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for (_, prose) in scope.prose() {
        let text = prose.of(scope.text());
        for (at, _) in text.match_indices(" - ") {
            let before = text[..at].chars().next_back();
            let after = text[at + 3..].chars().next();
            if before.is_some_and(|char| char.is_ascii_digit())
                && after.is_some_and(|char| char.is_ascii_digit())
            {
                continue;
            }
            report(prose.start() + Offset::from_usize(at + 1), sink);
        }
        let signed =
            text.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_uppercase));
        if signed {
            report(prose.start(), sink);
        }
    }
}

fn report(at: Offset, sink: &mut Sink) {
    let span = Span::at(at, 1);
    let fix = Fix::suggested("Write a dash", vec![Change::replace(span, "–")]);
    sink.report(DASH.finding(span, "A hyphen stands for a dash").fix(fix));
}
