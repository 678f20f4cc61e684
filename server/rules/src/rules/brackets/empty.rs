//! `brackets/empty`

use obelus_edition::config::Level;
use obelus_syntax::Kind;
use obelus_text::Change;

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A bracket with nothing in it.
pub static EMPTY: Rule = Rule {
    name: "brackets/empty",
    summary: "A bracket has nothing in it.",
    why: "\
An empty bracket says that something is missing and not what. Where the source has a gap, write
`[…]` for words that are left out, `[illegible]` for words that cannot be read, `[blank]` for a space
that the writer left.",
    example: Example {
        fails: "Lind: We met at [] in the evening.\n",
        passes: "Lind: We met at [blank] in the evening.\n",
    },
    level: Level::Warning,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for node in scope.block.nodes().filter(|node| node.kind() == Kind::EmptyBracket) {
        sink.report(
            EMPTY
                .finding(node.span(), "This bracket has nothing in it")
                .fix(Fix::suggested("Write […]", vec![Change::replace(node.span(), "[…]")])),
        );
    }
}
