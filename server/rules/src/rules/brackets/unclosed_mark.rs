//! `brackets/unclosed-mark`

use obelus_edition::config::Level;
use obelus_syntax::Kind;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A mark other than a bracket that is opened and not closed.
pub static UNCLOSED_MARK: Rule = Rule {
    name: "brackets/unclosed-mark",
    summary: "A mark such as `*`, `_`, `{` or `[[` is opened and not closed in its paragraph.",
    why: "\
A title in `*…*`, an underlined name in `_…_`, an apparatus in `{…}` and a reference in `[[…]]` need both
their marks. Where the sign is the source’s own, a `\\\\` before it says so.",
    example: Example {
        fails: "Lind: I read it in *Morgenbladet and in the Gazette.\n",
        passes: "Lind: I read it in *Morgenbladet* and in the Gazette.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for node in scope.block.nodes() {
        let what = match node.kind() {
            Kind::UnclosedEmphasis | Kind::UnclosedStrong => "emphasis",
            Kind::UnclosedUnderline => "underlining",
            Kind::UnclosedDeleted => "deletion",
            Kind::UnclosedInserted => "insertion",
            Kind::UnclosedApparatus => "apparatus",
            Kind::UnclosedCrossReference => "reference",
            Kind::UnclosedFrontMatter => "front matter",
            _ => continue,
        };
        let finding =
            UNCLOSED_MARK.finding(node.span(), format!("This {what} is opened and not closed"));
        let escape = Change::insert(node.span().start(), "\\");
        sink.report(match node.kind() {
            Kind::UnclosedFrontMatter => finding,
            _ => finding.fix(Fix::safe("Keep the sign as the source’s own", vec![escape])),
        });
    }
}
