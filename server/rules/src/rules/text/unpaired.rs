//! `text/unpaired`

use obelus_edition::config::Level;
use obelus_text::{Offset, Span};

use crate::{BlockScope, Check, Example, Rule, Sink};

/// Pairs of signs that must close in their paragraph.
const PAIRS: &[(char, char)] = &[('(', ')'), ('“', '”'), ('«', '»')];

/// A parenthesis or quotation mark without its partner.
pub static UNPAIRED: Rule = Rule {
    name: "text/unpaired",
    summary: "A parenthesis or quotation mark has no partner in its paragraph.",
    why: "\
Where a quotation or an aside ends must be seen. A quotation that runs over several paragraphs opens
each of them anew and closes only the last: an opening mark at the start of a paragraph is left in peace.
Numbers such as `1)` are no parentheses.",
    example: Example {
        fails: "Lind: We shall (if Berg agrees meet in Vik.\n",
        passes: "Lind: We shall (if Berg agrees) meet in Vik: 1) today; b) soon.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for (_, prose) in scope.prose() {
        let text = prose.of(scope.text());
        for &(open, close) in PAIRS {
            for (at, char) in unpaired(text, open, close) {
                let span = Span::at(prose.start() + Offset::from_usize(at), char.len_utf8());
                let message = format!("“{char}” has no partner in this paragraph");
                sink.report(UNPAIRED.finding(span, message));
            }
        }
    }
}

fn unpaired(text: &str, open: char, close: char) -> Vec<(usize, char)> {
    let mut waiting: Vec<usize> = Vec::new();
    let mut lone = Vec::new();
    for (at, char) in text.char_indices() {
        if char == open {
            waiting.push(at);
        } else if char == close && waiting.pop().is_none() && !is_ordinal(&text[..at]) {
            lone.push((at, char));
        }
    }
    // An opening quotation mark at the start continues the paragraph before.
    let at_start = |at: &usize| *at > 0 || open == '(';
    lone.extend(waiting.into_iter().filter(at_start).map(|at| (at, open)));
    lone
}

/// `1)`, `b)`: a number or a single letter before the parenthesis.
fn is_ordinal(before: &str) -> bool {
    let word = before.rsplit(|char: char| !char.is_alphanumeric()).next().unwrap_or_default();
    let short = word.chars().count() == 1 || (word.len() <= 3 && word.parse::<u32>().is_ok());
    short && !word.is_empty()
}
