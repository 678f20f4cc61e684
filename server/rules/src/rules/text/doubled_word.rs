//! `text/doubled-word`

use obelus_edition::config::Level;
use obelus_text::{Change, Offset, Span};

use crate::words::words;
use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// Words that languages do put twice.
const TWICE: &[&str] = &[
    "had", "that", "very", "much", "no", "yes", "long", "many", "die", "der", "das", "sie", "nous",
    "vous", "ha",
];

/// A word that stands twice running.
pub static DOUBLED_WORD: Rule = Rule {
    name: "text/doubled-word",
    summary: "A word stands twice running.",
    why: "\
A word at the end of a line is easily set again at the start of the next. Words that a language does
put twice (`had had`, `very very`) and numbers are left in peace; where the source has it so, write `[sic]`.",
    example: Example {
        fails: "Lind: We shall meet at the\nthe harbour.\n",
        passes: "Lind: He said that that was very very far. Vik, Vik and 2 2.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for (_, prose) in scope.prose() {
        let text = prose.of(scope.text());
        let mut last: Option<(usize, &str)> = None;
        for (start, word) in words(text) {
            if let Some((before, same)) = last
                && same.to_lowercase() == word.to_lowercase()
                && word.chars().all(char::is_lowercase)
                && word.chars().all(char::is_alphabetic)
                && text[before + same.len()..start].chars().all(char::is_whitespace)
                && !TWICE.contains(&word)
            {
                let from = prose.start() + Offset::from_usize(before + same.len());
                let span = Span::new(from, prose.start() + Offset::from_usize(start + word.len()));
                let place = Span::at(prose.start() + Offset::from_usize(start), word.len());
                sink.report(
                    DOUBLED_WORD
                        .finding(place, format!("“{word}” stands twice running"))
                        .fix(Fix::suggested("Remove the second", vec![Change::delete(span)])),
                );
            }
            last = Some((start, word));
        }
    }
}
