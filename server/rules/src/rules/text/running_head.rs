//! `text/running-head`

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A running head or part of a title between paragraphs.
pub static RUNNING_HEAD: Rule = Rule {
    name: "text/running-head",
    summary: "A short line in capitals stands between paragraphs: a running head or part of a title.",
    why: "\
Print repeats titles at the head of its pages and spreads them over columns. Between the paragraphs of a
document such a line belongs to the page, not to the text. A heading of the document is written with `#`.",
    example: Example {
        fails: "Lind: We agree.\n\nLEADERS\n\nBerg: Good.\n",
        passes: "# LEADERS\n\nLind: We agree.\n\nBerg: Good. PATENT OFFICE.\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for item in &scope.facts.items {
        if item.kind != (ItemKind::Paragraph { indented: false }) {
            continue;
        }
        let words = item.span.of(scope.text()).trim();
        let letters = words.chars().filter(|char| char.is_alphabetic());
        let capitals = letters.clone().all(char::is_uppercase) && letters.count() >= 4;
        let short = words.split_whitespace().count() <= 6 && !words.contains('\n');
        let plain = !words.ends_with(['.', '!', '?', ':', ';', ',', ']']);
        if capitals && short && plain {
            let whole = obelus_text::Span::at(item.span.start(), scope.text().len());
            sink.report(
                RUNNING_HEAD
                    .finding(
                        item.span,
                        "A line in capitals between paragraphs, as at the head of a page",
                    )
                    .fix(Fix::suggested("Remove the line", vec![Change::delete(whole)])),
            );
        }
    }
}
