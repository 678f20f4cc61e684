//! `documents/date-missing`

use obelus_edition::config::Level;
use obelus_edition::date::EditionDate;
use obelus_text::Change;

use crate::{Check, DocumentScope, Example, Fix, Rule, Sink};

/// A document whose date is not given, or cannot be read.
pub static DATE_MISSING: Rule = Rule {
    name: "documents/date-missing",
    summary: "The front matter of a document gives no date, or one that cannot be read.",
    why: "\
By the date documents are ordered and found. Write it as year, month and day (`1921-04-03`), or as much of
it as is known (`1921-04`); where nothing is known, `date: unknown` says so. Commentaries and other
documents without front matter are left in peace.",
    example: Example {
        fails: "---\ntitle: Talk\ndate: the third of April\n---\n\n# Talk\n",
        passes: "---\ntitle: Talk\ndate: 1921-04-03\n---\n\n# Talk\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

/// Kinds of document that need no date.
const UNDATED: &[&str] =
    &["commentary", "introduction", "preface", "essay", "bibliography", "list"];

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let Some((placed, front_matter)) = scope.front_matter() else { return };
    let kind = front_matter.get("kind").map(|entry| entry.value.to_lowercase());
    if kind.is_some_and(|kind| UNDATED.contains(&kind.as_str())) {
        return;
    }
    match front_matter.get("date") {
        None => {
            if let Some(first) = front_matter.entries.first() {
                let span = first.key_span + placed.start;
                let change = Change::insert(span.start(), "date: unknown\n");
                sink.report(
                    DATE_MISSING
                        .finding(span, "The front matter gives no date")
                        .fix(Fix::safe("Say that the date is unknown", vec![change])),
                );
            }
        }
        Some(entry) if &*entry.value == "unknown" => {}
        Some(entry) if EditionDate::parse(&entry.value).is_err() => {
            let span = if entry.value_span.is_empty() { entry.key_span } else { entry.value_span };
            let message = format!("“{}” is no date that can be read", entry.value);
            sink.report(DATE_MISSING.finding(span + placed.start, message));
        }
        Some(_) => {}
    }
}
