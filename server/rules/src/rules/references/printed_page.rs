//! `references/printed-page`

use obelus_edition::config::Level;
use obelus_text::{Offset, Span};

use crate::{BlockScope, Check, Example, Rule, Sink};

/// Words that refer to the printed book or issue, not to the edition.
const PHRASES: &[&str] = &[
    "in this issue",
    "in the present issue",
    "in diesem Heft",
    "dans ce numéro",
    "continued on page",
    "continued from page",
    "see page ",
    "see p. ",
    "see pp. ",
    "see above, p",
    "see below, p",
    "siehe Seite ",
    "siehe S. ",
    "s. o. S. ",
    "voir page ",
    "voir p. ",
    "см. с. ",
    "см. стр. ",
    "на стр. ",
];

/// A reference to a printed page or issue.
pub static PRINTED_PAGE: Rule = Rule {
    name: "references/printed-page",
    summary: "A reference leads to a page of print or to “this issue”.",
    why: "\
The pages of the book from which a text was taken, or of the issue in which it first appeared, are not the
edition’s. Write a reference that leads there: `[[document]]`. A page of a publication that is cited, or
of the source itself, is no such reference.",
    example: Example {
        fails: "The commission met again (see page 27).\n",
        passes: "The commission met again (see [[1921-05-02]]). Compare Lind, *Harbours*, p. 27.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    let text = scope.text();
    for (_, prose) in scope.prose() {
        let words = prose.of(text);
        for phrase in PHRASES {
            for (at, found) in words.match_indices(phrase) {
                let after = words[at + found.len()..].trim_start_matches(['.', ' ', 'p']);
                if is_numbered(phrase) && !after.starts_with(|char: char| char.is_ascii_digit()) {
                    continue;
                }
                let start = prose.start() + Offset::from_usize(at);
                sink.report(PRINTED_PAGE.finding(
                    Span::at(start, found.trim_end().len()),
                    "This leads to a place in print, which the edition does not have",
                ));
            }
        }
    }
}

/// Whether the phrase is one only before a number.
fn is_numbered(phrase: &str) -> bool {
    phrase.ends_with([' ', 'p']) || phrase.ends_with("page")
}
