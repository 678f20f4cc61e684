//! `documents/date-differs`

use obelus_edition::config::Level;
use obelus_edition::date::EditionDate;
use obelus_edition::facts::ItemKind;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A heading whose date is not that of the front matter.
pub static DATE_DIFFERS: Rule = Rule {
    name: "documents/date-differs",
    summary: "The date in a document’s first heading is not that of its front matter.",
    why: "\
One of the two is wrong, and the index follows the front matter while the reader follows the heading.
Where the source itself has the wrong date, say so in a note and allow the finding.",
    example: Example {
        fails: "---\ndate: 1921-04-03\n---\n\n# Talk in Vik, 4 April 1921\n",
        passes: "---\ndate: 1921-04-03\n---\n\n# Talk in Vik, 3 April 1921\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let Some((placed, front_matter)) = scope.front_matter() else { return };
    let Some(entry) = front_matter.get("date") else { return };
    let Ok(date) = EditionDate::parse(&entry.value) else { return };
    let heading = scope.document.blocks().find(|placed| {
        placed.facts.items.iter().any(|item| matches!(item.kind, ItemKind::Heading { .. }))
    });
    let Some(heading) = heading else { return };
    let dates = &heading.facts.dates;
    let differs = |other: &EditionDate| !date.agrees(other);
    if let Some(other) = dates.iter().find(|other| differs(&other.date))
        && !dates.iter().any(|other| date.agrees(&other.date))
    {
        let message = format!("The heading says {}, the front matter {date}", other.date);
        sink.report(
            DATE_DIFFERS
                .finding(other.span + heading.start, message)
                .relate(entry.value_span + placed.start, "the front matter’s date"),
        );
    }
}
