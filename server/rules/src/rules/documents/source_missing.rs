//! `documents/source-missing`

use obelus_edition::config::Level;
use obelus_text::{Offset, Span};

use crate::{Check, EditionScope, Example, Rule, Sink};

/// A document without a source note.
pub static SOURCE_MISSING: Rule = Rule {
    name: "documents/source-missing",
    summary: "A document does not say where its source is kept, although others of its kind do.",
    why: "\
The source note is what makes an edition one that can be checked. Where at least half of the documents of
a kind (as their front matter names it) have one, one without is reported. Kinds that have no source
notes, such as commentary, are left in peace; so is a document alone of its kind.",
    example: Example {
        fails: "\
//- a.obl
---
kind: telegram
---

# Lind to Berg

[Source: Vik City Archive, f. 2, op. 1, d. 3, l. 4]

//- b.obl
---
kind: telegram
---

# Berg to Lind
",
        passes: "\
//- a.obl
---
kind: telegram
---

# Lind to Berg

[Source: Vik City Archive, f. 2, op. 1, d. 3, l. 4]

//- b.obl
---
kind: commentary
---

# On the telegrams
",
    },
    level: Level::Warning,
    check: Check::Edition(check),
};

fn check(scope: &EditionScope<'_>, sink: &mut Sink) {
    let Some(kind) = scope.summary.kind().filter(|_| !scope.summary.has_source) else { return };
    let same = scope.index.documents().filter(|entry| entry.summary.kind() == Some(kind));
    let (mut all, mut with) = (0_usize, 0_usize);
    for entry in same {
        all += 1;
        with += usize::from(entry.summary.has_source);
    }
    if with * 2 >= all && with > 0 {
        let start = Span::at(Offset::ZERO, scope.summary.length.min(3));
        let place = scope.summary.first_heading.as_ref().map_or(start, |(_, span)| *span);
        let message = format!(
            "This {kind} has no source note; {with} of {all} documents of its kind have one"
        );
        sink.report(SOURCE_MISSING.finding(place, message));
    }
}
