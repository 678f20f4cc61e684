//! `text/broken-sentence`

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::{Change, Offset, Span};

use crate::scope::prose_of;
use crate::{Check, DocumentScope, Example, Fix, Rule, Sink};

/// A sentence that breaks off at the end of a paragraph and goes on in the next.
pub static BROKEN_SENTENCE: Rule = Rule {
    name: "text/broken-sentence",
    summary: "A sentence breaks off at the end of a paragraph and goes on in the next.",
    why: "\
A column or page of print ended inside a sentence. The two paragraphs are one: a paragraph that ends
without a point before one that begins with a small letter.",
    example: Example {
        fails: "Lind: The withdrawal of\n\ntroops is not yet decided.\n",
        passes: "Lind: The withdrawal of troops is not yet decided.\n\nThere are two points:\n\na) the harbour.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut before: Option<Offset> = None;
    for (placed, _, item) in scope.document.items() {
        let speech = matches!(
            item.kind,
            ItemKind::Turn(_) | ItemKind::Paragraph { indented: false } | ItemKind::ListItem { .. }
        );
        let Some(prose) = prose_of(item).filter(|_| speech) else {
            before = None;
            continue;
        };
        let text = prose.of(placed.block.text());
        if let Some(end) = before
            && matches!(item.kind, ItemKind::Paragraph { .. })
            && text.starts_with(char::is_lowercase)
        {
            let gap = Span::new(end, prose.start() + placed.start);
            let last = Span::new(Offset::new(end.get().saturating_sub(1)), end);
            sink.report(
                BROKEN_SENTENCE
                    .finding(last, "A sentence breaks off here and goes on in the next paragraph")
                    .relate(Span::at(prose.start() + placed.start, 1), "it goes on here")
                    .fix(Fix::suggested("Join the paragraphs", vec![Change::replace(gap, " ")])),
            );
        }
        before = breaks_off(text)
            .map(|length| prose.start() + Offset::from_usize(length) + placed.start);
    }
}

/// The length of the text up to where it breaks off: on a letter, a digit or a comma, but not on a broken
/// word, which has a rule of its own.
fn breaks_off(text: &str) -> Option<usize> {
    let bare = text.trim_end();
    let last = bare.chars().next_back()?;
    (last.is_alphanumeric() || last == ',').then_some(bare.len())
}
