//! `references/unresolved`

use obelus_edition::config::Level;
use obelus_edition::facts::Fragment;
use obelus_text::{Change, Span};

use crate::{Check, EditionScope, Example, Fix, Rule, Sink};

/// A reference to a document or place that is not there.
pub static UNRESOLVED: Rule = Rule {
    name: "references/unresolved",
    summary: "A reference leads to a document, turn, note or anchor that is not there.",
    why: "The reader who follows it finds nothing. The nearest name is offered.",
    example: Example {
        fails: "//- 1921-04-03.obl\n# Talk\n\nLind: See [[1921-04-30]].\n\n//- 1921-04-13.obl\n# Telegram\n",
        passes: "//- 1921-04-03.obl\n# Talk\n\nLind: See [[1921-04-13]].\n\n//- 1921-04-13.obl\n# Telegram\n",
    },
    level: Level::Error,
    check: Check::Edition(check),
};

fn check(scope: &EditionScope<'_>, sink: &mut Sink) {
    for reference in &scope.summary.references {
        let summary = match &reference.target {
            None => scope.summary,
            Some(target) => {
                if let Some(entry) = scope.index.named(target).next() {
                    &entry.summary
                } else {
                    let span = reference.target_span.unwrap_or(reference.span);
                    no_document(scope, target, span, sink);
                    continue;
                }
            }
        };
        if let Some(fragment) = &reference.fragment
            && summary.find(fragment).is_none()
        {
            let what = match fragment {
                Fragment::Turn(number) => {
                    format!("turn {number}; it has {}", summary.turns.len())
                }
                Fragment::Note(label) => format!("note {label}"),
                Fragment::Name(name) => format!("anchor or heading “{name}”"),
            };
            let document = reference.target.as_deref().unwrap_or("this document");
            let message = format!("“{document}” has no {what}");
            sink.report(UNRESOLVED.finding(reference.span, message));
        }
    }
}

fn no_document(scope: &EditionScope<'_>, target: &str, span: Span, sink: &mut Sink) {
    let finding = UNRESOLVED.finding(span, format!("There is no document “{target}”"));
    let names = scope.index.names();
    let likeness = |name: &str| (strsim::jaro_winkler(name, target) * 1000.0) as u32;
    let nearest =
        names.map(|name| (likeness(name), name)).filter(|(likeness, _)| *likeness > 850).max();
    sink.report(match nearest {
        Some((_, name)) => finding.fix(Fix::suggested(
            format!("Refer to “{name}”"),
            vec![Change::replace(span, &**name)],
        )),
        None => finding,
    });
}
