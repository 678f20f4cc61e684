//! `text/list-number`

use obelus_edition::config::Level;
use obelus_edition::facts::ItemKind;
use obelus_text::Span;

use crate::{Check, DocumentScope, Example, Rule, Sink};

/// A number of a list that is missing or stands twice.
pub static LIST_NUMBER: Rule = Rule {
    name: "text/list-number",
    summary: "In a numbered list a number is missing or stands twice.",
    why: "\
Where point 3 follows point 1, a paragraph was lost, or lost its number in print. A list begins anew with
1 or with the first number after a heading or a separator. Where the editor says in a remark of its own
that a point is left out, nothing is reported.",
    example: Example {
        fails: "1. The harbour.\n\nIt is small.\n\n3. The mine.\n",
        passes: "1. The harbour.\n\n[Point 2 deals with the post.]\n\n3. The mine.\n\n4. The road.\n",
    },
    level: Level::Error,
    check: Check::Document(check),
};

fn check(scope: &DocumentScope<'_>, sink: &mut Sink) {
    let mut last: Option<(u32, Span)> = None;
    let mut remark = false;
    for (placed, _, item) in scope.document.items() {
        match &item.kind {
            ItemKind::ListItem { number: Some(number), ordinal } => {
                let span = *ordinal + placed.start;
                if let Some((before, before_span)) = last {
                    report(before, before_span, *number, span, remark, sink);
                }
                last = Some((*number, span));
                remark = false;
            }
            ItemKind::Heading { .. } | ItemKind::Separator | ItemKind::Turn(_) => last = None,
            ItemKind::EditorialBlock => remark = true,
            _ => {}
        }
    }
}

fn report(last: u32, last_span: Span, number: u32, span: Span, remark: bool, sink: &mut Sink) {
    let message = if number == last {
        format!("Point {number} stands twice")
    } else if number == last + 2 && !remark {
        format!("Point {} is missing", last + 1)
    } else if number > last + 2 && number < last + 10 && !remark {
        format!("Points {} to {} are missing", last + 1, number - 1)
    } else {
        return;
    };
    sink.report(LIST_NUMBER.finding(span, message).relate(last_span, "the point before"));
}
