//! Places inside a paragraph where a turn may open.

use obelus_text::Span;

/// The capitalised words after the end of a sentence that a colon follows, or a point and a new sentence:
/// where they are the name of a speaker, a paragraph break is missing before them.
pub(super) fn find(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(gap) = text[at..].find([' ', '\n']).map(|gap| at + gap) {
        at = gap + 1;
        if !text[..gap].trim_end().ends_with(['.', '!', '?', '”', '"', '…']) {
            continue;
        }
        let start = at + usize::from(text[at..].starts_with('_'));
        if let Some(end) = name_end(text, start) {
            found.push(Span::from_usize(start..end));
        }
    }
    found
}

/// Where up to five capitalised words from `start` on end, when a delimiter follows them.
fn name_end(text: &str, start: usize) -> Option<usize> {
    let mut end = start;
    for _ in 0..5 {
        let word = text[end..].trim_start_matches(' ');
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        let from = text.len() - word.len();
        let length = word.find(|char: char| !char.is_alphanumeric() && !"’'-".contains(char));
        end = from + length.unwrap_or(word.len());
        let after = text[end..].trim_start_matches('_');
        if after.starts_with(": ") || after.starts_with(":\n") || after == ":" {
            return Some(end);
        }
        if let Some(rest) = after.strip_prefix(". ") {
            return rest.starts_with(char::is_uppercase).then_some(end);
        }
        if !after.starts_with(' ') {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_after_a_sentence() {
        let words = |text: &'static str| -> Vec<&str> {
            find(text).iter().map(|span| span.of(text)).collect()
        };
        assert_eq!(words("We agree. Karl Berg: Then it is done."), ["Karl Berg"]);
        assert_eq!(words("We agree. _Berg_. Then it is done."), ["Berg"]);
        assert_eq!(words("We met Berg. Then he: no. The end."), Vec::<&str>::new());
    }
}
