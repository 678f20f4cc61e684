//! One line a finding: `FILE:LINE:COLUMN: LEVEL: MESSAGE [RULE]`.

use obelus_text::Encoding;

use super::report::Reported;

/// The line for `one`; lines and columns count from 1, columns in characters.
pub fn render(one: &Reported) -> String {
    let place = one.text.position(one.finding.span().start(), Encoding::Utf32);
    let (rule, message) = (one.finding.rule().name, one.finding.message());
    format!("{}:{place}: {}: {message} [{rule}]", one.path, one.level.name())
}
