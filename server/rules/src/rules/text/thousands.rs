//! `text/thousands`

use obelus_edition::config::Level;
use obelus_text::{Offset, Span};

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
        let text = placed.block.text();
        let cited = |span: Span| placed.facts.citations.iter().any(|one| one.span.meets(span));
        for (span, separator) in numbers(text) {
            if cited(span) {
                continue;
            }
            let list = if separator == ',' { &mut commas } else { &mut points };
            list.push(span + placed.start);
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

/// Numbers of one to three digits followed by groups of three, with the sign that parts them.
fn numbers(text: &str) -> Vec<(Span, char)> {
    let mut found = Vec::new();
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
    let mut at = 0;
    while let Some(start) =
        text[at..].find(|char: char| char.is_ascii_digit()).map(|from| at + from)
    {
        let length = text[start..].find(|char| !is_part(char)).unwrap_or(text.len() - start);
        let words = text[start..start + length].trim_end_matches(['.', ',']);
        at = start + length;
        let separator = if words.contains(',') { ',' } else { '.' };
        let mut groups = words.split(separator);
        let first = groups.next().unwrap_or_default();
        let groups: Vec<&str> = groups.collect();
        let thousands = !groups.is_empty() && groups.iter().all(|group| group.len() == 3);
        // `0.125` and `67.250` may be fractions; one group after a point is too little to tell.
        let sure = separator == ',' || groups.len() > 1 || first.len() == 3;
        if (1..=3).contains(&first.len()) && !first.starts_with('0') && thousands && sure {
            let span = Span::at(Offset::from_usize(start), words.len());
            found.push((span, separator));
        }
    }
    found
}
