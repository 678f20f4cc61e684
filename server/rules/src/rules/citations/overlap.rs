//! `citations/overlap`

use obelus_edition::config::Level;
use obelus_edition::facts::SummaryCitation;
use obelus_edition::index::Key;

use crate::{Check, EditionScope, Example, Rule, Sink};

/// Two documents whose source notes claim the same leaves.
pub static OVERLAP: Rule = Rule {
    name: "citations/overlap",
    summary: "The source notes of two documents claim the same leaves of one file.",
    why: "\
Two documents can share a leaf when one ends and the next begins on it; that is left in peace. More than
one leaf in common means that a number is wrong in one of the two notes, or that one document is edited
twice.",
    example: Example {
        fails: "\
//- a.obl
# A

[Source: APRF, f. 45, op. 1, d. 329, ll. 9-17]

//- b.obl
# B

[Source: APRF, f. 45, op. 1, d. 329, ll. 15-20]
",
        passes: "\
//- a.obl
# A

[Source: APRF, f. 45, op. 1, d. 329, ll. 9-17]

//- b.obl
# B

[Source: APRF, f. 45, op. 1, d. 329, ll. 17-20]
",
    },
    level: Level::Warning,
    check: Check::Edition(check),
};

fn check(scope: &EditionScope<'_>, sink: &mut Sink) {
    for one in scope.summary.citations.iter().filter(|one| one.is_source) {
        let (Some(unit), Some(locator)) = (&one.unit, &one.citation.locator) else { continue };
        let others = scope.index.holders(&Key::Unit(unit.clone()));
        for other in others.filter(|other| other.name.id != scope.name.id) {
            let theirs = other.summary.citations.iter();
            for same in theirs.filter(|same| same.is_source && same.unit.as_ref() == Some(unit)) {
                if common_leaves(one, same) > 1 {
                    let message = format!("“{}” claims some of the same leaves", other.name.name);
                    sink.report(OVERLAP.finding(locator.span, message).relate_in(
                        other.name.path.to_path_buf(),
                        same.citation.span,
                        format!("the source note of “{}”", other.name.name),
                    ));
                }
            }
        }
    }
}

/// How many leaves the two have in common, where they overlap at all; side and suffix left out.
fn common_leaves(one: &SummaryCitation, other: &SummaryCitation) -> u32 {
    let ranges = |one: &SummaryCitation| -> Vec<(u32, u32)> {
        let locator = one.citation.locator.iter().flat_map(|locator| &locator.ranges);
        locator.map(|range| (range.from.number, range.to.number)).collect()
    };
    let others = ranges(other);
    let common = |(from, to): (u32, u32)| {
        let overlap =
            |(start, end): &(u32, u32)| (to.min(*end) + 1).saturating_sub(from.max(*start));
        others.iter().map(overlap).sum::<u32>()
    };
    ranges(one).into_iter().map(common).sum()
}
