//! `brackets/ellipsis`

use obelus_edition::config::Level;
use obelus_edition::profile::Class;

use crate::{BlockScope, Check, Example, Rule, Sink};

/// A remark on dots of the source where there are none.
pub static ELLIPSIS: Rule = Rule {
    name: "brackets/ellipsis",
    summary: "A remark says that the dots are the source’s own, but there are none.",
    why: "\
`[ellipsis in original]` tells the reader that the dots before it are not the editor’s. Where no dots
stand before it, they were lost in setting, or the remark has been misplaced.",
    example: Example {
        fails: "Lind: We can send two boats [ellipsis in original]\n",
        passes: "Lind: We can send two boats … [ellipsis in original]\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    let remarks = scope.facts.brackets.iter();
    for bracket in remarks.filter(|one| one.inference.class == Class::SourceEllipsis) {
        let text = scope.text();
        let before = text.get(..bracket.span.start().to_usize()).unwrap_or_default().trim_end();
        let after = text.get(bracket.span.end().to_usize()..).unwrap_or_default().trim_start();
        let dots = |words: &str, at_end: bool| {
            let sides: [&str; 3] = ["…", "...", ". ."];
            sides
                .iter()
                .any(|dots| if at_end { words.ends_with(dots) } else { words.starts_with(dots) })
        };
        if !dots(before, true) && !dots(after, false) {
            sink.report(ELLIPSIS.finding(
                bracket.span,
                "No dots stand beside this remark, which says that they are the source’s own",
            ));
        }
    }
}
