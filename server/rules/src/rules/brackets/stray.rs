//! `brackets/stray`

use obelus_edition::config::Level;
use obelus_syntax::Kind;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A closing bracket or brace that nothing opens.
pub static STRAY: Rule = Rule {
    name: "brackets/stray",
    summary: "A bracket is closed that was not opened in its paragraph.",
    why:
        "\
The opening bracket may have been lost, or it stands in an earlier paragraph: print sometimes cuts a
source note or a remark in two. As it stands the reader cannot tell where the editor’s words begin.",
    example: Example {
        fails: "Lind: We shall use the old] harbour.\n",
        passes: "Lind: We shall use the [old] harbour.\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for node in scope.block.nodes() {
        let message = match node.kind() {
            Kind::StrayClose => "This bracket is closed but not opened in its paragraph",
            Kind::StrayBrace => "This brace is closed but not opened in its paragraph",
            _ => continue,
        };
        let escape = Change::insert(node.span().start(), "\\");
        sink.report(
            STRAY
                .finding(node.span(), message)
                .fix(Fix::safe("Keep it as a sign of the source", vec![escape])),
        );
    }
}
