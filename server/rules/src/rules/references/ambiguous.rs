//! `references/ambiguous`

use obelus_edition::config::Level;

use crate::{Check, EditionScope, Example, Rule, Sink};

/// A reference that may mean several documents.
pub static AMBIGUOUS: Rule = Rule {
    name: "references/ambiguous",
    summary: "A reference may mean several documents.",
    why: "\
Documents in different folders may have the same name. A reference by the name alone could mean either;
write the folder as well.",
    example: Example {
        fails: "\
//- talks/1921.obl\n# Talk\n\nSee [[notes]].\n\n//- a/notes.obl\n# A\n\n//- b/notes.obl\n# B\n",
        passes: "\
//- talks/1921.obl\n# Talk\n\nSee [[a/notes]].\n\n//- a/notes.obl\n# A\n\n//- b/notes.obl\n# B\n",
    },
    level: Level::Warning,
    check: Check::Edition(check),
};

fn check(scope: &EditionScope<'_>, sink: &mut Sink) {
    for reference in &scope.summary.references {
        let Some(target) = &reference.target else { continue };
        let names: Vec<_> = scope.index.named(target).map(|entry| entry.name.path_name()).collect();
        if names.len() > 1 {
            let span = reference.target_span.unwrap_or(reference.span);
            let message = format!("“{target}” may be {}", names.join(" or "));
            sink.report(AMBIGUOUS.finding(span, message));
        }
    }
}
