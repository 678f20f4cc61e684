//! `documents/heading-number`

use std::collections::BTreeMap;

use obelus_edition::config::Level;
use obelus_edition::facts::Summary;
use obelus_text::{Change, Offset, Span};

use crate::{Check, EditionScope, Example, Fix, Rule, Sink};

/// The sign after the number of a title that is not that of the other documents.
pub static HEADING_NUMBER: Rule = Rule {
    name: "documents/heading-number",
    summary: "The number of a title is followed by another sign than those of the other documents.",
    why: "\
`I: Talk in Vik` beside `II. Talk in Nes` is a slip of setting. The sign that most of the numbered titles
of the edition have is the measure.",
    example: Example {
        fails: "//- a.obl\n# I: Vik\n\n//- b.obl\n# II. Nes\n\n//- c.obl\n# III. Vik\n",
        passes: "//- a.obl\n# I. Vik\n\n//- b.obl\n# II. Nes\n\n//- c.obl\n# III. Vik\n",
    },
    level: Level::Warning,
    check: Check::Edition(check),
};

fn check(scope: &EditionScope<'_>, sink: &mut Sink) {
    let Some((sign, at)) = sign_of(scope.summary) else { return };
    let mut counts: BTreeMap<char, usize> = BTreeMap::new();
    for (sign, _) in scope.index.documents().filter_map(|entry| sign_of(&entry.summary)) {
        *counts.entry(sign).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let Some((&usual, &most)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    if sign != usual && most * 2 > total {
        let span = Span::at(at, sign.len_utf8());
        let message =
            format!("“{sign}” after the number; {most} of {total} numbered titles have “{usual}”");
        let fix = Fix::suggested(
            format!("Write “{usual}”"),
            vec![Change::replace(span, usual.to_string())],
        );
        sink.report(HEADING_NUMBER.finding(span, message).fix(fix));
    }
}

/// The sign after the number of the first heading, and where it stands.
fn sign_of(summary: &Summary) -> Option<(char, Offset)> {
    let (words, span) = summary.first_heading.as_ref()?;
    let number: usize = words
        .chars()
        .take_while(|char| "IVXLC".contains(*char) || char.is_ascii_digit())
        .map(char::len_utf8)
        .sum();
    let sign = words.get(number..)?.chars().next()?;
    let numbered = number > 0 && number < 8 && matches!(sign, '.' | ':' | ')' | '/' | '-' | '–');
    let spaced = words[number + sign.len_utf8()..].starts_with(' ');
    (numbered && spaced).then(|| (sign, span.start() + Offset::from_usize(number)))
}
