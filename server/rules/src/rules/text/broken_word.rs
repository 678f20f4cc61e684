//! `text/broken-word`

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::{Change, Offset, Span};

use crate::scope::prose_of;
use crate::{Check, DocumentScope, Example, Fix, Rule, Sink};

/// A word that is broken at the end of a paragraph.
pub static BROKEN_WORD: Rule = Rule {
    name: "text/broken-word",
    summary: "A word is broken at the end of a paragraph and goes on in the next.",
    why: "\
A column or page of print ended inside a word. As long as it is broken, no search finds it. Whether the
hyphen stays (`cease-fire`) or goes (`artil-lery`) only the editor can tell; both are offered.",
    example: Example {
        fails: "Lind: We have no artil-\n\nlery in Vik.\n",
        passes: "Lind: We have no artillery in Vik.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut before: Option<Span> = None;
    for (placed, _, item) in scope.document.items() {
        let Some(prose) = prose_of(item) else {
            before = None;
            continue;
        };
        let text = prose.of(placed.block.text());
        if let Some(hyphen) = before
            && matches!(item.kind, ItemKind::Paragraph { .. })
            && text.starts_with(char::is_lowercase)
        {
            let gap = Span::new(hyphen.end(), prose.start() + placed.start);
            let whole = hyphen.join(gap);
            sink.report(
                BROKEN_WORD
                    .finding(hyphen, "A word is broken here and goes on in the next paragraph")
                    .fix(Fix::suggested("Join the word", vec![Change::delete(whole)]))
                    .fix(Fix::suggested("Join and keep the hyphen", vec![Change::delete(gap)])),
            );
        }
        before = ends_broken(text)
            .map(|at| Span::at(prose.start() + Offset::from_usize(at) + placed.start, 1));
    }
}

/// Where a hyphen right after a letter ends the text.
fn ends_broken(text: &str) -> Option<usize> {
    let bare = text.trim_end().strip_suffix('-')?;
    bare.ends_with(char::is_alphabetic).then_some(bare.len())
}
