//! Numbers with their thousands parted.

use obelus_text::{Offset, Span};

/// A number with its thousands parted: `1,200`, `300.000`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ThousandsFact {
    /// The number, relative to the block.
    pub span: Span,
    /// The sign that parts the thousands.
    pub separator: char,
}

/// Numbers of one to three digits followed by groups of three, with the sign that parts them.
pub(super) fn find(text: &str) -> Vec<ThousandsFact> {
    let mut found = Vec::new();
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '.' | ',');
    let mut at = 0;
    while let Some(start) =
        text[at..].find(|char: char| char.is_ascii_digit()).map(|from| at + from)
    {
        let length = text[start..].find(|char| !is_part(char)).unwrap_or(text.len() - start);
        let words = text[start..start + length].trim_end_matches(['.', ',']);
        at = start + length;
        let separator = if words.contains(',') { ',' } else { '.' };
        let mut groups = words.split(separator);
        let first = groups.next().unwrap_or_default();
        let groups: Vec<&str> = groups.collect();
        let thousands = !groups.is_empty() && groups.iter().all(|group| group.len() == 3);
        // `0.125` and `67.250` may be fractions; one group after a point is too little to tell.
        let sure = separator == ',' || groups.len() > 1 || first.len() == 3;
        if (1..=3).contains(&first.len()) && !first.starts_with('0') && thousands && sure {
            let span = Span::at(Offset::from_usize(start), words.len());
            found.push(ThousandsFact { span, separator });
        }
    }
    found
}
