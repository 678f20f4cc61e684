//! `text/thousands`

use obelus_edition::config::Level;
use obelus_text::Span;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// Thousands that are parted in two ways.
pub static THOUSANDS: Rule = Rule {
    name: "text/thousands",
    summary: "Thousands are parted by points in one place and by commas in another.",
    why: "\
`300.000` is three hundred thousand in one country and three hundred in another. A document that parts
thousands in two ways leaves the reader to guess. The rarer way is reported.",
    example: Example {
        fails: "Lind: 300.000 crowns.\n\nBerg: And 1,200 tons, 4,500 men.\n",
        passes: "Lind: 300,000 crowns.\n\nBerg: And 1,200 tons, 4,500 men; on 3.10.1921, at 0.125.\n",
    },
    level: Level::Warning,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut commas: Vec<Span> = Vec::new();
    let mut points: Vec<Span> = Vec::new();
    for placed in scope.document.blocks() {
        let cited = |span: Span| placed.facts.citations.iter().any(|one| one.span.meets(span));
        for number in placed.facts.thousands.iter().filter(|number| !cited(number.span)) {
            let list = if number.separator == ',' { &mut commas } else { &mut points };
            list.push(number.span + placed.start);
        }
    }
    if commas.is_empty() || points.is_empty() {
        return;
    }
    let (rare, usual, sign) = if points.len() <= commas.len() {
        (points, &commas, "commas")
    } else {
        (commas, &points, "points")
    };
    for span in rare {
        let message = format!("Elsewhere in this document {sign} part the thousands");
        sink.report(THOUSANDS.finding(span, message).relate(usual[0], "as here"));
    }
}
