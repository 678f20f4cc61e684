//! `brackets/unclosed`

use obelus_edition::config::Level;
use obelus_syntax::Kind;
use obelus_text::{Change, Offset, Span};

use crate::{BlockScope, Check, Example, Fix, Rule, Sink};

/// A bracket that is opened and not closed.
pub static UNCLOSED: Rule = Rule {
    name: "brackets/unclosed",
    summary: "A bracket is opened and not closed before its paragraph ends.",
    why: "\
What stands in brackets is the editor's, what stands outside is the source's. Where the closing
bracket is missing, the reader can no longer tell where the editor's words end. The likely place is
the end of the word or phrase that begins after the bracket.",
    example: Example {
        fails: "Lind: We shall use the [old harbour of Vik as our base.\n",
        passes: "Lind: We shall use the [old] harbour of Vik as our base.\n",
    },
    level: Level::Error,
    check: Check::Block(check),
};

fn check(scope: &BlockScope<'_>, sink: &mut Sink) {
    for node in scope.block.nodes().filter(|node| node.kind() == Kind::UnclosedBracket) {
        let place = likely_end(scope.text(), node.span());
        let words = Span::new(node.span().start(), place).of(scope.text());
        sink.report(
            UNCLOSED
                .finding(node.span(), "This bracket is not closed in its paragraph")
                .relate(Span::empty(place), "the closing bracket may belong here")
                .fix(Fix::suggested(
                    format!("Close the bracket after “{words}”"),
                    vec![Change::insert(place, "]")],
                )),
        );
    }
}

/// Where the closing bracket may belong: after the run of capitalised words that follows, else after
/// the first word, before punctuation.
fn likely_end(text: &str, bracket: Span) -> Offset {
    let start = bracket.end().to_usize();
    let rest = text.get(start..).unwrap_or_default();
    let mut end = 0;
    let mut at = 0;
    for word in rest.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end().trim_end_matches(['.', ',', ';', ':', '?', '!', '[', ']']);
        let capital = bare.chars().next().is_some_and(char::is_uppercase);
        if end > 0 && !capital {
            break;
        }
        end = at + bare.len();
        at += word.len();
        if bare.len() < word.trim_end().len() || !capital {
            break;
        }
    }
    Offset::from_usize(start + end)
}
