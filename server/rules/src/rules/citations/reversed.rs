//! `citations/range-reversed`

use obelus_edition::citation::Fault;
use obelus_edition::config::Level;

use crate::{BlockScope, Check, Example, Rule, Sink};

/// A range of leaves whose end comes before its beginning.
pub static RANGE_REVERSED: Rule = Rule {
    name: "citations/range-reversed",
    summary: "A range of leaves or pages ends before it begins.",
    why: "`ll. 38-29` was meant to be `ll. 29-38`, or a digit is wrong. Shortened ends (`121–2`) are understood.",
    example: Example {
        fails: "[Source: APRF, f. 45, op. 1, d. 329, ll. 38-29.]\n",
        passes: "[Source: APRF, f. 45, op. 1, d. 329, ll. 129-38.]\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for fault in scope.facts.citations.iter().flat_map(|fact| &fact.citation.faults) {
        if let Fault::ReversedRange { span } = fault {
            let words = span.of(scope.text());
            let message = format!("The range {words} ends before it begins");
            sink.report(RANGE_REVERSED.finding(*span, message));
        }
    }
}
