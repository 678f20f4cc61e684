//! `brackets/two-meanings`

use obelus_edition::config::Level;
use obelus_text::Span;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// `[?]` that marks doubt in one place and supplies a question mark in another.
pub static TWO_MEANINGS: Rule = Rule {
    name: "brackets/two-meanings",
    summary: "`[?]` marks a doubtful word in one place and supplies a question mark in another.",
    why: "\
After a space, `[?]` doubts the word before it; right at the end of a sentence, it supplies the question
mark that the source lacks. A reader who meets both in one document cannot tell them apart. For the
supplied sign write `[+?]`.",
    example: Example {
        fails: "Lind: The mine at Vik [?] is closed.\n\nBerg: Shall we open it[?]\n",
        passes: "Lind: The mine at Vik [?] is closed.\n\nBerg: Shall we open it[+?]\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut doubts: Vec<Span> = Vec::new();
    let mut supplied: Vec<Span> = Vec::new();
    for placed in scope.document.blocks() {
        let text = placed.block.text();
        let plain = placed.facts.brackets.iter().filter(|bracket| bracket.sign.is_none());
        for bracket in plain.filter(|bracket| bracket.inner.of(text) == "?") {
            let before = text.get(..bracket.span.start().to_usize()).unwrap_or_default();
            let after = text.get(bracket.span.end().to_usize()..).unwrap_or_default();
            let list = if before.ends_with(char::is_whitespace) {
                &mut doubts
            } else if ends_sentence(after) {
                &mut supplied
            } else {
                continue;
            };
            list.push(bracket.span + placed.start);
        }
    }
    let Some(doubt) = doubts.first() else { return };
    for span in supplied {
        sink.report(
            TWO_MEANINGS
                .finding(span, "Here [?] supplies a question mark; elsewhere it doubts a word")
                .relate(*doubt, "here it doubts a word"),
        );
    }
}

/// Whether the sentence ends here: nothing follows, or a capital does.
fn ends_sentence(after: &str) -> bool {
    let rest = after.trim_start_matches(['"', '”', '’', ')']);
    match rest.trim_start().chars().next() {
        None => true,
        Some(char) => rest.starts_with(char::is_whitespace) && char.is_uppercase(),
    }
}
